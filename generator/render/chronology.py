"""The page of the chronology: the timeline, what it can be filtered by, and all events by year."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.dates import Precision
from generator.link.library import Library, ref_to
from generator.model import Event, EventKind, Status
from generator.render import labels
from generator.render.desk import Desk, PageFile
from generator.render.drafts import named
from generator.render.environment import tied
from generator.render.timeline.figure import SCRIPT, STYLE, figure
from generator.render.timeline.scale import Moment
from generator.routes import CHRONOLOGY, MAP, href, src_uri
from generator.text.french import slug, typeset, upper_first
from generator.words import Words


@dataclass(frozen=True, slots=True)
class Facets:
    """By what an event can be found: values of the filters, as the page's address writes them."""

    leaders: tuple[str, ...]
    places: tuple[str, ...]
    """The place of the event, and those that it lies within."""
    kind: str
    status: str

    @property
    def said(self) -> tuple[str, ...]:
        """All of them, each as the address of a page asks for it."""
        several = (
            ("dirigeant", self.leaders),
            ("lieu", self.places),
            ("genre", (self.kind,)),
            ("statut", (self.status,)),
        )
        return tuple(f"{name}={value}" for name, values in several for value in values)


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice that a reader has: its name in the page's address, what it is called, and its values.

    A value is what the address says, what the reader reads, and how many events it leaves.
    """

    name: str
    title: str
    all: str
    values: tuple[tuple[str, str, int], ...]


def chronology(desk: Desk) -> PageFile:
    """All events: drawn to the scale of time, and as a list by year."""
    library = desk.library
    facets = facets_of(library)
    years = [
        (year, [(event, facets[event.id]) for event in found])
        for year, found in groupby(library.events, lambda event: event.date.first.year)
    ]
    words = desk.words
    span = str(years[0][0]) if years else ""
    if len(years) > 1:
        span = words.gettext("from %(first)s to %(last)s", first=years[0][0], last=years[-1][0])
    on_map = MAP if MAP in desk.figures else None
    meta = {
        "title": words.gettext("Chronology"),
        # Translators: %(span)s is « from 2011 to 2025 », or one year
        "description": words.gettext("All events of the dossier, %(span)s, in the order of their dates.", span=span),
        "page_kind": "chronology",
        "stylesheets": [STYLE],
        "scripts": [SCRIPT],
    }
    return desk.page(
        "chronology.md.j2",
        CHRONOLOGY,
        meta,
        all=library.events,
        years=years,
        span=span,
        timeline=figure(moments(library, words, CHRONOLOGY, on_map=on_map), words),
        filters=[choice for choice in _filters(library, words, facets.values()) if choice.values],
        on_map=on_map,
    )


def moments(library: Library, words: Words, page: str, *, on_map: str | None = None) -> tuple[Moment, ...]:
    """The events of a dossier for a timeline on the page `page`, with their moments on the map (`src_uri`)."""
    way = href(on_map, page) if on_map else ""
    return tuple(_moment(event, library, words, page, way) for event in library.events)


def _moment(event: Event, library: Library, words: Words, page: str, way: str) -> Moment:
    return Moment(
        id=event.id,
        title=named(typeset(event.title), event, library.drafts, words),
        when=words.date(event.date),
        first=event.date.first.toordinal(),
        last=event.date.last.toordinal(),
        exact=event.date.precision is Precision.DAY,
        kind=event.kind,
        status=event.status,
        href=href(src_uri(ref_to(event)), page),
        on_map=f"{way}#moment-{event.id}" if way else "",
        milestone=event.id in library.dossier.settings.milestones,
    )


def facets_of(library: Library) -> dict[str, Facets]:
    """By what each event can be found, by its id."""
    people = {leader.id for leader in library.leaders}
    at: dict[str, list[str]] = {}
    for place in library.places:
        for event in library.events_at.get(place.id, ()):
            at.setdefault(event.id, []).append(place.id)
    return {
        event.id: Facets(
            leaders=tuple(id_ for id_ in event.participants if id_ in people),
            places=tuple(at.get(event.id, ())),
            kind=slug(event.kind.value),
            status=slug(event.status.value),
        )
        for event in library.events
    }


def _filters(library: Library, words: Words, facets: Iterable[Facets]) -> Iterator[Filter]:
    found = tuple(facets)
    leaders = Counter(id_ for each in found for id_ in each.leaders)
    places = Counter(id_ for each in found for id_ in each.places)
    kinds = Counter(each.kind for each in found)
    statuses = Counter(each.status for each in found)
    people = {leader.id: named(tied(words, leader), leader, library.drafts, words) for leader in library.leaders}
    everybody, everywhere = words.pgettext("people", "All"), words.pgettext("places", "All")
    yield Filter("dirigeant", words.gettext("Person"), everybody, _values(people, leaders))
    located = {place.id: named(place.name, place, library.drafts, words) for place in library.places}
    yield Filter("lieu", words.gettext("Place"), everywhere, _values(located, places))
    said = {slug(kind.value): upper_first(words.gettext(labels.EVENT_KINDS[kind][0])) for kind in EventKind}
    yield Filter("genre", words.gettext("Kind"), words.pgettext("kinds of events", "All"), _values(said, kinds))
    said = {slug(status.value): upper_first(words.gettext(labels.STATUSES[status])) for status in Status}
    yield Filter("statut", words.gettext("Status"), words.pgettext("statuses", "All"), _values(said, statuses))


def _values(words: dict[str, str], counted: Counter[str]) -> tuple[tuple[str, str, int], ...]:
    """The values that occur, in the order of their words' mapping."""
    return tuple((value, typeset(said), counted[value]) for value, said in words.items() if counted[value])
