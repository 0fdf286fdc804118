"""The timeline for phones: a row for each event along the axis, its date and its title read together.

A row takes the room that its words need; between two rows, time is everywhere to the same scale, so that long times
without events stay as long as they are. Where the rows would be too many, all that happened in a year is one, or in
as many years as it takes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from markupsafe import escape

from generator.render.timeline.layout import Slot
from generator.render.timeline.scale import YEARS, Moment, Tick, duration, gaps, ticks, whole_years
from generator.render.timeline.signs import Beside, sign, told
from generator.render.words import BROAD, wrapped, written
from generator.words import Words

_WIDTH: Final = 330.0
"""That of a drawing which is shown between 288 pixels wide, on the narrowest phone, and 380."""
_SIZE: Final = 16.0
_ROW: Final = 28.0
"""Least height of a row: 24 pixels on the narrowest phone, which a finger needs (WCAG 2.5.8)."""
_AXIS: Final = 48.0
_TEXT: Final = _AXIS + _SIZE / 2 + 8
_TOP: Final = 6.0
_PAD: Final = 4.0
"""Room over the words of a row."""
_YEAR: Final = 36.0
"""Height of a year without events, while they are few."""
_HEIGHTS: Final = (240.0, 480.0)
"""Bounds of the height of time without its rows."""
_ROWS: Final = 1400.0
"""What all rows together are high at most."""
_PIN: Final = 28.0
"""Room at the end of a row for its way to the map."""
_MARK: Final = 20.0
"""Least distance of two marks of the axis."""
_LETTERS: Final = 12.5
_LEADING: Final = 15.0


@dataclass(frozen=True, slots=True)
class _Row:
    """What one row says: the events for which it stands, its words in lines, and the date of a single one."""

    moments: tuple[Moment, ...]
    lines: tuple[str, ...]
    when: str = ""

    @property
    def height(self) -> float:
        return max(_ROW, _LEADING * (len(self.lines) + bool(self.when)) + 2 * _PAD)

    @property
    def day(self) -> int:
        return self.moments[0].first

    @property
    def end(self) -> int:
        """The day after its last."""
        return max(moment.last for moment in self.moments) + 1


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row or a mark of the axis, and where it begins."""

    piece: _Row | Tick
    top: float


def upright(moments: Sequence[Moment], words: Words) -> str:
    """The SVG of at least one moment.

    Rows and marks say their days and heights, from which the script of the timeline lays them out anew, by the rule
    of `_laid`, once a filter has left some of them only.
    """
    rows = _rows(sorted(moments, key=lambda moment: (moment.first, moment.last, moment.id)), words)
    years = len(whole_years(moments, 0, 1).years)
    scale = whole_years(moments, 0, max(_HEIGHTS[0], min(years * _YEAR, _HEIGHTS[1])))
    day = round(scale.length / (scale.last + 1 - scale.first), 6)
    placed, foot = _laid([*ticks(scale, _MARK, words), *rows], scale.first, day)
    label = words.gettext("Timeline")
    return "".join(
        (
            f'<svg class="frise-dessin frise-dessin--haute" viewBox="0 0 {_WIDTH:.0f} {foot:.1f}" role="group" '
            f'aria-label="{escape(label)}" data-debut="{scale.first}" data-echelle="{day:.6f}" '
            f'data-bord="{_TOP:.0f}" data-pas="{_MARK:.0f}">',
            '<g class="frise-axe" aria-hidden="true">',
            f'<path class="frise-tronc" d="M{_AXIS:.0f},{_TOP:.0f}V{foot:.1f}"/></g>',
            f'<g class="frise-vides" aria-hidden="true">{"".join(_empty(moments, placed, words))}</g>',
            *(_drawn(number, each, words) for number, each in enumerate(placed)),
            "</svg>",
        )
    )


def _rows(moments: Sequence[Moment], words: Words) -> list[_Row]:
    """A row for each event, or for those of a year or of some years: so that all are no higher than they may be."""
    single = [_row((moment,), words) for moment in moments]
    steps = ([_row(tuple(found), words) for _, found in _by_years(moments, step)] for step in YEARS)
    return next(rows for rows in (single, *steps) if sum(row.height for row in rows) <= _ROWS)


def _by_years(moments: Sequence[Moment], step: int) -> Iterator[tuple[int, Iterator[Moment]]]:
    def years(moment: Moment) -> int:
        return date.fromordinal(moment.first).year // step

    yield from groupby(moments, years)


def _row(moments: tuple[Moment, ...], words: Words) -> _Row:
    said, when = (moments[0].title, moments[0].when) if len(moments) == 1 else (told(moments, words), "")
    return _Row(moments, wrapped(said, int((_WIDTH - _PIN - _TEXT) / (_LETTERS * BROAD))), when)


def _laid(pieces: Sequence[_Row | Tick], first: int, day: float) -> tuple[list[_Placed], float]:
    """Where each begins in the order of their days, and where all end: as far apart as the days between them.

    Days that an event takes need no room beside that of its row. No mark stands on another.
    """
    placed: list[_Placed] = []
    top, reached, free = _TOP, first, 0.0
    for piece in sorted(pieces, key=lambda piece: piece.day):
        top += day * max(0, piece.day - reached)
        reached = max(reached, piece.day)
        if isinstance(piece, Tick):
            top = max(top, free)
            free = top + _MARK
        placed.append(_Placed(piece, top))
        if isinstance(piece, _Row):
            top += piece.height
            reached = max(reached, piece.end)
    return placed, max(top, free)


def _drawn(number: int, placed: _Placed, words: Words) -> str:
    piece, at = placed.piece, f'transform="translate(0 {placed.top:.1f})" data-jour="{placed.piece.day}"'
    if isinstance(piece, Tick):
        style = "frise-an" if piece.year else "frise-mois"
        return (
            f'<g class="frise-axe frise-marque" aria-hidden="true" {at}><path d="M2,0H{_AXIS:.0f}"/>'
            f'<text class="{style}" x="2" y="15">{escape(piece.text)}</text></g>'
        )
    base = _PAD + 11
    when = f'<text class="frise-quand" x="{_TEXT:.0f}" y="{base:.1f}">{escape(piece.when)}</text>' if piece.when else ""
    style = "frise-titre" if piece.when else "frise-titre frise-groupe"
    start, end = _AXIS - _SIZE / 2 - 4, _WIDTH - _PIN
    label = (
        f'<rect class="frise-cible" x="{start:.0f}" y="0" width="{end - start:.0f}" height="{piece.height:.1f}"/>'
        f"{when}{written(piece.lines, _TEXT, base + _LEADING * bool(piece.when), _LEADING, style)}"
    )
    box = (_AXIS - _SIZE / 2, _PAD - 1, _AXIS + _SIZE / 2, _PAD - 1 + _SIZE)
    slot = Slot(piece.moments, number, placed.top, placed.top + piece.height)
    pin = (end, 0.0, _WIDTH, piece.height) if piece.when and piece.moments[0].on_map else None
    where = f'{at} data-fin="{piece.end}" data-haut="{piece.height:.1f}"'
    return sign(slot, box, words, Beside(label, where, pin))


def _empty(moments: Sequence[Moment], placed: Sequence[_Placed], words: Words) -> Iterator[str]:
    """The long times without any event, between two rows: the axis broken, and how long they are."""
    before = {last + 1: (first, last) for first, last in gaps(moments)}
    foot = 0.0
    for each in placed:
        if not isinstance(each.piece, _Row):
            continue
        if gap := before.pop(each.piece.day, None):
            yield f'<path class="frise-vide-axe" d="M{_AXIS:.0f},{foot:.1f}V{each.top:.1f}"/>'
            if each.top - foot >= _LEADING:
                said = words.gettext("%(time)s without events", time=duration(*gap, words))
                y = (foot + each.top) / 2 + 4
                yield f'<text class="frise-vide" x="{_TEXT:.0f}" y="{y:.1f}">{escape(said)}</text>'
        foot = each.top + each.piece.height
