"""What axe finds wrong with the pages of the shipped dossier, in a module of its own, for it takes its time."""

from itertools import product
from typing import Final, Literal

import pytest
from browsing import axe_faults
from harness import Site
from playwright.sync_api import Browser
from reading import file_of, parsed

SCREENS: Final[tuple[tuple[int, int], ...]] = ((390, 800), (1280, 800))
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
PARTS: Final = 8
"""Tests that share the pages: what waits for one long test waits for a whole run."""


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(site: Site, browser: Browser, part: int, request: pytest.FixtureRequest) -> None:
    """The largest page of each kind on both screens by day and by night, the others on a phone by day.

    All of them everywhere under --axe-everywhere.
    """
    ways = list(product(SCREENS, SCHEMES))
    everywhere = site.pages if request.config.getoption("--axe-everywhere") else _largest_of_each_kind(site)
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    wrong = {}
    for path in site.pages[part::PARTS]:
        for (width, height), scheme in ways if path in everywhere else ways[:1]:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            page.goto(site.address + path, wait_until="load")
            if found := axe_faults(page, rules={"target-size": {"enabled": True}}):
                wrong[path, width, scheme] = found
    context.close()
    assert wrong == {}


def _largest_of_each_kind(site: Site) -> frozenset[str]:
    """A kind is what the article says of itself; the pages that say nothing are one."""
    largest: dict[str | None, str] = {}
    for path in sorted(site.pages, key=lambda path: file_of(site, path).stat().st_size):
        article = parsed(site, path).css_first("article")
        largest[article.attributes.get("data-kind") if article else None] = path
    return frozenset(largest.values())
