"""The chronology in a browser: drawn, filtered, by keyboard, to the map and back."""

from itertools import combinations, pairwise
from typing import Literal

import pytest
from browsing import axe_faults
from harness import Site, Watch
from playwright.sync_api import Browser, Page, expect
from reading import parsed, too_wide

CHRONOLOGY = "/chronologie/"
CALLS = "?dirigeant=vladimir-poutine&genre=appel"


def _seen(page: Page, which: str) -> set[str]:
    """The events that a list or the timeline shows, by their ids."""
    if which == "list":
        return {(item.get_attribute("id") or "")[10:] for item in page.locator(".chronology .event:visible").all()}
    signs = page.locator(".frise-evenement:visible").all()
    return set(" ".join(sign.get_attribute("data-evenements") or "" for sign in signs).split())


@pytest.mark.parametrize("width", [390, 1280])
def test_filters_hold_for_the_timeline_and_the_list_and_live_in_the_address(
    site: Site, browser: Browser, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(site.address + CHRONOLOGY)
    everything = _seen(page, "list")
    assert len(everything) == site.summary.events
    assert _seen(page, "timeline") == everything
    page.get_by_label("Genre").select_option("appel")
    page.get_by_label("Personne").select_option("vladimir-poutine")
    left = _seen(page, "list")
    assert 0 < len(left) < len(everything)
    assert _seen(page, "timeline") == left
    assert {page.locator(f"#evenement-{id_}").get_attribute("data-genre") for id_ in left} == {"appel"}
    expect(page.get_by_role("status")).to_have_text(f"{len(left)} événements sur {len(everything)}")
    assert page.url.endswith(CALLS)
    shared = context.new_page()
    shared.goto(page.url)
    assert _seen(shared, "list") == left
    expect(shared.get_by_label("Genre")).to_have_value("appel")
    shared.get_by_role("button", name="Tout montrer").click()
    assert _seen(shared, "list") == _seen(shared, "timeline") == everything
    assert "?" not in shared.url
    context.close()


def test_the_timeline_of_a_phone_closes_up_over_what_is_hidden(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(site.address + CHRONOLOGY)
    drawing = page.locator(".frise-dessin--haute")
    told = "node => [node, ...node.querySelectorAll('[transform]')].map((each) => each.outerHTML.split('>')[0])"
    before: list[str] = drawing.evaluate(told)
    built = parsed(site, CHRONOLOGY).css_first(".frise-dessin--haute")
    assert built
    assert [each.attributes["transform"] for each in built.css("[transform]")] == drawing.evaluate(
        "node => [...node.querySelectorAll('[transform]')].map((each) => each.getAttribute('transform'))"
    )
    high = drawing.evaluate("node => node.clientHeight")
    page.get_by_label("Genre").select_option("appel")
    boxes: list[list[float]] = drawing.locator(".frise-evenement:visible").evaluate_all(
        "nodes => nodes.map((node) => node.getBoundingClientRect()).map((box) => [box.top, box.bottom])"
    )
    assert all(upper[1] <= lower[0] + 0.1 for upper, lower in pairwise(boxes))
    assert drawing.evaluate("node => node.clientHeight") < 0.7 * high
    page.get_by_role("button", name="Tout montrer").click()
    assert drawing.evaluate(told) == before
    context.close()


def test_the_wide_timeline_closes_up_over_what_is_hidden(site: Site, page: Page) -> None:
    page.goto(site.address + CHRONOLOGY)
    drawing = page.locator(".frise-dessin--large")
    told = "node => [node, ...node.querySelectorAll('*')].map((each) => each.outerHTML.split('>')[0])"
    before = drawing.evaluate(told)
    high = drawing.evaluate("node => node.clientHeight")
    page.get_by_label("Genre").select_option("appel")
    assert drawing.locator(".frise-voie:visible").count() == 1
    boxes: list[list[float]] = drawing.evaluate(
        """node => [node, ...node.querySelectorAll(".frise-axe, .frise-voie:not(.frise-ecarte), .frise-pied")]
          .map((each) => each.getBoundingClientRect()).map((box) => [box.top, box.bottom])"""
    )
    (top, bottom), *parts = boxes
    assert all(top - 1 <= part[0] <= part[1] <= bottom + 1 for part in parts)
    assert drawing.evaluate("node => node.clientHeight") < high / 2
    page.get_by_role("button", name="Tout montrer").click()
    assert drawing.evaluate(told) == before


@pytest.mark.parametrize("width", [720, 768, 1280, 1920])
def test_what_a_finger_can_hit_is_large_and_alone(site: Site, browser: Browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(site.address + CHRONOLOGY)
    boxes = page.locator(".frise-dessin:visible .frise-cible").evaluate_all(
        "nodes => nodes.map((node) => node.getBoundingClientRect()).map((box) => [box.x, box.y, box.right, box.bottom])"
    )
    context.close()
    assert len(boxes) > 10
    assert all(right - left >= 24 and bottom - top >= 24 for left, top, right, bottom in boxes)
    apart = 0.01  # pixels that rounding takes
    for one, other in combinations(boxes, 2):
        beside = one[2] <= other[0] + apart or other[2] <= one[0] + apart
        assert beside or one[3] <= other[1] + apart or other[3] <= one[1] + apart, (one, other)


def test_a_place_holds_what_lies_within_it(site: Site, page: Page) -> None:
    page.goto(f"{site.address}{CHRONOLOGY}?lieu=moscou&statut=douteux")
    assert _seen(page, "list") == {"rencontre-poutine-assad-mars-2015-alleguee"}  # in the Kremlin


def test_an_address_that_asks_for_what_is_not_there_shows_everything(site: Site, page: Page) -> None:
    page.goto(f"{site.address}{CHRONOLOGY}?dirigeant=personne&genre=%22%3E")
    assert len(_seen(page, "list")) == site.summary.events


def test_it_works_by_keyboard_and_says_nothing_in_the_console(site: Site, page: Page, watch: Watch) -> None:
    page.goto(site.address + CHRONOLOGY)
    page.get_by_label("Statut").focus()
    page.keyboard.press("d")  # « Démenti », as in any list
    expect(page.get_by_role("status")).to_contain_text(" sur ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(f"{site.summary.events} événements")
    for _ in range(4):  # from the first choice, past the others, to the timeline
        page.keyboard.press("Tab")
    sign = page.locator(".frise-evenement a:focus")
    expect(sign).to_have_count(1)
    target = sign.get_attribute("xlink:href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url("**" + target.removeprefix(".."))
    assert (watch.console, watch.foreign) == ([], [])


def test_without_scripts_there_is_no_form_and_the_whole_list(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + CHRONOLOGY + CALLS)
    assert not page.locator(".filtres").is_visible()
    assert len(_seen(page, "list")) == site.summary.events
    assert len(_seen(page, "timeline")) == site.summary.events
    context.close()


def test_a_moment_leads_to_the_map_and_back(site: Site, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.address + CHRONOLOGY)
    item = page.locator("#evenement-visite-assad-sotchi-2017-11-20")
    item.get_by_role("link", name="sur la carte").click()
    told = page.locator(".carte-recit")
    expect(told).to_contain_text("Bachar el-Assad se rend à Sotchi")
    told.get_by_role("link", name="dans la chronologie").click()
    assert page.url.endswith("/chronologie/#evenement-visite-assad-sotchi-2017-11-20")
    expect(item).to_be_in_viewport()
    expect(page.locator(".frise-choisi:visible")).to_have_count(1)
    context.close()


@pytest.mark.parametrize(("where", "width"), [(".chronology", 1280), (".frise", 1280), (".frise", 390)])
def test_the_way_to_the_map_and_back_keeps_the_filters(site: Site, browser: Browser, where: str, width: int) -> None:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{site.address}{CHRONOLOGY}?dirigeant=vladimir-poutine")
    page.get_by_label("Genre").select_option("visite")
    kept = "?dirigeant=vladimir-poutine&genre=visite"
    left = _seen(page, "list")
    page.locator(where).get_by_role("link", name="sur la carte\u202f: Bachar el-Assad se rend à Sotchi").click()
    page.wait_for_url(f"**/carte/{kept}#moment=visite-assad-sotchi-2017-11-20")
    told = page.locator(".carte-recit")
    told.get_by_role("link", name="dans la chronologie\u202f: Bachar el-Assad se rend à Sotchi").click()
    page.wait_for_url(f"**{CHRONOLOGY}{kept}#evenement-visite-assad-sotchi-2017-11-20")
    assert _seen(page, "list") == left
    expect(page.locator("#evenement-visite-assad-sotchi-2017-11-20")).to_be_in_viewport()
    page.goto(f"{site.address}/carte/{kept}#moment=appel-poutine-assad-2016-12-23")
    told.get_by_role("link", name="dans la chronologie").click()
    expect(page.locator("#evenement-appel-poutine-assad-2016-12-23")).to_be_in_viewport()
    assert len(_seen(page, "list")) == site.summary.events  # the filters would have hidden what was asked for
    context.close()


def test_on_the_map_one_steps_through_what_the_filters_leave(site: Site, page: Page, watch: Watch) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(site.address + CHRONOLOGY + CALLS)
    left = _seen(page, "list")
    page.locator(".frise .vers-carte:visible").first.click()
    told, notice = page.locator(".carte-recit"), page.locator(".carte-filtres")
    expect(notice).to_contain_text(f"{len(left)} événements sur {site.summary.events}")
    onward = page.get_by_role("button", name="Suivant")
    stepped = {page.url.split("=")[-1]}
    while onward.get_attribute("aria-disabled") == "false":
        onward.click()
        stepped.add(page.url.split("=")[-1])
    assert stepped == left
    told.get_by_role("link", name="dans la chronologie").click()
    page.wait_for_url(f"**{CHRONOLOGY}{CALLS}#evenement-*")
    expect(page.get_by_role("status")).to_contain_text(f"{len(left)} événements sur ")
    assert _seen(page, "list") == left
    page.go_back()
    page.get_by_role("button", name="Tout montrer").click()
    expect(notice).to_be_hidden()
    assert "?" not in page.url
    expect(page.get_by_role("slider")).to_be_focused()
    expect(page.get_by_role("slider")).to_have_attribute("max", str(site.summary.events))
    page.goto(f"{site.address}/carte/?dirigeant=personne&q=%22%3E")
    expect(page.get_by_role("slider")).to_have_attribute("max", str(site.summary.events))
    assert (watch.console, watch.foreign) == ([], [])


def test_every_sign_has_its_title_and_leads_to_its_event_and_to_its_moment_on_the_map(site: Site) -> None:
    tree = parsed(site, CHRONOLOGY)
    for drawing in (".frise-dessin--large", ".frise-dessin--haute"):
        signs = tree.css(f"{drawing} .frise-evenement")
        assert len(signs) == site.summary.events
        for sign in signs:
            id_ = sign.attributes["data-evenements"]
            ways = [link.attributes["xlink:href"] for link in sign.css("a")]
            assert ways == [f"../evenements/{id_}/", f"../carte/#moment-{id_}"]
            assert sign.css_first(".frise-titre")


@pytest.mark.parametrize("width", [320, 390, 480, 640, 719, 768])
def test_on_a_small_screen_words_are_of_one_size_and_signs_large_enough_to_touch(
    site: Site, browser: Browser, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(site.address + CHRONOLOGY)
    drawing = page.locator(".frise-dessin:visible")
    scale = drawing.evaluate("drawing => drawing.getScreenCTM().a")
    assert 0.85 < scale < 1.2  # letters of 12 to 13 pixels
    if width < 720:
        for sign in drawing.locator(".frise-evenement").all():
            box = sign.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24
            words = " ".join(sign.locator("tspan").all_text_contents())
            assert words
            assert words in (sign.locator(".frise-vers-page title").text_content() or "")
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_filtered(
    site: Site, browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    for path in (CHRONOLOGY + "?statut=annonce", "/rencontres/"):
        page.goto(site.address + path, wait_until="load")
        found = axe_faults(page)
        assert found == []
    context.close()


def test_nothing_scrolls_sideways(site: Site, browser: Browser) -> None:
    for width in (320, 390, 768):
        assert too_wide(site, browser, width, (CHRONOLOGY, "/rencontres/")) == {}


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_all_words_of_a_drawing_lie_inside_it_and_apart(site: Site, browser: Browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for path, drawing in ((CHRONOLOGY, ".frise-dessin:visible"), ("/rencontres/", ".graphe")):
        page.goto(site.address + path)
        page.evaluate("document.fonts.ready")
        words: list[tuple[str, float, float, float, float]] = page.locator(drawing).evaluate(
            """drawing => [drawing, ...drawing.querySelectorAll("text")]
              .map((node) => [node, node.getBoundingClientRect()])
              .map(([node, box]) => [node.textContent, box.left, box.top, box.right, box.bottom])"""
        )
        (_, left, top, right, bottom), *texts = words
        assert len(texts) > 5
        for number, one in enumerate(texts):
            assert left - 1 <= one[1], one
            assert one[3] <= right + 1, one
            assert top - 1 <= one[2], one
            assert one[4] <= bottom + 1, one
            for other in texts[number + 1 :]:
                shared = min(one[3], other[3]) - max(one[1], other[1]), min(one[4], other[4]) - max(one[2], other[2])
                assert min(shared) < 4, (one, other)  # the boxes of letters are higher than the letters
    context.close()
