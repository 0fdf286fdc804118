"""The browser in which tests and measurements read a site."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS: Final = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

SAID: Final = """(language) => {
  const said = [];
  const ATTRIBUTES = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "aria-placeholder",
    "title", "alt", "placeholder", "label", "summary", "content-description"];
  const walk = (node, own) => {
    if (node.nodeType === Node.TEXT_NODE && own) said.push(node.textContent);
    if (node.nodeType !== Node.ELEMENT_NODE || ["SCRIPT", "STYLE", "CODE", "TEMPLATE"].includes(node.tagName)) return;
    const here = node.hasAttribute("lang") ? node.getAttribute("lang").split("-")[0] === language : own;
    if (here) said.push(...ATTRIBUTES.map((name) => node.getAttribute(name)));
    const choice = ["checkbox", "radio"].includes(node.type);
    if (here && ["BUTTON", "INPUT"].includes(node.tagName) && !choice) said.push(node.value);
    node.childNodes.forEach((child) => walk(child, here));
  };
  walk(document.documentElement, false);
  const config = JSON.parse(document.querySelector("#__config")?.textContent ?? "{}");
  return [...said, ...Object.values(config.translations ?? {})].filter(Boolean).map((text) => text.trim());
}"""
"""All that a page shows or says, in its present state, but for what is marked as not in the language given."""


class NoBrowserError(Exception):
    """There is no Chromium or Chrome here; the message says what to do."""


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Chromium or Chrome, installed or as a last resort fetched. Raises NoBrowserError."""
    program = _chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield browser
        browser.close()


def _chromium() -> str | None:
    """An installed Chromium or Chrome; None leaves Playwright its own, fetched if need be."""
    named = os.environ.get("DOSSIER_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        fetched = subprocess.run(
            [sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, text=True, check=False
        )
        if fetched.returncode:
            raise NoBrowserError(
                "The browser tests need Chromium or Chrome, and none was found. Install one (your system's package "
                "`chromium` or `google-chrome`), or name its program in DOSSIER_CHROMIUM, or see why "
                f"`playwright install chromium` failed:\n{fetched.stderr.strip()[-600:]}"
            )
    return found


def axe_faults(page: Page, **options: object) -> list[tuple[str, list[str]]]:
    """What axe finds wrong with a page as it stands: its rule, and the first places."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in found]
