"""Decoding world-atlas: from TopoJSON to rings of longitudes and latitudes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

Position = tuple[float, float]
Ring = list[Position]


@dataclass(frozen=True, slots=True)
class Outline:
    """A country as Natural Earth draws it."""

    code: str | None
    """ISO 3166-1 numeric."""
    name: str
    polygons: tuple[tuple[Ring, ...], ...]
    """Each with its outer ring first."""


def outlines(topology: Mapping[str, Any]) -> Iterator[Outline]:
    """The countries of a topology, in its order."""
    arcs = _arcs(topology)
    for item in topology["objects"]["countries"]["geometries"]:
        polygons = [item["arcs"]] if item["type"] == "Polygon" else item["arcs"]
        yield Outline(
            code=item.get("id"),
            name=item["properties"]["name"],
            polygons=tuple(tuple(ring(indices, arcs) for indices in polygon) for polygon in polygons),
        )


def _arcs(topology: Mapping[str, Any]) -> list[Ring]:
    """The arcs, whose positions are written as whole steps from one to the next."""
    (x_scale, y_scale), (x_shift, y_shift) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [
        [
            (x * x_scale + x_shift, y * y_scale + y_shift)
            for x, y in accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
        ]
        for arc in topology["arcs"]
    ]


def ring(indices: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs end to end; `~i` stands for arc `i` backwards."""
    joined: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        joined += arc[1:] if joined else arc
    return _unwrapped(joined)


def _unwrapped(ring: Ring) -> Ring:
    """The ring without jumps in longitude: world-atlas sews the two sides of the antimeridian together."""
    unwrapped = ring[:1]
    for longitude, latitude in ring[1:]:
        x, before = longitude, unwrapped[-1][0]
        while x - before > 180:
            x -= 360
        while x - before < -180:
            x += 360
        unwrapped.append((x, latitude))
    return unwrapped
