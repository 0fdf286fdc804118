"""Counterparts that a text speaks of: « son homologue tunisien », « son hôte suisse »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from generator.text.lands import adjective
from generator.text.tokens import Words


class Likeness(Enum):
    """How the word for a counterpart tells who he is."""

    EQUAL = "homologue collegue confrere pair vis ego"
    NEIGHBOUR = "voisin voisine"
    """Of another state, whatever his rank."""
    LOOSE = "allie alliee parrain protecteur partenaire rival mentor"
    """It may mean a country as well as its head."""
    GUEST = "hote visiteur invite interlocuteur"
    """Somebody told of before."""


_LIKENESS: Final = {word: kind for kind in Likeness for word in kind.value.split()}
_WHOSE: Final = re.compile(r"\b(?:son|leur|le|mon|notre) (?:alter )?$", re.I)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """« Son homologue tunisien »: whoever holds in that country the office of the last one spoken of."""

    start: int
    end: int
    countries: frozenset[str]
    """Empty where none is said; then the name stands behind."""
    kind: Likeness


def counterparts(words: Words) -> Iterator[Counterpart]:
    """The counterparts that a text speaks of, in order."""
    for index in words.among(_LIKENESS.keys()):
        start, key = words.start(index), words.keys[index]
        last = index + 2 if words.text.startswith("vis-à-vis", start) else index
        length, codes = adjective(words, last + 1) or (0, frozenset[str]())
        if not (codes or key == "homologue"):
            continue
        whose = _WHOSE.search(words.text, max(0, start - 14), start)
        if whose and last < len(words):
            yield Counterpart(whose.start(), words.end(last + length), codes, _LIKENESS[key])
