"""The key of a map: what each sign that stands on it means."""

import math
from collections.abc import Iterator
from typing import Final

from markupsafe import escape

from generator.model import Status
from generator.render.map.geometry import Projection
from generator.render.map.scene import Scene
from generator.text.french import typeset
from generator.words import Words, marked

_NEAR: Final = 16.0
"""Pixels between two places below which one sign stands for both: that of vue.js."""
_SIGNS = {
    "lieu": ("3", marked("place where at least one event is established")),
    "incertain": ("1", marked("place of which everything is only announced, denied or doubtful")),
    "vide": ("", marked("place without an event on this map")),
    "trajet": ("", marked("established journey")),
    "suppose": ("", marked("established journey, its starting point supposed by the editors")),
    "annonce": ("", marked("announced, denied or doubtful journey")),
    "groupe": ("5", marked("several places, too near each other to be told apart")),
}
"""Each sign's example and meaning, in the order of the key."""


def key(scene: Scene, words: Words, smallest: Projection) -> str:
    """The signs of a scene, and no others, as a list in HTML; `smallest` is its smallest drawing."""
    shown = {*_shown(scene), *(["groupe"] if _grouped(scene, smallest) else [])}
    lines = (
        f'<li class="carte-dit--{sign}"><span class="carte-cle carte-cle--{sign}" aria-hidden="true">{example}</span> '
        f"{escape(typeset(words.gettext(meaning)))}</li>"
        for sign, (example, meaning) in _SIGNS.items()
        if sign in shown
    )
    return f'<ul class="carte-legende">{"".join(lines)}</ul>'


def _grouped(scene: Scene, projection: Projection) -> bool:
    """Whether the live map, on a phone, shows some places as one; a drawing shows each."""
    points = sorted(projection.point(pin.lat, pin.lon) for pin in scene.pins)
    for number, point in enumerate(points):
        for other in points[number + 1 :]:
            if other[0] - point[0] >= _NEAR:
                break
            if math.dist(point, other) < _NEAR:
                return True
    return False


def _shown(scene: Scene) -> Iterator[str]:
    for pin in scene.pins:
        yield "vide" if not pin.events else "lieu" if pin.firm else "incertain"
    for item in scene.arcs:
        if item.trip.event.status is not Status.ESTABLISHED:
            yield "annonce"
        else:
            yield "suppose" if item.trip.supposed else "trajet"
