"""Where a line stands: above the article, in it, below it; there its evidence is weighed, or its place decides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.reading.evidence import Scales, Weight, weigh, words_against
from generator.reading.lines import Line, is_prose, runs_on, words_of

Reasons = dict[int, tuple[str, str]]
"""Kind and rule, by the number of the line that is cut."""

_LONGEST: Final = 420
_HEADING: Final = 140
_SENTENCE: Final = re.compile(r"[.!?…][»\"”’)\]\s]*$")
_BROKEN: Final = 0.2
"""The share of lines that run on from which a text counts as broken by a converter."""


@dataclass(frozen=True)
class Page:
    """The lines of a text with what is cut of them so far."""

    lines: Sequence[Line]
    cut: Reasons
    scales: Scales

    @cached_property
    def prose(self) -> frozenset[int]:
        """The lines that are paragraphs of the article, or parts of such."""
        return frozenset(n for n in range(len(self.lines)) if n not in self.cut and self._is_prose(n))

    @cached_property
    def within(self) -> frozenset[int]:
        """Lines of a broken paragraph: those that run on, those that such a line leads to, and what is about them."""
        running = {n for n in range(len(self.lines) - 1) if runs_on(self.lines, n)}
        inside = running | {n + 1 for n in running}
        if len(running) >= _BROKEN * len(self.lines):
            for block in blocks(self.lines):
                if any(n in running for n in block):
                    inside.update(block)
        return frozenset(inside)

    def _is_prose(self, number: int) -> bool:
        text = self.lines[number].text
        if number in self.within:
            return True
        return is_prose(text) and not (len(text) <= _LONGEST and self.speaks_against(number))

    @cached_property
    def words(self) -> frozenset[str]:
        """The longer words of the article's paragraphs."""
        long = (line.text for line in self.lines if is_prose(line.text, _HEADING))
        return frozenset(word for text in long for word in words_of(text).split() if len(word) > 3)

    def shared(self, number: int) -> int:
        """How many longer words a line shares with the article."""
        return sum(word in self.words for word in set(words_of(self.lines[number].text).split()) if len(word) > 3)

    def weight(self, number: int) -> Weight:
        """What speaks against a line."""
        line = self.lines[number]
        near = [n for n in (number - 1, number + 1) if 0 <= n < len(self.lines) and self._adjoin(n, number)]
        return weigh(line.text, self.shared(number), any(n in self.cut for n in near), self.scales)

    def _adjoin(self, one: int, other: int) -> bool:
        return not self.lines[max(one, other)].blank_before

    def speaks_against(self, number: int) -> bool:
        """Whether a line that reads like a paragraph is none: it takes two clues of its words, and more weight."""
        found = self.weight(number)
        return (
            len(words_against(self.lines[number].text, self.scales)) >= 2
            and found.total >= self.scales.thresholds["phrase"]
        )


def blocks(lines: Sequence[Line]) -> Iterator[range]:
    """The lines that stand together, without a blank between."""
    starts = [n for n, line in enumerate(lines) if line.blank_before]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield range(start, end)


def by_evidence(lines: Sequence[Line], cut: Reasons, scales: Scales) -> Reasons:
    """The lines that are cut for what their words and their place add up to."""
    page = Page(lines, cut, scales)
    if not page.prose:
        return {}
    first = next((n for n in sorted(page.prose) if len(lines[n].text) >= _HEADING), min(page.prose))
    last = _last(page)
    title = _title(page, first)
    found: Reasons = {}
    for number in range(len(lines)):
        if number in cut or number in page.within or len(lines[number].text) > _LONGEST or number == title:
            continue
        place = "tete" if number < first else "fin" if number > last else "milieu"
        threshold = page.scales.thresholds["phrase" if is_prose(lines[number].text) else place]
        weight = page.weight(number)
        clues = len(words_against(lines[number].text, scales))
        if weight.total >= threshold and clues >= (2 if is_prose(lines[number].text) else 1):
            found[number] = (weight.kind, weight.rule)
    return found


def _title(page: Page, first: int) -> int | None:
    """The line above the first paragraph that shares most with the article: it may be the headline."""
    above = [n for n in range(first) if n not in page.cut and len(page.lines[n].text) <= 200]
    return max(above, key=page.shared, default=None)


def _last(page: Page) -> int:
    """The last paragraph of the article."""
    return max(page.prose)


def after_the_article(lines: Sequence[Line], cut: Reasons, scales: Scales) -> Reasons:
    """Below the last paragraph: what is no sentence is no part of the article."""
    page = Page(lines, cut, scales)
    if not page.prose:
        return {}
    last = _last(page)
    if re.search(r":\W*$", lines[last].text):
        return {}
    return {
        n: ("footer", "apres-l-article")
        for n in range(last + 1, len(lines))
        if n not in cut and len(lines[n].text) <= 120 and not _SENTENCE.search(lines[n].text)
    }
