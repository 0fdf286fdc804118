"""The real site, page by page, in a browser and as files."""

import re
from pathlib import Path
from typing import Literal

import markdown
import pytest
from harness import Site, Watch
from playwright.sync_api import Browser, Page
from reading import file_of, lost_links, parsed, too_wide, wrong_spaces
from selectolax.lexbor import LexborHTMLParser

from generator.check import check
from generator.link.library import ref_to
from generator.load.disk import load
from generator.model import Article, Dossier, Status
from generator.routes import address, src_uri

ONE_OF_EACH_KIND = (
    "/",
    "/articles/",
    "/articles/2017-11-21-assad-a-sotchi/",
    "/dirigeants/",
    "/dirigeants/vladimir-poutine/",
    "/lieux/",
    "/lieux/moscou/",
    "/evenements/",
    "/evenements/rencontre-poutine-assad-mars-2015-alleguee/",
    "/chronologie/",
    "/carte/",
    "/rencontres/",
    "/recherche/",
    "/methode/",
    "/mentions-legales/",
    "/404.html",
)


def test_every_page_answers_quietly_and_asks_nobody_else(site: Site, page: Page, watch: Watch) -> None:
    assert len(site.pages) == site.summary.pages
    for path in site.pages:
        answer = page.goto(site.address + path, wait_until="load")
        assert answer is not None
        assert answer.ok, path
        assert (watch.console, watch.foreign) == ([], []), path


def test_no_page_shows_the_marks_that_shape_it(site: Site) -> None:
    for path in site.pages:
        tree = parsed(site, path)
        for node in tree.css("script, style, code"):
            node.decompose()
        assert tree.body is not None
        assert re.findall(r"\{ ?[.#:%{]|\{: |\bmarkdown>|\]\(", tree.body.text()) == [], path


def test_every_link_and_anchor_lands(site: Site) -> None:
    assert lost_links(site) == []


def test_nothing_scrolls_sideways_on_the_narrowest_phone(site: Site, browser: Browser) -> None:
    assert too_wide(site, browser, 320, site.pages) == {}


def test_every_page_carries_its_policy_before_any_script(site: Site) -> None:
    for path in site.pages:
        html = file_of(site, path).read_text("utf-8")
        (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)
        assert html.index("Content-Security-Policy") < html.index("<script"), path
        assert "default-src 'none'" in policy, path
        assert not re.search(r"unsafe|https?:|\*", policy), path


@pytest.mark.parametrize("path", ONE_OF_EACH_KIND)
def test_a_script_that_is_slipped_in_does_not_run(site: Site, page: Page, path: str) -> None:
    page.goto(site.address + path, wait_until="load")
    page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s)"
    )
    assert page.evaluate("window.ran === undefined")


def test_a_wrong_address_gets_the_french_page(site: Site, page: Page) -> None:
    answer = page.goto(f"{site.address}/cela-n-existe-pas")
    assert answer is not None
    assert answer.status == 404
    assert page.inner_text("h1") == "Cette page n’existe pas"


def test_without_scripts_everything_can_be_read(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ONE_OF_EACH_KIND:
        page.goto(site.address + path)
        assert page.locator("h1").is_visible(), path
        assert page.get_by_role("link", name="Chronologie").first.is_visible(), path
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_system_chooses_light_or_dark(site: Site, browser: Browser, scripts: bool) -> None:
    grounds = []
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        context = browser.new_context(color_scheme=scheme, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(site.address, wait_until="load")
        page.screenshot()  # styles have been applied once a picture is taken
        handle = page.locator("body")
        grounds.append(handle.evaluate("node => getComputedStyle(node).backgroundColor"))
        context.close()
    assert grounds == ["rgb(252, 250, 245)", "rgb(22, 25, 28)"]


def test_an_unestablished_event_never_reads_as_a_fact(site: Site) -> None:
    events = [event for event in _dossier().events if event.status is not Status.ESTABLISHED]
    assert events
    for event in events:
        tree = parsed(site, f"/evenements/{event.id}/")
        head = tree.css_first(".head")
        assert head is not None
        assert event.status in head.text(), event.id
    for path in ("/", "/chronologie/", "/evenements/", "/carte/"):
        for item in parsed(site, path).css(".events li, .carte-moments li"):
            told = [event.status for event in events if item.css(f'a[href*="{event.id}"]')]
            assert all(status in item.text() for status in told), (path, item.text())
    meetings = file_of(site, "/rencontres/").read_text("utf-8")
    assert not [event.id for event in events if event.id in meetings]


def _dossier() -> Dossier:
    checked = check(load(Path(__file__).resolve().parents[2] / "content"))
    assert checked.dossier is not None
    return checked.dossier


def test_without_its_links_a_page_has_the_text_that_was_written(site: Site) -> None:
    """Letter for letter but for French spaces, apostrophes, ellipses and ties of sources; no link within another."""
    dossier = _dossier()
    for entity in (*dossier.articles, *dossier.leaders, *dossier.places, *dossier.events):
        html = file_of(site, f"/{address(src_uri(ref_to(entity)))}").read_text("utf-8")
        (account,) = re.findall(r'<div class="account">(.*?)\n</div>', html, re.S) or [""]
        account = re.sub(r'\u202f<span class="interest mark[^>]*>\u2060<span>.*?</span></span>', "", account)
        assert _letters(account) == _letters(markdown.markdown(entity.body, extensions=["attr_list"])), entity.path
        assert re.findall("<(/?)a[ >]", account) == ["", "/"] * account.count("<a "), entity.path
        assert "<a " in account or not isinstance(entity, Article), entity.path


def _letters(html: str) -> str:
    text = re.sub(r"[\s\u00a0\u202f]+", "", LexborHTMLParser(html).text())
    return text.replace("'", "’").replace("...", "…")


def test_french_spaces_stand_everywhere(site: Site) -> None:
    assert wrong_spaces(site) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_it_is_black_on_white_and_whole(
    site: Site, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 718, "height": 1000})
    page = context.new_page()
    page.emulate_media(media="print")
    for path in ("/rencontres/", "/articles/2017-11-21-assad-a-sotchi/", "/carte/"):
        page.goto(site.address + path, wait_until="load")
        colour = "node => getComputedStyle(node).color"
        assert page.locator("h1").evaluate(colour) == "rgb(0, 0, 0)", path
        assert page.locator(".details, .dateline, .note").first.evaluate(colour) == "rgb(68, 68, 68)", path
        assert not page.locator(".md-header").is_visible()
        tables = page.locator("table")
        for index in range(tables.count()):
            assert tables.nth(index).evaluate("node => node.getBoundingClientRect().right <= innerWidth"), path
    context.close()


def test_a_shut_drawer_takes_no_focus(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.address, wait_until="load")
    for _ in range(12):
        page.keyboard.press("Tab")
        box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        assert box["right"] >= 0, page.evaluate("document.activeElement.outerHTML")
    context.close()


def test_the_tab_of_a_page_outside_the_menu_is_lit(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/lieux/moscou/")
    assert page.locator(".md-tabs__item--active").inner_text() == "Lieux"
