"""Names of leaders and places in a text, and whether the name of a capital means the place."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from generator.model import Kind, Leader, Place, PlaceKind
from generator.text.countries import countries, country_names
from generator.text.slips import is_slip
from generator.text.tokens import Table, Words, joined

_PARTICLES: Final = frozenset("al el ben bin ibn as es ad ed an ash ach".split())
"""Words of names that the press writes with a capital or without."""
_CONTRACTED: Final = {"Le ": ("au", "du"), "Les ": ("aux", "des")}
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


@dataclass(frozen=True, slots=True)
class Named:
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
        first = frozenset(words[0].key for words in known if len(words) > 1) - _PARTICLES
        for text in (leader.name, *leader.aliases):
            words = [token for token in Words(text) if token.key not in _PARTICLES]
            bare = len(words) == 1
            yield Name(text, (Kind.LEADER, leader.id), bare_surname=bare, first_names=first if bare else frozenset())
            if len(words) > 1:  # « Samir el-Karoui » is « Samir Karoui » as well
                yield Name(" ".join(text[token.start : token.end] for token in words), (Kind.LEADER, leader.id))
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


def named(text: str, words: Words, table: Table[Name], ends: Set[int] = frozenset()) -> Iterator[Named]:
    """The names in a text whose apostrophes are typographic and whose spaces and hyphens are the plain ones.

    `ends` are the places where a line ends, though a space stands there.
    """
    done, first = 0, table.first
    for index in words.among(first):
        if index < done:
            continue
        length, found = _at(text, words, index, table, ends)
        inside = (at for at in range(index + 1, index + length) if words.keys[at] in first)
        if any(_at(text, words, at, table, ends)[0] > length for at in inside):
            continue  # « cheikh Untel » ends inside « Untel ben Untel »
        if found and found.owner:
            start, end = words.start(index - _is_slipped(text, words, index, found)), words.end(index + length - 1)
            yield Named(start, end, found.owner, found.locative_only and not _is_place(text, start, end, ends))
        done = index + length


_GOES_BEFORE: Final = re.compile(r"(?:-|[^\W_]_)$")
_GOES_ON: Final = re.compile(r"_?[^\W_]|-[^\W\d_]")
"""What makes a word of a name a part of a longer one; an underscore at its edge is emphasis."""


def _at(text: str, words: Words, index: int, table: Table[Name], ends: Set[int]) -> tuple[int, Name | None]:
    """The longest name that begins at a word, with its length in words; 1 and None where there is none."""
    for length, candidates in table.at(text, words, index):
        name = next((name for name in candidates if _written_so(name, words, index)), None)
        last = words.end(index + length - 1)
        if name and (not _GOES_ON.match(text, last) or _pairs(text, words, index + length, table)):
            if _is_inside(text, words, index, table):
                break
            slipped = _is_slipped(text, words, index, name)
            return length, name if slipped or _means(text, words.start(index), name, ends) else None
    return 1, None


def _is_inside(text: str, words: Words, index: int, table: Table[Name]) -> bool:
    """Whether a word goes on what stands before it, and is not one of two that a hyphen pairs."""
    start = words.start(index)
    joins = _GOES_BEFORE.search(text, max(0, start - 2), start) is not None
    return joins and not (index and _pairs(text, words, index - 1, table, before=True))


def _is_slipped(text: str, words: Words, index: int, name: Name) -> bool:
    """Whether a surname stands behind the first name of whoever bears it, but for one letter."""
    if not (index and name.first_names and words[index - 1].capital and joined(text, words[index - 1], words[index])):
        return False
    return any(is_slip(words[index - 1].key, first) for first in name.first_names)


_BEFORE_PAIR: Final = re.compile(r"(?:\A|[\s«“\"(’/–—])$")
_AFTER_PAIR: Final = re.compile(r"\Z|[\s»”\".,;:!?)/–—-]")


def _pairs(text: str, words: Words, index: int, table: Table[Name], *, before: bool = False) -> bool:
    """Whether the word at the other end of a hyphen is a name by itself: « Norvège-Suède », « Untel-Autretel »."""
    if index >= len(words):
        return False
    word = words[index]
    own = any(length == 1 and any(map(_owned, found)) for length, found in table.at(text, words, index))
    if not word.capital or not (own or word.key in _whole_names()):
        return False
    if before:
        return text[word.end : word.end + 1] == "-" and bool(
            _BEFORE_PAIR.search(text, max(0, word.start - 1), word.start)
        )
    return text[word.start - 1 : word.start] == "-" and _AFTER_PAIR.match(text, word.end) is not None


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
    return tuple(at for at, word in enumerate(Words(name)) if word.capital and word.key not in _PARTICLES)


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
_NAMED_AFTER: Final = re.compile(
    r"\b(?:lacs?|rues?|avenues?|boulevards?|places?|stades?|hôpita(?:l|ux)|universit(?:é|és|aire)|aéroports?|"
    r"ponts?|barrages?|lycées?|écoles?|mosquées?|quartiers?|fondations?|prix|centres?|squares?|stations?|"
    r"internationale?|tours?|cinémas?|théâtres?|collèges?|parcs?|salles?|statues?|clans?|dynasties?|"
    r"familles?|bibliothèques?|académies?|instituts?|autoroutes?|villages?) $",
    re.I,
)
"""What bears somebody's name is not he: « lac Victoria », « avenue Charles-de-Gaulle »."""
_FAMILY: Final = re.compile(r"\b(?:les|des|aux) $", re.I)
_STREET: Final = re.compile(r"\b(?:rue|avenue|boulevard|place|square|chaussée|quai) (?:de |du |d’)(?:la |l’)?$", re.I)


def _means(text: str, start: int, name: Name, ends: Set[int]) -> bool:
    before = text[max(0, start - 40) : start]
    if name.after and not re.search(rf"\b(?:{'|'.join(name.after)}) $", before, re.I):
        return False
    if name.owner and name.owner[0] is Kind.PLACE:
        return _STREET.search(before) is None
    if _NAMED_AFTER.search(before):
        return False
    return not name.bare_surname or _is_alone(before, start, ends)


def _is_alone(before: str, start: int, ends: Set[int]) -> bool:
    """Whether a surname stands without another first name before it, nor means a family."""
    if _FAMILY.search(before):
        return False
    if start - 1 in ends or before.endswith("-"):
        return True  # what ends the line above is no first name, but a heading; a hyphen joins two names here
    other = re.search(r"([A-ZÀ-ÖØ-Þ][\w’.-]*) $", before)
    return other is None or _ends_sentence(other[1]) or re.split(r"[.’]", other[1])[0] in _OPENERS


def _ends_sentence(word: str) -> bool:
    """Whether the full stop behind a word ends a sentence: that of an initial does not."""
    return re.search(r"[^\W\d_]{2}\.$", word) is not None and word.rstrip(".") not in {*_OPENERS, "Mme", "Mlle"}


_LOCATIVE: Final = re.compile(
    r"(?:\b(?:à|a|au|vers|depuis|dans|sur|hors de|près de|loin de|autour de|jusqu’à|jusqu’au|via|de retour à|"
    r"quitt[a-zé]+|re?gagn[a-zé]+|rejoi[a-zé]+|travers[a-zé]+|visit[a-zé]+|bombard[a-zé]+|survol[a-zé]+|"
    r"(?:murs?|entrevue|cafés?|vue?s?|rues|aéroport|ville|villes|région|centre|nord|sud|est|ouest|banlieue|faubourgs|environs|habitants?|voyage|"
    r"visite|séjour|étape|rencontre|réunion|sommet|entretien|route|quartiers?|périphérie|"
    r"université|fuite|chute|hôpital|marché|ciel|rues|souk|studios?|hôtel|ambassades?|présents?|"
    r"salles?|salons?|murs|cour|couloirs?|grilles|portes|palais|bureaux?)(?: [a-zà-öø-ÿ]{5,})? (?:de|du|à|au)|"
    r"(?:(?:re)?part|(?:re)?partis?|(?:re)?partir|départ|envol|envolée?|envole|décollé?|décolle|embarqué|embarque|route|vol|avion|"
    r"train) pour|(?:arrive|arrivé|retour|revient|revenu|vient|venu|rentré|rentre) (?:de|du)) (?:la |le )?|"
    r"\b(?:maîtres?|hommes? forts?) (?:de |d’)|"
    r"\bà (?-i:[A-ZÀ-ÖØ-Þ])[\w-]+ (?:et|ou) (?:à )?)$",
    re.IGNORECASE,
)
_ADDRESSED: Final = re.compile(
    r"(?:\b(?:donn|accord|demand|impos|reproch|rappel|attribu|imput|parl|mentir|promi|promet|offert|offr|livr|vend|"
    r"fourni|ordonn|enjoin|répon|apport|transm|propos|conseill|permet|permis|réclam|interdi|signifi|suggér|garanti|"
    r"assur|pardonn)[a-zà-öø-ÿ]*(?: à (?-i:[A-ZÀ-ÖØ-Þ])[\w-]+(?: d’abord)?,? et)? à |"
    r"\b(?:gestes?|pressions?|sanctions?|influence|emprise|ascendant|frein) sur )$",
    re.IGNORECASE,
)
"""« Promettre à », « faire pression sur »: one does that to a government."""
_DATELINE: Final = re.compile(r" ?: (?![«“\"])")
"""« Oslo : un sommet sans lendemain »: where a headline says its place."""
_ORIGIN: Final = re.compile(r"(?:\bde |\bdu |\bd’)$", re.IGNORECASE)
_DESTINATION: Final = re.compile(r" (?:à|au|vers|jusqu’à|jusqu’au) ")
"""« de Londres au Caire » makes places of both."""


def _is_place(text: str, start: int, end: int, ends: Set[int]) -> bool:
    """Whether the name of a seat of power means the place: after « à », « vers », « les rues de »."""
    if _ADDRESSED.search(text, max(0, start - 60), start):
        return False
    if _DATELINE.match(text, end) and (start == 0 or start - 1 in ends):
        return True
    if _ORIGIN.search(text, max(0, start - 10), start) and _DESTINATION.match(text, end):
        return True
    return _LOCATIVE.search(text, max(0, start - 60), start) is not None
