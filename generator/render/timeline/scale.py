"""Time on paper: days to pixels, always in proportion, and the marks that say which day is where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from generator.model import EventKind, Status
from generator.words import Words

YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Steps between two marks of an axis, in years, and how many of them may be shown as one."""
_LAST_DAY: Final = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Moment:
    """An event as a timeline needs it; its words are typeset."""

    id: str
    title: str
    when: str
    """Its date in words."""
    first: int
    last: int
    """Its first day and its last, as `date.toordinal` counts them."""
    exact: bool
    """Whether the day is known: what is known to the month or the year is a span."""
    kind: EventKind
    status: Status
    href: str
    """The address of its page, as HTML in the page of the timeline writes it."""
    on_map: str = ""
    """The address of its moment on the map; nothing where the dossier has none."""
    milestone: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to pixels: `start` is where the day `first` begins, and `length` reaches to where `last` ends."""

    first: int
    last: int
    start: float
    length: float

    def at(self, day: float) -> float:
        """Where a day begins."""
        return self.start + self.length * (day - self.first) / (self.last + 1 - self.first)

    @property
    def years(self) -> range:
        """The years that it shows, each whole."""
        return range(date.fromordinal(self.first).year, date.fromordinal(self.last).year + 1)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis: the day at which it stands, and its words."""

    day: int
    text: str
    year: bool
    """Whether it begins a year."""


def whole_years(moments: Iterable[Moment], start: float, length: float) -> Scale:
    """The scale that shows all years from the first moment's to the last one's; there is at least one moment."""
    days = [(moment.first, moment.last) for moment in moments]
    first = date.fromordinal(min(first for first, _ in days)).replace(month=1, day=1)
    last = date.fromordinal(max(last for _, last in days)).replace(month=12, day=31)
    return Scale(first.toordinal(), last.toordinal(), start, length)


def ticks(scale: Scale, room: float, words: Words) -> Iterator[Tick]:
    """Marks at least `room` pixels apart: months in a short time, else years or round years."""
    years = scale.years
    year = scale.length / len(years)
    if year >= 4 * room:
        step = next(months for months in (1, 3) if months * year >= 12 * room)
        for number in years:
            for month in range(1, 13, step):
                day = date(number, month, 1)
                text = str(number) if month == 1 else words.month(day)
                yield Tick(day.toordinal(), text, month == 1)
        return
    step = next((years for years in YEARS if years * year >= room), YEARS[-1])
    for number in years:
        if number % step == 0:
            yield Tick(date(number, 1, 1).toordinal(), str(number), year=True)


def gaps(moments: Iterable[Moment]) -> Iterator[tuple[int, int]]:
    """The stretches of at least a year in which nothing lies, between two moments: their first and last days."""
    spans = sorted((moment.first, moment.last) for moment in moments)
    reached: list[tuple[int, int]] = []
    for first, last in spans:
        reached.append((first, max(last, reached[-1][1]) if reached else last))
    for (_, end), (start, _) in pairwise(reached):
        if start - end > 366:
            yield end + 1, start - 1


def duration(first: int, last: int, words: Words) -> str:
    """How long it is from a day to the end of another, in whole months: « 2 ans et 3 mois », « 1 an »."""
    start, end = date.fromordinal(first), date.fromordinal(min(last + 1, _LAST_DAY))
    months = 12 * (end.year - start.year) + end.month - start.month - (end.day < start.day)
    years, rest = divmod(months, 12)
    in_years = words.ngettext("%(num)s year", "%(num)s years", years)
    in_months = words.ngettext("%(num)s month", "%(num)s months", rest)
    if years and rest:
        return words.gettext("%(years)s and %(months)s", years=in_years, months=in_months)
    return in_years if years else in_months
