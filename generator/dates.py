"""Dates of stated precision (EDTF, ISO 8601-2) and how French writes them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache, total_ordering
from time import struct_time
from typing import Any, Final

from babel.dates import format_date
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

EXPECTED: Final = "attendu : AAAA, AAAA-MM, AAAA-MM-JJ ou une autre écriture EDTF (2017-11-21~, 2017?)"
_PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_SEASONS = {21: "printemps", 22: "été", 23: "automne", 24: "hiver"}


class Precision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"


@total_ordering
@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as it is known: its writing, the first and last day it may mean, and how sure it is."""

    text: str
    first: date
    last: date
    precision: Precision
    approximate: bool = False
    uncertain: bool = False

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: "Edtf") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[date, date, str]:
        return (self.first, self.last, self.text)

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether any day of this date lies between two days, both included; None is without end."""
        return (last is None or self.first <= last) and (first is None or self.last >= first)


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read an EDTF date.

    The three plain forms are read here and the rest by the edtf package, which takes 5 ms a date.
    Raises ValueError with a French message.
    """
    plain = _PLAIN.fullmatch(text)
    return _from_parts(text, *plain.groups()) if plain and not _is_season(plain) else _from_edtf(text)


def _is_season(match: re.Match[str]) -> bool:
    return match[2] is not None and match[3] is None and int(match[2]) in _SEASONS


def _from_parts(text: str, year: str, month: str | None, day: str | None, mark: str) -> Edtf:
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(f"« {text} » n’existe pas au calendrier ; {EXPECTED}") from None
    if day:
        last, precision = first, Precision.DAY
    elif month:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        precision = Precision.MONTH
    else:
        last, precision = date(first.year, 12, 31), Precision.YEAR
    return Edtf(text, first, last, precision, mark in {"~", "%"}, mark in {"?", "%"})


def _from_edtf(text: str) -> Edtf:
    try:
        parsed = parse_edtf(text)
    except (EDTFParseException, ValueError):
        raise ValueError(f"« {text} » n’est pas une date ; {EXPECTED}") from None
    first, last = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    if first is None or last is None or first > last:
        raise ValueError(f"« {text} » : une date doit avoir un début et une fin, dans cet ordre")
    both = bool(parsed.is_uncertain_and_approximate)
    return Edtf(
        text,
        first,
        last,
        Precision.SPAN,
        approximate=both or bool(parsed.is_approximate),
        uncertain=both or bool(parsed.is_uncertain),
    )


def _day(value: Any) -> date | None:  # edtf answers a struct_time, or an infinity at an open end
    return date(value.tm_year, value.tm_mon, value.tm_mday) if isinstance(value, struct_time) else None


def day_fr(day: date, *, weekday: bool = False) -> str:
    """« 20 novembre 2017 », « 1er mai 2000 », « lundi 20 novembre 2017 »."""
    first_of_month = "'1er' MMMM y" if day.day == 1 else "d MMMM y"
    return str(format_date(day, f"EEEE {first_of_month}" if weekday else first_of_month, locale="fr"))


def date_fr(value: Edtf) -> str:
    """A date in French at its precision: « décembre 2022 », « vers le 21 novembre 2017 », « 2017 (incertain) »."""
    match value.precision:
        case Precision.DAY:
            plain, about = day_fr(value.first), "vers le"
        case Precision.MONTH:
            plain, about = str(format_date(value.first, "MMMM y", locale="fr")), "vers"
        case Precision.YEAR:
            plain, about = str(value.first.year), "vers"
        case Precision.SPAN:
            plain, about = _span_fr(value), "environ :"
    text = f"{about} {plain}" if value.approximate else plain
    return f"{text} (date incertaine)" if value.uncertain else text


def _span_fr(value: Edtf) -> str:
    season = re.fullmatch(r"(\d{4})-(2[1-4])", value.text.rstrip("~?%"))
    if season:
        return f"{_SEASONS[int(season[2])]} {season[1]}"
    months = (value.first.day, value.last) == (1, _end_of_month(value.last))
    if months and (value.first.month, value.last.month) == (1, 12):
        if value.first.year == value.last.year:
            return str(value.first.year)
        return f"entre {value.first.year} et {value.last.year}"
    if value.first == value.last:
        return day_fr(value.first)
    return f"entre le {day_fr(value.first)} et le {day_fr(value.last)}"


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def when_fr(value: Edtf) -> str:
    """A date as a sentence takes it: « le 20 novembre 2017 », « en décembre 2022 », « en 2011 »."""
    if value.approximate or value.precision is Precision.SPAN:
        return date_fr(value)
    return f"le {date_fr(value)}" if value.precision is Precision.DAY else f"en {date_fr(value)}"
