"""Quoted words in a text: whose they are, and who reports them, where the sentence says so."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Kind
from generator.text.mentions import Mention


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, from `start` to before `end` without the marks; ids, or None where unsaid."""

    start: int
    end: int
    speaker: str | None
    reported_by: str | None


_PAIRS: Final = {"«": "»", "“": "”"}
_REACH: Final = 240
"""Characters around a quotation in which its speaker is looked for."""
_VERB: Final = (
    r"(?:dit|déclaré|affirmé|ajouté|assuré|annoncé|expliqué|estimé|jugé|lancé|souligné|précisé|indiqué|répondu|rappelé|"
    r"poursuivi|conclu|insisté|martelé|confié|glissé|prévenu|averti|reconnu|admis|regretté|dénoncé|salué|plaidé|promis|"
    r"soutenu|répété|résumé|relevé|noté|détaillé|observé|commenté|raconté|écrit|fait (?:savoir|valoir)|tenu|remercié|"
    r"constaté|évoqué|qualifié|exprimé|félicité|demandé|exigé|appelé|parlé|balayé|invité|martelé)"
)
_SAYS: Final = re.compile(
    r"\b(?:a|ont|avait|avaient|a-t-(?:il|elle)|ont-(?:ils|elles)|avait-(?:il|elle))\b"
    rf"(?: [\wà-ÿ’-]+){{0,4}}? {_VERB}\b|"
    r"\b(?:déclare|affirme|ajoute|assure|annonce|explique|estime|juge|lance|souligne|précise|indique|répond|rappelle|"
    r"confie|glisse|prévient|admet|raconte|résume|répète|répétait|disait|dit|parle|note|relève|conclut|soupire|ironise|"
    r"promet|moque|commente|demande)(?:-t-(?:il|elle)|-(?:il|elle))?\b|\bselon\b|\bd’après\b|\bà en croire\b",
    re.I,
)
_SPOKESMAN: Final = re.compile(r"porte-parole|communiqué|service de presse|présidence|agence officielle", re.I)


def quotations(text: str, mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """All quotations of a text, outermost only, in order, with the leader who is said to have spoken."""
    people = [mention for mention in mentions if mention.kind is Kind.LEADER]
    found: list[Quotation] = []
    last: str | None = None
    for start, end in _quoted(text):
        speaker, reporter = _who(text, start, end, people, last)
        found.append(Quotation(start, end, speaker, reporter))
        last = speaker or last
    return tuple(found)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between marks that pair within a paragraph, white space inside the marks left out."""
    at = 0
    for line in text.split("\n"):
        yield from _in_paragraph(text, at, at + len(line))
        at += len(line) + 1


def _in_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        opening = text[at]
        closing = at
        if opening in _PAIRS:
            closing = _closing(text, at, end, opening, _PAIRS[opening])
        elif opening == '"':
            closing = text.find('"', at + 1, end)
        if closing > at:
            inner = text[at + 1 : closing]
            if inner.strip():
                left = at + 1 + len(inner) - len(inner.lstrip())
                yield left, closing - (len(inner) - len(inner.rstrip()))
            at = closing
        at += 1


def _closing(text: str, start: int, end: int, opening: str, closing: str) -> int:
    depth = 0
    for at in range(start, min(end, start + 4000)):
        if text[at] == opening:
            depth += 1
        elif text[at] == closing:
            depth -= 1
            if depth == 0:
                return at
    return -1


def _who(text: str, start: int, end: int, people: Sequence[Mention], last: str | None) -> tuple[str | None, str | None]:
    """The speaker and the reporter of words that stand between two positions."""
    low = bisect_left(people, start - _REACH, key=lambda m: m.start)
    high = bisect_left(people, end + _REACH, key=lambda m: m.start)
    outside = [m for m in people[low:high] if m.end <= start or m.start >= end]
    after = _until(text, end, r"[.!?\n«“]")
    before = _since(text, start, r"[.!?\n»”]")
    reporter = None
    for first, past in ((end, after), (before, start)):
        said = _SAYS.search(text, first, past)
        if said is None:
            continue
        near = [m for m in outside if first <= m.start < past]
        if "-il" in said[0] or "-elle" in said[0]:
            return last, reporter
        spokesmen = [m for m in near if _SPOKESMAN.search(text[m.start : m.end])]
        subject = min((m for m in near if m not in spokesmen), key=lambda m: abs(m.start - said.start()), default=None)
        if spokesmen:
            reporter = spokesmen[0].id
        if subject or spokesmen:
            return (subject or spokesmen[0]).id, reporter if subject else None
    return None, None


def _until(text: str, at: int, stop: str) -> int:
    match = re.compile(stop).search(text, min(len(text), at + 2), at + 220)
    return match.start() if match else min(len(text), at + 220)


def _since(text: str, at: int, stop: str) -> int:
    low = max(0, at - 220)
    found = [match.end() for match in re.compile(stop).finditer(text, low, max(low, at - 2))]
    return found[-1] if found else low
