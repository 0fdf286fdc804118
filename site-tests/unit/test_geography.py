"""Coordinates: what is said of those that can't be right, and that nothing is said of those that can."""

from pathlib import Path, PurePosixPath

import pytest

from generator.basemap.lands import lands
from generator.check import check
from generator.check.shapes import kilometres, kilometres_from
from generator.diagnostics import Problem
from generator.load.disk import load
from generator.load.document import SourceFile

BASE = load(Path(__file__).parent.parent / "sites/base/content")
TOWNS = [line.split("\t") for line in (Path(__file__).parent / "data/towns.tsv").read_text("utf-8").splitlines()]


def problems(*places: tuple[str, str, float, float]) -> list[Problem]:
    """What is found wrong with places (id, country or nothing, latitude, longitude) beside those of the base."""
    files = [
        SourceFile(
            PurePosixPath(f"places/{id_}.md"),
            f"---\nname: Bourg-{id_}\nkind: city\ncountry: {country}\nlat: {lat}\nlon: {lon}\n---\n".encode(),
        )
        for id_, country, lat, lon in places
    ]
    return list(check((*BASE, *files)).problems)


@pytest.mark.parametrize(("name", "country", "lat", "lon"), TOWNS, ids=lambda value: value)
def test_towns_on_coasts_islands_and_borders_are_where_they_are(name: str, country: str, lat: str, lon: str) -> None:
    assert problems((name, country, float(lat), float(lon))) == []


def test_the_whole_world_is_not_too_wide_for_a_dossier() -> None:
    assert problems(*((name, country, float(lat), float(lon)) for name, country, lat, lon in TOWNS)) == []


@pytest.mark.parametrize(
    ("country", "lat", "lon", "meant"),
    [
        ("SY", 36.2765, 33.5138, "lat: 33.5138, lon: 36.2765"),  # at sea
        ("RU", 37.6173, 55.7558, "lat: 55.7558, lon: 37.6173"),  # in Turkmenistan
        ("EG", -30.0444, 31.2357, "lat: 30.0444, lon: 31.2357"),  # off Durban
        ("PT", 38.7223, 9.1393, "lat: 38.7223, lon: -9.1393"),
        ("CH", 64.948, 7.4474, "lat: 46.948, lon: 7.4474"),
        ("IR", 48.8566, 2.3522, None),
    ],
)
def test_a_point_outside_its_country_is_reported_with_what_was_meant(
    country: str, lat: float, lon: float, meant: str | None
) -> None:
    (problem,) = problems(("a", country, lat, lon))
    assert (problem.code, problem.line, problem.suggestion) == ("W310", 5, meant)


def test_a_place_without_a_country_is_held_against_the_others() -> None:
    lake = [("b", "CH", 46.5197, 6.6323), ("c", "CH", 46.4628, 6.8419)]
    (problem,) = problems(*lake, ("a", "", 6.6323, 46.5197))
    assert (problem.code, problem.suggestion) == ("W311", "lat: 46.5197, lon: 6.6323")
    assert problems(*lake, ("a", "", 43.5855, 6.9)) == []
    assert problems(("a", "", 6.6323, 46.5197)) == []  # too few others to say what is far


def test_other_continents_are_on_the_basemap() -> None:
    america = [("b", "US", 38.9072, -77.0369), ("c", "US", 40.7128, -74.006), ("d", "US", 42.3601, -71.0589)]
    assert problems(*america) == []
    (problem,) = problems(*america, ("a", "US", 39.9526, 75.1652))
    assert (problem.code, problem.suggestion) == ("W310", "lat: 39.9526, lon: -75.1652")


def test_a_country_too_small_for_the_basemap_is_only_doubted_where_a_slip_explains_it() -> None:
    islands = [("b", "TV", -8.52, 179.2), ("c", "TV", -7.48, 178.68), ("d", "TV", -6.29, 176.32)]
    assert problems(*islands) == []
    (problem,) = problems(*islands, ("a", "TV", 8.0, 178.34))
    assert (problem.code, problem.suggestion) == ("W311", "lat: -8, lon: 178.34")


def test_distances() -> None:
    assert kilometres(48.8566, 2.3522, 33.5138, 36.2765) == pytest.approx(3274, rel=0.005)
    assert kilometres(0, 179.5, 0, -179.5) == pytest.approx(111.195, rel=1e-6)
    (france,) = (land for land in lands() if land.code == "FR")
    assert kilometres_from(france, 46.5, 2.5) == 0
    assert kilometres_from(france, 46.5197, 6.6323) == pytest.approx(10, abs=10)  # Lausanne
    assert kilometres_from(france, 52.52, 13.405) == pytest.approx(520, rel=0.1)  # Berlin, from Alsace
