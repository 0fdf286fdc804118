"""Shapes on the globe: what lies in a land, and how far from it the rest lies."""

import math
from itertools import pairwise
from typing import Final

from generator.basemap.lands import Land, Polygon, Ring

_KM_PER_DEGREE: Final = 111.195
"""On a sphere of the Earth's mean radius."""


def holds(land: Land, lat: float, lon: float) -> bool:
    """Whether a point lies in a land."""
    return any(_in_polygon(polygon, lat, lon) for polygon in land.polygons)


def kilometres_from(land: Land, lat: float, lon: float) -> float:
    """How far a point lies from a land, 0 inside it; good to a few per cent up to some 1,000 km."""
    if holds(land, lat, lon):
        return 0.0
    rings = (polygon.rings[0] for polygon in land.polygons)
    return min((_from_ring(ring, lat, lon) for ring in rings), default=math.inf)


def _in_polygon(polygon: Polygon, lat: float, lon: float) -> bool:
    west, south, east, north = polygon.box
    inside = west <= lon <= east and south <= lat <= north
    return inside and sum(_crossings(ring, lat, lon) for ring in polygon.rings) % 2 == 1


def _crossings(ring: Ring, lat: float, lon: float) -> int:
    """How often a line from a point to the west crosses a ring."""
    return sum(
        (y0 > lat) != (y1 > lat) and lon > x0 + (lat - y0) / (y1 - y0) * (x1 - x0)
        for (x0, y0), (x1, y1) in pairwise(ring)
    )


def _from_ring(ring: Ring, lat: float, lon: float) -> float:
    """Kilometres from a point to a ring, measured on a plane that touches the Earth in the point."""
    shrink = math.cos(math.radians(lat))
    points = [((x - lon) * shrink * _KM_PER_DEGREE, (y - lat) * _KM_PER_DEGREE) for x, y in ring]
    return min(_from_line(one, other) for one, other in pairwise(points))


def _from_line(one: tuple[float, float], other: tuple[float, float]) -> float:
    """From the origin to a stretch of line."""
    (x, y), (dx, dy) = one, (other[0] - one[0], other[1] - one[1])
    length = dx * dx + dy * dy
    share = min(1.0, max(0.0, -(x * dx + y * dy) / length)) if length else 0.0
    return math.hypot(x + share * dx, y + share * dy)


def kilometres(lat0: float, lon0: float, lat1: float, lon1: float) -> float:
    """The distance of two points on the globe (haversine formula)."""
    p0, p1, half = math.radians(lat0), math.radians(lat1), math.radians(lon1 - lon0) / 2
    a = math.sin((p1 - p0) / 2) ** 2 + math.cos(p0) * math.cos(p1) * math.sin(half) ** 2
    return math.radians(1) ** -1 * _KM_PER_DEGREE * 2 * math.asin(min(1.0, math.sqrt(a)))
