"""Words with their places, and a table that finds sequences of words in one pass."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Final, Generic, TypeVar

from generator.text.french import fold

T = TypeVar("T")

_WORD: Final = re.compile(r"(\w+)")
_JOINED: Final = frozenset({" ", "-", "’", "\n", ". ", "°", "° "})
"""What may stand between two words of one name: « Abou-Dhabi », « L’Aquila », « J. Dupont », « n° 1 »."""


@cache
def _key(word: str) -> str:
    return fold(word)


def _chained(keys: Sequence[str]) -> tuple[list[int], dict[str, int]]:
    """For each word, where the same one stands before; and where each stands last. A list for each takes longer."""
    before: list[int] = []
    last: dict[str, int] = {}
    for index, key in enumerate(keys):
        before.append(last.get(key, -1))
        last[key] = index
    return before, last


class Words:
    """The words of a text, in order, by their number: most of them are only compared."""

    __slots__ = ("_before", "_ends", "_last", "_starts", "_words", "keys", "text")

    def __init__(self, text: str) -> None:
        parted = _WORD.split(text.replace("_", " "))  # an underscore is emphasis
        places = (0, *accumulate(map(len, parted)))
        self.text: Final = text
        self._words: Final = parted[1::2]
        self._starts: Final = places[1::2]
        self._ends: Final = places[2::2]
        self.keys: Final = tuple(map(_key, self._words))
        """What each word is compared by."""
        self._before, self._last = _chained(self.keys)

    def __len__(self) -> int:
        return len(self.keys)

    def start(self, index: int) -> int:
        """Where a word begins."""
        return self._starts[index]

    def end(self, index: int) -> int:
        """Where a word has ended."""
        return self._ends[index]

    def word(self, index: int) -> str:
        """A word as it is written."""
        return self._words[index]

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital."""
        return self._words[index][0].isupper()

    def lead(self, index: int) -> str:
        """What leads to a word, in lower case: the word before it and what stands between, « de », « d’ », « ex- »."""
        return self.text[self._starts[index - 1] if index else 0 : self._starts[index]].lower()

    def joined(self, index: int) -> bool:
        """Whether a word and the one before it may be words of one name."""
        return self.text[self._ends[index - 1] : self._starts[index]] in _JOINED

    def among(self, keys: Set[str]) -> list[int]:
        """Where words stand that are among some."""
        few, many = sorted((keys, self._last.keys()), key=len)
        found = []
        for key in few:
            index = self._last[key] if key in many else -1
            while index >= 0:
                found.append(index)
                index = self._before[index]
        return sorted(found)


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, "_Node[T]"] = field(default_factory=dict)
    values: tuple[T, ...] = ()


class Table(Generic[T]):
    """Values by sequences of words: a tree by words, so that looking costs the same however many there are."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, text: str, value: T) -> None:
        """Put a value under the words of a text; one text may have several."""
        node = self._root
        for key in Words(text).keys:
            node = node.next.setdefault(key, _Node())
        if node is not self._root and value not in node.values:
            node.values += (value,)

    @property
    def first(self) -> Set[str]:
        """The words that anything begins with."""
        return self._root.next.keys()

    def at(self, words: Words, index: int) -> Iterator[tuple[int, tuple[T, ...]]]:
        """What begins with the word at `index`: how many words it has, and its values; the longest first."""
        keys = words.keys
        node, at = self._root.next.get(keys[index]) if index < len(keys) else None, index + 1
        if node is None:
            return iter(())
        found: list[tuple[int, tuple[T, ...]]] = []
        while node is not None:
            if node.values:
                found.append((at - index, node.values))
            following = node.next.get(keys[at]) if node.next and at < len(keys) else None
            node, at = following if following and words.joined(at) else None, at + 1
        return reversed(found)
