"""What nobody gave leave to publish stands nowhere in a build: sentences planted in originals and drafts."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.config import Folders, folders
from generator.pipeline import build

SITES = Path(__file__).resolve().parents[1] / "sites"
_ORIGINAL = "semisoriginal"
"""A word of each sentence of the originals that is not a marked quotation."""
_DRAFT = "semisbrouillon"
"""A word of each field of the draft, of its files, of what it alone names, and of what an editor notes for himself."""
_WORD = "(brouillon)"
"""What follows the name of a draft where there is no room for a mark."""
_PACKED = b"\x1f\x8b"
"""How gzip begins, whatever the file is called."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The small dossier with planted sentences, the originals where they usually are, built for publication."""
    root = tmp_path_factory.mktemp("planted")
    for source in (SITES / "base", SITES / "withheld"):
        shutil.copytree(source, root, dirs_exist_ok=True)
    made = folders(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://dossier.test/")
        build(made, lambda step: None)
    return made


@pytest.fixture(scope="module")
def previewed(planted: Folders, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The same dossier as `dossier serve` builds it."""
    made = Folders(planted.root, planted.theme, tmp_path_factory.mktemp("preview"))
    build(made, lambda step: None, drafts=True)
    return made


def _holding(word: str, folder: Path) -> list[str]:
    """The files of a folder in whose name or content a word stands, unpacked where they are packed."""
    return [path.relative_to(folder).as_posix() for path, text in _texts(folder) if word in text]


def _texts(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            unpacked = gzip.decompress(data) if data.startswith(_PACKED) else data
            yield path, f"{path.relative_to(folder)}\n{unpacked.decode('utf-8', 'replace')}".casefold()


def test_the_seeds_are_there(planted: Folders) -> None:
    assert len(_holding(_ORIGINAL, planted.root / "originals")) == 2
    assert len(_holding(_DRAFT, planted.content)) == 8


@pytest.mark.parametrize("word", [_ORIGINAL, _DRAFT])
def test_nothing_of_a_build_holds_a_planted_word(planted: Folders, word: str) -> None:
    assert _holding("un lac, deux rives", planted.site / "assets" / "pagefind")
    assert list((planted.site / "assets" / "partage").rglob("*.png"))
    assert _holding(word, planted.build) == []


def test_a_marked_quotation_and_a_shared_file_are_published(planted: Folders) -> None:
    assert "articles/2031-05-03-evian.md" in _holding("un lac, deux rives", planted.docs)
    assert (planted.site / "medias" / "plan.txt").is_file()


def test_a_preview_shows_drafts_and_no_original(previewed: Folders) -> None:
    assert (previewed.site / "articles" / "2031-05-09-semisbrouillon" / "index.html").is_file()
    assert (previewed.site / "medias" / "annexe-semisbrouillon.txt").is_file()
    assert (previewed.site / "medias" / "second-semisbrouillon.txt").is_file()
    assert _holding(_ORIGINAL, previewed.build) == []


@pytest.mark.parametrize(
    "page",
    [
        "articles/2031-05-09-semisbrouillon",
        "evenements/entretien-semisbrouillon",
        "dirigeants/lise-semisbrouillon",
        "lieux/quai-semisbrouillon",
        "sources/semisbrouillon-du-matin",
    ],
)
def test_what_only_a_draft_names_is_marked_as_it_is(previewed: Folders, page: str) -> None:
    (head,) = LexborHTMLParser((previewed.site / page / "index.html").read_text("utf-8")).css(
        "header.head > p:has(.kicker)"
    )
    assert [mark.text() for mark in head.css(".status--draft")] == ["brouillon"]


def test_whatever_leads_to_a_draft_says_so(previewed: Folders) -> None:
    waiting = {path.parent.resolve() for path in previewed.site.rglob("*semisbrouillon*/index.html")}
    assert len(waiting) > 5
    told, silent = set(), []
    for path in sorted(previewed.site.rglob("index.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        for link in page.css("a[href], a[xlink\\:href]"):
            target = link.attributes.get("href") or link.attributes.get("xlink:href") or ""
            way, _, _ = target.partition("#")
            if way and (path.parent / way).resolve() in waiting:
                name = path.parent.relative_to(previewed.site).as_posix()
                told.add(name)
                silent += [] if _says_draft(link) else [(name, link.text(), target)]
    assert silent == []
    assert {".", "articles", "carte", "chronologie", "corrections", "divergences", "evenements", "lieux"} <= told
    assert {"articles/2031-05-03-evian", "dirigeants", "lieux/france", "recherche", "rencontres", "sources"} <= told


def _says_draft(link: LexborNode) -> bool:
    """Whether a link says in its own words that it leads to a draft, or has the mark behind it, before other words."""
    if _WORD in link.text():
        return True
    after = link.next
    while after is not None and (after.tag == "-text" or "mark" in (after.attributes.get("class") or "").split()):
        if after.tag == "-text" and after.text().strip():
            return False
        after = after.next
    return after is not None and "status--draft" in (after.attributes.get("class") or "")


def test_what_is_drawn_chosen_or_told_aside_says_of_drafts_that_they_are(previewed: Folders) -> None:
    drawn = []
    for path in sorted(previewed.site.rglob("index.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        drawn += [(path.parent.name, node.text()) for node in page.css("svg title, option, .carte-dessin g, .frise g")]
    named = [(where, words) for where, words in drawn if _DRAFT in words.casefold()]
    assert {"carte", "chronologie", "rencontres", "recherche"} <= {where for where, _ in named}
    assert [said for said in named if _WORD not in said[1]] == []
    scripts = "".join(path.read_text("utf-8") for path in (previewed.site / "assets" / "carte").glob("*.js"))
    strings = [json.loads(found) for found in re.findall(r'"(?:[^"\\]|\\.)*"', scripts) if _DRAFT in found.casefold()]
    told = [words for found in strings if " " in found for words in _lines(found) if _DRAFT in words.casefold()]
    assert len(told) > 5
    assert [words for words in told if _WORD not in words] == []
    script = (previewed.site / "assets" / "apercus-fiches.js").read_text("utf-8")
    cards = json.loads(script.partition(" = ")[2].rstrip().removesuffix(";"))
    waiting = {page: card for page, card in cards.items() if _DRAFT in page}
    assert {page.partition("/")[0] for page in waiting} == {"dirigeants", "evenements", "lieux", "sources"}
    assert {card.get("status") for card in waiting.values()} == {"brouillon"}
    assert not any("status" in card for page, card in cards.items() if _DRAFT not in page)


def _lines(said: str) -> list[str]:
    """What a string of a script tells, line by line where it is HTML."""
    return [node.text() for node in LexborHTMLParser(said).css("p, li")] if said.startswith("<") else [said]
