"""Signs beside names and dates: each has its words for the ear, each page a key to those that stand on it."""

import re

import pytest
from harness import Site
from playwright.sync_api import Page
from reading import parsed

MARK = re.compile(r"mark--(\w+)")


def test_each_page_has_the_key_to_its_signs_and_to_no_others(site: Site) -> None:
    seen = set()
    for path in site.pages:
        tree = parsed(site, path)
        named = {MARK.findall(one.attributes["class"] or "")[0] for one in tree.css(".key .mark")}
        worn = [
            one for one in tree.css("article .mark") if one.parent and not one.css_matches(".key .mark, .head .mark")
        ]
        assert {MARK.findall(one.attributes["class"] or "")[0] for one in worn} == named, path
        assert all(one.text(strip=True) for one in worn), path
        assert len(tree.css(".key")) <= 1, path
        seen |= named
    assert seen == {"party", "state", "agency", "undated"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_sign_is_drawn_and_its_words_are_heard(site: Site, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", forced_colors="active")
    page.goto(site.address + "/articles/2020-01-07-poutine-a-damas/")
    mark = page.locator(".account .mark").first
    box = mark.bounding_box()
    assert box
    assert box["width"] > 4
    assert "(partie au conflit)" in page.locator(".account").aria_snapshot()
    drawn = "node => getComputedStyle(node, '::before').borderTopStyle"
    assert mark.evaluate(drawn) == "solid"
    head = page.locator(".head .mark", has_text="média d’État")
    box = head.bounding_box()
    assert box
    assert box["width"] > 50
