"""Words with their places, and a table that finds sequences of words in one pass."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Final, Generic, NamedTuple, TypeVar

from generator.text.french import fold

T = TypeVar("T")

_WORD: Final = re.compile(r"([^\W_]+)")
_JOINED: Final = frozenset({" ", "-", "’", "\n", ". "})
"""What may stand between two words of one name: « Abou-Dhabi », « L’Aquila », « J. Dupont »."""


class Token(NamedTuple):
    """A word of a text, from `start` to before `end`; `key` is what it is compared by."""

    start: int
    end: int
    word: str
    key: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.word[0].isupper()


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    return fold(word)


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, in order."""
    parted = _WORD.split(text)
    words, places = parted[1::2], (0, *accumulate(map(len, parted)))
    return tuple(map(Token, places[1::2], places[2::2], words, map(_key, words)))


def joined(text: str, before: Token, after: Token) -> bool:
    """Whether two words that follow each other may be words of one name."""
    return text[before.end : after.start] in _JOINED


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, "_Node[T]"] = field(default_factory=dict)
    values: list[T] = field(default_factory=list)


class Table(Generic[T]):
    """Values by sequences of words: a tree by words, so that looking costs the same however many there are."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, text: str, value: T) -> None:
        """Put a value under the words of a text; one text may have several."""
        node = self._root
        for token in tokens(text):
            node = node.next.setdefault(token.key, _Node())
        if node is not self._root and value not in node.values:
            node.values.append(value)

    @property
    def first(self) -> Set[str]:
        """The words that anything begins with."""
        return self._root.next.keys()

    def at(self, text: str, words: Sequence[Token], index: int) -> Iterator[tuple[int, tuple[T, ...]]]:
        """What begins with the word at `index`: how many words it has, and its values; the longest first."""
        found: list[tuple[int, tuple[T, ...]]] = []
        node, at = self._root, index
        while at < len(words) and (at == index or joined(text, words[at - 1], words[at])):
            following = node.next.get(words[at].key)
            if following is None:
                break
            node, at = following, at + 1
            if node.values:
                found.append((at - index, tuple(node.values)))
        return reversed(found)
