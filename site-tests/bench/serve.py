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
from time import monotonic, process_time
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
let last = null;
const look = () => {
  const found = document.querySelector("article")?.textContent.match(/Modification numéro (\\d+)\\./)?.[1];
  if (found && found !== last) requestAnimationFrame(() => window.seen(Number(found)));
  last = found ?? last;
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
"""Tells, after the first frame in which it stands, which edit a page shows."""


def measure(workshop: Path) -> Iterator[Figure]:
    """Add a sentence to an article, and build the whole dossier, in turn."""
    shutil.copytree(ROOT / "content", workshop / "content")
    article = sorted((workshop / "content" / "articles").glob("*.md"))[0]
    text = article.read_text("utf-8").rstrip()
    told: Queue[float] = Queue()
    edits, builds = [], []
    with closing(Preview(workshop)) as preview, opened_browser() as browser:
        page = browser.new_page()
        shown: Queue[tuple[int, float]] = Queue()
        page.expose_function("seen", lambda number: shown.put((number, monotonic())))
        page.add_init_script(_SEEN)
        page.goto(f"{preview.address}/articles/{article.stem}/")
        threading.Thread(target=_listen, args=(preview.address, told), daemon=True).start()
        told.get()  # the build that stands
        for number in range(ROUNDS + 1):
            used, start = _processor(preview), monotonic()
            article.write_text(f"{text}\n\nModification numéro {number}.\n", "utf-8")
            page.get_by_text(f"Modification numéro {number}.").wait_for()
            seen = next(time for shown_number, time in iter(shown.get, None) if shown_number == number)
            edits.append((told.get() - start, seen - start, _processor(preview) - used))
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
