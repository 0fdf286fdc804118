"""The lines of a raw text: where they stand, and whether they read like running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

from generator.reading.wordings import MONTH
from generator.text.french import fold

Reasons = dict[int, tuple[str, str]]
"""Kind and rule, by the number of the line that is cut."""
_SPACES: Final = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
CLOSING: Final = f'»"”’)]*_{_SPACES}'
"""What may stand behind the full stop of a sentence."""
_FULL_STOP: Final = frozenset(".!…")
_NOTE_OR_QUOTATION: Final = re.compile(r"\.[»\"” ]*\[\d+\]$|[.!?…] ?[»\"”]$")
_CLOSED: Final = frozenset('»"”]\n')
"""What one of these two ends with."""
_PROSE: Final = 80
"""Characters from which a line that ends like a sentence is running text."""
LONG_PROSE: Final = 140
"""Characters from which a paragraph is surely one of the article."""
_HEADING: Final = 60
"""Characters that the heading of a paragraph has at most."""
BROKEN: Final = 30
"""Characters that a broken line of a paragraph has at least."""
_COUNTED: Final = 4
"""Words from which a line that begins with a number may go on a sentence: « 1 min. 54 » does not."""
_ITEM: Final = 3
"""Words that an item of an enumeration has at least."""
_ENTRIES: Final = 3
"""Lines that begin with a date and end with a full stop, one below the other, that make a chronology."""
_ENTRY: Final = re.compile(
    r"(?:[-–—•*] ?)?(?:(?:le|en) )?(?:\d{1,2}(?:er)?(?:(?: ?[-–] ?| et | au )\d{1,2})? )?"
    rf"(?:{MONTH}(?: \d{{4}})?|\d{{4}})(?: (?:suivant|de la meme annee))? ?[:–—] ?(?=\S)[^\n]{{8,}}[.!?…»]"
)
"""« 9 août 2016 : le barrage cède. », folded."""
_PAUSE: Final = frozenset('.!?…:;»”"')
"""What a line ends with that does not run on."""
_GOES_ON: Final = re.compile(r"[a-zà-öø-ÿ«(\d]")
_GOES_ON_NUMBER: Final = re.compile(r"[a-zà-öø-ÿ«(]")
"""What a line begins with that goes on another; on one that begins with a number, none goes on with a number."""
_KEY: Final = re.compile(r"[a-z][\w-]*:")
"""« title: … »: a line of a header that a program wrote."""
_CLOCK: Final = re.compile(r"\W*(?:[01]?\d|2[0-3]) ?[h:] ?[0-5]\d(?:\W+\w+)?\W*")
"""« 18:32 », « 17 h 58 – CONTEXTE »."""
_GAP: Final = "   "
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
        line = raw.strip()
        if _GAP in line:
            cells = tuple(_CELL.finditer(raw.rstrip()))
            for cell in cells:
                found.append(Line(at + cell.start(), at + cell.end(), cell[0], blank, len(cells) > 1))
                blank = False
        elif line:
            start = at + raw.index(line)
            found.append(Line(start, start + len(line), line, blank))
        blank = not line
        at += len(raw) + 1
    return tuple(found)


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    if line.rstrip(CLOSING)[-1:] in _FULL_STOP:
        return True
    return line[-1:] in _CLOSED and _NOTE_OR_QUOTATION.search(line) is not None


def is_prose(line: str, least: int = _PROSE) -> bool:
    """Whether a line reads like running text: long enough, and ended like a sentence."""
    return len(line) >= least and ends_sentence(line)


def runs_on(lines: Sequence[Line], number: int) -> bool:
    """Whether a line goes on in the next one: a converter, or a mail program, has broken a paragraph there."""
    if number + 1 >= len(lines):
        return False
    line, following = lines[number], lines[number + 1]
    if following.text[0].isdigit() and len(following.text.split()) < _COUNTED:
        return False
    if _KEY.match(line.text) and _KEY.match(following.text):
        return False
    return (
        not following.blank_before
        and len(line.text) >= BROKEN
        and line.text[-1] not in _PAUSE
        and (_GOES_ON_NUMBER if line.text[0].isdigit() else _GOES_ON).match(following.text) is not None
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


def entries_of(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of chronologies, each of a day, a month or a year, and the heading right above."""
    dated = [_ENTRY.fullmatch(fold(line.text)) is not None for line in lines]
    starts = [n for n in range(len(lines) - _ENTRIES + 1) if all(dated[n : n + _ENTRIES])]
    found = {n + step for n in starts for step in range(_ENTRIES)}
    headings = {n - 1 for n in found if n and n - 1 not in found and _is_heading(lines[n - 1].text)}
    return frozenset(found | headings)


def _is_heading(text: str) -> bool:
    return len(text) <= _HEADING and text[-1] not in _PAUSE - {":"}


def blocks(lines: Sequence[Line]) -> Iterator[range]:
    """The lines that stand together, without a blank between."""
    starts = [n for n, line in enumerate(lines) if line.blank_before]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):  # an empty text has none
        yield range(start, end)


_WORD: Final = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=2**12)
def words_of(line: str) -> str:
    """The words of a line, without case, accents and signs."""
    return " ".join(_WORD.findall(fold(line)))


@lru_cache(maxsize=2**12)
def long_words(line: str) -> frozenset[str]:
    """The longer words of a line."""
    return frozenset(word for word in words_of(line).split() if len(word) > 3)


def _takes_up(paragraph: str, heading: str) -> bool:
    """Whether a paragraph begins with the first two words of a heading, or has the first three in it."""
    first, said = words_of(heading).split()[:3], f"{words_of(paragraph)} "
    begun = len(first) > 1 and len(max(first[:2], key=len)) > 3 and said.startswith(f"{' '.join(first[:2])} ")
    return begun or (len(first) > 2 and f" {' '.join(first)} " in said)


@dataclass(frozen=True)
class Sheet:
    """The lines of a text, and what they are to one another, whatever of them is cut."""

    lines: Sequence[Line]

    @cached_property
    def running(self) -> frozenset[int]:
        """The lines that run on in the next one."""
        return frozenset(number for number in range(len(self.lines) - 1) if runs_on(self.lines, number))

    @cached_property
    def within(self) -> frozenset[int]:
        """Lines of a paragraph that is broken here and there: those that run on, those that such a line leads to.

        Those of an enumeration belong to a paragraph as well.
        """
        return self.running | {number + 1 for number in self.running} | self.items

    @cached_property
    def items(self) -> frozenset[int]:
        """The lines of enumerations and chronologies."""
        return items_of(self.lines) | self.entries

    @cached_property
    def entries(self) -> frozenset[int]:
        """The lines of chronologies."""
        return entries_of(self.lines)

    @cached_property
    def prose(self) -> frozenset[int]:
        """The lines that read like running text, or are parts of such a paragraph."""
        return self.within.union(number for number, line in enumerate(self.lines) if is_prose(line.text))

    @cached_property
    def clocks(self) -> frozenset[int]:
        """The lines that say at what time an entry of a live report was written: its heading stands below."""
        return frozenset(n for n, line in enumerate(self.lines) if line.blank_before and _CLOCK.fullmatch(line.text))

    @cached_property
    def taken_up(self) -> frozenset[int]:
        """The headings whose first words the paragraph below takes up: those are what the article is about."""
        return frozenset(
            number
            for number, (line, below) in enumerate(pairwise(self.lines))
            if len(line.text) <= _HEADING and not is_prose(line.text, BROKEN)
            if is_prose(below.text) and _takes_up(below.text, line.text)
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """The longer words of the article's paragraphs."""
        return frozenset().union(*(long_words(line.text) for line in self.lines if is_prose(line.text, LONG_PROSE)))

    @cached_property
    def airy(self) -> bool:
        """Whether blank lines part the paragraphs of the text."""
        return sum(line.blank_before for line in self.lines) >= 0.2 * len(self.lines)
