"""The days that a text has told of: what « la veille » and « dans la soirée » count from."""

import re
from datetime import date
from typing import Final

from generator.reading.wordings import DAY, MONTH

_REMEMBERED: Final = 40
"""Days told before that « le lendemain » may point to: more would make long texts slow."""
_WEEK: Final = 7
_HEADING: Final = 80
"""Characters that the heading of a paragraph has at most."""
LONG_AGO: Final = 60
"""Days before the publication from which a date is background: « le lendemain » points past it."""
_SENTENCE: Final = 400
_BREAK: Final = re.compile(r"\n(?![a-zà-öø-ÿ])")
_BULLET: Final = re.compile(r" *[–—•·*▪-] ?")
_SAID: Final = re.compile(rf"\b{DAY}\b|\d {MONTH}|\bhier\b|\bveille\b|\blendemain\b")


class Told:
    """The days told so far of a text in lower case without accents, published on a day or on one unknown.

    `written` is the text as it stands: a line that begins in lower case goes on the one before.
    """

    def __init__(self, text: str, written: str, published: date | None) -> None:
        self._text = text
        self._written = written
        self._published = published
        self._told: list[tuple[int, date]] = []
        self._open_at = -1

    def add(self, position: int, day: date | None) -> None:
        """Remember a day that the text tells of at a position, or that it does not say which."""
        if day is None:
            self._open_at = position
        else:
            self._told.append((position, day))

    def is_unsure(self) -> bool:
        """Whether the text has told last of a day that stays open: what counts from it does so too."""
        return self._open_at > (self._told[-1][0] if self._told else -1)

    def days(self) -> frozenset[date]:
        """The days told of last."""
        return frozenset(day for _, day in self._told[-_REMEMBERED:])

    def named(self, weekday: int) -> date | None:
        """The one day told so far that is such a day of the week, Monday being 0."""
        days = {day for _, day in self._told if day.weekday() == weekday}
        return days.pop() if len(days) == 1 else None

    def near(self, position: int) -> bool:
        """Whether a day has been told in the same paragraph."""
        return bool(self._told) and self.is_one_paragraph(self._told[-1][0], position)

    def is_one_paragraph(self, start: int, end: int) -> bool:
        """Whether no paragraph begins between two positions."""
        return _BREAK.search(self._written, start, end + 1) is None

    def is_one_of_several(self, position: int) -> bool:
        """Whether a paragraph tells of no day yet, and those before it of several."""
        return not self.near(position) and len(self.days()) > 1

    def last(self, position: int) -> date | None:
        """The last day told before a position; one of long ago counts only in its own paragraph."""
        for start, day in reversed(self._told[-_REMEMBERED:]):
            recent = self._published is None or abs((self._published - day).days) <= LONG_AGO
            if recent or self.is_one_paragraph(start, position):
                return day
        return self._published

    def item_above(self, position: int) -> date | None:
        """The day that the item above begins with, where an item of a list begins here as well."""
        if not self._begins_item(position):
            return None
        above = (told for told in reversed(self._told[-_REMEMBERED:]) if self._begins_item(told[0]))
        start, day = next(above, (0, None))
        lines = self._text[start:position].split("\n")[1:-1]
        return day if not any(map(str.strip, lines)) else None

    def _begins_item(self, position: int) -> bool:
        return _BULLET.fullmatch(self._text, self._text.rfind("\n", 0, position) + 1, position) is not None

    def in_sentence(self, start: int) -> bool:
        """Whether a day has been told in the sentence already: « mercredi 16, dans la soirée » is that day."""
        sentence = re.split(r"[.!?\n]", self._text[max(0, start - _SENTENCE) : start])[-1]
        return _SAID.search(sentence) is not None

    def is_open(self, match: re.Match[str], told: date) -> bool:
        """Whether it is not said that « la veille » counts from the day told last."""
        return bool(match["of"]) or self._in_passing(match.start(), told) or self._is_detached(match)

    def _in_passing(self, position: int, told: date) -> bool:
        """Whether « la veille » stands within a sentence, and the day told is another paragraph's, of weeks before."""
        begins = re.search(r"(?:[.!?\n«] ?|^)$", self._text[max(0, position - 3) : position]) is not None
        old = self._published is not None and (self._published - told).days > _WEEK
        return old and not begins and not self.near(position)

    def _is_detached(self, match: re.Match[str]) -> bool:
        """Whether « la veille » may count from several days: of « l’appel de la veille », or where none is near."""
        if self.near(match.start()) or "jour" in match["anaphora"]:
            return False
        if self._text[max(0, match.start() - 3) : match.start()] == "de " or self._is_heading(match):
            return True
        return self.is_one_of_several(match.start())

    def _is_heading(self, match: re.Match[str]) -> bool:
        """Whether it stands in a line that is no sentence."""
        start = self._text.rfind("\n", 0, match.start()) + 1
        end = self._text.find("\n", match.end())
        line = self._text[start : end if end >= 0 else None].strip()
        return len(line) <= _HEADING and line[-1:] not in set('.!?…»"”') and start > 0
