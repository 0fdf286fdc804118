"""Thinning borders out: finely where the pins are, coarsely far from them."""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from shapely.geometry import MultiPolygon, Polygon, box, mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from generator.basemap.outputs import DECIMALS, Detail
from generator.basemap.shapes import polygons, square_km
from generator.basemap.territories import FRAME, Territories

# The zones, the finest first. Their edges run through the sea or far from peninsulas: an end of
# land that is cut too small would disappear.
COASTS_OF_PINS: Final = unary_union(
    [
        box(34.1, 31.1, 36.4, 37),  # Levant
        box(27.2, 40.2, 30, 41.6),  # Marmara
        box(38.6, 43, 40.8, 44.4),  # Sochi
        box(32, 34.4, 34.1, 35.8),  # Cyprus
        box(50.7, 24.4, 51.8, 26.4),  # Qatar
    ]
)
TURKEY_AND_BLACK_SEA: Final = Polygon(
    [
        *((42, 47.6), (26, 47.6), (26, 40.85), (25.55, 40.4), (25.7, 38)),
        *((25.8, 37.4), (26.4, 36.2), (26.6, 35), (26.6, 29.3), (42, 29.3)),
    ]
)
EUROPE_RUSSIA_AND_MIDDLE_EAST: Final = unary_union(
    [box(-12, 22, 66, 71.5), box(66, 48, 120, 71.5), box(10, 71.5, 120, 81.5)]
)

MAINLAND: Final = 150
"""In km²: the largest piece of a country stays from this size on, however coarse its zone."""
NEIGHBOUR: Final = 50
"""In km²: a piece that touches another country stays from this size on; without it a hole would show."""

MAPSHAPER: Final = (
    *("snap", "snap-interval=0.0001"),
    *("-simplify", "variable", "weighted", "interval=metres", "keep-shapes"),
    *("-dissolve", "country"),
    *("-clean", "gap-fill-area=20km2"),
)
"""`metres` and `country` are properties of the pieces; what was cut by zone is one again after `-dissolve`."""


def zones() -> list[BaseGeometry]:
    """The zones without what belongs to a finer one; the rest of the frame is the last."""
    rest, found = FRAME, []
    for zone in (COASTS_OF_PINS, TURKEY_AND_BLACK_SEA, EUROPE_RUSSIA_AND_MIDDLE_EAST):
        found.append(rest.intersection(zone))
        rest = rest.difference(zone)
    return [*found, rest]


def simplified(territories: Territories, details: tuple[Detail, ...], mapshaper: Path) -> dict[str, dict[str, Any]]:
    """The GeoJSON geometries of the territories that are still visible, by their names."""
    with tempfile.TemporaryDirectory() as folder:
        cut, thinned = Path(folder, "cut.geojson"), Path(folder, "thinned.geojson")
        pieces = list(_pieces(territories, details))
        cut.write_text(json.dumps({"type": "FeatureCollection", "features": pieces}), "utf-8")
        written = ("-o", thinned, f"precision={10**-DECIMALS}", "fix-geometry")
        subprocess.run(["node", mapshaper, cut, *MAPSHAPER, *written], check=True)
        features = json.loads(thinned.read_text("utf-8"))["features"]
    return {feature["properties"]["country"]: feature["geometry"] for feature in features if feature["geometry"]}


def _pieces(territories: Territories, details: tuple[Detail, ...]) -> Iterator[dict[str, Any]]:
    """Each country cut by zone, as features for mapshaper."""
    zoned = list(zip(zones(), details, strict=True))
    for name in territories:
        kept = _large_enough(name, territories, zoned)
        for zone, detail in zoned if kept else ():
            parts = polygons(MultiPolygon(kept).intersection(zone))
            if parts:
                yield {
                    "type": "Feature",
                    "properties": {"country": name, "metres": detail.metres},
                    "geometry": mapping(MultiPolygon(parts)),
                }


def _large_enough(name: str, territories: Territories, zoned: list[tuple[BaseGeometry, Detail]]) -> list[Polygon]:
    """The polygons of a country without its small islands, the largest first."""
    others = [territory.geometry for other, territory in territories.items() if other != name]

    def stays(rank: int, polygon: Polygon) -> bool:
        area = square_km(polygon)
        island = next(detail.island for zone, detail in zoned if zone.intersects(polygon))
        return (
            area >= island
            or (rank == 0 and area >= MAINLAND)
            or (area >= NEIGHBOUR and any(polygon.touches(other) for other in others))
        )

    largest_first = sorted(territories[name].geometry.geoms, key=square_km, reverse=True)
    return [polygon for rank, polygon in enumerate(largest_first) if stays(rank, polygon)]
