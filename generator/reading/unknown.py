"""Names in a text that have no page in the dossier yet."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.text.french import fold
from generator.text.mentions import Mention
from generator.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name without a page, how often it stands there, and the sentence of its first time."""

    text: str
    count: int
    context: tuple[int, int]


_LETTERS: Final = r"[\w-]*[a-zà-öø-ÿ][\w-]*"
_CAPITAL: Final = rf"[A-ZÀ-ÖØ-Þ]{_LETTERS}"
_NAME: Final = re.compile(
    rf"[A-ZÀ-ÖØ-Þ](?<![\w’-].){_LETTERS}(?: (?:(?:al|el|ben|bin|ibn|van|von|de|du|d’)[ -]?)?{_CAPITAL})*"
)
"""What stands before its capital is looked at behind it: `re` goes fast from capital to capital."""
_NO_NAMES: Final = frozenset(
    "le la les un une des ce cet cette ces il elle ils elles on je nous vous mais ou et donc or ni car si que qui "
    "quand comme selon pour par dans sur sous avec sans apres avant depuis pendant lors alors ainsi aussi puis enfin "
    "monsieur madame mme mm m etat president ministre premier general noel dieu janvier fevrier mars avril mai juin "
    "juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)


def unknown(text: str, mentions: Sequence[Mention]) -> tuple[Unknown, ...]:
    """Capitalized sequences that no mention covers and that do not only begin a sentence; the most frequent first."""
    taken = bytearray(len(text))
    for mention in mentions:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    starts = {start: (start, end) for start, end in sentences(text)}
    spans = sorted(starts.values())
    times: Counter[str] = Counter()
    first: dict[str, int] = {}
    for match in _NAME.finditer(text):
        if any(taken[match.start() : match.end()]):
            continue
        opens = match.start() in starts or text[max(0, match.start() - 2) : match.start()].strip(" ") in {"«", "“", '"'}
        if fold(match[0]) in _NO_NAMES or (opens and " " not in match[0]):
            continue
        times[match[0]] += 1
        first.setdefault(match[0], match.start())
    return tuple(
        Unknown(name, number, spans[bisect_right(spans, (first[name], len(text))) - 1])
        for name, number in sorted(times.items(), key=lambda item: (-item[1], item[0]))
    )
