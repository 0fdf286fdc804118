"""A lane of the lying timeline: where its signs stand, and beside each its way to the map and its title."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.render.room import Box, Room
from generator.render.timeline.layout import Slot, extent, stacked
from generator.render.timeline.scale import Moment, Scale
from generator.render.words import BROAD, wrapped

TARGET: Final = 28.0
"""Width and height of what a pointer can hit: still 24 pixels where the drawing is shown at its narrowest."""
PITCH: Final = TARGET
"""Height of a row."""
TITLED: Final = 5
"""Rows that a lane may take for each of its events to have its title."""
_CROWDED: Final = 3
"""Rows of a lane in which they would be too many: signs stand close, and titles where there is room."""
_LETTERS: Final = 12.0


@dataclass(frozen=True, slots=True)
class Place:
    """A sign of a lane, and the stretch beside it where its way to the map stands and then its title, if they do."""

    slot: Slot
    lines: tuple[str, ...] = ()
    beside: tuple[float, float] | None = None

    @property
    def before(self) -> bool:
        """Whether that stretch lies on the left of the sign."""
        return self.beside is not None and self.beside[0] < self.slot.start


@dataclass(frozen=True, slots=True)
class _Edges:
    """Between which pixels a lane lies."""

    left: float
    right: float

    def room(self, rows: int) -> Room:
        """Some rows, free; what is taken lies inside the drawing, two pixels from its sides."""
        return Room(self.right, 2 + rows * PITCH + 2)

    def clipped(self, start: float, end: float) -> tuple[float, float]:
        """A stretch without what lies beyond."""
        return max(start, self.left), min(end, self.right - 2)


def laid(moments: Sequence[Moment], scale: Scale, left: float, right: float) -> tuple[Place, ...]:
    """Places for all moments of a lane, between two edges: each with its title, if there is room for all of them."""
    edges = _Edges(left, right)
    return _titled(moments, scale, edges) or _crowded(moments, scale, edges)


def _titled(moments: Sequence[Moment], scale: Scale, edges: _Edges) -> tuple[Place, ...]:
    """Every event with its title, each in the first row with room for both; nothing where rows do not suffice."""
    room = edges.room(TITLED)
    placed: list[Place] = []
    for start, end, _, moment in sorted((*extent(moment, scale, TARGET), moment.id, moment) for moment in moments):
        ways = [
            (place, row)
            for lines in (1, 2)
            for row in range(TITLED)
            for place in _ways(Slot((moment,), row, start, end), lines, edges)
        ]
        found = next((place for place, row in ways if room.take(_box(row, *_whole(place, edges)))), None)
        if not found:
            return ()
        placed.append(found)
    return tuple(placed)


def _crowded(moments: Sequence[Moment], scale: Scale, edges: _Edges) -> tuple[Place, ...]:
    """Signs as close as they can stand; milestones choose first where their titles go, then all others."""
    room = edges.room(_CROWDED)
    slots = stacked(moments, scale, TARGET, _CROWDED)
    for slot in slots:
        room.fill(_box(slot.row, slot.start, slot.end))
    places = {slot: Place(slot) for slot in slots}
    single = [slot for slot in slots if len(slot.moments) == 1]
    for lines in (1, 2):
        for slot in sorted(single, key=lambda slot: (not slot.moments[0].milestone, slot.start)):
            ways = (place for place in _ways(slot, lines, edges) if not places[slot].beside)
            found = (place for place in ways if place.beside and room.take(_box(slot.row, *place.beside)))
            places[slot] = next(found, places[slot])
    return tuple(places.values())


def _ways(slot: Slot, lines: int, edges: _Edges) -> Iterator[Place]:
    """What may stand beside the sign of one event, after it or before: its way to the map, its title in some lines."""
    (moment,) = slot.moments
    title = _lines(moment.title, lines)
    long = max(len(line) for line in title) * _LETTERS * BROAD + (TARGET if moment.on_map else 0)
    for start in (slot.end, slot.start - long):
        if (start, start + long) == edges.clipped(start, start + long):
            yield Place(slot, title, (start, start + long))


def _lines(title: str, number: int) -> tuple[str, ...]:
    """A title in at most so many lines, none much longer than another."""
    return next(
        lines
        for letters in range(len(title) // number, len(title) + 1)
        if len(lines := wrapped(title, letters)) <= number
    )


def _whole(place: Place, edges: _Edges) -> tuple[float, float]:
    """From where to where a sign and what is beside it reach; at an edge, a sign may stand over it."""
    start, end = place.beside or (place.slot.start, place.slot.end)
    return edges.clipped(min(start, place.slot.start), max(end, place.slot.end))


def _box(row: int, start: float, end: float) -> Box:
    """A stretch of a row: a little apart from the next one, and from what is beside it."""
    return start, 2 + row * PITCH, end, 1 + (row + 1) * PITCH
