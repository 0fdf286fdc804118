"""What tests have in their hands."""

import functools
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath

from generator.config import Folders, folders
from generator.load.disk import load
from generator.load.document import SourceFile
from generator.pipeline import Summary, build

Golden = Callable[[Path, str], None]
"""Compares a text with a file that holds what is expected of it."""
ARTICLE = "content/articles/2031-05-03-evian.md"
"""An article of the small dossier."""
DRAFT = """---
title: Une brève
date: 2031-05-04
publisher: La Gazette des essais
publisher_basis: texte
text: notice
status: draft
events: [visite-evian-2031-05-02]
---
Paul Mercadier est rentré [d’Évian](../places/evian.md).
"""
"""A draft for the small dossier, of the day after."""


def overlaid(base: Path, case: Path) -> tuple[SourceFile, ...]:
    """The content of a dossier with that of a case laid over it, less what the case's removed.txt names."""
    files = {file.path: file for file in load(base / "content")}
    files |= {file.path: file for file in load(case / "content")}
    removed = case / "removed.txt"
    for line in removed.read_text("utf-8").splitlines() if removed.exists() else ():
        del files[PurePosixPath(line)]
    return tuple(files.values())


def small_dossier(target: Path) -> Folders:
    """A copy of the small dossier and of the theme, to be edited."""
    root = Path(__file__).resolve().parents[1]
    shutil.copytree(root / "site-tests" / "sites" / "base" / "content", target / "content")
    shutil.copytree(root / "overrides", target / "overrides")
    shutil.copyfile(root / "mkdocs.yml", target / "mkdocs.yml")
    return folders(target)


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@dataclass(frozen=True)
class Site:
    """A built site and the address at which it is served."""

    folder: Path
    address: str
    summary: Summary

    @property
    def pages(self) -> tuple[str, ...]:
        """The paths of all pages, from the site's root."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return tuple(sorted("/" + path.removesuffix("index.html") for path in found))


class Preview:
    """A dossier that `dossier serve` shows, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._heard = threading.Condition()
        self._said = ""
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "generator", "serve", "--port", "0"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.address = self.says(r"http://127\.0\.0\.1:\d+")

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._heard:
                self._said += line
                self._heard.notify_all()
        with self._heard:
            self._heard.notify_all()

    def says(self, pattern: str) -> str:
        """Wait until the terminal shows what a pattern describes, and forget what it has shown up to there."""
        with self._heard:
            self._heard.wait_for(lambda: re.search(pattern, self._said) or self.process.poll() is not None, 120)
            match = re.search(pattern, self._said)
            assert match, f"{pattern} is not in what was said:\n{self._said}"
            self._said = self._said[match.end() :]
            return match[0]

    def write(self, path: str, text: str) -> None:
        """Write a file of the dossier."""
        (self.folder / path).write_text(text, "utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Edit a file of the dossier."""
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def close(self) -> None:
        """Stop it."""
        self.process.terminate()
        self.process.wait()
        self._listener.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


@dataclass
class Watch:
    """What a page said and asked for."""

    console: list[str]
    foreign: list[str]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer as a static host does: the site's own 404 page."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on localhost, as a static host does; gives the address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def build_instant(workshop: Path, site: Path, address: str) -> None:
    """Build the real dossier with the theme's instant navigation, for the address at which it will be read."""
    root = Path(__file__).resolve().parents[1]
    theme = workshop / "theme"
    shutil.copytree(root / "overrides", theme / "overrides")
    config = (root / "mkdocs.yml").read_text("utf-8")
    instant = config.replace("    - navigation.tabs\n", "    - navigation.tabs\n    - navigation.instant\n")
    assert instant != config
    (theme / "mkdocs.yml").write_text(instant, "utf-8")
    before = os.environ.get("SITE_URL")
    os.environ["SITE_URL"] = f"{address}/"
    try:
        build(Folders(root, theme, workshop / "build"), lambda step: None)
    finally:
        if before is None:
            del os.environ["SITE_URL"]
        else:
            os.environ["SITE_URL"] = before
    (workshop / "build" / "site").rename(site)
