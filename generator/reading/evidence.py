"""What a line's words and form give away, added up: each clue of data/indices.toml has a name and a weight."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from generator.reading.lines import CLOSING
from generator.reading.rules import flat, flat_pattern
from generator.reading.sieve import Sieve
from generator.reading.telling import gives_words, is_quotation, without_quoted


@dataclass(frozen=True, slots=True)
class Clue:
    """Words or signs that are found more often beside an article than in it."""

    name: str
    kind: str
    weight: float
    pattern: re.Pattern[str]
    in_sentences: bool = True
    """Whether it counts in a sentence too, where its words may be what the article is about."""
    once: bool = False
    """Whether it says nothing, where a heading may stand, of a word of which another clue speaks."""


@dataclass(frozen=True, slots=True, eq=False)
class Scales:
    """All clues, what the form of a line weighs, and the sums from which a line is cut."""

    clues: tuple[Clue, ...]
    forms: Mapping[str, float]
    thresholds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weight:
    """What speaks against a line: the sum, the names of the clues, the kind that the heaviest has."""

    total: float
    words: float
    """The part that its words have in the sum."""
    names: tuple[str, ...]
    kind: str

    @property
    def rule(self) -> str:
        """The name that the report gives: « indices », and those that counted."""
        return f"indices : {' + '.join(self.names)}"


@cache
def own_scales() -> Scales:
    """The clues that come with the generator."""
    data = tomllib.loads(files("generator.reading").joinpath("data/indices.toml").read_text("utf-8"))
    clues = (
        Clue(
            name=entry["nom"],
            kind=entry["genre"],
            weight=entry["poids"],
            pattern=re.compile(flat_pattern(entry["motif"]), re.IGNORECASE),
            in_sentences=entry.get("phrase", True),
            once=entry.get("appoint", False),
        )
        for entry in data["indice"]
    )
    return Scales(tuple(clues), data["forme"], data["seuils"])


_SHORT: Final = 60
_LONG: Final = 160
_SMALL: Final = re.compile("[a-z]")
_BEYOND: Final = re.compile(r"[^\0-\u024f]")
_PLAIN: Final = 2.5
"""What words weigh at most in the heading of a paragraph."""
_SENTENCE: Final = frozenset(".!?…")
_ENDS: Final = re.compile(r"[.!?…:;,]\W*$")
_HEADING: Final = 3
"""Words from which a line is rather a heading than a button."""
_MARKS: Final = "".join(char for char in map(chr, range(0x250)) if not char.isalnum())
_QUOTED: Final = re.compile(r"[«“\"]")


def ended(text: str) -> bool:
    """Whether a line ends like a sentence."""
    return text.rstrip(CLOSING)[-1:] in _SENTENCE


def is_sentence(text: str) -> bool:
    """Whether a line ends like a sentence and has the words of one."""
    return ended(text) and not text.endswith(("...", "…")) and len(text.split(None, 2)) >= 3


@lru_cache(maxsize=2**12)
def words_against(text: str, scales: Scales) -> tuple[Clue, ...]:
    """The clues that are found in a line, heaviest first."""
    found = [scales.clues[number] for number in _sieve(scales).found(flat(text))]
    if found and is_quotation(text):
        return ()
    sentence = bool(found) and is_sentence(text)
    if sentence and (gives_words(text) or not _sieve(scales).found(flat(without_quoted(text)))):
        return ()  # what a sentence only quotes, it does not say to the reader
    return tuple(sorted((c for c in found if c.in_sentences or not sentence), key=lambda clue: -clue.weight))


@lru_cache(maxsize=4)
def _sieve(scales: Scales) -> Sieve:
    return Sieve([clue.pattern for clue in scales.clues])


class Setting(NamedTuple):
    """What is about a line: how many words it shares with the article, and what stands near or in it."""

    shared: int
    beside: bool
    """Something that is cut stands right above or below it."""
    heads: bool
    """It stands where the heading of a paragraph stands."""
    named: bool
    """It has the site's name in it."""
    taken_up: bool
    """The paragraph below begins again with its words, or has them in it."""


@lru_cache(maxsize=2**12)
def words_weigh(text: str, scales: Scales) -> float:
    """What the words of a line weigh against it."""
    return sum(clue.weight for clue in words_against(text, scales))


def weigh(text: str, setting: Setting, scales: Scales) -> Weight:
    """Add up what speaks against a line; where a heading may stand, no word of it speaks twice."""
    clues = words_against(text, scales)
    if setting.heads and len(text.split()) >= _HEADING:
        clues = _apart(text, clues)
    words = sum(clue.weight for clue in clues)
    forms = [name for name, holds in _forms(text, setting, words) if holds]
    total = words + sum(scales.forms[name] for name in forms)
    names = [clue.name for clue in clues] + [name for name in forms if scales.forms[name] > 0]
    return Weight(total, words, tuple(names), clues[0].kind if clues else "footer")


def _apart(text: str, clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """The clues without those that only say once more what another says of the same word."""
    plain = flat(text)
    begun = [_begun(clue, plain) for clue in clues]
    return tuple(c for c, at in zip(clues, begun, strict=True) if not c.once or begun.count(at) == 1)


def _begun(clue: Clue, plain: str) -> int:
    """Where the first word begins in which a clue is found."""
    match = clue.pattern.search(plain)
    return match.end() - len(match[0].lstrip(_MARKS)) if match else -1


def _forms(text: str, setting: Setting, words: float) -> Sequence[tuple[str, bool]]:
    return (
        ("sans-point", not _ENDS.search(text)),
        ("courte", len(text) <= _SHORT),
        ("longue", len(text) > _LONG),
        ("capitales", is_capitals(text)),
        ("collee", setting.beside),
        ("rien-de-commun", setting.shared == 0),
        ("mots-communs", setting.shared >= 3),
        ("guillemets", _QUOTED.search(text) is not None),
        ("question", text.endswith("?")),
        ("place-d-intertitre", setting.heads and len(text) <= _SHORT and words <= _PLAIN),
        ("nom-du-site", setting.named),
        ("repris-dessous", setting.taken_up),
        ("autre-ecriture", is_foreign(text)),
    )


def is_capitals(text: str) -> bool:
    """Whether all letters of a line are capitals, and there are some."""
    letters = () if _SMALL.search(text) else tuple(filter(str.isalpha, text))
    return len(letters) >= 4 and all(map(str.isupper, letters))


def is_foreign(text: str) -> bool:
    """Whether most letters of a line are not Latin ones."""
    beyond = sum(map(str.isalpha, _BEYOND.findall(text)))
    return beyond > 0 and 2 * beyond > sum(map(str.isalpha, text))
