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


_OPENING: Final = re.compile('[«“"]')
_PAIRS: Final = {"«": re.compile("[«»]"), "“": re.compile("[“”]")}
_LONGEST: Final = 4000
"""Characters that a quotation has at most."""
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
_NAMES_BEHIND: Final = re.compile(r"selon|d’après|à en croire", re.I)
_LEADS_ON: Final = re.compile(r"[\s,–—-]*(?:[\wà-ÿ’]+\s){0,1}")
"""What may stand between words and the verb that says whose they are."""
_OTHER: Final = re.compile(r",|;|:|\b(?:une?|des|qui)\b|(?<![\w’])(?!Mme\b|M\b)[A-ZÀ-ÖØ-Þ]\w+")
"""A sign that somebody else may be meant than whoever stands before or behind it."""
_SENTENCE_END: Final = re.compile(r"[.!?…][\s»”\"]*")
_MARKS: Final = ' \t\u00a0\u202f«»“”"–—'
_SPOKESMAN: Final = re.compile(r"porte-parole|communiqué|service de presse|présidence|agence officielle", re.I)


def quotations(text: str, mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """All quotations of a text, outermost only, in order, with the leader who is said to have spoken."""
    people = [mention for mention in mentions if mention.kind is Kind.LEADER]
    found: list[Quotation] = []
    for start, end in _quoted(text):
        speaker, reporter = _who(text, start, end, people, found[-1] if found else None)
        found.append(Quotation(start, end, speaker, reporter))
    return tuple(found)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between marks that pair within a paragraph, white space inside the marks left out."""
    at = 0
    for line in text.split("\n"):
        yield from _in_paragraph(text, at, at + len(line))
        at += len(line) + 1


def _in_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    found = _OPENING.search(text, start, end)
    while found:
        at = found.start()
        closing = text.find('"', at + 1, end) if found[0] == '"' else _closing(text, at, end, found[0])
        if closing > at:
            inner = text[at + 1 : closing]
            if inner.strip():
                left = at + 1 + len(inner) - len(inner.lstrip())
                yield left, closing - (len(inner) - len(inner.rstrip()))
            at = closing
        found = _OPENING.search(text, at + 1, end)


def _closing(text: str, start: int, end: int, opening: str) -> int:
    depth = 0
    for mark in _PAIRS[opening].finditer(text, start, min(end, start + _LONGEST)):
        depth += 1 if mark[0] == opening else -1
        if depth == 0:
            return mark.start()
    return -1


def _who(
    text: str, start: int, end: int, people: Sequence[Mention], last: Quotation | None
) -> tuple[str | None, str | None]:
    """The speaker and the reporter of words between two positions, as their own sentence gives them.

    What it leaves open stays open: in a draft a wrong name is worse than none.
    """
    low = bisect_left(people, start - _REACH, key=lambda m: m.start)
    high = bisect_left(people, end + _REACH, key=lambda m: m.start)
    near = [m for m in people[low:high] if m.end <= start or m.start >= end]
    closed = _closed(text, end)
    after = _until(text, closed)
    said = _SAYS.search(text, closed, after)
    if said and _LEADS_ON.fullmatch(text, closed, said.start()):
        if "-il" in said[0] or "-elle" in said[0]:
            return _told_before(text, start, near, last), None
        return _named_behind(text, said, [m for m in near if said.end() <= m.start < after])
    before = _since(text, start)
    says = list(_SAYS.finditer(text, before, start))
    if not says:
        return None, None
    within = [m for m in near if before <= m.start and m.end <= start]
    if _NAMES_BEHIND.fullmatch(says[-1][0]):
        return _named_behind(text, says[-1], [m for m in within if m.start >= says[-1].end()])
    subjects = [m for m in within if m.end <= says[-1].start()]
    if not subjects or _OTHER.search(text[subjects[-1].end : says[-1].start()].strip(" ,")):
        return None, None
    return _parted(text, subjects[-1], subjects[:-1])


def _named_behind(text: str, said: re.Match[str], behind: Sequence[Mention]) -> tuple[str | None, str | None]:
    """Who is named behind « a dit » or « selon », if nobody else comes between."""
    if not behind or _OTHER.search(text[said.end() : behind[0].start].strip(" ,")):
        return None, None
    return _parted(text, behind[0], behind[1:])


def _parted(text: str, subject: Mention, others: Sequence[Mention]) -> tuple[str | None, str | None]:
    """Who spoke, and who passed it on where the subject of the sentence is a spokesman."""
    if not others or not _SPOKESMAN.search(text[subject.start : subject.end]):
        return subject.id, None
    return others[-1].id, subject.id


def _told_before(text: str, start: int, near: Sequence[Mention], last: Quotation | None) -> str | None:
    """Whom « dit-il » means: the speaker of words just before, or whom the sentence before begins with."""
    paragraph = text.rfind("\n", 0, start) + 1
    if last and last.end >= paragraph and not any(_SENTENCE_END.split(text[last.end : start].strip(_MARKS))[1:]):
        return last.speaker
    prior = text[paragraph:start].rstrip(_MARKS)
    begins = paragraph + max((m.end() for m in _SENTENCE_END.finditer(prior[:-1])), default=0)
    return next((m.id for m in near if begins <= m.start <= begins + 3), None)


def _closed(text: str, end: int) -> int:
    """The place behind the mark that closes words."""
    match = re.compile(r"\s*[»”\"]").match(text, end)
    return match.end() if match else end


def _until(text: str, at: int) -> int:
    """Where the sentence ends that goes on behind words."""
    match = re.compile(r"[.!?\n«“]").search(text, at, at + _REACH)
    return match.start() if match else min(len(text), at + _REACH)


def _since(text: str, at: int) -> int:
    """Where the sentence begins in which words stand."""
    low = max(0, at - _REACH)
    found = [match.end() for match in re.compile(r"[.!?\n»”]").finditer(text, low, max(low, at - 2))]
    return found[-1] if found else low
