"""Journeys on a map keep apart, also where they do not start and end in quite the same places."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.map.geometry import arc, northing
from generator.render.map.lanes import Way, apart, counted

PARIS, LYON, ORLEANS, BREST, NANTES = (48.9, 2.4), (45.8, 4.8), (47.9, 1.9), (48.4, -4.5), (47.2, -1.6)
SETS = {
    "the same way four times": ((PARIS, LYON),) * 4,
    "there and back": ((PARIS, LYON), (LYON, PARIS)),
    "neighbouring starts": ((PARIS, LYON), (ORLEANS, LYON), (PARIS, LYON)),
    "neighbouring ends": ((LYON, PARIS), (LYON, ORLEANS)),
    "there to one, back to its neighbour": ((LYON, PARIS), (ORLEANS, LYON), (PARIS, LYON)),
    "one stops on the way of the other": ((BREST, PARIS), (BREST, (48.6, -1.0)), (NANTES, PARIS)),
    "across the equator": (((-10, 20), (40, 22)), ((-9, 21), (40, 22)), ((-10, 20), (40, 24))),
}


def _share(one: Way, lane: int, other: Way, other_lane: int) -> float:
    """The share of the shorter journey that lies within a hundredth of its length of the longer one."""
    plane = [
        [(math.radians(lon), northing(lat)) for lat, lon in arc(*way, lane, 80)]
        for way, lane in ((one, lane), (other, other_lane))
    ]
    short, long = sorted(plane, key=lambda points: math.dist(points[0], points[-1]))
    reach = 0.01 * math.dist(short[0], short[-1])
    return sum(any(math.dist(point, far) < reach for far in long) for point in short) / len(short)


@pytest.mark.parametrize("ways", SETS.values(), ids=SETS)
def test_no_two_journeys_lie_on_each_other(ways: tuple[Way, ...]) -> None:
    lanes = apart(ways)
    for (one, lane), (other, other_lane) in combinations(zip(ways, lanes, strict=True), 2):
        assert _share(one, lane, other, other_lane) < 0.3


def test_a_journey_that_nothing_meets_takes_the_first_lane() -> None:
    assert apart(((PARIS, LYON), (BREST, NANTES))) == (0, 0)


PLACES = st.sampled_from([PARIS, LYON, ORLEANS, BREST, NANTES])
WAYS = st.lists(st.tuples(PLACES, PLACES).filter(lambda way: way[0] != way[1]), max_size=9).map(tuple)


@given(WAYS)
def test_what_comes_later_moves_nothing_that_came_before(ways: tuple[Way, ...]) -> None:
    lanes = apart(ways)
    assert apart(ways[:-1]) == lanes[:-1]


@given(WAYS)
def test_in_a_crowd_only_the_very_same_way_counts(ways: tuple[Way, ...]) -> None:
    assert tuple(ways[:index].count(way) for index, way in enumerate(ways)) == counted(ways)
