"""The real site, page by page, in a browser and as files."""

import posixpath
import re
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from harness import Site, Watch
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

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
    "/methode/",
    "/mentions-legales/",
    "/404.html",
)


def test_every_page_answers_quietly_and_asks_nobody_else(site: Site, page: Page, watch: Watch) -> None:
    assert len(site.pages) == site.summary.pages > 60
    for path in site.pages:
        answer = page.goto(site.address + path, wait_until="load")
        assert answer is not None
        assert answer.ok, path
        assert (watch.console, watch.foreign) == ([], []), path


def test_every_link_and_anchor_lands(site: Site) -> None:
    trees = {path: LexborHTMLParser(_file(site, path).read_text("utf-8")) for path in site.pages}
    anchors = {path: {node.attributes["id"] for node in tree.css("[id]")} for path, tree in trees.items()}
    lost, followed = [], 0
    for path, tree in trees.items():
        for node in tree.css("a[href], link[href], script[src], img[src]"):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            parts = urlsplit(address)
            if parts.scheme in {"http", "https", "mailto", "data"}:
                continue
            target = posixpath.normpath(posixpath.join(path, unquote(parts.path))) if parts.path else path
            target = target if target in anchors else f"{target.rstrip('/')}/"
            followed += 1
            if (target not in anchors and not (site.folder / target.strip("/")).is_file()) or (
                parts.fragment and parts.fragment not in anchors[target]
            ):
                lost.append(f"{path} → {address}")
    assert lost == []
    assert followed > 1000


def _file(site: Site, path: str) -> Path:
    return site.folder / (f"{path}index.html" if path.endswith("/") else path).lstrip("/")


@pytest.mark.parametrize("path", ONE_OF_EACH_KIND)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site: Site, browser: Browser, path: str, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.address + path, wait_until="load")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in found] == []


@pytest.mark.parametrize("path", ONE_OF_EACH_KIND)
def test_nothing_scrolls_sideways_on_the_narrowest_phone(site: Site, browser: Browser, path: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(site.address + path, wait_until="load")
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert width == 320


@pytest.mark.parametrize("path", ONE_OF_EACH_KIND)
def test_a_policy_forbids_foreign_and_inline_scripts(site: Site, page: Page, path: str) -> None:
    html = _file(site, path).read_text("utf-8")
    policies = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)
    assert len(policies) == 1
    assert html.index("Content-Security-Policy") < html.index("<script")
    assert "unsafe-inline" not in policies[0]
    assert "default-src 'none'" in policies[0]
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


def test_chronology_filters_by_leader_without_scripts(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/chronologie/")
    everything = page.locator(".event:visible").count()
    assert everything == site.summary.events
    page.get_by_role("link", name="Donald Trump", exact=True).click()
    assert page.url.endswith("#avec-donald-trump")
    assert page.locator(".event:visible").all_inner_texts() == [
        text for text in page.locator(".event").all_inner_texts() if "Donald Trump" in text
    ]
    assert page.locator(".year:visible h2").all_inner_texts() == ["2017"]
    page.get_by_role("link", name="Tous", exact=True).click()
    assert page.locator(".event:visible").count() == everything
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


def test_an_unestablished_event_never_reads_as_a_fact(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/evenements/sommet-sotchi-2017-11-22/")
    assert "annoncé" in page.locator(".head").inner_text()
    assert "suite hors dossier" in page.locator(".facts").inner_text()
    page.goto(f"{site.address}/rencontres/")
    assert "Erdogan" not in page.locator(".matrix").inner_text()


def test_the_tab_of_a_page_outside_the_menu_is_lit(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/lieux/moscou/")
    assert page.locator(".md-tabs__item--active").inner_text() == "Lieux"
