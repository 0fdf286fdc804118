"""The values of claims: how each kind is read, and when two of a kind agree."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final, TypeAlias

from generator.claims.records import Property, Statement
from generator.dates import Edtf, Precision, members, parse, season
from generator.diagnostics import nearest
from generator.model import Status
from generator.text.french import fold

_SECOND: Final = Fraction(1)
_DAY: Final = 86_400 * _SECOND
_YEAR: Final = Fraction("365.2425") * _DAY
_UNITS: Final[Mapping[str, tuple[str, Fraction]]] = {
    **dict.fromkeys(("an", "annee"), ("durée", _YEAR)),
    "mois": ("durée", _YEAR / 12),
    "semaine": ("durée", 7 * _DAY),
    "jour": ("durée", _DAY),
    **dict.fromkeys(("heure", "h"), ("durée", _DAY / 24)),
    **dict.fromkeys(("minute", "min"), ("durée", 60 * _SECOND)),
    "seconde": ("durée", _SECOND),
    **dict.fromkeys(("kilometre", "km"), ("longueur", Fraction(1000))),
    **dict.fromkeys(("metre", "m"), ("longueur", Fraction(1))),
    **dict.fromkeys(("tonne", "t"), ("masse", Fraction(1000))),
    **dict.fromkeys(("kilogramme", "kilo", "kg"), ("masse", Fraction(1))),
}
"""Units that convert, folded and in the singular, with what they measure and their size; others stand alone."""
_NUMBER: Final = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_MEASURE: Final = re.compile(
    rf"(?:(?P<bound>au moins|plus de|au plus|moins de|environ|près de|entre|de) )?(?P<one>{_NUMBER})"
    rf"(?: (?:à|et) (?P<other>{_NUMBER}))?",
    re.IGNORECASE,
)
_GROUPED: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?!\d)")
"""Three digits behind a point, which groups thousands in one paper, and begins a fraction in another."""
_ABOUT: Final = Fraction(1, 10)
"""How far « environ » reaches, on either side."""
_SLACK: Final[Mapping[Precision, int]] = {
    Precision.DAY: 1,
    Precision.MONTH: 31,
    Precision.YEAR: 366,
    Precision.SPAN: 31,
}
"""How far an approximate date reaches on either side, in days."""
_SEASONS: Final[Mapping[int, tuple[tuple[int, int], int]]] = {
    21: ((3, 1), 113),
    22: ((6, 1), 115),
    23: ((9, 1), 113),
    24: ((12, 1), 111),
}
"""The month and the day on which a season begins at the earliest, and how many days later it has ended for anybody.

Some count seasons by whole months, others by the sun.
"""
_FACT: Final = frozenset({Status.ESTABLISHED, Status.ANNOUNCED})
"""An event that was announced may also have taken place; one that was denied or is doubtful may not."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number may mean, in the base unit of what it measures; None is without bound."""

    dimension: str
    low: Fraction | None
    high: Fraction | None
    below: bool = False
    """Whether `high` itself is no longer meant: « 12 ans » end where the thirteenth is complete."""
    above: bool = False
    """Whether `low` itself is not meant: « plus de 12 »."""


Reading: TypeAlias = Edtf | Measure | Status | frozenset[str] | str
"""A value as it is compared: a date, a measure, a status, ids of participants; or an id or words."""


def read(statement: Statement) -> Reading:
    """The value of a statement.

    Raises ValueError with what is expected, in French, where it cannot be read as its property wants it.
    """
    if statement.property is Property.PARTICIPANTS:
        return frozenset(statement.value)
    if len(statement.value) != 1:
        raise ValueError(f"« {', '.join(statement.value)} » : une seule valeur est attendue ici")
    (value,) = statement.value
    match statement.property:
        case Property.DATE:
            return parse(value)
        case Property.NUMBER:
            return _measure(value, statement.unit or "")
        case Property.STATUS:
            if value not in set(Status):
                near = nearest(value, Status)
                meant = f" (vouliez-vous dire « {near} » ?)" if near else ""
                raise ValueError(f"« {value} » n’est pas un statut{meant} ; attendu : {', '.join(Status)}")
            return Status(value)
        case Property.TEXT | Property.FIRST | Property.LAST:
            return " ".join(re.findall(r"[^\W_]+", fold(value)))
        case _:
            return value


def comparable(one: Reading, other: Reading) -> bool:
    """Whether two values of one property can be compared: numbers only if they measure the same."""
    return not (isinstance(one, Measure) and isinstance(other, Measure)) or one.dimension == other.dimension


def agree(kind: Property, one: Reading, other: Reading, within: Mapping[str, str]) -> bool:
    """Whether two values of one property can both be true; `within` leads from a place to the one around it."""
    match one, other:
        case Edtf(), Edtf():
            return _meet(one, other)
        case Measure(), Measure():
            return comparable(one, other) and _below(one, other) and _below(other, one)
        case frozenset(), frozenset():
            return one <= other or other <= one  # who names fewer does not deny the others
        case Status(), Status():
            return one is other or (one in _FACT) == (other in _FACT)
        case str(), str():
            if kind is Property.PLACE:
                return other in around(one, within) or one in around(other, within)
            return kind is not Property.TEXT or one == other  # of texts the editor decides, by the words he puts
        case _:
            raise TypeError(f"{one!r} and {other!r} are not values of one property")


def around(place: str, within: Mapping[str, str]) -> frozenset[str]:
    """A place and all those that hold it."""
    seen: set[str] = set()
    at: str | None = place
    while at is not None and at not in seen:
        seen.add(at)
        at = within.get(at)
    return frozenset(seen)


def _meet(one: Edtf, other: Edtf) -> bool:
    return any(first <= end and start <= last for first, last in _spans(one) for start, end in _spans(other))


def before(one: Edtf, other: Edtf) -> bool:
    """Whether a date lies before another for certain: an uncertain one may mean as much as an approximate one."""
    (_, last), (first, _) = (
        reach(replace(when, approximate=when.approximate or when.uncertain)) for when in (one, other)
    )
    return last < first


def reach(value: Edtf) -> tuple[int, int]:
    """The first and the last day that a date may mean, as ordinals: an approximate one may mean a few more."""
    spans = _spans(value)
    return min(first for first, _ in spans), max(last for _, last in spans)


def _spans(value: Edtf) -> tuple[tuple[int, int], ...]:
    """The days that a date may mean; a winter goes by the year in which it begins, or in which it ends."""
    listed = members(value)
    if len(listed) > 1:
        return tuple(span for one in listed for span in _spans(one))
    slack = _SLACK[value.precision] if value.approximate else 0
    spans = [(value.first.toordinal(), value.last.toordinal())]
    if number := season(value):
        begin, days = _SEASONS[number]
        start = date(value.first.year, *begin).toordinal()
        spans = [(start, start + days)]
        if begin[0] == _DECEMBER:
            spans.append((start - 365, date(value.first.year, 3, 21).toordinal()))
    return tuple((first - slack, last + slack) for first, last in spans)


_DECEMBER: Final = 12


def _below(one: Measure, other: Measure) -> bool:
    """Whether one begins before the other ends."""
    if one.low is None or other.high is None:
        return True
    return one.low < other.high or (one.low == other.high and not (one.above or other.below))


def _measure(value: str, unit: str) -> Measure:
    match = _MEASURE.fullmatch(" ".join(value.split()))
    ranged = match is not None and (match["bound"] or "").lower() in {"entre", "de"}
    if match is None or ranged != bool(match["other"]):
        raise ValueError(
            f"« {value} » n’est pas un nombre ; attendu, par exemple : 4000, 2,5, au moins 4000, environ 300, de 3 à 5"
        )
    if grouped := _GROUPED.search(value):
        many, few = grouped[0].replace(".", "\u202f"), grouped[0].replace(".", ",")
        raise ValueError(f"« {grouped[0]} » se lit de deux façons ; attendu : « {many} », ou « {few} »")
    dimension, size = _dimension(unit)
    one, other = _number(match["one"]) * size, _number(match["other"] or match["one"]) * size
    if one > other:
        raise ValueError(f"« {value} » va du plus grand au plus petit")
    match (match["bound"] or "").lower():
        case "au moins" | "plus de" as bound:
            return Measure(dimension, one, None, above=bound == "plus de")
        case "au plus" | "moins de" as bound:
            return Measure(dimension, None, other, below=bound == "moins de")
        case "environ" | "près de":
            return Measure(dimension, one * (1 - _ABOUT), one * (1 + _ABOUT))
        case _ if dimension == "durée":
            return Measure(dimension, one, other + size, below=True)
        case _:
            return Measure(dimension, one, other)


def _number(text: str) -> Fraction:
    return Fraction(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", "."))


def _dimension(unit: str) -> tuple[str, Fraction]:
    words = [word if word == "mois" else re.sub(r"(?<=\w{2})s$", "", word) for word in fold(unit).split()]
    name = " ".join(words)
    return _UNITS.get(name, (name, Fraction(1)))
