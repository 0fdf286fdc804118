"""Where things stand on a map: Mercator's projection, curved journeys, and cutting at the frame."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Frame

Point = tuple[float, float]
"""x and y, in pixels from the top left."""
_MOST: Final = 85.0
"""Degrees of latitude at which a frame ends, near to where the projection does; what lies beyond is drawn there."""

_LEAST: Final = 26.0
"""Degrees of longitude that a frame shows at least, for a place alone to be recognised; vue.js has the same."""


def northing(lat: float) -> float:
    """Mercator's ordinate of a latitude in degrees, in radians of longitude."""
    lat = max(-_MOST, min(_MOST, lat))
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def latitude(y: float) -> float:
    """The latitude in degrees of Mercator's ordinate."""
    return math.degrees(2 * math.atan(math.exp(y)) - math.pi / 2)


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to the pixels of a drawing that is `width` wide and shows `frame`."""

    frame: Frame
    width: float

    @property
    def scale(self) -> float:
        """Pixels for a radian of longitude."""
        return self.width / math.radians(self.frame.east - self.frame.west)

    @property
    def zoom(self) -> float:
        """The drawing's scale as Leaflet counts it: 0 where the world is 256 pixels wide, one more for twice that."""
        return math.log2(self.scale * 2 * math.pi / 256)

    @property
    def height(self) -> float:
        """The drawing's height in pixels."""
        return self.scale * (northing(self.frame.north) - northing(self.frame.south))

    def point(self, lat: float, lon: float) -> Point:
        """Where a place stands in the drawing."""
        x = self.scale * math.radians(lon - self.frame.west)
        return x, self.scale * (northing(self.frame.north) - northing(lat))


def frame_around(points: Sequence[tuple[float, float]], ratio: float, least: float = _LEAST) -> Frame:
    """A frame of the proportion width/height = `ratio` that holds (lat, lon) points with room around.

    It shows at least so many degrees of longitude.
    """
    ys, xs = [northing(lat) for lat, _ in points], [math.radians(lon) for _, lon in points]
    width = max(1.5 * (max(xs) - min(xs)), 1.5 * (max(ys) - min(ys)) * ratio, math.radians(least))
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return Frame(
        south=round(max(-_MOST, latitude(y - width / ratio / 2)), 3),
        north=round(min(_MOST, latitude(y + width / ratio / 2)), 3),
        west=round(max(-180.0, math.degrees(x - width / 2)), 3),
        east=round(min(180.0, math.degrees(x + width / 2)), 3),
    )


def widened(frame: Frame, ratio: float) -> Frame:
    """A frame, made as wide as its height times `ratio` if it is narrower."""
    width = math.radians(frame.east - frame.west)
    missing = ratio * (northing(frame.north) - northing(frame.south)) - width
    if missing <= 0:
        return frame
    side = math.degrees(missing / 2)
    west, east = max(-180.0, frame.west - side), min(180.0, frame.east + side)
    return Frame(south=frame.south, north=frame.north, west=round(west, 3), east=round(east, 3))


def control(start: tuple[float, float], end: tuple[float, float], lane: int) -> tuple[float, float]:
    """The point (lat, lon) towards which a journey from (lat, lon) to (lat, lon) bends.

    It lies to the left of the way, farther for each lane; the way back bends to its own left and so
    never lies on the way out. With both ends it makes a quadratic Bézier curve in Mercator's plane.
    """
    bend = 0.16 + 0.11 * lane
    (lat0, x0), (lat1, x1) = start, end
    y0, y1 = math.degrees(northing(lat0)), math.degrees(northing(lat1))
    x, y = (x0 + x1) / 2 - (y1 - y0) * bend, (y0 + y1) / 2 + (x1 - x0) * bend
    return latitude(math.radians(y)), x


def arc(start: tuple[float, float], end: tuple[float, float], lane: int, steps: int) -> list[tuple[float, float]]:
    """The curve of a journey (see `control`) in so many straight steps, as points (lat, lon)."""
    ends = (start, control(start, end, lane), end)
    (x0, x, x1), (y0, y, y1) = (lon for _, lon in ends), (northing(lat) for lat, _ in ends)
    found = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        found.append((latitude(a * y0 + b * y + c * y1), a * x0 + b * x + c * x1))
    return found


def cut(ring: Sequence[Point], low: Point, high: Point) -> list[Point]:
    """The part of a closed ring inside a rectangle (Sutherland and Hodgman, 1974)."""
    points = list(ring)
    for axis, bound, sign in ((0, low[0], 1), (0, high[0], -1), (1, low[1], 1), (1, high[1], -1)):
        points = _half(points, axis, bound, sign)
    return points


def _half(points: Sequence[Point], axis: int, bound: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for before, point in zip([*points[-1:], *points], points, strict=False):
        was, is_ = sign * (before[axis] - bound) >= 0, sign * (point[axis] - bound) >= 0
        if was != is_:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if is_:
            kept.append(point)
    return kept


def thinned(points: Iterable[Point], least: float = 2.0) -> list[Point]:
    """Points that stand at least so many pixels apart; the last one is kept."""
    kept: list[Point] = []
    last: Point | None = None
    for point in points:
        last = point
        if not kept or math.dist(kept[-1], point) >= least:
            kept.append(point)
    if last is not None and kept[-1] != last:
        kept.append(last)
    return kept
