"""Places that lie where they can't: in another country, or far from all the others.

Borders are those of the site's basemap, simplified: near a coast or a border and on small islands
nothing is certain, and nothing is said.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Final

from generator.basemap.lands import Land, lands
from generator.check.reading import Reading
from generator.check.shapes import holds, kilometres, kilometres_from
from generator.diagnostics import Problem
from generator.load.document import Document
from generator.model import Place
from generator.text.countries import countries, country_name
from generator.text.french import NARROW

_LEVEL: Final = 5
"""Of detail at which the basemap is asked: true to 8 km."""
_NEAR: Final = 50.0
"""Kilometres from a country within which a place counts as in it."""
_AT_SEA: Final = 400.0
"""Kilometres from a country beyond which what lies in the sea is none of its islands that the basemap leaves out."""
_FAR: Final = 1000.0
"""Kilometres to the nearest other place from which a place may be far from all,"""
_TIMES: Final = 3.0
"""and so many times as far as half of the others are from their own nearest,"""
_ENOUGH: Final = 3
"""where there are so many others."""

_SEVERAL: Final = 2
"""Places that all lie outside of the map's frame: it is the frame that is wrong, and not one of them."""

Point = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(frozen=True, slots=True)
class _Pin:
    place: Place
    document: Document
    point: Point

    def problem(self, code: str, what: str, meant: Point | None, expected: str) -> Problem:
        lat, lon = self.point
        near = f"lat: {meant[0]:g}, lon: {meant[1]:g}" if meant else None
        found = f"lat: {lat:g}, lon: {lon:g}"
        return self.document.problem(
            code, self.document.line("lat"), what, found=found, expected=expected, suggestion=near
        )


def geography(reading: Reading) -> Iterator[Problem]:
    """Problems of coordinates that are possible in themselves."""
    pins = [
        _Pin(place, document, (place.lat, place.lon))
        for place, document in reading.each(Place)
        if place.lat is not None and place.lon is not None
    ]
    yield from _empty_map(reading, [pin.point for pin in pins])
    places = {place.id: place for place, _ in reading.each(Place)}
    for pin in pins:
        home = _by_code().get(_country_of(pin.place, places) or "")
        if home:
            yield from _abroad(pin, home)
        else:
            yield from _astray(pin, [other.point for other in pins if other is not pin])


def _empty_map(reading: Reading, points: list[Point]) -> Iterator[Problem]:
    """A frame of the map in which no place lies: latitude and longitude are swapped, most often."""
    frame = reading.settings.map if reading.settings else None
    document = reading.settings_document
    if frame is None or document is None or len(points) < _SEVERAL or any(frame.holds(*point) for point in points):
        return
    turned = any(frame.holds(lon, lat) for lat, lon in points)
    meant = f"south: {frame.west:g}, west: {frame.south:g}, north: {frame.east:g}, east: {frame.north:g}"
    what, expected = "Aucun lieu du dossier n’est dans ce cadre : la carte serait vide.", "un cadre autour des lieux"
    suggestion = meant if turned else None
    yield document.problem("E106", document.line("map"), what, expected=expected, suggestion=suggestion)


def _country_of(place: Place, places: Mapping[str, Place]) -> str | None:
    """The country that a place gives, else that of the nearest place around it that gives one."""
    seen: set[str] = set()
    around: Place | None = place
    while around and not around.country and around.id not in seen:
        seen.add(around.id)
        around = places.get(around.within or "")
    return around.country if around else None


def _abroad(pin: _Pin, home: Land) -> Iterator[Problem]:
    """A place on another country's land, or that comes to lie in its own when its coordinates are mended."""
    away = kilometres_from(home, *pin.point)
    if away <= _NEAR:
        return
    meant = next((p for p in _slips(pin.point) if kilometres_from(home, *p) <= _NEAR), None)
    if any(_is_somebody_s(land) and kilometres_from(land, *pin.point) <= _NEAR for land in lands(_LEVEL)):
        return  # the land of two claims, or a territory that may be given by its own code and by its state's
    there = next((land for land in lands(_LEVEL) if holds(land, *pin.point)), None)
    if meant is None and there is None and away <= _AT_SEA:
        return  # an island too small for the basemap, perhaps
    where = f"dans un autre ({country_name(there.code)})" if there and there.code else "en mer"
    given = country_name(home.code or "")
    what = f"D’après le fond de carte du site, ce point n’est pas dans le pays donné ({given}) mais {where}."
    yield pin.problem("W310", what, meant, "des coordonnées dans le pays de « country », ou de « within »")


def _is_somebody_s(land: Land) -> bool:
    """Whether a land is disputed, or has a code without being a state."""
    return land.disputed or land.code not in countries()


def _astray(pin: _Pin, others: list[Point]) -> Iterator[Problem]:
    """A place far from all others, where no country on the basemap can confirm that it is there."""
    if len(others) < _ENOUGH or any(kilometres(*pin.point, *other) <= _FAR for other in others):
        return
    usual = median(_nearest(other, [point for point in others if point is not other]) for other in others)
    meant = next((point for point in _slips(pin.point) if _nearest(point, others) <= usual), None)
    distance = _nearest(pin.point, others)
    if meant is None and not pin.place.country:  # swapped coordinates are the most frequent slip
        meant = next((point for point in _slips(pin.point)[:1] if _nearest(point, others) <= _FAR), None)
    if distance <= _TIMES * usual or (meant is None and pin.place.country):
        return  # a country too small for the basemap may well be far
    kilometers = f"{distance:,.0f} km".replace(",", NARROW)
    what = f"Le lieu le plus proche de celui-ci est à {kilometers} : il est loin de tous les autres."
    yield pin.problem("W311", what, meant, "d’autres coordonnées ou, si celles-ci sont justes, « country »")


def _slips(point: Point) -> tuple[Point, ...]:
    """Coordinates as they were meant, where one slip was made: the two swapped, a wrong sign, 64 for 46."""
    lat, lon = point
    slips = ((lon, lat), (-lat, lon), (lat, -lon), (_turned(lat), lon), (lat, _turned(lon)))
    return tuple(slip for slip in slips if abs(slip[0]) <= 90 and slip != point)


def _turned(degrees: float) -> float:
    """Degrees with the two digits before the point the other way round."""
    tens, ones = divmod(int(abs(degrees)) % 100, 10)
    turned = abs(degrees) % 1 + 10 * ones + tens
    return round(math.copysign(turned, degrees), 6)


def _nearest(point: Point, others: list[Point]) -> float:
    return min(kilometres(*point, *other) for other in others)


@cache
def _by_code() -> Mapping[str, Land]:
    return {land.code: land for land in lands(_LEVEL) if land.code}
