"""The timeline for phones: time from top to bottom, what is near in time side by side, titles where there is room."""

from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import escape

from generator.render.room import Room
from generator.render.timeline.layout import Slot, clusters, stacked
from generator.render.timeline.scale import Moment, Scale, duration, gaps, ticks, whole_years
from generator.render.timeline.signs import sign
from generator.render.words import BROAD, wrapped, written
from generator.words import Words

_WIDTH: Final = 360.0
_SIZE: Final = 16.0
_PITCH: Final = 19.0
_COLUMNS: Final = 8
"""Signs side by side at most."""
_AXIS: Final = 46.0
_YEAR: Final = 46.0
"""Height of a year, while they are few."""
_HEIGHTS: Final = (240.0, 920.0)
"""Bounds of the whole height."""
_LETTERS: Final = 13.0
_LEADING: Final = 15.0
_LINES: Final = 3
"""Lines of a title at most."""


def upright(moments: Sequence[Moment], words: Words) -> str:
    """The SVG of at least one moment."""
    years = len(whole_years(moments, 0, 1).years)
    height = min(max(years * _YEAR, _HEIGHTS[0]), _HEIGHTS[1])
    scale = whole_years(moments, _SIZE, height)
    slots = stacked(moments, scale, _SIZE, _COLUMNS)
    whole = height + 2 * _SIZE
    room = Room(_WIDTH, whole)
    for slot in slots:
        left = _left(slot)
        room.fill((left, slot.start, left + _SIZE + 4, slot.end))
    titles = dict(_titles(slots, room))
    label = words.gettext("Timeline")
    return "".join(
        (
            f'<svg class="frise-dessin frise-dessin--haute" viewBox="0 0 {_WIDTH:.0f} {whole:.0f}" role="group" '
            f'aria-label="{escape(label)}">',
            f'<g class="frise-axe" aria-hidden="true">{"".join(_axis(scale, words))}</g>',
            *(
                sign(slot, (_left(slot), slot.start, _left(slot) + _SIZE, slot.end), words, titles.get(slot, ""))
                for slot in slots
            ),
            f'<g class="frise-groupes" aria-hidden="true">{"".join(_groups(slots, room, words))}</g>',
            f'<g class="frise-vides" aria-hidden="true">{"".join(_empty(moments, scale, room, words))}</g></svg>',
        )
    )


def _left(slot: Slot) -> float:
    return _AXIS + 8 + slot.row * _PITCH


def _axis(scale: Scale, words: Words) -> Iterator[str]:
    yield f'<path class="frise-tronc" d="M{_AXIS:.0f},{scale.start:.0f}V{scale.start + scale.length:.0f}"/>'
    for tick in ticks(scale, 18.0, words):
        y = scale.at(tick.day)
        style = "frise-an" if tick.year else "frise-mois"
        yield f'<path d="M2,{y:.1f}H{_WIDTH:.0f}"/>'
        yield f'<text class="{style}" x="2" y="{y + 13:.1f}">{escape(tick.text)}</text>'


def _titles(slots: Sequence[Slot], room: Room) -> Iterator[tuple[Slot, str]]:
    """The title of each event that stands alone in its time, in as few lines as there is room for."""
    alone = [found[0] for found in clusters(slots) if len(found) == 1 and len(found[0].moments) == 1]
    for slot in sorted(alone, key=lambda slot: (not slot.moments[0].milestone, slot.start)):
        if drawn := _lines(slot.moments[0].title, _left(slot) + _SIZE + 6, slot.middle, room, "frise-titre"):
            yield slot, drawn


def _groups(slots: Sequence[Slot], room: Room, words: Words) -> Iterator[str]:
    """How many events stand side by side, where there is room to say it."""
    for found in clusters(slots):
        number = sum(len(slot.moments) for slot in found)
        if number > 1:
            said = words.ngettext("%(num)s event", "%(num)s events", number)
            x = max(_left(slot) for slot in found) + _SIZE + 6
            middle = (min(slot.start for slot in found) + max(slot.end for slot in found)) / 2
            yield _lines(said, x, middle, room, "frise-groupe")


def _empty(moments: Sequence[Moment], scale: Scale, room: Room, words: Words) -> Iterator[str]:
    """The long times without any event, said where they are."""
    for first, last in gaps(moments):
        middle = (scale.at(first) + scale.at(last + 1)) / 2
        said = words.gettext("%(time)s without events", time=duration(first, last, words))
        yield _lines(said, _AXIS + 14, middle, room, "frise-vide")


def _lines(words: str, x: float, middle: float, room: Room, style: str) -> str:
    """A text around the height `middle`, in at most three lines; nothing where there is no room."""
    lines = wrapped(words, int((_WIDTH - 4 - x) / (_LETTERS * BROAD)))
    long = max(map(len, lines)) * _LETTERS * BROAD
    top = middle - _LEADING * len(lines) / 2
    if len(lines) <= _LINES and room.take((x, top, x + long, top + _LEADING * len(lines))):
        return written(lines, x, top + 12, _LEADING, style)
    return ""
