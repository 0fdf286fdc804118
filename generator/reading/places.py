"""Where a line stands: above the article, in it, below it; there its evidence is weighed, or its place decides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from generator.reading.evidence import (
    Scales,
    Setting,
    Weight,
    ended,
    is_foreign,
    is_sentence,
    weigh,
    words_against,
    words_weigh,
)
from generator.reading.lines import LONG_PROSE, Line, Reasons, Sheet, blocks, is_prose, long_words, words_of
from generator.text.sentences import sentences

ASKING: Final = frozenset(
    "read_also subscribe_prompt newsletter_box share_bar share_prompt reader_prompt support_prompt buttons comments "
    "comments_prompt correction_prompt copyright legal".split()
)
"""Kinds of noise that speak to the reader: whoever reads the article’s own words there is misled by them."""
_LONGEST: Final = 420
_HEADLINE: Final = 95
_LEAST: Final = 1.0
"""What a line's words must weigh, so that its form alone never cuts it."""


@dataclass(frozen=True)
class Page:
    """The lines of a text with what is cut of them so far."""

    sheet: Sheet
    cut: Reasons
    scales: Scales

    @property
    def lines(self) -> Sequence[Line]:
        """All lines, cut or not."""
        return self.sheet.lines

    @cached_property
    def prose(self) -> frozenset[int]:
        """The lines that are paragraphs of the article, or parts of such."""
        return frozenset(n for n in self.sheet.prose - self.cut.keys() if self._is_prose(n))

    @cached_property
    def first(self) -> int:
        """The first long paragraph: what stands above is headline, standfirst and the like."""
        long = [number for number in self.prose if len(self.lines[number].text) >= LONG_PROSE]
        return min(long or self.prose, default=0)

    def tells(self, number: int) -> bool:
        """Whether a line is a paragraph that tells something, whatever it seems to ask of the reader."""
        return is_prose(self.lines[number].text) and tells(self.lines[number].text, self.scales)

    def _is_prose(self, number: int) -> bool:
        long = len(self.lines[number].text) > _LONGEST
        return long or number in self.sheet.within or not self.speaks_against(number) or self.tells(number)

    def shared(self, number: int) -> int:
        """How many longer words a line shares with the article."""
        return len(self.sheet.words & long_words(self.lines[number].text))

    def words(self, number: int) -> float:
        """What the words of a line weigh against it, wherever it stands."""
        return words_weigh(self.lines[number].text, self.scales)

    def weight(self, number: int) -> Weight:
        """What speaks against a line."""
        near = [n for n in (number - 1, number + 1) if self._glued(n, number) and n not in self.sheet.clocks]
        setting = Setting(
            shared=self.shared(number),
            beside=any(n in self.cut for n in near),
            heads=self._heads(number),
            named=self._named(number),
            taken_up=number in self.sheet.taken_up,
        )
        return weigh(self.lines[number].text, setting, self.scales)

    @cached_property
    def site(self) -> str:
        """The site's name, where it stands above the article, without case and accents; or nothing."""
        cut = (self.lines[n].text for n in sorted(self.cut) if self.cut[n][0] in {"site_name", "masthead"})
        name = next((words_of(re.split(r" [-–—|:/] ", text)[0]) for text in cut), "")
        return name if len(name) >= 8 and " " in name else ""

    def _named(self, number: int) -> bool:
        return bool(self.site) and f" {self.site} " in f" {words_of(self.lines[number].text)} "

    def _glued(self, one: int, other: int) -> bool:
        """Whether two lines that follow each other have no blank between them, in a text that has such."""
        return self.sheet.airy and 0 <= one < len(self.lines) and not self.lines[max(one, other)].blank_before

    def _heads(self, number: int) -> bool:
        """Whether a line stands where the heading of a paragraph stands."""
        below = self.lines[number + 1].text if number + 1 < len(self.lines) else ""
        return is_prose(below) and (number - 1 in self.sheet.clocks or not self._glued(number - 1, number))

    def speaks_against(self, number: int) -> bool:
        """Whether a line that reads like a paragraph is none: it takes two clues of its words, and more weight."""
        limits = self.scales.thresholds
        return self.words(number) >= limits["mots"] and self.weight(number).total >= limits["phrase"]


@lru_cache(maxsize=2**10)
def tells(text: str, scales: Scales) -> bool:
    """Whether a paragraph has several sentences of which one names somebody and says nothing to the reader.

    Whatever the others say – « Envoyez vos commentaires à Washington, aurait-il plaisanté » – it is the article's.
    """
    said = [text[start:end] for start, end in sentences(text)]
    return len(said) > 1 and any(
        len(one) >= _TOLD and _NAME.search(one) is not None and not words_against(one, scales) for one in said
    )


_TOLD: Final = 25
"""Characters of a sentence that may tell something by itself."""
_NAME: Final = re.compile(r"(?<=[\w,’] )(?:[ld]’)?[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{3,}")
"""A name that does not begin the sentence."""


def by_evidence(sheet: Sheet, cut: Reasons, scales: Scales) -> Reasons:
    """The lines that are cut for what their words and their place add up to."""
    page = Page(sheet, cut, scales)
    found: Reasons = {}
    for number, threshold in _thresholds(page):
        text = sheet.lines[number].text
        words = scales.thresholds["mots"] if is_sentence(text) else _LEAST
        if page.words(number) >= words or is_foreign(text):
            weight = page.weight(number)
            if weight.total >= threshold and not (weight.kind in ASKING and page.tells(number)):
                found[number] = (weight.kind, weight.rule)
    return found | _boxes(page, found) | _lists(page, found)


def doubts(sheet: Sheet, cut: Reasons, scales: Scales) -> Iterator[tuple[Line, Weight]]:
    """The lines that stay though not much is missing."""
    page = Page(sheet, cut, scales)
    for number, threshold in _thresholds(page):
        if page.words(number) >= _LEAST:
            weight = page.weight(number)
            if threshold - scales.thresholds["doute"] <= weight.total:
                yield sheet.lines[number], weight


def _thresholds(page: Page) -> Iterator[tuple[int, float]]:
    """The lines that may be cut for what speaks against them, with the sum that it takes where they stand."""
    if not page.prose:
        return
    first, last, within = page.first, max(page.prose), page.sheet.within
    titles = _titles(page, first)
    for number, line in enumerate(page.lines):
        if number in page.cut or number in within or len(line.text) > _LONGEST or number == titles.stop - 1:
            continue
        place = "tete" if number < first else "fin" if number > last else "milieu"
        if number in titles:
            place = "titre"
        elif is_sentence(line.text):
            place = "phrase-fin" if number > last else "phrase"
        yield number, page.scales.thresholds[place]


def _titles(page: Page, first: int) -> range:
    """Where the headline may be: the line above the first paragraph that shares most with it, or right above that."""
    short = (n for n in range(first) if n not in page.cut and _may_be_title(page.lines[n].text))
    above = [n for n in short if not _is_furniture(page, n)]
    above = [n for n in above if not _is_label(page, n)] or above
    best = max(above, key=page.shared, default=None)
    if best is None:
        return range(0)
    start = max((n for n in above if n < best), default=best) if is_deck(page.lines[best].text) else best
    return range(start, best + 1)


_BULLET: Final = re.compile(r"[•▪■‣◦]|[-–*] ")


def _may_be_title(text: str) -> bool:
    return len(text) <= 200 and not _BULLET.match(text)


def headline(sheet: Sheet, scales: Scales) -> int | None:
    """The line above the first paragraph that is surely the headline or the standfirst, or None."""
    page = Page(sheet, {}, scales)
    titles = _titles(page, page.first) if page.prose else range(0)
    return min((n for n in titles if page.shared(n) + _has_name(page, n) >= _TITLE_WORDS), default=None)


_TITLE_WORDS: Final = 3
"""Longer words that a headline shares with its article, so that it is known for one; a name counts twice."""


def _has_name(page: Page, number: int) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", page.lines[number].text)
    return any(word[0].isupper() and words_of(word) in page.sheet.words for word in words[1:])


def _is_label(page: Page, number: int) -> bool:
    """Whether a line in capitals names a section, and what it is about: « MONDE – NORVÈGE-SUÈDE »."""
    heaviest = next(iter(words_against(page.lines[number].text, page.scales)), None)
    return page.lines[number].text.isupper() and heaviest is not None and heaviest.kind == "rubric"


_NEVER_TITLES: Final = frozenset(
    "caption credit legal subscribe_prompt newsletter_box share_bar reader_prompt publication_line contact".split()
)


def _is_furniture(page: Page, number: int) -> bool:
    """Whether a line above an article is no headline, however much it shares with the article."""
    heaviest = next(iter(words_against(page.lines[number].text, page.scales)), None)
    if heaviest is None or heaviest.kind not in _NEVER_TITLES:
        return False
    return page.weight(number).total >= page.scales.thresholds["milieu"]


def is_deck(text: str) -> bool:
    """Whether a line above an article is rather what stands below its headline: long, or a sentence, no question."""
    return len(text) > _HEADLINE or (is_sentence(text) and not text.endswith("?"))


def _boxes(page: Page, found: Reasons) -> Reasons:
    """Lines of a block that stands apart, none of them a sentence, where one of them is cut."""
    more: Reasons = {}
    if not page.sheet.airy or not page.prose:
        return more
    for block in blocks(page.lines):
        left = [n for n in block if n not in page.cut and n not in found]
        causes = [found[n] for n in block if n in found]
        apart = not any(n in page.prose or n in page.sheet.within for n in block) and block.start > page.first
        if left and causes and apart and not any(is_sentence(page.lines[n].text) for n in left):
            more |= {n: (causes[0][0], "boite-d-indices") for n in left if len(page.lines[n].text) <= _LONGEST}
    return more


_LISTS: Final = frozenset(
    "related_articles read_also most_read newsletter_box share_bar share_prompt widget reader_prompt subscribe_prompt "
    "navigation buttons audio_player support_prompt infobox".split()
)
"""Kinds of noise that come with more lines of the same box."""


def _lists(page: Page, found: Reasons) -> Reasons:
    """Short lines between two paragraphs below one that begins a box, but the last: it may head the paragraph."""
    more: Reasons = {}
    whole = page.cut | found
    cause: tuple[str, str] | None = None
    for number in range(page.first + 1, max(page.prose, default=0)):
        text = page.lines[number].text
        if number in page.prose or number in page.sheet.within or (number not in whole and is_sentence(text)):
            cause = None
        elif number in whole:
            cause = whole[number] if whole[number][0] in _LISTS else cause
        elif cause and len(text) <= _HEADLINE and (number + 1 not in page.prose or _same_row(page, number)):
            more[number] = (cause[0], "liste-d-une-boite")
    return more


def _same_row(page: Page, number: int) -> bool:
    """Whether a line begins with a number or a clock as the one above does: it is one more of a list."""
    above, line = page.lines[number - 1].text, page.lines[number].text
    return bool(re.match(r"\d", above) and re.match(r"\d", line))


def after_the_article(sheet: Sheet, cut: Reasons, scales: Scales) -> Reasons:
    """Below the last paragraph: what is no sentence is no part of the article."""
    lines, page = sheet.lines, Page(sheet, cut, scales)
    if not page.prose:
        return {}
    last = max(page.prose)
    if re.search(r":\W*$", lines[last].text):
        return {}
    return {
        n: ("footer", "apres-l-article")
        for n in range(last + 1, len(lines))
        if n not in cut and len(lines[n].text) <= 120 and not ended(lines[n].text)
    }
