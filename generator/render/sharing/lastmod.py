"""The last day on which, as far as the content says, what a page shows was read, verified or corrected."""

from collections.abc import Iterable, Iterator

from generator.dates import Edtf, Precision
from generator.link.bodies import linked_from
from generator.link.contributed import divergences_voiced, passed_on, relied_on, told_by_one
from generator.link.library import Library, events_about, ref_to, reporting
from generator.link.quotations import voiced_by
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
    return _latest(known)


def corrected(library: Library) -> str:
    """The day of the last correction of anything."""
    shown = (*library.articles, *library.leaders, *library.places, *library.events, *library.sources)
    everything = (*shown, *library.dossier.pages)
    return _latest(each.date for entity in everything for each in entity.corrections if exact(each.date))


def exact(day: Edtf | None) -> str:
    """A date that ISO 8601 can say as it is known: day, month or year; else empty."""
    known = day is not None and day.precision is not Precision.SPAN and not (day.approximate or day.uncertain)
    return day.text if day and known else ""


def _latest(days: Iterable[Edtf]) -> str:
    return str(max(days, key=lambda day: (day.last, day.text), default=""))


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
        case Event():
            events: tuple[Event, ...] = (entity,)
        case Leader():
            events = library.events_with.get(entity.id, ())
        case Place():
            events = events_about(library, entity)
        case Source():
            events = told_by_one(library, entity.name)
    told = {link.source for link in library.backlinks.get(ref_to(entity), ())} | set(linked_from(entity))
    if isinstance(entity, Source):
        told |= {ref_to(article) for article in _giving_voice(library, entity)}
    linked = (library.by_ref.get(ref) for ref in told)
    return (*reporting(library, events), *(one for one in linked if isinstance(one, Article)))


def _giving_voice(library: Library, source: Source) -> Iterator[Article]:
    """The articles that a source published, that quote it, have something from it, or with which it disagrees."""
    yield from (article for article in library.articles if library.named.of(article.publisher) is source)
    yield from (found.article for found in voiced_by(source.name, library.quotations, library.named))
    yield from (article for found in divergences_voiced(library, source) for article in found.articles)
    relied = (*relied_on(library, source), *passed_on(library, source.name))
    yield from (one.subject for one in relied if isinstance(one.subject, Article))
