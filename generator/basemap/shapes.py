"""What shapely has no single call for."""

import math
from collections.abc import Iterable

from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

KM_PER_DEGREE = 111.32


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    """All polygons in a geometry; its lines and points are dropped."""
    if geometry.is_empty:
        return []
    if geometry.geom_type == "Polygon":
        return [geometry]
    return [polygon for part in getattr(geometry, "geoms", ()) for polygon in polygons(part)]


def united(geometries: Iterable[BaseGeometry]) -> MultiPolygon:
    """The surface that geometries cover together."""
    return MultiPolygon(polygons(unary_union(list(geometries))))


def square_km(polygon: Polygon) -> float:
    """The area of a polygon in degrees, near enough to compare islands."""
    return float(polygon.area * KM_PER_DEGREE**2 * math.cos(math.radians(polygon.centroid.y)))
