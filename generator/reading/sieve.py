"""Many patterns held against a text at once: each is tried only where the words stand that it can't do without."""

import re
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from generator.reading.needed import Place, folded, near, ways

_Starts = Sequence[int] | None
"""Where a match may begin; None where that may be anywhere."""


class Sieve:
    """Patterns with the words that they need: what it finds is what each pattern would find by itself."""

    def __init__(self, patterns: Sequence[re.Pattern[str]], *, whole: bool = False) -> None:
        """Patterns are numbered in their order; `whole` says that they are to describe texts from end to end."""
        self._patterns = tuple(patterns)
        parted = [(number, way) for number, pattern in enumerate(patterns) for way in ways(pattern, whole=whole)]
        self._ways = tuple(way for _, way in parted)
        self._numbers = tuple(number for number, _ in parted)
        self._always: dict[int, _Starts] = {}
        somewhere: dict[str, list[tuple[int, _Starts]]] = {}
        nearby: dict[str, list[tuple[int, range]]] = {}
        for number, way in enumerate(self._ways):
            if way.words is None:
                self._always[number] = (0,) if way.first else None
                continue
            known = not way.first and all(map(near, way.words.values()))
            for word, place in way.words.items():
                if known:
                    nearby.setdefault(word, []).append((number, _shifts(place)))
                else:
                    somewhere.setdefault(word, []).append((number, (0,) if way.first else None))
        words = tuple({**somewhere, **nearby})
        self._words = AhoCorasick(words)
        self._uses = tuple((tuple(somewhere.get(word, ())), tuple(nearby.get(word, ()))) for word in words)

    def found(self, text: str) -> list[int]:
        """The numbers of the patterns that match somewhere in a text, in order."""
        found: set[int] = set()
        for way, starts in self._suspected(text).items():
            if self._numbers[way] not in found:
                pattern = self._ways[way].pattern
                if pattern.search(text) if starts is None else any(pattern.match(text, start) for start in starts):
                    found.add(self._numbers[way])
        return sorted(found)

    def describing(self, text: str) -> int | None:
        """The number of the first pattern that matches a text as a whole, or None."""
        suspected = sorted(self._suspected(text))
        return next((self._numbers[way] for way in suspected if self._ways[way].pattern.fullmatch(text)), None)

    def matches(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches of each pattern in order, as it finds them one after another; empty ones left out."""
        places: dict[int, set[int] | None] = {}
        for way, starts in self._suspected(text).items():
            known = places.setdefault(self._numbers[way], set())
            places[self._numbers[way]] = None if known is None or starts is None else known | {*starts}
        for number, found in sorted(places.items()):
            pattern = self._patterns[number]
            matches = pattern.finditer(text) if found is None else _from(pattern, text, sorted(found))
            yield from ((number, match) for match in matches if match[0])

    def _suspected(self, text: str) -> dict[int, _Starts]:
        """The ways in which something may match in a text, and where such a match may begin."""
        fixed = dict(self._always)
        found: dict[int, list[int]] = {}
        for word, at, _ in self._words.find_matches_as_indexes(folded(text), overlapping=True):
            somewhere, nearby = self._uses[word]
            fixed.update(somewhere)
            for way, shifts in nearby:
                found.setdefault(way, []).extend(at + shift for shift in shifts if at + shift >= 0)
        return {**fixed, **found}


def _shifts(place: Place) -> range:
    """From a word to where a match may begin that has it at a place."""
    low, high = place
    return range(-(low if high is None else high), 1 - low)


def _from(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at some of these places, one after another."""
    done = 0
    for start in starts:
        match = pattern.match(text, start) if start >= done else None
        if match:
            yield match
            done = max(done, match.end())
