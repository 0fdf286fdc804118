"""The basemap as it is kept: GeoJSON with each place in its own country. Its making needs tools that are not here."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from generator.basemap.outputs import DATA, OUTPUTS, Output
from generator.basemap.places import PLACES, Place
from generator.basemap.topojson import Outline, outlines

Ring = list[list[float]]
Feature = dict[str, Any]

SQUARE: Ring = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
POND: Ring = [[1, 1], [1, 3], [3, 3], [3, 1], [1, 1]]


def polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    found: list[list[Ring]] = geometry["coordinates"]
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else found


def rings(features: list[Feature]) -> Iterator[tuple[Feature, bool, Ring]]:
    """Each ring with its country and whether it is an outer one."""
    for feature in features:
        for polygon in polygons(feature["geometry"]):
            for number, ring in enumerate(polygon):
                yield feature, number == 0, ring


def surface(ring: Ring) -> float:
    """Positive where the ring runs counterclockwise."""
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring)) / 2


def surrounds(ring: Ring, x: float, y: float) -> bool:
    """Whether a ray from the point to the east crosses the ring an odd number of times."""
    crossed = [
        x < x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in pairwise(ring) if (y1 > y) != (y2 > y)
    ]
    return crossed.count(True) % 2 == 1


def holds(geometry: dict[str, Any], x: float, y: float) -> bool:
    return any(
        surrounds(outer, x, y) and not any(surrounds(hole, x, y) for hole in holes)
        for outer, *holes in polygons(geometry)
    )


@pytest.fixture(scope="module", params=OUTPUTS, ids=lambda output: output.name)
def output(request: pytest.FixtureRequest) -> Output:
    found: Output = request.param
    return found


@pytest.fixture(scope="module")
def features(output: Output) -> list[Feature]:
    collection = json.loads((DATA / output.name).read_text("utf-8"))
    assert collection.keys() == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    found: list[Feature] = collection["features"]
    return found


def test_a_file_is_no_heavier_than_it_may_be(output: Output) -> None:
    assert (DATA / output.name).stat().st_size <= output.most_bytes


def test_a_feature_is_a_country_with_its_code_and_nothing_else(features: list[Feature]) -> None:
    for feature in features:
        assert feature.keys() == {"type", "properties", "geometry"}
        assert feature["type"] == "Feature"
        assert feature["geometry"].keys() == {"type", "coordinates"}
        assert feature["geometry"]["type"] in {"Polygon", "MultiPolygon"}
        assert feature["properties"].keys() - {"disputed"} == {"iso"}


def test_each_code_is_iso_3166_and_comes_once(features: list[Feature]) -> None:
    codes = [code for feature in features if (code := feature["properties"]["iso"]) is not None]
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes)
    assert sorted(set(codes)) == codes


def test_only_western_sahara_kosovo_and_the_siachen_glacier_are_disputed(features: list[Feature]) -> None:
    properties = [feature["properties"] for feature in features]
    assert [item["iso"] for item in properties if "disputed" in item] == ["EH", None, None]
    assert all(item["disputed"] is True for item in properties if "disputed" in item)
    assert all("disputed" in item for item in properties if item["iso"] is None)


def test_coordinates_are_rounded_and_in_the_frame(features: list[Feature]) -> None:
    for feature, _, ring in rings(features):
        for position in ring:
            x, y = position
            assert -40 <= x <= 120, feature["properties"]
            assert -12 <= y <= 81.5, feature["properties"]
            assert position == [round(x, 2), round(y, 2)], feature["properties"]


def test_rings_are_closed_and_right_handed(features: list[Feature]) -> None:
    for feature, outer, ring in rings(features):
        assert ring[0] == ring[-1], feature["properties"]
        assert len(ring) >= 4, feature["properties"]
        assert len({tuple(position) for position in ring}) == len(ring) - 1, feature["properties"]
        assert (surface(ring) > 0) == outer, feature["properties"]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_place_is_in_its_own_country_and_in_no_other(features: list[Feature], place: Place) -> None:
    found = [
        feature["properties"]["iso"]
        for feature in features
        if holds(feature["geometry"], place.longitude, place.latitude)
    ]
    assert found == [place.iso]


@pytest.mark.parametrize(
    ("x", "y", "inside"), [(0.5, 2, True), (2, 2, False), (3.5, 1, True), (-1, 2, False), (5, 2, False), (2, 5, False)]
)
def test_a_point_is_in_a_polygon_but_not_in_its_hole(x: float, y: float, inside: bool) -> None:
    assert holds({"type": "Polygon", "coordinates": [SQUARE, POND]}, x, y) is inside
    assert holds({"type": "MultiPolygon", "coordinates": [[SQUARE, POND]]}, x, y) is inside


def test_outlines_are_decoded_from_arcs_forwards_and_backwards_and_across_the_antimeridian() -> None:
    topology = {
        "transform": {"scale": [10, 1], "translate": [0, 0]},
        "arcs": [[[17, 0], [-34, 0]], [[17, 0], [0, 5], [-34, 0], [0, -5]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "id": "242", "properties": {"name": "Fiji"}, "arcs": [[0, ~1]]},
                    {"type": "MultiPolygon", "properties": {"name": "Nowhere"}, "arcs": [[[1, ~0]]]},
                ]
            }
        },
    }
    assert list(outlines(topology)) == [
        Outline("242", "Fiji", (([(170, 0), (190, 0), (190, 5), (170, 5), (170, 0)],),)),
        Outline(None, "Nowhere", (([(170, 0), (170, 5), (190, 5), (190, 0), (170, 0)],),)),
    ]
