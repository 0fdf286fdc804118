"""Words with their places, and a table that finds sequences of words in one pass."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Final, Generic, NamedTuple, TypeVar, overload

from generator.text.french import fold

T = TypeVar("T")

_WORD: Final = re.compile(r"(\w+)")
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


class Words(Sequence[Token]):
    """The words of a text, in order; a token is made when somebody looks at it, for most are only compared."""

    __slots__ = ("_ends", "_starts", "_words", "keys")

    def __init__(self, text: str) -> None:
        parted = _WORD.split(text.replace("_", " "))  # an underscore is emphasis
        places = (0, *accumulate(map(len, parted)))
        self._words: Final = parted[1::2]
        self._starts: Final = places[1::2]
        self._ends: Final = places[2::2]
        self.keys: Final = tuple(map(_key, self._words))
        """What each word is compared by."""

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> Token: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Token, ...]: ...

    def __getitem__(self, index: int | slice) -> Token | tuple[Token, ...]:
        if isinstance(index, slice):
            return tuple(map(Token, self._starts[index], self._ends[index], self._words[index], self.keys[index]))
        return Token(self._starts[index], self._ends[index], self._words[index], self.keys[index])

    def start(self, index: int) -> int:
        """Where a word begins."""
        return self._starts[index]

    def end(self, index: int) -> int:
        """Where a word has ended."""
        return self._ends[index]

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital."""
        return self._words[index][0].isupper()

    def among(self, keys: Set[str]) -> list[int]:
        """Where words stand that are among some."""
        return [index for index, key in enumerate(self.keys) if key in keys]


def joined(text: str, before: Token, after: Token) -> bool:
    """Whether two words that follow each other may be words of one name."""
    return text[before.end : after.start] in _JOINED


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

    def at(self, text: str, words: Words, index: int) -> Iterator[tuple[int, tuple[T, ...]]]:
        """What begins with the word at `index`: how many words it has, and its values; the longest first."""
        found: list[tuple[int, tuple[T, ...]]] = []
        node, at = self._root.next.get(words.keys[index]) if index < len(words) else None, index + 1
        while node is not None:
            if node.values:
                found.append((at - index, node.values))
            if not node.next or at == len(words) or not joined(text, words[at - 1], words[at]):
                break
            node, at = node.next.get(words.keys[at]), at + 1
        return reversed(found)
