"""Who met whom, drawn: names in a column, an arc for each pair; meetings on the right, calls on the left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import escape

from generator.render.words import BROAD, wrapped, written
from generator.text.french import typeset
from generator.words import Words

STYLE: Final = "assets/rencontres/graphe.css"
_WIDTH: Final = 360.0
_NAMES: Final = (100.0, 250.0)
"""From where to where the names stand."""
_LETTERS: Final = 14.0
_LEADING: Final = 16.0
_HEAD: Final = 30.0
_STEP: Final = 44.0
"""How far an arc between neighbours bulges; one over more rows goes further, as far as there is room."""
_WIDEST: Final = 9.0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who met or telephoned somebody, and the address of the page about him."""

    id: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Tie:
    """How often two people met and telephoned, and the anchor under which it is listed."""

    one: str
    other: str
    meetings: int
    calls: int
    anchor: str


def ordered(people: Sequence[Person], ties: Sequence[Tie]) -> tuple[Person, ...]:
    """People so that who is closely tied stands close: each time whoever is tied most to those before him."""
    left, placed = list(people), list[Person]()
    while left:
        before = {person.id for person in placed}
        strongest = max(left, key=lambda person: _strength(person.id, before, ties))
        left.remove(strongest)
        placed.append(strongest)
    return tuple(placed)


def _strength(id_: str, others: set[str], ties: Sequence[Tie]) -> int:
    mine = (tie for tie in ties if id_ in (tie.one, tie.other))
    return sum(tie.meetings + tie.calls for tie in mine if {tie.one, tie.other} - {id_} <= others)


def draw(people: Sequence[Person], ties: Sequence[Tie], words: Words) -> str:
    """The SVG of at least two people, in the order given; every mark is a link."""
    lines = {person.id: wrapped(person.name, int((_NAMES[1] - _NAMES[0]) / (_LETTERS * BROAD))) for person in people}
    pitch = _LEADING * max(map(len, lines.values())) + 16
    rows = {person.id: _HEAD + (number + 0.5) * pitch for number, person in enumerate(people)}
    names = {person.id: person.name for person in people}
    height = _HEAD + pitch * len(people)
    heads = (
        (words.gettext("Telephone calls"), (_NAMES[0] / 2)),
        (words.gettext("Meetings"), (_WIDTH + _NAMES[1]) / 2),
    )
    label = words.gettext("Graph of meetings and telephone calls")
    return "".join(
        (
            f'<svg class="graphe" viewBox="0 0 {_WIDTH:.0f} {height:.0f}" role="group" aria-label="{escape(label)}">',
            *(f'<text class="graphe-cote" x="{x:.0f}" y="16" aria-hidden="true">{head}</text>' for head, x in heads),
            *_arcs(_told(ties, names, words), rows, pitch),
            *(_name(person, lines[person.id], rows[person.id]) for person in people),
            "</svg>",
        )
    )


def _name(person: Person, lines: Sequence[str], y: float) -> str:
    top = y - _LEADING * len(lines) / 2 + 12
    text = written(lines, sum(_NAMES) / 2, top, _LEADING, "graphe-nom")
    return (
        f'<a class="graphe-personne" role="link" xlink:href="{escape(person.href)}">'
        f"<title>{escape(typeset(person.name))}</title>{text}</a>"
    )


@dataclass(frozen=True, slots=True)
class _Arc:
    """The meetings or the calls of two people: how many, on which side they are drawn, and what is said of them."""

    tie: Tie
    number: int
    side: int
    words: str


def _told(ties: Sequence[Tie], names: dict[str, str], words: Words) -> list[_Arc]:
    """What there is to draw, in the order of the ties."""
    found = []
    for tie in ties:
        pair = {"one": typeset(names[tie.one]), "other": typeset(names[tie.other])}
        if tie.meetings:
            said = words.ngettext(
                "%(one)s and %(other)s: %(num)s meeting",
                "%(one)s and %(other)s: %(num)s meetings",
                tie.meetings,
                **pair,
            )
            found.append(_Arc(tie, tie.meetings, 1, said))
        if tie.calls:
            said = words.ngettext(
                "%(one)s and %(other)s: %(num)s telephone call",
                "%(one)s and %(other)s: %(num)s telephone calls",
                tie.calls,
                **pair,
            )
            found.append(_Arc(tie, tie.calls, -1, said))
    return found


def _arcs(arcs: Sequence[_Arc], rows: dict[str, float], pitch: float) -> Iterator[str]:
    """The arcs, the wide ones first, so that none hides a smaller one."""
    wide = {arc.tie: abs(rows[arc.tie.one] - rows[arc.tie.other]) for arc in arcs}
    longest = max(wide.values())
    for arc in sorted(arcs, key=lambda arc: -wide[arc.tie]):
        bulge = min(_STEP, (_NAMES[0] - 18) * pitch / longest) * wide[arc.tie] / pitch
        ends = sorted((rows[arc.tie.one], rows[arc.tie.other]))
        yield _arc(arc.tie, ends, arc.number, arc.side * bulge, arc.words)


def _arc(tie: Tie, ends: Sequence[float], number: int, bulge: float, words: str) -> str:
    x = _NAMES[1] if bulge > 0 else _NAMES[0]
    start, end = ends
    path = (
        f"M{x:.0f},{start:.1f}C{x + bulge * 4 / 3:.1f},{start:.1f} {x + bulge * 4 / 3:.1f},{end:.1f} {x:.0f},{end:.1f}"
    )
    thick = min(1.5 * number, _WIDEST)
    middle = (start + end) / 2
    style = "graphe-rencontre" if bulge > 0 else "graphe-appel"
    return (
        f'<a class="graphe-lien {style}" role="link" xlink:href="#{escape(tie.anchor)}"><title>{escape(words)}</title>'
        f'<path class="graphe-prise" d="{path}"/><path class="graphe-arc" d="{path}" stroke-width="{thick:g}"/>'
        f'<circle cx="{x + bulge:.1f}" cy="{middle:.1f}" r="9"/>'
        f'<text x="{x + bulge:.1f}" y="{middle + 4.5:.1f}" aria-hidden="true">{number}</text></a>'
    )
