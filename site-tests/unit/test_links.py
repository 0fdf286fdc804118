"""Addresses of other sites: what a local server answers, and what becomes of it."""

import threading
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner
from harness import small_dossier

from generator.addresses.ask import ask, ask_all
from generator.addresses.links import Answer, DeadLink, DeadLinks, Outward, State, links_written, survey
from generator.check.validate import record
from generator.cli import dossier
from generator.dates import parse
from generator.load.document import Document, SourceFile, read_yaml

_DAY = parse("2031-07-01")
_LATER = parse("2031-08-01")


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer with the code that the path gives; « /moved » leads to « /200 », « /slow » waits for the end."""
        if self.path == "/slow":
            self.server.over.wait()  # type: ignore[attr-defined]  # set by the fixture
        code = 301 if self.path == "/moved" else 200 if self.path == "/slow" else int(self.path[1:])
        self.send_response(code)
        if code == 301:
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        server.over = threading.Event()  # type: ignore[attr-defined]  # read by the handler
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.over.set()  # type: ignore[attr-defined]  # as above
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "state", "said"),
    [
        ("/200", State.ALIVE, "code 200"),
        ("/moved", State.ALIVE, "code 200"),
        ("/404", State.DEAD, "code 404"),
        ("/410", State.DEAD, "code 410"),
        ("/403", State.UNSURE, "code 403"),
        ("/503", State.UNSURE, "code 503"),
    ],
)
def test_what_a_server_answers(address: str, path: str, state: State, said: str) -> None:
    assert ask(address + path, 10) == Answer(state, said)


def test_a_server_that_is_slow_or_away_is_not_called_dead(address: str) -> None:
    assert ask(f"{address}/slow", 0.2) == Answer(State.UNSURE, "pas de réponse à temps")
    assert ask("http://127.0.0.1:1/", 10) == Answer(State.UNSURE, "connexion refusée ou coupée")


def test_each_address_is_asked_once(address: str) -> None:
    urls = [f"{address}/{code}" for code in (200, 404, 200)]
    assert list(ask_all(urls, 10)) == sorted(set(urls))


def _outward(url: str) -> Outward:
    return Outward(url, Document(PurePosixPath("articles/a.md"), {}, {}, "", 1), 3)


def _dead(url: str, said: str = "code 404") -> DeadLink:
    return DeadLink(url=url, day=_DAY, answer=said)


A, B = "https://a.exemple.fr/", "https://b.exemple.fr/"
_GONE, _WELL = Answer(State.DEAD, "code 404"), Answer(State.ALIVE, "code 200")
_AWAY, _BUSY = Answer(State.NO_HOST, "serveur introuvable"), Answer(State.UNSURE, "code 503")


@pytest.mark.parametrize(
    ("answers", "earlier", "dead", "unsure"),
    [
        pytest.param({A: _WELL, B: _GONE}, (), (DeadLink(url=B, day=_LATER, answer="code 404"),), 0, id="dead"),
        pytest.param({A: _WELL, B: _GONE}, (_dead(B),), (_dead(B),), 0, id="dead-already"),
        pytest.param({A: _WELL, B: _BUSY}, (_dead(B),), (_dead(B),), 0, id="dead-and-now-unsure"),
        pytest.param({A: _WELL, B: _WELL}, (_dead(B),), (), 0, id="alive-again"),
        pytest.param({A: _WELL, B: _BUSY}, (), (), 1, id="unsure"),
        pytest.param(
            {A: _WELL, B: _AWAY}, (), (DeadLink(url=B, day=_LATER, answer="serveur introuvable"),), 0, id="host-gone"
        ),
        pytest.param({A: _AWAY, B: _AWAY}, (), (), 2, id="no-network-here"),
        pytest.param({A: _WELL, B: _WELL}, (_dead("https://c.exemple.fr/"),), (), 0, id="no-longer-in-the-content"),
    ],
)
def test_what_becomes_of_addresses(
    answers: dict[str, Answer], earlier: tuple[DeadLink, ...], dead: tuple[DeadLink, ...], unsure: int
) -> None:
    found = survey(map(_outward, answers), answers, DeadLinks(dead=earlier), _LATER)
    assert found.dead.dead == dead
    assert len(found.unsure) == unsure


@pytest.mark.parametrize("dead", [(), (_dead(A), _dead(B, "connexion impossible, SSLError"))])
def test_what_is_written_reads_back(dead: tuple[DeadLink, ...]) -> None:
    written = links_written(DeadLinks(dead=dead))
    document = read_yaml(SourceFile(PurePosixPath("links.yml"), written.encode()))
    assert isinstance(document, Document)
    assert record(DeadLinks, document, {}) == DeadLinks(dead=dead)


def test_the_command_records_what_is_dead_and_forgets_what_lives_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_dossier(tmp_path).root
    article = root / "content" / "articles" / "2031-05-03-evian.md"
    url = "https://gazette.invalid/evian"
    article.write_text(article.read_text("utf-8").replace("status:", f"url: {url}\nstatus:", 1), "utf-8")
    monkeypatch.chdir(root)

    def told(answer: Answer) -> tuple[int, str]:
        def ask_all(urls: Iterable[str], timeout: float) -> dict[str, Answer]:
            assert timeout == 3.0
            return dict.fromkeys(urls, answer)

        monkeypatch.setattr("generator.upkeep.ask_all", ask_all)
        done = CliRunner().invoke(dossier, ["links", "--date", "2031-07-01", "--timeout", "3"])
        return done.exit_code, done.output

    status, said = told(Answer(State.UNSURE, "code 503"))
    assert (status, url in said, "0 adresse morte, 1 incertaine" in said) == (0, True, True)
    status, said = told(Answer(State.DEAD, "code 404"))
    assert (status, "1 adresse morte" in said, "content/articles/2031-05-03-evian.md:" in said) == (1, True, True)
    assert url in (root / "content" / "links.yml").read_text("utf-8")
    status, said = told(Answer(State.ALIVE, "code 200"))
    assert (status, "0 adresse morte" in said) == (0, True)
    assert url not in (root / "content" / "links.yml").read_text("utf-8")
