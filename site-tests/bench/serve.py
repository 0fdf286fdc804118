"""How long an edit takes to show: `python site-tests/bench/serve.py`, from the project's folder.

Serves a copy of the dossier, edits one of its articles again and again, and prints, for each edit and as
medians, the milliseconds from the writing of the file until the open pages are told, until a browser shows
the sentence, and the processor time that the preview took. The last figure needs /proc.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import threading
from contextlib import closing
from dataclasses import astuple, dataclass
from http.client import HTTPConnection
from pathlib import Path
from queue import Queue
from statistics import median
from time import monotonic
from urllib.parse import urlsplit

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "site-tests"))

from browsing import opened_browser  # noqa: E402 - found in the folder named above
from harness import Preview  # noqa: E402


@dataclass(frozen=True)
class Shown:
    """Milliseconds that one edit took."""

    told: float
    shown: float
    processor: float


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="Latence de « dossier serve »")
    options.add_argument("--dossier", type=Path, default=ROOT, help="le dossier qui contient content/")
    options.add_argument("--edits", type=int, default=10)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, opened_browser() as browser:
        copy = Path(folder)
        shutil.copytree(given.dossier / "content", copy / "content")
        with closing(Preview(copy)) as preview:
            article = sorted((copy / "content" / "articles").glob("*.md"))[0]
            page = browser.new_page()
            page.goto(f"{preview.address}/articles/{article.stem}/")
            found = measured(preview, article, page, given.edits)
    print("  annoncé  affiché  processeur (ms)")
    for figures in found:
        print("{:9.0f}{:9.0f}{:12.0f}".format(*astuple(figures)))
    print("{:9.0f}{:9.0f}{:12.0f}  médianes".format(*map(median, zip(*map(astuple, found), strict=True))))


def measured(preview: Preview, article: Path, page: Page, edits: int) -> list[Shown]:
    """Add a sentence to an article so many times."""
    told: Queue[float] = Queue()
    threading.Thread(target=listen, args=(preview.address, told), daemon=True).start()
    told.get()  # the state at the beginning
    text, found = article.read_text("utf-8").rstrip(), []
    for number in range(edits + 1):
        used, start = processor(preview), monotonic()
        article.write_text(f"{text}\n\nModification numéro {number}.\n", "utf-8")
        page.get_by_text(f"Modification numéro {number}.").wait_for()
        shown = monotonic()
        found.append(Shown(1000 * (told.get() - start), 1000 * (shown - start), 1000 * (processor(preview) - used)))
    return found[1:]  # the first one finds nothing that an edit left


def listen(address: str, told: "Queue[float]") -> None:
    """Put down when the open pages are told of a build."""
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", "/_dossier/veille")
    answer = connection.getresponse()
    build = None
    while line := answer.readline():
        if line.startswith(b"data: ") and (state := json.loads(line[6:])["build"]) != build:
            build = state
            told.put(monotonic())


def processor(preview: Preview) -> float:
    """The seconds of processor time that the preview has used."""
    try:
        fields = Path(f"/proc/{preview.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
