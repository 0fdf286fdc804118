"""References in files that a bad field keeps from being records: they are looked at as text."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from generator.check.claims import unknown_subject
from generator.check.reading import Reading
from generator.check.references import is_id, known, participant
from generator.diagnostics import Problem
from generator.fields import ID_PATTERN
from generator.load.document import Document, Position
from generator.model import Kind

_Look = Callable[[Reading, str, Document, Position], Iterator[Problem]]


def _thing(kind: Kind) -> _Look:
    return lambda reading, found, document, at: known(reading, kind, found, document, *at)


def _voice(reading: Reading, found: str, document: Document, at: Position) -> Iterator[Problem]:
    if found not in reading.ids(Kind.SOURCE):
        yield from known(reading, Kind.LEADER, found, document, *at)


_OUTSIDE: Final[Mapping[str, _Look]] = {
    "established/*/source/told_by": _voice,
    "established/*/source/told_by/*": _voice,
}
_EVENTS: Final[Mapping[str, _Look]] = {
    **_OUTSIDE,
    "outcome/source/told_by": _voice,
    "outcome/source/told_by/*": _voice,
    "place": _thing(Kind.PLACE),
    "participants/*": participant,
    "told_by": _voice,
    "told_by/*": _voice,
    "journeys/*/who": _thing(Kind.LEADER),
    "journeys/*/to": _thing(Kind.PLACE),
    "journeys/*/from": _thing(Kind.PLACE),
}
_ARTICLES: Final[Mapping[str, _Look]] = {
    **_OUTSIDE,
    "events/*": _thing(Kind.EVENT),
    "reprint_of": _thing(Kind.ARTICLE),
    "told_by": _voice,
    "told_by/*": _voice,
    "quotes/*/speaker": _voice,
    "quotes/*/reported_by": _voice,
    "quotes/*/reported_by/*": _voice,
    "claims/*/about": unknown_subject,
    "claims/*/speaker": _voice,
    "claims/*/who/*": participant,
    "claims/*/within": _thing(Kind.PLACE),
    "claims/*/outside": _thing(Kind.PLACE),
    "accusations/*/accused/*": _thing(Kind.LEADER),
    "accusations/*/by": _voice,
}
_REFERENCES: Final[Mapping[Kind, Mapping[str, _Look]]] = {
    Kind.ARTICLE: _ARTICLES,
    Kind.EVENT: _EVENTS,
    Kind.LEADER: _OUTSIDE,
    Kind.PLACE: {**_OUTSIDE, "within": _thing(Kind.PLACE)},
}
_SETTINGS: Final[Mapping[str, _Look]] = {"milestones/*": _thing(Kind.EVENT)}


def astray(reading: Reading) -> Iterator[Problem]:
    """Problems of references between files of which some are no records."""
    incomplete = {problem.path for problem in reading.problems if problem.code == "W317"}
    for ref, document in reading.documents.items():
        if ref not in reading.records and document.shown not in incomplete:
            yield from _in(reading, document, _REFERENCES.get(ref.kind, {}))
    if reading.settings is None and reading.settings_document:
        yield from _in(reading, reading.settings_document, _SETTINGS)


def _in(reading: Reading, document: Document, looks: Mapping[str, _Look]) -> Iterator[Problem]:
    for position, text in document.texts():
        look = looks.get("/".join("*" if isinstance(step, int) else step for step in position))
        if look and (is_id(text) or (look is unknown_subject and re.fullmatch(rf"\w+/{ID_PATTERN[1:]}", text))):
            yield from look(reading, text, document, position)
