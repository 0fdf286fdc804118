"""From files to records: every problem of every file is collected, and a dossier comes out if none is an error.

`reading` makes records of the files; each of the other modules looks at all that could be read from
one side, and takes part in `_LOOKS`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.addresses.links import DeadLinks
from generator.check.addresses import addresses
from generator.check.anchors import anchors
from generator.check.astray import astray
from generator.check.bodies import bodies
from generator.check.chronology import chronology
from generator.check.claims import claims
from generator.check.copies import copies
from generator.check.coverage import coverage
from generator.check.fields import fields
from generator.check.geography import geography
from generator.check.links import links
from generator.check.meant import with_names
from generator.check.names import names
from generator.check.noise import noise
from generator.check.outward import outward
from generator.check.publication import publication
from generator.check.reading import Reading, read
from generator.check.references import references
from generator.check.rights import rights
from generator.check.sources import sources
from generator.check.twins import twins
from generator.check.weekdays import weekdays
from generator.diagnostics import Problem, errors, in_order
from generator.load.document import Document, SourceFile
from generator.memo import Compute, afresh
from generator.model import Article, Dossier, Entity, Event, Leader, Page, Place, Settings, Source
from generator.originals.verification import Verifications
from generator.routes import Ref

_LOOKS: Final[tuple[Callable[[Reading], Iterator[Problem]], ...]] = (
    fields,
    references,
    astray,
    names,
    sources,
    rights,
    publication,
    twins,
    outward,
    addresses,
    bodies,
    links,
    anchors,
    chronology,
    claims,
    weekdays,
    geography,
    copies,
    coverage,
    noise,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking found: the problems in order, and the dossier where nothing forbids to build it."""

    problems: tuple[Problem, ...]
    dossier: Dossier | None
    media: Mapping[PurePosixPath, bytes]
    """Files of content/assets/, by their path in it."""
    verifications: Verifications
    """What `dossier verify` recorded."""
    dead: DeadLinks
    """What `dossier links` recorded."""
    records: Mapping[Ref, Entity]
    """The things whose files could be read."""
    documents: Mapping[Ref, Document]
    """The files that describe things, taken apart: they know the line of each value."""
    settings_document: Document | None
    """`dossier.yml`, taken apart."""


def check(files: Iterable[SourceFile], compute: Compute = afresh) -> Checked:
    """Make records of a dossier's content files, and hold them against one another."""
    reading = read(files, compute)
    looks = () if reading.hidden else _LOOKS
    problems = in_order((*with_names(reading), *(problem for look in looks for problem in look(reading))))
    whole = None if errors(problems) or reading.settings is None else _dossier(reading, reading.settings)
    return Checked(
        problems,
        whole,
        reading.media,
        reading.verifications,
        reading.dead,
        reading.records,
        reading.documents,
        reading.settings_document,
    )


def _dossier(reading: Reading, settings: Settings) -> Dossier:
    return Dossier(
        settings=settings,
        articles=tuple(article for article, _ in reading.each(Article)),
        leaders=tuple(leader for leader, _ in reading.each(Leader)),
        places=tuple(place for place, _ in reading.each(Place)),
        events=tuple(event for event, _ in reading.each(Event)),
        sources=tuple(source for source, _ in reading.each(Source)),
        pages=tuple(page for page, _ in reading.each(Page)),
    )
