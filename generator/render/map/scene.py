"""What a map shows: places with their events, journeys between them, and the order of it all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.lands import Square, squares
from generator.library import Library
from generator.model import Event, Journey, Leader, Place, Status

_MANY_JOURNEYS: Final = 300


@dataclass(frozen=True, slots=True)
class Pin:
    """A place with a point, and the events there or at a place within it that has none."""

    place: Place
    lat: float
    lon: float
    events: tuple[Event, ...]

    @property
    def firm(self) -> bool:
        """Whether an established event stands for it, or nothing does: no event makes it doubtful."""
        return not self.events or any(event.status is Status.ESTABLISHED for event in self.events)


@dataclass(frozen=True, slots=True)
class Arc:
    """A journey with two known ends; `lane` counts those that take the same way, from 0."""

    event: Event
    journey: Journey
    who: Leader
    start: Pin
    end: Pin
    lane: int

    @property
    def supposed(self) -> bool:
        """Whether the editors, and no text, say where it began."""
        return self.journey.from_basis == "rédaction"


@dataclass(frozen=True, slots=True)
class Scene:
    """All that one map shows."""

    pins: tuple[Pin, ...]
    arcs: tuple[Arc, ...]
    events: tuple[Event, ...]
    """In order of their dates: the moments that one steps through."""
    unplaced: tuple[Event, ...]
    """Those that no pin shows: calls, statements, whatever has no place or only a country."""

    @property
    def squares(self) -> frozenset[Square]:
        """Where on the globe its pins are."""
        return squares((pin.lat, pin.lon) for pin in self.pins)

    @property
    def crowded(self) -> bool:
        """Whether there are too many journeys to keep each as an element of its own on a page."""
        return len(self.arcs) > _MANY_JOURNEYS

    def arcs_by_place(self) -> Mapping[str, tuple[Arc, ...]]:
        """The journeys that begin or end at each place, by its id."""
        found: dict[str, list[Arc]] = {}
        for arc in self.arcs:
            for id_ in (arc.start.place.id, arc.end.place.id):
                found.setdefault(id_, []).append(arc)
        return {id_: tuple(arcs) for id_, arcs in found.items()}

    def pins_by_event(self) -> Mapping[str, Pin]:
        """The pin that shows each event that has one, by the event's id."""
        return {event.id: pin for pin in self.pins for event in pin.events}


def whole(library: Library) -> Scene:
    """The map of the whole dossier."""
    return _scene(library, library.events)


def of_event(library: Library, event: Event) -> Scene:
    """The map of one event: where it was, and who came from where."""
    return _only_touched(_scene(library, (event,)))


def of_place(library: Library, place: Place) -> Scene:
    """The map of one place: its events, and the journeys that begin or end there."""
    full = whole(library)
    here = {pin.place.id for pin in full.pins if pin.place.id == place.id}
    arcs = tuple(arc for arc in full.arcs if {arc.start.place.id, arc.end.place.id} & here)
    shown = here | {pin.place.id for arc in arcs for pin in (arc.start, arc.end)}
    pins = tuple(pin for pin in full.pins if pin.place.id in shown)
    return Scene(pins, arcs, tuple(event for pin in pins for event in pin.events), ())


def _only_touched(scene: Scene) -> Scene:
    shown = {pin.place.id for arc in scene.arcs for pin in (arc.start, arc.end)}
    pins = tuple(pin for pin in scene.pins if pin.events or pin.place.id in shown)
    return Scene(pins, scene.arcs, scene.events, scene.unplaced)


def _scene(library: Library, events: tuple[Event, ...]) -> Scene:
    places = {place.id: place for place in library.places}
    at: dict[str, list[Event]] = {}
    unplaced = []
    for event in events:
        point = _pointed(event.place, places)
        if point:
            at.setdefault(point.id, []).append(event)
        else:
            unplaced.append(event)
    pins = tuple(
        Pin(place, place.lat, place.lon, tuple(at.get(place.id, ())))
        for place in library.places
        if place.lat is not None and place.lon is not None
    )
    leaders = {leader.id: leader for leader in library.leaders}
    return Scene(pins, tuple(_arcs(events, pins, places, leaders)), events, tuple(unplaced))


def _pointed(id_: str | None, places: Mapping[str, Place]) -> Place | None:
    """A place, or the nearest around it, that has a point and is no wider than a town."""
    seen: set[str] = set()
    while id_ and id_ not in seen:
        seen.add(id_)
        place = places[id_]
        if place.lat is not None:
            return place
        id_ = place.within
    return None


def _arcs(
    events: Iterable[Event], pins: Iterable[Pin], places: Mapping[str, Place], leaders: Mapping[str, Leader]
) -> Iterator[Arc]:
    by_place = {pin.place.id: pin for pin in pins}
    lanes: Counter[tuple[str, str]] = Counter()
    for event in events:
        for journey in event.journeys:
            start, end = _pointed(journey.from_, places), _pointed(journey.to, places)
            if start and end and start != end:
                way = (start.id, end.id)
                yield Arc(event, journey, leaders[journey.who], by_place[start.id], by_place[end.id], lanes[way])
                lanes[way] += 1
