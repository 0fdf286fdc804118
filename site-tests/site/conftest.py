"""The real dossier, built and served on this machine, and a browser to read it with."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from harness import Site, Watch, served
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.config import Folders, folders
from generator.pipeline import build

ROOT = Path(__file__).resolve().parents[2]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


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


def _chromium() -> str | None:
    """An installed Chromium or Chrome; None leaves Playwright its own, fetched if need be."""
    named = os.environ.get("DOSSIER_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        fetched = subprocess.run(
            [sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, text=True, check=False
        )
        if fetched.returncode:
            pytest.exit(
                "The browser tests need Chromium or Chrome, and none was found. Install one (your system's package "
                "`chromium` or `google-chrome`), or name its program in DOSSIER_CHROMIUM, or see why "
                f"`playwright install chromium` failed:\n{fetched.stderr.strip()[-600:]}",
                returncode=1,
            )
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=_FLAGS)
        yield browser
        browser.close()


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
