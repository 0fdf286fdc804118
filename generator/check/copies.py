"""What was copied and left as it was: an entry twice in a list, a file under a new name, its date under an old one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.check.reading import Reading
from generator.claims.values import reach
from generator.claims.voices import declared
from generator.dates import Edtf, parse
from generator.diagnostics import Problem
from generator.load.document import Document
from generator.model import Article, Entity, Event, Place

_DAY_OF_FILE: Final = re.compile(r"(?<!\d)(?:1[4-9]|2\d)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?!\d)")
_TWICE: Final = {
    "accusations": "Cette accusation",
    "claims": "Cette affirmation",
    "corrections": "Cette correction",
    "established": "Ce fait établi",
    "journeys": "Ce déplacement",
    "quotes": "Cette citation",
    "roles": "Cette fonction",
}
"""Lists in which each entry says something of its own."""


def copies(reading: Reading) -> Iterator[Problem]:
    """Problems of what says again what another says."""
    for ref, document in reading.documents.items():
        if ref in reading.records:
            yield from _entries(document)
            yield from _dated_otherwise(reading.records[ref], document)
    tied = declared(article for article, _ in reading.each(Article))
    first: dict[tuple[object, ...], Entity] = {}
    for ref, entity in reading.records.items():
        said = _said(entity)
        other = first.setdefault(said, entity) if said else entity
        if other is not entity and not _goes_with(entity, other, tied):
            what = f"Cette fiche dit la même chose que « {other.id} » (content/{other.path}) : {_WHAT[type(entity)]}."
            expected = "une seule fiche pour les deux, ou ce qui distingue celle-ci"
            yield reading.documents[ref].problem("W329", 1, what, expected=expected)


_WHAT: Final[dict[type[Entity], str]] = {
    Article: "même compte rendu",
    Event: "même titre et même date",
    Place: "mêmes coordonnées",
}


def _said(entity: Entity) -> tuple[object, ...] | None:
    """What two things of one kind can't both say."""
    match entity:
        case Article():
            return ("article", " ".join(entity.body.split())) if entity.body.strip() else None
        case Event():
            return ("event", entity.title, entity.date)
        case Place():
            return ("place", entity.lat, entity.lon) if entity.lat is not None else None
    return None


def _goes_with(entity: Entity, other: Entity, tied: Mapping[str, str]) -> bool:
    """Whether two things may say the same: a text and its reprint, a building and its town."""
    match entity, other:
        case Article(), Article():
            return tied[entity.id] == tied[other.id]
        case Place(), Place():
            return entity.within == other.id or other.within == entity.id
    return False


def _entries(document: Document) -> Iterator[Problem]:
    for key, what in _TWICE.items():
        value = document.metadata.get(key)
        listed = value if isinstance(value, list) else []
        for index, entry in enumerate(listed):
            if entry in listed[:index]:
                told = f"{what} est déjà dans « {key} », plus haut. N’en gardez qu’un exemplaire."
                yield document.problem("E214", document.line(key, index), told)


def _dated_otherwise(entity: Entity, document: Document) -> Iterator[Problem]:
    """A date in a file's name, from which its page has its address, that the date inside can't be."""
    if not isinstance(entity, Article | Event):
        return
    named = [parse(match[0]) for match in _DAY_OF_FILE.finditer(entity.id)]
    if named and not any(_may_be(entity.date, day) for day in named):
        what = f"Le nom du fichier dit {named[-1]}, et « date » {entity.date}."
        expected = "la même date ; si vous renommez le fichier, l’ancien nom dans « formerly »"
        line = document.line("date")
        yield document.problem("W319", line, what, found=str(entity.date), expected=expected, suggestion=str(named[-1]))


def _may_be(one: Edtf, other: Edtf) -> bool:
    """Whether two dates can be one; an uncertain one may mean as much as an approximate one."""
    (first, last), (begin, end) = reach(replace(one, approximate=one.approximate or one.uncertain)), reach(other)
    return first <= end and begin <= last
