"""What the search knows of a page beside its words: its kind, date and standing, and whom and when it is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.dates import Edtf
from generator.link.library import Library, events_about, leaders_in, ref_to
from generator.model import Article, Entity, Event, Kind, Leader, Place, Source, Status
from generator.render import labels
from generator.render.desk import described
from generator.render.environment import headline, interest_of
from generator.routes import CHRONOLOGY, CORRECTIONS, DIVERGENCES, LEGAL, MAP, MEETINGS, src_uri
from generator.text.french import typeset
from generator.words import Words, marked

_OVERVIEWS: Final = (
    (CHRONOLOGY, marked("Chronology")),
    (MAP, marked("Map")),
    (MEETINGS, marked("Who met whom")),
    (DIVERGENCES, marked("Divergences")),
    (CORRECTIONS, marked("Corrections")),
    (LEGAL, marked("Legal notice")),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that can be found."""

    uri: str
    """Its `src_uri`."""
    kind: Kind
    title: str
    names: tuple[str, ...] = ()
    """Other names of what it is about."""
    line: str = ""
    """Who or what that is, in one line: a result for its name shows it."""
    ties: str = ""
    """What ties it to what it tells, where it is a source or somebody who speaks."""
    day: str = ""
    """Its date, written out."""
    mark: tuple[str, str] | None = None
    """How firm it is where that is not a matter of course: the end of a class name, and the word."""
    years: tuple[int, ...] = ()
    leaders: tuple[str, ...] = ()
    """Ids of those whom it is about or names."""

    @property
    def filters(self) -> tuple[str, ...]:
        """What it is filtered by: each the name of a field of the search's form and one of its values."""
        return (
            f"sorte-{self.kind.value}",
            *(f"dirigeant-{id_}" for id_ in self.leaders),
            *(f"annee-{year}" for year in self.years),
        )


def entries(library: Library, words: Words) -> tuple[Entry, ...]:
    """All pages that can be found; none of a draft that the library leaves out."""
    drafts = {src_uri(ref) for ref in library.drafts}
    mark = ("draft", words.gettext("draft"))
    return tuple(replace(entry, mark=mark) if entry.uri in drafts else entry for entry in _entries(library, words))


def _entries(library: Library, words: Words) -> Iterator[Entry]:
    known = {leader.id for leader in library.leaders}
    for article in library.articles:
        people = tuple(leader.id for leader in leaders_in(library, article))
        yield _dated(article, words.date(article.date), None, people)
    for event in library.events:
        those = tuple(x for x in event.participants if x in known)
        yield _dated(event, words.date(event.date), _standing(event, words), those)
    for leader in library.leaders:
        yield _named(words, leader, library.events_with.get(leader.id, ()), {leader.id})
    for place in library.places:
        yield _named(words, place, events_about(library, place), known)
    for source in library.sources:
        yield _named(words, source, (), set())
    for page in library.dossier.pages:
        if src_uri(ref_to(page)) != LEGAL:
            yield Entry(src_uri(ref_to(page)), Kind.PAGE, typeset(page.title))
    yield from (Entry(uri, Kind.PAGE, words.gettext(title)) for uri, title in _OVERVIEWS)


def _dated(thing: Article | Event, day: str, mark: tuple[str, str] | None, people: tuple[str, ...]) -> Entry:
    return Entry(
        uri=_uri(thing),
        kind=ref_to(thing).kind,
        title=typeset(thing.title),
        day=day,
        mark=mark,
        years=_years((thing.date,)),
        leaders=people,
    )


def _named(words: Words, thing: Leader | Place | Source, events: Iterable[Event], known: set[str]) -> Entry:
    """A person, place or source, found under the years of its events and, where they are known, their leaders."""
    found = tuple(events)
    people = {id_ for event in found for id_ in event.participants}
    return Entry(
        uri=_uri(thing),
        kind=ref_to(thing).kind,
        title=typeset(headline(thing)),
        names=tuple(map(typeset, thing.aliases)),
        line=described(thing),
        ties=labels.interest(words, interest_of(thing)),
        years=_years(event.date for event in found),
        leaders=(thing.id,) if isinstance(thing, Leader) else tuple(sorted(people & known)),
    )


def _uri(thing: Entity) -> str:
    return src_uri(ref_to(thing))


def _years(dates: Iterable[Edtf]) -> tuple[int, ...]:
    return tuple(sorted({year for date in dates for year in range(date.first.year, date.last.year + 1)}))


def _standing(event: Event, words: Words) -> tuple[str, str] | None:
    """An event that is not established never reads as a fact, not in a list of results either."""
    if event.status is Status.ESTABLISHED:
        return None
    return event.status.name.lower(), words.gettext(labels.STATUSES[event.status])
