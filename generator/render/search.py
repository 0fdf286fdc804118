"""The page of the search: its box and filters, and the alphabetical index of names that needs no script."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.link.library import Library, ref_to
from generator.model import Leader, Place, Source
from generator.render import labels
from generator.render.desk import Desk, PageFile
from generator.render.entries import entries
from generator.routes import SEARCH
from generator.text.french import fold

_SCRIPT: Final = "assets/recherche/recherche.js"
_STYLE: Final = "assets/recherche/recherche.css"


@dataclass(frozen=True, slots=True)
class Name:
    """A line of the index: a name by which somebody may look for a person, a place or a source."""

    text: str
    of: Leader | Place | Source
    see: str = ""
    """The name to be looked up instead, where `text` is another spelling."""


def search(desk: Desk) -> PageFile:
    """The page of the search."""
    library, words = desk.library, desk.words
    found = entries(library, words)
    meta = {
        "title": words.gettext("Search"),
        "description": words.gettext("To search the whole dossier, and the alphabetical index of the names in it."),
        "page_kind": "search",
        "stylesheets": [_STYLE],
        "scripts": [_SCRIPT],
    }
    kinds = {entry.kind for entry in found}
    return desk.page(
        "search.md.j2",
        SEARCH,
        meta,
        kinds=[(kind.value, words.gettext(title)) for kind, title in labels.RESULT_TITLES.items() if kind in kinds],
        people=[leader for leader in library.leaders if any(leader.id in entry.leaders for entry in found)],
        years=sorted({year for entry in found for year in entry.years}),
        letters=_letters(library),
    )


def _letters(library: Library) -> list[tuple[str, list[Name]]]:
    """All names by their first letter; what begins with none comes first."""
    names = sorted(_names(library), key=lambda name: (fold(name.text), ref_to(name.of)))
    return [(letter, list(found)) for letter, found in groupby(names, lambda name: _letter(name.text))]


def _letter(text: str) -> str:
    first = fold(text)[:1].upper()
    return first if first.isalpha() else "0–9"


def _names(library: Library) -> Iterator[Name]:
    things: tuple[Leader | Place | Source, ...] = (*library.leaders, *library.places, *library.sources)
    for thing in things:
        own = (isinstance(thing, Leader) and thing.sort_name) or thing.name
        yield Name(own, thing)
        told = {fold(own), fold(own).partition(" (")[0]}
        for alias in dict.fromkeys((thing.name, *thing.aliases)):
            if fold(alias) not in told:
                yield Name(alias, thing, own)
