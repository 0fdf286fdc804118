"""What a reader of any built site would find wrong with it."""

import gzip
import json
import posixpath
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from harness import Site
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

_WRONG_SPACE = re.compile(r".{0,20}(?:(?<=\S)[ \u00a0][:;!?»]|«[ \u00a0]|\w'\w).{0,20}")


def file_of(site: Site, path: str) -> Path:
    """The file of a page, by its path from the site's root."""
    return site.folder / (f"{path}index.html" if path.endswith("/") else path).lstrip("/")


def packed(file: Path) -> int:
    """The bytes of a file as a host sends it: packed, where that makes it smaller."""
    data = file.read_bytes()
    return min(len(data), len(gzip.compress(data, mtime=0)))


def parsed(site: Site, path: str) -> LexborHTMLParser:
    """A page, by its path from the site's root."""
    return LexborHTMLParser(file_of(site, path).read_text("utf-8"))


def told_by_cards(site: Path) -> dict[str, dict[str, Any]]:
    """What the cards at links tell, by the address of what they tell of; `site` is the site's folder."""
    script = (site / "assets" / "apercus-fiches.js").read_text("utf-8")
    told: dict[str, dict[str, Any]] = json.loads(script.removeprefix("window.dossierApercus = ").removesuffix(";\n"))
    return told


def lost_links(site: Site) -> list[str]:
    """The links inside a site that lead to no page, file or anchor."""
    trees = {path: parsed(site, path) for path in site.pages}
    anchors = {path: {node.attributes["id"] for node in tree.css("[id]")} for path, tree in trees.items()}
    lost = []
    for path, tree in trees.items():
        for node in tree.css("a[href], link[href], script[src], img[src]"):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            parts = urlsplit(address)
            if parts.scheme in {"http", "https", "mailto", "data"}:
                continue
            target = posixpath.normpath(posixpath.join(path, unquote(parts.path))) if parts.path else path
            target = target if target in anchors else f"{target.rstrip('/')}/"
            if (target not in anchors and not (site.folder / target.strip("/")).is_file()) or (
                parts.fragment and parts.fragment not in anchors[target]
            ):
                lost.append(f"{path} → {address}")
    return lost


def wrong_spaces(site: Site) -> list[str]:
    """The places at which a page's French has a wrong space or apostrophe."""
    found = []
    for path in site.pages:
        tree = parsed(site, path)
        tree.strip_tags(["code", "script", "style"])
        for node in tree.css("title, article, meta[name=description], .md-copyright"):
            text = node.attributes.get("content") if node.tag == "meta" else node.text()
            found += [f"{path}: {near}" for near in _WRONG_SPACE.findall(text or "")]
    return found


def too_wide(site: Site, browser: Browser, width: int, paths: Iterable[str]) -> dict[str, int]:
    """Those pages that scroll sideways in a window of a width, each with its own width in pixels."""
    context = browser.new_context(viewport={"width": width, "height": 2 * width})
    page = context.new_page()
    widths = {}
    for path in paths:
        page.goto(site.address + path, wait_until="load")
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    return {path: found for path, found in widths.items() if found > width}
