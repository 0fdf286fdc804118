"""The timeline for screens: time from left to right, a lane for each kind of event."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from markupsafe import escape

from generator.model import EventKind
from generator.render import labels
from generator.render.room import Box
from generator.render.timeline.lane import PITCH, TARGET, TITLED, Place, laid
from generator.render.timeline.layout import extent
from generator.render.timeline.scale import Moment, Scale, duration, gaps, ticks, whole_years
from generator.render.timeline.signs import Beside, sign
from generator.render.words import BROAD, written
from generator.text.french import upper_first
from generator.words import Words

_SIZE: Final = 14.0
"""Height of a sign, in pixels of the drawing, and its least length."""
_LEADING: Final = 13.0
_HEAD: Final = 26.0
_PAD: Final = 1.0
_NAMES: Final = 136.0
"""Room for the names of the lanes."""


def lying(moments: Sequence[Moment], words: Words, width: float = 800.0) -> str:
    """The SVG of at least one moment; without room for the lanes' names below 600 pixels.

    Lanes and signs say their rows, by which the script of the timeline closes it up over what filters hide.
    """
    left = _NAMES if width >= 600 else 8.0
    scale = whole_years(moments, left, width - left - 8)
    lanes = [
        (kind, laid(found, scale, left, width))
        for kind in EventKind
        if (found := [moment for moment in moments if moment.kind is kind])
    ]
    rows = [1 + max(place.slot.row for place in places) for _, places in lanes]
    tops = list(accumulate((PITCH * high + 2 * _PAD for high in rows), initial=_HEAD))
    foot = tops[-1]
    label = words.gettext("Timeline")
    parts = [
        f'<svg class="frise-dessin frise-dessin--large" viewBox="0 0 {width:.0f} {foot + 24:.0f}" role="group" '
        f'aria-label="{escape(label)}" data-tete="{_HEAD:.0f}" data-rangee="{PITCH:.0f}" data-bord="{2 * _PAD:.0f}" '
        f'data-gauche="{left:.0f}" data-droite="{width:.0f}" data-titres="{TITLED}">',
        f'<g class="frise-axe" aria-hidden="true">{"".join(_axis(scale, foot, words))}</g>',
        f'<g class="frise-vides" aria-hidden="true">{"".join(_empty(moments, scale, foot + 12, words))}</g>',
    ]
    for (kind, places), high, top in zip(lanes, rows, tops, strict=False):
        name = escape(upper_first(words.gettext(labels.EVENT_KINDS[kind][1])))
        parts.append(f'<g class="frise-voie" data-rangees="{high}">{_rule(top, width)}')
        if left == _NAMES:
            parts.append(f'<text class="frise-genre" x="0" y="{top + _PAD + 18:.1f}" aria-hidden="true">{name}</text>')
        parts += (_drawn(place, top + _PAD, scale, words) for place in places)
        parts.append("</g>")
    parts.append(f'<g class="frise-pied">{_rule(foot, width)}</g></svg>')
    return "".join(parts)


def _rule(y: float, width: float) -> str:
    return f'<path class="frise-couloir" d="M0,{y:.1f}H{width:.1f}"/>'


def _axis(scale: Scale, foot: float, words: Words) -> Iterator[str]:
    for tick in ticks(scale, 36.0, words):
        x = scale.at(tick.day)
        style = "frise-an" if tick.year else "frise-mois"
        yield f'<path d="M{x:.1f},6V{foot:.1f}"/>'
        yield f'<text class="{style}" x="{x + 4:.1f}" y="16">{escape(tick.text)}</text>'


def _empty(moments: Sequence[Moment], scale: Scale, y: float, words: Words) -> Iterator[str]:
    """The long times without any event, measured out at the foot."""
    found = tuple(gaps(moments))
    if found and scale.start == _NAMES:
        none = words.gettext("Without events")
        yield f'<text class="frise-genre" x="0" y="{y + 4:.1f}">{escape(none)}</text>'
    for first, last in found:
        start, end = scale.at(first), scale.at(last + 1)
        long = duration(first, last, words)
        if len(long) * 11 * BROAD < end - start:
            yield (
                f'<path d="M{start:.1f},{y - 4:.1f}v8M{start:.1f},{y:.1f}H{end:.1f}M{end:.1f},{y - 4:.1f}v8"/>'
                f'<text x="{(start + end) / 2:.1f}" y="{y + 4:.1f}">{escape(long)}</text>'
            )


def _drawn(place: Place, top: float, scale: Scale, words: Words) -> str:
    """A sign with what can be hit around it, its title and its way to the map, in a lane that begins at `top`."""
    upper = top + place.slot.row * PITCH
    target = (
        f'<rect class="frise-cible" x="{place.slot.start:.1f}" y="{upper:.1f}" '
        f'width="{place.slot.end - place.slot.start:.1f}" height="{PITCH:.1f}"/>'
    )
    pin = None
    if place.beside and place.slot.moments[0].on_map:
        start = place.beside[1] - TARGET if place.before else place.beside[0]
        pin = (start, upper, start + TARGET, upper + PITCH)
    beside = Beside(target + _title(place, upper), f'data-rangee="{place.slot.row}"', pin)
    return sign(place.slot, _box(place, upper, scale), words, beside)


def _box(place: Place, upper: float, scale: Scale) -> Box:
    """Where the sign itself stands, in the middle of what can be hit: the true length of a span, or its number."""
    slot = place.slot
    start, end = extent(slot.moments[0], scale, _SIZE) if len(slot.moments) == 1 else (slot.start, slot.end)
    return start, upper + (PITCH - _SIZE) / 2, end, upper + (PITCH + _SIZE) / 2


def _title(place: Place, upper: float) -> str:
    """The title in its lines, beside the sign or the way to the map that stands between the two."""
    if not place.beside:
        return ""
    away = TARGET if place.slot.moments[0].on_map else 1.0
    x = place.beside[1] - away if place.before else place.beside[0] + away
    base = upper + PITCH / 2 + 4 - _LEADING * (len(place.lines) - 1) / 2
    return written(place.lines, x, base, _LEADING, "frise-titre frise-avant" if place.before else "frise-titre")
