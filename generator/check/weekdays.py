"""Days written out in texts: « mardi 21 octobre 2015 » was a Wednesday, « 31 avril 2015 » was no day at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.check.reading import Reading
from generator.dates import DateError, Edtf, Precision, day_fr, parse
from generator.diagnostics import Problem
from generator.load.document import Document, Position
from generator.nearly_dates import MONTHS
from generator.originals.rights import prose
from generator.reading.days import month_number, valid
from generator.text.french import fold

WEEKDAYS: Final = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_SPACE: Final = r"[ \u00a0\u202f\n]"
_SIGNS: Final = r"[\[\]*_]*"
"""What makes words bold or a link stands between them."""
_NAMES: Final = "|".join(WEEKDAYS)
_WEEKDAY: Final = rf"(?:{_NAMES})\b|(?:lun|mar|mer|jeu|ven|sam|dim)\."
_MONTH: Final = rf"(?:{'|'.join(MONTHS)}|fevrier|aout|decembre)\b|(?:janv|f[ée]vr?|avr|juil|sept|oct|nov|d[ée]c)\b\.?"
_FIRST: Final = rf"(?:er|ᵉʳ|{_SPACE}+er{_SPACE}*)?"
"""What « 1 » may have behind it, small and in tags of its own, which are blanks here."""
_DAY: Final = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY}){_SIGNS},?{_SPACE}+(?:le{_SPACE}+)?{_SIGNS})?(?<![\d,./-])"
    rf"(?:(?P<before>\d{{1,2}}){_FIRST}{_SPACE}+(?:au|et|ou){_SPACE}+(?:le{_SPACE}+)?"
    rf"(?:(?P<last>{_WEEKDAY}){_SPACE}+)?(?=\d))?"
    rf"(?:(?P<day>\d{{1,2}})(?:{_FIRST}{_SPACE}(?P<month>{_MONTH})(?:{_SPACE}(?P<year>\d{{4}})\b)?|"
    r"(?P<mark>[/.-])(?P<number>\d{1,2})(?P=mark)(?P<year_too>\d{4})\b)|"
    r"(?P<iso>\d{4}-\d{2}-\d{2})\b(?![-/]))"
    rf"(?:{_SIGNS}{_SPACE}\((?P<after>{_NAMES})\)|{_SIGNS},{_SPACE}un{_SPACE}(?P<behind>{_NAMES})\b)?",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"(?:\b(?:articles?|art\.|version|paragraphe|[A-Z]\.)|§|n[º°])\s*$", re.IGNORECASE)
"""What numbers follow that are no day: those of a code's articles."""
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d{2}\b")
_QUOTED: Final = re.compile(r"«[^«»]*»")
_GREGORIAN: Final = 1583
"""The first year that has the calendar of today from end to end."""
_LEAP: Final = 2000
"""A year that has every day which any year has."""
_NEAR: Final = 150
"""Days from a document's own date within which a day without its year is that of the nearest year."""
_OTHERS_WORDS: Final = frozenset({("quotes", "text"), ("claims", "quote"), ("accusations", "quote")})
"""Fields that hold the words of others, letter for letter."""
_DATES: Final = frozenset({"date", "from", "to", "read", "since", "day", "value"})
"""Fields that are a date, and are looked at as one."""


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What is wrong with a day of a text, the day as written, what was meant, and where it stands."""

    what: str
    found: str
    suggestion: str | None
    offset: int


@dataclass(frozen=True, slots=True)
class _Written:
    """One day as a text has it: a weekday, a number, a month and a year, of which some may be left unsaid."""

    text: str
    offset: int
    weekday: str | None
    day: int
    month: int
    year: int | None

    def wrong(self, years: frozenset[int]) -> _Wrong | None:
        """What is wrong with it; without a year of its own, in every one that it may be in."""
        if self.month not in range(1, 13) or (self.year or _GREGORIAN) < _GREGORIAN:
            return None
        if valid(self.year or _LEAP, self.month, self.day) is None:
            return _Wrong(f"« {self.text} » n’existe pas au calendrier.", self.text, None, self.offset)
        days = [valid(year, self.month, self.day) for year in ((self.year,) if self.year else sorted(years))]
        known = [when for when in days if when]
        if not self.weekday or not known or any(WEEKDAYS[when.weekday()] == self.weekday for when in known):
            return None
        when = known[-1]
        what = f"« {self.text} » : le {day_fr(when)} était un {WEEKDAYS[when.weekday()]}."
        said = day_fr(when, weekday=True)
        return _Wrong(what, self.text, said if self.year else said.rpartition(" ")[0], self.offset)


def weekdays(reading: Reading) -> Iterator[Problem]:
    """Days that do not exist or were another day of the week, in bodies and front matter; quotations left alone."""
    documents = [*reading.documents.values()]
    if reading.settings_document:
        documents.append(reading.settings_document)
    for document in documents:
        yield from reading.compute(_in_document, document)


def _in_document(document: Document) -> tuple[Problem, ...]:
    own = _date(document.metadata.get("date"))
    every = [*document.texts()]
    told = frozenset(
        int(year) for text in (document.body, *(text for _, text in every)) for year in _YEAR.findall(text)
    )
    texts = [(position, text) for position, text in every if _is_text(position)]
    found = [(document.line(*position), wrong) for position, text in texts for wrong in _wrong(text, own, told)]
    found += [(document.body_line_at(wrong.offset), wrong) for wrong in _wrong(prose(document.body), own, told)]
    found += [(document.line(*position), wrong) for position, wrong in _given(document)]
    return tuple(
        document.problem("W312", line, wrong.what, found=wrong.found, suggestion=wrong.suggestion)
        for line, wrong in found
    )


def _is_text(position: Position) -> bool:
    keys = tuple(key for key in position if isinstance(key, str))
    return keys not in _OTHERS_WORDS and keys[-1] not in _DATES and keys != ("claims", "given")


def _date(value: object) -> Edtf | None:
    """The day or month that a document is of."""
    try:
        found = parse(value) if isinstance(value, str) else None
    except DateError:
        return None
    return found if found and found.precision in {Precision.DAY, Precision.MONTH} else None


def _given(document: Document) -> Iterator[tuple[Position, _Wrong]]:
    """Days that a claim has of its article, in the year of the value; where the article errs, « weekday » says so."""
    claims = document.metadata.get("claims")
    for index, claim in enumerate(claims if isinstance(claims, list) else ()):
        if isinstance(claim, dict) and "weekday" not in claim:
            given, value = claim.get("given"), _date(claim.get("value"))
            for wrong in _wrong(given, value, frozenset()) if isinstance(given, str) else ():
                yield ("claims", index, "given"), wrong


def _wrong(text: str, own: Edtf | None, told: frozenset[int]) -> Iterator[_Wrong]:
    """What is wrong with each day of a text that belongs to a date; `told` are the years that it may be about, too."""
    text = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    for match in _DAY.finditer(text):
        if _NUMBERED.search(text[: match.start()]) or (match["mark"] == "-" and not match["weekday"]):
            continue
        for written in _days(match):
            years = _years(own, written)
            wrong = written.wrong(years | told if years else frozenset())
            if wrong:
                yield wrong


def _years(own: Edtf | None, written: _Written) -> frozenset[int]:
    """The one year in which a day lies near a date, if there is one."""
    if own is None:
        return frozenset()
    days = (valid(own.first.year + more, written.month, written.day) for more in (-1, 0, 1))
    return frozenset(day.year for day in days if day and abs((day - own.first).days) <= _NEAR)


def _days(match: re.Match[str]) -> Iterator[_Written]:
    """The day of a match, and before it the one with which its month is shared: « du samedi 2 au dimanche 3 mai »."""
    weekday = _weekday(match["weekday"] or match["after"] or match["behind"])
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        yield _Written(_shown(match[0]), match.start(), weekday, day, month, year)
        return
    day, said = int(match["day"]), match["year"] or match["year_too"]
    month = int(match["number"]) if match["number"] else month_number(fold(match["month"]))
    known = int(said) if said else None
    if match["before"] is None:
        yield _Written(_shown(match[0]), match.start(), weekday, day, month, known)
        return
    start = match.start("last" if match["last"] else "day")
    yield _Written(_shown(match.string[start : match.end()]), start, _weekday(match["last"]), day, month, known)
    first = int(match["before"])
    if first < day:  # else the month before is meant
        text = " ".join(filter(None, (match["weekday"], match["before"], match["month"], match["year"])))
        yield _Written(text, match.start(), _weekday(match["weekday"]), first, month, known)


def _shown(text: str) -> str:
    return " ".join(re.sub(r"[\[\]*_]", "", text).split())


def _weekday(said: str | None) -> str | None:
    """The name of a day of the week that a text may shorten."""
    short = fold(said).rstrip(".") if said else None
    return next((name for name in WEEKDAYS if short and name.startswith(short)), None)
