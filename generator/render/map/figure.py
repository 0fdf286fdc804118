"""A map in a page: the drawing, the live map over it, and the files that it loads."""

import posixpath
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import escape

from generator.basemap.lands import Square, lands_near
from generator.link.library import ref_to
from generator.model import Entity, Frame, Status
from generator.render import labels
from generator.render.drafts import named
from generator.render.environment import headline
from generator.render.map.closer import WIDTH, dense, title, within
from generator.render.map.countries import live_basemap
from generator.render.map.drawing import draw, told
from generator.render.map.geometry import Projection, frame_around, widened
from generator.render.map.key import key
from generator.render.map.live import live
from generator.render.map.scene import Pin, Scene, Trip
from generator.render.theme import of_tiles
from generator.routes import href, src_uri
from generator.text.french import typeset
from generator.words import Words

TILES: Final = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
BASEMAP: Final = "assets/carte/fond.js"
SCRIPTS: Final = ("assets/leaflet/leaflet.js", BASEMAP, "assets/carte/vue.js")
CROWD: Final = "assets/carte/foule.js"
STYLES: Final = ("assets/leaflet/leaflet.css", "assets/carte/carte.css")
"""What every page with a map loads, from the site's root; CROWD only one with a crowded map."""


_PHONE_WIDTH: Final = 360.0
_PHONE_RATIO: Final = 0.9


@dataclass(frozen=True, slots=True)
class Figure:
    """A map for one page: the HTML in it, and the path and text of the script of its own."""

    html: str
    path: str
    script: str
    crowded: bool

    @property
    def scripts(self) -> tuple[str, ...]:
        """What its page loads, from the site's root, in this order."""
        return (*SCRIPTS, *((CROWD,) if self.crowded else ()), self.path)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a map is to be like: its page (`src_uri`), the words under it, and what it shows."""

    page: str
    caption: str
    near: frozenset[Square]
    """Where lands are drawn finely: the same for all maps of a site."""
    frame: Frame | None = None
    """What to show; without one all that the scene holds."""
    large: bool = False
    tiles: bool = False
    """Whether a reader may ask for OpenStreetMap's tiles."""


def figure(scene: Scene, sheet: Sheet, words: Words) -> Figure | None:
    """The map of a scene; None where there is nothing to show."""
    if not scene.pins:
        return None
    page = sheet.page
    name = "carte_" + "".join(char if char.isalnum() else "_" for char in page.removesuffix(".md"))
    scene = replace(scene, closer=dense(scene, _phone(scene, sheet)))
    made = live(scene, sheet.frame, name, _popups(scene, page, words), words)
    path = f"assets/carte/{posixpath.splitext(page)[0].replace('/', '-')}.js"
    sizes = {
        "carte": True,
        "carte--grande": sheet.large,
        "carte--foule": scene.crowded,
        "carte--double": bool(scene.closer),
    }
    style = " ".join(name for name, worn in sizes.items() if worn)
    tiles = f' data-tuiles="{TILES}" data-tuiles-mots="{escape(of_tiles(words))}"' if sheet.tiles else ""
    html = (
        f'<figure class="{style}"{tiles}>'
        f'<div class="carte-statique">{_drawings(scene, sheet, name, words)}</div>'
        f'<div class="carte-vive" hidden>{made.html}</div>'
        f"{_closer(scene, scene.closer, sheet, name, words) if scene.closer else ''}"
        f"<figcaption><p>{escape(typeset(sheet.caption))}</p>{key(scene, words, _phone(scene, sheet))}</figcaption>"
        "</figure>"
    )
    return Figure(html, path, made.script, scene.crowded)


def _drawings(scene: Scene, sheet: Sheet, name: str, words: Words) -> str:
    """The same drawing twice, for a page and for a phone, on which the first could not be read."""
    width, ratio = (960.0, 1.5) if sheet.large else (640.0, 1.9)
    wide = widened(sheet.frame, ratio) if sheet.frame else frame_around(scene.extent, ratio)
    lands = lands_near(sheet.near)
    return "".join(
        f'<div class="{style}">{draw(scene, projection, id_, lands, words)}</div>'
        for style, projection, id_ in (
            ("carte-large", Projection(wide, width), name),
            ("carte-etroite", _phone(scene, sheet), f"{name}_etroite"),
        )
    )


def _closer(scene: Scene, frame: Frame, sheet: Sheet, name: str, words: Words) -> str:
    """The region where places crowd, drawn closer; beside the live map, too."""
    part = within(scene, frame)
    drawn = draw(part, Projection(frame, WIDTH), f"{name}_pres", lands_near(sheet.near), words)
    return f'<div class="carte-pres"><p>{escape(typeset(title(part, words)))}</p>{drawn}</div>'


def _phone(scene: Scene, sheet: Sheet) -> Projection:
    return Projection(sheet.frame or frame_around(scene.extent, _PHONE_RATIO), _PHONE_WIDTH)


def shared_files(scene: Scene, frame: Frame | None, words: Words) -> dict[str, bytes]:
    """The files of `docs_dir` that all maps of a site load; `scene` and `frame` are those of the large one."""
    around = frame or frame_around(scene.extent, 1.5)
    return {BASEMAP: live_basemap(lands_near(scene.squares), around, words)}


def _link(entity: Entity, scene: Scene, page: str, words: Words) -> str:
    said = named(headline(entity), entity, scene.drafts, words)
    return f'<a href="{href(src_uri(ref_to(entity)), page)}">{escape(said)}</a>'


def _popups(scene: Scene, page: str, words: Words) -> dict[str, str]:
    """Each pin's popup; in a crowd its heading alone, to which foule.js adds what the page's table says."""
    if scene.crowded:
        return {pin.place.id: _heading(pin, scene, page, words) for pin in scene.pins}
    trips = scene.trips_by_place()
    return {pin.place.id: _popup(pin, trips.get(pin.place.id, ()), scene, page, words) for pin in scene.pins}


def _heading(pin: Pin, scene: Scene, page: str, words: Words) -> str:
    return f'<p class="carte-titre">{_link(pin.place, scene, page, words)}</p>'


def _popup(pin: Pin, trips: tuple[Trip, ...], scene: Scene, page: str, words: Words) -> str:
    lines = [_heading(pin, scene, page, words)]
    none = words.gettext("No event.")
    number = words.ngettext("%(num)s event", "%(num)s events", len(pin.events))
    if 0 < len(pin.happened) < len(pin.events):
        number = words.ngettext(
            "%(events)s, %(num)s of which is established",
            "%(events)s, %(num)s of which are established",
            len(pin.happened),
            events=number,
        )
    lines.append(f"<p>{number}</p><ul>" if pin.events else f"<p>{none}</p>")
    for event in pin.events:
        status = words.gettext(labels.STATUSES[event.status])
        status = "" if event.status is Status.ESTABLISHED else f" ({status})"
        lines.append(f"<li>{escape(words.date(event.date))}{status}<br>{_link(event, scene, page, words)}</li>")
    lines.append("</ul>" if pin.events else "")
    if trips:
        number = words.ngettext("%(num)s journey", "%(num)s journeys", len(trips))
        listed = "".join(f"<li>{escape(told(trip, scene.drafts, words))}</li>" for trip in trips)
        lines.append(f"<p>{number}</p><ul>{listed}</ul>")
    return "".join(lines)
