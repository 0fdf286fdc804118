"""The making of the basemap on a toy world: rectangles that bear the names of Natural Earth."""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Point, shape

from generator.basemap import __main__ as command
from generator.basemap import lands
from generator.basemap.sewing import Piece, sewn
from generator.basemap.territories import DISPUTED, MERGED, Territories, recognised
from generator.basemap.topojson import Outline, Ring

Corners = tuple[float, float, float, float]
"""West, south, east and north."""
WORLD: dict[str, tuple[str | None, list[Corners]]] = {
    "Russia": ("643", [(40, 52, 60, 60), (33.3, 44.4, 36.6, 45.4)]),
    "Ukraine": ("804", [(24, 45.4, 38, 52)]),
    "Israel": ("376", [(34.3, 29.5, 35.9, 33.3)]),
    "Syria": ("760", [(35.9, 32.4, 42, 37)]),
    "Morocco": ("504", [(-13, 21, -1, 35)]),
    "W. Sahara": ("732", [(-17, 21, -13, 27.67)]),
    "Cyprus": ("196", [(32.3, 34.6, 34.1, 35.1)]),
    "N. Cyprus": (None, [(32.3, 35.2, 34.1, 35.6)]),
    "Cyprus U.N. Buffer Zone": (None, [(32.3, 35.1, 34.1, 35.2)]),
    "Dhekelia": (None, [(34.1, 34.8, 34.2, 35)]),
    "Akrotiri": (None, [(32.6, 34.5, 32.8, 34.6)]),
    "Somalia": ("706", [(42, -1, 50, 8)]),
    "Somaliland": (None, [(43, 8, 48, 11)]),
    "Kazakhstan": ("398", [(50, 44, 87, 52)]),
    "Baikonur": (None, [(63, 43, 64, 44)]),
    "Cuba": ("192", [(-84, 20, -75.2, 23)]),
    "USNB Guantanamo Bay": (None, [(-75.2, 20, -75, 20.2)]),
    "China": ("156", [(80, 20, 119, 43)]),
    "Hong Kong": ("344", [(114, 19, 115, 20)]),
    "Macao": ("446", [(113, 19, 114, 20)]),
    "Taiwan": ("158", [(120, 22, 122, 25)]),
    "Kosovo": (None, [(20, 42, 21, 43)]),
    "Siachen Glacier": (None, [(77, 35, 78, 36)]),
    "Guinea": ("324", [(346, 8, 350, 11)]),  # a turn too far to the east, as unwrapped rings may be
    "Spratly Is.": (None, [(115, 8, 115.1, 8.1)]),
    "Vatican": ("336", []),
}


def rectangle(corners: Corners) -> Ring:
    west, south, east, north = corners
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def outline(name: str, **holes: Corners) -> Outline:
    code, found = WORLD[name]
    polygons = [(rectangle(corners), *map(rectangle, holes.values())) for corners in found]
    return Outline(code, name, tuple(polygons) or (([(12, 41), (12.1, 41), (12, 41)],),))


@pytest.fixture(scope="module")
def territories() -> Territories:
    return recognised(map(outline, WORLD))


def owners(territories: Territories, longitude: float, latitude: float) -> list[str]:
    return [name for name, found in territories.items() if found.geometry.contains(Point(longitude, latitude))]


@pytest.mark.parametrize(
    ("longitude", "latitude", "owner"),
    [
        (34.2, 45.1, "Ukraine"),  # Crimea
        (35.7, 33.0, "Syria"),  # the Golan
        (35.0, 33.0, "Israel"),
        (-10, 25, "W. Sahara"),  # west of the berm
        (-5, 25, "Morocco"),
        (-10, 30, "Morocco"),
        (33, 35.4, "Cyprus"),  # its north
        (33, 35.15, "Cyprus"),  # the buffer zone
        (45, 9, "Somalia"),  # Somaliland
        (63.5, 43.5, "Kazakhstan"),  # Baikonur
        (-75.1, 20.1, "Cuba"),  # Guantanamo
        (114.5, 19.5, "China"),  # Hong Kong
        (121, 23, "Taiwan"),
        (20.5, 42.5, "Kosovo"),
        (-12, 9, "Guinea"),
    ],
)
def test_borders_are_those_that_the_un_recognises(
    territories: Territories, longitude: float, latitude: float, owner: str
) -> None:
    assert owners(territories, longitude, latitude) == [owner]


def test_territories_have_their_codes_and_say_which_are_disputed(territories: Territories) -> None:
    assert not territories.keys() & {*MERGED, "Spratly Is.", "Vatican"}
    assert {name for name, found in territories.items() if found.disputed} == DISPUTED
    assert (territories["Syria"].iso, territories["Kosovo"].iso) == ("SY", None)


def test_a_slit_closes_and_a_lake_stays() -> None:
    world = {name: outline(name) for name in WORLD}
    world["Kazakhstan"] = outline("Kazakhstan", slit=(60, 46, 60.0002, 47), lake=(70, 46, 72, 47))
    found = recognised(world.values())
    assert owners(found, 60.0001, 46.5) == ["Kazakhstan"]
    assert owners(found, 71, 46.5) == []


def test_another_source_s_crimea_is_refused() -> None:
    others = [outline(name) for name in WORLD if name != "Russia"]
    russia = Outline("643", "Russia", ((rectangle((33, 44, 60, 60)),),))
    with pytest.raises(ValueError, match="Crimea"):
        recognised([russia, *others])


NODE = """#!{python}
import json, sys
assert sys.argv[3:7] == ["snap", "snap-interval=0.0001", "-clean", "gap-fill-area=20km2"]
features = json.load(open(sys.argv[2]))["features"]
lines, geometries = [], []
def line(ring):
    for number, known in enumerate(lines):
        if set(map(tuple, known)) == set(map(tuple, ring)):  # an enclave's border is that of a hole
            return [~number if known != ring else number]
    lines.append(ring)
    return [len(lines) - 1]
for feature in features:
    polygons = [[line(ring) for ring in polygon] for polygon in feature["geometry"]["coordinates"]]
    single = {{"type": "Polygon", "arcs": polygons[0]}} if len(polygons) == 1 else None
    geometry = single or {{"type": "MultiPolygon", "arcs": polygons}}
    geometries.append({{**geometry, "properties": feature["properties"]}})
geometries.append({{"type": None, "properties": {{"name": "Siachen Glacier"}}}})
topology = {{"arcs": lines, "objects": {{"territories": {{"geometries": geometries}}}}}}
json.dump(topology, open(sys.argv[sys.argv.index("-o") + 1], "w"))
"""
"""In place of Node.js with mapshaper: each ring is a line, and nothing is mended."""


@pytest.fixture(autouse=True)
def node(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "node"
    program.parent.mkdir()
    program.write_text(NODE.format(python=sys.executable), "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))


def test_a_border_is_one_line_that_two_countries_share() -> None:
    world = {name: outline(name) for name in WORLD}
    enclave: Corners = (56, 54, 57, 55)
    (mainland, crimea) = WORLD["Russia"][1]
    world["Russia"] = Outline("643", "Russia", ((rectangle(mainland), rectangle(enclave)), (rectangle(crimea),)))
    world["Kosovo"] = Outline(None, "Kosovo", ((rectangle(enclave),),))
    territories = recognised(world.values())
    found = sewn(territories, Path("mapshaper"))
    (russia,), (kosovo,) = found.pieces["Russia"], found.pieces["Kosovo"]
    assert kosovo.rings[0][0] in {russia.rings[1][0], ~russia.rings[1][0]}
    assert (russia.island, kosovo.island, found.pieces["Taiwan"][0].island) == (False, False, True)
    assert russia.square_km == pytest.approx(20 * 8 * 111.32**2 * 0.559, rel=0.02)
    assert all(isinstance(piece, Piece) for pieces in found.pieces.values() for piece in pieces)


def topology(world: Iterable[Outline]) -> dict[str, Any]:
    """Outlines as world-atlas writes them: each ring an arc of whole steps, here of a hundredth of a degree."""
    arcs: list[list[list[int]]] = []
    geometries = []
    for item in world:
        indices = []
        for polygon in item.polygons:
            indices.append([[len(arcs) + number] for number in range(len(polygon))])
            for ring in polygon:
                at = [[round(100 * x), round(100 * y)] for x, y in ring]
                arcs.append([at[0], *([x - w, y - v] for (w, v), (x, y) in pairwise(at))])
        code = {"id": item.code} if item.code else {}
        geometries.append({"type": "MultiPolygon", "properties": {"name": item.name}, "arcs": indices, **code})
    transform = {"scale": [0.01, 0.01], "translate": [0, 0]}
    return {"transform": transform, "arcs": arcs, "objects": {"countries": {"geometries": geometries}}}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file that the command makes of the toy world, where the generator reads its basemap."""
    source, file = tmp_path / "countries.json", tmp_path / "world.json"
    isles = [(rectangle((140, 10, 140.5, 10.5)),), (rectangle((141, 10, 141.01, 10.01)),)]
    world = [*map(outline, WORLD), Outline("583", "Micronesia", tuple(isles))]
    source.write_text(json.dumps(topology(world)), "utf-8")
    monkeypatch.setattr(sys, "argv", ["basemap", str(file), "--countries", str(source), "--mapshaper", "mapshaper"])
    command.main()
    monkeypatch.setattr(lands, "FILE", file)
    for memory in (lands.lands, lands._world):
        memory.cache_clear()
    yield file
    for memory in (lands.lands, lands._world):
        memory.cache_clear()


def test_what_the_command_writes_is_what_maps_draw(made: Path) -> None:
    drawn = json.loads(lands.geojson(lands.lands()))["features"]
    at = {"UA": (34.2, 45.1), "SY": (35.7, 33.0), "EH": (-10, 25), "TW": (121, 23), None: (20.5, 42.5)}
    for iso, point in at.items():
        holding = [f["properties"]["iso"] for f in drawn if shape(f["geometry"]).contains(Point(point))]
        assert holding == [iso]
    assert [f["properties"]["iso"] for f in drawn if "disputed" in f["properties"]] == ["EH", "TW", None]


def test_an_isle_that_no_map_shows_is_not_written(made: Path) -> None:
    (micronesia,) = (land for land in lands.lands() if land.code == "FM")
    assert [polygon.box for polygon in micronesia.polygons] == [(140, 10, 140.5, 10.5)]


def test_the_command_says_what_it_needs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["basemap"])
    with pytest.raises(SystemExit):
        command.main()
    assert "--countries, --mapshaper" in capsys.readouterr().err
