"""Who is meant where a text points back: « son homologue suisse », « le président », « la même source »."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from generator.dates import Edtf
from generator.text.offices import Counterpart, DayAt, Holders, Office


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """Somebody of whom a text has spoken up to `end`: a leader, or for « » somebody outside with these ranks."""

    end: int
    start: int
    leader: str
    ranks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pointed:
    """A stretch that points back to a leader."""

    start: int
    end: int
    leader: str


@dataclass(frozen=True, slots=True)
class Before:
    """What a text has told, in order, in its paragraphs."""

    text: str
    told: tuple[Told, ...]
    breaks: Sequence[int]
    holders: Holders
    day_at: DayAt

    def in_paragraph(self, position: int) -> tuple[Told, ...]:
        """Those told of before a position in its paragraph."""
        at = bisect_right(self.breaks, position)
        floor = self.breaks[at - 1] if at else -1
        low = bisect_left(self.told, floor, key=lambda told: told.end)
        high = bisect_right(self.told, position, key=lambda told: told.end)
        return tuple(told for told in self.told[low:high] if told.start > floor)

    def ranks(self, told: Told, day: Edtf) -> frozenset[str]:
        """The ranks that somebody has on a day."""
        return told.ranks or frozenset(h.rank for h in self.holders.of(told.leader) if h.at(day))


def pointed(before: Before, asked: Iterable[Counterpart], offices: Iterable[Office]) -> Iterator[Pointed]:
    """All that points back and is certain."""
    for counterpart in asked:
        yield from _counterpart(before, counterpart)
    for office in offices:
        if not (office.countries or office.plural or office.former):
            yield from _bare(before, office)
    yield from _same_source(before)
    yield from _spokesmen(before)


_STRANGER: Final = re.compile(r"(?<![\w-])(?!M\. )[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ-]+ (?:al-|el-)?[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ-]+")
"""A first name and a name that the dossier does not know: he may be the one whose counterpart is meant."""
_PRONOUN: Final = re.compile(r"(?:Il|Elle) ")
_SENTENCE: Final = re.compile(r"[.!?…][»\"” ]* (?=[A-ZÀ-ÖØ-Þ«])")


def _counterpart(before: Before, counterpart: Counterpart) -> Iterator[Pointed]:
    day = before.day_at(counterpart.start)
    near = before.in_paragraph(counterpart.start)
    if day is None or not near:
        return
    subject = _subject(before.text, near, counterpart.start) or near[-1]
    if _STRANGER.search(before.text, subject.end, counterpart.start):
        return
    ranks = before.ranks(subject, day)
    held = {
        h.leader for h in before.holders.among(counterpart.countries, ranks) if h.leader != subject.leader and h.at(day)
    }
    if len(held) == 1:
        yield Pointed(counterpart.start, counterpart.end, held.pop())


def _subject(text: str, near: Sequence[Told], position: int) -> Told | None:
    """Whom the « il » means that opens the sentence: the first one told of in the sentence before."""
    starts = [match.end() for match in _SENTENCE.finditer(text, near[0].start, position)]
    if not starts or not _PRONOUN.match(text, starts[-1]) or any(told.end > starts[-1] for told in near):
        return None
    floor = starts[-2] if len(starts) > 1 else near[0].start
    return next((told for told in near if told.start >= floor), None)


_HEAD: Final = "chef d’État"
_STANDS_ALONE: Final = re.compile(
    r"(?:[.;:!?»)”…]|, (?![A-ZÀ-ÖØ-Þ])| (?:a|ont|avait|aura|est|était|sera|ne|n’|se|s’|doit|devait|va|lui|y|en|et|qui|"
    r"dont|que|l’|le|la|leur|souhaite|veut|reçoit|dit|assure|affirme|rappelle|estime|espère|compte)\b)"
)
_DEFINITE: Final = re.compile(r"(?:le |la |l’)", re.I)


def _bare(before: Before, office: Office) -> Iterator[Pointed]:
    """« Le président », where its paragraph has spoken of one head of state and no other."""
    text = before.text
    if not _DEFINITE.match(text, office.start) or not _STANDS_ALONE.match(text, office.end):
        return
    if {wording.rank for wording in office.wordings} != {_HEAD}:
        return
    day = before.day_at(office.start)
    if day is None:
        return
    heads = {told.leader for told in before.in_paragraph(office.start) if _HEAD in before.ranks(told, day)}
    if len(heads) == 1 and "" not in heads:
        yield Pointed(office.start, office.end, heads.pop())


_SAME_SOURCE: Final = re.compile(
    r"\b[Ll]a même source\b(?! (?:diplomatique|proche|militaire|gouvernementale|[a-zéè]+(?:ienne|aise|ane|oise|que)))"
)
_A_SOURCE: Final = re.compile(r"\b(?:une|des|cette|d’autres) sources?\b", re.I)


def _is_spokesman(rank: str) -> bool:
    return rank.startswith("porte-parole")


def _same_source(before: Before) -> Iterator[Pointed]:
    """« La même source »: the spokesman of whom the text spoke last, unless it has named another source since."""
    if "même source" not in before.text:  # which is found faster than the pattern
        return
    for match in _SAME_SOURCE.finditer(before.text):
        day = before.day_at(match.start())
        high = bisect_right(before.told, match.start(), key=lambda told: told.end)
        for told in reversed(before.told[:high]):
            if day and any(map(_is_spokesman, before.ranks(told, day))):
                if told.leader and not _A_SOURCE.search(before.text, told.end, match.start()):
                    yield Pointed(match.start(), match.end(), told.leader)
                break


_HIS_SPOKESMAN: Final = re.compile(r"\b[Ss]on porte-parole\b(?! [a-z])")


def _spokesmen(before: Before) -> Iterator[Pointed]:
    """« Son porte-parole »: that of the country whose head was spoken of last."""
    if "on porte-parole" not in before.text:
        return
    for match in _HIS_SPOKESMAN.finditer(before.text):
        day = before.day_at(match.start())
        near = before.in_paragraph(match.start())
        if day is None or not near:
            continue
        lands = {h.role.country for h in before.holders.of(near[-1].leader) if h.rank == _HEAD and h.at(day)}
        held = {
            h.leader
            for land in lands
            for h in before.holders.among([land], filter(_is_spokesman, before.holders.ranks(land)))
            if h.at(day)
        }
        if len(held) == 1:
            yield Pointed(match.start(), match.end(), held.pop())


_FORMER: Final = re.compile(r"(?:(?:l’|le |la )?(?:ex-|ex |ancien(?:ne)? |ancien(?:ne)?-))$", re.I)
_FRESH: Final = timedelta(days=365)
"""How long after its end an office is still its last holder's: later there may have been others since."""


def former(before: Before, offices: Iterable[Office]) -> Iterator[Pointed]:
    """« L’ex-président tunisien »: who held the office last, if that ended less than a year ago."""
    for office in offices:
        if not (office.former and office.countries):
            continue
        day = before.day_at(office.start)
        sign = _FORMER.search(before.text, max(0, office.start - 14), office.start)
        if day is None or sign is None:
            continue
        ended = {
            h.leader
            for h in before.holders.among(office.countries, office.ranks)
            if h.role.to and office.means(h) and timedelta(0) <= day.first - h.role.to.last <= _FRESH
        }
        if len(ended) == 1:
            yield Pointed(sign.start(), office.end, ended.pop())
