"""What is counted from the day of publication alone: « l’an dernier », « il y a trois jours »."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.reading.wordings import NUMBERS

_EXACT: Final = 9
"""Years or months up to which their number is meant as such."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a text: its value in EDTF at the precision that the text gives, or None, and the reason in French."""

    start: int
    end: int
    value: str | None
    precision: str
    why: str
    contradicts: bool = False
    """Whether the weekday that stands beside it is not that of the date."""


def count(said: str, unit: str) -> int | None:
    """The number that a word or figures mean; « quinze jours » are two weeks, more or less."""
    if said == "quinze" and unit.startswith("jour"):
        return None
    return int(said) if said.isdigit() else NUMBERS.get(said)


def ago(match: re.Match[str], day: date | None) -> Moment | None:
    """« Il y a trois jours », « dans six mois »."""
    number = count(match["an"], match["au"])
    if number is None or day is None:
        return None
    if not match["au"].startswith("jour"):
        return _far(match, day, number if match["ad"] == "dans" else -number)
    found = day + timedelta(number if match["ad"] == "dans" else -number)
    return Moment(*match.span(), found.isoformat(), "day", "compté depuis la parution")


def _far(match: re.Match[str], day: date, number: int) -> Moment | None:
    """« Il y a trois ans », « dans six mois »: a year, a month; a round number is no exact one."""
    if abs(number) > _EXACT:
        return None
    if match["au"] == "mois":
        index = day.year * 12 + day.month - 1 + number
        return Moment(*match.span(), f"{index // 12}-{index % 12 + 1:02}", "month", "compté depuis la parution")
    return Moment(*match.span(), f"{day.year + number}", "year", "compté depuis la parution")


def span(match: re.Match[str], year: int | None, month: int | None) -> Moment | None:
    """« Le mois dernier », « l’an prochain »."""
    said = match["span"]
    if year is None:
        return Moment(*match.span(), None, "year" if "an" in said else "month", "la date de parution n’est pas connue")
    step = 1 if re.search(r"prochain|suivant|a venir", said) else -1 if re.search(r"dern|pass|preced", said) else 0
    if "mois" in said:
        if month is None:
            return None
        index = year * 12 + month - 1 + step
        return Moment(*match.span(), f"{index // 12}-{index % 12 + 1:02}", "month", "mois compté depuis la parution")
    return Moment(*match.span(), f"{year + step}", "year", "année comptée depuis la parution")
