"""The maps of all pages that have one, and the page of the large map."""

from typing import Any

from generator.library import Library, ref_to
from generator.render.desk import Desk, PageFile
from generator.render.map.figure import Figure, Sheet, figure
from generator.render.map.scene import of_event, of_place, whole
from generator.routes import HOME, MAP, src_uri


def figures(library: Library) -> dict[str, Figure]:
    """Each page's map, by the page's `src_uri`: the large one, the home page's, those of places and events."""
    scene, settings = whole(library), library.dossier.settings
    frame, tiles = settings.map, settings.openstreetmap
    legend = "Un chiffre est un nombre d’événements ; une flèche, un trajet."
    found = {
        MAP: figure(scene, Sheet(MAP, legend, frame, large=True, tiles=tiles)),
        HOME: figure(scene, Sheet(HOME, legend, frame, tiles=tiles)),
    }
    for place in library.places:
        if place.lat is not None:
            caption = f"{place.name}, et les trajets qui y mènent ou en partent."
            sheet = Sheet(src_uri(ref_to(place)), caption, tiles=tiles)
            found[sheet.page] = figure(of_place(library, place), sheet)
    for event in library.events:
        sheet = Sheet(src_uri(ref_to(event)), "Le lieu de l’événement et les trajets connus.", tiles=tiles)
        found[sheet.page] = figure(of_event(library, event), sheet)
    return {page: made for page, made in found.items() if made}


def map_page(desk: Desk) -> PageFile:
    """The page of the map: everything it shows, also in words."""
    library = desk.library
    scene = whole(library)
    meta = {
        "title": "Carte",
        "description": "Les lieux du dossier, leurs événements, et les trajets que disent les articles.",
        "page_kind": "map",
    }
    journeys: list[dict[str, Any]] = [
        {"event": event, "journey": journey} for event in library.events for journey in event.journeys
    ]
    shown_by = scene.pins_by_event()
    return desk.page(
        "map.md.j2",
        MAP,
        meta,
        moments=[(event, shown_by.get(event.id)) for event in scene.events],
        pins=sorted(scene.pins, key=lambda pin: (-len(pin.events), pin.place.name)),
        journeys=journeys,
        unplaced=scene.unplaced,
    )
