"""Days written out in texts: « mardi 21 octobre 2015 » was a Wednesday, « 31 avril 2015 » was no day at all."""

import re
from collections.abc import Iterator
from typing import Final

from generator.check.reading import Reading
from generator.dates import MONTHS, day_fr
from generator.diagnostics import Problem
from generator.load.document import Document
from generator.reading.days import month_number, valid
from generator.text.french import fold
from generator.text.markup import Part, segments

WEEKDAYS: Final = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_SPACE: Final = r"[ \u00a0\u202f\n]"
_SIGNS: Final = r"[\[\]*_]*"
"""What makes words bold or a link stands between them."""
_DAY: Final = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)}){_SIGNS},?{_SPACE}+(?:le{_SPACE}+)?{_SIGNS})?"
    rf"(?<![\d,./-])(?P<day>\d{{1,2}})(?:(?:er)?{_SPACE}"
    rf"(?P<month>{'|'.join(MONTHS)}|(?:janv|févr?|avr|juil|sept|oct|nov|déc)\.?){_SPACE}|"
    r"(?P<mark>[/.])(?P<number>\d{1,2})(?P=mark))(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"«[^«»]*»")
_GREGORIAN: Final = 1583
"""The first year that has the calendar of today from end to end."""
_OTHERS_WORDS: Final = frozenset({"quotes"})
"""Fields that hold the words of others, letter for letter."""


def weekdays(reading: Reading) -> Iterator[Problem]:
    """Days that do not exist or were another day of the week, in bodies and front matter; quotations left alone."""
    documents = [*reading.documents.values()]
    if reading.settings_document:
        documents.append(reading.settings_document)
    for document in documents:
        yield from reading.compute(_in_document, document)


def _in_document(document: Document) -> tuple[Problem, ...]:
    problems = []
    for position, text in document.texts():
        if position[0] in _OTHERS_WORDS:
            continue
        for what, found, suggestion, _ in _wrong(text):
            line = document.line(*position)
            problems.append(document.problem("W312", line, what, found=found, suggestion=suggestion))
    for what, found, suggestion, offset in _wrong(_prose(document.body)):
        line = document.body_line_at(offset)
        problems.append(document.problem("W312", line, what, found=found, suggestion=suggestion))
    return tuple(problems)


def _prose(body: str) -> str:
    """A body as long as before, with nothing left in it but language."""
    silent = {Part.VERBATIM, Part.TARGET}
    return "".join(
        " " * (segment.end - segment.start) if segment.part in silent else body[segment.start : segment.end]
        for segment in segments(body)
    )


def _wrong(text: str) -> Iterator[tuple[str, str, str | None, int]]:
    """What is wrong with each day of a text, the day as written, what was meant, and where it stands."""
    text = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    for match in _DAY.finditer(text):
        day, year = int(match["day"]), int(match["year"])
        month = int(match["number"]) if match["number"] else month_number(fold(match["month"]))
        if year < _GREGORIAN or month not in range(1, 13):
            continue
        found = " ".join(re.sub(r"[\[\]*_]", "", match[0]).split())
        when = valid(year, month, day)
        if when is None:
            yield f"« {found} » n’existe pas au calendrier.", found, None, match.start()
            continue
        weekday = WEEKDAYS[when.weekday()]
        if match["weekday"] and match["weekday"].lower() != weekday:
            what = f"« {found} » : le {day_fr(when)} était un {weekday}."
            yield what, found, day_fr(when, weekday=True), match.start()
