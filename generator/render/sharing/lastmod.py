"""The last day on which, as far as the content says, what a page shows was read, verified or corrected."""

from collections.abc import Iterable, Iterator

from generator.dates import Edtf, Precision
from generator.link.library import Library, events_about, ref_to
from generator.model import Article, Entity, Event, Leader, Page, Place, Source


def lastmod(library: Library, entity: Entity | None) -> str:
    """The day in ISO 8601, at its precision; of the whole dossier for a page that is about no one thing.

    Empty where the content says nothing: the clock is never asked.
    """
    if entity is None:
        shown = (*library.articles, *library.leaders, *library.places, *library.events, *library.sources)
        known = [day for each in shown for day in _own(library, each)]
    else:
        known = [day for each in (entity, *_telling(library, entity)) for day in _own(library, each)]
    return str(max(known, key=lambda day: (day.last, day.text), default=""))


def exact(day: Edtf | None) -> str:
    """A date that ISO 8601 can say as it is known: day, month or year; else empty."""
    known = day is not None and day.precision is not Precision.SPAN and not (day.approximate or day.uncertain)
    return day.text if day and known else ""


def _own(library: Library, entity: Entity) -> Iterator[Edtf]:
    """The days that the content gives of one thing."""
    days = [correction.date for correction in entity.corrections]
    if isinstance(entity, Article):
        verified = library.verifications.original(entity)
        days += [day for day in (entity.original and entity.original.read, verified and verified.day) if day]
    yield from (day for day in days if exact(day))


def _telling(library: Library, entity: Entity) -> Iterable[Article]:
    """The articles from which a page has what it shows."""
    match entity:
        case Article() | Page():
            return ()
        case Source():
            return (article for article in library.articles if library.named.of(article.publisher) is entity)
        case Event():
            events: tuple[Event, ...] = (entity,)
        case Leader():
            events = library.events_with.get(entity.id, ())
        case Place():
            events = events_about(library, entity)
        case _:
            events = ()
    wanted = {event.id for event in events}
    named = {link.source for link in library.backlinks.get(ref_to(entity), ())}
    return (article for article in library.articles if ref_to(article) in named or wanted & set(article.events))
