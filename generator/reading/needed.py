"""What a text must hold for a pattern to match in it, read off the pattern's own structure.

`re` goes through a text once for each pattern and tries each of its alternatives at each sign. Nearly all of that is
for nothing: « newsletter » is not found in a line that has no « newsl ». The words that a match can't do without, and
how far behind the beginning of the match they stand, follow from the parsed pattern alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from itertools import product
from math import prod
from typing import Any, Final

from generator.reading.rules import lowered

_PARSER: Final[Any] = import_module("re._parser")
"""The standard library's own parser of patterns; it is not public, and there is no other that reads what `re` reads."""
_COMPILER: Final[Any] = import_module("re._compiler")
_ENOUGH: Final = 5
"""Signs from which a word is rare enough: a longer one would say no more."""
_WORDS: Final = 120
"""Spellings of one stretch of a pattern from which it is no word any more."""

_NOTHING: Final = frozenset({""})

Node = tuple[Any, Any]
Place = tuple[int, int | None]
"""How far behind the beginning of a match something stands, at least and at most; None where that has no end."""


@dataclass(frozen=True)
class Way:
    """One way in which a pattern may match: one of the alternatives that it begins with."""

    words: Mapping[str, Place] | None
    """Every match that goes this way has one of these words, folded, at its place; None where no word is needed."""
    first: bool
    """Whether such a match begins where the text begins, and nowhere else."""
    tree: Any
    flags: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The way as a pattern of its own."""
        compiled: re.Pattern[str] = _COMPILER.compile(self.tree, self.flags)
        return compiled


def folded(text: str) -> str:
    """`text` in lower case, as long as before, with one digit for all."""
    return _DIGIT.sub("0", lowered(text))


_DIGIT: Final = re.compile(r"\d")


def ways(pattern: re.Pattern[str], *, whole: bool) -> tuple[Way, ...]:
    """The ways in which a pattern may match: one for each of the alternatives that it begins with.

    `whole` says that it is to describe a text from its beginning to its end.
    """
    tree = _PARSER.parse(pattern.pattern, pattern.flags)
    if tree.getwidth()[0] == 0:
        return (Way(None, False, tree, pattern.flags),)
    several_lines = bool(tree.state.flags & re.MULTILINE)
    look = _Look(tree.state)
    found = []
    for items in look.parted(tree):
        first = whole or (not several_lines and _at_first(items))
        found.append(Way(look.needed(items, first=first), first, items, pattern.flags))
    return tuple(found)


_NO_WIDTH: Final = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


def _at_first(items: Iterable[Node]) -> bool:
    """Whether a sequence begins with the beginning of the text."""
    for op, value in items:
        if str(op) == "SUBPATTERN" and not value[1] & re.MULTILINE and _at_first(value[3]):
            return True
        if str(op) == "AT" and str(value) in {"AT_BEGINNING", "AT_BEGINNING_STRING"}:
            return True
        if str(op) not in _NO_WIDTH:
            break
    return False


class _Look:
    """The look at one pattern."""

    def __init__(self, state: Any) -> None:
        self._state = state

    def parted(self, items: Iterable[Node]) -> Iterator[Any]:
        """A sequence for each of the alternatives that a match may begin with."""
        items = list(items)
        for number, (op, value) in enumerate(items):
            before, behind = items[:number], items[number + 1 :]
            if str(op) == "SUBPATTERN":
                *group, inside = value
                for option in self.parted(inside):
                    yield self._sequel([*before, (op, (*group, option)), *behind])
                return
            if str(op) == "BRANCH":
                for option in value[1]:
                    yield from self.parted([*before, *option, *behind])
                return
            if str(op) not in _NO_WIDTH:
                break
        yield self._sequel(items)

    def _sequel(self, items: list[Node]) -> Any:
        return _PARSER.SubPattern(self._state, items)

    def needed(self, items: Sequence[Node], *, first: bool) -> Mapping[str, Place] | None:
        """The words of which every match of a sequence has one, at their places: the first that are rare enough."""
        best, least = None, _COMMON if first else _COMMON / 2
        for choice in self._choices(items):
            frequency = _frequency(choice, 1 if first else _FAR)
            if frequency < least:
                best, least = choice, frequency
            if least < _RARE:
                break
        return best

    def _choices(self, items: Sequence[Node]) -> Iterator[Mapping[str, Place]]:
        spelt = _NOTHING
        begins: Place = (0, 0)
        here: Place = (0, 0)
        for item in items:
            longer = _joined(spelt, self._spelt(item))
            if longer is None:
                yield from _as_choice(spelt, begins)
            if longer is None or str(item[0]) == "ASSERT":  # what is looked ahead for takes no room
                yield from self._inside(item, here)
            here = _plus(here, self._width(item))
            spelt, begins = (_NOTHING, here) if longer is None else (longer, begins)
            if min(map(len, spelt)) >= _ENOUGH:
                yield from _as_choice(spelt, begins)
                spelt, begins = _NOTHING, here
        yield from _as_choice(spelt, begins)

    def _inside(self, item: Node, here: Place) -> Iterator[Mapping[str, Place]]:
        """The words that an item needs which may be spelt in too many ways."""
        op, value = item
        match str(op):
            case "BRANCH":
                options = [self.needed(option, first=True) for option in value[1]]
                if None not in options:
                    yield _shifted(options, here)
            case "SUBPATTERN":
                yield from (_shifted([choice], here) for choice in self._choices(value[3]))
            case "ATOMIC_GROUP":
                yield from (_shifted([choice], here) for choice in self._choices(value))
            case "ASSERT":
                width = value[1].getwidth()[0] if value[0] < 0 else 0
                back = (here[0] - width, None if here[1] is None else here[1] - width)
                yield from (_shifted([choice], back) for choice in self._choices(value[1]))
            case name if name in _REPEATS and value[0] >= 1:
                yield from (_shifted([choice], here) for choice in self._choices(value[2]))

    def _width(self, item: Node) -> Place:
        low, high = self._sequel([item]).getwidth()
        return low, None if high >= _LONG else high

    def _spelt(self, item: Node) -> frozenset[str] | None:
        """All that an item may be, folded, where these are few."""
        op, value = item
        found: frozenset[str] | None = None
        match str(op):
            case "LITERAL":
                found = _sign(value)
            case "IN" if all(str(kind) == "LITERAL" for kind, _ in value):
                found = _union([_sign(code) for _, code in value])
            case "IN" if str(value) == _ANY_DIGIT:
                found = frozenset({"0"})
            case "AT" | "ASSERT" | "ASSERT_NOT":
                found = _NOTHING
            case "BRANCH":
                found = _union([self._sequence(option) for option in value[1]])
            case "SUBPATTERN":
                found = self._sequence(value[3])
            case "ATOMIC_GROUP":
                found = self._sequence(value)
            case name if name in _REPEATS and value[1] <= _TURNS:
                body = self._sequence(value[2])
                found = _union([_power(body, turns) for turns in range(value[0], value[1] + 1)])
        return found

    def _sequence(self, items: Sequence[Node]) -> frozenset[str] | None:
        found: frozenset[str] | None = _NOTHING
        for item in items:
            found = _joined(found, self._spelt(item))
            if found is None:
                break
        return found


_ANY_DIGIT: Final = str(_PARSER.parse(r"\d")[0][1])
_TURNS: Final = 4
"""Turns of a repetition that are spelt out."""
_LONG: Final = 1000
"""Signs from which a stretch counts as endless."""


@cache
def _sign(code: int) -> frozenset[str] | None:
    """A sign folded; None for a letter that others may stand for where case makes no difference."""
    char = chr(code)
    return frozenset({folded(char)}) if char.isascii() or char.lower() == char.upper() else None


def _power(body: frozenset[str] | None, turns: int) -> frozenset[str] | None:
    found: frozenset[str] | None = _NOTHING
    for _ in range(turns):
        found = _joined(found, body)
    return found


def _joined(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None or len(one) * len(other) > _WORDS:
        return None
    if other == _NOTHING:
        return one
    return frozenset(map("".join, product(one, other)))


def _union(sets: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    known = [one for one in sets if one is not None]
    found = frozenset[str]().union(*known)
    return found if len(known) == len(sets) and len(found) <= _WORDS else None


def _plus(one: Place, other: Place) -> Place:
    return one[0] + other[0], None if one[1] is None or other[1] is None else one[1] + other[1]


def _shifted(choices: Sequence[Mapping[str, Place] | None], by: Place) -> Mapping[str, Place]:
    """The words of several choices, of which one holds, behind a place."""
    found: dict[str, Place] = {}
    for choice in choices:
        for word, place in (choice or {}).items():
            at = _plus(by, place)
            found[word] = _either(found[word], at) if word in found else at
    return found


def _either(one: Place, other: Place) -> Place:
    high = None if one[1] is None or other[1] is None else max(one[1], other[1])
    return min(one[0], other[0]), high


def _as_choice(spelt: frozenset[str], at: Place) -> Iterator[Mapping[str, Place]]:
    """Words as a choice, without those that begin like a shorter one; none if one of them may be empty."""
    if "" not in spelt:
        yield {word: at for word in spelt if not any(word[:length] in spelt for length in range(1, len(word)))}


def _frequency(words: Mapping[str, Place], far: int) -> float:
    """About how often one of these words stands in a text: what that costs is the measure of a choice."""
    return sum(prod(map(_rate, word[:_ENOUGH])) * (1 if near(place) else far) for word, place in words.items())


_COMMON: Final = 0.08
"""How often words stand in a text that are not worth looking for."""
_RARE: Final = 1e-4
"""How often words stand in a text that are worth no further look at the pattern."""
_FAR: Final = 5
"""What it costs more to look for a match whose beginning is not known."""
_WINDOW: Final = 8
"""Places that are worth trying one by one."""


def near(place: Place) -> bool:
    """Whether the beginning of a match is known well enough to be tried."""
    return place[1] is not None and place[1] - place[0] <= _WINDOW


def _rate(char: str) -> float:
    return _RATES.get(char, 0.06 if char.isalpha() else 0.002)


_RATES: Final = {" ": 0.15, "0": 0.02, "\n": 0.02, "’": 0.01, ",": 0.01, ".": 0.01, "-": 0.01}
