"""Every word that a reader sees or a screen reader says is French, the theme's and Leaflet's included."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import material
import pytest
from browsing import SAID
from harness import Site
from playwright.sync_api import Page, expect

ROOT: Final = Path(__file__).resolve().parents[2]
LANGUAGES: Final = Path(material.__file__).parent / "templates" / "partials" / "languages"
ENGLISH: Final = re.compile(
    r"\b(?:the|and|of|to|with|by|for|from|this|that|is|are|your|you|not|all|on this page|"
    r"zoom (?:in|out)|close|popup|marker|layers?|loading|skip|search|home|next|previous|toggle|open|view)\b",
    re.IGNORECASE,
)
"""Words that English can't do without and French does not have, and those that interfaces are made of."""
LICENCES: Final = re.compile(r"\bCC BY\b")
"""Names that an editor gives and that are no words."""


def catalogue(language: str) -> dict[str, str]:
    """The theme's own words in a language."""
    text = (LANGUAGES / f"{language}.html").read_text("utf-8")
    return dict(re.findall(r'^\s*"([a-z.]+)": "(.*)",?$', text, re.M))


def foreign(said: Iterable[str]) -> set[str]:
    """What of that is English: the theme's own words for something, or any with an English word."""
    french = set(catalogue("fr").values())
    theirs = {word for word in catalogue("en").values() if len(word) > 2} - french
    return {text for text in said if text in theirs or ENGLISH.search(LICENCES.sub("", text))}


def test_no_page_says_a_word_of_english(site: Site, page: Page) -> None:
    found = {}
    for path in site.pages:
        page.goto(site.address + path, wait_until="domcontentloaded")
        if words := foreign(page.evaluate(SAID, "fr")):
            found[path] = words
    assert found == {}


def test_a_map_that_is_used_says_none_either(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/carte/")
    expect(page.locator(".leaflet-control-zoom-in")).to_be_visible()
    page.locator(".carte-vive .carte-lieu").first.press("Enter")
    expect(page.locator(".leaflet-popup-close-button")).to_be_visible()
    said = page.evaluate(SAID, "fr")
    assert {"Agrandir", "Réduire", "Fermer"} <= set(said)
    assert foreign(said) == set()


def test_english_would_be_noticed(site: Site, page: Page) -> None:
    """The theme's words in English, Leaflet's own, and a label in any attribute."""
    both = catalogue("en"), catalogue("fr")
    shown = {text for key, text in both[0].items() if len(text) > 2 and text not in both[1].values()}
    assert foreign(shown) == shown
    assert {"Skip to content", "Table of contents"} <= shown
    leaflet = (ROOT / "overrides" / "assets" / "leaflet" / "leaflet.js").read_text("utf-8")
    titles = re.findall(r'(?:zoom\w+Title|alt):"([^"]+)"|"aria-label","([^"]+)"', leaflet)
    words = {"".join(pair) for pair in titles}
    assert {"Zoom in", "Zoom out", "Close popup", "Marker"} <= words
    assert foreign(words) == words
    page.goto(site.address)
    page.evaluate(
        """() => {
          const button = document.createElement("button");
          Object.assign(button, { title: "Zoom out", textContent: "Close it" });
          button.setAttribute("aria-label", "Toggle the map");
          const quoted = Object.assign(document.createElement("q"), { lang: "en", textContent: "the end" });
          document.body.append(button, quoted);
        }"""
    )
    assert foreign(page.evaluate(SAID, "fr")) == {"Zoom out", "Close it", "Toggle the map"}


@pytest.mark.parametrize("key", ["action.skip", "search.placeholder", "search.reset", "toc", "header"])
def test_the_theme_has_french_words_for_what_it_shows(key: str) -> None:
    assert catalogue("fr")[key] != catalogue("en")[key]
