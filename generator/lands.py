"""The territories of the basemap as shapes: what lies in a country, and how far from it the rest lies."""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final

Ring = tuple[tuple[float, float], ...]
"""A closed line of (lon, lat) in degrees."""

FRAME: Final = (-40.0, -12.0, 120.0, 81.5)
"""West, south, east and north of what the basemap shows, in degrees: it says nothing of the rest of the world."""
_KM_PER_DEGREE: Final = 111.195
"""On a sphere of the Earth's mean radius."""


@dataclass(frozen=True, slots=True)
class Polygon:
    """Rings, the first the outline and the others holes, and the box around it (west, south, east, north)."""

    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float]

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies inside."""
        west, south, east, north = self.box
        return (
            west <= lon <= east and south <= lat <= north and sum(_crossings(r, lat, lon) for r in self.rings) % 2 == 1
        )


@dataclass(frozen=True, slots=True)
class Land:
    """A territory of the basemap."""

    code: str | None
    """ISO 3166-1 alpha-2, or None."""
    disputed: bool
    polygons: tuple[Polygon, ...]

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in the territory."""
        return any(polygon.holds(lat, lon) for polygon in self.polygons)

    def kilometres_from(self, lat: float, lon: float) -> float:
        """How far a point lies from the territory, 0 inside it; good to a few per cent up to some 1,000 km."""
        if self.holds(lat, lon):
            return 0.0
        rings = (polygon.rings[0] for polygon in self.polygons)
        return min((_from_ring(ring, lat, lon) for ring in rings), default=math.inf)


@cache
def lands(*, coarse: bool = False) -> tuple[Land, ...]:
    """The territories of the basemap, the coarse one for drawings."""
    name = "countries-coarse.geojson" if coarse else "countries.geojson"
    data = json.loads(files("generator.basemap").joinpath("data", name).read_text("utf-8"))
    return tuple(_land(feature) for feature in data["features"])


def _land(feature: dict[str, Any]) -> Land:
    geometry, told = feature["geometry"], feature["properties"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return Land(told.get("iso"), bool(told.get("disputed")), tuple(_polygon(rings) for rings in polygons))


def _polygon(rings: list[list[list[float]]]) -> Polygon:
    points = tuple(tuple((x, y) for x, y in ring) for ring in rings)
    xs, ys = [x for x, _ in points[0]], [y for _, y in points[0]]
    return Polygon(points, (min(xs), min(ys), max(xs), max(ys)))


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
