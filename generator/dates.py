"""Dates of stated precision (EDTF, ISO 8601-2) and how French writes them."""

import re
from calendar import monthrange
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache, total_ordering
from io import StringIO
from itertools import pairwise, takewhile
from time import struct_time
from typing import Any, Final

from babel import Locale
from babel.dates import format_date
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from generator.nearly_dates import existing, meant

EXPECTED: Final = "AAAA, AAAA-MM, AAAA-MM-JJ ou une autre écriture EDTF (2017-11-21~, 2017?)"
_MARK: Final = "[~?%]?"
_YEAR: Final = f"{_MARK}[0-9][0-9X]{{3}}(?:S[0-9]+)?{_MARK}"


def _month_and_day(months: str, days: str) -> str:
    return f"(?:{_MARK}(?:{months}){_MARK}(?:-{_MARK}(?:{days}|XX){_MARK})?)"


_REST: Final = "|".join(
    (
        _month_and_day("0[13578]|1[02]|XX", "0[1-9]|[12][0-9]|3[01]"),
        _month_and_day("0[469]|11", "0[1-9]|[12][0-9]|30"),
        _month_and_day("02", "0[1-9]|[12][0-9]"),
        f"2[1-4]{_MARK}",
    )
)
_PART: Final = f"{_YEAR}(?:-(?:{_REST}))?"
EDTF_PATTERN: Final = rf"^(?:{_PART}(?:/{_PART})?|[\[{{]{_PART}(?:(?:,|\.\.){_PART})*[\]}}])$"
"""What `parse` reads, as far as a regular expression of JavaScript can tell: the calendar is not its business."""
_LOCALE: Final = Locale.parse("fr")
_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_SEASONS = {21: "printemps", 22: "été", 23: "automne", 24: "hiver"}


class DateError(ValueError):
    """A text that is no date; the message is in French and says why."""

    def __init__(self, what: str, *, found: str | None = None, suggestion: str | None = None) -> None:
        super().__init__(what)
        self.found = found
        self.suggestion = suggestion


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
    Raises DateError.
    """
    text = text.strip()
    if text.startswith("/") or text.endswith("/"):  # to the edtf package, ten years before or after the other end
        raise DateError(f"« {text} » : une période a un début et une fin", found=text)
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        return _from_edtf(text)
    if _is_season(plain):  # which the edtf package reads without a mark only
        season = _from_edtf(text.rstrip("~?%"))
        return replace(season, text=text, approximate=plain[4] in {"~", "%"}, uncertain=plain[4] in {"?", "%"})
    return _from_parts(text, *plain.groups())


def _is_season(match: re.Match[str]) -> bool:
    return match[2] is not None and match[3] is None and int(match[2]) in _SEASONS


def _from_parts(text: str, year: str, month: str | None, day: str | None, mark: str) -> Edtf:
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        what = f"« {text} » n’existe pas au calendrier"
        raise DateError(what, found=text, suggestion=existing(year, month, day)) from None
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
        with redirect_stdout(StringIO()):  # where the package would tell an editor of its classes
            parsed = parse_edtf(text)
        first, last = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except (EDTFParseException, ValueError, TypeError, AttributeError, LookupError, OverflowError):
        raise DateError(f"« {text} » n’est pas une date", found=text, suggestion=meant(text)) from None
    if first is None or last is None or first > last:
        low, _, high = text.partition("/")
        turned = f"{high}/{low}" if first and last and high else None
        what = f"« {text} » : une date doit avoir un début et une fin, dans cet ordre"
        raise DateError(what, found=text, suggestion=turned)
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


@lru_cache(maxsize=4096)
def day_fr(day: date, *, weekday: bool = False) -> str:
    """« 20 novembre 2017 », « 1er mai 2000 », « lundi 20 novembre 2017 »."""
    first_of_month = "'1er' MMMM y" if day.day == 1 else "d MMMM y"
    return str(format_date(day, f"EEEE {first_of_month}" if weekday else first_of_month, locale=_LOCALE))


def date_fr(value: Edtf) -> str:
    """A date in French at its precision: « décembre 2022 », « vers le 21 novembre 2017 », « été 2017 »."""
    match value.precision:
        case Precision.DAY:
            plain, about = day_fr(value.first), "vers le"
        case Precision.MONTH:
            plain, about = str(format_date(value.first, "MMMM y", locale=_LOCALE)), "vers"
        case Precision.YEAR:
            plain, about = str(value.first.year), "vers"
        case Precision.SPAN:
            plain, about = _set_fr(value) or _span_fr(value), "environ :"
            if season := _season(value):
                plain, about = (season, "vers le") if season.startswith("p") else (f"l’{season}", "vers")
                plain = plain if value.approximate else season
    text = f"{about} {plain}" if value.approximate else plain
    return f"{text} (date incertaine)" if value.uncertain else text


def season(value: Edtf) -> int | None:
    """The number by which EDTF has a season, 21 for spring, where a date is one."""
    match = re.fullmatch(r"\d{4}-(2[1-4])", value.text.rstrip("~?%"))
    return int(match[1]) if match else None


def _season(value: Edtf) -> str | None:
    number = season(value)
    return f"{_SEASONS[number]} {value.first.year:04}" if number else None


def members(value: Edtf) -> tuple[Edtf, ...]:
    """The dates that a set lists, « [2015-10-20,2015-10-21] »; otherwise the date itself."""
    listed = value.text[1:-1].split(",") if value.text[0] in "[{" else ()
    return tuple(parse(f"[{part}]" if ".." in part else part) for part in listed) if len(listed) > 1 else (value,)


def _set_fr(value: Edtf, *, article: bool = False) -> str | None:
    """« 20 ou 21 octobre 2015 », for a set of days, months or years; None for anything else."""
    dates = members(value)
    precisions = {one.precision for one in dates}
    marked = any(one.approximate or one.uncertain for one in dates)
    if len(dates) == 1 or len(precisions) > 1 or Precision.SPAN in precisions or marked:
        return None
    before = ("le " if Precision.DAY in precisions else "en ") if article else ""
    said = [date_fr(one).split(" ") for one in dates]
    shared = [_shared(one, following) for one, following in pairwise(said)]
    *others, last = (before + " ".join(one[: len(one) - end]) for one, end in zip(said, (*shared, 0), strict=True))
    return f"{', '.join(others)} {'ou' if value.text.startswith('[') else 'et'} {last}"


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two dates end in alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(one), reversed(other), strict=False)))


def _span_fr(value: Edtf) -> str:
    """An interval (« du 20 au 25 novembre 2017 »), or a day somewhere between two (« entre le … et le … »)."""
    first, last = value.first, value.last
    start, end = _edges(first, last)
    if start == end:
        return start
    through = "/" in value.text
    if first.day != 1 or last != _end_of_month(last):
        return f"du {start} au {end}" if through else f"entre le {start} et le {end}"
    if not through:
        return f"entre {start} et {end}"
    return f"{'d’' if start[0] in 'ao' else 'de '}{start} à {end}"


def _edges(first: date, last: date) -> tuple[str, str]:
    """The first and the last day, month or year of a span; the first without what it shares with the last."""
    if first == last:
        return day_fr(first), day_fr(last)
    if first.day != 1 or last != _end_of_month(last):
        end = day_fr(last)
        shared = end.partition(" ")[2] if (first.year, first.month) == (last.year, last.month) else str(last.year)
        start = day_fr(first)
        return (start.removesuffix(f" {shared}") if first.year == last.year else start), end
    if (first.month, last.month) == (1, 12):
        return str(first.year), str(last.year)
    start, end = (str(format_date(day, "MMMM y", locale=_LOCALE)) for day in (first, last))
    one_year = first.year == last.year and first.month != last.month
    return (start.removesuffix(f" {last.year}") if one_year else start), end


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def when_fr(value: Edtf) -> str:
    """A date as a sentence takes it: « le 20 novembre 2017 », « en décembre 2022 », « au printemps 2016 »."""
    said = date_fr(value)
    if value.approximate:
        return said
    if value.precision is not Precision.SPAN:
        return f"le {said}" if value.precision is Precision.DAY else f"en {said}"
    if season := _season(value):
        return f"au {said}" if season.startswith("p") else f"à l’{said}"
    if value.first == value.last:
        return f"le {said}"
    if listed := _set_fr(value, article=True):
        return listed
    return said if said.startswith(("d’", "de ", "du ", "entre ")) else f"en {said}"
