"""Which region of a map is drawn a second time, closer: the one of most places that lie on one another."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Frame, Place, PlaceKind
from generator.render.map.closer import dense, title, within
from generator.render.map.geometry import Projection
from generator.render.map.scene import Pin, Scene
from generator.words import words_in

EUROPE = Projection(Frame(south=35, west=-10, north=60, east=40), 360)
PARIS, VERSAILLES, MELUN, LILLE = (48.86, 2.35), (48.80, 2.13), (48.54, 2.66), (50.63, 3.06)
OSLO, ATHENS, MADRID, SEGOVIA = (59.91, 10.75), (37.98, 23.73), (40.42, -3.70), (40.95, -4.12)


def scene(*points: tuple[float, float], country: str = "FR") -> Scene:
    """A scene of places alone."""
    pins = []
    for number, (lat, lon) in enumerate(points):
        id_ = f"lieu-{number}"
        path = PurePosixPath(f"places/{id_}.md")
        place = Place(id=id_, path=path, name=id_, kind=PlaceKind.CITY, country=country, lat=lat, lon=lon)
        pins.append(Pin(place, lat, lon, ()))
    return Scene(tuple(pins), (), (), (), ())


@pytest.mark.parametrize(
    "points",
    [(), (PARIS,), (PARIS, VERSAILLES), (PARIS, OSLO, ATHENS), (MADRID, SEGOVIA, OSLO, ATHENS)],
    ids=["nothing", "one place", "two on each other", "far from each other", "two on each other, two far"],
)
def test_where_names_have_room_nothing_is_drawn_closer(points: tuple[tuple[float, float], ...]) -> None:
    assert dense(scene(*points), EUROPE) is None


def test_the_region_of_most_places_is_drawn_closer_with_all_of_them() -> None:
    whole = scene(OSLO, MADRID, PARIS, SEGOVIA, VERSAILLES, LILLE, MELUN, ATHENS)
    frame = dense(whole, EUROPE)
    assert frame
    shown = {(pin.lat, pin.lon) for pin in within(whole, frame).pins}
    assert {PARIS, VERSAILLES, MELUN, LILLE} <= shown
    assert shown.isdisjoint({OSLO, ATHENS, MADRID})


def test_a_map_that_shows_little_else_is_not_drawn_twice() -> None:
    near = Projection(Frame(south=48, west=1.5, north=49.5, east=4), 60)
    assert dense(scene(PARIS, VERSAILLES, MELUN), near) is None


def test_it_is_called_by_the_one_country_of_its_places() -> None:
    french = words_in("fr")
    assert title(scene(PARIS, VERSAILLES), french) == "France, de plus près"
    mixed = scene(PARIS), scene(MADRID, country="ES")
    both = Scene((*mixed[0].pins, *mixed[1].pins), (), (), (), ())
    assert title(both, french) == "De plus près"


@given(st.permutations([PARIS, VERSAILLES, MELUN, LILLE, MADRID, OSLO]))
def test_the_order_of_places_makes_no_difference(points: list[tuple[float, float]]) -> None:
    assert dense(scene(*points), EUROPE) == dense(scene(*sorted(points)), EUROPE)
