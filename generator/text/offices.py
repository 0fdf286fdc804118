"""Offices that a text speaks of: « le président tunisien », « son homologue suisse », and who holds them on a day."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.dates import Edtf
from generator.model import Leader, Role
from generator.text.countries import countries
from generator.text.designations import rank, title
from generator.text.lands import adjective, adjectives, of_country, rows
from generator.text.tokens import Table, Words

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


class Office(NamedTuple):
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


class _Titles:
    """Titles that begin with one word, by the words that follow it."""

    def __init__(self) -> None:
        self._alone: tuple[Wording, ...] = ()
        self._longer: Table[Wording] = Table()

    def add(self, rest: str, wording: Wording) -> None:
        """Put in what a title means, by all of it but its first word."""
        if rest:
            self._longer.add(rest, wording)
        elif wording not in self._alone:
            self._alone += (wording,)

    def going_on(self, words: Words, index: int) -> Iterator[tuple[int, tuple[Wording, ...]]]:
        """The titles that go on with the word at a place, by how many words they still have; the longest first."""
        if index < len(words) and words.joined(index):
            yield from self._longer.at(words, index)
        if self._alone:
            yield 0, self._alone


@dataclass(frozen=True, slots=True)
class Offices:
    """What texts call the leaders of a dossier by their roles, ready to be looked for."""

    holders: Holders
    literal: Table[Holder]
    heads: Mapping[str, "_Titles"]
    """The titles by their first word."""
    seats: Table[tuple[str, Wording]]
    first: Set[str]
    """The words that any of all that begins with."""


def offices(leaders: Iterable[Leader]) -> Offices:
    """The offices of leaders, with the words that `data/fonctions.tsv` and `data/sieges.tsv` know for them."""
    holders = tuple(Holder(leader.id, role, title(role), rank(role)) for leader in leaders for role in leader.roles)
    literal: Table[Holder] = Table()
    titles: dict[str, _Titles] = {}

    def add(text: str, wording: Wording) -> None:
        words = Words(text)
        rest = text[words.start(1) :] if len(words) > 1 else ""
        titles.setdefault(words.keys[0], _Titles()).add(rest, wording)

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
        for who in _SEATED:
            seats.add(f"{who} {seat}", (code, Wording(row_rank, None)))
        for who in _SPEAKING if row_rank == "chef d’État" else ():
            seats.add(f"{who} {seat}", (code, Wording("porte-parole de la présidence", None)))
    for code, words in countries().items():
        for who in _RULING:
            for of in ("de", "d", "du"):
                seats.add(f"{who} {of} {words.capital}", (code, Wording("chef d’État", None)))
    first = {*titles, *(f"{word}s" for word in titles), *literal.first, *seats.first}
    return Offices(Holders(holders), literal, titles, seats, frozenset(first))


_SEATED: Final = tuple(
    "chef|cheffe|maître|locataire|hôte|patron|homme fort|dirigeant|occupant|homme|tsar|boss|leader|autocrate|"
    "numéro un|maître absolu".split("|")
)
_SPEAKING: Final = ("porte-parole", "secrétaire de presse", "attaché de presse", "porte-voix")
_RULING: Final = tuple(
    "maître|homme fort|autocrate|dictateur|raïs|leader|numéro un|despote|tyran|boucher|potentat|maître absolu|sultan|"
    "tsar".split("|")
)
"""Whoever rules in a seat of power or a capital, and whoever speaks there."""


_ARTICLES: Final = frozenset({"le ", "la ", "l’", "ce ", "cette "})
_QUALITIES: Final = frozenset({"nouveau ", "nouvelle ", "actuel ", "actuelle ", "puissant ", "puissante ", "même "})
"""What may stand between an article and an office."""
_OTHERS: Final = frozenset(
    f"{word} "
    for word in "futur future feu premier première prochain prochaine vice un une aucun aucune chaque tout "
    "autre".split()
) | {"vice-"}
"""What makes somebody else of an office: « un président », « vice-président »."""
FALLEN: Final = re.compile(r" (?:déchue?|renversée?|évincée?|destituée?|en fuite)\b")
_FORMER: Final = frozenset({"ancien ", "ancienne ", "ex ", "ex-"})


def spoken_of(words: Words, known: Offices) -> Iterator[Office]:
    """The offices that a text speaks of, in order; none inside another."""
    done = 0
    for index in words.among(known.first):
        found = _office_at(words, index, known) if index >= done else None
        if found:
            yield found[1]
            done = index + found[0]


def _office_at(words: Words, index: int, known: Offices) -> tuple[int, Office] | None:
    """The longest wording of an office that begins at a word, and of how many words it is."""
    lead = words.lead(index)
    former = lead in _FORMER
    if lead in _OTHERS or (lead.endswith("-") and not former):
        return None
    best = max(_readings(words, index, known), key=lambda reading: reading.words, default=None)
    if best is None:
        return None
    begins = _with_article(words, index)
    if begins < index and words.lead(begins) in _OTHERS:
        return None
    end = words.end(index + best.words - 1)
    former = former or FALLEN.match(words.text, end) is not None
    start = words.start(begins)
    return best.words, Office(start, end, best.wordings, best.countries, best.holders, best.plural, former)


def _with_article(words: Words, index: int) -> int:
    """The word that an office begins with, its article included: « le nouveau », « l’actuel », « le tout-puissant »."""
    at = index - 1 if words.lead(index) in _QUALITIES else index
    if at < index and words.lead(at) == "tout-" and words.lead(index).startswith("puissant "):
        at -= 1
    return at - 1 if words.lead(at) in _ARTICLES else index


class _Reading(NamedTuple):
    words: int
    wordings: frozenset[Wording]
    countries: frozenset[str]
    holders: tuple[Holder, ...] = ()
    plural: bool = False


def _readings(words: Words, index: int, known: Offices) -> Iterator[_Reading]:
    for length, holders in known.literal.at(words, index):
        if not _goes_on_abroad(words, index + length, holders):
            found = frozenset(Wording(holder.rank, holder.title) for holder in holders)
            yield _Reading(length, found, frozenset(holder.role.country for holder in holders), holders)
    for length, seats in known.seats.at(words, index):
        yield _Reading(length, frozenset(wording for _, wording in seats), frozenset(code for code, _ in seats))
    head = words.keys[index]
    for plural, singular in ((False, head), (True, head.removesuffix("s"))):
        titles = known.heads.get(singular) if singular != head or not plural else None
        for length, codes, wordings in _forms(words, index, titles) if titles else ():
            yield _Reading(length, frozenset(wordings), codes, plural=plural)


def _goes_on_abroad(words: Words, index: int, holders: tuple[Holder, ...]) -> bool:
    """Whether another country's adjective follows: « porte-parole de la présidence » goes on with « suisse »."""
    if index >= len(words) or not words.joined(index):
        return False
    codes = adjectives(words.word(index))
    return bool(codes) and not any(holder.role.country in codes for holder in holders)


def _forms(words: Words, index: int, titles: _Titles) -> Iterator[tuple[int, frozenset[str], tuple[Wording, ...]]]:
    """How far « ministre tunisien de la Défense », « ministre de la Défense (tunisien | de la Tunisie) » reach."""
    land = adjective(words, index + 1)
    if land:
        for rest, wordings in titles.going_on(words, index + 1 + land[0]):
            yield 1 + land[0] + rest, land[1], wordings
    for rest, wordings in titles.going_on(words, index + 1):
        length = 1 + rest
        yield length, frozenset(), wordings
        land = adjective(words, index + length)
        if land:
            yield length + land[0], land[1], wordings
        for further, names in of_country(words, index + length):
            yield length + further, names, wordings


def holders_of(office: Office, known: Offices, day: Edtf) -> frozenset[str]:
    """The leaders who hold an office on a day."""
    if office.holders:
        return frozenset(holder.leader for holder in office.holders if holder.at(day))
    return frozenset(
        holder.leader
        for holder in known.holders.among(office.countries, office.ranks)
        if holder.at(day) and office.means(holder)
    )
