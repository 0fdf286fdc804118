"""Addresses of other sites: where content gives them, and which of them no longer answer.

`dossier links` asks them and writes `content/links.yml`; the build reads it and asks nobody.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from generator.dates import Edtf
from generator.diagnostics import Problem
from generator.fields import Archive, EdtfDate, HttpsUrl, Record, Text
from generator.link.sources import references
from generator.load.document import Document, Position
from generator.model import Article, Entity
from generator.routes import Ref
from generator.text.markup import links

LINKS: Final = PurePosixPath("links.yml")
"""The file of the record, from content/."""
_HEADING: Final = (
    "# Écrit par « dossier links » ; à ne pas modifier à la main.\n"
    "# Les adresses qui ne répondent plus, depuis quel jour, et ce que le serveur a dit.\n"
)


class DeadLink(Record):
    """An address that no longer leads anywhere, the day on which that was first seen, and the answer."""

    url: HttpsUrl
    day: EdtfDate
    answer: Text


class DeadLinks(Record):
    """`content/links.yml`."""

    dead: tuple[DeadLink, ...] = ()

    def of(self, url: str | None) -> DeadLink | None:
        """What is recorded of an address, if it is dead."""
        return next((link for link in self.dead if link.url == url), None)


ALL_ALIVE: Final = DeadLinks()
"""The record where there is none."""


class State(Enum):
    """What an answer says of an address."""

    ALIVE = auto()
    DEAD = auto()
    """Nothing is there, says the server."""
    NO_HOST = auto()
    """No such server: dead, unless this machine has no network at all."""
    UNSURE = auto()
    """A refusal or a fault that may pass."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What asking an address gave, and in what words to tell it."""

    state: State
    said: str


@dataclass(frozen=True, slots=True)
class Outward:
    """An address of another site, where content gives it, and the copy to fall back to."""

    url: str
    document: Document
    line: int
    archive: Archive | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """What became of the addresses that were asked."""

    dead: DeadLinks
    unsure: tuple[tuple[Outward, Answer], ...]


def outward(records: Mapping[Ref, Entity], documents: Mapping[Ref, Document]) -> Iterator[Outward]:
    """All addresses of other sites that content gives, archived copies included."""
    for ref, entity in sorted(records.items()):
        document = documents[ref]
        for url, archive, position in _fields(entity):
            yield Outward(url, document, document.line(*position, "url"), archive)
            if archive:
                yield Outward(archive.url, document, document.line(*position, "archive", "url"))
        for found in links(entity.body):
            url = entity.body[slice(*found.target)]
            if url.startswith("https://"):
                yield Outward(url, document, document.body_line_at(found.target[0]))


def _fields(entity: Entity) -> Iterator[tuple[str, Archive | None, Position]]:
    """The addresses in the front matter of a record, each with its copy and the place of the group that gives it."""
    if isinstance(entity, Article) and entity.url:
        yield entity.url, entity.archive, ()
    for reference, position in references(entity):
        if reference.url:
            yield reference.url, reference.archive, position


def lost(records: Mapping[Ref, Entity], documents: Mapping[Ref, Document], dead: DeadLinks) -> Iterator[Problem]:
    """A warning for each address that is recorded as dead and has no archived copy."""
    for address in outward(records, documents):
        found = dead.of(address.url)
        if found and not address.archive:
            what = f"« {address.url} » ne répond plus ({found.answer}, constaté le {found.day})."
            expected = "une copie dans « archive », ou aucune adresse"
            yield address.document.problem("W331", address.line, what, found=address.url, expected=expected)


def survey(addresses: Iterable[Outward], answers: Mapping[str, Answer], earlier: DeadLinks, day: Edtf) -> Survey:
    """What answers say of addresses; one that was dead before keeps its day, and its record until it answers.

    An unknown host counts as dead only if another host answered: else it is this machine that has no network.
    """
    addresses = tuple(addresses)
    reached = {urlsplit(url).hostname for url, answer in answers.items() if answer.state in {State.ALIVE, State.DEAD}}
    dead: dict[str, DeadLink] = {}
    unsure = []
    for address in addresses:
        answer, known = answers[address.url], earlier.of(address.url)
        gone = answer.state is State.DEAD or (answer.state is State.NO_HOST and bool(reached))
        if known and answer.state is not State.ALIVE:
            dead[address.url] = known
        elif gone:
            dead[address.url] = DeadLink(url=address.url, day=day, answer=answer.said)
        elif answer.state is not State.ALIVE:
            unsure.append((address, answer))
    return Survey(DeadLinks(dead=tuple(dead[url] for url in sorted(dead))), tuple(unsure))


def links_written(record: DeadLinks) -> str:
    """The text of the file, in the order of the addresses: the same for the same record."""
    if not record.dead:
        return f"{_HEADING}dead: []\n"
    lines = (f'  - url: "{link.url}"\n    day: {link.day}\n    answer: "{link.answer}"\n' for link in record.dead)
    return f"{_HEADING}dead:\n{''.join(lines)}"
