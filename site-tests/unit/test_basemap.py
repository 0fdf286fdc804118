"""The basemap as it is kept and as maps draw it."""

import gzip
import math
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.basemap.form import ALWAYS, FINEST, level, metres, shown
from generator.basemap.lands import MOST_GZIPPED, Land, Polygon, geojson, lands, lands_near, squares
from generator.basemap.levels import scales
from generator.basemap.topojson import Outline, outlines
from generator.check import check
from generator.check.shapes import holds
from generator.load.disk import load

ROOT = Path(__file__).resolve().parents[2]
DOSSIERS = {"shipped": ROOT / "content", "fachoda": ROOT / "site-tests" / "sites" / "fachoda" / "content"}

SHORE = 0.02
"""Degrees by which a port may lie in the water: the steps of coordinates, and the scale of the finest lands."""

Point = tuple[float, float]


class Control(NamedTuple):
    """A point, and the territory whose outline alone has to hold it."""

    name: str
    iso: str | None
    latitude: float
    longitude: float


def controls() -> list[Control]:
    lines = (Path(__file__).parent / "data" / "points.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [Control(name, None if iso == "-" else iso, float(lat), float(lon)) for name, iso, lat, lon in rows]


@pytest.fixture(scope="module")
def world() -> tuple[Land, ...]:
    return lands()


def pins(content: Path) -> list[Control]:
    dossier = check(load(content)).dossier
    assert dossier is not None
    return [Control(p.name, p.country, p.lat, p.lon) for p in dossier.places if p.lat is not None and p.lon is not None]


def edges(land: Land) -> set[frozenset[Point]]:
    """The stretches of a land's outline, whichever way they run."""
    return {frozenset(pair) for polygon in land.polygons for ring in polygon.rings for pair in pairwise(ring)}


def test_each_land_comes_once_with_its_code(world: tuple[Land, ...]) -> None:
    codes = [land.code for land in world if land.code is not None]
    assert codes == sorted(set(codes))
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes)
    assert len(codes) > 200


def test_those_whose_status_is_disputed_are_marked(world: tuple[Land, ...]) -> None:
    """Beside Western Sahara and Taiwan those without a code: Kosovo and the Siachen Glacier."""
    assert [land.code for land in world if land.disputed] == ["EH", "TW", None, None]
    assert all(land.disputed for land in world if land.code is None)


def test_rings_are_closed_and_in_the_world(world: tuple[Land, ...]) -> None:
    for polygon in (polygon for land in world for polygon in land.polygons):
        for ring in polygon.rings:
            assert ring[0] == ring[-1]
            assert len(set(ring)) > 2
            assert all(-180 <= x <= 180 and -85 <= y <= 84 for x, y in ring)
        assert polygon.box == box(polygon)


def box(polygon: Polygon) -> tuple[float, float, float, float]:
    xs, ys = zip(*polygon.rings[0], strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("point", controls(), ids=lambda point: point.name)
def test_a_point_is_in_its_own_territory_and_in_no_other(world: tuple[Land, ...], point: Control) -> None:
    assert [land.code for land in world if holds(land, point.latitude, point.longitude)] == [point.iso]


@pytest.mark.parametrize("content", DOSSIERS.values(), ids=DOSSIERS)
def test_a_dossier_s_places_are_in_their_countries_on_its_maps(content: Path) -> None:
    points = pins(content)
    drawn = lands_near(squares((point.latitude, point.longitude) for point in points))
    assert len(points) > 5
    for point in points:
        near = [(point.latitude + y, point.longitude + x) for x in (-SHORE, 0, SHORE) for y in (-SHORE, 0, SHORE)]
        found = {land.code for land in drawn if any(holds(land, *place) for place in near)}
        assert found == {point.iso}, point


@pytest.mark.parametrize("points", [controls(), controls()[:28], controls()[40:41], []], ids=len)
def test_lands_weigh_no_more_wherever_places_are(points: list[Control]) -> None:
    drawn = lands_near(squares((point.latitude, point.longitude) for point in points))
    assert len(gzip.compress(geojson(drawn).encode(), mtime=0)) <= MOST_GZIPPED
    assert {"AU", "BR", "CA", "FR", "ZA"} <= {land.code for land in drawn}


def test_lands_are_finer_near_places_and_neighbours_still_share_one_border() -> None:
    here, elsewhere = (
        {land.code: land for land in lands_near(squares([place]))} for place in ((9.9, 32.1), (-34.6, -58.4))
    )
    border, coarse = (edges(found["SD"]) & edges(found["SS"]) for found in (here, elsewhere))
    assert len(border) > 3 * len(coarse) > 3
    assert all(sum(pair in edges(land) for land in here.values()) == 2 for pair in list(border)[:3])


def test_squares_are_named_by_their_southern_and_western_sides() -> None:
    assert squares([(9.9, 32.1), (9.1, 32.9), (-4.65, 11.81), (51.5, -0.12)]) == {(9, 32), (-5, 11), (51, -1)}


def test_levels_double_the_scale_in_two_steps() -> None:
    assert (metres(0), metres(2), metres(4)) == (FINEST, 2 * FINEST, 4 * FINEST)
    assert [level(metres(rank) * 1.01) for rank in range(12)] == list(range(12))
    assert level(FINEST / 2) == -2
    assert level(0) < 0
    assert level(math.inf) == ALWAYS


def test_islands_are_shown_from_a_size_on_and_what_borders_on_others_always() -> None:
    assert [shown(40, rank, largest=False) for rank in (0, 2, 4, 6)] == [True, False, False, False]
    assert [shown(40, rank, largest=True) for rank in (0, 2, 4, 6)] == [True, True, True, False]
    assert shown(None, 99, largest=False)


def test_a_point_matters_by_the_triangle_that_it_makes() -> None:
    straight, corner, spike = (scales([(0, 0), (0.1, height), (0.2, 0)])[1] for height in (0, 0.1, 0.5))
    assert straight == 0
    assert 0 < corner < spike
    assert corner == pytest.approx(0.65 * 11_119.5, rel=1e-3)


@given(
    st.lists(
        st.tuples(st.floats(-179, 179), st.floats(-80, 80)).map(lambda p: (round(p[0], 2), round(p[1], 2))),
        min_size=2,
        max_size=30,
    )
)
def test_the_ends_of_a_line_always_matter(line: list[Point]) -> None:
    found = scales(line)
    assert len(found) == len(line)
    assert found[0] == found[-1] == math.inf
    assert all(scale >= 0 for scale in found)
    round_trip = scales([*line, (170.0, 5.0), line[0]])
    assert sum(map(math.isinf, round_trip)) >= min(4, len(round_trip))


def test_outlines_are_decoded_from_arcs_forwards_and_backwards_and_across_the_antimeridian() -> None:
    topology = {
        "transform": {"scale": [10, 1], "translate": [0, 0]},
        "arcs": [[[17, 0], [-34, 0]], [[17, 0], [0, 5], [-34, 0], [0, -5]], [[-17, 0], [34, 0], [0, 5], [-34, -5]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "id": "242", "properties": {"name": "Fiji"}, "arcs": [[0, ~1]]},
                    {"type": "MultiPolygon", "properties": {"name": "Nowhere"}, "arcs": [[[1, ~0]]]},
                    {"type": "Polygon", "id": "882", "properties": {"name": "Samoa"}, "arcs": [[2]]},
                ]
            }
        },
    }
    assert list(outlines(topology)) == [
        Outline("242", "Fiji", (([(170, 0), (190, 0), (190, 5), (170, 5), (170, 0)],),)),
        Outline(None, "Nowhere", (([(170, 0), (170, 5), (190, 5), (190, 0), (170, 0)],),)),
        Outline("882", "Samoa", (([(-170, 0), (-190, 0), (-190, 5), (-170, 0)],),)),
    ]
