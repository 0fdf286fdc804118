"""What clings to an article's text: found, named, and never cut without a rule that says why."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.reading.evidence import Scales, ended, is_sentence, own_scales
from generator.reading.layout import by_layout, nearly_repeated
from generator.reading.lines import Line, Reasons, Sheet, is_prose, lines_of, long_words, runs_on, words_of
from generator.reading.places import ASKING, Page, doubts, headline
from generator.reading.rules import Reach, Rule, flat
from generator.reading.sieve import Sieve
from generator.reading.telling import gives_words, without_quoted


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A stretch, from `start` to before `end`, that is no part of the article: its kind, and the rule's name."""

    start: int
    end: int
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Noise:
    """What a text holds beside the article, and what only looks so and stays."""

    cuts: tuple[Cut, ...]
    doubtful: tuple[Cut, ...]


_LONG_PROSE: Final = 200
_HEADED_PROSE: Final = 100
_PLAIN_PROSE: Final = 40
"""Characters of a paragraph that ends with a full stop: hardly a headline does."""
_LONGEST: Final = 420


def noise(text: str, rules: Sequence[Rule], apart: Sequence[Cut] = (), scales: Scales | None = None) -> Noise:
    """All that clings to a text, in order; nothing overlaps. What is left holds nothing more by the same rules.

    `apart` is known to be cut. Evidence is weighed on the generator's own `scales`, if no others are given.
    """
    cuts = tuple(merged(text, apart))
    described = _Described(_sieves(tuple(rules)))
    plain = flat(text)
    scales = scales or own_scales()
    while True:
        found, sheet = _once(_masked(text, cuts), _masked(plain, cuts), described, scales)
        if not found:
            return Noise(cuts, tuple(_doubtful(sheet, scales)))
        cuts = tuple(merged(text, [*cuts, *found]))


def _once(text: str, plain: str, described: "_Described", scales: Scales) -> tuple[list[Cut], Sheet]:
    """What clings to a text at first sight, and its lines: where that is gone, more may show."""
    passages = list(described.passages(plain))
    sheet = Sheet(lines_of(_masked(text, passages)))
    lines = sheet.lines
    title = headline(sheet, scales)
    rules = _described(sheet, described, scales)
    by_rules = _by_rules(lines, rules, sheet.items | _like(lines, title) | _headings(sheet, rules))
    cut = by_layout(sheet, by_rules, title, scales)
    cuts = [Cut(lines[i].start, lines[i].end, *why) for i, why in sorted(cut.items())]
    return [*passages, *cuts], sheet


def _described(sheet: Sheet, described: "_Described", scales: Scales) -> Sequence[Rule | None]:
    """The rule that describes each line; none that asks something of the reader, where the article goes on.

    None describes an entry of a chronology: it has a date because it tells of it.
    """
    page = Page(sheet, {}, scales)
    found = [described.by(line.text) for line in sheet.lines]
    return [
        None
        if number in sheet.entries
        or (rule and rule.kind in ASKING and (number in sheet.taken_up or page.tells(number)))
        else rule
        for number, rule in enumerate(found)
    ]


def _doubtful(sheet: Sheet, scales: Scales) -> Iterator[Cut]:
    """What stays of a text of which nothing more is cut, though something speaks against it."""
    for line in nearly_repeated(sheet.lines, {}):
        yield Cut(line.start, line.end, "paragraph_duplicate", "passage-presque-repete")
    for line, weight in doubts(sheet, {}, scales):
        yield Cut(line.start, line.end, weight.kind, weight.rule)


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))


def _masked(text: str, cuts: Iterable[Cut]) -> str:
    parts, done = [], 0
    for cut in sorted(cuts):
        if cut.start >= done:
            parts += [text[done : cut.start], _blank(text[cut.start : cut.end])]
            done = cut.end
    return "".join((*parts, text[done:]))


_MARKS: Final = re.compile(r"(?:[>*_•●▪► ]|#+ )+")
"""Marks of a list, a heading or emphasis before a line's words."""


@dataclass(frozen=True, slots=True)
class _Sieves:
    """Rules ready to be held against a text and its lines."""

    passages: tuple[Rule, ...]
    whole: tuple[Rule, ...]
    for_passages: Sieve
    for_lines: Sieve


@lru_cache(maxsize=4)
def _sieves(rules: tuple[Rule, ...]) -> _Sieves:
    passages = tuple(rule for rule in rules if rule.reach is Reach.PASSAGE)
    whole = tuple(rule for rule in rules if rule.reach is not Reach.PASSAGE)
    return _Sieves(
        passages,
        whole,
        Sieve([rule.pattern for rule in passages]),
        Sieve([rule.pattern for rule in whole], whole=True),
    )


class _Described:
    """Which rule describes a line: the same lines are asked about each time that something more was cut."""

    def __init__(self, sieves: _Sieves) -> None:
        self._sieves = sieves
        self._known: dict[str, Rule | None] = {}

    def passages(self, plain: str) -> Iterator[Cut]:
        """What rules describe wherever it stands, in a text without accents."""
        for number, match in self._sieves.for_passages.matches(plain):
            rule = self._sieves.passages[number]
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            end = match.end() - len(match[0]) + len(match[0].rstrip())
            if start < end:
                yield Cut(start, end, rule.kind, rule.name)

    def by(self, line: str) -> Rule | None:
        """The first rule that describes a line; none is asked about a line longer than a paragraph of boilerplate."""
        if len(line) > _LONGEST:
            return None
        if line not in self._known:
            self._known[line] = self._asked(line)
        return self._known[line]

    def _asked(self, line: str) -> Rule | None:
        if ended(line) and gives_words(line):
            return None
        marks = _MARKS.match(line)
        words = line[marks.end() if marks else 0 :].rstrip("*_ ") or line
        number = self._sieves.for_lines.describing(flat(words))
        rest = without_quoted(words) if is_sentence(words) else words
        if number is None or (rest != words and self._sieves.for_lines.describing(flat(rest)) is None):
            return None
        return self._sieves.whole[number]


def _like(lines: Sequence[Line], title: int | None) -> frozenset[int]:
    """The headline, wherever it stands."""
    if title is None:
        return frozenset()
    return frozenset(n for n, line in enumerate(lines) if words_of(line.text) == words_of(lines[title].text))


_SHARED: Final = 2
"""Longer words of the article that an advertisement hardly has."""


def _headings(sheet: Sheet, rules: Sequence[Rule | None]) -> frozenset[int]:
    """Short lines between an advertisement's mark and a paragraph that have words of the article: its headings."""
    marks = [n for n, rule in enumerate(rules[:-2]) if rule and rule.kind == "ad" and rule.reach is Reach.BOX]
    return frozenset(
        number + 1
        for number in marks
        if _may_head(sheet.lines[number + 1])
        and is_prose(sheet.lines[number + 2].text)
        and len(sheet.words & long_words(sheet.lines[number + 1].text)) >= _SHARED
    )


def _by_rules(lines: Sequence[Line], rules: Sequence[Rule | None], body: Container[int]) -> Reasons:
    """What rules cut; none reaches beyond a line of `body`, which is known to be the article's."""
    cut: Reasons = {}
    for number, rule in enumerate(rules):
        if rule is None or (number in cut and rule.reach is Reach.LINE):
            continue
        cut.setdefault(number, (rule.kind, rule.name))
        for following in range(number + 1, _reached(lines, rules, number, rule)):
            if following in body:
                break
            cut.setdefault(following, (rule.kind, rule.name))
    return cut


def _reached(lines: Sequence[Line], rules: Sequence[Rule | None], number: int, rule: Rule) -> int:
    """The number of the first line that a rule found at a line does not reach any more."""
    above = not any(is_prose(line.text) for line in lines[:number])
    if rule.reach is Reach.LINE or (above and rule.reach is Reach.END):
        return number + 1
    for following in range(number + 1, len(lines)):
        if rules[following] is not None and rule.reach is not Reach.END:
            return following
        line = lines[following]
        if _resumes(lines, number, following, rule) or (above and line.blank_before and is_sentence(line.text)):
            heads = following > number + 2 and not line.blank_before and _may_head(lines[following - 1])
            return following - heads
    return len(lines)


_HEADING: Final = 60


def _may_head(line: Line) -> bool:
    """Whether the last title of a list may be the heading of the paragraph that stands right below."""
    return not line.blank_before and len(line.text) <= _HEADING and not is_sentence(line.text)


def _resumes(lines: Sequence[Line], number: int, following: int, rule: Rule) -> bool:
    """Whether the text goes on at a line that follows one with a rule of some reach."""
    line = lines[following]
    if rule.reach is Reach.BOX:
        open_box = not lines[number].beside and not line.blank_before
        return not open_box or is_prose(line.text) or runs_on(lines, following)
    if rule.kind == "author_box" and following == number + 1 and not line.blank_before:
        return False  # what stands right below « l’auteur » is about the author, however long
    if rule.reach is Reach.FOLLOWING:
        plain = line.blank_before and is_prose(line.text, _PLAIN_PROSE) and line.text.endswith(".")
        return plain or is_prose(line.text, _HEADED_PROSE) or (line.blank_before and _goes_on(lines, number, following))
    return is_prose(line.text, _LONG_PROSE) and line.blank_before


def _goes_on(lines: Sequence[Line], number: int, following: int) -> bool:
    """Whether a title after a blank line heads the text again: those of the list stand right below its heading."""
    close = following > number + 1 and not lines[number + 1].blank_before
    return close and following + 1 < len(lines) and is_prose(lines[following + 1].text, _HEADED_PROSE)


def merged(text: str, cuts: Iterable[Cut]) -> Iterator[Cut]:
    """Cuts in order, without overlaps; neighbours by one rule, with only white space between, are one."""
    last: Cut | None = None
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if last is None:
            last = cut
        elif cut.start < last.end:
            if cut.end > last.end:
                yield last
                last = Cut(last.end, cut.end, cut.kind, cut.rule)
        elif cut.rule == last.rule and not text[last.end : cut.start].strip():
            last = Cut(last.start, cut.end, last.kind, last.rule)
        else:
            yield last
            last = cut
    if last is not None:
        yield last


def blanked(text: str, cuts: Sequence[Cut]) -> str:
    """`text`, as long as before, with what is cut made blank; its line ends stay."""
    return _masked(text, cuts)


def inside(position: int, cuts: Sequence[Cut]) -> bool:
    """Whether a position lies in one of the cuts, which are in order."""
    index = bisect_right(cuts, position, key=lambda cut: cut.start) - 1
    return index >= 0 and position < cuts[index].end
