"""The map of the real dossier: alive, drawn, and in words; by keyboard, in time, on any width."""

import gzip
import json
import math
import re
import shutil
from collections.abc import Iterator
from itertools import combinations, permutations
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from browsing import axe_faults
from harness import Site, Watch, build_instant, served
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.config import folders
from generator.pipeline import build

SMALL_DOSSIER = Path(__file__).resolve().parents[1] / "sites" / "base"
LARGE = "/carte/"
SMALL = ("/", "/lieux/moscou/", "/evenements/visite-assad-sotchi-2017-11-20/")


@pytest.fixture
def still(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who wants no motion."""
    context = browser.new_context(reduced_motion="reduce")
    yield context
    context.close()


def _opened(context: BrowserContext, site: Site, path: str = LARGE) -> Page:
    page = context.new_page()
    page.goto(site.address + path)
    page.locator("figure.carte").scroll_into_view_if_needed()
    expect(page.locator(".carte-vive .carte-lieu").first).to_be_visible()
    return page


def _html(site: Site, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site.folder / path.strip("/") / "index.html").read_text("utf-8"))


def _pinned(site: Site) -> dict[str, int]:
    """The places that the table of places names, and how many events it gives for each."""
    (table,) = (t for t in _html(site, LARGE).css("table") if "Pays" in t.text())
    rows = [row.css("td") for row in table.css("tbody tr")]
    return {row[0].text(strip=True): len(row[2].css("time")) for row in rows}


def _numbers(site: Site) -> dict[str, int]:
    """What their signs say: how many of them happened or, where none did, how many are told of."""
    (table,) = (t for t in _html(site, LARGE).css("table") if "Pays" in t.text())
    rows = [row.css("td") for row in table.css("tbody tr")]
    happened = {row[0].text(strip=True): len(row[2].css("time")) - len(row[2].css(".status")) for row in rows}
    return {name: happened[name] or told for name, told in _pinned(site).items()}


def _script(site: Site, path: str) -> str:
    """The page's own script, the last that its map loads."""
    own = _html(site, path).css("article script[src]")[-1].attributes["src"]
    assert own is not None
    return (site.folder / "assets" / "carte" / Path(own).name).read_text("utf-8")


def test_a_map_down_the_page_comes_alive_when_it_is_nearly_in_sight(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 240})
    page = context.new_page()
    page.goto(site.address, wait_until="networkidle")
    figure = page.locator("figure.carte")
    expect(figure.locator(".carte-statique")).to_be_visible()
    assert figure.locator(".leaflet-container").count() == 0
    figure.scroll_into_view_if_needed()
    expect(figure.locator(".carte-vive .carte-lieu").first).to_be_visible()
    context.close()


def test_alive_drawn_and_in_words_it_says_the_same(site: Site) -> None:
    pinned = _pinned(site)
    assert {"Moscou", "Sotchi", "Damas", "Hmeimim"} <= pinned.keys()
    drawn = {}
    for group in _html(site, LARGE).css(".carte-lieux .carte-lieu"):
        texts = [(n.attributes.get("class"), n.text()) for n in group.css("text")]
        number = next((int(text) for style, text in texts if style == "carte-nombre"), 0)
        named = next((text for style, text in texts if style != "carte-nombre"), None)
        if named:  # what is drawn closer has its name there
            drawn[named] = number
    assert drawn == _numbers(site) != pinned
    (data,) = re.findall(r"dossierCarte\.lieux\(\w+, (.*)\);", _script(site, LARGE))
    places = json.loads(data)
    assert {place["nom"]: len(place["rangs"]) for place in places} == pinned
    assert {place["nom"]: len(place["etablis"] or place["rangs"]) for place in places} == _numbers(site)


def _told_in_the_table(site: Site) -> list[tuple[str, bool]]:
    """Each journey as the map says it, put together from the table's cells, and whether the map can draw it."""
    (table,) = (t for t in _html(site, LARGE).css("table") if "Vers" in t.text())
    found = []
    for row in table.css("tbody tr"):
        date, who, start, end, event = row.css("td")
        link, note = start.css_first("a"), start.css_first(".editors")
        begun = "".join(node.text() for node in (link or note,) if node)
        begun += " (départ supposé)" if link and note else ""
        status = event.css_first(".statut")
        firm = f" ({status.text()})" if status else ""
        person = who.css_first("a") or who
        found.append((f"{person.text()}, {begun} → {end.text()}, {date.text()}{firm}", link is not None))
    return found


def test_the_journeys_are_the_same_too(site: Site) -> None:
    table = _told_in_the_table(site)
    drawable = sorted(told for told, drawn in table if drawn)
    assert len(table) > len(drawable) > 3
    for drawing in _html(site, LARGE).css(".carte-statique .carte-dessin"):
        assert sorted(title.text() for title in drawing.css(".carte-trajets title")) == drawable
    script = _script(site, LARGE)
    assert sorted(json.loads(f'"{told}"') for told in re.findall(r'"dit": "([^"]*)"', script)) == drawable
    assert script.count('"LineString"') == len(drawable)


def test_a_journey_that_cannot_be_drawn_is_told_where_it_leads(site: Site, still: BrowserContext) -> None:
    page = _opened(still, site)
    expect(page.locator(".standfirst")).to_contain_text("7\u00a0trajets. ")
    expect(page.locator(".standfirst")).to_contain_text("Un trajet n’est pas tracé")
    page.locator(".carte-vive .carte-lieu", has_text="Istanbul").click()
    told = "Vladimir Poutine, point de départ non dit → Istanbul, 8\u00a0janvier 2020 (annoncé)"
    expect(page.locator(".leaflet-popup-content")).to_contain_text(told)


def test_no_journey_lies_on_another(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=True, viewport={"width": 1280, "height": 800})
    page = _opened(context, site)
    curves: list[list[list[float]]] = page.evaluate(
        """() => [...document.querySelectorAll(".carte-vive path.carte-trajet")].map((path) => {
          const long = path.getTotalLength();
          return Array.from({ length: 61 }, (_, step) => path.getPointAtLength(long * step / 60))
            .map(({ x, y }) => [x, y]);
        })"""
    )
    context.close()
    assert len(curves) > 3
    for pair in combinations(curves, 2):
        short, long = sorted(pair, key=lambda points: math.dist(points[0], points[-1]))
        near = [point for point in short if min(math.dist(point, other) for other in long) < 3]
        assert len(near) < 0.25 * len(short)


def test_a_moment_is_shown_with_the_whole_of_its_journeys(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, reduced_motion="reduce")
    page = _opened(context, site)
    seen = 0
    for _ in range(page.locator(".carte-moments li").count()):
        page.get_by_role("button", name="Suivant").click()
        outside = page.evaluate(
            """() => {
              const map = document.querySelector(".carte-vive .folium-map").getBoundingClientRect();
              return [...document.querySelectorAll("path.carte-present")].map((path) => path.getBoundingClientRect())
                .map((box) => [box.left - map.left, box.top - map.top, map.right - box.right, map.bottom - box.bottom])
            }"""
        )
        seen += len(outside)
        assert all(edge >= 0 for edges in outside for edge in edges)
    context.close()
    assert seen == len([told for told, drawn in _told_in_the_table(site) if drawn])


@pytest.mark.parametrize("path", [LARGE, *SMALL])
def test_the_key_explains_the_signs_that_stand_there(site: Site, path: str) -> None:
    tree = _html(site, path)
    signs = {
        "vide": ".carte-lieu:not(:has(.carte-nombre))",
        "lieu": ".carte-lieu:has(.carte-nombre):not(.carte-lieu--incertain)",
        "incertain": ".carte-lieu--incertain",
        "trajet": ".carte-trajet.carte-established:not(.carte-suppose)",
        "suppose": ".carte-trajet.carte-established.carte-suppose",
        "annonce": ".carte-trajet:not(.carte-established)",
    }
    (legend,) = tree.css("figure .carte-legende")
    explained = {str(cle.attributes["class"]).rpartition("--")[2] for cle in legend.css(".carte-cle")}
    (drawing,) = tree.css(".carte-large .carte-dessin")
    assert explained - {"groupe"} == {sign for sign, selector in signs.items() if drawing.css(selector)}


@pytest.mark.parametrize("path", [LARGE, *SMALL])
def test_the_key_explains_the_sign_of_a_group_while_there_is_one(site: Site, browser: Browser, path: str) -> None:
    for width in (390, 1280):
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = _opened(context, site, path)
        explained = page.locator(".carte-dit--groupe")
        groups = page.locator(".carte-lieu--groupe").count()
        assert (explained.count() and explained.is_visible()) == bool(groups), width
        context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_no_journey_crosses_the_name_of_a_land(site: Site, browser: Browser, width: int) -> None:
    for scripts in (True, False):
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(site.address + LARGE)
        if scripts:
            expect(page.locator(".carte-vive .carte-lieu").first).to_be_visible()
            page.evaluate("document.fonts.ready")
        crossed = page.evaluate(
            """() => {
              const seen = (node) => getComputedStyle(node).visibility === "visible" && node.getClientRects().length;
              const names = [...document.querySelectorAll(".carte-nom span, .carte-pays text")].filter(seen);
              const ways = [...document.querySelectorAll("path.carte-trajet")].filter(seen);
              const inside = (svg) => {  // what lies beyond a drawing isn't seen
                const { left, right, top, bottom } = svg.getBoundingClientRect();
                return ({ x, y }) => x > left && x < right && y > top && y < bottom;
              };
              const points = ways.flatMap((way) => Array.from({ length: 200 }, (_, step) =>
                way.getPointAtLength(way.getTotalLength() * step / 199).matrixTransform(way.getScreenCTM()))
                .filter(inside(way.ownerSVGElement)));
              return names.filter((name) => {
                const { left, right, top, bottom } = name.getBoundingClientRect();
                return points.some(({ x, y }) => x > left && x < right && y > top && y < bottom);
              }).map((name) => name.textContent);
            }"""
        )
        context.close()
        assert crossed == [], scripts


def test_every_marker_is_reached_entered_and_left_by_keyboard(site: Site, still: BrowserContext) -> None:
    page = _opened(still, site)
    markers = page.locator(".carte-lieu[tabindex='0']")
    seen = set()
    for index in range(markers.count()):
        marker = markers.nth(index)
        marker.focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog").filter(has=page.locator(".carte-titre"))
        expect(dialog).to_be_visible()
        seen |= set(dialog.locator(".carte-titre").all_inner_texts())
        expect(dialog.locator(".carte-titre a").first).to_be_focused()
        expect(dialog.get_by_role("button", name="Fermer")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        expect(marker).to_be_focused()
    assert seen == _pinned(site).keys()


def test_a_popup_lists_the_place_s_events_and_leads_to_their_pages(site: Site, still: BrowserContext) -> None:
    page = _opened(still, site)
    page.locator(".carte-vive .carte-lieu", has_text="Moscou").click()
    popup = page.locator(".leaflet-popup-content")
    expect(popup.locator("li a")).to_have_count(_pinned(site)["Moscou"])
    expect(popup).to_contain_text("Bachar el-Assad, Damas (départ supposé) → Moscou, 24\u00a0juillet 2024")
    expect(popup).to_contain_text("(démenti)")
    popup.get_by_role("link", name="Moscou", exact=True).click()
    expect(page.locator("h1")).to_have_text("Moscou")


def test_one_steps_through_time_and_shares_a_moment(site: Site, still: BrowserContext) -> None:
    page = _opened(still, site)
    shown = page.locator(".carte-vive path.carte-trajet:not(.carte-avenir)")
    everything = shown.count()
    moments = page.locator(".carte-moments li")
    page.get_by_role("button", name="Suivant").click()
    assert "#moment=" in page.url
    expect(page.locator(".carte-recit")).to_have_text(
        re.sub(r"\s+", " ", moments.first.inner_text()), use_inner_text=True
    )
    expect(page.locator(".carte-recit a")).to_have_count(2)  # to the event, and to its line in the chronology
    assert shown.count() == 0
    page.get_by_role("slider").focus()
    page.keyboard.press("End")
    assert page.get_by_role("slider").input_value() == str(moments.count())
    assert shown.count() == everything
    expect(page.get_by_role("button", name="Suivant")).to_be_disabled()
    page.keyboard.press("ArrowLeft")
    address = page.evaluate("location.href")
    told = page.locator(".carte-recit").inner_text()
    other = still.new_page()
    other.goto(address)
    expect(other.locator(".carte-recit")).to_have_text(told, use_inner_text=True)
    other.goto(address.partition("#")[0])
    expect(other.locator(".carte-recit")).to_contain_text("Tous les moments")


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("path", [LARGE, *SMALL])
def test_no_label_lies_on_another(site: Site, browser: Browser, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = _opened(context, site, path)
    page.evaluate("document.fonts.ready")
    boxes: list[list[Any]] = page.evaluate(
        """() => [...document.querySelectorAll(".carte-etiquette:not([data-cote=aucun]), .carte-nom span")]
          .filter((node) => node.style.visibility !== "hidden")
          .map((node) => [node.textContent, node.getBoundingClientRect()])
          .map(([text, box]) => [text, box.left, box.top, box.right, box.bottom])"""
    )
    context.close()
    assert len(boxes) > 1
    for one, other in combinations(boxes, 2):
        apart = one[3] <= other[1] or other[3] <= one[1] or one[4] <= other[2] or other[4] <= one[2]
        assert apart, (one, other)


@pytest.mark.parametrize("path", [LARGE, "/"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_where_places_crowd_they_are_drawn_closer_beside_the_map(
    site: Site, browser: Browser, width: int, path: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = _opened(context, site, path)
    closer = page.locator(".carte-pres")
    expect(closer).to_be_visible()
    expect(closer.locator("p")).to_have_text("Syrie, de plus près")
    names = {"Alep", "Damas", "Hmeimim", "Lattaquié", "Tartous"}
    assert set(closer.locator(".carte-lieux text:not(.carte-nombre)").all_text_contents()) == names
    boxes = [name.bounding_box() for name in closer.locator(".carte-lieux text:not(.carte-nombre)").all()]
    for one, other in combinations(filter(None, boxes), 2):
        assert one["y"] + one["height"] * 0.8 <= other["y"] + other["height"] * 0.2 or (
            other["y"] + other["height"] * 0.8 <= one["y"] + one["height"] * 0.2
            or one["x"] + one["width"] <= other["x"]
            or other["x"] + other["width"] <= one["x"]
        )
    framed = page.locator(".carte-lieu--cadre")
    expect(framed).to_have_count(1)
    assert page.locator(".carte-vive .carte-lieu").count() == 4  # Moscow, Sochi, Istanbul, and one for all of these
    framed.press("Enter")
    assert set(page.locator(".carte-titre").all_inner_texts()) == names
    page.keyboard.press("Escape")
    for _ in range(6):  # Leaflet ignores what is asked while it still draws a zoom
        if framed.count():
            page.get_by_role("button", name="Agrandir").press("Enter")
            expect(page.locator(".leaflet-zoom-anim")).to_have_count(0)
    expect(framed).to_have_count(0)
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_without_scripts_the_drawing_stands(site: Site, browser: Browser, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 700})
    page = context.new_page()
    for path in (LARGE, *SMALL):
        page.goto(site.address + path)
        drawing = page.locator(".carte-statique .carte-dessin:visible")
        expect(drawing).to_have_count(1)
        assert not page.locator(".carte-vive").is_visible(), path
        frame = drawing.bounding_box()
        assert frame
        assert frame["x"] >= 0
        assert frame["x"] + frame["width"] <= width
        names = [name.bounding_box() for name in page.locator(".carte-lieux text:not(.carte-nombre):visible").all()]
        assert len(names) > (path == LARGE)
        assert all(box and box["height"] >= 11 for box in names), "too small to be read"
    context.close()


def test_only_pages_with_a_map_load_it_and_it_is_light(site: Site) -> None:
    for path in site.pages:
        tree = LexborHTMLParser(
            (site.folder / (path + "index.html" if path.endswith("/") else path).lstrip("/")).read_text("utf-8")
        )
        loads = bool(tree.css("script[src*=leaflet], link[href*=leaflet]"))
        assert loads is bool(tree.css("figure.carte")), path
    wanted = [
        "leaflet/leaflet.js",
        "leaflet/leaflet.css",
        "carte/fond.js",
        "carte/vue.js",
        "carte/carte.css",
        "carte/carte.js",
    ]
    weight = sum(len(gzip.compress((site.folder / "assets" / name).read_bytes(), 9, mtime=0)) for name in wanted)
    assert weight <= 100_000


def test_it_runs_from_a_file_without_a_server(site: Site, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto((site.folder / "carte" / "index.html").as_uri())
    expect(page.locator(".carte-vive .carte-lieu").first).to_be_visible()
    assert page.locator("path.carte-terre").count() == 2
    assert [line for line in said if "font" not in line and "ERR_FAILED" not in line] == []  # fonts need a server


def test_it_asks_nobody_for_anything(site: Site, page: Page, watch: Watch) -> None:
    page.goto(site.address + LARGE)
    expect(page.locator(".carte-vive .carte-lieu").first).to_be_visible()
    page.get_by_role("button", name="Agrandir").click()
    page.get_by_role("button", name="Suivant").click()
    page.locator(".carte-vive .carte-lieu").first.click()
    page.wait_for_load_state("networkidle")
    assert (watch.console, watch.foreign) == ([], [])


def test_the_page_says_whose_basemap_it_is_and_how_borders_are_drawn(site: Site) -> None:
    article = _html(site, LARGE).css_first("article")
    assert article is not None
    text = article.text()
    assert "Natural Earth (domaine public), modifié et simplifié" in text
    assert "n’impliquent ni reconnaissance ni prise de position" in text


def test_instant_navigation_leaves_one_map_and_no_leak(tmp_path: Path, browser: Browser) -> None:
    """Ten times to the map and away, without the page ever loading anew."""
    folder = tmp_path / "site"
    with served(folder) as address:
        build_instant(tmp_path, folder, address)
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.goto(address)
        page.evaluate("window.same = true")
        counted = []
        for _ in range(10):
            page.locator(".md-tabs__link", has_text="Carte").click()
            expect(page.locator(".carte-temps")).to_have_count(1)
            expect(page.locator(".leaflet-container")).to_have_count(1)
            counted.append(_metrics(page))
            page.locator(".md-tabs__link", has_text="Chronologie").click()
            expect(page.locator("h1")).to_have_text("Chronologie")
        assert page.evaluate("window.same === true")
        page.close()
    assert said == []
    assert counted[-1]["JSHeapUsedSize"] < 1.5 * counted[0]["JSHeapUsedSize"]
    assert counted[-1]["JSEventListeners"] < 2 * counted[0]["JSEventListeners"]


def _metrics(page: Page) -> dict[str, float]:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("HeapProfiler.collectGarbage")
    return {entry["name"]: entry["value"] for entry in session.send("Performance.getMetrics")["metrics"]}


def test_openstreetmap_is_asked_only_where_set_and_once_the_reader_agrees(
    site: Site, tmp_path: Path, browser: Browser
) -> None:
    assert not [
        path for path in site.pages if "openstreetmap" in (_html(site, path.replace("404.html", "")).html or "").lower()
    ]
    content = tmp_path / "content"
    shutil.copytree(SMALL_DOSSIER / "content", content)
    settings = content / "dossier.yml"
    settings.write_text(settings.read_text("utf-8") + "openstreetmap: true\n", "utf-8")
    where = folders(tmp_path)
    build(where, lambda step: None)
    asked: list[str] = []
    context = browser.new_context()
    context.on("request", lambda request: asked.append(request.url))
    context.route("https://tile.openstreetmap.org/**", lambda route: route.abort())  # nothing leaves this machine
    with served(where.site) as address:
        page = context.new_page()
        page.goto(f"{address}/carte/")
        button = page.get_by_role("button", name="Afficher les rues")
        expect(page.locator(".carte-offre")).to_contain_text("votre adresse IP")
        assert not [url for url in asked if "openstreetmap" in url]
        with page.expect_request("https://tile.openstreetmap.org/**"):
            button.click()
        assert {urlsplit(url).netloc for url in asked} <= {urlsplit(address).netloc, "tile.openstreetmap.org"}
    context.close()


def test_it_works_below_a_host_s_root(site: Site, tmp_path: Path, page: Page) -> None:
    shutil.copytree(site.folder, tmp_path / "un" / "sous-dossier")
    shutil.copyfile(site.folder / "404.html", tmp_path / "404.html")
    with served(tmp_path) as address:
        page.goto(f"{address}/un/sous-dossier{LARGE}")
        page.locator(".carte-vive .carte-lieu", has_text="Moscou").click()
        page.locator(".leaflet-popup-content .carte-titre a").first.click()
        expect(page.locator("h1")).to_have_text("Moscou")
        assert page.url == f"{address}/un/sous-dossier/lieux/moscou/"


def _swipe(devtools: CDPSession, *paths: tuple[tuple[float, float], tuple[float, float]]) -> None:
    """Fingers that go from one point of the screen to another, at once."""
    steps = 12
    for step in range(steps + 1):
        points = [
            {"x": x0 + (x1 - x0) * step / steps, "y": y0 + (y1 - y0) * step / steps, "id": finger}
            for finger, ((x0, y0), (x1, y1)) in enumerate(paths)
        ]
        kind = "touchMove" if step else "touchStart"
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.parametrize(("width", "mobile"), [(390, True), (1024, False)])
def test_one_finger_scrolls_the_page_and_two_move_the_map(
    browser: Browser, site: Site, width: int, mobile: bool
) -> None:
    """On a phone, and on a screen that knows a mouse as well."""
    context = browser.new_context(viewport={"width": width, "height": 780}, has_touch=True, is_mobile=mobile)
    page = _opened(context, site)
    box = page.locator(".folium-map").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    devtools = context.new_cdp_session(page)
    where = "() => [...document.querySelectorAll('.carte-lieu')].map((marker) => marker.style.transform).join()"
    stands = page.evaluate(where)
    _swipe(devtools, ((x, y), (x, y - 130)))
    page.wait_for_function("() => scrollY > 80")
    assert page.evaluate(where) == stands, "the map moved under one finger"
    page.evaluate("() => scrollTo({ top: 0, behavior: 'instant' })")
    _swipe(devtools, ((x - 40, y), (x - 140, y)), ((x + 40, y), (x + 140, y)))
    page.wait_for_function(f"(stands) => ({where})() !== stands", arg=stands)
    assert page.evaluate("() => visualViewport.scale") == 1, "the page was magnified with the map"
    context.close()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a dossier in which one leader travels more than a page can hold an element for."""
    top = tmp_path_factory.mktemp("crowded")
    shutil.copytree(SMALL_DOSSIER / "content", top / "content")
    for number in range(18):
        lat, lon = 45.2 + number % 6 * 0.4, 5.2 + number // 6 * 1.6
        text = f"---\nname: Lieu {number}\nkind: city\ncountry: CH\nlat: {lat:.2f}\nlon: {lon:.2f}\n---\n"
        (top / "content" / "places" / f"lieu-{number}.md").write_text(text, "utf-8")
    journeys = [
        f"  - {{who: aline-vaucher, from: lieu-{one}, to: lieu-{other}}}\n" for one, other in permutations(range(18), 2)
    ]
    event = (top / "content" / "events" / "visite-evian-2031-05-02.md").read_text("utf-8")
    event = event.replace("journeys:\n", "journeys:\n" + "".join(journeys))
    (top / "content" / "events" / "visite-evian-2031-05-02.md").write_text(event, "utf-8")
    where = folders(top)
    build(where, lambda step: None)
    return where.site


def test_a_crowded_map_is_painted_in_one_place_and_told_in_words_apart(crowded: Path, still: BrowserContext) -> None:
    page = still.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    with served(crowded) as address:
        page.goto(address + LARGE)
        expect(page.locator("canvas.carte-foule")).to_be_visible()
        page.wait_for_function(
            "(c => c.width && c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(Boolean))"
            "(document.querySelector('canvas.carte-foule'))"
        )
        expect(page.locator(".carte-vive path.carte-trajet")).to_have_count(0)
        page.locator(".carte-vive .carte-lieu", has_text="Évian").click()
        expect(page.locator(".leaflet-popup-content li")).to_have_text(re.compile("Aline Vaucher se rend à Évian"))
        page.get_by_role("link", name=re.compile("tableaux")).click()
        expect(page.locator("table").last.locator("tbody tr")).to_have_count(307)
    assert said == []


def test_a_crowd_stands_only_where_one_looks(crowded: Path, still: BrowserContext) -> None:
    """Each marker costs a browser a layer: thousands of them out of sight made a zoom last half a minute."""
    page = still.new_page()
    out_of_sight = """() => {
      const map = document.querySelector(".folium-map").getBoundingClientRect();
      const far = (at, from, to) => at < from - (to - from) / 2 || at > to + (to - from) / 2;
      return [...document.querySelectorAll(".carte-vive .carte-lieu")].map((marker) => marker.getBoundingClientRect())
        .filter(({ x, y }) => far(x, map.left, map.right) || far(y, map.top, map.bottom)).length;
    }"""
    with served(crowded) as address:
        page.goto(address + LARGE)
        markers = page.locator(".carte-vive .carte-lieu")
        expect(markers).not_to_have_count(0)
        markers.first.press("Enter")
        expect(page.locator(".leaflet-popup")).to_be_visible()
        buttons, popup = (page.locator(part).bounding_box() for part in (".leaflet-control-zoom", ".leaflet-popup"))
        assert buttons
        assert popup
        assert popup["x"] >= buttons["x"] + buttons["width"], "the popup opens under the buttons"
        page.keyboard.press("Escape")
        for _ in range(5):
            page.locator(".leaflet-control-zoom-in").click()
            expect(page.locator(".leaflet-zoom-anim")).to_have_count(0)
            page.wait_for_function(f"() => ({out_of_sight})() === 0")
        assert markers.count() < 18


def test_the_drawing_of_a_crowd_has_one_line_for_each_kind_of_journey(crowded: Path) -> None:
    tree = LexborHTMLParser((crowded / "carte" / "index.html").read_text("utf-8"))
    (path,) = tree.css(".carte-large .carte-trajets path")
    assert (path.attributes["d"] or "").count("M") == 306


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_popup_has_room_and_can_be_read(
    browser: Browser, site: Site, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 780}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = _opened(context, site)
    page.locator(".carte-vive .carte-lieu", has_text="Moscou").press(" ")
    boxes = [page.locator(part).bounding_box() for part in (".folium-map", ".leaflet-control-zoom", ".leaflet-popup")]
    outer, buttons, popup = (box for box in boxes if box)
    assert buttons["x"] + buttons["width"] <= popup["x"]
    assert popup["x"] + popup["width"] <= outer["x"] + outer["width"]
    expect(page.locator(".leaflet-popup-close-button")).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    assert axe_faults(page, rules={"target-size": {"enabled": True}}) == []
    context.close()


def test_a_moment_asked_for_from_the_chronology_is_seen_on_the_map(site: Site, still: BrowserContext) -> None:
    page = still.new_page()
    page.goto(f"{site.address}/chronologie/")
    page.get_by_role("link", name="sur la carte").last.click()
    expect(page.locator(".carte-recit a").first).to_be_visible()
    page.wait_for_function("() => location.hash.startsWith('#moment=')")
    expect(page.locator(".folium-map")).to_be_in_viewport()
    below = "() => document.querySelector('.folium-map').getBoundingClientRect().top >= " + (
        "document.querySelector('.md-header').getBoundingClientRect().bottom"
    )
    page.wait_for_function(below)
    page.get_by_role("button", name="Suivant").press("Enter")
    expect(page.get_by_role("button", name="Suivant")).to_be_focused()
