"""Which sign stands where: none on another, however many there are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from generator.render.timeline.scale import Moment, Scale

_GAP: Final = 2.0
"""Pixels between two signs of a row."""
_BUNDLE: Final = 1.6
"""Least length of a sign that stands for several events, in sizes: it holds their number."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a sign: a row, a stretch along time in pixels, and the moments for which it stands."""

    moments: tuple[Moment, ...]
    row: int
    start: float
    end: float

    @property
    def middle(self) -> float:
        """Its middle along time."""
        return (self.start + self.end) / 2


def extent(moment: Moment, scale: Scale, size: float) -> tuple[float, float]:
    """From where to where a moment reaches along time: its true days, but never less than `size` around them."""
    start, end = scale.at(moment.first), scale.at(moment.last + 1)
    middle = (start + end) / 2
    return (start, end) if end - start >= size else (middle - size / 2, middle + size / 2)


def stacked(moments: Iterable[Moment], scale: Scale, size: float, rows: int) -> tuple[Slot, ...]:
    """A slot for each moment, in the first of at most `rows` rows that is free there.

    Where all are taken, the moment joins the sign that ends first: one sign then stands for both.
    """
    placed = sorted((*extent(moment, scale, size), moment.id, moment) for moment in moments)
    done: list[list[Slot]] = []
    for start, end, _, moment in placed:
        free = next((number for number, row in enumerate(done) if row[-1].end + _GAP <= start), len(done))
        if free == len(done) < rows:
            done.append([])
        if free < len(done):
            done[free].append(Slot((moment,), free, start, end))
        else:
            row = min(done, key=lambda row: row[-1].end)
            row[-1] = _joined(row[-1], moment, end, size)
    return tuple(sorted((slot for row in done for slot in row), key=lambda slot: (slot.start, slot.row)))


def _joined(slot: Slot, moment: Moment, end: float, size: float) -> Slot:
    end = max(slot.end, end, slot.start + _BUNDLE * size)
    return replace(slot, moments=(*slot.moments, moment), end=end)
