"""Paragraphs that a converter, or a mail program, has broken into lines: which line ends are none of the article's."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.reading.lines import BROKEN, Line, blocks, ends_sentence, lines_of, runs_on

_OFTEN: Final = 0.2
"""The share of lines, buttons and the like left out, that run on from which a text counts as broken."""
_FULL: Final = 0.9
"""The share of a text’s width from which a line of it holds all that fits."""
_SURE: Final = 2
"""Full lines above the last one, which ends a sentence, that make a paragraph of lines that all begin with capitals."""
_CREDITED: Final = re.compile(r"\((?:©|photo\b|crédit|[^()/]{2,30} ?/ ?[^()/]{2,30}\)\.?$)", re.I)
"""What a caption ends with: who took the picture, and for whom."""
_BULLETS: Final = frozenset("–—-•·▪*●►")
"""What an item of a list begins with."""


def false_ends(text: str) -> Iterator[tuple[int, int]]:
    """From behind a line to before the next one, for each line whose paragraph goes on there; in order."""
    lines = lines_of(text)
    running = frozenset(number for number in range(len(lines) - 1) if runs_on(lines, number))
    if not running or len(running) < _OFTEN * sum(len(line.text) >= BROKEN for line in lines):
        return
    going_on = running.union(_filled(lines, running))
    for number, (line, following) in enumerate(pairwise(lines)):
        if number in going_on:
            yield line.end, following.start


def _filled(lines: Sequence[Line], running: frozenset[int]) -> Iterator[int]:
    """Lines of a broken paragraph that hold all that fits: the next one’s first word would be too long."""
    width = _FULL * _width(lines, running)
    for block in blocks(lines):
        widest = max(len(lines[number].text) for number in block)
        full = [number for number in block[:-1] if _is_full(lines[number], lines[number + 1], min(widest, width))]
        last = lines[block[-1]].text
        at_the_end = full[-_SURE:] == list(block[-1 - _SURE : -1]) and ends_sentence(last)
        if at_the_end or _CREDITED.search(last) or not running.isdisjoint(block):
            yield from full


def _is_full(line: Line, following: Line, width: float) -> bool:
    first = following.text.split()[0]
    return len(line.text) >= BROKEN and first[0] not in _BULLETS and len(line.text) + 1 + len(first) > width


def _width(lines: Sequence[Line], running: frozenset[int]) -> int:
    """How many characters the lines of a broken text hold: three in four that run on have no more.

    A word that was broken at the end of a line, and is made whole, makes its line longer than that.
    """
    lengths = sorted(len(lines[number].text) for number in running)
    return lengths[3 * len(lengths) // 4]
