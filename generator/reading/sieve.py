"""Many patterns held against a text at once: each is tried only where the words stand that it can't do without."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from generator.reading.needed import Place, folded, near, ways


class _Use(NamedTuple):
    """What a word is for: the ways that need it somewhere, and those that begin so many signs before or behind it."""

    somewhere: tuple[int, ...]
    nearby: tuple[tuple[int, int], ...]


class Sieve:
    """Patterns with the words that they need: what it finds is what each pattern would find by itself."""

    def __init__(self, patterns: Sequence[re.Pattern[str]], *, whole: bool = False) -> None:
        """Patterns are numbered in their order; `whole` says that they are to describe texts from end to end."""
        self._patterns = tuple(patterns)
        parted = [(number, way) for number, pattern in enumerate(patterns) for way in ways(pattern, whole=whole)]
        self._ways = tuple(way for _, way in parted)
        self._numbers = tuple(number for number, _ in parted)
        self._always = tuple(number for number, way in enumerate(self._ways) if way.words is None)
        somewhere: dict[str, list[int]] = {}
        nearby: dict[str, list[tuple[int, int]]] = {}
        for number, way in enumerate(self._ways):
            words = way.words or {}
            known = not way.first and all(map(near, words.values()))
            for word, place in words.items():
                if known:
                    nearby.setdefault(word, []).extend((number, shift) for shift in _shifts(place))
                else:
                    somewhere.setdefault(word, []).append(number)
        spelt = tuple({**somewhere, **nearby})
        self._words = AhoCorasick(spelt)
        self._uses = tuple(_Use(tuple(somewhere.get(word, ())), tuple(nearby.get(word, ()))) for word in spelt)

    def found(self, text: str) -> list[int]:
        """The numbers of the patterns that match somewhere in a text, in order."""
        somewhere, nearby = self._suspected(text)
        found: set[int] = set()
        for way in somewhere:
            pattern = self._ways[way].pattern
            if pattern.match(text) if self._ways[way].first else pattern.search(text):
                found.add(self._numbers[way])
        for way, start in nearby:
            if self._numbers[way] not in found and self._ways[way].pattern.match(text, start):
                found.add(self._numbers[way])
        return sorted(found)

    def describing(self, text: str) -> int | None:
        """The number of the first pattern that matches a text as a whole, or None."""
        somewhere, nearby = self._suspected(text)
        suspected = sorted(somewhere.union(way for way, _ in nearby))
        return next((self._numbers[way] for way in suspected if self._ways[way].pattern.fullmatch(text)), None)

    def matches(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches of each pattern in order, as it finds them one after another; empty ones left out."""
        somewhere, nearby = self._suspected(text)
        places: dict[int, set[int]] = {}
        for way, start in (*((way, 0) for way in somewhere), *nearby):
            places.setdefault(self._numbers[way], set()).add(start)
        anywhere = {self._numbers[way] for way in somewhere if not self._ways[way].first}
        for number, starts in sorted(places.items()):
            pattern = self._patterns[number]
            matches = pattern.finditer(text) if number in anywhere else _from(pattern, text, sorted(starts))
            yield from ((number, match) for match in matches if match[0])

    def _suspected(self, text: str) -> tuple[set[int], list[tuple[int, int]]]:
        """The ways in which something may match somewhere in a text, and those of which it is known where."""
        somewhere = set(self._always)
        nearby: list[tuple[int, int]] = []
        for word, at, _ in self._words.find_matches_as_indexes(folded(text), overlapping=True):
            use = self._uses[word]
            somewhere.update(use.somewhere)
            nearby += [(way, at + shift) for way, shift in use.nearby if at + shift >= 0]
        return somewhere, nearby


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
