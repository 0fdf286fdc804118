"""The page that says who met whom: a graph, a matrix, and each pair with its events."""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from math import sqrt
from typing import Final

from generator.link.library import Pair, ref_to
from generator.model import Leader
from generator.render.desk import Desk, PageFile
from generator.render.drafts import named
from generator.render.graph import STYLE, Person, Tie, draw, ordered
from generator.routes import MEETINGS, Ref, href, src_uri
from generator.text.french import typeset
from generator.words import Words

_DRAWN: Final = 10
"""People in the graph at most, so that no number lies on another: those who met most. The matrix has them all."""

_ABREAST: Final = 6
"""Columns that have room for names written across; on a phone they are always written upwards."""
_SIZES: Final = 5


def meetings(desk: Desk) -> PageFile:
    """Who met whom: a matrix, and under it each pair with its events."""
    pairs, words = desk.library.pairs, desk.words
    weights = Counter(
        leader.id for pair in pairs for leader in (pair.one, pair.other) for _ in (*pair.meetings, *pair.calls)
    )
    met = sorted((x for x in desk.library.leaders if x.id in weights), key=lambda leader: -weights[leader.id])
    by_ids = {frozenset((pair.one.id, pair.other.id)): pair for pair in pairs}
    most = max((number for pair in pairs for number in (len(pair.meetings), len(pair.calls))), default=1)
    matrix = [
        {
            "leader": row,
            "cells": [_cell(by_ids.get(frozenset((row.id, x.id))), words, row is x, most) for x in met],
        }
        for row in met
    ]
    meta = {
        "title": words.gettext("Who met whom"),
        "description": words.gettext("The meetings and calls established by the articles, person by person."),
        "section": words.gettext("Meetings"),
        "page_kind": "meetings",
        "stylesheets": [STYLE],
    }
    shown = met[:_DRAWN]
    return desk.page(
        "meetings.md.j2",
        MEETINGS,
        meta,
        pairs=[(pair, _anchor(pair)) for pair in pairs],
        met=met,
        matrix=matrix,
        crowded=len(met) > _ABREAST,
        graph=graph_of(shown, pairs, words, desk.library.drafts),
        drawn=len(shown),
        sources=len(desk.library.articles),
    )


def graph_of(leaders: Sequence[Leader], pairs: Sequence[Pair], words: Words, drafts: Set[Ref] = frozenset()) -> str:
    """The graph of some leaders, who met or telephoned each other; nothing where there is no pair."""
    names = {leader.id: named(typeset(leader.name), leader, drafts, words) for leader in leaders}
    people = [Person(leader.id, names[leader.id], href(src_uri(ref_to(leader)), MEETINGS)) for leader in leaders]
    known = {person.id for person in people}
    ties = [
        Tie(pair.one.id, pair.other.id, len(pair.meetings), len(pair.calls), _anchor(pair))
        for pair in pairs
        if {pair.one.id, pair.other.id} <= known
    ]
    return draw(ordered(people, ties), ties, words) if ties else ""


def _anchor(pair: Pair) -> str:
    """Where a pair's events are listed on the page."""
    return f"{pair.one.id}--{pair.other.id}"


@dataclass(frozen=True, slots=True)
class Count:
    """How often two people met, or telephoned: a ring in the matrix."""

    number: int
    said: str
    """The number with what it counts."""
    form: str
    """The end of a class name: full rings are meetings, broken ones calls."""
    size: int
    """Beside the other rings, from 1 to 5: their surfaces compare."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where two leaders cross in the table of meetings: what to count, and where it is listed."""

    counts: tuple[Count, ...] = ()
    anchor: str = ""
    same: bool = False
    """A leader crosses himself here."""


def _cell(pair: Pair | None, words: Words, same: bool, most: int) -> Cell:
    if pair is None:
        return Cell(same=same)
    met, called = len(pair.meetings), len(pair.calls)
    counts = (
        Count(met, words.ngettext("%(num)s meeting", "%(num)s meetings", met), "met", _size(met, most)),
        Count(
            called,
            words.ngettext("%(num)s telephone call", "%(num)s telephone calls", called),
            "called",
            _size(called, most),
        ),
    )
    return Cell(tuple(count for count in counts if count.number), _anchor(pair))


def _size(number: int, most: int) -> int:
    return max(1, round(_SIZES * sqrt(number / most)))
