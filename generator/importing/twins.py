"""Texts that stand in the dossier already: the same file, or one dispatch reprinted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.text.french import fold

_LENGTH: Final = 5
"""Words in a shingle: shorter ones are shared by chance, longer ones do not outlive an editor's changes."""
_SHARED: Final = 0.5
"""Of the shorter text's shingles. Two accounts of one meeting share below a tenth, however many quotations they
take from the same statement; a dispatch that was cut or retitled keeps nearly all."""
_LEAST: Final = 15
"""Shingles that a text must have to be compared: a few common words prove nothing."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is there: the fingerprint of its original, and its text's shingles where the text is at hand."""

    id: str
    sha256: str | None
    publisher: str | None
    reprint_of: str | None
    shingles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Twin:
    """The article that has the same text; `shared` is the part of the shorter text that both have, from 0 to 1."""

    known: Known
    shared: float
    same_file: bool


def shingles(text: str) -> frozenset[str]:
    """All runs of five words of a text, folded."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    return frozenset(" ".join(words[at : at + _LENGTH]) for at in range(len(words) - _LENGTH + 1))


def twin(sha256: str, of: frozenset[str], known: Iterable[Known]) -> Twin | None:
    """The article that was read in the same file, or else the one that shares most of its text."""
    best: Twin | None = None
    for one in known:
        if one.sha256 == sha256:
            return Twin(one, 1.0, same_file=True)
        least = min(len(of), len(one.shingles))
        shared = len(of & one.shingles) / least if least >= _LEAST else 0.0
        if shared >= _SHARED and (best is None or shared > best.shared):
            best = Twin(one, shared, same_file=False)
    return best
