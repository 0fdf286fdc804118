"""A dossier of three hundred articles, in the browser: what only shows where there is much of everything."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import pytest
from browsing import axe_faults
from harness import Site, served
from made import write_dossier
from playwright.sync_api import Browser, Page, expect
from reading import lost_links, parsed, too_wide

from generator.check import check
from generator.config import Folders
from generator.load.disk import load
from generator.pipeline import build

ROOT: Final = Path(__file__).resolve().parents[2]
ARTICLES: Final = 300
EVENTS: Final = 180
LEADERS: Final = 40
PLACES: Final = 60
SHAPED_BY_NUMBERS: Final = (
    "/",
    "/articles/",
    "/dirigeants/",
    "/dirigeants/personne-3/",
    "/lieux/ville-3/",
    "/evenements/",
    "/chronologie/",
    "/carte/",
    "/rencontres/",
    "/recherche/",
)
PATIENCE: Final = 30_000
"""Milliseconds that a busy machine may take to compile and ask the index of the search."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The made dossier's site, served on localhost."""
    top = tmp_path_factory.mktemp("many")
    write_dossier(top / "content", articles=ARTICLES, events=EVENTS, leaders=LEADERS, places=PLACES)
    where = Folders(top, ROOT, top / "build")
    summary = build(where, lambda step: None)
    with served(where.site) as address:
        yield Site(where.site, address, summary)


def test_it_has_nothing_to_reproach(tmp_path: Path) -> None:
    write_dossier(tmp_path, articles=ARTICLES, events=EVENTS, leaders=LEADERS, places=PLACES)
    assert check(load(tmp_path)).problems == ()


def test_all_of_it_is_there(many: Site) -> None:
    assert many.summary.articles == ARTICLES
    assert len(parsed(many, "/articles/").css("article .card, article li a[href$='/']")) >= ARTICLES
    assert len(parsed(many, "/chronologie/").css(".frise-dessin--large .frise-evenement, .event")) > EVENTS
    assert lost_links(many) == []


def test_a_sign_of_several_events_speaks_of_those_that_a_filter_leaves(many: Site, page: Page) -> None:
    page.goto(many.address + "/chronologie/")
    page.get_by_label("Personne").select_option(index=1)
    told = page.evaluate("""() => [...document.querySelectorAll(".frise-evenement:not(.frise-ecarte)")]
      .filter((sign) => sign.querySelector(".frise-nombre"))
      .map((sign) => {
        const lines = sign.dataset.evenements.split(" ").map((id) => document.getElementById(`evenement-${id}`));
        const left = lines.filter((line) => !line.hidden);
        return {
          number: left.length,
          said: sign.querySelector("title").textContent,
          year: left[0].closest(".year").querySelector("h2").textContent.trim(),
          seen: document.querySelector(sign.querySelector("a").getAttribute("xlink:href")).checkVisibility(),
        };
      })""")
    assert told
    for sign in told:
        assert sign["seen"], sign
        assert sign["said"].startswith(f"{sign['number']} événement"), sign
        assert sign["year"] in sign["said"], sign


def test_titles_take_the_room_that_a_filter_makes(many: Site, page: Page) -> None:
    page.goto(many.address + "/chronologie/")
    drawing = page.locator(".frise-dessin--large")
    assert drawing.locator(".frise-ajout").count() == 0
    page.get_by_label("Personne").select_option(index=1)
    signs: list[tuple[str, str, list[float]]] = drawing.locator(".frise-evenement:visible").evaluate_all(
        """nodes => nodes.map((node) => [node.querySelector("title").textContent,
          node.querySelector(".frise-titre")?.textContent ?? "", node.getBoundingClientRect()])
          .map(([said, title, box]) => [said, title, [box.left, box.top, box.right, box.bottom]])"""
    )
    titled = [(said, title) for said, title, _ in signs if title]
    assert len(titled) > len(signs) / 2
    assert all(title in said for said, title in titled if " événement" not in said)
    for number, (_, _, one) in enumerate(signs):
        for _, _, other in signs[number + 1 :]:
            beside = one[2] <= other[0] or other[2] <= one[0]
            assert beside or one[3] <= other[1] + 1 or other[3] <= one[1] + 1, (one, other)
    page.get_by_role("button", name="Tout montrer").click()
    assert drawing.locator(".frise-ajout").count() == 0


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_scrolls_sideways(many: Site, browser: Browser, width: int) -> None:
    assert too_wide(many, browser, width, SHAPED_BY_NUMBERS) == {}


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing(many: Site, browser: Browser, width: int, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )
    page = context.new_page()
    wrong = {}
    for path in ("/", "/dirigeants/personne-3/", "/chronologie/", "/carte/", "/rencontres/"):
        page.goto(many.address + path, wait_until="load")
        if found := axe_faults(page):
            wrong[path] = found
    context.close()
    assert wrong == {}


def test_the_map_keeps_its_signs_apart(many: Site, page: Page) -> None:
    page.goto(f"{many.address}/carte/")
    markers = page.locator(".carte-vive .carte-lieu")
    expect(markers).not_to_have_count(0)
    boxes = [box for marker in markers.all() if (box := marker.bounding_box())]
    centres = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
    near = [
        (one, other)
        for number, one in enumerate(centres)
        for other in centres[number + 1 :]
        if abs(one[0] - other[0]) < 8 and abs(one[1] - other[1]) < 8
    ]
    assert near == []


def test_its_chronology_is_narrowed_to_one_person(many: Site, page: Page) -> None:
    page.goto(f"{many.address}/chronologie/?dirigeant=personne-3")
    shown = page.locator(".event:visible")
    expect(shown).not_to_have_count(0)
    assert 0 < shown.count() < EVENTS // 4


def test_its_search_finds_one_article_among_them(many: Site, page: Page) -> None:
    page.goto(f"{many.address}/recherche/?q=épisode 217")
    expect(page.locator("#resultats a").first).to_contain_text("épisode 217", timeout=PATIENCE)
