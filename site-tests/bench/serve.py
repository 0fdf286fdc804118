"""How long an edit of an article takes to show in `dossier serve`, against a build from nothing."""

import json
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from queue import Queue
from time import monotonic, process_time, time
from typing import Final
from urllib.parse import urlsplit

from browsing import opened_browser
from harness import Preview

from bench.figures import Figure
from generator.config import folders
from generator.pipeline import build

ROOT: Final = Path(__file__).resolve().parents[2]
ROUNDS: Final = 10
_SEEN: Final = """
window.shown = {};
const look = () => {
  const found = document.querySelector("article")?.textContent.match(/Modification numéro (\\d+)\\./)?.[1];
  if (found && !(found in window.shown)) window.shown[found] = performance.timeOrigin + performance.now();
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
"""Puts down, at the first frame in which it stands, when a page showed an edit (milliseconds since 1970)."""


def measure(workshop: Path) -> Iterator[Figure]:
    """Add a sentence to an article, and build the whole dossier, in turn."""
    shutil.copytree(ROOT / "content", workshop / "content")
    article = sorted((workshop / "content" / "articles").glob("*.md"))[0]
    text = article.read_text("utf-8").rstrip()
    told: Queue[float] = Queue()
    edits, builds = [], []
    with closing(Preview(workshop)) as preview, opened_browser() as browser:
        page = browser.new_page()
        page.add_init_script(_SEEN)
        page.goto(f"{preview.address}/articles/{article.stem}/")
        threading.Thread(target=_listen, args=(preview.address, told), daemon=True).start()
        told.get()  # the build that stands
        for number in range(ROUNDS + 1):
            used, start, o_clock = _processor(preview), monotonic(), time()
            article.write_text(f"{text}\n\nModification numéro {number}.\n", "utf-8")
            shown = page.wait_for_function("number => window.shown[number]", arg=str(number)).json_value() / 1000
            edits.append((told.get() - start, shown - o_clock, _processor(preview) - used))
            builds.append(_built(workshop))
    heard, showed, worked = (tuple(1000 * value for value in values) for values in zip(*edits[1:], strict=True))
    whole, all_worked = (tuple(1000 * value for value in values) for values in zip(*builds[1:], strict=True))
    yield Figure("an edit of an article, built after", "ms", heard, "a build from nothing", whole)
    yield Figure("the same, shown in a browser after", "ms", showed, "a build from nothing", whole)
    yield Figure("the same, processor time of the preview", "ms", worked, "a build from nothing", all_worked)


def _built(workshop: Path) -> tuple[float, float]:
    """Build the dossier as `dossier build` does: seconds, and seconds of processor time."""
    start, used = monotonic(), process_time()
    build(replace(folders(workshop), build=workshop / "whole"), lambda step: None)
    return monotonic() - start, process_time() - used


def _listen(address: str, told: "Queue[float]") -> None:
    """Put down when the open pages are told of a build."""
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", "/_dossier/veille")
    answer = connection.getresponse()
    build = None
    while line := answer.readline():
        if line.startswith(b"data: ") and (state := json.loads(line[6:])["build"]) != build:
            build = state
            told.put(monotonic())


def _processor(preview: Preview) -> float:
    """The seconds of processor time that the preview has used; 0 where /proc does not say."""
    try:
        fields = Path(f"/proc/{preview.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
