"""What a live map loads of lands: their outlines, and where their names stand."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from generator.basemap.lands import Land, geojson
from generator.model import Frame
from generator.words import Words, marked


@dataclass(frozen=True, slots=True)
class LandName:
    """A territory's name and where it stands; `rank` 1 for the largest, 3 for the smallest."""

    text: str
    lat: float
    lon: float
    rank: int


BORDERS: Final = marked(
    "Basemap: Natural Earth (public domain), modified and simplified. As far as the scale allows, borders follow the "
    "territories that the UN recognises, not control on the ground: Crimea, the Donbas and the other occupied regions "
    "are in Ukraine, the Golan in Syria, Abkhazia and South Ossetia in Georgia, Transnistria in Moldova, the north of "
    "Cyprus in Cyprus, Somaliland in Somalia; Western Sahara, Kosovo and Taiwan have an outline of their own, marked "
    "as disputed; in Kashmir these are the lines of control. The lines are approximate and imply neither recognition "
    "nor any position."
)
"""What the page of the map says of the basemap and its borders."""


@cache
def names(words: Words) -> tuple[LandName, ...]:
    """Where the names of territories stand, from `names.tsv`, placed by hand."""
    rows = (
        line.split("\t")
        for line in files("generator.render.map").joinpath("names.tsv").read_text("utf-8").splitlines()
        if not line.startswith(("#", "code\t"))
    )
    return tuple(LandName(words.country(code), float(lat), float(lon), int(rank)) for code, lat, lon, rank in rows)


def live_basemap(lands: Iterable[Land], around: Frame, words: Words) -> bytes:
    """Lands, and the names near a frame, as a script, so that a page from file:// can load it too."""
    far = 15.0  # degrees beyond the frame in which a name may still come into view
    written = [
        [name.text, name.lat, name.lon, name.rank]
        for name in names(words)
        if around.south - far < name.lat < around.north + far and around.west - far < name.lon < around.east + far
    ]
    labels = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    return f"window.dossierFond = {geojson(lands)};\nwindow.dossierNoms = {labels};\n".encode()
