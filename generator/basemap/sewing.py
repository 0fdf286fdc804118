"""Sewing territories together: each border becomes one line, which the countries on its two sides share."""

import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from shapely.geometry import Polygon, mapping

from generator.basemap.shapes import square_km
from generator.basemap.territories import Territories
from generator.basemap.topojson import Ring, ring

SNAP: Final = "snap-interval=0.0001"
"""In degrees: points that are nearer become one."""
GAP: Final = "gap-fill-area=20km2"
"""Slits between countries that are smaller are filled."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A polygon of a territory: the lines of each of its rings, the outer one first; `~i` is line `i` backwards."""

    rings: tuple[tuple[int, ...], ...]
    square_km: float
    island: bool
    """Whether it shares no line with another territory."""


@dataclass(frozen=True, slots=True)
class Sewn:
    """Lines of (lon, lat) in degrees, and what territories are made of them, by their names."""

    lines: tuple[Ring, ...]
    pieces: dict[str, tuple[Piece, ...]]


def sewn(territories: Territories, mapshaper: Path) -> Sewn:
    """The territories as mapshaper sews them together."""
    with tempfile.TemporaryDirectory() as folder:
        cut, joined = Path(folder, "territories.geojson"), Path(folder, "sewn.json")
        features = [
            {"type": "Feature", "properties": {"name": name}, "geometry": mapping(territory.geometry)}
            for name, territory in territories.items()
        ]
        cut.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
        steps = ("snap", SNAP, "-clean", GAP, "-o", joined, "format=topojson", "no-quantization")
        subprocess.run(["node", mapshaper, cut, *steps], check=True)
        topology = json.loads(joined.read_text("utf-8"))
    lines = tuple([(x, y) for x, y in line] for line in topology["arcs"])
    geometries = topology["objects"]["territories"]["geometries"]
    used = Counter(index if index >= 0 else ~index for geometry in geometries for index in _indices(geometry))
    return Sewn(
        lines, {geometry["properties"]["name"]: tuple(_pieces(geometry, lines, used)) for geometry in geometries}
    )


def _polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    found: list[list[list[int]]] = geometry.get("arcs", [])
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else found


def _indices(geometry: dict[str, Any]) -> Iterator[int]:
    for rings in _polygons(geometry):
        for indices in rings:
            yield from indices


def _pieces(geometry: dict[str, Any], lines: Sequence[Ring], used: Counter[int]) -> Iterator[Piece]:
    for rings in _polygons(geometry):
        outer, *holes = (ring(indices, lines) for indices in rings)
        shared = any(used[index if index >= 0 else ~index] > 1 for indices in rings for index in indices)
        yield Piece(tuple(map(tuple, rings)), square_km(Polygon(outer, holes)), not shared)
