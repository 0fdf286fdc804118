"""Paragraphs that a converter, or a mail program, has broken into lines: which line ends are none of the article's."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.reading.lines import BROKEN, Line, blocks, lines_of, runs_on

_OFTEN: Final = 0.2
"""The share of lines that run on from which a text counts as broken."""
_FULL: Final = 0.9
"""The share of a text’s width from which a line of it holds all that fits."""
_BULLETS: Final = frozenset("–—-•·▪*●►")
"""What an item of a list begins with."""


def false_ends(text: str) -> Iterator[tuple[int, int]]:
    """From behind a line to before the next one, for each line whose paragraph goes on there; in order."""
    lines = lines_of(text)
    running = frozenset(number for number in range(len(lines) - 1) if runs_on(lines, number))
    if not lines or len(running) < _OFTEN * len(lines):
        return
    going_on = running.union(_filled(lines, running))
    for number, (line, following) in enumerate(pairwise(lines)):
        if number in going_on:
            yield line.end, following.start


def _filled(lines: Sequence[Line], running: frozenset[int]) -> Iterator[int]:
    """Lines of a broken paragraph that hold all that fits: the next one’s first word would be too long."""
    width = _FULL * _width(lines, running)
    for block in blocks(lines):
        if running.isdisjoint(block):
            continue
        widest = max(len(lines[number].text) for number in block)
        for number in block[:-1]:
            text, following = lines[number].text, lines[number + 1].text.split()[0]
            full = len(text) >= BROKEN and len(text) + 1 + len(following) > min(widest, width)
            if full and following[0] not in _BULLETS:
                yield number


def _width(lines: Sequence[Line], running: frozenset[int]) -> int:
    """How many characters the lines of a broken text hold: three in four that run on have no more.

    A word that was broken at the end of a line, and is made whole, makes its line longer than that.
    """
    lengths = sorted(len(lines[number].text) for number in running)
    return lengths[3 * len(lengths) // 4]
