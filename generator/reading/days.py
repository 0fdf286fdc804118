"""Days of the calendar that a text only half says."""

from datetime import date

from generator.reading.wordings import MONTHS, SHORT


def valid(year: int, month: int, day: int) -> date | None:
    """The day, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """The number of a month, by its name without accents or what it is shortened to."""
    name = name.rstrip(".")
    return MONTHS.index(name) + 1 if name in MONTHS else SHORT[name]


def nearest(published: date | None, month: int, number: int, weekday: int | None) -> date | None:
    """The day and month nearest to the publication, of that weekday if one is told and a year has it."""
    if published is None:
        return None
    years = [valid(published.year + shift, month, number) for shift in (-1, 0, 1)]
    days = [found for found in years if found]
    fitting = [found for found in days if weekday is None or found.weekday() == weekday]
    return min(fitting or days, key=lambda found: abs((found - published).days), default=None)
