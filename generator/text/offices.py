"""Offices that a text speaks of: « le président tunisien », « son homologue suisse », and who holds them on a day."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from generator.dates import Edtf
from generator.model import Leader, Role
from generator.text.countries import countries
from generator.text.designations import rank, title
from generator.text.french import fold
from generator.text.tokens import Table, Words

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
        for holder in holders:
            self._of_leader.setdefault(holder.leader, []).append(holder)
            self._of_country.setdefault(holder.role.country, {}).setdefault(holder.rank, []).append(holder)

    def of(self, leader: str) -> Sequence[Holder]:
        """A leader in each of his roles."""
        return self._of_leader.get(leader, ())

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
    """Whether it is said to be over: « l’ancien président »."""

    @property
    def ranks(self) -> Set[str]:
        """The ranks that its wordings may mean."""
        return {wording.rank for wording in self.wordings}

    def means(self, holder: Holder) -> bool:
        """Whether its wordings fit what somebody is called."""
        return any(w.rank == holder.rank and w.title in {None, holder.title} for w in self.wordings)


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
        first, *rest = Words(text).keys
        wordings.setdefault(first, set()).add((tuple(rest), wording))

    for holder in holders:
        own = () if holder.title == holder.role.office else (holder.role.office,)
        for text in (*own, *holder.role.known_as):
            literal.add(text, holder)
        add(holder.title, Wording(holder.rank, holder.title))
    for row_rank, text in _rows("fonctions.tsv"):
        add(text, Wording(row_rank, None))
    seats: Table[tuple[str, Wording]] = Table()
    for code, row_rank, seat in _rows("sieges.tsv"):
        for who in ("chef", "cheffe", "maître", "locataire", "hôte", "patron", "homme fort"):
            seats.add(f"{who} {seat}", (code, Wording(row_rank, None)))
    ordered = {first: tuple(sorted(found, key=_longest_first)) for first, found in wordings.items()}
    first = {*ordered, *(f"{word}s" for word in ordered), *literal.first, *seats.first}
    return Offices(Holders(holders), literal, ordered, seats, frozenset(first))


def _rank(role: Role) -> str:
    """What makes its holder a counterpart: « président du gouvernement » and « Premier ministre » are one rank."""
    own = rank(role)
    said = fold(title(role))
    return next((row_rank for row_rank, text in _rows("fonctions.tsv") if fold(text) == said), own)


def _longest_first(entry: tuple[tuple[str, ...], Wording]) -> tuple[int, tuple[str, ...], str, str]:
    rest, wording = entry
    return -len(rest), rest, wording.rank, wording.title or ""


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    lines = files("generator.text").joinpath(f"data/{name}").read_text("utf-8").splitlines()
    rows = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    yield from rows[1:]


@cache
def _adjectives() -> Mapping[str, frozenset[str]]:
    """The countries of each adjective (« congolais » has two), by its folded form."""
    found: dict[str, set[str]] = {}
    for code, words in countries().items():
        for form in (words.masculine, words.feminine):
            found.setdefault(fold(form), set()).add(code)
    return {form: frozenset(codes) for form, codes in found.items()}


@cache
def _country_names() -> Table[str]:
    table: Table[str] = Table()
    others: dict[str, list[str]] = {}
    for code, name in _rows("autres-noms.tsv"):
        others.setdefault(code, []).append(name)
    for code, words in countries().items():
        for name in (words.name, *others.get(code, ())):
            table.add(name, code)
    return table


_OF: Final = frozenset({("de",), ("du",), ("des",), ("d",), ("de", "la"), ("de", "l")})
_FORM_OF_STATE: Final = frozenset({"republique", "federation", "confederation", "royaume", "etat", "emirat"})
_BEFORE: Final = re.compile(
    r"(?:\b(?:le |la |l’|ce |cette )(?:(?:nouveau|nouvelle|actuel|actuelle|puissant|puissante|tout-puissant|même) )?)$",
    re.I,
)
_OTHERS: Final = re.compile(r"future?|feu|premier|première|prochaine?|vice|une?|aucune?|chaque|tout|autre", re.I)
_VICE: Final = re.compile(r"vice", re.I)
"""What makes somebody else of an office: « un président », « vice-président »."""
_FORMER: Final = re.compile(r"ancien|ancienne|ex", re.I)
_EX: Final = re.compile(r"ex", re.I)


def spoken_of(words: Words, known: Offices) -> Iterator[Office]:
    """The offices that a text speaks of, in order; none inside another."""
    done, first = 0, known.first
    for index in words.among(first):
        found = _office_at(words, index, known) if index >= done else None
        if found:
            yield found[1]
            done = index + found[0]


def _office_at(words: Words, index: int, known: Offices) -> tuple[int, Office] | None:
    """The longest wording of an office that begins at a word, and of how many words it is."""
    best = max(_readings(words, index, known), key=lambda reading: reading.words, default=None)
    if best is None:
        return None
    text, start = words.text, words.start(index)
    former = words.follows(index, _FORMER) or words.follows(index, _EX, "-")
    if (start and text[start - 1] == "-" and not former) or _is_another(words, index):
        return None
    article = _BEFORE.search(text, max(0, start - 24), start)
    begins = article.start() if article else start
    if article and _is_another(words, words.number(begins)):
        return None
    end = words.end(index + best.words - 1)
    return best.words, Office(begins, end, best.wordings, best.countries, best.holders, best.plural, former)


def _is_another(words: Words, index: int) -> bool:
    return words.follows(index, _OTHERS) or words.follows(index, _VICE, "-")


@dataclass(frozen=True, slots=True)
class _Reading:
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
    for plural in (False, True):
        singular = head.removesuffix("s") if plural else head
        if plural and singular == head:
            continue
        by_length: dict[tuple[int, frozenset[str]], set[Wording]] = {}
        for rest, wording in known.heads.get(singular, ()):
            for length, codes in _forms(words, index, rest):
                by_length.setdefault((length, codes), set()).add(wording)
        for (length, codes), wordings in by_length.items():
            yield _Reading(length, frozenset(wordings), codes, plural=plural)


def _goes_on_abroad(words: Words, index: int, holders: tuple[Holder, ...]) -> bool:
    """Whether another country's adjective follows: « porte-parole de la présidence » goes on with « suisse »."""
    if index >= len(words) or not words.joined(index):
        return False
    codes = _adjectives().get(words.keys[index])
    return codes is not None and not any(holder.role.country in codes for holder in holders)


def _forms(words: Words, index: int, rest: tuple[str, ...]) -> Iterator[tuple[int, frozenset[str]]]:
    """How far « ministre tunisien de la Défense », « ministre de la Défense (tunisien | de la Tunisie) » reach."""
    after = index + 1
    codes = _adjective(words, after)
    if codes and _follows(words, after + 1, rest):
        yield 2 + len(rest), codes
    if not _follows(words, after, rest):
        return
    after += len(rest)
    yield after - index, frozenset()
    codes = _adjective(words, after)
    if codes:
        yield after + 1 - index, codes
    for length, names in _of_country(words, after):
        yield after + length - index, names


def _follows(words: Words, index: int, keys: tuple[str, ...]) -> bool:
    after = index + len(keys)
    return words.keys[index:after] == keys and all(map(words.joined, range(index, after)))


def _adjective(words: Words, index: int) -> frozenset[str] | None:
    codes = _adjectives().get(words.keys[index]) if index < len(words) else None
    return codes if codes and words.joined(index) and not words.capital(index) else None


def _of_country(words: Words, index: int) -> Iterator[tuple[int, frozenset[str]]]:
    """« Du Portugal », « de la République du Portugal »: how many words, and the countries."""
    for length in (2, 1):
        if words.keys[index : index + length] in _OF and index + length < len(words):
            after = index + length
            if words.keys[after] in _FORM_OF_STATE:
                for further, codes in _of_country(words, after + 1):
                    yield length + 1 + further, codes
            for named, found in _country_names().at(words, after):
                if words.capital(after):
                    yield length + named, frozenset(found)


def holders_of(office: Office, known: Offices, day: Edtf) -> frozenset[str]:
    """The leaders who hold an office on a day."""
    if office.holders:
        return frozenset(holder.leader for holder in office.holders if holder.at(day))
    return frozenset(
        holder.leader
        for holder in known.holders.among(office.countries, office.ranks)
        if holder.at(day) and office.means(holder)
    )


_COUNTERPART: Final = frozenset({"homologue", "collegue", "confrere", "voisin", "voisine"})
_WHOSE: Final = re.compile(r"\b(?:son|leur|le|mon|notre) $", re.I)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """« Son homologue tunisien »: whoever holds in that country the office of the last one spoken of."""

    start: int
    end: int
    countries: frozenset[str]


def counterparts(words: Words) -> Iterator[Counterpart]:
    """The counterparts that a text speaks of, in order."""
    for index in words.among(_COUNTERPART):
        start, codes = words.start(index), _adjective(words, index + 1)
        if codes:
            whose = _WHOSE.search(words.text, max(0, start - 8), start)
            if whose:
                yield Counterpart(whose.start(), words.end(index + 1), codes)
