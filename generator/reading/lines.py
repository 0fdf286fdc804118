"""The lines of a raw text: where they stand, and whether they read like running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.text.french import fold

_ENDED: Final = re.compile(r"[.!…][»\"”’)\]\s]*$|\.[»\"” ]*\[\d+\]$|[.!?…] ?[»\"”]$")
_PROSE: Final = 80
"""Characters from which a line that ends like a sentence is running text."""
_BROKEN: Final = 30
"""Characters that a broken line of a paragraph has at least."""
_COUNTED: Final = 4
"""Words from which a line that begins with a number may go on a sentence: « 1 min. 54 » does not."""
_ITEM: Final = 3
"""Words that an item of an enumeration has at least."""
_CELL: Final = re.compile(r"[^\s](?:[^\n]*?[^\s])??(?= {3}|\Z)")
"""What stands in a column: wide gaps part what a page had side by side."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without the white space around it."""

    start: int
    end: int
    text: str
    blank_before: bool
    """Whether an empty line, or the text's beginning, stands before it."""
    beside: bool = False
    """Whether it stood beside something else on the page: an entry of a menu, not the title of a box."""


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not empty; what wide gaps part counts as lines of its own."""
    found, at, blank = [], 0, True
    for raw in text.split("\n"):
        cells = tuple(_CELL.finditer(raw.rstrip()))
        for cell in cells:
            found.append(Line(at + cell.start(), at + cell.end(), cell[0], blank, len(cells) > 1))
            blank = False
        blank = not raw.strip()
        at += len(raw) + 1
    return tuple(found)


def is_prose(line: str, least: int = _PROSE) -> bool:
    """Whether a line reads like running text: long enough, and ended like a sentence."""
    return len(line) >= least and _ENDED.search(line) is not None


def runs_on(lines: Sequence[Line], number: int) -> bool:
    """Whether a line goes on in the next one: a converter, or a mail program, has broken a paragraph there."""
    if number + 1 >= len(lines):
        return False
    line, following = lines[number], lines[number + 1]
    if following.text[0].isdigit() and len(following.text.split()) < _COUNTED:
        return False
    return (
        not following.blank_before
        and len(line.text) >= _BROKEN
        and re.search(r"[.!?…:;»”\"]$", line.text) is None
        and re.match(r"[a-zà-öø-ÿ«(]" if line.text[0].isdigit() else r"[a-zà-öø-ÿ«(\d]", following.text) is not None
    )


def items_of(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of enumerations: what ends in a semicolon, the last item below, and the colon's line above."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        if line.text.endswith(";") and len(line.text.split()) >= _ITEM:
            found |= {number, number + 1} if number + 1 < len(lines) else {number}
            if number and lines[number - 1].text.endswith(":"):
                found.add(number - 1)
    return frozenset(found)


@lru_cache(maxsize=2**12)
def words_of(line: str) -> str:
    """The words of a line, without case, accents and signs."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(line)))
