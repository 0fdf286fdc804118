"""Whatever an editor writes, he reads messages with their lines, and what passes can be built."""

import posixpath
import re
from pathlib import Path, PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.check import check
from generator.diagnostics import Problem
from generator.link.library import library
from generator.load.disk import load
from generator.load.document import SourceFile
from generator.routes import src_uri
from generator.text.rendered import ids, rendered

BASE = load(Path(__file__).parent.parent / "sites/base/content")
ARTICLE = PurePosixPath("articles/2031-05-03-evian.md")
METHOD = PurePosixPath("pages/methode.md")
FRONT = next(file for file in BASE if file.path == ARTICLE).data.decode().split("---\n")[1]


def with_file(path: PurePosixPath, text: str) -> tuple[SourceFile, ...]:
    asset = SourceFile(PurePosixPath("assets/lac.jpg"), b"")
    changed = SourceFile(path, text.encode("utf-8", "surrogatepass"))
    return (asset, changed, *(file for file in BASE if file.path != path))


def problems(path: PurePosixPath, text: str) -> tuple[Problem, ...]:
    found = check(with_file(path, text)).problems
    lines = 1 + text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    for problem in found:
        assert "\n" not in str(problem)
        assert problem.message
        if problem.path == "content" / path:
            assert 0 <= problem.line <= lines, problem
    return found


@given(st.text())
def test_any_front_matter_gives_messages(front: str) -> None:
    problems(ARTICLE, f"---\n{front}\n---\nUn texte.\n")


LINES = st.sampled_from(
    [
        *FRONT.splitlines(),
        *("title: « Un » # deux", "title: a: b", "events: [", "quotes:", "  - text: a", "    speaker: é", "- x", "\t"),
        *("date: 2031-13", "url: http://a", "original: {file: a}", "status: &a *a", "---", "aliases: [a, A]", '"'),
    ]
)


@given(st.lists(LINES, max_size=12).map("\n".join), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_lines_in_any_order_give_messages(front: str, end: str) -> None:
    problems(ARTICLE, f"---\n{front}\n---\nUn texte.\n".replace("\n", end))


@given(st.text())
def test_any_body_gives_messages(body: str) -> None:
    problems(ARTICLE, f"---\n{FRONT}---\n{body}\n")


BITS = st.sampled_from(
    [
        *("[", "]", "(", ")", "![", "](", "][", "]: ", "<", ">", "`", "\\", "\n", "\n\n", " ", "#", "## ", "{#ici}"),
        *("un lac", "Évian", "«", "»", "ici", "lac", "[ici]", "[lac]: ", "mardi 2 mai 2031", "\u00e9", "e\u0301"),
        *("../places/evian.md", "../assets/lac.jpg", "evian.md", "../pages/methode.md#ici", "#methode", "#ici"),
        *("https://a.example/b", "http://a.example", "//a.example", "/carte/", "www.a.example", "%20", '"', "'"),
        *("<img src='", "' alt='un lac'>", "<a href='", "</a>", "<!--", "-->", "    ", "```", "[^1]", "[^1]: "),
    ]
)
BODIES = st.lists(BITS, max_size=14).map("".join)


@given(BODIES)
def test_any_links_give_messages(body: str) -> None:
    problems(METHOD, f"---\ntitle: Méthode\n---\n{body}\n")


@given(BODIES)
def test_what_passes_leads_somewhere(body: str) -> None:
    """What MkDocs would refuse has been found before: no link, image or anchor of a correct page is broken.

    A text that lost tags is another one than was written, and MkDocs has the last word on it.
    """
    checked = check(with_file(METHOD, f"---\ntitle: Méthode\n---\n{body}\n"))
    if checked.dossier is None or any(problem.code == "W303" for problem in checked.problems):
        return
    pages = {src_uri(ref): text for ref, text in library(checked.dossier).bodies.items()}
    text = pages["methode.md"]
    tree = LexborHTMLParser(rendered(text))
    for node in tree.css("a[href], img[src]"):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", address):
            assert node.tag == "a", text
            continue
        target, _, anchor = unquote(address).partition("#")
        target = posixpath.normpath(target) if target else "methode.md"
        assert target in {*pages, "medias/lac.jpg"}, text
        assert not anchor or anchor in {"methode", *ids(pages[target])}, text
    for node in tree.css("img"):
        assert (node.attributes.get("alt") or "").strip(), text


@given(st.randoms(use_true_random=False), BODIES)
def test_the_order_of_files_changes_no_message(random: object, body: str) -> None:
    files = list(with_file(METHOD, f"---\ntitel: Méthode\n---\n{body}\n"))
    once = check(files).problems
    random.shuffle(files)  # type: ignore[attr-defined]  # Hypothesis gives a Random, and types it as object
    assert check(files).problems == once


@given(st.sampled_from(BASE), st.sampled_from(["NFD", "NFC"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_how_a_system_writes_letters_and_lines_changes_nothing(file: SourceFile, form: str, end: str) -> None:
    text = file.data.decode()
    written = normalize("NFD" if form == "NFD" else "NFC", text).replace("\n", end)
    other = (SourceFile(file.path, written.encode()), *(f for f in BASE if f.path != file.path))
    assert check(other) == check(BASE)
