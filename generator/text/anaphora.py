"""Who is meant where a text points back: « son homologue suisse », « la même source », « son hôte »."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.dates import Edtf
from generator.text.counterparts import Counterpart, Likeness
from generator.text.lands import adjectives
from generator.text.offices import DayAt, Holder, Holders
from generator.text.tokens import Words


class Told(NamedTuple):
    """Somebody of whom a text has spoken up to `end`: a leader, or for « » somebody outside with these ranks."""

    end: int
    start: int
    leader: str
    ranks: frozenset[str]
    lands: frozenset[str] = frozenset()
    """The countries of somebody outside."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """A stretch that points back to a leader."""

    start: int
    end: int
    leader: str


_RECENT: Final = 60
"""How many of those told of are looked at: more would make long texts slow."""
HEAD: Final = "chef d’État"
SENTENCE: Final = re.compile(r"[.!?…][»\"” ]* (?=[A-ZÀ-ÖØ-Þ«\"“])")
_SENTENCE_LONG: Final = 1000
_BEHIND: Final = re.compile(
    r",? (?:(?:M\.|Mme|S\. ?(?:E|M|A)\.(?: ?M\.)?|Monsieur|Madame|Son (?:Excellence|Altesse)|Sa Majesté|le|la|l’)"
    r"(?: |(?<=’))){0,2}"
    r"(?:(?!et\b|ou\b|à\b|de\b|avec\b|que\b|qui\b)(?P<title>[a-zéè]+) )?"
    r"(?=[A-ZÀ-ÖØ-Þ])"
)
"""What may stand between an office and the name of its holder: « , M. », « , le cheikh »."""


@dataclass(frozen=True, slots=True)
class Before:
    """What a text has told, in order, in its paragraphs."""

    words: Words
    told: tuple[Told, ...]
    breaks: Sequence[int]
    holders: Holders
    day_at: DayAt
    names: Mapping[int, tuple[str, int]]
    """The leaders named, by where their names begin, and where these end."""

    @property
    def text(self) -> str:
        """The text itself."""
        return self.words.text

    def matches(self, pattern: re.Pattern[str], keys: Set[str], back: int = 1) -> Iterator[re.Match[str]]:
        """The matches of a pattern that begins so many words before one of some words."""
        for index in self.words.among(keys):
            match = pattern.match(self.text, self.words.start(index - back)) if index >= back else None
            if match:
                yield match

    def in_paragraph(self, position: int) -> tuple[Told, ...]:
        """Those told of before a position in its paragraph."""
        floor = self.paragraph(position)
        low = bisect_left(self.told, floor, key=lambda told: told.end)
        high = bisect_right(self.told, position, key=lambda told: told.end)
        return tuple(told for told in self.told[max(low, high - _RECENT) : high] if told.start > floor)

    def paragraph(self, position: int) -> int:
        """Where the paragraph of a position begins, or -1 in the first one."""
        at = bisect_right(self.breaks, position)
        return self.breaks[at - 1] if at else -1

    def sentence(self, position: int) -> int:
        """Where the sentence of a position begins."""
        floor = max(self.paragraph(position), position - _SENTENCE_LONG, 0)
        return max((match.end() for match in SENTENCE.finditer(self.text, floor, position)), default=floor)

    def next(self, position: int) -> Told | None:
        """The first one told of behind a position, in its sentence."""
        at = bisect_left(self.told, position, key=lambda told: told.end)
        told = self.told[at] if at < len(self.told) else None
        return (
            told if told and told.start >= position and not SENTENCE.search(self.text, position, told.start) else None
        )

    def recent(self, position: int) -> tuple[Told, ...]:
        """Those told of last before a position, wherever."""
        high = bisect_right(self.told, position, key=lambda told: told.end)
        return self.told[max(0, high - _RECENT) : high]

    def held(self, told: Told, day: Edtf) -> tuple[Holder, ...]:
        """The offices that a leader told of holds on a day."""
        return tuple(holder for holder in self.holders.of(told.leader) if holder.at(day))

    def ranks(self, told: Told, day: Edtf) -> frozenset[str]:
        """The ranks that somebody has on a day."""
        return told.ranks or frozenset(holder.rank for holder in self.held(told, day))

    def lands(self, told: Told, day: Edtf) -> frozenset[str]:
        """The countries in which somebody holds an office on a day."""
        return told.lands or frozenset(holder.role.country for holder in self.held(told, day))

    def named_behind(self, end: int) -> str | None:
        """The leader whose name stands right behind a stretch, as that of the one it means."""
        match = _BEHIND.match(self.text, end)
        if match is None or (match["title"] and adjectives(match["title"])):
            return None
        return self.named(match.end())

    def named_up_to(self, end: int) -> str | None:
        """The leader whose name ends at a place."""
        at = bisect_left(self.told, end, key=lambda told: told.end)
        told = self.told[at] if at < len(self.told) else None
        return told.leader or None if told and told.end == end else None

    def named(self, start: int) -> str | None:
        """The leader whose name begins at a place."""
        found = self.names.get(start)
        return found[0] if found else None


def counterparts_of(before: Before, asked: Iterable[Counterpart]) -> Iterator[Pointed]:
    """All counterparts that are certain."""
    for counterpart in asked:
        yield from _counterpart(before, counterpart)
    yield from _same_source(before)
    yield from _apposed(before)
    yield from _guests(before)


_STRANGER: Final = re.compile(r"(?<![\w-])(?!M\. )[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ-]+ (?:al-|el-)?[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ-]+")
"""A first name and a name that the dossier does not know: he may be the one whose counterpart is meant."""
_HIMSELF: Final = re.compile(rf",? {_STRANGER.pattern}(?: [A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ-]+)?,? ")
_PRONOUN: Final = re.compile(r"(?:Il|Elle) ")
_GERUND: Final = re.compile(r"(?:En [a-zà-öø-ÿ]+ant|Après avoir|Avant de|Pour) ")
"""« En recevant son homologue turc, Untel… »: his name follows."""
_HE: Final = re.compile(r"\b(?:[Qq]uant à|[Ii]l|[Ee]lle|le même|la même|[Cc]e dernier|[Cc]elui-ci)\b")


def _counterpart(before: Before, counterpart: Counterpart) -> Iterator[Pointed]:
    day = before.day_at(counterpart.start)
    if day is None:
        return
    behind = before.named_behind(counterpart.end) or _apposed_to(before, counterpart.start)
    roles = before.holders.of(behind) if behind else ()
    if roles and (not counterpart.countries or any(h.role.country in counterpart.countries for h in roles)):
        yield Pointed(counterpart.start, counterpart.end, roles[0].leader)
        return
    subject = _whose(before, counterpart.start, day) if counterpart.countries else None
    if subject is None:
        return
    if counterpart.kind is Likeness.LOOSE and before.text[subject.end : counterpart.start] not in _AND:
        return
    ranks = before.ranks(subject, day)
    held = _holding(before, counterpart.countries, ranks, day)
    if not _is_other_s(before, counterpart, ranks, held, day):
        held -= {subject.leader}
    if counterpart.kind is Likeness.NEIGHBOUR and not held:
        held = _holding(before, counterpart.countries, {HEAD}, day) - {subject.leader}
    if counterpart.kind is Likeness.GUEST:
        held &= {told.leader for told in before.recent(counterpart.start)}
    if len(held) == 1:
        yield Pointed(counterpart.start, counterpart.end, held.pop())


def _apposed_to(before: Before, start: int) -> str | None:
    """« Untel, son homologue tunisien »: whose name stands before the comma."""
    return before.named_up_to(start - 2) if before.text[max(0, start - 2) : start] == ", " else None


def _is_other_s(before: Before, counterpart: Counterpart, ranks: frozenset[str], held: set[str], day: Edtf) -> bool:
    """Whether the one told of last is himself the counterpart: of another of his rank, told of before him."""
    near = before.in_paragraph(counterpart.start)
    others = [told for told in near if told.leader not in held and before.ranks(told, day) & ranks]
    return counterpart.kind is Likeness.EQUAL and bool(near) and near[-1].leader in held and bool(others)


_AND: Final = frozenset({" et ", " avec ", ", et "})


def _holding(before: Before, countries: Iterable[str], ranks: Iterable[str], day: Edtf) -> set[str]:
    return {holder.leader for holder in before.holders.among(countries, ranks) if holder.at(day)}


def _whose(before: Before, position: int, day: Edtf) -> Told | None:
    """Whose counterpart is meant at a position, if no stranger comes between."""
    near = before.in_paragraph(position)
    begins = before.sentence(position)
    if _GERUND.match(before.text, begins) and not any(told.start >= begins for told in near):
        return before.next(position)
    if not near:
        return _whom_he_means(before, position, day)
    subject = _subject(before.text, near, position) or near[-1]
    himself = _HIMSELF.match(before.text, subject.end)
    between = himself.end() if himself and not subject.leader else subject.end
    far = position - between > _SENTENCE_LONG
    return None if far or _STRANGER.search(before.text, between, position) else subject


def _whom_he_means(before: Before, position: int, day: Edtf) -> Told | None:
    """Whom « le même », or a paragraph’s first « son », means: the last one told of, if all near are his equals."""
    start = max(before.paragraph(position), position - _SENTENCE_LONG, 0)
    opens = not before.text[start:position].strip()
    if not (opens or _HE.search(before.text, start, position)) or _STRANGER.search(before.text, start, position):
        return None
    recent = before.recent(position)
    if not recent:
        return None
    floor = before.paragraph(recent[-1].start)
    ranks = {before.ranks(told, day) for told in recent if told.start > floor}
    return recent[-1] if ranks == {frozenset({HEAD})} else None


def _subject(text: str, near: Sequence[Told], position: int) -> Told | None:
    """Whom the « il » means that opens the sentence: the first one told of in the sentence before."""
    starts = [match.end() for match in SENTENCE.finditer(text, near[0].start, position)]
    if not starts or not _PRONOUN.match(text, starts[-1]) or any(told.end > starts[-1] for told in near):
        return None
    floor = starts[-2] if len(starts) > 1 else near[0].start
    return next((told for told in near if told.start >= floor), None)


_APPOSED: Final = re.compile(
    r"\b(?:[Ss]on|[Ll]eur) (?:prédécesseur|successeur|hôte|invité|visiteur|interlocuteur|ministre|conseiller|"
    r"porte-parole|émissaire|collègue|premier ministre|ministre de la [Dd]éfense)(?: (?:élu|désigné|immédiat))?\b"
)
_PARTICIPLE: Final = re.compile(r"\s*(?:En )?[^\W\d_]+ant (?:à |avec |de |pour |devant )?")
"""« Accueillant son hôte, Untel… »: the name behind is that of whom the sentence is about."""
_HIS: Final = frozenset({"son", "leur"})


def _apposed(before: Before) -> Iterator[Pointed]:
    """« Son prédécesseur, Untel »: the name behind says who."""
    for match in before.matches(_APPOSED, _HIS, 0):
        behind = before.named_behind(match.end())
        own = _PARTICIPLE.fullmatch(before.text, before.sentence(match.start()), match.start()) is not None
        if behind is not None and not own and before.day_at(match.start()) is not None:
            yield Pointed(match.start(), match.end(), behind)


_GUEST: Final = re.compile(
    r"\b(?:à|de|chez|avec|par) son (?=(?:hôte|invité|visiteur)\b(?! [a-zà-öø-ÿ]+(?:ien|ais|ois|e|c|n)\b))"
)
_GUESTS: Final = frozenset({"hote", "invite", "visiteur"})


def _guests(before: Before) -> Iterator[Pointed]:
    """« A dit Untel à son hôte »: the other one, where the paragraphs so far are about two."""
    for match in before.matches(_GUEST, _GUESTS, 2):
        day = before.day_at(match.start())
        near = [told for told in before.in_paragraph(match.start()) if told.start >= before.sentence(match.start())]
        if day is None or not near:
            continue
        heads = [t.leader for t in before.recent(match.start()) if HEAD in before.ranks(t, day)]
        others = {*heads} - {near[-1].leader}
        if len({t.leader for t in near}) == 1 and near[-1].leader in heads and len(others) == 1 and "" not in others:
            end = re.compile(r"\w+").match(before.text, match.end())
            yield Pointed(match.end() - 4, end.end() if end else match.end(), others.pop())


_SAME_SOURCE: Final = re.compile(
    r"\bla même source\b(?! (?:diplomatique|proche|militaire|gouvernementale|[a-zéè]+(?:ienne|aise|ane|oise|que)))",
    re.I,
)
_SOURCE: Final = frozenset({"source"})
_A_SOURCE: Final = re.compile(r"\b(?:une|des|cette|d’autres) sources?\b", re.I)


def is_spokesman(rank: str) -> bool:
    """Whether who has a rank speaks for somebody else."""
    return rank.startswith("porte-parole")


def _same_source(before: Before) -> Iterator[Pointed]:
    """« La même source »: the spokesman of whom the text spoke last, unless it has named another source since."""
    for match in before.matches(_SAME_SOURCE, _SOURCE, 2):
        day = before.day_at(match.start())
        for told in reversed(before.recent(match.start())):
            if day and any(map(is_spokesman, before.ranks(told, day))):
                if told.leader and not _A_SOURCE.search(before.text, told.end, match.start()):
                    yield Pointed(match.start(), match.end(), told.leader)
                break
