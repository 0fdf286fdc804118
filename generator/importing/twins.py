"""Texts that stand in the dossier already: the same file, or one dispatch reprinted."""

import re
from collections import Counter
from collections.abc import Callable
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
_COMMON: Final = 100
"""Texts that are noted for one shingle: what stands in more is a phrase of the press, or a dispatch of which the first
prints are known."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is there: the fingerprint of its original, who published it, and what it reprints."""

    id: str
    sha256: str | None
    publisher: str | None
    reprint_of: str | None


@dataclass(frozen=True, slots=True)
class Twin:
    """The article that has the same text; `shared` is the part of the shorter text that both have, from 0 to 1."""

    known: Known
    shared: float
    same_file: bool


def shingles(text: str) -> frozenset[int]:
    """All runs of five words of a text, folded, each as a number that holds for this run of the program."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    return frozenset(hash(tuple(words[at : at + _LENGTH])) for at in range(len(words) - _LENGTH + 1))


class Texts:
    """The texts of a dossier, by their shingles.

    To ask for the twin of a text takes time by its own length, however many texts there are.
    """

    def __init__(self) -> None:
        """No text yet."""
        self._known: list[tuple[Known, int]] = []
        self._files: dict[str, list[int]] = {}
        self._having: dict[int, tuple[int, ...]] = {}

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._known)

    def add(self, known: Known, of: frozenset[int]) -> None:
        """One text more; `of` are its shingles, none where the text is not at hand."""
        alone = (len(self._known),)  # one record for all that only this text has
        self._known.append((known, len(of)))
        if known.sha256:
            self._files.setdefault(known.sha256, []).extend(alone)
        for shingle in of:
            having = self._having.get(shingle, ())
            if len(having) < _COMMON:
                self._having[shingle] = having + alone if having else alone

    def twin(self, sha256: str, of: frozenset[int], among: Callable[[Known], bool] = lambda _: True) -> Twin | None:
        """The article that was read in the same file, or else the first of those that share most of its text."""
        for number in self._files.get(sha256, ()):
            known, _ = self._known[number]
            if among(known):
                return Twin(known, 1.0, same_file=True)
        shared = Counter(number for shingle in of for number in self._having.get(shingle, ()))
        best: Twin | None = None
        for number, common in sorted(shared.items()):
            known, size = self._known[number]
            least = min(len(of), size)
            part = common / least if least >= _LEAST else 0.0
            if part >= _SHARED and (best is None or part > best.shared) and among(known):
                best = Twin(known, part, same_file=False)
        return best
