"""The years and months that a text has told of: what « cette année-là » and « le mois suivant » count from."""

import re
from typing import Final

from generator.reading.days import month_number, valid
from generator.reading.spans import Moment, count
from generator.reading.tense import steps_back

OF_TWO_YEARS: Final = "de l’année de la parution ou de celle que le texte vient de dire"
_UNKNOWN: Final = "l’année dont il est question n’est pas connue"
_BEGINS: Final = re.compile(r"(?:\. |\b(?:plus tard|après), )(?:[Ee]n |[Dd]ès |[Ff]in |[Dd]ébut |[Mm]i-)?\Z")
"""What a date that begins a sentence, or goes on from a year, stands behind."""
_SHORTLY: Final = 400
"""Characters within which « cette année-là » points to a year."""
_DATED: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_AFTER: Final = re.compile("suiv|d’apres")
_BEFORE: Final = re.compile("preced|d’avant")


class Years:
    """The last year and the last month told so far of a text in lower case without accents; `written` is as it stands.

    `published` is the year of publication, or None.
    """

    def __init__(self, text: str, written: str, published: int | None) -> None:
        self._text = text
        self._written = written
        self._published = published
        self._year: int | None = None
        self._year_at = 0
        self._month: int | None = None
        self._month_at = 0

    def add(self, found: Moment) -> None:
        """Remember the year and the month of a date that has a value."""
        if found.value and _DATED.search(self._text, found.start, found.end):
            self._year, self._year_at = int(found.value[:4]), found.end
        if found.value and found.precision != "year":
            self._month = int(found.value[:4]) * 12 + int(found.value[5:7]) - 1
            self._month_at = found.end

    def _told(self, position: int) -> int | None:
        """The year told shortly before a position."""
        return self._year if position - self._year_at <= _SHORTLY else None

    def meant(self, said: str, position: int) -> int | None:
        """The year that « de cette année-là » or « de l’année suivante » means behind a day and its month."""
        told = self._told(position)
        return None if told is None else told + _step(said)

    def then(self, match: re.Match[str]) -> Moment:
        """« Cette année-là », « l’année suivante »: counted from the year told shortly before."""
        told = self._told(match.start())
        if told is None:
            return Moment(*match.span(), None, "year", _UNKNOWN)
        self._year, self._year_at = told + _step(match[0]), match.end()
        return Moment(*match.span(), f"{self._year}", "year", f"compté depuis {told}, dit avant")

    def later(self, match: re.Match[str]) -> Moment | None:
        """« Cinq ans plus tard »: counted from the year told shortly before."""
        told, number = self._told(match.start()), count(match["ln"], "an")
        if number is None:
            return None
        if told is None:
            return Moment(*match.span(), None, "year", _UNKNOWN)
        found = told + (number if match["lw"] in {"plus tard", "apres"} else -number)
        return Moment(*match.span(), f"{found}", "year", f"compté depuis {told}, dit avant")

    def month_beside(self, match: re.Match[str]) -> Moment:
        """« Le mois suivant », « le même mois »: counted from the month told shortly before."""
        if self._month is None or match.start() - self._month_at > _SHORTLY:
            return Moment(*match.span(), None, "month", "le mois dont il est question n’est pas connu")
        year, month = divmod(self._month + _step(match[0]), 12)
        return Moment(*match.span(), f"{year}-{month + 1:02}", "month", "compté depuis le mois dit avant")

    def day_of_month(self, match: re.Match[str]) -> Moment | None:
        """« Le 28 de ce mois-là »: a day of the month told shortly before."""
        if self._month is None or match.start() - self._month_at > _SHORTLY:
            return Moment(*match.span(), None, "day", "le mois dont il est question n’est pas connu")
        day = valid(self._month // 12, self._month % 12 + 1, int(match["nd"]))
        return Moment(*match.span(), day.isoformat(), "day", "du mois dit avant") if day else None

    def counted(self, match: re.Match[str]) -> Moment:
        """« En novembre de cette année-là », « en février suivant »: counted from the year or month told before."""
        month, step = month_number(match["mm"]), _step(match["mt"])
        told, at = (self._month, self._month_at) if step else (self._year, self._year_at)
        if told is None or match.start() - at > _SHORTLY:
            return Moment(*match.span(), None, "month", _UNKNOWN)
        year, last = divmod(told, 12) if step else (told, 0)
        year += step * (month <= last + 1 if step > 0 else month >= last + 1)
        self._year, self._year_at = year, match.end()
        return Moment(*match.span(), f"{year}-{month:02}", "month", "compté depuis le mois ou l’année dits avant")

    def is_elsewhen(self, start: int, year: int, month: int) -> bool:
        """Whether a sentence begins with this, and the one before told of another year: « en 2013… En septembre ».

        Not if that month of `year` is of the year told, or the first after the month told: the story goes on.
        """
        if self._year is None or self._published is None or self._year >= self._published or year == self._year:
            return False
        begins = _BEGINS.search(self._written[max(0, start - 24) : start]) is not None
        if not begins or "\n" in self._text[self._year_at : start] or start - self._year_at > _SHORTLY:
            return False
        told = self._month if self._month_at == self._year_at else None
        goes_on = told is not None and 0 < year * 12 + month - 1 - told < 12
        return not goes_on or steps_back(self._written, self._year_at, start)


def _step(said: str) -> int:
    return 1 if _AFTER.search(said) else -1 if _BEFORE.search(said) else 0
