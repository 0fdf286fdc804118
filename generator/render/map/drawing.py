"""The map as it is without scripts and on paper: an SVG drawn at build time."""

import math
from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from markupsafe import escape

from generator.basemap.lands import Land
from generator.model import Frame, Status
from generator.render import labels
from generator.render.drafts import named
from generator.render.map.countries import names
from generator.render.map.geometry import Point, Projection, control, cut, thinned
from generator.render.map.scene import Arc, Pin, Scene, Trip
from generator.render.room import Room
from generator.render.words import BROAD
from generator.routes import Ref
from generator.text.french import typeset
from generator.words import Words

_MARGIN = 20.0
"""Pixels beyond the frame at which lands are cut: their cut edges stay out of sight."""
_SIZE = 15.0
_SMALL = 11.0
"""Heights of letters, in pixels of the drawing."""
_SPOKEN = 40
"""Places that a drawing's title names; more are only counted."""
_BESIDE = 4.0
"""Pixels from a journey in which no name of a territory stands."""
_SHIFTS = ((0, 0), (0, -14), (0, 14), (-1, 0), (1, 0))
"""Where else its name may stand: half its width aside, or pixels lower. vue.js tries the same."""
_NAMED_FROM = {1: 2.5, 2: 3.75, 3: 5.0}
"""The zoom from which a territory of a rank has its name, if there is room: that of vue.js."""


def draw(scene: Scene, projection: Projection, name: str, lands: Iterable[Land], words: Words) -> str:
    """The SVG of a scene over lands; `name` makes its ids unique on the page.

    What another drawing shows closer has its names there, and an outline here.
    """
    width, frame = projection.width, projection.frame
    room = Room(width, projection.height)
    pins = [pin for pin in scene.pins if frame.holds(pin.lat, pin.lon)]
    for pin in pins:
        x, y = projection.point(pin.lat, pin.lon)
        room.fill((x - 9, y - 9, x + 9, y + 9))
    parts = [
        f'<svg class="carte-dessin" viewBox="0 0 {width:.0f} {projection.height:.0f}" role="img" '
        f'aria-labelledby="{name}-titre"><title id="{name}-titre">{escape(_told(pins, scene, words))}</title>',
        # its tip ends before the disc of a place, where it would not be seen
        f'<defs><marker id="{name}-fleche" viewBox="0 0 8 8" refX="15.5" refY="4" markerWidth="6" markerHeight="6" '
        'orient="auto"><path class="carte-fleche" d="M0 0L8 4L0 8Z"/></marker></defs>',
        f'<g class="carte-terres">{"".join(_land_paths(projection, lands))}</g>',
        f'<g class="carte-trajets">{"".join(_arc_paths(scene, projection, name, words))}</g>',
        f'<g class="carte-lieux">{"".join(_pins(pins, scene, projection, room, words))}</g>',
        _outline(scene.closer, projection) if scene.closer else "",
        f'<g class="carte-pays">{"".join(_land_names(scene, projection, room, words))}</g>',
        "</svg>",
    ]
    return "".join(parts)


def _told(pins: list[Pin], scene: Scene, words: Words) -> str:
    shown = ", ".join(f"{called(pin, scene.drafts, words)} ({_counted(pin, words)})" for pin in pins[:_SPOKEN])
    shown = shown if len(pins) <= _SPOKEN else words.ngettext("%(num)s place", "%(num)s places", len(pins))
    return words.gettext(
        # Translators: %(places)s are names with their numbers of events, or « 57 places »
        "Map: %(places)s; %(journeys)s. The details follow in words.",
        places=shown,
        journeys=words.ngettext("%(num)s journey", "%(num)s journeys", len(scene.arcs)),
    )


def _counted(pin: Pin, words: Words) -> str:
    return words.ngettext("%(num)s event", "%(num)s events", pin.number)


def _outline(frame: Frame, projection: Projection) -> str:
    """Where another drawing looks closer."""
    (left, top), (right, bottom) = projection.point(frame.north, frame.west), projection.point(frame.south, frame.east)
    return f'<path class="carte-cadre" d="M{left:.0f},{top:.0f}H{right:.0f}V{bottom:.0f}H{left:.0f}Z"/>'


def _land_paths(projection: Projection, lands: Iterable[Land]) -> Iterator[str]:
    """One path for all that look alike: a browser styles each element again and again."""
    paths: dict[bool, list[str]] = {False: [], True: []}
    for land in lands:
        paths[land.disputed].extend(_rings(land, projection))
    for disputed, rings in paths.items():
        if rings:
            style = ' class="carte-conteste"' if disputed else ""
            yield f'<path{style} d="{"".join(rings)}"/>'


def _rings(land: Land, projection: Projection) -> Iterator[str]:
    low, high = (-_MARGIN, -_MARGIN), (projection.width + _MARGIN, projection.height + _MARGIN)
    frame = projection.frame
    for polygon in land.polygons:
        west, south, east, north = polygon.box
        if west > frame.east or east < frame.west or south > frame.north or north < frame.south:
            continue
        for ring in polygon.rings:
            points = thinned(cut([projection.point(lat, lon) for lon, lat in ring[:-1]], low, high))
            if len(points) > 2:
                yield f"M{_written(points)}Z"


def _written(points: Iterable[Point]) -> str:
    return "L".join(f"{x:.0f},{y:.0f}" for x, y in points)


def _arc_paths(scene: Scene, projection: Projection, name: str, words: Words) -> Iterator[str]:
    """A path for each journey; in a crowd one for all of a style, without arrowheads."""
    if scene.crowded:
        for style in dict.fromkeys(classes(item.trip) for item in scene.arcs):
            lines = "".join(f"M{_curve(item, projection)}" for item in scene.arcs if classes(item.trip) == style)
            yield f'<path class="carte-trajet {style}" d="{lines}"/>'
        return
    for item in scene.arcs:
        yield (
            f'<path class="carte-trajet {classes(item.trip)}" d="M{_curve(item, projection)}" '
            f'marker-end="url(#{name}-fleche)"><title>{escape(told(item.trip, scene.drafts, words))}</title></path>'
        )


def _curve(item: Arc, projection: Projection) -> str:
    start, end = (item.start.lat, item.start.lon), (item.end.lat, item.end.lon)
    ends = (start, control(start, end, item.lane), end)
    (x0, y0), (x, y), (x1, y1) = (projection.point(lat, lon) for lat, lon in ends)
    return f"{x0:.0f},{y0:.0f}Q{x:.0f},{y:.0f} {x1:.0f},{y1:.0f}"


def called(pin: Pin, drafts: Set[Ref], words: Words) -> str:
    """The name of a pin."""
    return named(typeset(pin.place.name), pin.place, drafts, words)


def told(trip: Trip, drafts: Set[Ref], words: Words) -> str:
    """A journey in words: who, from where to where, when, and how firm."""
    start = trip.start.name if trip.start else words.gettext("starting point not said")
    if trip.supposed:
        start = words.gettext("%(place)s (supposed departure)", place=start)
    status = words.gettext(labels.STATUSES[trip.event.status])
    firm = "" if trip.event.status is Status.ESTABLISHED else f" ({status})"
    said = typeset(f"{trip.who.name}, {start} → {trip.end.name}, {words.date(trip.event.date)}{firm}")
    return named(said, trip.event, drafts, words)


def classes(trip: Trip) -> str:
    """The style of a journey: by its event's status, and by whether its start is only supposed."""
    status = f"carte-{trip.event.status.name.lower()}"
    return f"{status} carte-suppose" if trip.supposed else status


def _pins(pins: list[Pin], scene: Scene, projection: Projection, room: Room, words: Words) -> Iterator[str]:
    closer = scene.closer
    for pin in sorted(pins, key=lambda pin: (-pin.number, pin.place.id)):
        x, y = projection.point(pin.lat, pin.lon)
        firm = "" if pin.firm else " carte-lieu--incertain"
        number = f'<text class="carte-nombre" x="{x:.0f}" y="{y + 4:.0f}">{pin.number}</text>' if pin.events else ""
        radius = 8 if pin.events else 4
        labelled = not (closer and closer.holds(pin.lat, pin.lon))
        label = _label(called(pin, scene.drafts, words), x, y, room) if labelled else ""
        yield f'<g class="carte-lieu{firm}">{label}<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius}"/>{number}</g>'


def _label(text: str, x: float, y: float, room: Room) -> str:
    """A pin's name where there is room: beside it, else higher or lower with a line to it; none in a crowd."""
    long = len(text) * _SIZE * BROAD
    for rise in (0, -18, 18, -36, 36, -54, 54):
        for side, anchor in ((1, "start"), (-1, "end")):
            at, base = x + side * (12 if rise == 0 else 20), y + rise
            near, far = sorted((at - side, at + side * (long + 1)))
            if room.take((near, base - 9, far, base + 9)):
                name = f'<text x="{at:.0f}" y="{base + 5:.0f}" text-anchor="{anchor}">{escape(text)}</text>'
                line = f'<path class="carte-renvoi" d="M{x:.0f},{y:.0f}L{at - 2 * side:.0f},{base:.0f}"/>'
                return name if rise == 0 else line + name
    return ""


def _land_names(scene: Scene, projection: Projection, room: Room, words: Words) -> Iterator[str]:
    """The names of territories, where they lie on nothing: no journey crosses them, either."""
    for x, y in _along(scene, projection):
        room.fill((x - _BESIDE, y - _BESIDE, x + _BESIDE, y + _BESIDE))
    for name in sorted(names(words), key=lambda name: (name.rank, name.text)):
        if projection.zoom < _NAMED_FROM[name.rank]:
            continue
        half = len(name.text) * _SMALL * 0.75 / 2
        middle, base = projection.point(name.lat, name.lon)
        for aside, rise in _SHIFTS:
            x, y = middle + aside * half, base + rise
            if room.take((x - half, y - 9, x + half, y + 5)):
                yield f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle">{escape(name.text)}</text>'
                break


def _along(scene: Scene, projection: Projection) -> Iterator[Point]:
    """Points of the journeys that one can tell apart, near enough for nothing to slip between two."""
    for item in () if scene.crowded else scene.arcs:
        points = [projection.point(lat, lon) for lat, lon in item.points]
        for start, end in pairwise(points):
            steps = 1 + int(math.dist(start, end) / _BESIDE)
            for step in range(steps):
                share = step / steps
                yield start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
