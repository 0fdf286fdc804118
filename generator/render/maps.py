"""The maps of all pages that have one, and the page of the large map."""

from collections.abc import Iterator
from typing import Final

from generator.basemap.lands import squares
from generator.link.library import Library, ref_to
from generator.memo import Compute, afresh
from generator.model import Frame
from generator.render.chronology import facets_of
from generator.render.desk import Desk, PageFile
from generator.render.map.countries import BORDERS
from generator.render.map.figure import Figure, Sheet, figure
from generator.render.map.scene import of_event, of_place, whole
from generator.routes import CHRONOLOGY, HOME, MAP, MAP_TABLES, src_uri
from generator.words import Words, marked

_LEGEND: Final = marked("A figure is a number of events; an arrow, a journey.")


def figures(library: Library, words: Words, compute: Compute = afresh) -> dict[str, Figure]:
    """Each page's map, by the page's `src_uri`: the large one, the home page's, those of places and events."""
    full, frame = whole(library), library.dossier.settings.map
    home = compute(figure, full, _sheet(library, HOME, words.gettext(_LEGEND), frame), words)
    found = {MAP: large_figure(library, words, compute), HOME: home}
    for place in library.places:
        if place.lat is not None:
            caption = words.gettext("%(place)s, and the journeys that lead there or begin there.", place=place.name)
            sheet = _sheet(library, src_uri(ref_to(place)), caption)
            found[sheet.page] = compute(figure, of_place(full, place), sheet, words)
    for event in library.events:
        caption = words.gettext("The place of the event and the journeys that are known.")
        sheet = _sheet(library, src_uri(ref_to(event)), caption)
        found[sheet.page] = compute(figure, of_event(library, event), sheet, words)
    return {page: made for page, made in found.items() if made}


def large_figure(library: Library, words: Words, compute: Compute = afresh) -> Figure | None:
    """The map on the page of the map; None where no place has a point."""
    sheet = _sheet(library, MAP, words.gettext(_LEGEND), library.dossier.settings.map, large=True)
    return compute(figure, whole(library), sheet, words)


def _sheet(library: Library, page: str, caption: str, frame: Frame | None = None, *, large: bool = False) -> Sheet:
    """A sheet for one of a site's maps, which all have the same lands."""
    points = ((place.lat, place.lon) for place in library.places if place.lat is not None and place.lon is not None)
    return Sheet(page, caption, squares(points), frame, large, library.dossier.settings.openstreetmap)


def map_pages(desk: Desk) -> Iterator[PageFile]:
    """The page of the map, everything it shows also in words; the tables apart where they are very long."""
    library, words = desk.library, desk.words
    scene = whole(library)
    pins = sorted(scene.pins, key=lambda pin: (-len(pin.events), pin.place.name))
    shown_by = scene.pins_by_event()
    yield desk.page(
        "map.md.j2",
        MAP,
        {
            "title": words.gettext("Map"),
            "description": words.gettext("The places, their events, and the journeys that the articles tell of."),
            "page_kind": "map",
        },
        moments=[(event, shown_by.get(event.id)) for event in scene.events],
        pins=pins,
        journeys=scene.trips,
        undrawn=len(scene.trips) - len(scene.arcs),
        unplaced=scene.unplaced,
        tables=MAP_TABLES if scene.crowded else None,
        borders=words.gettext(BORDERS),
        chronology=CHRONOLOGY,
        facets=facets_of(library),
    )
    if scene.crowded:
        title = words.gettext("The places and journeys of the map")
        description = words.gettext("All that the map of the dossier shows, in two tables.")
        meta = {"title": title, "description": description}
        yield desk.page("map_words.md.j2", MAP_TABLES, meta, pins=pins, journeys=scene.trips, map_page=MAP)
