"""Names of leaders and places in a text, and whether the name of a capital means the place."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from generator.model import Kind, Leader, Place, PlaceKind
from generator.text.countries import countries, country_names
from generator.text.french import fold
from generator.text.seats import is_place
from generator.text.slips import is_slip
from generator.text.tokens import Table, Words

_PARTICLES: Final = frozenset("al el ben bin ibn as es ad ed an ash ach".split())
"""Words of names that the press writes with a capital or without."""
_CONTRACTED: Final = {"Le ": ("au ", "du "), "Les ": ("aux ", "des ")}
"""What « à » and « de » become before the article that a place's name begins with."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a leader's or a place's name; `owner` is None for somebody outside the dossier."""

    text: str
    owner: tuple[Kind, str] | None
    locative_only: bool = False
    """A capital or a seat of power: without « à », « vers », « au »… the name means the government."""
    bare_surname: bool = False
    """No first name: another first name before it makes another person of it."""
    first_names: frozenset[str] = frozenset()
    """Those of whoever bears a bare surname, folded."""
    after: tuple[str, ...] = ()
    """Words of which one stands before it: « Caire » is « Le Caire » only after « au » and « du »."""


class Named(NamedTuple):
    """A name found in a text, from `start` to before `end`; a `metonym` means the government that sits there."""

    start: int
    end: int
    owner: tuple[Kind, str]
    metonym: bool


def names(leaders: Iterable[Leader], places: Iterable[Place]) -> Table[Name]:
    """The names of leaders and places, by their words."""
    table: Table[Name] = Table()
    for name in (*_leader_names(leaders), *_place_names(places)):
        table.add(name.text, name)
    return table


def _leader_names(leaders: Iterable[Leader]) -> Iterator[Name]:
    for leader in leaders:
        known = [Words(text) for text in (leader.name, *leader.aliases)]
        first = frozenset(words.keys[0] for words in known if len(words) > 1) - _PARTICLES
        for words in known:
            own = [words.word(at) for at, key in enumerate(words.keys) if key not in _PARTICLES]
            bare = len(own) == 1
            firsts = first if bare else frozenset()
            yield Name(words.text, (Kind.LEADER, leader.id), bare_surname=bare, first_names=firsts)
            if len(own) > 1:  # « Samir el-Karoui » is « Samir Karoui » as well
                yield Name(" ".join(own), (Kind.LEADER, leader.id))
        for text in leader.not_:
            yield Name(text, None)


def _place_names(places: Iterable[Place]) -> Iterator[Name]:
    capitals = {(words.code, words.capital) for words in countries().values()}
    for place in places:
        power = place.kind is PlaceKind.BUILDING or (place.country, place.name) in capitals
        for text in (place.name, *place.aliases):
            yield Name(text, (Kind.PLACE, place.id), locative_only=power)
            for article, contracted in _CONTRACTED.items():
                if text.startswith(article):
                    yield Name(text.removeprefix(article), (Kind.PLACE, place.id), power, after=contracted)
        for text in place.not_:
            yield Name(text, None)


def named(words: Words, table: Table[Name], ends: Set[int] = frozenset()) -> Iterator[Named]:
    """The names in a text whose apostrophes are typographic and whose spaces and hyphens are the plain ones.

    `ends` are the places where a line ends, though a space stands there.
    """
    done, first = 0, table.first
    for index in words.among(first):
        if index < done:
            continue
        length, found = _at(words, index, table, ends)
        inside = (at for at in range(index + 1, index + length) if words.keys[at] in first)
        if length > 1 and any(_is_longer(words, at, table, ends, length) for at in inside):
            continue  # « cheikh Untel » ends inside « Untel ben Untel »
        if found and found.owner:
            start, end = words.start(index - _is_slipped(words, index, found)), words.end(index + length - 1)
            metonym = found.locative_only and not is_place(words, index, end, ends)
            yield Named(start, end, found.owner, metonym)
        done = index + length


def _is_longer(words: Words, index: int, table: Table[Name], ends: Set[int], than: int) -> bool:
    """Whether the name at a word has more words than another."""
    longest = next(table.at(words, index), None)
    return longest is not None and longest[0] > than and _at(words, index, table, ends)[0] > than


_GOES_BEFORE: Final = re.compile(r"(?:-|[^\W_]_)$")
_GOES_ON: Final = re.compile(r"_?[^\W_]|-[^\W\d_]")
"""What makes a word of a name a part of a longer one; an underscore at its edge is emphasis."""
_EDGES: Final = frozenset("-_")
"""What either has at the name's edge."""


def _at(words: Words, index: int, table: Table[Name], ends: Set[int]) -> tuple[int, Name | None]:
    """The longest name that begins at a word, with its length in words; 1 and None where there is none."""
    for length, candidates in table.at(words, index):
        name = next((name for name in candidates if _written_so(name, words, index)), None)
        if name and name.bare_surname and _is_of_a_firm(words, index + length):
            break
        if name and (not _goes_on(words, index + length) or _pairs(words, index + length, table)):
            if _is_inside(words, index, table):
                break
            slipped = _is_slipped(words, index, name)
            return length, name if slipped or _means(words, index, name, ends) else None
    return 1, None


def _is_of_a_firm(words: Words, index: int) -> bool:
    """Whether the word behind a surname makes a house or a firm of it: « Untel Tower »."""
    return index < len(words) and words.keys[index] in _FIRMS and words.capital(index) and words.joined(index)


def _goes_on(words: Words, index: int) -> bool:
    """Whether the word before another goes on behind its end."""
    last = words.end(index - 1)
    return words.text[last : last + 1] in _EDGES and _GOES_ON.match(words.text, last) is not None


def _is_inside(words: Words, index: int, table: Table[Name]) -> bool:
    """Whether a word goes on what stands before it, and is not one of two that a hyphen pairs."""
    text, start = words.text, words.start(index)
    if text[start - 1 : start] not in _EDGES or not _GOES_BEFORE.search(text, max(0, start - 2), start):
        return False
    return not (index and _pairs(words, index - 1, table, before=True))


def _is_slipped(words: Words, index: int, name: Name) -> bool:
    """Whether a surname stands behind the first name of whoever bears it, but for one letter."""
    if not (index and name.first_names and words.capital(index - 1) and words.joined(index)):
        return False
    return any(is_slip(words.keys[index - 1], first) for first in name.first_names)


_BEFORE_PAIR: Final = re.compile(r"(?:\A|[\s«“\"(’/–—])$")
_AFTER_PAIR: Final = re.compile(r"\Z|[\s»”\".,;:!?)/–—-]")


def _pairs(words: Words, index: int, table: Table[Name], *, before: bool = False) -> bool:
    """Whether the word at the other end of a hyphen is a name by itself: « Norvège-Suède », « Untel-Autretel »."""
    if index >= len(words) or not words.capital(index):
        return False
    own = any(length == 1 and any(map(_owned, found)) for length, found in table.at(words, index))
    if not (own or words.keys[index] in _whole_names()):
        return False
    text, start, end = words.text, words.start(index), words.end(index)
    if before:
        return text[end : end + 1] == "-" and _BEFORE_PAIR.search(text, max(0, start - 1), start) is not None
    return text[start - 1 : start] == "-" and _AFTER_PAIR.match(text, end) is not None


def _owned(name: Name) -> bool:
    return name.owner is not None and not name.after


@cache
def _whole_names() -> frozenset[str]:
    """Countries of one word, and what stands for several."""
    return frozenset(name for name in country_names() if name.isalpha()) | _UNIONS


_UNIONS: Final = frozenset({"afrique", "europe", "asie", "amerique", "otan", "ue", "onu", "occident"})


@lru_cache(maxsize=2**16)
def _capitals(name: str) -> tuple[int, ...]:
    """Which words of a name begin with a capital in any text; « al » and the like may be written either way."""
    words = Words(name)
    return tuple(at for at, key in enumerate(words.keys) if words.capital(at) and key not in _PARTICLES)


def _written_so(name: Name, words: Words, index: int) -> bool:
    """Whether capitals stand where the name has them."""
    return all(words.capital(index + at) for at in _capitals(name.text))


_OPENERS: Final = frozenset(
    "À A Afin Ainsi Alors Après Au Aussi Aux Avant Avec Car Ce Cependant Certes Cet Cette Chez Comme Contre Dans De "
    "Depuis Dès Des Du Elle En Enfin Ensuite Entre Et Face Fin Grâce Il Ils Jamais Jusqu La Le Les Leur Lors Lorsque "
    "Mais Malgré Même Ni Non Or Ou Où Par Parce Pendant Plus Pour Pourtant Puis Quand Que Quel Qui Quoi Sa Sans Sauf "
    "Selon Ses Si Soit Son Sous Sur Tandis Tant Tel Tout Toutefois Un Une Vers Voici Voilà Pas "
    "M MM Monsieur Président Présidente Ministre Général Premier Reçu Interrogé Face Quant Dr Pr Docteur".split()
)
"""Capitalized words that are no first name."""
_NAMED_AFTER: Final = frozenset(
    f"{word}{plural} "
    for words, plurals in {
        "lac rue avenue boulevard place stade aéroport pont barrage lycée école mosquée quartier fondation centre "
        "square station tour cinéma théâtre collège parc salle statue clan dynastie famille bibliothèque académie "
        "institut autoroute village université": ("", "s"),
        "hôpital hôpitaux universitaire prix international internationale": ("",),
    }.items()
    for word in words.split()
    for plural in plurals
)
"""What bears somebody's name is not he: « lac Victoria », « avenue Charles-de-Gaulle »."""
_FIRMS: Final = frozenset(
    "airlines center foundation group holding hotel institute international organization park plaza tower towers "
    "university".split()
)
"""What stands behind somebody’s name that is not his any more."""
_FAMILY: Final = frozenset({"les ", "des ", "aux ", "autre ", "feu "})
_STREETS: Final = frozenset({"rue", "avenue", "boulevard", "place", "square", "chaussee", "quai"})
_OF_STREET: Final = frozenset({"de ", "du ", "d’", "la ", "l’"})
"""What such a street's name begins with."""


def _means(words: Words, index: int, name: Name, ends: Set[int]) -> bool:
    lead, start = words.lead(index), words.start(index)
    if name.after and lead not in name.after:
        return False
    if name.owner and name.owner[0] is Kind.PLACE:
        return lead not in _OF_STREET or not _is_of_street(words, index)
    if lead in _NAMED_AFTER:
        return False
    return not name.bare_surname or (lead not in _FAMILY and _is_alone(words.text, start, ends))


def _is_of_street(words: Words, index: int) -> bool:
    """Whether « rue de » or « place de la » stands before a word."""
    street = index - (3 if words.lead(index) in {"la ", "l’"} else 2)
    return street >= 0 and words.keys[street] in _STREETS and words.lead(street + 2).startswith(("de ", "du ", "d’"))


_FIRST_NAME: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’.-]*\Z")
_PARTED: Final = re.compile(r"[.’]")


def _is_alone(text: str, start: int, ends: Set[int]) -> bool:
    """Whether a surname stands without another first name before it."""
    if text[start - 1 : start] != " " or start - 1 in ends:
        return True  # what ends the line above is no first name, but a heading; a hyphen joins two names here
    other = _FIRST_NAME.search(text[max(0, start - 40) : start - 1].rpartition(" ")[2])
    if other is None or _ends_sentence(other[0]) or _PARTED.split(other[0])[0] in _OPENERS:
        return True
    begins = start - 1 - len(other[0])
    return fold(other[0]) in _peoples() and text.endswith(("le ", "Le ", "l’", "L’"), max(0, begins - 3), begins)


@cache
def _peoples() -> frozenset[str]:
    """« Norvégien »: what stands before the name of one whom the text calls by his country."""
    return frozenset(fold(words.masculine) for words in countries().values()) - {""}


_STOPPED: Final = re.compile(r"[^\W\d_]{2}\.$")
_NO_END: Final = _OPENERS | {"Mme", "Mlle"}


def _ends_sentence(word: str) -> bool:
    """Whether the full stop behind a word ends a sentence: that of an initial does not."""
    return _STOPPED.search(word) is not None and word.rstrip(".") not in _NO_END
