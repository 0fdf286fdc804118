"""Reading the basemap back: its form, its weight, and each place in its own country."""

import gzip
import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, Final, NamedTuple

from shapely.geometry import Point, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from generator.basemap.outputs import DECIMALS, OUTPUTS, Output
from generator.basemap.places import PLACES
from generator.basemap.shapes import polygons, square_km

MOST_OVERLAP: Final = 10 ** (-2 * DECIMALS)
"""In square degrees: what rounding may do where borders meet, one cell of the grid."""

CASPIAN_SEA: Final = Point(50.5, 41.8)
"""The one hole between countries that is not a gap."""


class Drawn(NamedTuple):
    """A country in a file."""

    iso: str | None
    geometry: BaseGeometry


def faults(folder: Path) -> list[str]:
    """All that is wrong with the files in a folder."""
    return [f"{output.name}: {fault}" for output in OUTPUTS for fault in _faults(folder / output.name, output)]


def _faults(path: Path, output: Output) -> Iterator[str]:
    data = path.read_bytes()
    yield from _weight(data, output)
    features = json.loads(data)["features"]
    for feature in features:
        yield from _form(feature)
    drawn = [Drawn(feature["properties"]["iso"], shape(feature["geometry"])) for feature in features]
    codes = [country.iso for country in drawn if country.iso]
    yield from (f"{code} comes more than once" for code in sorted({code for code in codes if codes.count(code) > 1}))
    yield from _misplaced(drawn)
    yield from _overlaps(drawn)
    yield from _gaps(drawn)


def _weight(data: bytes, output: Output) -> Iterator[str]:
    gzipped = len(gzip.compress(data, 9, mtime=0))
    if len(data) > output.most_bytes:
        yield f"{len(data)} bytes, more than {output.most_bytes}"
    if gzipped > output.most_gzipped:
        yield f"{gzipped} bytes gzipped, more than {output.most_gzipped}"


def _form(feature: dict[str, Any]) -> Iterator[str]:
    properties, geometry = feature["properties"], shape(feature["geometry"])
    if feature.keys() != {"type", "properties", "geometry"} or not properties.keys() <= {"iso", "disputed"}:
        yield f"{properties}: other members than expected"
    if geometry.is_empty or not geometry.is_valid:
        yield f"{properties}: geometry empty or not valid"
    for polygon in polygons(geometry):
        if not polygon.exterior.is_ccw or any(hole.is_ccw for hole in polygon.interiors):
            yield f"{properties}: ring not right-handed"


def _misplaced(drawn: list[Drawn]) -> Iterator[str]:
    for place in PLACES:
        point = Point(place.longitude, place.latitude)
        found = [country.iso for country in drawn if country.geometry.contains(point)]
        if found != [place.iso]:
            own = [country.geometry.distance(point) for country in drawn if country.iso == place.iso]
            yield f"{place.name}: in {found} and not {place.iso}, {min(own, default=float('inf')):.3f}° away"


def _overlaps(drawn: list[Drawn]) -> Iterator[str]:
    for one, other in combinations(drawn, 2):
        if one.geometry.intersects(other.geometry):
            area = one.geometry.intersection(other.geometry).area
            if area > MOST_OVERLAP:
                yield f"{one.iso} and {other.iso} overlap by {area:.4f} square degrees"


def _gaps(drawn: list[Drawn]) -> Iterator[str]:
    """Holes between countries: what the union of all of them leaves out and two or more surround."""
    for land in polygons(unary_union([country.geometry for country in drawn])):
        for ring in land.interiors:
            hole = Polygon(ring)
            around = [country.iso for country in drawn if country.geometry.intersects(hole)]
            if len(around) > 1 and not hole.contains(CASPIAN_SEA):
                middle = hole.representative_point()
                yield f"gap of {square_km(hole):.1f} km² between {around} at {middle.y:.2f} N, {middle.x:.2f} E"
