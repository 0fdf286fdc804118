"""Writing GeoJSON that is the same bytes each time."""

import json
from collections.abc import Mapping
from typing import Any

from shapely import make_valid, set_precision
from shapely.geometry import Polygon, shape
from shapely.geometry.polygon import orient

from generator.basemap.outputs import DECIMALS
from generator.basemap.shapes import polygons
from generator.basemap.territories import Territories, Territory


def collection(geometries: Mapping[str, Mapping[str, Any]], territories: Territories) -> str:
    """The text of a file: one country a line, in the order of their codes."""
    features = [
        _feature(territories[name], found)
        for name, geometry in geometries.items()
        if (found := polygons(set_precision(make_valid(shape(geometry)), 10**-DECIMALS)))
    ]
    features.sort(key=lambda feature: (feature["properties"]["iso"] or "~", json.dumps(feature["geometry"])))
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def _feature(territory: Territory, found: list[Polygon]) -> dict[str, Any]:
    right_handed = (orient(polygon.normalize(), 1) for polygon in found)
    largest_first = sorted(right_handed, key=lambda polygon: (-polygon.area, polygon.bounds))
    coordinates = [[_ring(ring) for ring in (polygon.exterior, *polygon.interiors)] for polygon in largest_first]
    disputed = {"disputed": True} if territory.disputed else {}
    return {
        "type": "Feature",
        "properties": {"iso": territory.iso, **disputed},
        "geometry": {"type": "Polygon", "coordinates": coordinates[0]}
        if len(coordinates) == 1
        else {"type": "MultiPolygon", "coordinates": coordinates},
    }


def _ring(ring: Any) -> list[list[float]]:
    return [[_short(x), _short(y)] for x, y in ring.coords]


def _short(degrees: float) -> float:
    """The number as JSON writes it shortest: 35 and not 35.0, 0 and not -0.0."""
    rounded = round(degrees, DECIMALS)
    return int(rounded) if rounded.is_integer() else rounded
