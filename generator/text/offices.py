"""Offices that a text speaks of: « le président tunisien », « son homologue suisse », and who holds them on a day."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from generator.dates import Edtf
from generator.model import Leader, Role
from generator.text.countries import countries
from generator.text.designations import rank, title
from generator.text.french import fold
from generator.text.lands import adjective, adjectives, of_country, rows
from generator.text.tokens import Table, Words, joined

_HEAD_WORD: Final = "président"
DayAt = Callable[[int], Edtf | None]
"""The day by which what stands at a position is understood; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A leader in one of his roles; two holders of the same rank are counterparts."""

    leader: str
    role: Role
    title: str
    rank: str

    def at(self, day: Edtf) -> bool:
        """Whether the role is held on any day that a date may mean."""
        first = self.role.from_.first if self.role.from_ else None
        return day.overlaps(first, self.role.to.last if self.role.to else None)


class Holders:
    """Holders by what a text says of them: one of thousands is found as fast as one of ten."""

    def __init__(self, holders: Iterable[Holder]) -> None:
        self._of_leader: dict[str, list[Holder]] = {}
        self._of_country: dict[str, dict[str, list[Holder]]] = {}
        self._of_title: dict[str, list[Holder]] = {}
        for holder in holders:
            self._of_leader.setdefault(holder.leader, []).append(holder)
            self._of_country.setdefault(holder.role.country, {}).setdefault(holder.rank, []).append(holder)
            self._of_title.setdefault(holder.title, []).append(holder)

    def of(self, leader: str) -> Sequence[Holder]:
        """A leader in each of his roles."""
        return self._of_leader.get(leader, ())

    def titled(self, titles: Iterable[str]) -> Iterator[Holder]:
        """Who bears one of some titles."""
        for title_ in titles:
            yield from self._of_title.get(title_, ())

    def ranks(self, country: str) -> Set[str]:
        """The ranks that a country has."""
        return self._of_country.get(country, {}).keys()

    def among(self, countries: Iterable[str], ranks: Iterable[str]) -> Iterator[Holder]:
        """Who has one of some ranks in one of some countries."""
        ranks = tuple(ranks)
        for country in countries:
            by_rank = self._of_country.get(country, {})
            for rank_ in ranks:
                yield from by_rank.get(rank_, ())


@dataclass(frozen=True, slots=True)
class Wording:
    """What an office is called: a rank, and the title or None for a word that fits all of the rank."""

    rank: str
    title: str | None
    lands: frozenset[str] = frozenset()
    """The only countries where it is called so; empty where that holds for all."""


@dataclass(frozen=True, slots=True)
class Office:
    """A stretch of a text that speaks of the holder of an office; `start` is that of the article before it."""

    start: int
    end: int
    wordings: frozenset[Wording]
    countries: frozenset[str]
    """Empty where the text does not say which; then a name must follow."""
    holders: tuple[Holder, ...]
    """Those of whom the text uses their very wording, whatever its form."""
    plural: bool
    former: bool
    """Whether it is said to be over: « l’ancien président », « le président déchu »."""

    @property
    def ranks(self) -> Set[str]:
        """The ranks that its wordings may mean."""
        return {wording.rank for wording in self.wordings}

    @property
    def narrow(self) -> bool:
        """Whether only a few of the rank are called so: « l’émir », « le raïs »."""
        return all(wording.lands or wording.title not in {None, _HEAD_WORD} for wording in self.wordings)

    def means(self, holder: Holder) -> bool:
        """Whether its wordings fit what somebody is called."""
        return any(
            w.rank == holder.rank
            and w.title in {None, holder.title}
            and (not w.lands or holder.role.country in w.lands)
            for w in self.wordings
        )


@dataclass(frozen=True, slots=True)
class Offices:
    """What texts call the leaders of a dossier by their roles, ready to be looked for."""

    holders: Holders
    literal: Table[Holder]
    heads: Mapping[str, tuple[tuple[tuple[str, ...], Wording], ...]]
    """By the first word of a title: the words that follow it, the longest first, and what the title means."""
    seats: Table[tuple[str, Wording]]
    first: Set[str]
    """The words that any of all that begins with."""


def offices(leaders: Iterable[Leader]) -> Offices:
    """The offices of leaders, with the words that `data/fonctions.tsv` and `data/sieges.tsv` know for them."""
    holders = tuple(Holder(leader.id, role, title(role), _rank(role)) for leader in leaders for role in leader.roles)
    literal: Table[Holder] = Table()
    wordings: dict[str, set[tuple[tuple[str, ...], Wording]]] = {}

    def add(text: str, wording: Wording) -> None:
        first, *rest = (token.key for token in Words(text))
        wordings.setdefault(first, set()).add((tuple(rest), wording))

    for holder in holders:
        own = () if holder.title == holder.role.office else (holder.role.office,)
        for text in (*own, *holder.role.known_as):
            literal.add(text, holder)
        add(holder.title, Wording(holder.rank, holder.title))
    for row_rank, text in rows("fonctions.tsv"):
        add(text, Wording(row_rank, None))
    for row_rank, text, lands in rows("titres.tsv"):
        add(text, Wording(row_rank, None, frozenset(lands.split())))
    seats: Table[tuple[str, Wording]] = Table()
    for code, row_rank, seat in rows("sieges.tsv"):
        for who in ("chef", "cheffe", "maître", "locataire", "hôte", "patron", "homme fort"):
            seats.add(f"{who} {seat}", (code, Wording(row_rank, None)))
    for code, words in countries().items():
        for who in ("maître", "homme fort", "autocrate", "dictateur", "raïs", "leader", "numéro un"):
            for of in ("de", "d", "du"):
                seats.add(f"{who} {of} {words.capital}", (code, Wording("chef d’État", None)))
    ordered = {first: tuple(sorted(found, key=_longest_first)) for first, found in wordings.items()}
    first = {*ordered, *(f"{word}s" for word in ordered), *literal.first, *seats.first}
    return Offices(Holders(holders), literal, ordered, seats, frozenset(first))


def _rank(role: Role) -> str:
    """What makes its holder a counterpart: « président du gouvernement » and « Premier ministre » are one rank."""
    own = rank(role)
    said = fold(title(role))
    return next((row_rank for row_rank, text in rows("fonctions.tsv") if fold(text) == said), own)


def _longest_first(entry: tuple[tuple[str, ...], Wording]) -> tuple[int, tuple[str, ...], str, str]:
    rest, wording = entry
    return -len(rest), rest, wording.rank, wording.title or ""


_BEFORE: Final = re.compile(
    r"(?:\b(?:le |la |l’|ce |cette )(?:(?:nouveau|nouvelle|actuel|actuelle|puissant|puissante|tout-puissant|même) )?)$",
    re.I,
)
_OTHERS: Final = re.compile(
    r"(?:\b(?:future?|feu|premier|première|prochaine?|vice|une?|aucune?|chaque|tout|autre) |\bvice-)$", re.I
)
"""What makes somebody else of an office: « un président », « vice-président »."""
FALLEN: Final = re.compile(r" (?:déchue?|renversée?|évincée?|destituée?|en fuite)\b")
_FORMER: Final = re.compile(r"\b(?:ancien |ancienne |ex |ex-)$", re.I)


def spoken_of(text: str, words: Words, known: Offices) -> Iterator[Office]:
    """The offices that a text speaks of, in order; none inside another."""
    done, first = 0, known.first
    for index in words.among(first):
        found = _office_at(text, words, index, known) if index >= done else None
        if found:
            yield found[1]
            done = index + found[0]


def _office_at(text: str, words: Words, index: int, known: Offices) -> tuple[int, Office] | None:
    """The longest wording of an office that begins at a word, and of how many words it is."""
    start = words[index].start
    former = _FORMER.search(text, max(0, start - 16), start) is not None
    if start and text[start - 1] == "-" and not former:
        return None
    if _OTHERS.search(text, max(0, start - 16), start):
        return None
    best = max(_readings(text, words, index, known), key=lambda reading: reading.words, default=None)
    if best is None:
        return None
    article = _BEFORE.search(text, max(0, start - 24), start)
    begins = article.start() if article else start
    if article and _OTHERS.search(text, max(0, begins - 16), begins):
        return None
    end = words[index + best.words - 1].end
    former = former or FALLEN.match(text, end) is not None
    return best.words, Office(begins, end, best.wordings, best.countries, best.holders, best.plural, former)


@dataclass(frozen=True, slots=True)
class _Reading:
    words: int
    wordings: frozenset[Wording]
    countries: frozenset[str]
    holders: tuple[Holder, ...] = ()
    plural: bool = False


def _readings(text: str, words: Words, index: int, known: Offices) -> Iterator[_Reading]:
    for length, holders in known.literal.at(text, words, index):
        if not _goes_on_abroad(text, words, index + length, holders):
            found = frozenset(Wording(holder.rank, holder.title) for holder in holders)
            yield _Reading(length, found, frozenset(holder.role.country for holder in holders), holders)
    for length, seats in known.seats.at(text, words, index):
        yield _Reading(length, frozenset(wording for _, wording in seats), frozenset(code for code, _ in seats))
    head = words[index].key
    for plural in (False, True):
        singular = head.removesuffix("s") if plural else head
        if plural and singular == head:
            continue
        by_length: dict[tuple[int, frozenset[str]], set[Wording]] = {}
        for rest, wording in known.heads.get(singular, ()):
            for length, codes in _forms(text, words, index, rest):
                by_length.setdefault((length, codes), set()).add(wording)
        for (length, codes), wordings in by_length.items():
            yield _Reading(length, frozenset(wordings), codes, plural=plural)


def _goes_on_abroad(text: str, words: Words, index: int, holders: tuple[Holder, ...]) -> bool:
    """Whether another country's adjective follows: « porte-parole de la présidence » goes on with « suisse »."""
    if index >= len(words) or not joined(text, words[index - 1], words[index]):
        return False
    codes = adjectives(words[index].word)
    return bool(codes) and not any(holder.role.country in codes for holder in holders)


def _forms(text: str, words: Words, index: int, rest: tuple[str, ...]) -> Iterator[tuple[int, frozenset[str]]]:
    """How far « ministre tunisien de la Défense », « ministre de la Défense (tunisien | de la Tunisie) » reach."""
    after = index + 1
    codes = adjective(text, words, after)
    if codes and _follows(text, words, after + 1, rest):
        yield 2 + len(rest), codes
    if not _follows(text, words, after, rest):
        return
    after += len(rest)
    yield after - index, frozenset()
    codes = adjective(text, words, after)
    if codes:
        yield after + 1 - index, codes
    for length, names in of_country(text, words, after):
        yield after + length - index, names


def _follows(text: str, words: Words, index: int, keys: tuple[str, ...]) -> bool:
    have = words[index : index + len(keys)]
    return tuple(token.key for token in have) == keys and all(
        joined(text, before, token)
        for before, token in zip(words[index - 1 : index - 1 + len(have)], have, strict=False)
    )


def holders_of(office: Office, known: Offices, day: Edtf) -> frozenset[str]:
    """The leaders who hold an office on a day."""
    if office.holders:
        return frozenset(holder.leader for holder in office.holders if holder.at(day))
    return frozenset(
        holder.leader
        for holder in known.holders.among(office.countries, office.ranks)
        if holder.at(day) and office.means(holder)
    )
