"""The search as a reader uses it: what it finds, by keyboard, with its state in the address, without scripts."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import axe_faults
from harness import Site, Watch, build_instant, served
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from reading import file_of, packed

from generator.check import check
from generator.config import Folders
from generator.link.library import ref_to
from generator.load.disk import load
from generator.pipeline import build
from generator.routes import address, src_uri

ROOT = Path(__file__).resolve().parents[2]
SITES = ROOT / "site-tests" / "sites"
FIRST_QUERY = 300_000
"""Bytes over the wire that a first search may cost beyond what every page loads."""
PATIENCE = 30_000
"""Milliseconds that a busy machine may take to compile and ask the index."""
_OWN = re.compile("/recherche/|/assets/(?:pagefind|recherche)/")
_STRAIGHT = re.compile(r"\w'\w|(?<=\S) [;:!?»]|« ")


def _searches() -> Iterator[tuple[str, str, str, str]]:
    """Dossier, query, the page to be found, the kinds that come first."""
    dossier = ""
    for line in (Path(__file__).parent / "searches.psv").read_text("utf-8").splitlines():
        if line.startswith("## "):
            dossier = line.removeprefix("## ")
        elif not line.startswith("#"):
            query, expected, *kinds = line.split("|")
            yield dossier, query, expected, " ".join(kinds)


@pytest.fixture(scope="module")
def addresses(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The sites to be searched, by the name that searches.psv gives their dossier."""
    top = tmp_path_factory.mktemp("recherche")
    for case in ("base", "recherche"):
        shutil.copytree(SITES / case / "content", top / "content", dirs_exist_ok=True)
    made = Folders(top, ROOT, top / "build")
    build(made, lambda step: None)
    with served(made.site) as small:
        yield {"real": site.address, "recherche": small}


@pytest.fixture(scope="module")
def searching(browser: Browser, addresses: dict[str, str]) -> Iterator[dict[str, Page]]:
    """A page of the search of each site, opened once."""
    context = browser.new_context()
    pages = {name: context.new_page() for name in addresses}
    for name, page in pages.items():
        page.goto(f"{addresses[name]}/recherche/")
    yield pages
    context.close()


def _search(page: Page, query: str) -> None:
    """Type a search into the search's own page and wait for the answer."""
    page.fill("#recherche-mots", query)
    page.press("#recherche-mots", "Enter")
    _answered(page, query)


def _answered(page: Page, query: str) -> None:
    shown = query.replace("'", "’")
    expect(page.locator("#recherche-etat")).to_contain_text(f"«\u202f{shown}\u202f»", timeout=PATIENCE)
    expect(page.locator("#resultats")).to_have_attribute("aria-busy", "false")


def _paths(page: Page, of: str = "#resultats a") -> list[str]:
    """Where some links lead, from the root of the host."""
    found: list[str] = page.locator(of).evaluate_all("nodes => nodes.map((node) => node.pathname)")
    return found


@pytest.mark.parametrize(("dossier", "query", "expected", "kinds"), list(_searches()))
def test_it_finds(searching: dict[str, Page], dossier: str, query: str, expected: str, kinds: str) -> None:
    page = searching[dossier]
    _search(page, query)
    firsts = _paths(page, "#resultats li:first-child a")
    assert expected in firsts if expected != "—" else firsts == []
    shown = page.locator("#resultats h2").evaluate_all("all => all.map((one) => one.id.replace('resultats-', ''))")
    assert " ".join(shown).startswith(kinds)


def test_the_table_holds_forty_searches() -> None:
    assert len(list(_searches())) >= 40


def test_results_stand_by_kind_with_date_standing_and_passage(site: Site, page: Page, watch: Watch) -> None:
    page.goto(f"{site.address}/recherche/?q=sommet")
    _answered(page, "sommet")
    titles = page.locator("#resultats h2").all_inner_texts()
    assert [re.sub(r"\s*\d+$", "", title) for title in titles].count("Événements") == 1
    result = page.locator("#resultats li", has=page.locator('a[href*="sommet-sotchi-2017-11-22"]'))
    assert "22\u00a0novembre 2017" in result.inner_text()
    assert result.locator(".status").inner_text() == "annoncé"
    assert "sommet" in {mark.casefold() for mark in result.locator("mark").all_inner_texts()}
    for query in ("l'article", "président", "Poutine"):
        _search(page, query)
        assert _STRAIGHT.findall(page.inner_text("#resultats")) == []
    assert (watch.console, watch.foreign) == ([], [])


def test_a_search_that_takes_time_says_that_it_is_at_it(site: Site, page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/filtres.json", hold)
    page.goto(f"{site.address}/recherche/?q=poutine")
    expect(page.get_by_role("status")).to_have_text("Recherche…")
    expect(page.locator("#resultats")).to_have_attribute("aria-busy", "true")
    for route in held:
        route.continue_()
    _answered(page, "poutine")


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_choice_of_the_filters_is_cut(site: Site, browser: Browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{site.address}/recherche/")
    page.wait_for_function("!document.getElementById('chercher').hidden")
    missing = page.locator("#chercher select").evaluate_all(
        """all => all.map((one) => {
          const free = one.cloneNode(true);
          free.style.cssText = "position: absolute; width: max-content";
          one.after(free);
          const [own, wanted] = [one.offsetWidth, free.offsetWidth];
          free.remove();
          return wanted - own;
        }).filter((lacks) => lacks > 0)"""
    )
    assert missing == []
    context.close()


def test_who_is_asked_for_by_name_is_told_in_a_line(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/dirigeants/vladimir-poutine/")
    line = page.locator("head meta[name=description]").get_attribute("content")
    page.goto(f"{site.address}/recherche/?q=poutine")
    _answered(page, "poutine")
    result = page.locator("#resultats li", has=page.locator('a[href$="/dirigeants/vladimir-poutine/"]'))
    expect(result.locator(".passage")).to_have_text(str(line))


def test_the_number_that_is_said_is_the_number_of_links(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/recherche/?q=poutine")
    _answered(page, "poutine")
    said = page.get_by_role("status").inner_text()
    buttons = page.locator("#resultats button")
    for left in range(buttons.count(), 0, -1):
        buttons.first.click()
        expect(buttons).to_have_count(left - 1)
    expect(page.locator("#resultats a")).to_have_count(int(said.split()[0]))
    assert len(set(_paths(page))) == int(said.split()[0]) > 20


def test_filters_narrow_it_and_the_address_holds_all(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/recherche/")
    _search(page, "Poutine")
    everything = _paths(page)
    page.select_option("#recherche-sorte", "event")
    page.select_option("#recherche-dirigeant", "donald-trump")
    page.select_option("#recherche-annee", "2017")
    only = ["/evenements/appel-poutine-trump-2017-11-21/"]
    expect(page.locator("#resultats a")).to_have_count(1)
    assert _paths(page) == only != everything
    assert page.url.endswith("/recherche/?q=Poutine&sorte=event&dirigeant=donald-trump&annee=2017")
    page.reload()
    _answered(page, "Poutine")
    assert _paths(page) == only
    page.fill("#recherche-mots", "")
    page.select_option("#recherche-sorte", "")
    expect(page.get_by_role("status")).to_contain_text("trouvées.")
    assert {"/dirigeants/donald-trump/", *only} <= set(_paths(page))


def test_it_is_walked_by_keyboard(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/lieux/moscou/")
    page.keyboard.press("/")
    page.keyboard.type("erdogan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=erdogan")
    _answered(page, "erdogan")
    field, links = page.locator("#recherche-mots"), page.locator("#resultats a")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).not_to_be_focused()
    expect(field).to_have_value("erdogan")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dirigeants/recep-tayyip-erdogan/")


def test_the_key_can_be_put_off(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/recherche/")
    page.uncheck("#recherche-touche")
    page.goto(f"{site.address}/lieux/moscou/")
    page.keyboard.press("/")
    expect(page.locator(".search-box__words")).not_to_be_focused()


def test_on_a_phone_the_key_and_the_button_lead_to_the_page(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{site.address}/lieux/moscou/")
    expect(page.locator(".search-box__words")).to_be_hidden()
    page.get_by_role("button", name="Rechercher").click()
    page.wait_for_url(re.compile(r"/recherche/"))  # the page itself soon takes the empty question from its address
    expect(page.locator("#recherche-mots")).to_be_focused()
    page.goto(f"{site.address}/lieux/moscou/")
    page.keyboard.press("/")
    page.wait_for_url(re.compile(r"/recherche/"))
    context.close()


def test_it_works_below_the_root_of_a_host(site: Site, tmp_path: Path, page: Page) -> None:
    shutil.copytree(site.folder, tmp_path / "un" / "dossier")
    shutil.copyfile(site.folder / "404.html", tmp_path / "404.html")
    with served(tmp_path) as host:
        page.goto(f"{host}/un/dossier/lieux/moscou/")
        page.fill(".search-box__words", "hmeymim")
        page.keyboard.press("Enter")
        _answered(page, "hmeymim")
        assert _paths(page) == ["/un/dossier/lieux/hmeimim/"]


def test_it_starts_from_the_page_of_wrong_addresses(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/cela/n-existe/pas")
    page.fill(".search-box__words", "hmeymim")
    page.keyboard.press("Enter")
    _answered(page, "hmeymim")
    assert _paths(page) == ["/lieux/hmeimim/"]


def test_instant_navigation_keeps_it_going(tmp_path: Path, context: BrowserContext) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "404.html").touch()
    with served(folder) as host:
        folder.rename(tmp_path / "empty")
        build_instant(tmp_path, folder, host)
        page = context.new_page()
        said: list[str] = []
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{host}/")
        page.evaluate("window.here = true")
        page.click(".theme-button")
        page.click(".md-tabs a[href*=lieux]")
        page.wait_for_url("**/lieux/")
        page.locator("article a", has_text="Moscou").first.click()
        page.wait_for_url("**/lieux/moscou/")
        assert page.evaluate("window.here"), "the page was loaded anew: nothing was instant"
        assert page.get_attribute("body", "data-md-color-scheme") == "slate"
        expect(page.get_by_role("button", name="Thème sombre")).to_be_visible()
        page.fill(".search-box__words", "hmeymim")
        page.keyboard.press("Enter")
        page.wait_for_url("**/recherche/?q=hmeymim")
        _answered(page, "hmeymim")
        page.evaluate("window.here = true")
        page.click("#resultats a")
        page.wait_for_url("**/lieux/hmeimim/")
        page.go_back()
        _answered(page, "hmeymim")
        assert page.evaluate("window.here")
        _search(page, "erdogan")
        assert "/dirigeants/recep-tayyip-erdogan/" in _paths(page)
        assert said == []


def test_a_first_search_is_light(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{site.address}/recherche/?q=poutine")
    _answered(page, "poutine")
    assert any(path.endswith(".pf_index") for path in asked)
    assert sum(packed(file_of(site, path)) for path in asked if _OWN.match(path)) < FIRST_QUERY


def test_other_pages_load_nothing_of_the_index(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}/lieux/moscou/", wait_until="networkidle")
    assert asked
    assert [url for url in asked if "pagefind" in url or "recherche.js" in url] == []


def test_without_scripts_there_is_an_index_of_names(site: Site, browser: Browser) -> None:
    dossier = check(load(ROOT / "content")).dossier
    assert dossier is not None
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/lieux/moscou/")
    page.fill(".search-box__words", "poutine")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=poutine")
    expect(page.locator("#chercher")).to_be_hidden()
    expect(page.get_by_text("a besoin de JavaScript")).to_be_visible()
    index = page.locator("#noms dd")
    wanted = {f"/{address(src_uri(ref_to(thing)))}" for thing in (*dossier.leaders, *dossier.places)}
    assert wanted <= set(_paths(page, "#noms a"))
    for name, see in (("Khmeimim", "Hmeimim"), ("Vladimir Putin", "Poutine (Vladimir)")):
        line = index.filter(has_text=re.compile(f"^{name}, voir "))
        assert line.get_by_role("link").inner_text() == see
    letters = page.locator("#noms dt").all_inner_texts()
    assert letters == sorted(set(letters))
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(site: Site, browser: Browser, scheme: str, width: int) -> None:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{site.address}/recherche/?q=poutine")
    _answered(page, "poutine")
    found = axe_faults(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert found == []
    assert wide <= width
