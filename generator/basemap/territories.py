"""The policy of borders: from Natural Earth's de facto control to the territories that the UN recognises.

Right already in the source: Donbas, Abkhazia, South Ossetia, Transnistria, Nagorno-Karabakh, the
West Bank with East Jerusalem, Gaza. Left as in the source: the lines of control in Kashmir,
Hala'ib with Egypt, Abyei with Sudan, Ilemi with Kenya.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from babel.core import get_global
from shapely import make_valid
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from generator.basemap.shapes import polygons, square_km, united
from generator.basemap.topojson import Outline, Ring

WORLD: Final = box(-180, -85, 180, 84)
"""What a map can show: Mercator's projection ends before the poles."""

MERGED: Final[Mapping[str, str]] = {
    "N. Cyprus": "Cyprus",
    "Cyprus U.N. Buffer Zone": "Cyprus",
    "Dhekelia": "Cyprus",
    "Akrotiri": "Cyprus",
    "Somaliland": "Somalia",
    "Baikonur": "Kazakhstan",
    "USNB Guantanamo Bay": "Cuba",
    "Hong Kong": "China",
    "Macao": "China",
}
"""Unrecognised by the UN, on lease, a buffer, a base or a special region: the territory that takes each in."""

DISPUTED: Final = frozenset({"Kosovo", "Siachen Glacier", "Taiwan", "W. Sahara"})
"""These keep an outline of their own, marked as disputed."""

LEFT_OUT: Final = frozenset(
    {
        *("Ashmore and Cartier Is.", "Bajo Nuevo Bank", "Clipperton I.", "Coral Sea Is."),
        *("Indian Ocean Ter.", "Scarborough Reef", "Serranilla Bank", "Spratly Is."),
    }
)
"""Too small to see, and without a code of their own."""

CRIMEA: Final = Point(34.2, 45.1)
"""In the polygon of Russia's that is all of Crimea, and about this large in square degrees:"""
CRIMEA_AREA: Final = (2.5, 3.5)

GOLAN: Final = Polygon(
    [
        *((35.62, 32.66), (35.61, 32.683), (35.58, 32.708), (35.577, 32.718), (35.60, 32.717), (35.634, 32.752)),
        *((35.641, 32.772), (35.635, 32.794), (35.641, 32.82), (35.639, 32.873), (35.614, 32.896), (35.60, 32.897)),
        *((35.584, 32.996), (35.571, 33.012), (35.622, 33.055), (35.634, 33.121), (35.649, 33.162), (35.643, 33.215)),
        *((35.65, 33.246), (35.635, 33.249), (35.604, 33.24), (35.60, 33.27), (35.60, 33.45)),
        *((35.95, 33.45), (35.95, 32.66)),
    ]
)
"""The Golan with the Shebaa Farms, and beyond them a part of Syria.

In the west it is the line of 1923, drawn by hand after Natural Earth's `ne_10m_admin_0_disputed_areas`.
The line of 1974, Natural Earth's limit of Israel in the east, disappears.
"""

BERM: Final = (-20, 20, -8.67)
"""West, south and east of what Natural Earth gives to Morocco of Western Sahara, west of the berm."""

SMALLEST_HOLE: Final = 3
"""In km². Where territories are joined, narrower slits are left by the steps of the source's coordinates."""


@dataclass(frozen=True, slots=True)
class Territory:
    """A country as the map draws it."""

    iso: str | None
    """ISO 3166-1 alpha-2."""
    disputed: bool
    geometry: MultiPolygon


Territories = dict[str, Territory]
"""By the names of Natural Earth, in its order."""


def recognised(outlines: Iterable[Outline]) -> Territories:
    """The territories of the world as the UN recognises them."""
    territories = _by_name(outlines)
    for name, taker in MERGED.items():
        merged = territories.pop(name)
        _give(territories, taker, merged.geometry)
    _cede(territories, "Russia", "Ukraine", _crimea(territories["Russia"]))
    _cede(territories, "Israel", "Syria", territories["Israel"].geometry.intersection(GOLAN))
    _cede(territories, "Morocco", "W. Sahara", _west_of_the_berm(territories))
    return {
        name: replace(territory, geometry=_without_slits(territory.geometry)) for name, territory in territories.items()
    }


def _by_name(outlines: Iterable[Outline]) -> Territories:
    alpha2 = get_global("territory_aliases")  # CLDR: from ISO's numeric code, among others
    territories = {}
    for outline in outlines:
        geometry = united([_around_the_world(outline).intersection(WORLD)])
        if geometry.is_empty or outline.name in LEFT_OUT:
            continue
        iso = alpha2[outline.code][0] if outline.code else None
        territories[outline.name] = Territory(iso, outline.name in DISPUTED, geometry)
    return territories


def _around_the_world(outline: Outline) -> MultiPolygon:
    """The outline and its copies a turn to the east and to the west: unwrapped rings may lie in any of them."""
    geometry = united(
        make_valid(Polygon(outer, [ring for ring in holes if _has_surface(ring)]))
        for outer, *holes in outline.polygons
        if _has_surface(outer)
    )
    return united(translate(geometry, turn) for turn in (0, 360, -360))


def _has_surface(ring: Ring) -> bool:
    """Whether the source's grid has left more of a ring than a line, as it has of the Vatican."""
    return len(ring) >= 4


def _crimea(russia: Territory) -> Polygon:
    found = [polygon for polygon in polygons(russia.geometry) if polygon.contains(CRIMEA)]
    least, most = CRIMEA_AREA
    if len(found) != 1 or not least < found[0].area < most:
        raise ValueError("In this source Crimea is not one polygon of Russia's.")
    return found[0]


def _west_of_the_berm(territories: Territories) -> BaseGeometry:
    """What Natural Earth draws with Morocco south of 27° 40′ N, the limit for the UN and the source's northern edge."""
    west, south, east = BERM
    north = territories["W. Sahara"].geometry.bounds[3]
    return territories["Morocco"].geometry.intersection(box(west, south, east, north))


def _cede(territories: Territories, giver: str, taker: str, what: BaseGeometry) -> None:
    kept = united([territories[giver].geometry.difference(what)])
    territories[giver] = replace(territories[giver], geometry=kept)
    _give(territories, taker, what)


def _give(territories: Territories, taker: str, what: BaseGeometry) -> None:
    territories[taker] = replace(territories[taker], geometry=united([territories[taker].geometry, what]))


def _without_slits(geometry: MultiPolygon) -> MultiPolygon:
    return united(
        Polygon(polygon.exterior, [hole for hole in polygon.interiors if square_km(Polygon(hole)) > SMALLEST_HOLE])
        for polygon in geometry.geoms
    )
