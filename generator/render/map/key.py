"""The key of a map: what each sign that stands on it means."""

from collections.abc import Iterator

from markupsafe import escape

from generator.model import Status
from generator.render.map.scene import Scene
from generator.text.french import typeset
from generator.words import Words, marked

_SIGNS = {
    "lieu": ("3", marked("place where at least one event is established")),
    "incertain": ("1", marked("place of which everything is only announced, denied or doubtful")),
    "vide": ("", marked("place without an event on this map")),
    "trajet": ("", marked("established journey")),
    "suppose": ("", marked("established journey, its starting point supposed by the editors")),
    "annonce": ("", marked("announced, denied or doubtful journey")),
}
"""Each sign's example and meaning, in the order of the key."""


def key(scene: Scene, words: Words) -> str:
    """The signs of a scene, and no others, as a list in HTML."""
    shown = set(_shown(scene))
    lines = (
        f'<li><span class="carte-cle carte-cle--{sign}" aria-hidden="true">{example}</span> '
        f"{escape(typeset(words.gettext(meaning)))}</li>"
        for sign, (example, meaning) in _SIGNS.items()
        if sign in shown
    )
    return f'<ul class="carte-legende">{"".join(lines)}</ul>'


def _shown(scene: Scene) -> Iterator[str]:
    for pin in scene.pins:
        yield "vide" if not pin.events else "lieu" if pin.firm else "incertain"
    for item in scene.arcs:
        if item.trip.event.status is not Status.ESTABLISHED:
            yield "annonce"
        else:
            yield "suppose" if item.trip.supposed else "trajet"
