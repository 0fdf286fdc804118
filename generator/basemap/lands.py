"""The lands of the world as a dossier's maps draw them: finely near its places, coarsely far from them."""

import gzip
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count
from typing import Any, Final

from generator.basemap.form import FILE, STEPS, shown

Square = tuple[int, int]
"""The square of one degree that has this south-western corner (latitude, longitude)."""
Ring = tuple[tuple[float, float], ...]
"""A closed line of (lon, lat) in degrees."""

ZONES: Final = ((1, 0), (4, 3), (15, 6), (40, 9))
"""Degrees around a place, and the level of detail (`basemap.form`) up to there: 1.5, 4, 12 and 34 km."""
FAR: Final = 12
"""The level of detail beyond: 96 km."""
MOST_GZIPPED: Final = 45_000
"""Bytes that a reader loads for the lands at most: where places are scattered, all is drawn more coarsely."""


@dataclass(frozen=True, slots=True)
class Polygon:
    """Rings, the first the outline and the others holes, and the box around it (west, south, east, north)."""

    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Land:
    """A territory of the basemap."""

    code: str | None
    """ISO 3166-1 alpha-2, or None."""
    disputed: bool
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a territory: its area where it is an island, and the lines that its rings are made of."""

    square_km: int | None
    rings: tuple[tuple[int, ...], ...]
    largest: bool


@dataclass(frozen=True, slots=True)
class _Territory:
    code: str | None
    disputed: bool
    pieces: tuple[_Piece, ...]


Line = tuple[tuple[int, int, int], ...]
"""Longitude and latitude in steps, and the level of each point."""


@dataclass(frozen=True, slots=True)
class _World:
    """The basemap as it is kept."""

    lines: tuple[Line, ...]
    territories: tuple[_Territory, ...]


@cache
def _world() -> _World:
    data = json.loads(FILE.read_text("utf-8"))
    territories = tuple(
        _Territory(
            land["iso"],
            land.get("disputed", False),
            tuple(_piece(told, largest=rank == 0) for rank, told in enumerate(land["pieces"])),
        )
        for land in data["lands"]
    )
    return _World(tuple(tuple(_points(line)) for line in data["lines"]), territories)


def _points(line: list[int]) -> Iterator[tuple[int, int, int]]:
    x = y = 0
    for dx, dy, level in zip(line[::3], line[1::3], line[2::3], strict=True):
        x, y = x + dx, y + dy
        yield x, y, level


def _piece(told: dict[str, Any], *, largest: bool) -> _Piece:
    return _Piece(told["km2"], tuple(map(tuple, told["rings"])), largest)


def squares(points: Iterable[tuple[float, float]]) -> frozenset[Square]:
    """The squares that hold points (lat, lon) in degrees."""
    return frozenset((math.floor(lat), math.floor(lon)) for lat, lon in points)


@cache
def lands(level: int = 0) -> tuple[Land, ...]:
    """The lands of the world at one level of detail (`basemap.form`) everywhere; at 0 with all their points."""
    return tuple(_drawn({}, level - FAR))


@lru_cache(maxsize=2)
def lands_near(places: frozenset[Square]) -> tuple[Land, ...]:
    """The lands of the world for maps with places in these squares, as fine as their weight allows."""
    levels = _levels(places)
    drawn = (tuple(_drawn(levels, coarser)) for coarser in count())
    return next(found for found in drawn if len(gzip.compress(geojson(found).encode(), mtime=0)) <= MOST_GZIPPED)


def _levels(places: frozenset[Square]) -> Mapping[Square, int]:
    """The level of detail around places, by square."""
    found = {}
    for reach, level in reversed(ZONES):  # the nearest and finest last
        step = 1 + reach // 8  # what lies together needs no circle of its own
        for south, west in {(lat // step * step, lon // step * step) for lat, lon in places}:
            for lat in range(south - reach, south + reach + 1):
                wide = math.ceil(reach / max(0.1, math.cos(math.radians(lat))))
                for lon in range(west - wide, west + wide + 1):
                    found[lat, (lon + 180) % 360 - 180] = level
    return found


def _drawn(levels: Mapping[Square, int], coarser: int) -> Iterator[Land]:
    """All lands that are seen at these levels of detail, made `coarser` by so many."""
    world, level_at = _world(), levels.get
    lines = [
        tuple(
            (x / STEPS, y / STEPS) for x, y, level in line if level - coarser >= level_at((y // STEPS, x // STEPS), FAR)
        )
        for line in world.lines
    ]
    for territory in world.territories:
        polygons = tuple(
            _polygon(rings)
            for piece in territory.pieces
            if shown(piece.square_km, level_at(_square_of(piece, world), FAR) + coarser, largest=piece.largest)
            if (rings := tuple(_rings(piece, lines)))
        )
        if polygons:
            yield Land(territory.code, territory.disputed, polygons)


def _square_of(piece: _Piece, world: _World) -> Square:
    """A square that a piece lies in."""
    index = piece.rings[0][0]
    x, y, _ = world.lines[index if index >= 0 else ~index][0]
    return y // STEPS, x // STEPS


def _rings(piece: _Piece, lines: Sequence[Ring]) -> Iterator[Ring]:
    """The rings of a piece, where enough of them is left; none if its outline is gone."""
    for number, indices in enumerate(piece.rings):
        joined: list[tuple[float, float]] = []
        for index in indices:
            line = lines[index] if index >= 0 else lines[~index][::-1]
            joined += line[1:] if joined else line
        if len(set(joined)) > 2:
            yield tuple(joined)
        elif number == 0:
            return


def _polygon(rings: tuple[Ring, ...]) -> Polygon:
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    return Polygon(rings, (min(xs), min(ys), max(xs), max(ys)))


def geojson(lands: Iterable[Land]) -> str:
    """Lands as a GeoJSON FeatureCollection, a land in a row."""
    features = ",\n".join(map(_feature, lands))
    return f'{{"type":"FeatureCollection","features":[\n{features}\n]}}'


def _feature(land: Land) -> str:
    polygons = ",".join(f"[{','.join(map(_written, polygon.rings))}]" for polygon in land.polygons)
    told = json.dumps({"iso": land.code, **({"disputed": True} if land.disputed else {})}, separators=(",", ":"))
    geometry = f'{{"type":"MultiPolygon","coordinates":[{polygons}]}}'
    return f'{{"type":"Feature","properties":{told},"geometry":{geometry}}}'


def _written(ring: Ring) -> str:
    return f"[{','.join(f'[{x:g},{y:g}]' for x, y in ring)}]"
