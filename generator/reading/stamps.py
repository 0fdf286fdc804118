"""The days that the entries of a live page are stamped with: « 16/08 - 06:15 », « 14 août, 18h10 »."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.reading.days import month_number, nearest
from generator.reading.wordings import DAY, MONTH

_ENTRIES: Final = 2
"""Stamped entries that make a live page: one alone may say when a text was touched last."""
_AROUND: Final = 7
"""Days around the publication within which the entries of a live page lie."""
_STAMP: Final = re.compile(
    rf"^[^\w\n]*(?:{DAY},? )?(?P<day>\d{{1,2}})(?:[/.](?P<number>\d\d)|(?:er)? (?P<month>{MONTH}))"
    r"(?:[/. ](?P<year>20\d\d))?"
    r"(?:[^\w\n]| a )+(?:[01]?\d|2[0-3]) ?[:h] ?(?:[0-5]\d)?[^\w\n]*$",
    re.MULTILINE,
)


def stamps(whole: str, kept: str, published: date | None) -> tuple[tuple[int, date], ...]:
    """Where the entries of a live page begin, and the day of each.

    `whole` is a text, `kept` the same with blanks for its noise, both in lower case without accents. A stamp
    with nothing kept below it heads no entry: it is that of a headline in a list.
    """
    found = tuple(_stamps(whole, published)) if published else ()
    if len(found) < _ENTRIES:
        return ()
    ends = (*(begins for begins, _, _ in found[1:]), len(kept))
    entries = tuple((at, day) for (_, at, day), end in zip(found, ends, strict=True) if kept[at:end].strip())
    return entries if len(entries) >= _ENTRIES else ()


def _stamps(text: str, published: date) -> Iterator[tuple[int, int, date]]:
    for stamp in _STAMP.finditer(text):
        month = month_number(stamp["month"]) if stamp["month"] else int(stamp["number"])
        day = nearest(published, month, int(stamp["day"]), None) if 1 <= month <= 12 else None
        same = day is not None and stamp["year"] in {None, str(day.year)}
        if day and same and abs((day - published).days) <= _AROUND:
            yield stamp.start(), stamp.end(), day
