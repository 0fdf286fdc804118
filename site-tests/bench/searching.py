"""What a first search costs over the wire, beside what every page loads."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from browsing import opened_browser
from harness import Site, served
from playwright.sync_api import Browser, expect
from reading import file_of, packed

from bench.figures import Figure
from generator.config import folders
from generator.pipeline import build

_ROOT = Path(__file__).resolve().parents[2]
_QUERIES = ("poutine", "negociations", "hmeymim")


def measure(workshop: Path) -> Iterator[Figure]:
    """Search the real dossier, each time in a browser that has seen nothing of it."""
    where = replace(folders(_ROOT), build=workshop)
    summary = build(where, lambda step: None)
    with served(where.site) as address, opened_browser() as browser:
        site = Site(where.site, address, summary)
        searched = [_weight(site, browser, f"/recherche/?q={query}") for query in _QUERIES]
        others = [_weight(site, browser, path) for path in ("/", "/a-propos/", "/articles/")]
    yield Figure(
        "a first search, all that the page loads", "bytes packed", tuple(searched), "pages that are read", tuple(others)
    )


def _weight(site: Site, browser: Browser, path: str) -> float:
    asked: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address + path, wait_until="networkidle")
    if "?q=" in path:
        expect(page.get_by_role("status")).to_contain_text("trouvée", timeout=30_000)
    context.close()
    return float(sum(packed(file_of(site, urlsplit(url).path)) for url in asked if url.startswith(site.address)))
