"""What axe finds wrong with the pages of the shipped dossier, in a module of its own, for it takes its time."""

from typing import Final

import pytest
from browsing import axe_faults
from harness import Site
from playwright.sync_api import Browser
from reading import file_of, parsed

COLOURS: Final = ["color-contrast", "link-in-text-block"]
PARTS: Final = 8
"""Tests that share the pages: what waits for one long test waits for a whole run."""


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(site: Site, browser: Browser, part: int) -> None:
    """On a phone by day every page; on a desk, and by night on both, the largest page of each kind."""
    largest: dict[str | None, str] = {}
    for path in sorted(site.pages, key=lambda path: file_of(site, path).stat().st_size):
        article = parsed(site, path).css_first("article")
        largest[article.attributes.get("data-kind") if article else None] = path
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    wrong = {}
    for path in site.pages[part::PARTS]:
        page.set_viewport_size({"width": 390, "height": 800})
        page.emulate_media(color_scheme="light")
        page.goto(site.address + path, wait_until="load")
        found = axe_faults(page, rules={"target-size": {"enabled": True}})
        if path in largest.values():
            page.emulate_media(color_scheme="dark")
            found += axe_faults(page, runOnly=COLOURS)
            page.set_viewport_size({"width": 1280, "height": 800})
            found += axe_faults(page, runOnly=COLOURS)
            page.emulate_media(color_scheme="light")
            found += axe_faults(page, rules={"target-size": {"enabled": True}})
        if found:
            wrong[path] = found
    context.close()
    assert wrong == {}
