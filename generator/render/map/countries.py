"""What a live map loads of lands: their outlines, and where their names stand."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.lands import Land, geojson
from generator.model import Frame
from generator.text.countries import country_name


@dataclass(frozen=True, slots=True)
class LandName:
    """A territory's French name and where it stands; `rank` 1 for the largest, 3 for the smallest."""

    text: str
    lat: float
    lon: float
    rank: int


@cache
def names() -> tuple[LandName, ...]:
    """Where the names of territories stand, from `names.tsv`, placed by hand."""
    rows = (
        line.split("\t")
        for line in files("generator.render.map").joinpath("names.tsv").read_text("utf-8").splitlines()
        if not line.startswith(("#", "code\t"))
    )
    return tuple(LandName(country_name(code), float(lat), float(lon), int(rank)) for code, lat, lon, rank in rows)


def borders() -> str:
    """What the page of the map says of the basemap and its borders."""
    return files("generator.basemap").joinpath("data/frontieres.txt").read_text("utf-8").strip()


def live_basemap(lands: Iterable[Land], around: Frame) -> bytes:
    """Lands, and the names near a frame, as a script, so that a page from file:// can load it too."""
    far = 15.0  # degrees beyond the frame in which a name may still come into view
    written = [
        [name.text, name.lat, name.lon, name.rank]
        for name in names()
        if around.south - far < name.lat < around.north + far and around.west - far < name.lon < around.east + far
    ]
    labels = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    return f"window.dossierFond = {geojson(lands)};\nwindow.dossierNoms = {labels};\n".encode()
