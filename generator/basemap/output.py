"""Writing the basemap: the same bytes each time."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.basemap.form import STEPS, level, shown
from generator.basemap.levels import scales
from generator.basemap.sewing import Piece, Sewn
from generator.basemap.territories import Territories
from generator.basemap.topojson import Ring


def text(sewn: Sewn, territories: Territories) -> str:
    """The file (see `form`), one line or land in a row, the lands in the order of their codes."""
    kept = {name: tuple(_kept(pieces)) for name, pieces in sewn.pieces.items()}
    pieces = [piece for found in kept.values() for piece in found]
    used = sorted({_line_of(index) for piece in pieces for ring in piece.rings for index in ring})
    number = {line: at for at, line in enumerate(used)}
    lands = [
        {
            "iso": territories[name].iso,
            **({"disputed": True} if territories[name].disputed else {}),
            "pieces": [_piece(piece, number) for piece in found],
        }
        for name, found in kept.items()
        if found
    ]
    lands.sort(key=lambda land: (land["iso"] or "~", _json(land)))
    lines = [_line(sewn.lines[line]) for line in used]
    return f'{{"lines":[\n{_rows(lines)}\n],"lands":[\n{_rows(lands)}\n]}}\n'


def _rows(values: Iterable[object]) -> str:
    return ",\n".join(map(_json, values))


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _line_of(index: int) -> int:
    return index if index >= 0 else ~index


def _kept(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that some map shows, the largest first."""
    ordered = sorted(pieces, key=lambda piece: (-piece.square_km, piece.rings))
    return [piece for rank, piece in enumerate(ordered) if shown(_area(piece), 0, largest=rank == 0)]


def _area(piece: Piece) -> int | None:
    return round(piece.square_km) if piece.island else None


def _piece(piece: Piece, number: Mapping[int, int]) -> dict[str, Any]:
    rings = [[number[index] if index >= 0 else ~number[~index] for index in ring] for ring in piece.rings]
    return {"km2": _area(piece), "rings": rings}


def _line(line: Ring) -> list[int]:
    """A line as the file has it, without the points that no map shows and those that fall together."""
    points: list[tuple[int, int, int]] = []
    for (lon, lat), scale in zip(line, scales(line), strict=True):
        found = (round(lon * STEPS), round(lat * STEPS), level(scale))
        if points and points[-1][:2] == found[:2]:
            points[-1] = (*found[:2], max(points[-1][2], found[2]))
        elif found[2] >= 0:
            points.append(found)
    before = [(0, 0), *((x, y) for x, y, _ in points)]
    return [value for (x, y, rank), (x0, y0) in zip(points, before, strict=False) for value in (x - x0, y - y0, rank)]
