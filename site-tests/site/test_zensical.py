"""The same pages under another builder: Zensical reads build/mkdocs.yml, our templates and build/docs as they are."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from harness import served
from playwright.sync_api import ConsoleMessage, Page, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.config import Folders
from generator.link.library import library
from generator.pipeline import build, examine
from generator.publish.finish import finish_site
from generator.render.entries import entries
from generator.search.index import Copies, copies_of, indexed, write_index
from generator.words import words_in

ROOT = Path(__file__).resolve().parents[2]
SITES = ROOT / "site-tests" / "sites"
HOST = "https://dossier.test/"
ADDRESSES = {"SITE_URL": HOST, "EDIT_URL": "https://dossier.test/sources"}
PATIENCE = 30_000
"""Milliseconds that a busy machine may take to compile and ask the index."""
WITH_A_MAP = ("/", "/carte/", "/lieux/moscou/", "/evenements/visite-assad-sotchi-2017-11-20/")


@dataclass(frozen=True)
class Twins:
    """One dossier's finished site, as MkDocs and as Zensical build it."""

    mkdocs: Path
    zensical: Path


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Folders]:
    """Two dossiers: the real one, and a small one with an image and a page that has moved."""
    small = tmp_path_factory.mktemp("small")
    for case in ("base", "valid/media", "valid/moved"):
        shutil.copytree(SITES / case / "content", small / "content", dirs_exist_ok=True)
    return {
        "real": Folders(ROOT, ROOT, tmp_path_factory.mktemp("real")),
        "small": Folders(small, ROOT, small / "build"),
    }


@pytest.fixture(scope="module")
def twins(where: dict[str, Folders]) -> dict[str, Twins]:
    """Both of them, as both build them."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ADDRESSES.items():
            patch.setenv(name, value)
        return {name: _twins(folders) for name, folders in where.items()}


def _twins(where: Folders) -> Twins:
    build(where, lambda step: None)
    other = _zensical(where, where.build / "zensical")
    assert finish_site(other, {}).faults == ()
    write_index(other, indexed(_copies(where, other), "fr"))
    return Twins(where.site, other)


def _copies(where: Folders, site: Path) -> Copies:
    """What the search knows of the pages that a builder has made."""
    checked, words = examine(where), words_in("fr")
    assert checked.dossier is not None
    return copies_of(site, entries(library(checked.dossier, checked.verifications, checked.dead), words), words)


def _zensical(where: Folders, top: Path) -> Path:
    """Build the pages of `where` with Zensical, strict, in a folder of their own; the site's folder."""
    shutil.copytree(where.docs, top / "docs")
    shutil.copyfile(where.build / "mkdocs.yml", top / "mkdocs.yml")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=top,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return top / "site"


def _pages(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page by its path."""
    return {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def _differences(
    twins: dict[str, Twins], seen: Callable[[str, LexborHTMLParser], object]
) -> dict[str, tuple[object, object]]:
    """What two builds of a page do not agree on: what MkDocs gives and what Zensical gives, by dossier and path."""
    found: dict[str, tuple[object, object]] = {}
    for name, pair in twins.items():
        ours, others = _pages(pair.mkdocs), _pages(pair.zensical)
        found |= {f"{name}/{path}": (seen(path, ours[path]), seen(path, others[path])) for path in ours}
    assert any(one for one, _ in found.values()), "nothing was compared"
    return {path: (one, other) for path, (one, other) in found.items() if one != other}


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _address(path: str, node: LexborNode) -> str:
    """Where a link leads or a script comes from, in full: the two builders write the same address differently."""
    here = HOST + path.removesuffix("index.html")
    return re.sub(r"/\.$", "/", urljoin(here, node.attributes.get("href") or node.attributes.get("src") or ""))


def test_the_pages_are_the_same(twins: dict[str, Twins]) -> None:
    for pair in twins.values():
        ours = _pages(pair.mkdocs).keys()
        assert _pages(pair.zensical).keys() == ours
        assert {"index.html", "404.html", "carte/index.html", "mentions-legales/index.html"} <= ours


def test_the_sitemap_is_the_same(twins: dict[str, Twins]) -> None:
    for pair in twins.values():
        ours, others = (
            sorted(
                re.findall(
                    r"<loc>(.+?)</loc>\s*(?:<lastmod>(.+?)</lastmod>)?", (site / "sitemap.xml").read_text("utf-8")
                )
            )
            for site in (pair.mkdocs, pair.zensical)
        )
        assert HOST + "carte/" in dict(ours)
        assert others == ours


@pytest.mark.parametrize("what", ["head > title", "h1", "article", ".wordmark"])
def test_their_words_are_the_same(twins: dict[str, Twins], what: str) -> None:
    assert _differences(twins, lambda _, tree: [_words(node) for node in tree.css(what)]) == {}


@pytest.mark.parametrize(
    "what",
    [
        "article a",
        "article .edit-link",
        "article img",
        "article script[src]",
        ".md-tabs a",
        ".md-tabs__item--active a",
        ".md-copyright a",
        "link[rel=canonical]",
        "link[rel=apple-touch-icon]",
        "link[rel=manifest]",
        "link[rel=preload]",
        "link[rel=stylesheet]:not([href*='assets/stylesheets/'])",
    ],
)
def test_they_lead_to_the_same_and_load_the_same_of_ours(twins: dict[str, Twins], what: str) -> None:
    assert _differences(twins, lambda path, tree: [(_words(n), _address(path, n)) for n in tree.css(what)]) == {}


def test_they_say_the_same_around_it(twins: dict[str, Twins]) -> None:
    """The words of the theme's templates, and those that scripts are handed."""
    spoken = (".md-header [aria-label]", ".md-tabs", ".md-copyright", "[data-mots]")

    def said(_: str, tree: LexborHTMLParser) -> list[tuple[str | None, ...]]:
        nodes = tree.css(", ".join(spoken))
        return [(node.attributes.get("aria-label"), node.attributes.get("data-mots")) for node in nodes]

    assert _differences(twins, said) == {}


@pytest.mark.parametrize("attribute", ["id", "class", "data-kind", "datetime"])
def test_their_marks_are_the_same(twins: dict[str, Twins], attribute: str) -> None:
    def marks(_: str, tree: LexborHTMLParser) -> list[tuple[str | None, str | None]]:
        nodes = tree.css(f"article[{attribute}], .md-content__inner [{attribute}]")
        return [(node.tag, node.attributes[attribute]) for node in nodes]

    assert _differences(twins, marks) == {}


@pytest.mark.parametrize("of", ["name=description", "name=robots", "http-equiv=refresh", "property", "name^=twitter"])
def test_their_metadata_are_the_same(twins: dict[str, Twins], of: str) -> None:
    assert _differences(twins, lambda _, tree: [node.attributes["content"] for node in tree.css(f"meta[{of}]")]) == {}


def test_what_machines_read_is_the_same(twins: dict[str, Twins]) -> None:
    def read(_: str, tree: LexborHTMLParser) -> list[object]:
        return [json.loads(node.text()) for node in tree.css('script[type="application/ld+json"]')]

    assert _differences(twins, read) == {}


@pytest.mark.parametrize("path", WITH_A_MAP)
def test_the_map_opens(twins: dict[str, Twins], page: Page, path: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text) if _is_ours(message) else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    with served(twins["real"].zensical) as address:
        page.goto(address + path)
        page.locator("figure.carte").scroll_into_view_if_needed()
        expect(page.locator(".carte-vive .carte-lieu").first).to_be_visible()
        assert page.locator("path.carte-terre").count() == 2
        assert [url for url in asked if not url.startswith(address)] == []
    assert said == []


@pytest.mark.parametrize(("query", "expected"), [("Tartous", "/lieux/tartous/"), ("l'émir du qatar", "/dirigeants/")])
def test_the_search_opens_and_finds(twins: dict[str, Twins], page: Page, query: str, expected: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if _is_ours(message) else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    with served(twins["real"].zensical) as address:
        page.goto(f"{address}/articles/")
        page.fill(".search-box__words", query)
        page.press(".search-box__words", "Enter")
        page.wait_for_url("**/recherche/?q=*")
        found = page.locator("#resultats li a").first
        expect(found).to_be_visible(timeout=PATIENCE)
        assert expected in (found.get_attribute("href") or "")
        found.click()
        page.wait_for_url(f"**{expected}**")
        expect(page.locator("h1")).to_be_visible()
    assert said == []


def test_the_search_knows_the_same(twins: dict[str, Twins], where: dict[str, Folders]) -> None:
    for name, pair in twins.items():
        assert _copies(where[name], pair.zensical) == _copies(where[name], pair.mkdocs)


def _is_ours(message: ConsoleMessage) -> bool:
    """Whether a page complains of something else than Zensical's own search: our policy admits no inline styles."""
    return message.type in {"error", "warning"} and "/assets/javascripts/" not in message.location["url"]
