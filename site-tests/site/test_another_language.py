"""The site in a language that nobody speaks: no Latin letter is left on it, so nothing is said past the catalogue.

`otherworld.py` makes it; what is looked at are pages, attributes, drawings, scripts, the search and the manifest.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, Final

import pytest
from browsing import SAID
from harness import overlaid, served
from markdown import Markdown
from otherworld import LATIN, escaped, other_content, other_words
from playwright.sync_api import Page, expect
from reading import told_by_cards
from selectolax.lexbor import LexborHTMLParser

from generator import pipeline
from generator.check import check
from generator.config import Folders, folders
from generator.link.library import library
from generator.pipeline import Previous, build
from generator.render import render
from generator.words import Words

SITES: Final = Path(__file__).resolve().parents[1] / "sites"
CASES: Final = sorted(case for case in (SITES / "valid").iterdir() if case.name not in {"html", "links"})
"""Small dossiers; not those whose bodies are about addresses and tags, which nobody respells."""
_SPOKEN: Final = (
    "aria-label aria-description aria-roledescription aria-valuetext title alt placeholder label summary data-mot"
).split()
_TOLD: Final = (
    'meta[name="description"], meta[property="og:title"], meta[property="og:description"], '
    'meta[property="og:site_name"], meta[property="og:image:alt"]'
)
_NAMES: Final = frozenset({"name", "headline", "description", "alternateName"})
"""What of JSON-LD is words."""
_ADDRESS: Final = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Other:
    """A site in the other language, and the copies of its pages that the search reads."""

    where: Folders
    words: Words
    left: Previous = field(default_factory=Previous)

    @property
    def pages(self) -> Iterator[tuple[str, LexborHTMLParser]]:
        for path in sorted(self.where.site.rglob("*.html")):
            yield path.relative_to(self.where.site).as_posix(), LexborHTMLParser(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Other:
    """The made dossier, with a map that offers the streets."""
    made = Other(folders(tmp_path_factory.mktemp("other")), other_words())
    shutil.copytree(SITES / "fachoda" / "content", made.where.content)
    settings = made.where.content / "dossier.yml"
    settings.write_text(settings.read_text("utf-8") + "openstreetmap: true\n", "utf-8")
    page = made.where.content / "pages" / "methode.md"
    page.write_text(f"{page.read_text('utf-8').rstrip()}[^1]\n\n[^1]: ω.\n", "utf-8")
    examine = pipeline.examine
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://dossier.test/")
        patch.setenv("EDIT_URL", "https://dossier.test/sources")
        patch.setattr(pipeline, "examine", lambda *given: other_content(examine(*given)))
        build(made.where, lambda step: None, previous=made.left, speaks=lambda language: made.words)
    return made


def _texts(tree: LexborHTMLParser) -> Iterator[str]:
    """What a page shows or says; fingerprints, addresses and names of files are no words."""
    yield from (node.attributes.get("content") or "" for node in tree.css(_TOLD))
    for attribute in _SPOKEN:
        yield from (node.attributes.get(attribute) or "" for node in tree.css(f"[{attribute}]"))
    for node in tree.css("code, script, style"):
        node.decompose()
    assert tree.root
    yield from (_ADDRESS.sub("", node.text(deep=False)) for node in tree.root.traverse(include_text=True))


def _strings(value: Any, known: Callable[[str], bool] = lambda key: True) -> Iterator[str]:
    """The strings of JSON that stand under keys that are known, or in lists."""
    if isinstance(value, dict):
        for key, each in value.items():
            if known(key) or isinstance(each, dict | list):
                yield from _strings(each, known)
    elif isinstance(value, list):
        for each in value:
            if not isinstance(each, str) or known(""):
                yield from _strings(each, known)
    elif isinstance(value, str):
        yield value


def test_no_page_says_anything_past_the_catalogue(other: Other) -> None:
    found = {path: words for path, tree in other.pages if (words := escaped(_texts(tree)))}
    assert found == {}
    assert len(list(other.pages)) > 70


def test_nor_do_the_words_that_scripts_and_machines_are_given(other: Other) -> None:
    for path, tree in other.pages:
        for node in tree.css("script[data-mots]"):
            told = json.loads(node.attributes["data-mots"] or "")
            told.pop("grammar", None)
            bare = (re.sub(r"%\(\w+\)s", "", text) for text in _strings(told))
            assert escaped(bare) == set(), path
        for node in tree.css("figure[data-tuiles]"):
            said = _strings(json.loads(node.attributes["data-tuiles-mots"] or ""))
            assert escaped(said) == set(), path
        for node in tree.css("#__config"):
            assert escaped(_strings(json.loads(node.text())["translations"])) == set(), path
        for node in tree.css('script[type="application/ld+json"]'):
            told = json.loads(node.text())
            assert escaped(_strings(told, _NAMES.__contains__)) == set(), path


def test_nor_do_the_files_beside_the_pages(other: Other) -> None:
    site = other.where.site
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    assert escaped(manifest[key] for key in ("name", "short_name", "description")) == set()
    assert manifest["lang"] == "el"
    previews = told_by_cards(site)
    assert escaped(_strings(list(previews.values()))) == set()
    for script in sorted((site / "assets" / "carte").glob("*.js")):
        if script.name not in {"vue.js", "foule.js"}:
            said = re.findall(r'"(?:dit|nom|fiche)": "((?:[^"\\]|\\.)*)"', script.read_text("utf-8"))
            bare = (re.sub(r"<[^>]*>", " ", unescape(json.loads(f'"{text}"'))) for text in said)
            assert escaped(bare) == set(), script.name
    names = (site / "assets" / "carte" / "fond.js").read_text("utf-8").partition("window.dossierNoms = ")[2]
    assert escaped(_strings(json.loads(names.rstrip(";\n")))) == set()
    for path, copy, _ in other.left.copies:
        tree = LexborHTMLParser(copy)
        marks = tree.css("[data-shown]:not([data-pagefind-meta^=classe])")
        shown = [node.attributes["data-shown"] or "" for node in marks]
        assert escaped([*shown, *_texts(tree)]) == set(), path


def test_nor_does_a_page_that_is_used(other: Other, page: Page) -> None:
    with served(other.where.site) as address:
        page.goto(f"{address}/carte/")
        page.locator(".carte-vive .carte-lieu").first.press("Enter")
        expect(page.locator(".leaflet-popup-close-button")).to_be_visible()
        assert escaped(_said(page)) <= {"OpenStreetMap", "Leaflet", "Natural Earth"}
        page.locator(".carte-temps [data-pas]").last.click()
        assert escaped(_said(page)) <= {"OpenStreetMap", "Leaflet", "Natural Earth"}
        page.goto(f"{address}/chronologie/")
        page.locator(".filtres select").first.select_option(index=1)
        assert page.locator(".filtres-compte").inner_text()
        assert escaped(_said(page)) == set()
        page.goto(f"{address}/recherche/?sorte=leader")
        expect(page.locator(".results li").first).to_be_visible()
        assert escaped(_said(page)) == set()
        page.goto(f"{address}/recherche/?q=ωωωω")
        expect(page.locator(".search-state")).not_to_be_empty()
        assert escaped(_said(page)) == set()
        page.goto(f"{address}/nulle-part/")
        assert escaped(_said(page)) == set()


def _said(page: Page) -> list[str]:
    said: list[str] = page.evaluate(SAID, "el")
    return [_ADDRESS.sub("", text) for text in said]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nor_does_any_page_of_the_small_dossiers(case: Path) -> None:
    """They have what the large one has not: drafts, doubts, accusations, claims, what is missing or has moved."""
    checked = other_content(check(overlaid(SITES / "base", case)))
    assert checked.dossier
    shelf = library(checked.dossier, checked.verifications, checked.dead, drafts=True)
    files = render(shelf, checked.media, other_words())
    found = {}
    for path, data in files.items():
        if path.endswith(".md"):
            text = data.decode("utf-8").split("---\n", 2)[2]
            html = Markdown(extensions=["attr_list", "def_list", "md_in_html", "tables", "footnotes"]).convert(text)
            if words := escaped(_texts(LexborHTMLParser(html))):
                found[path] = words
    assert found == {}


def test_what_escapes_would_be_seen() -> None:
    page = '<p title="Fermer">Ωμέγα<span>мот</span></p><svg><title>Carte</title></svg><code>abc</code>'
    assert escaped(_texts(LexborHTMLParser(page))) == {"Fermer", "Carte"}
    assert LATIN.search("Œuvre")
    assert not LATIN.search("Ωμέγα, мот 404 « № »")
