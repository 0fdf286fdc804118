"""Names of leaders and places in a text, and whether the name of a capital means the place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.model import Kind, Leader, Place, PlaceKind
from generator.text.countries import countries
from generator.text.tokens import Table, Words

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
        for text in (leader.name, *leader.aliases):
            words = Words(text)
            bare = [words.word(at) for at, key in enumerate(words.keys) if key not in _PARTICLES]
            yield Name(text, (Kind.LEADER, leader.id), bare_surname=len(bare) == 1)
            if len(bare) > 1:  # « Samir el-Karoui » is « Samir Karoui » as well
                yield Name(" ".join(bare), (Kind.LEADER, leader.id))
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


def named(words: Words, table: Table[Name]) -> Iterator[Named]:
    """The names in a text whose apostrophes are typographic and whose spaces and hyphens are the plain ones."""
    done, first = 0, table.first
    for index in words.among(first):
        if index < done:
            continue
        length, found = _at(words, index, table)
        inside = (at for at in range(index + 1, index + length) if words.keys[at] in first)
        if any(_at(words, at, table)[0] > length for at in inside):
            continue  # « cheikh Untel » ends inside « Untel ben Untel »
        if found and found.owner:
            start, end = words.start(index), words.end(index + length - 1)
            yield Named(start, end, found.owner, found.locative_only and not _is_place(words, index, end))
        done = index + length


_GOES_BEFORE: Final = re.compile(r"(?:-|[^\W_]_)$")
_GOES_ON: Final = re.compile(r"_?[^\W_]|-[^\W\d_]")
"""What makes a word of a name a part of a longer one; an underscore at its edge is emphasis."""
_EDGES: Final = frozenset({"-", "_"})
"""What either begins or ends with."""


def _at(words: Words, index: int, table: Table[Name]) -> tuple[int, Name | None]:
    """The longest name that begins at a word, with its length in words; 1 and None where there is none."""
    text, start = words.text, words.start(index)
    for length, candidates in table.at(words, index):
        name = next((name for name in candidates if _written_so(name.text, words, index)), None)
        end = words.end(index + length - 1)
        if name and not (text[end : end + 1] in _EDGES and _GOES_ON.match(text, end)):
            if text[start - 1 : start] in _EDGES and _GOES_BEFORE.search(text, max(0, start - 2), start):
                break
            return length, name if _means(words, index, name) else None
    return 1, None


def _written_so(name: str, words: Words, index: int) -> bool:
    """Whether capitals stand where the name has them."""
    return all(words.capital(index + at) for at in _capitals(name))


@lru_cache(maxsize=2**16)
def _capitals(name: str) -> tuple[int, ...]:
    """Which words of a name begin with a capital in any text; « al » and the like may be written either way."""
    words = Words(name)
    return tuple(at for at, key in enumerate(words.keys) if words.capital(at) and key not in _PARTICLES)


_OPENERS: Final = frozenset(
    "À A Afin Ainsi Alors Après Au Aussi Aux Avant Avec Car Ce Cependant Certes Cet Cette Chez Comme Contre Dans De "
    "Depuis Dès Des Du Elle En Enfin Ensuite Entre Et Face Fin Grâce Il Ils Jamais Jusqu La Le Les Leur Lors Lorsque "
    "Mais Malgré Même Ni Non Or Ou Où Par Parce Pendant Plus Pour Pourtant Puis Quand Que Quel Qui Quoi Sa Sans Sauf "
    "Selon Ses Si Soit Son Sous Sur Tandis Tant Tel Tout Toutefois Un Une Vers Voici Voilà Pas "
    "M MM Monsieur Président Présidente Ministre Général Premier Reçu Interrogé Face Quant Dr Pr Docteur".split()
)
"""Capitalized words that are no first name."""
_NAMED_AFTER: Final = re.compile(
    r"(?:lacs?|rues?|avenues?|boulevards?|places?|stades?|hôpita(?:l|ux)|universit(?:é|és|aire)|aéroports?|"
    r"ponts?|barrages?|lycées?|écoles?|mosquées?|quartiers?|fondations?|prix|centres?|squares?|stations?|"
    r"internationale?|tours?|cinémas?|théâtres?|collèges?|parcs?|salles?|statues?|clans?|dynasties?|"
    r"familles?|bibliothèques?|académies?|instituts?|autoroutes?|villages?)",
    re.I,
)
"""What bears somebody's name is not he: « lac Victoria », « avenue Charles-de-Gaulle »."""
_CAPITALIZED: Final = re.compile(r"([A-ZÀ-ÖØ-Þ][\w’.-]*)[ -]$")
_FAMILY: Final = re.compile(r"les|des|aux", re.I)
_OF: Final = re.compile(r"de|du|la|[dl]", re.I)
_STREET: Final = re.compile(r"\b(?:rue|avenue|boulevard|place|square|chaussée|quai) (?:de |du |d’)(?:la |l’)?$", re.I)


def _means(words: Words, index: int, name: Name) -> bool:
    if name.owner and name.owner[0] is Kind.PLACE:
        return _is_after(words, index, name.after) and not _is_in_street(words, index)
    if words.follows(index, _NAMED_AFTER):
        return False
    return not name.bare_surname or not (words.follows(index, _FAMILY) or _has_other_first_name(words, index))


def _is_after(words: Words, index: int, wanted: tuple[str, ...]) -> bool:
    """Whether one of some words stands before a name, if any must."""
    return not wanted or any(words.follows(index, re.compile(word, re.I)) for word in wanted)


def _is_in_street(words: Words, index: int) -> bool:
    of = words.follows(index, _OF) or words.follows(index, _OF, "’")
    start = words.start(index)
    return of and _STREET.search(words.text, max(0, start - 40), start) is not None


def _has_other_first_name(words: Words, index: int) -> bool:
    start = words.start(index)
    if words.text[start - 1 : start] not in {" ", "-"}:
        return False
    other = _CAPITALIZED.search(words.text, max(0, start - 40), start)
    return other is not None and not (_ends_sentence(other[1]) or re.split(r"[.’]", other[1])[0] in _OPENERS)


def _ends_sentence(word: str) -> bool:
    """Whether the full stop behind a word ends a sentence: that of an initial does not."""
    return re.search(r"[^\W\d_]{2}\.$", word) is not None and word.rstrip(".") not in {*_OPENERS, "Mme", "Mlle"}


_LOCATIVE: Final = re.compile(
    r"(?:\b(?:à|a|au|vers|depuis|dans|sur|hors de|près de|loin de|autour de|jusqu’à|jusqu’au|via|de retour à|"
    r"(?:rues|aéroport|ville|villes|région|centre|nord|sud|est|ouest|banlieue|faubourgs|environs|habitants?|voyage|"
    r"visite|séjour|étape|rencontre|réunion|sommet|entretien|route|quartiers?|périphérie|"
    r"université|fuite|chute|hôpital|marché|ciel|rues|souk|studios?|hôtel|ambassades?|présents?|"
    r"salles?|salons?|murs|cour|couloirs?|grilles|portes|palais|bureaux?) (?:de|du|à|au)|"
    r"(?:part|partis?|partir|départ|envol|envolée?|envole|décollé?|décolle|embarqué|embarque|route|vol|avion|train) "
    r"pour|(?:arrive|arrivé|retour|revient|revenu|vient|venu|rentré|rentre) (?:de|du)) (?:la |le )?|"
    r"\bà (?-i:[A-ZÀ-ÖØ-Þ])[\w-]+ (?:et|ou) (?:à )?)$",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(r"à|a|au|vers|depuis|dans|sur|de|du|via|pour|et|ou", re.I)
"""The words that what makes a place may end with."""
_VISITED: Final = re.compile(
    r"quitt[a-zé]+|re?gagn[a-zé]+|rejoi[a-zé]+|travers[a-zé]+|visit[a-zé]+|bombard[a-zé]+|survol[a-zé]+", re.I
)
_ARTICLE: Final = re.compile(r"l[ae]", re.I)
_TOWARDS: Final = re.compile(r"à|sur", re.I)
_ADDRESSED: Final = re.compile(
    r"(?:\b(?:donn|accord|demand|impos|reproch|rappel|promi|promet|offert|offr|livr|vend|fourni|ordonn|enjoin|répon|"
    r"apport|transm|propos|conseill|permet|permis|réclam|interdi|signifi|suggér|garanti|assur|pardonn)[a-zà-öø-ÿ]* à |"
    r"\b(?:gestes?|pressions?|sanctions?|influence|emprise|ascendant|frein) sur )$",
    re.IGNORECASE,
)
"""« Promettre à », « faire pression sur »: one does that to a government."""
_REACH: Final = 7
"""Words before a name that say whether it is a place: « à Addis-Abeba et à la »."""
_ORIGIN: Final = re.compile(r"(?:\bde |\bdu |\bd’)$", re.IGNORECASE)
_DESTINATION: Final = re.compile(r" (?:à|au|vers|jusqu’à|jusqu’au) ")
"""« de Londres au Caire » makes places of both."""


def _is_place(words: Words, index: int, end: int) -> bool:
    """Whether the name of a seat of power means the place: after « à », « vers », « les rues de »."""
    text, start = words.text, words.start(index)
    if words.follows(index, _TOWARDS) and _ends(_ADDRESSED, words, index):
        return False
    if _DESTINATION.match(text, end) and _ORIGIN.search(text, max(0, start - 10), start):
        return True
    first = index - words.follows(index, _ARTICLE)
    return words.follows(first, _VISITED) or (words.follows(first, _LEADS) and _ends(_LOCATIVE, words, index))


def _ends(pattern: re.Pattern[str], words: Words, index: int) -> bool:
    """Whether what stands before a word, from one of the words before it on, is of a pattern."""
    start = words.start(index)
    return any(pattern.match(words.text, words.start(at), start) for at in range(max(0, index - _REACH), index))
