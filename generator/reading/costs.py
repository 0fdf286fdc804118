"""Whether the cost of a regular expression may grow faster than the text: seen by its structure, without running it.

Python's `re` tries one way after another. Where a long repetition stands in another and the inner may take what the
next turn of the outer begins with, the ways double with each sign; where two endless repetitions of the same signs
touch, they multiply. Both are found by comparing which signs a part may begin with, out of a sample of signs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

_PARSER: Final[Any] = import_module("re._parser")
"""The standard library's own parser of patterns; it is not public, and there is no other that reads what `re` reads."""
_ASSERTIONS: Final = frozenset({"ASSERT", "ASSERT_NOT"})
_LONG: Final = 16
"""Turns from which a repetition counts as long."""
_MORE: Final = "aZé0_ \n\t.,;:!?-–—/|«»“”’'\"()[]{}<>@#€%&*+=©•·…"

Node = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class _Start:
    """What a part of a pattern may begin with, and whether it may be empty."""

    signs: frozenset[str]
    empty: bool


def costly(pattern: re.Pattern[str], searched: bool = False) -> str | None:
    """The French name of what makes a pattern costly, or None; `searched` are those that may begin anywhere."""
    tree = _PARSER.parse(pattern.pattern, pattern.flags)
    if searched and tree and _endless(tree[0]):
        return "une répétition sans fin au début"
    return next(_Costs(pattern.pattern, pattern.flags).of(tree), None)


class _Costs:
    """The look at one pattern; signs are those that stand in it, and some of each sort."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._signs = frozenset(_MORE + pattern)
        self._flags = flags & re.IGNORECASE
        self._known: dict[str, frozenset[str]] = {}

    def of(
        self, items: Sequence[Node], again: frozenset[str] = frozenset(), beyond: Sequence[Node] = ()
    ) -> Iterator[str]:
        """What is costly in a sequence.

        `again` are the signs that the next turn of a long repetition around it begins with, `beyond` what follows.
        """
        for number, (op, value) in enumerate(items):
            following = (*items[number + 1 :], *beyond)
            last = self._start(items[number + 1 :]).empty
            for part in _parts(op, value):
                if str(op) in _ASSERTIONS:
                    yield from self.of(part)
                elif not _repeats(op):
                    yield from self.of(part, again if last else frozenset(), following)
                else:
                    yield from self._repeated((op, value), again if last else frozenset(), following)

    def _repeated(self, item: Node, again: frozenset[str], following: Sequence[Node]) -> Iterator[str]:
        """What is costly about a repetition."""
        _, (_, most, part) = item
        body = self._start(part)
        if most >= _LONG and body.empty:
            yield "une répétition de ce qui peut être vide"
        if most >= _LONG and body.signs & again:
            yield "des répétitions emboîtées"
        if _endless(item) and self._touched(body.signs, following):
            yield "deux répétitions sans fin qui se touchent"
        yield from self.of(part, body.signs if most >= _LONG else again, following)

    def _touched(self, signs: frozenset[str], following: Sequence[Node]) -> bool:
        """Whether an endless repetition of some of these signs may come next."""
        for item in following:
            if _endless(item) and signs & self._start([item]).signs:
                return True
            if not self._start([item]).empty:
                return False
        return False

    def _start(self, items: Sequence[Node]) -> _Start:
        """What a sequence may begin with."""
        signs: set[str] = set()
        for op, value in items:
            found = self._start_of(op, value)
            signs |= found.signs
            if not found.empty:
                return _Start(frozenset(signs), empty=False)
        return _Start(frozenset(signs), empty=True)

    def _start_of(self, op: Any, value: Any) -> _Start:
        name = str(op)
        if name in _ASSERTIONS or name == "AT":
            return _Start(frozenset(), empty="END" not in str(value))  # nothing follows an end
        if name in {"GROUPREF", "GROUPREF_EXISTS"}:
            return _Start(self._signs, empty=True)
        if _repeats(op):
            body = self._start(value[2])
            return _Start(body.signs, body.empty or value[0] == 0)
        parts = _parts(op, value)
        if parts:
            found = [self._start(part) for part in parts]
            return _Start(frozenset().union(*(one.signs for one in found)), any(one.empty for one in found))
        return _Start(self._taken(op, value), empty=False)

    def _taken(self, op: Any, value: Any) -> frozenset[str]:
        """The signs that one position of a pattern takes."""
        key = repr((op, value))
        if key not in self._known:
            self._known[key] = self._tried(op, value)
        return self._known[key]

    def _tried(self, op: Any, value: Any) -> frozenset[str]:
        state = _PARSER.State()
        state.flags = self._flags
        single = import_module("re._compiler").compile(_PARSER.SubPattern(state, [(op, value)]), self._flags)
        return frozenset(sign for sign in self._signs if single.fullmatch(sign))


def _repeats(op: Any) -> bool:
    return str(op) in {"MAX_REPEAT", "MIN_REPEAT"}  # a possessive one never tries again


def _endless(item: Node) -> bool:
    op, value = item
    return _repeats(op) and bool(value[1] == _PARSER.MAXREPEAT)


def _parts(op: Any, value: Any) -> Sequence[Sequence[Node]]:
    """The sequences that an item of a pattern holds."""
    name = str(op)
    if name == "BRANCH":
        return tuple(value[1])
    if name == "SUBPATTERN":
        return (value[3],)
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        return (value[2],)
    if name in _ASSERTIONS:
        return (value[1],)
    return (value,) if name == "ATOMIC_GROUP" else ()
