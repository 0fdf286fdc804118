"""Where things stand on a map, wherever they are on Earth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.map.geometry import Projection, frame_around, latitude, northing

DEGREES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize("lat", [-60, 0, 46.4, 85])
def test_there_and_back(lat: float) -> None:
    assert latitude(northing(lat)) == pytest.approx(lat)


@given(st.lists(DEGREES, min_size=1, max_size=4))
def test_any_places_have_a_frame_that_can_be_drawn(points: list[tuple[float, float]]) -> None:
    frame = frame_around(points, 1.5)
    assert frame.south < frame.north
    assert frame.west < frame.east
    projection = Projection(frame, 640)
    assert 0 < projection.height < 10_000
    for lat, lon in points:
        x, y = projection.point(lat, lon)
        assert -1 <= x <= 641
        assert -5 <= y <= projection.height + 5
