"""Room in a drawing: which boxes are taken, so that no label lies on another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_SQUARE: Final = 64.0
"""Width of the squares by which boxes are kept, in pixels: a label touches two or three."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(slots=True)
class Room:
    """Boxes that are taken, in a drawing of a size; kept by the squares they touch, so that few are compared."""

    width: float
    height: float
    taken: dict[tuple[int, int], list[Box]] = field(default_factory=dict)

    def fill(self, box: Box) -> None:
        """Take a box, free or not."""
        for square in _squares(box):
            self.taken.setdefault(square, []).append(box)

    def take(self, box: Box) -> bool:
        """Take a box if it lies inside the drawing and touches none that is taken."""
        left, top, right, bottom = box
        inside = left >= 2 and top >= 2 and right <= self.width - 2 and bottom <= self.height - 2
        near = (other for square in _squares(box) for other in self.taken.get(square, ()))
        if inside and not any(left < x1 and x0 < right and top < y1 and y0 < bottom for x0, y0, x1, y1 in near):
            self.fill(box)
            return True
        return False


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(side // _SQUARE) for side in box)
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))
