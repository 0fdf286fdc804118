"""Finding a quotation in the text that it is taken from, however either of them is set."""

import re
import unicodedata
from collections.abc import Sequence, Set
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from generator.text.french import fold

_MARKS: Final = frozenset("'’‘‛`´ʼ′\"“”„‟″«»‹›")
"""Apostrophes and quotation marks: they are set otherwise in every paper, and nested in every quotation."""
_HYPHENS: Final = frozenset("-‐‑‒–—−﹣－")
_WORD: Final = re.compile(r"[^\W_]+")


def find(quotation: str, original: str) -> tuple[int, int] | None:
    """Where (start, end) a quotation stands in an original, both with composed accents (NFC), else None.

    White space, quotation marks and apostrophes make no difference, nor does the sort of a hyphen. A match begins
    and ends where words of the original do.
    """
    wanted, _ = _essence(quotation)
    held, offsets = _essence(original)
    at = held.find(wanted) if wanted else -1
    while at >= 0:
        start, end = offsets[at], offsets[at + len(wanted) - 1] + 1
        if not any(_inside_word(original, edge) or _inside_number(original, edge) for edge in (start, end)):
            return start, end
        at = held.find(wanted, at + 1)
    return None


def nearest(quotation: str, original: str) -> str:
    """The passage of an original that most resembles a quotation which does not stand in it; « » if none does.

    It has the most of its words in their order, then its first and its last, then its length, or up to a third more or
    less: words are left out and added.
    """
    wanted = [fold(word) for word in _WORD.findall(quotation)]
    found = list(_WORD.finditer(original))
    words = [fold(match[0]) for match in found]
    slack = max(1, len(wanted) // 3)
    matcher = SequenceMatcher(None, [], wanted, autojunk=False)
    best, span = (0, 0, 0), (0, 0)
    for length in range(max(1, len(wanted) - slack), len(wanted) + slack + 1):
        for at in range(len(words) - length + 1):
            window = words[at : at + length]
            matcher.set_seq1(window)
            shared = (length + len(wanted)) / 2
            if round(matcher.quick_ratio() * shared) >= max(best[0], 1):
                kept = round(matcher.ratio() * shared), _ends_alike(window, wanted), -abs(length - len(wanted))
                best, span = max((best, span), (kept, (at, at + length)), key=lambda each: each[0])
    if best[0] < _LEAST * len(wanted) or not best[0]:
        return ""
    return " ".join(original[found[span[0]].start() : found[span[1] - 1].end()].split())


_LEAST: Final = 0.4
"""The share of a quotation's words that a passage must have to resemble it."""


def _ends_alike(words: Sequence[str], wanted: Sequence[str]) -> int:
    """How many of the two ends are the same."""
    return (words[0] == wanted[0]) + (words[-1] == wanted[-1])


def side_by_side(quotation: str, passage: str) -> tuple[str, str]:
    """Both texts, with what differs between ⟦ and ⟧."""
    ours, theirs = quotation.split(), passage.split()
    keys = [["".join(_WORD.findall(word)) or word for word in side] for side in (ours, theirs)]
    if keys[0] == keys[1]:  # they differ by signs alone
        keys = [[_essence(word)[0] for word in side] for side in (ours, theirs)]
    codes = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes()
    return (
        " ".join(_marked(ours[a:b], tag != "equal") for tag, a, b, _, _ in codes if a < b),
        " ".join(_marked(theirs[c:d], tag != "equal") for tag, _, _, c, d in codes if c < d),
    )


def word_runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    """All runs of so many words in a text, case and accents aside."""
    words = [fold(word) for word in _WORD.findall(text)]
    return frozenset(tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def copied(text: str, runs: Set[tuple[str, ...]], length: int) -> list[tuple[int, int]]:
    """The stretches (start, end) of a text that consist of runs of `length` words, as `word_runs` gives them."""
    found = list(_WORD.finditer(text))
    words = [fold(match[0]) for match in found]
    stretches: list[tuple[int, int]] = []
    for at in range(len(words) - length + 1):
        if tuple(words[at : at + length]) in runs:
            start, end = found[at].start(), found[at + length - 1].end()
            if stretches and start <= stretches[-1][1]:
                start = stretches.pop()[0]
            stretches.append((start, end))
    return stretches


@lru_cache(maxsize=2**12)
def _essence(text: str) -> tuple[str, tuple[int, ...]]:
    """What counts in a comparison, with the place in `text` of each of its characters."""
    chars: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        kept = _kept(char)
        chars.append(kept)
        offsets += [offset] * len(kept)
    return "".join(chars), tuple(offsets)


def _kept(char: str) -> str:
    if char.isspace() or char in _MARKS or unicodedata.category(char) == "Cf":  # Cf: soft hyphens, marks of no width
        return ""
    if char in _HYPHENS:
        return "-"
    return "..." if char == "…" else char


def _inside_word(text: str, at: int) -> bool:
    """Whether a place between two characters of a text lies within a word."""
    return 0 < at < len(text) and all(unicodedata.category(char)[0] in "LMN" for char in text[at - 1 : at + 1])


def _inside_number(text: str, at: int) -> bool:
    """Whether a place in a text lies within a number: between its groups of thousands, or at its decimal sign."""
    before, after = text[max(0, at - _NUMBER_REACH) : at], text[at : at + _NUMBER_REACH]
    return any(left.search(before) and right.match(after) for left, right in _WITHIN_NUMBER)


_NUMBER_REACH: Final = 20
_WITHIN_NUMBER: Final = (
    (re.compile(r"\d[.,]$"), re.compile(r"\d")),
    (re.compile(r"\d$"), re.compile(r"[.,]\d")),
    (re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]$"), re.compile(r"\d{3}(?!\d)")),
    (re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})*$"), re.compile(r"[ \u00a0\u202f]\d{3}(?!\d)")),
)
"""What stands before and behind a place within a number."""


def _marked(words: Sequence[str], differ: bool) -> str:
    return f"⟦{' '.join(words)}⟧" if differ else " ".join(words)
