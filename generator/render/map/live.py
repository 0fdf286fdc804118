"""The map that moves: folium writes the script, which runs from a file of its own.

folium's defaults name ten files on four foreign hosts, jQuery, random ids and inline styles; none
of that passes here. What a page gets is one `<div>` and one script that needs Leaflet, the basemap
and `overrides/assets/carte/vue.js`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import folium
from branca.element import CssLink, Element, Figure, JavascriptLink, MacroElement
from folium.template import Template

from generator.model import Frame
from generator.render.map.drawing import called, classes, told
from generator.render.map.scene import Arc, Pin, Scene
from generator.words import Words

_START = """(function start() {{
if (!document.getElementById("{map}")) return;
if (!({needed})) return void setTimeout(start, 20);
if (!dossierCarte.wanted("{map}", start)) return;
dossierCarte.place("{map}");
{script}
}})();
"""
"""Instant navigation runs the scripts of a page in the order in which they come in."""


@dataclass(frozen=True, slots=True)
class Live:
    """A live map: the `<div>` for its page, and the script for a file beside it."""

    html: str
    script: str


class _Map(folium.Map):
    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium declares these two so
    default_css: list[tuple[str, str]] = []  # noqa: RUF012


class _Opened(MacroElement):
    """Shows the empty map at its final view and lays the lands: what comes after is projected only once."""

    _template = Template(
        "{% macro script(this, kwargs) %}\n"
        "dossierCarte.ouvre({{ this._parent.get_name() }}, {{ this.bounds|tojson }}, {{ this.asked|tojson }});\n"
        "{% endmacro %}"
    )

    def __init__(self, bounds: list[list[float]], asked: bool) -> None:
        super().__init__()
        self.bounds = bounds
        self.asked = asked


class _Pins(MacroElement):
    """The places, as data: vue.js makes a marker of each, or a group of those that stand too near."""

    _template = Template(
        "{% macro script(this, kwargs) %}\n"
        "dossierCarte.lieux({{ this._parent.get_name() }}, {{ this.pins|tojson }});\n"
        "{% endmacro %}"
    )

    def __init__(self, pins: list[dict[str, Any]]) -> None:
        super().__init__()
        self.pins = pins


class _Closer(MacroElement):
    """Where a drawing beside the map looks closer: an outline, in which nearby places are one marker the sooner."""

    _template = Template(
        "{% macro script(this, kwargs) %}\n"
        "dossierCarte.cadre({{ this._parent.get_name() }}, {{ this.bounds|tojson }});\n"
        "{% endmacro %}"
    )

    def __init__(self, bounds: list[list[float]]) -> None:
        super().__init__()
        self.bounds = bounds


class _Crowd(MacroElement):
    """The journeys of a crowded scene, as data: foule.js paints them all on one canvas."""

    _template = Template(
        "{% macro script(this, kwargs) %}\n"
        "dossierFoule.trajets({{ this._parent.get_name() }}, {{ this.styles|tojson }}, {{ this.rows|tojson }});\n"
        "{% endmacro %}"
    )

    def __init__(self, styles: list[str], rows: list[list[float]]) -> None:
        super().__init__()
        self.styles = styles
        self.rows = rows


class _Ready(MacroElement):
    """Hands the finished map over to vue.js."""

    _template = Template(
        "{% macro script(this, kwargs) %}\ndossierCarte.prete({{ this._parent.get_name() }});\n{% endmacro %}"
    )


def live(scene: Scene, frame: Frame | None, name: str, popups: dict[str, str], words: Words) -> Live:
    """The live map of a scene, which shows `frame`, or without one all that it holds.

    `popups` holds each pin's popup as HTML, by the place's id.
    """
    made = _Map(
        location=[scene.pins[0].lat, scene.pins[0].lon],
        zoom_start=4,
        tiles=None,
        zoom_control=False,
        min_zoom=2,
        max_zoom=10,
        zoom_snap=0.25,
        scroll_wheel_zoom=False,
        track_resize=False,  # vue.js watches the figure: a listener on the window would outlive the page
    )
    _Opened(_bounds(scene, frame), frame is not None).add_to(made)
    order = {event.id: number for number, event in enumerate(scene.events, start=1)}
    styles = list(dict.fromkeys(classes(item.trip) for item in scene.arcs))
    if scene.crowded:
        _Crowd(styles, [_row(item, styles, order) for item in scene.arcs]).add_to(made)
    else:
        for style in styles:
            _journeys(scene, style, order, words).add_to(made)
    _Pins([_pin(pin, called(pin, scene.drafts, words), popups[pin.place.id], order) for pin in scene.pins]).add_to(made)
    if scene.closer:
        _Closer(_bounds(scene, scene.closer)).add_to(made)
    _Ready().add_to(made)
    needed = ("L", "dossierFond", "dossierCarte", *(("dossierFoule",) if scene.crowded else ()))
    return _rendered(made, name, needed)


def _bounds(scene: Scene, frame: Frame | None) -> list[list[float]]:
    """South-west and north-east of a frame, or of all that a scene shows."""
    if frame:
        return [[frame.south, frame.west], [frame.north, frame.east]]
    lats, lons = zip(*scene.extent, strict=True)
    return [[min(lats), min(lons)], [max(lats), max(lons)]]


def _row(item: Arc, styles: list[str], order: dict[str, int]) -> list[float]:
    """A journey as foule.js reads it: both ends in degrees, and how many journeys of that way came before."""
    ends = [item.start.lat, item.start.lon, item.end.lat, item.end.lon]
    return [*ends, item.lane, order.get(item.trip.event.id, 0), styles.index(classes(item.trip))]


def _journeys(scene: Scene, style: str, order: dict[str, int], words: Words) -> folium.GeoJson:
    features = [
        {
            "type": "Feature",
            "properties": {
                "rang": order.get(item.trip.event.id, 0),
                "dit": told(item.trip, scene.drafts, words),
                "bouts": [item.start.place.id, item.end.place.id],
            },
            "geometry": {"type": "LineString", "coordinates": _coordinates(item)},
        }
        for item in scene.arcs
        if classes(item.trip) == style
    ]
    data = {"type": "FeatureCollection", "features": features}
    return folium.GeoJson(data, class_name=f"carte-trajet {style}", control=False, smooth_factor=0)


def _coordinates(item: Arc) -> list[list[float]]:
    return [[round(lon, 3), round(lat, 3)] for lat, lon in item.points]


def _pin(pin: Pin, name: str, popup: str, order: dict[str, int]) -> dict[str, Any]:
    ranks = [order[event.id] for event in pin.events if event.id in order]
    where = {"id": pin.place.id, "nom": name, "lat": pin.lat, "lon": pin.lon}
    happened = [order[event.id] for event in pin.happened if event.id in order]
    return {**where, "sur": pin.firm, "rangs": ranks, "etablis": happened, "fiche": popup}


def _rendered(made: folium.Map, name: str, needed: Iterable[str]) -> Live:
    """Render with ids of our own, for when the `needed` names are there; nothing foreign may come along."""
    figure = made.get_root()
    assert isinstance(figure, Figure)
    _name(figure, name)
    figure.render()
    links = [item.url for item in figure.header._children.values() if isinstance(item, JavascriptLink | CssLink)]
    if links:
        raise ValueError(f"folium asks for {', '.join(links)}")
    script = "\n".join(line.rstrip() for line in figure.script.render().splitlines() if line.strip())
    ready = " && ".join(f"window.{name}" for name in needed)
    return Live(figure.html.render().strip(), _START.format(map=made.get_name(), needed=ready, script=script))


def _name(element: Element, name: str) -> None:
    """Give an element and all below it ids that do not change from build to build."""
    todo, number = [element], 0
    while todo:
        item = todo.pop(0)
        item._id = f"{name}_{number}"
        number += 1
        todo.extend(item._children.values())
