"""Whatever an editor writes or a saved page brings along, a text stays a text: no markup of a page comes of it."""

import re
from pathlib import Path
from typing import Final

import pytest
from harness import served, small_dossier
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.config import Folders
from generator.pipeline import build

HOSTILE: Final = '</title></script><script>x()</script>" onfocus="x()" a=\'<img src=//a.example/b> &amp; <i>'
"""Ends what it may stand in, and begins what must not begin."""
HARMLESS: Final = re.sub(r"[^\w\s]", "·", HOSTILE)
"""As long, so that nothing drawn to measure differs."""
FIELDS: Final = re.compile(
    r"^(?P<key>(?:  (?:- )?)?(?:title|name|office|subtitle|standfirst|publisher|description)): (?P<value>.+)$", re.M
)


def structure(folder: Path) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Each page's elements with the names of their attributes."""
    return {
        path.relative_to(folder).as_posix(): [
            (node.tag or "", tuple(sorted(node.attributes)))
            for node in LexborHTMLParser(path.read_text("utf-8")).css("*")
        ]
        for path in sorted(folder.rglob("*.html"))
    }


def built(target: Path, words: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The structure of the site's pages."""
    return structure(hostile(target, words).site)


def hostile(target: Path, words: str) -> Folders:
    """The small dossier, built with these words at the end of every name and title."""
    where = small_dossier(target)
    quoted = words.replace("'", "''")
    for path in where.content.rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            path.write_text(FIELDS.sub(lambda match: f"{match['key']}: '{match['value']} {quoted}'", text), "utf-8")
    build(where, lambda step: None)
    return where


def test_nothing_that_the_scripts_show_becomes_markup(tmp_path: Path, page: Page) -> None:
    where = hostile(tmp_path, HOSTILE)
    watch_markup = "document.querySelectorAll('img[src*=\"a.example\"], [onfocus], i').length"
    with served(where.site) as address:
        page.goto(f"{address}/carte/")
        page.locator(".carte-vive .carte-lieu").first.press("Enter")
        expect(page.locator(".leaflet-popup")).to_contain_text("onfocus")
        assert page.evaluate(watch_markup) == 0
        page.goto(f"{address}/articles/2031-05-03-evian/")
        page.locator("article a[href*=dirigeants]").first.focus()
        expect(page.locator("[role=tooltip]")).to_contain_text("onfocus")
        assert page.evaluate(watch_markup) == 0


def test_no_text_becomes_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://dossier.example/lac/")
    expected, found = built(tmp_path / "harmless", HARMLESS), built(tmp_path / "hostile", HOSTILE)
    assert found.keys() == expected.keys()
    for page, elements in expected.items():
        assert found[page] == elements, page
