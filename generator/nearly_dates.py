"""What was meant by a text that is nearly a date: as French writes it, with a slip, or a day that no month has."""

import re
import unicodedata
from calendar import monthrange
from typing import Final

MONTHS: Final = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_HYPHENS: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
"""Hyphens and dashes that programs put in the place of the plain one."""
_WEEKDAY: Final = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? +)?"
_BEFORE: Final = re.compile(rf"(?P<about>(?:vers|environ) +)?(?:le +)?{_WEEKDAY}", re.IGNORECASE)
_BEHIND: Final = re.compile(r"(?:[T ,à]+\d{1,2}(?::| ?h ?)\d{0,2}(?::\d\d)?)?[.,; ]*$")
"""An hour, and the end of a sentence."""
_SPAN: Final = re.compile(rf"(?:du|de) +{_WEEKDAY}(?P<first>.+?) +(?:au|à) +{_WEEKDAY}(?P<last>.+)", re.IGNORECASE)
_NUMBERS: Final = re.compile(r"(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?")
_UNPARTED: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
_WRITTEN: Final = re.compile(r"(?:(?:(\d{1,2})(?:er)?[ ./-]+)?(\d{1,2}|[^\W\d_]{3,}\.?)[ ./-]+)(\d{4})")
_DAYS: Final = re.compile(r"(\d{4}-\d\d-)(\d\d)/(\d\d)")


def existing(year: str, month: str | None, day: str | None) -> str | None:
    """The day that an impossible one was most likely meant to be: day and month swapped, or the month's last."""
    if not (int(year) and month and day):
        return None
    if int(month) > 12 and 1 <= int(day) <= 12 and int(month) <= monthrange(int(year), int(day))[1]:
        return f"{year}-{day}-{month}"
    return f"{year}-{month}-{monthrange(int(year), int(month))[1]}" if 1 <= int(month) <= 12 and int(day) else None


def meant(text: str) -> str | None:
    """The EDTF writing of what is plainly one date, or one from a day to another, and is written otherwise."""
    text = re.sub(r"(?<=[\d-])[oO](?=[\d-]|$)", "0", text.translate(_HYPHENS).strip())
    if days := _DAYS.fullmatch(text):
        return _span(days[1] + days[2], days[1] + days[3])
    if span := _SPAN.fullmatch(text):
        first, last = (span[end].split(" ") for end in ("first", "last"))
        return _span(_one(" ".join((*first, *last[len(first) :]))), _one(span["last"]))
    before = _BEFORE.match(text)
    one = _one(_BEHIND.sub("", text[before.end() :] if before else text))
    return f"{one}~" if one and before and before["about"] else one


def _span(first: str | None, last: str | None) -> str | None:
    days = first and last and len(first) == len(last) == len("AAAA-MM-JJ")
    return f"{first}/{last}" if first and last and days and first < last else None


def _one(text: str) -> str | None:
    """One day or month; of a day that its month has not, nothing is certain."""
    if numbers := _NUMBERS.fullmatch(text) or _UNPARTED.fullmatch(text):
        year, month, day = numbers.groups()
    elif written := _WRITTEN.fullmatch(text):
        day, month, year = written.groups()
    else:
        return None
    number = int(month) if month.isdigit() else _month(month)
    if not (1 <= number <= 12 and int(year) and 1 <= int(day or 1) <= monthrange(int(year), number)[1]):
        return None
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")


def _month(word: str) -> int:
    """The number of a month by its name, be it shortened or without accents; 0 where several or none begin so."""
    short = _bare(word).rstrip(".")
    found = [at for at, name in enumerate(MONTHS, 1) if _bare(name) == short or _bare(name).startswith(short)]
    return found[0] if len(found) == 1 else 0


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
