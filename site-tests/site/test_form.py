"""The form of the pages: what a visit weighs, what moves, how large things are, and the way through by keyboard."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

import pytest
from fontTools.ttLib import TTFont
from harness import Site
from playwright.sync_api import Browser, Page, expect
from reading import file_of, parsed, too_wide

FIRST_VISITS: Final = (
    "/articles/2017-11-21-assad-a-sotchi/",
    "/dirigeants/vladimir-poutine/",
    "/divergences/",
    "/evenements/",
    "/methode/",
)
MOST: Final = 200_000
"""What a first visit of a page without a map may weigh, in bytes, as a host sends it compressed."""
STEADY: Final = 0.003
"""Cumulative Layout Shift; what is seen as good goes up to 0.1."""
SHIFTS: Final = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(sum))));
})"""


@pytest.mark.parametrize("path", FIRST_VISITS)
def test_a_first_visit_is_light(site: Site, page: Page, path: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    page.goto(site.address + path, wait_until="networkidle")
    weights = {name: _sent(file_of(site, name)) for name in fetched}
    assert sum(weights.values()) <= MOST, weights


def _sent(file: Path) -> int:
    """The bytes that a host sends of a file: fonts are compressed already."""
    data = file.read_bytes()
    return len(data) if file.suffix in {".woff2", ".png"} else len(gzip.compress(data))


def test_no_script_holds_up_a_page(site: Site) -> None:
    for path in site.pages:
        for script in parsed(site, path).css("script[src]"):
            assert {"defer", "async"} & set(script.attributes), (path, script.html)


@pytest.mark.parametrize("path", ["/", *FIRST_VISITS, "/lieux/moscou/", "/carte/", "/chronologie/"])
@pytest.mark.parametrize(("width", "height"), [(390, 800), (768, 1024), (1280, 800), (1350, 940)])
def test_nothing_jumps_while_a_page_loads(site: Site, browser: Browser, path: str, width: int, height: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(site.address + path, wait_until="networkidle")
    shifted = page.evaluate(SHIFTS)
    context.close()
    assert shifted < STEADY


LINES: Final = """(selector) => [...document.querySelectorAll(selector)].flatMap((block) => {
  const lines = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let bottom = -Infinity;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest(".interest")) continue;
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (!box?.width) continue;
      if (box.top > bottom - 4) { lines.push(""); bottom = box.bottom; }
      lines[lines.length - 1] += node.data[at];
    }
  }
  return lines.slice(0, -1).map((line) => line.trim());
})"""
"""The full lines of some blocks, as the browser breaks them: all but the last of each.

The ties of a source are set in smaller letters, and counted by nobody who reads.
"""


@pytest.mark.parametrize("width", [768, 1280, 1920])
@pytest.mark.parametrize("section", ["articles", "dirigeants", "evenements"])
def test_a_line_has_sixty_to_seventy_five_characters(site: Site, browser: Browser, section: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    lines: list[str] = []
    for path in [path for path in site.pages if re.fullmatch(f"/{section}/.+/", path)]:
        page.goto(site.address + path, wait_until="load")
        page.evaluate("document.fonts.ready")
        lines += page.evaluate(LINES, ".account p, .standfirst")
    context.close()
    assert [line for line in lines if len(line) > 75] == []
    assert sum(map(len, lines)) / len(lines) >= 60


def test_a_stylesheet_names_no_typeface_itself_but_where_it_is_declared() -> None:
    """All others take theirs from the variables that follow the declarations."""
    assets = Path(__file__).resolve().parents[2] / "overrides" / "assets"
    ours = [path for path in assets.rglob("*.css") if path.parent.name != "leaflet" and path.name != "polices.css"]
    rule = re.compile(r"(?<![\w-])font(?:-family)?:[^;{}]*(?:\"[A-Z]|\b[A-Z][a-z])[^;{}]*")
    named = {path.name: rule.findall(path.read_text("utf-8")) for path in ours}
    assert len(ours) > 5
    assert {name: found for name, found in named.items() if found} == {}


def test_letters_are_there_for_all_that_is_written(site: Site) -> None:
    """Each letter stands in a font, in the file that the stylesheet's range gives for it."""
    css = (site.folder / "assets" / "polices.css").read_text("utf-8")
    faces = re.findall(r'url\("fonts/([^"]+)"\).*?unicode-range: ([^;]+);', css, re.S)
    assert len(faces) == 6
    written: set[str] = set()
    for path in site.pages:
        tree = parsed(site, path)
        tree.strip_tags(["script", "style", "svg"])
        assert tree.body
        written |= set(tree.body.text())
    for family in ("source-serif-4", "inter"):
        drawn: set[int] = set()
        for file, given in faces:
            wanted = set(_letters(given))
            has = set(TTFont(site.folder / "assets" / "fonts" / file).getBestCmap())
            assert "-ext-" in file or wanted <= has, file
            drawn |= wanted & has if file.startswith(family) and "italic" not in file else set()
        assert {letter for letter in written if letter.isprintable()} <= set(map(chr, drawn))


def _letters(given: str) -> Iterator[int]:
    for part in given.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def test_letters_twice_as_large_scroll_nothing_sideways(site: Site, browser: Browser) -> None:
    """A window of 1280 pixels at 200 % is one of 640 to the page."""
    assert too_wide(site, browser, 640, site.pages) == {}


def test_tables_say_what_they_are(site: Site) -> None:
    for path in site.pages:
        for table in parsed(site, path).css("article table"):
            assert table.css_first("caption"), path
            assert all(head.attributes.get("scope") in {"col", "row"} for head in table.css("th")), path


@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_alone_leads_through_the_dossier(site: Site, browser: Browser, width: int) -> None:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(site.address)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", re.compile("^#."))
    expect(skip).to_be_in_viewport()
    _open_section(page, "chronologie/")
    expect(page).to_have_url(re.compile("/chronologie/$"))
    _walk(page, "article a[href*='evenements/visite-assad-sotchi-2017-11-20']")
    expect(page).to_have_url(re.compile("/evenements/visite-assad-sotchi"))
    _walk(page, "article .mention-source a[href*='articles/']")
    expect(page).to_have_url(re.compile("/articles/"))
    _walk(page, "article .account a[href*='dirigeants/']")
    expect(page).to_have_url(re.compile("/dirigeants/"))
    _open_section(page, "carte/")
    expect(page).to_have_url(re.compile("/carte/$"))
    _walk(page, ".leaflet-marker-icon[tabindex='0']")
    popup = page.locator(".leaflet-popup-content .carte-titre a")
    expect(popup.first).to_be_visible()
    _walk(page, ".leaflet-popup-content .carte-titre a")
    expect(page).to_have_url(re.compile("/lieux/"))
    context.close()


@pytest.mark.parametrize("width", [390, 640])
def test_the_keyboard_opens_the_menu_of_a_small_screen(site: Site, browser: Browser, width: int) -> None:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(site.address)
    button = page.get_by_role("button", name="Menu")
    for _ in range(2):
        _walk(page, ".menu-button")
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(page.locator(".md-sidebar--primary a").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_be_focused()
        page.keyboard.press("Shift+Tab")
    _walk(page, ".menu-button")
    expect(page.locator(".md-sidebar--primary a").first).to_be_focused()
    _walk(page, ".md-sidebar--primary a[href$='chronologie/']")
    expect(page).to_have_url(re.compile("/chronologie/$"))
    context.close()


GROUNDS: Final = {"light": "rgb(252, 250, 245)", "dark": "rgb(22, 25, 28)"}
NAMES: Final = {
    "light": "Thème clair\u202f: passer au thème sombre",
    "dark": "Thème sombre\u202f: passer au thème clair",
}


def _is_now(page: Page, scheme: str) -> None:
    """The page has the colours of a scheme, and its button says so."""
    expect(page.locator(".theme-button")).to_have_accessible_name(NAMES[scheme])
    expect(page.locator("body")).to_have_css("background-color", GROUNDS[scheme])


@pytest.mark.parametrize(("system", "other"), [("light", "dark"), ("dark", "light")])
def test_the_keyboard_turns_light_to_dark_and_back_and_the_choice_is_kept(
    site: Site, browser: Browser, system: Literal["light", "dark"], other: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=system, reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.address)
    _is_now(page, system)
    _to(page, ".theme-button")
    page.keyboard.press("Space")
    _is_now(page, other)
    expect(page.locator(".theme-button")).to_be_focused()
    page.goto(f"{site.address}/carte/")
    _is_now(page, other)
    page.reload()
    _is_now(page, other)
    page.emulate_media(color_scheme=other)  # who chose is not concerned
    _is_now(page, other)
    page.emulate_media(color_scheme=system)
    page.locator(".theme-button").focus()
    page.keyboard.press("Enter")
    _is_now(page, system)
    page.reload()
    page.emulate_media(color_scheme=other)  # back in agreement with the system, the page follows it
    _is_now(page, other)
    context.close()


def test_without_scripts_there_is_no_button_that_could_do_nothing(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address)
    expect(page.locator(".theme-button")).to_be_hidden()
    context.close()


def test_without_scripts_the_sections_stand_in_the_open(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(site.address)
    expect(page.locator(".md-tabs").get_by_role("link", name="Chronologie")).to_be_visible()
    expect(page.locator(".menu-button")).to_be_hidden()
    context.close()


def _open_section(page: Page, end: str) -> None:
    """Follow the link to a section, whose address ends so: on a small screen it stands in the menu."""
    if page.locator(".menu-button").is_visible():
        _walk(page, ".menu-button")
        expect(page.locator(".md-sidebar--primary a").first).to_be_focused()
        _walk(page, f".md-sidebar--primary a[href$='{end}']")
    else:
        _walk(page, f"a.md-tabs__link[href$='{end}']")


def _walk(page: Page, target: str) -> None:
    """Press Tab until what is wanted has the focus, to be seen there, and then Enter."""
    _to(page, target)
    page.keyboard.press("Enter")


def _to(page: Page, target: str) -> None:
    """Press Tab until what is wanted has the focus, to be seen there."""
    page.wait_for_load_state("load")
    page.locator(target).first.wait_for(state="attached")
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", target):
            break
    focused = page.locator(":focus")
    assert focused.evaluate("(node, wanted) => node.matches(wanted)", target), target
    style = focused.evaluate("node => getComputedStyle(node).outlineStyle + getComputedStyle(node).boxShadow")
    assert style != "nonenone", target
    expect(focused).to_be_in_viewport()
