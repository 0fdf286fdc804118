"""Reading the site while editing it: the page follows, and a mistake shows on it while it stays."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from secrets import token_hex
from threading import Condition, Event, Thread
from typing import Final

from generator.serve.watch import Watch

_PREFIX: Final = "/_dossier/"
_SCRIPT: Final = f'<script src="{_PREFIX}veille.js" data-build="{{}}" defer></script>'
"""In each page; it names the build of which the page is."""
_NOTHING_YET: Final = (
    '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Pas encore de page</title>'
    "<body><h1>Pas encore de page</h1><p>{}</p></body></html>"
)
"""What is shown while no build has gone well yet, with why."""
_COMING: Final = "Le site est en construction\u202f: cette page suivra."
_FAILED: Final = "Le contenu a des erreurs\u202f: corrigez-les, cette page suivra."
_QUIET: Final = 0.05
"""Seconds without a change after which an editor's program has done saving."""
_IDLE: Final = 1.0
"""Seconds without a change after which there is time for what can wait."""
_HEARTBEAT: Final = 15.0
"""Seconds between signs of life on a connection that waits."""


class PortTakenError(Exception):
    """Somebody else listens at this port."""


class Beacon:
    """Tells the open pages how the last build went."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._run = token_hex(4)
        self._look = 0
        self._build = 0
        self._message = ""
        self._warnings: tuple[str, ...] = ()

    @property
    def build(self) -> str:
        """The name of the build that stands, unlike any of an earlier run of the program.

        Two names are the same up to the last dot where the theme is the same.
        """
        with self._changed:
            return f"{self._run}.{self._look}.{self._build}"

    @property
    def failing(self) -> bool:
        """Whether the last build has failed."""
        with self._changed:
            return bool(self._message)

    def built(self, warnings: tuple[str, ...] = (), *, look: bool) -> None:
        """A new site stands, and what to look at in it; `look` where more than the content may have changed."""
        with self._changed:
            self._warnings = warnings
            self._look += look
            self._build += 1
            self._message = ""
            self._changed.notify_all()

    def failed(self, message: str) -> None:
        """The last good site still stands, and this is why."""
        with self._changed:
            self._message = message
            self._changed.notify_all()

    def state(self) -> str:
        """The state as JSON: the name of the build, the message, empty where all is well, and the warnings."""
        with self._changed:
            told = {"build": self.build, "message": self._message, "warnings": self._warnings}
            return json.dumps(told, ensure_ascii=False)

    def wait(self, seen: str) -> str:
        """The state, once it differs from `seen` or a heartbeat has passed."""
        with self._changed:
            self._changed.wait_for(lambda: self.state() != seen, _HEARTBEAT)
        return self.state()


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site, with the watching script in each page."""

    beacon: Beacon

    def __init__(self, *args: object, beacon: Beacon, directory: str) -> None:
        self.beacon = beacon
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # the arguments of a socket server

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the parent's
        """Say nothing: an editor has no use for a line a request."""

    def do_GET(self) -> None:
        """Answer a page, a file, the script or the stream of states."""
        build = self.beacon.build  # before the page is read: one that comes meanwhile will have it read again
        if self.path == f"{_PREFIX}veille.js":
            self._answer(files("generator.serve").joinpath("veille.js").read_bytes(), "text/javascript; charset=utf-8")
        elif self.path == f"{_PREFIX}veille":
            self._stream()
        elif page := self._page():
            self._answer_page(page.read_bytes(), build, HTTPStatus.OK)
        elif (file := Path(self.translate_path(self.path))).is_file() or (file / "index.html").is_file():
            super().do_GET()  # which sends on from a folder without its slash, as any host does
        elif (missing := Path(self.directory) / "404.html").exists():
            self._answer_page(missing.read_bytes(), build, HTTPStatus.NOT_FOUND)
        else:
            why = _FAILED if self.beacon.failing else _COMING
            self._answer_page(_NOTHING_YET.format(why).encode(), build, HTTPStatus.SERVICE_UNAVAILABLE)

    def _answer_page(self, html: bytes, build: str, status: HTTPStatus) -> None:
        script = _SCRIPT.format(build).encode()
        self._answer(html.replace(b"</body>", script + b"</body>"), "text/html; charset=utf-8", status)

    def _page(self) -> Path | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path = path / "index.html"
        return path if path.suffix == ".html" and path.is_file() else None

    def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = self.beacon.state()
        try:
            while True:
                self.wfile.write(f"data: {seen}\n\n".encode())
                self.wfile.flush()
                seen = self.beacon.wait(seen)
        except OSError:  # the reader has gone
            return


class _Server(ThreadingHTTPServer):
    daemon_threads = True


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is built of: values that are equal to earlier ones where nothing that counts has changed."""

    content: object
    look: object
    """The theme and the settings of MkDocs."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the site that stands is built of, and whether a later build has failed."""

    sources: Sources | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build went: what is wrong, or an empty text and what is to be looked at."""

    message: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What is served: how it is made, and of what."""

    site: Path
    watched: tuple[Path, ...]
    """The files and folders whose changes matter."""
    sources: Callable[[], Sources]
    """What a build would read now: where it is as before, nothing is built."""
    rebuild: Callable[[], Outcome]
    """Builds the site."""
    catch_up: Callable[[], None]
    """Does what a build has put off, once nobody edits for a moment."""


def serve(work: Work, ready: Callable[[int], None], port: int) -> None:
    """Serve a site on this machine and rebuild it after each change, until interrupted.

    `ready` is told the port once pages can be read (`port` 0 takes a free one). Raises PortTakenError
    where somebody has it.
    """
    beacon, changed = Beacon(), Event()
    try:
        server = _Server(("127.0.0.1", port), partial(_Handler, beacon=beacon, directory=str(work.site)))
    except OSError as error:
        raise PortTakenError(port) from error
    with server:
        watch = Watch(work.watched, changed)
        Thread(target=server.serve_forever, daemon=True).start()
        standing = follow(work, Standing(), beacon)
        ready(server.server_port)
        try:
            while True:
                if not changed.wait(_IDLE):
                    work.catch_up()
                    changed.wait()
                _settle(changed)
                watch.renew()
                standing = follow(work, standing, beacon)
        finally:
            watch.stop()
            server.shutdown()


def _settle(changed: Event) -> None:
    """Wait until nothing has changed for a moment."""
    changed.clear()
    while changed.wait(_QUIET):
        changed.clear()


def follow(work: Work, standing: Standing, beacon: Beacon) -> Standing:
    """Rebuild unless the sources are those of the site that stands; what stands then.

    An editor's program touches files without changing them, and keeps files of its own beside them.
    """
    found = work.sources()
    if found == standing.sources and not standing.failed:
        return standing
    outcome = work.rebuild()
    if outcome.message:
        beacon.failed(outcome.message)
        return replace(standing, failed=True)
    beacon.built(outcome.warnings, look=standing.sources is None or found.look != standing.sources.look)
    return Standing(found)
