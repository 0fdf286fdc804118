"""The timeline for screens: time from left to right, a lane for each kind of event."""

from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import escape

from generator.model import EventKind
from generator.render import labels
from generator.render.room import Box, Room
from generator.render.timeline.layout import Slot, extent, stacked
from generator.render.timeline.scale import Moment, Scale, duration, gaps, ticks, whole_years
from generator.render.timeline.signs import sign
from generator.render.words import BROAD
from generator.text.french import upper_first
from generator.words import Words

_SIZE: Final = 14.0
"""Height of a sign, in pixels of the drawing, and its least length."""
_TARGET: Final = 28.0
"""Width and height of what a pointer can hit: still 24 pixels where the drawing is shown at its narrowest."""
_PITCH: Final = _TARGET
_ROWS: Final = 3
"""Rows that a lane has at most."""
_LETTERS: Final = 12.0
_HEAD: Final = 26.0
_PAD: Final = 1.0
_NAMES: Final = 136.0
"""Room for the names of the lanes."""


def lying(moments: Sequence[Moment], words: Words, width: float = 800.0) -> str:
    """The SVG of at least one moment; without room for the lanes' names below 600 pixels."""
    left = _NAMES if width >= 600 else 8.0
    scale = whole_years(moments, left, width - left - 8)
    lanes = [
        (kind, stacked(found, scale, _TARGET, _ROWS))
        for kind in EventKind
        if (found := [moment for moment in moments if moment.kind is kind])
    ]
    tops = [_HEAD]
    for _, slots in lanes:
        tops.append(tops[-1] + _PITCH * (1 + max(slot.row for slot in slots)) + 2 * _PAD)
    foot = tops[-1]
    label = words.gettext("Timeline")
    parts = [
        f'<svg class="frise-dessin frise-dessin--large" viewBox="0 0 {width:.0f} {foot + 24:.0f}" role="group" '
        f'aria-label="{escape(label)}">',
        f'<g class="frise-axe" aria-hidden="true">{"".join(_axis(scale, foot, words))}</g>',
        f'<g class="frise-vides" aria-hidden="true">{"".join(_empty(moments, scale, foot + 12, words))}</g>',
    ]
    for (kind, slots), top in zip(lanes, tops, strict=False):
        name = escape(upper_first(words.gettext(labels.EVENT_KINDS[kind][1])))
        parts.append(f'<path class="frise-couloir" d="M0,{top:.1f}H{width:.1f}"/>')
        if left == _NAMES:
            parts.append(f'<text class="frise-genre" x="0" y="{top + _PAD + 18:.1f}" aria-hidden="true">{name}</text>')
        parts += _signs(slots, top + _PAD, scale, (left, width), words)
    parts.append(f'<path class="frise-couloir" d="M0,{foot:.1f}H{width:.1f}"/></svg>')
    return "".join(parts)


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


def _signs(slots: Sequence[Slot], top: float, scale: Scale, edges: tuple[float, float], words: Words) -> Iterator[str]:
    """The signs of a lane, each with its title where there is room between two edges; milestones choose first."""
    boxes = {slot: _box(slot, top, scale) for slot in slots}
    room = Room(edges[1], top + (_ROWS + 1) * _PITCH)
    for slot in slots:
        room.fill((slot.start, top + slot.row * _PITCH, slot.end, top + (slot.row + 1) * _PITCH))
    titles = {
        slot: title
        for slot in sorted(slots, key=lambda slot: (not slot.moments[0].milestone, slot.start))
        if len(slot.moments) == 1 and (title := _title(slot, boxes[slot], room, edges[0]))
    }
    for slot in slots:
        yield sign(slot, boxes[slot], words, _target(slot, top) + titles.get(slot, ""))


def _box(slot: Slot, top: float, scale: Scale) -> Box:
    """Where the sign itself stands, in the middle of what can be hit: the true length of a span, or its number."""
    first = slot.moments[0]
    start, end = extent(first, scale, _SIZE) if len(slot.moments) == 1 else (slot.start, slot.end)
    upper = top + slot.row * _PITCH + (_PITCH - _SIZE) / 2
    return start, upper, end, upper + _SIZE


def _target(slot: Slot, top: float) -> str:
    return (
        f'<rect class="frise-cible" x="{slot.start:.1f}" y="{top + slot.row * _PITCH:.1f}" '
        f'width="{slot.end - slot.start:.1f}" height="{_PITCH:.1f}"/>'
    )


def _title(slot: Slot, box: Box, room: Room, edge: float) -> str:
    """The title of an event beside its sign; nothing where it would lie on something."""
    left, upper, right, _ = box
    title = slot.moments[0].title
    long = len(title) * _LETTERS * BROAD
    for start, x, anchor in ((right + 8, right + 8, "start"), (left - 8 - long, left - 8, "end")):
        if start >= edge and room.take((start, upper, start + long, upper + _SIZE)):
            return (
                f'<text class="frise-titre" x="{x:.1f}" y="{upper + 11:.1f}" text-anchor="{anchor}" '
                f'aria-hidden="true">{escape(title)}</text>'
            )
    return ""
