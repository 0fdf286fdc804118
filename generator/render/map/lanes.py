"""Which lane each journey takes: how far it bends, so that no two lie on each other."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.render.map.geometry import Point, arc, northing

Way = tuple[tuple[float, float], tuple[float, float]]
"""Where a journey starts and ends, each as (lat, lon) in degrees."""

_STEPS: Final = 12
_NEAR: Final = 0.025
"""Share of the shorter journey's length below which two points of two journeys look like one."""
_TOGETHER: Final = 1 / 3
"""Share of the shorter journey that may lie so near another: two that start or end in one place do."""
_LANES: Final = 12
"""Lanes that are tried; what finds none free takes the first and lies on others."""


@dataclass(frozen=True, slots=True)
class _Curve:
    """A journey's curve in Mercator's plane, in degrees of longitude."""

    points: tuple[Point, ...]

    @property
    def length(self) -> float:
        return math.dist(self.points[0], self.points[-1])

    @property
    def box(self) -> tuple[Point, Point]:
        """Its least and its greatest coordinates."""
        xs, ys = zip(*self.points, strict=True)
        return (min(xs), min(ys)), (max(xs), max(ys))


@lru_cache(maxsize=2**8)  # many maps of a dossier, and each of its builds, have the same journeys
def apart(ways: tuple[Way, ...]) -> tuple[int, ...]:
    """The first lane for each journey, in order, in which it keeps away from all before it."""
    taken: list[_Curve] = []
    found = []
    for way in ways:
        curves = ((lane, _curve(way, lane)) for lane in range(_LANES))
        lane, curve = next((pair for pair in curves if not _together(pair[1], taken)), (0, _curve(way, 0)))
        taken.append(curve)
        found.append(lane)
    return tuple(found)


def counted(ways: tuple[Way, ...]) -> tuple[int, ...]:
    """For a crowd, where nothing keeps apart: how many journeys of exactly the same way came before each."""
    before: Counter[Way] = Counter()
    found = []
    for way in ways:
        found.append(before[way])
        before[way] += 1
    return tuple(found)


def _curve(way: Way, lane: int) -> _Curve:
    points = arc(*way, lane, _STEPS)
    return _Curve(tuple((lon, math.degrees(northing(lat))) for lat, lon in points))


def _together(curve: _Curve, others: Sequence[_Curve]) -> bool:
    return any(
        _meet(curve, other) and _share(*sorted((curve, other), key=lambda item: item.length)) > _TOGETHER
        for other in others
    )


def _meet(one: _Curve, other: _Curve) -> bool:
    """Whether two may come near at all."""
    ((left, low), (right, high)), ((west, south), (east, north)) = one.box, other.box
    reach = _NEAR * min(one.length, other.length)
    return left <= east + reach and west <= right + reach and low <= north + reach and south <= high + reach


def _share(short: _Curve, long: _Curve) -> float:
    """The share of a journey that lies too near to a longer one."""
    reach = _NEAR * short.length
    inner = short.points[1:-1]
    pieces = list(zip(long.points, long.points[1:], strict=False))
    return sum(any(_distance(point, *piece) < reach for piece in pieces) for point in inner) / len(inner)


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the straight piece between two others."""
    (x, y), (x0, y0), (x1, y1) = point, start, end
    dx, dy = x1 - x0, y1 - y0
    square = dx * dx + dy * dy
    along = 0.0 if square == 0 else max(0.0, min(1.0, ((x - x0) * dx + (y - y0) * dy) / square))
    return math.hypot(x - x0 - along * dx, y - y0 - along * dy)
