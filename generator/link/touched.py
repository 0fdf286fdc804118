"""The divergences that a page leads to though they are about something else: a thing occurs in them."""

from collections.abc import Iterator

from generator.claims.divergences import Divergence
from generator.claims.records import Property
from generator.link.library import Library
from generator.model import Event, Leader, Place


def divergences_touching(library: Library, thing: Event | Leader | Place) -> tuple[Divergence, ...]:
    """Divergences about something else in which an event, a leader or a place occurs, or that bear on it."""
    return tuple(
        found for found in library.divergences if found.subject is not thing and _touches(library, found, thing)
    )


def _touches(library: Library, found: Divergence, thing: Event | Leader | Place) -> bool:
    about = found.subject
    match thing:
        case Event():
            there = isinstance(about, Place) and about.id == thing.place
            return there or thing in _against(found) or thing.id in _values(found, Property.AFTER)
        case Place():
            there = isinstance(about, Event) and about.place == thing.id
            return there or thing.id in {*_values(found, Property.PLACE), *_values(found, Property.PARTICIPANTS)}
        case Leader():
            shared = library.events_with.get(thing.id, ())
            among = about in shared or any(event in shared for event in _against(found))
            return among or thing.id in {*_values(found, Property.PARTICIPANTS), *_whose(found)}


def _against(found: Divergence) -> tuple[Event, ...]:
    """The events that stand against a voice."""
    return tuple(event for finding in found.findings for event in finding.events)


def _values(found: Divergence, kind: Property) -> Iterator[str]:
    """The ids that the voices give, where the question is of a kind that ids answer."""
    if found.question.property is kind:
        for voice in found.voices:
            yield from voice.statement.value


def _whose(found: Divergence) -> Iterator[str]:
    """Whose first or last time the voices tell of."""
    for voice in found.voices:
        for claim in voice.claims:
            yield from claim.who
