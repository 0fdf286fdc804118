"""What the dossier owes to one source or speaker: the events that nobody else tells of, what editors rely on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.claims.divergences import Divergence
from generator.claims.values import read
from generator.claims.voices import Voice, distinct
from generator.fields import Reference
from generator.link.library import Library
from generator.link.sources import references
from generator.model import Article, Event, Source, Subject


@dataclass(frozen=True, slots=True)
class Sole:
    """An event that no text of the dossier reports but those of one source, or of sources that nobody knows."""

    event: Event
    reprints: tuple[Article, ...]
    """Articles of other publishers that give the same text: the same voice under another name."""
    outside: tuple[str, ...]
    """Who else speaks of it outside the articles, as the editors have noted."""


@dataclass(frozen=True, slots=True)
class Relied:
    """What the editors have from a publication outside the articles, and of what it is said."""

    subject: Subject
    reference: Reference
    fact: Voice | None = None
    """The value that it gives."""
    outcome: str | None = None
    """What it says came of the subject, an event."""


def events_of_one(library: Library, published: Collection[Article]) -> tuple[Sole, ...]:
    """The events that only some articles report, in order: all those of one publisher, or of none that is known."""
    named = {id_ for article in published for id_ in article.events}
    own = {article.id for article in published}
    found = []
    for event in library.events:
        if event.id in named:
            groups = distinct(library.articles_of[event.id])
            if all(any(article.id in own for article in group) for group in groups):
                reprints = tuple(article for group in groups for article in group if article.id not in own)
                found.append(Sole(event, reprints, _outside(library, event, published)))
    return tuple(found)


def _outside(library: Library, event: Event, published: Iterable[Article]) -> tuple[str, ...]:
    """Who outside the articles speaks of an event and has not published them."""
    own = {library.named.of(article.publisher) for article in published if article.publisher}
    names = dict.fromkeys(reference.publisher for reference, _ in references(event))
    return tuple(name for name in names if library.named.of(name) not in own)


def told_by_one(library: Library, voice: str) -> tuple[Event, ...]:
    """The events that the articles have, as far as they say, from one voice alone: a leader's id, or a name."""
    return tuple(
        event
        for event in library.events
        if event.told_by and all(library.named.same(who, voice) for who in event.told_by)
    )


def divergences_voiced(library: Library, source: Source) -> tuple[Divergence, ...]:
    """The divergences in which a source has a voice: its articles, what it is quoted with, or its other pages."""
    return tuple(
        found for found in library.divergences if any(library.named.of(name) is source for name in _heard(found))
    )


def _heard(found: Divergence) -> Iterator[str]:
    """The names of all who have a voice in a divergence."""
    yield from (article.publisher for article in found.articles if article.publisher)
    yield from (voice.established.source.publisher for voice in found.voices if voice.established)
    yield from found.speakers


def relied_on(library: Library, source: Source) -> Iterator[Relied]:
    """What the editors have from the publications of a source that are no articles of the dossier."""
    return (one for one in _relied(library) if library.named.of(one.reference.publisher) is source)


def passed_on(library: Library, voice: str) -> Iterator[Relied]:
    """What the editors have from publications of others that have it from a voice, or that it repeats."""
    for one in _relied(library):
        others = (*one.reference.told_by, *one.reference.also_in)
        if any(library.named.same(name, voice) for name in others):
            yield one


def _relied(library: Library) -> Iterator[Relied]:
    for subject in (*library.events, *library.leaders, *library.places, *library.articles):
        outcome = subject.outcome if isinstance(subject, Event) else None
        if outcome:
            yield Relied(subject, outcome.source, outcome=outcome.text)
        for fact in subject.established:
            yield Relied(subject, fact.source, fact=Voice(fact, read(fact)))
