"""What a map shows: places with their events, journeys between them, and the order of it all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.basemap.lands import Square, squares
from generator.link.library import Library
from generator.model import Event, Frame, Journey, Leader, Place, Status
from generator.render.map.geometry import arc
from generator.render.map.lanes import apart, counted
from generator.routes import Ref

_MANY_JOURNEYS: Final = 300
_PIECES: Final = 16


@dataclass(frozen=True, slots=True)
class Pin:
    """A place with a point, and the events there or at a place within it that has none."""

    place: Place
    lat: float
    lon: float
    events: tuple[Event, ...]

    @property
    def happened(self) -> tuple[Event, ...]:
        """The established ones."""
        return tuple(event for event in self.events if event.status is Status.ESTABLISHED)

    @property
    def number(self) -> int:
        """What its sign says: how many events happened there or, where none did, how many are told of."""
        return len(self.happened or self.events)

    @property
    def firm(self) -> bool:
        """Whether an established event stands for it, or nothing does: no event makes it doubtful."""
        return not self.events or bool(self.happened)


@dataclass(frozen=True, slots=True)
class Trip:
    """A journey as it is told, drawn or not."""

    event: Event
    journey: Journey
    who: Leader
    start: Place | None
    """Where it began; None where no article says so."""
    end: Place
    pins: tuple[Pin, ...]
    """Those it touches: both its ends in their order, one of them, or none."""

    @property
    def supposed(self) -> bool:
        """Whether the editors, and no text, say where it began."""
        return self.journey.from_basis == "rédaction"


@dataclass(frozen=True, slots=True)
class Arc:
    """A journey between two pins, and the lane that keeps it from lying on others, from 0."""

    trip: Trip
    start: Pin
    end: Pin
    lane: int

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Its curve in straight pieces, as (lat, lon) in degrees."""
        ends = (self.start.lat, self.start.lon), (self.end.lat, self.end.lon)
        return tuple(arc(*ends, self.lane, _PIECES))


@dataclass(frozen=True, slots=True)
class Scene:
    """All that one map shows."""

    pins: tuple[Pin, ...]
    trips: tuple[Trip, ...]
    """All that is told of them, in order of their events."""
    arcs: tuple[Arc, ...]
    """Those that can be drawn."""
    events: tuple[Event, ...]
    """In order of their dates: the moments that one steps through."""
    unplaced: tuple[Event, ...]
    """Those that no pin shows: calls, statements, whatever has no place or only a country."""
    closer: Frame | None = None
    """Where its places crowd, and a second drawing shows them closer."""
    drafts: frozenset[Ref] = frozenset()
    """What of it, and of the rest of the dossier, is a draft."""

    @property
    def squares(self) -> frozenset[Square]:
        """Where on the globe its pins are."""
        return squares((pin.lat, pin.lon) for pin in self.pins)

    @property
    def extent(self) -> tuple[tuple[float, float], ...]:
        """Points (lat, lon) that a map must hold to show all of it."""
        return (*((pin.lat, pin.lon) for pin in self.pins), *(point for item in self.arcs for point in item.points))

    @property
    def crowded(self) -> bool:
        """Whether there are too many journeys to keep each as an element of its own on a page."""
        return _crowded(self.arcs)

    def trips_by_place(self) -> Mapping[str, tuple[Trip, ...]]:
        """The journeys that begin or end at each place, drawn or not, by its id."""
        found: dict[str, list[Trip]] = {}
        for trip in self.trips:
            for pin in trip.pins:
                found.setdefault(pin.place.id, []).append(trip)
        return {id_: tuple(trips) for id_, trips in found.items()}

    def pins_by_event(self) -> Mapping[str, Pin]:
        """The pin that shows each event that has one, by the event's id."""
        return {event.id: pin for pin in self.pins for event in pin.events}


def whole(library: Library) -> Scene:
    """The map of the whole dossier."""
    return _scene(library, library.events)


def of_event(library: Library, event: Event) -> Scene:
    """The map of one event: where it was, and who came from where."""
    return _only_touched(_scene(library, (event,)))


def of_place(full: Scene, place: Place) -> Scene:
    """The map of one place, out of that of the dossier: its events, and the journeys that begin or end there."""
    trips = tuple(trip for trip in full.trips if any(pin.place.id == place.id for pin in trip.pins))
    shown = {place.id} | {pin.place.id for trip in trips for pin in trip.pins}
    pins = tuple(pin for pin in full.pins if pin.place.id in shown)
    arcs = tuple(arc for arc in full.arcs if place.id in {arc.start.place.id, arc.end.place.id})
    return Scene(pins, trips, arcs, tuple(event for pin in pins for event in pin.events), (), drafts=full.drafts)


def _only_touched(scene: Scene) -> Scene:
    shown = {pin.place.id for trip in scene.trips for pin in trip.pins}
    return replace(scene, pins=tuple(pin for pin in scene.pins if pin.events or pin.place.id in shown))


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
    trips = tuple(_trips(events, {pin.place.id: pin for pin in pins}, places, leaders))
    return Scene(pins, trips, _arcs(trips), events, tuple(unplaced), drafts=library.drafts)


def _pointed(id_: str | None, places: Mapping[str, Place]) -> Place | None:
    """A place, or the nearest around it, that has a point; that none lies within itself was checked."""
    while id_:
        place = places[id_]
        if place.lat is not None:
            return place
        id_ = place.within
    return None


def _trips(
    events: Iterable[Event], pins: Mapping[str, Pin], places: Mapping[str, Place], leaders: Mapping[str, Leader]
) -> Iterator[Trip]:
    for event in events:
        for journey in event.journeys:
            points = [_pointed(id_, places) for id_ in (journey.from_, journey.to)]
            touched = dict.fromkeys(point.id for point in points if point)
            start = places[journey.from_] if journey.from_ else None
            at = tuple(pins[id_] for id_ in touched)
            yield Trip(event, journey, leaders[journey.who], start, places[journey.to], at)


def _arcs(trips: Iterable[Trip]) -> tuple[Arc, ...]:
    drawn = [trip for trip in trips if len(trip.pins) > 1]
    ends = [(trip.pins[0], trip.pins[1]) for trip in drawn]
    ways = tuple(((start.lat, start.lon), (end.lat, end.lon)) for start, end in ends)
    lanes = counted(ways) if _crowded(drawn) else apart(ways)
    return tuple(Arc(trip, *pair, lane) for trip, pair, lane in zip(drawn, ends, lanes, strict=True))


def _crowded(journeys: Sequence[object]) -> bool:
    return len(journeys) > _MANY_JOURNEYS
