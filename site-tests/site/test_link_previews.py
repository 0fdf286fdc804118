"""The card that tells what a link leads to: for the mouse and the keyboard, and nothing but the link for a finger."""

import re
from pathlib import Path
from typing import Final

import pytest
from browsing import axe_faults
from harness import Site, Watch, served
from playwright.sync_api import Browser, Locator, Page, expect
from reading import file_of, told_by_cards

from generator.check import check
from generator.link.library import role_at
from generator.load.disk import load
from generator.model import Dossier, Kind, Status
from generator.routes import SECTIONS
from generator.text.french import typeset, upper_first

ARTICLE: Final = "/articles/2017-11-21-assad-a-sotchi/"
LEADER: Final = "vladimir-poutine"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    checked = check(load(Path(__file__).resolve().parents[2] / "content"))
    assert checked.dossier is not None
    return checked.dossier


def card(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def link_to(page: Page, address: str) -> Locator:
    return page.locator(f".md-content a[href$='{address}']").first


def test_pointing_at_a_link_shows_who_it_was_then(site: Site, page: Page, watch: Watch, dossier: Dossier) -> None:
    seen = 0
    for article in dossier.articles:
        page.goto(f"{site.address}/articles/{article.id}/")
        for leader in dossier.leaders:
            link = link_to(page, f"dirigeants/{leader.id}/")
            if not link.count():
                continue
            link.hover()
            expect(card(page).locator(".apercu-nom")).to_have_text(leader.name)
            role = role_at(leader, article.date)
            shown = card(page).locator(".apercu-faits")
            if role:
                expect(shown).to_have_text(typeset(upper_first(role.office)))
            else:
                expect(shown).to_have_count(0)
            seen += 1
            page.mouse.move(0, 0)
            expect(card(page)).to_have_count(0)
    assert seen > 10
    assert (watch.console, watch.foreign) == ([], [])


def test_on_a_page_without_a_day_an_office_says_when_it_was_held(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/dirigeants/")
    link_to(page, f"{LEADER}/").hover()
    expect(card(page).locator(".apercu-faits")).to_have_text(re.compile(r"depuis le \d"))


def test_an_event_that_is_not_established_says_so(site: Site, page: Page, dossier: Dossier) -> None:
    cards = told_by_cards(site.folder)
    for event in dossier.events:
        shown = cards[f"{SECTIONS[Kind.EVENT]}/{event.id}/"]
        assert shown.get("status") == (None if event.status is Status.ESTABLISHED else event.status.value)
    page.goto(site.address + ARTICLE)
    link_to(page, "evenements/sommet-sotchi-2017-11-22/").hover()
    expect(card(page).locator(".apercu-statut")).to_have_text("annoncé")


def test_nothing_is_fetched_before_it_is_wanted_and_then_once(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address + ARTICLE, wait_until="load")
    assert not [url for url in asked if "apercus-fiches.js" in url or "apercus.css" in url]
    for place in ("lieux/sotchi/", "lieux/syrie/", "lieux/sotchi/"):
        link_to(page, place).hover()
        expect(card(page)).to_be_visible()
        page.mouse.move(0, 0)
        expect(card(page)).to_have_count(0)
    assert len([url for url in asked if "apercus-fiches.js" in url]) == 1


def test_by_keyboard_focus_shows_it_and_escape_sends_it_away(site: Site, page: Page) -> None:
    page.goto(site.address + ARTICLE)
    link = link_to(page, f"dirigeants/{LEADER}/")
    page.locator(".kicker").first.focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if link.evaluate("node => node === document.activeElement"):
            break
    expect(card(page)).to_be_visible()
    assert link.get_attribute("aria-describedby") == card(page).get_attribute("id")
    found = axe_faults(page)
    assert found == []
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    assert link.evaluate("node => node === document.activeElement")
    assert link.get_attribute("aria-describedby") is None
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/dirigeants/{LEADER}/")


def test_the_pointer_may_go_onto_it_and_it_stays_until_it_leaves(site: Site, page: Page) -> None:
    page.clock.install(time=0)
    page.goto(site.address + ARTICLE)
    page.clock.pause_at(3_600_000)
    link = link_to(page, "lieux/sotchi/")
    link.hover()
    page.clock.run_for(300)
    expect(card(page)).to_be_visible()
    box = card(page).bounding_box()
    at = link.bounding_box()
    assert box
    assert at
    assert box["y"] >= at["y"] + at["height"] or box["y"] + box["height"] <= at["y"], "it hides its link"
    page.mouse.move(at["x"] + 2, (at["y"] + at["height"] + box["y"]) / 2)
    page.clock.run_for(100)
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.clock.run_for(5000)
    expect(card(page)).to_be_visible()
    page.mouse.click(box["x"] + 20, box["y"] + 20)
    expect(card(page)).to_be_visible()
    page.mouse.move(0, 0)
    page.clock.run_for(100)
    expect(card(page)).to_be_visible()
    page.clock.run_for(300)
    expect(card(page)).to_have_count(0)
    link.hover()
    page.clock.run_for(300)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    page.clock.run_for(5000)
    expect(card(page)).to_have_count(0)


def test_it_stays_within_a_narrow_window(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 500})
    page.goto(site.address + ARTICLE)
    links = page.locator(".account a")
    for index in range(links.count()):
        links.nth(index).hover()
        expect(card(page)).to_be_visible()
        box = card(page).bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 320
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


def test_a_finger_finds_nothing_but_the_link(site: Site, browser: Browser) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address + ARTICLE)
    link_to(page, f"dirigeants/{LEADER}/").tap()
    page.wait_for_url(f"**/dirigeants/{LEADER}/")
    assert not [url for url in asked if "apercus-fiches.js" in url]
    context.close()


def test_where_its_data_fail_links_are_links(site: Site, page: Page) -> None:
    failed = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.route("**/apercus-fiches.js", lambda route: route.abort())
    page.goto(site.address + ARTICLE)
    link = link_to(page, f"dirigeants/{LEADER}/")
    with page.expect_event("requestfailed"):
        link.hover()
    link.click()
    page.wait_for_url(f"**/dirigeants/{LEADER}/")
    assert failed == []


def test_it_works_below_the_root_of_a_host(site: Site, page: Page) -> None:
    (below := site.folder.parent / "404.html").write_text("", "utf-8")
    with served(below.parent) as address:
        page.goto(f"{address}/{site.folder.name}{ARTICLE}")
        link_to(page, "lieux/sotchi/").hover()
        expect(card(page).locator(".apercu-nom")).to_have_text("Sotchi")
    below.unlink()


def test_it_works_from_a_disk(site: Site, page: Page, watch: Watch) -> None:
    page.goto(f"file://{file_of(site, ARTICLE)}")
    link_to(page, "lieux/sotchi/").hover()
    expect(card(page).locator(".apercu-nom")).to_have_text("Sotchi")
    assert not [said for said in watch.console if "apercus" in said]  # browsers refuse fonts from there


def test_every_person_event_place_and_source_has_one_and_no_article(site: Site, dossier: Dossier) -> None:
    wanted = {
        f"{SECTIONS[kind]}/{thing.id}/"
        for kind, things in (
            (Kind.LEADER, dossier.leaders),
            (Kind.EVENT, dossier.events),
            (Kind.PLACE, dossier.places),
            (Kind.SOURCE, dossier.sources),
        )
        for thing in things
    }
    cards = told_by_cards(site.folder)
    assert cards.keys() == wanted
    assert all({"name", "line"} <= shown.keys() for shown in cards.values())
    assert all("facts" in shown for page, shown in cards.items() if not page.startswith("sources/"))


def test_a_card_says_what_ties_a_source_to_what_it_tells(site: Site, page: Page) -> None:
    page.goto(site.address + ARTICLE)
    link_to(page, "sources/kremlin/").hover()
    expect(card(page).locator(".apercu-liens")).to_have_text("Partie au conflit")


@pytest.mark.parametrize(
    ("path", "sign"),
    [("/chronologie/", "svg a.frise-vers-page:visible"), ("/rencontres/", "svg a.graphe-personne:visible")],
)
def test_links_in_a_drawing_have_a_card_too(site: Site, page: Page, watch: Watch, path: str, sign: str) -> None:
    page.goto(f"{site.address}{path}")
    link = page.locator(sign).first
    link.hover()
    expect(card(page).locator(".apercu-nom")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    page.mouse.move(0, 0)
    link.evaluate("node => node.focus({ focusVisible: true })")
    expect(card(page).locator(".apercu-nom")).not_to_be_empty()
    assert (watch.console, watch.foreign) == ([], [])
