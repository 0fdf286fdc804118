"""The real dossier, built and served on this machine, and a browser to read it with."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import NoBrowserError, opened_browser
from harness import Site, Watch, served
from playwright.sync_api import Browser, BrowserContext, Page

from generator.config import Folders, folders
from generator.pipeline import build

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The folders of the real dossier, with a build folder of the test's own."""
    return replace(folders(ROOT), build=tmp_path_factory.mktemp("build"))


@pytest.fixture(scope="session")
def site(real: Folders) -> Iterator[Site]:
    """The real dossier's site, served on localhost."""
    summary = build(real, lambda step: None)
    with served(real.site) as address:
        yield Site(real.site, address, summary)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        with opened_browser() as browser:
            yield browser
    except NoBrowserError as error:
        pytest.exit(str(error), returncode=1)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def watch(page: Page, site: Site) -> Watch:
    """Notes errors in the console and requests that leave the site."""
    noted = Watch([], [])
    page.on("console", lambda m: noted.console.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: noted.console.append(str(error)))
    host = urlsplit(site.address).netloc
    page.on(
        "request",
        lambda r: noted.foreign.append(r.url) if urlsplit(r.url).netloc not in {host, ""} else None,
    )
    return noted
