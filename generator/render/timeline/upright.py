"""The timeline for phones: time to scale from top to bottom, and beside it a row for each event, large enough to touch.

A line leads from the days of an event on the axis to its row. Where the rows would be too many, all that happened in
a year is one, or in as many years as it takes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from markupsafe import escape

from generator.render.timeline.layout import Slot, spread
from generator.render.timeline.scale import YEARS, Moment, Scale, duration, gaps, ticks, whole_years
from generator.render.timeline.signs import sign, told
from generator.render.words import BROAD, wrapped, written
from generator.words import Words

_WIDTH: Final = 330.0
"""That of a drawing which is shown between 288 pixels wide, on the narrowest phone, and 380."""
_SIZE: Final = 16.0
_ROW: Final = 28.0
"""Least height of a row: 24 pixels on the narrowest phone, which a finger needs (WCAG 2.5.8)."""
_AXIS: Final = 56.0
_SIGNS: Final = 77.0
"""Where the signs of the rows stand."""
_TEXT: Final = _SIGNS + _SIZE + 6
_YEAR: Final = 46.0
"""Height of a year, while they are few."""
_HEIGHTS: Final = (240.0, 1400.0)
"""Bounds of the height of time."""
_LETTERS: Final = 12.5
_LEADING: Final = 14.5
_SMALL: Final = 10.5


@dataclass(frozen=True, slots=True)
class _Row:
    """What one row says: the events for which it stands, its words in lines, and the date of a single one."""

    moments: tuple[Moment, ...]
    lines: tuple[str, ...]
    when: str = ""

    @property
    def height(self) -> float:
        return max(_ROW, _LEADING * (len(self.lines) + bool(self.when)) + 5)

    @property
    def days(self) -> tuple[int, int]:
        """Its first day, and the day after its last."""
        return min(moment.first for moment in self.moments), max(moment.last for moment in self.moments) + 1


def upright(moments: Sequence[Moment], words: Words) -> str:
    """The SVG of at least one moment."""
    found = _rows(moments, words)
    years = len(whole_years(moments, 0, 1).years)
    height = max(min(max(years * _YEAR, _HEIGHTS[0]), _HEIGHTS[1]), sum(row.height for row in found))
    scale = whole_years(moments, _SIZE / 2, height)
    rows = sorted(found, key=lambda row: (_middle(row, scale), row.days, row.moments[0].id))
    starts = spread([(_middle(row, scale), row.height) for row in rows], scale.start, scale.start + height)
    label = words.gettext("Timeline")
    return "".join(
        (
            f'<svg class="frise-dessin frise-dessin--haute" viewBox="0 0 {_WIDTH:.0f} {height + _SIZE:.0f}" '
            f'role="group" aria-label="{escape(label)}">',
            f'<g class="frise-axe" aria-hidden="true">{"".join(_axis(scale, words))}</g>',
            f'<g class="frise-vides" aria-hidden="true">{"".join(_empty(moments, scale, words))}</g>',
            *(
                _drawn(number, row, start, scale, words)
                for number, (row, start) in enumerate(zip(rows, starts, strict=True))
            ),
            "</svg>",
        )
    )


def _middle(row: _Row, scale: Scale) -> float:
    first, end = row.days
    return (scale.at(first) + scale.at(end)) / 2


def _rows(moments: Sequence[Moment], words: Words) -> list[_Row]:
    """A row for each event, or for those of a year or of some years: so that all are no higher than time may be."""
    single = [_row((moment,), words) for moment in moments]
    steps = ([_row(tuple(found), words) for _, found in _by_years(moments, step)] for step in YEARS)
    return next(rows for rows in (single, *steps) if sum(row.height for row in rows) <= _HEIGHTS[1])


def _by_years(moments: Sequence[Moment], step: int) -> Iterator[tuple[int, Iterator[Moment]]]:
    def years(moment: Moment) -> int:
        return date.fromordinal(moment.first).year // step

    yield from groupby(sorted(moments, key=lambda moment: (moment.first, moment.last, moment.id)), years)


def _row(moments: tuple[Moment, ...], words: Words) -> _Row:
    said, when = (moments[0].title, moments[0].when) if len(moments) == 1 else (told(moments, words), "")
    return _Row(moments, wrapped(said, int((_WIDTH - 2 - _TEXT) / (_LETTERS * BROAD))), when)


def _drawn(number: int, row: _Row, top: float, scale: Scale, words: Words) -> str:
    """A row: its days on the axis, the line to its sign, the sign, its words, and the whole of it to touch."""
    first, end = (scale.at(day) for day in row.days)
    middle = top + row.height / 2
    line = f"M{_AXIS + 3:.0f},{(first + end) / 2:.1f}H{_AXIS + 6:.0f}L{_SIGNS - 5:.0f},{middle:.1f}H{_SIGNS - 1:.0f}"
    span = f"M{_AXIS + 3:.0f},{first:.1f}V{end:.1f}" if end - first > 2 else f"M{_AXIS - 3:.0f},{first:.1f}h6"
    base = middle - _LEADING * (len(row.lines) + bool(row.when) - 1) / 2 + 4.5
    foot = base + _LEADING * len(row.lines)
    when = f'<text class="frise-quand" x="{_TEXT:.0f}" y="{foot:.1f}">{escape(row.when)}</text>' if row.when else ""
    style = "frise-titre" if len(row.moments) == 1 else "frise-titre frise-groupe"
    label = (
        f'<path class="frise-renvoi" d="{span}{line}"/>'
        f'<rect class="frise-cible" x="{_SIGNS - 6:.0f}" y="{top:.1f}" width="{_WIDTH - _SIGNS + 6:.0f}" '
        f'height="{row.height:.1f}"/>{written(row.lines, _TEXT, base, _LEADING, style)}{when}'
    )
    box = (_SIGNS, middle - _SIZE / 2, _SIGNS + _SIZE, middle + _SIZE / 2)
    return sign(Slot(row.moments, number, top, top + row.height), box, words, label)


def _axis(scale: Scale, words: Words) -> Iterator[str]:
    yield f'<path class="frise-tronc" d="M{_AXIS:.0f},{scale.start:.0f}V{scale.start + scale.length:.0f}"/>'
    for tick in ticks(scale, 60.0, words):
        y = scale.at(tick.day)
        style = "frise-an" if tick.year else "frise-mois"
        yield f'<path d="M2,{y:.1f}H{_AXIS:.0f}"/>'
        yield f'<text class="{style}" x="2" y="{y + 13:.1f}">{escape(tick.text)}</text>'


def _empty(moments: Sequence[Moment], scale: Scale, words: Words) -> Iterator[str]:
    """The long times without any event, measured out along the axis."""
    x = _AXIS - 8
    for first, last in gaps(moments):
        start, end = scale.at(first), scale.at(last + 1)
        long = duration(first, last, words)
        said = (words.gettext("%(time)s without events", time=long), long)
        fitting = next((text for text in said if len(text) * _SMALL * BROAD < end - start), "")
        yield f'<path class="frise-vide-axe" d="M{_AXIS:.0f},{start:.1f}V{end:.1f}"/>'
        if fitting:
            middle = (start + end) / 2
            yield (
                f'<text class="frise-vide" transform="translate({x:.0f} {middle:.1f}) rotate(-90)">'
                f"{escape(fitting)}</text>"
            )
