"""The two files of the basemap: how fine each is, and how heavy it may be."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"
"""Where the project keeps the files."""

DECIMALS: Final = 2
"""Of a coordinate in degrees: about a kilometre."""


@dataclass(frozen=True, slots=True)
class Detail:
    """How fine the map is in a zone."""

    metres: int
    """Interval of simplification."""
    island: int
    """Smallest island that stays, in km²."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the basemap."""

    name: str
    details: tuple[Detail, Detail, Detail, Detail]
    """One for each zone of `simplify.zones`, the finest first."""
    most_bytes: int
    most_gzipped: int


OUTPUTS: Final = (
    # Of the live map.
    Output(
        "countries.geojson",
        (Detail(900, 20), Detail(2_700, 60), Detail(9_800, 300), Detail(27_000, 3_000)),
        most_bytes=140_000,
        most_gzipped=45_000,
    ),
    # Source of the SVG that stands in for it without JavaScript and in print.
    Output(
        "countries-coarse.geojson",
        (Detail(1_500, 100), Detail(7_500, 400), Detail(20_000, 1_500), Detail(60_000, 8_000)),
        most_bytes=75_000,
        most_gzipped=45_000,
    ),
)
