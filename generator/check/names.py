"""Names by which texts know leaders and places: each means one thing, and none is an everyday word."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from generator.check.reading import Reading
from generator.diagnostics import Problem
from generator.load.document import Document, Position
from generator.model import Entity, Leader, Place, PlaceKind, Role
from generator.text.countries import countries, country_names
from generator.text.designations import is_bare_office
from generator.text.french import fold
from generator.text.lands import adjectives, rows
from generator.text.tokens import Words
from generator.text.words import common_words, first_names, regions

_ARTICLE: Final = re.compile(r"^(?:(?:le|la|les|un|une) |l['’])(?=\w)")
_OWN: Final = "un nom que rien d’autre ne porte, par exemple avec le prénom ou le pays"
_LARGE: Final = {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.HISTORICAL}
_REGNAL: Final = re.compile(r"[IVX]+(?:er|re)?")


def names(reading: Reading) -> Iterator[Problem]:
    """Names that two things claim, and names that would be found everywhere."""
    known: list[tuple[Leader | Place, Document]] = [*reading.each(Leader), *reading.each(Place)]
    claimed: dict[tuple[str, ...], Leader | Place] = {}
    written = [(name, entity) for entity, _ in known for name, _ in _written(entity)]
    for name, entity in sorted(written, key=_foreign):
        claimed.setdefault(_shape(name), entity)
    for entity, document in known:
        for name, position in _written(entity):
            other, line = claimed[_shape(name)], document.line(*position)
            if other is not entity:
                yield claimed_twice(name, other, document, line)
            else:
                yield from _everyday(name, entity, document, line)
        if isinstance(entity, Leader):
            yield from _offices(entity, document, claimed)


def _foreign(written: tuple[str, Leader | Place]) -> int:
    """How little a name is somebody's own: less the name itself than a part of it, and that less than any other."""
    name, entity = written
    return 0 if name == entity.name else 1 if set(_shape(name)) <= set(_shape(entity.name)) else 2


def claimed_twice(name: str, other: Entity, document: Document, line: int) -> Problem:
    """A name that means something else already."""
    what = f"« {name} » désigne déjà « {other.id} » (content/{other.path}). Un nom ne peut désigner qu’une fiche."
    return document.problem("E205", line, what, found=name)


def _shape(name: str) -> tuple[str, ...]:
    """What a name is found by: its words, however they are written and whatever stands between them."""
    return Words(name).keys


def _written(entity: Leader | Place) -> Iterator[tuple[str, Position]]:
    yield entity.name, ("name",)
    for index, alias in enumerate(entity.aliases):
        yield alias, ("aliases", index)


def _everyday(name: str, entity: Leader | Place, document: Document, line: int) -> Iterator[Problem]:
    bare = _ARTICLE.sub("", fold(name))
    codes = _countries().get(bare, frozenset())
    own = isinstance(entity, Place) and entity.country in codes
    expected = _OWN
    if len(name) == 1 or (len(name) == 2 and not name[0].isupper()):
        what = "est si court qu’il se trouverait, et se lierait, partout."
    elif bare in common_words():
        what = "est un mot courant : il se lierait partout où il se lit."
    elif is_bare_office(bare):
        what = "est une fonction que d’autres tiennent : tout texte qui la nomme mènerait ici."
    elif codes and not own:
        what = "est le nom d’un pays : il se lierait partout où il est question de ce pays."
        if isinstance(entity, Place) and not entity.country:
            expected = f"« country: {min(codes)} » s’il s’agit bien de ce pays"
    elif not own and (adjectives(bare) or adjectives(bare.removesuffix("s"))):
        what = "est le nom de tout un peuple : il se lierait partout où il est question de l’un des siens."
    elif bare in regions() and not (isinstance(entity, Place) and entity.kind in _LARGE):
        what = "est le nom d’une région du monde ou d’une union de pays : il se lierait partout où il en est question."
    elif isinstance(entity, Leader) and _is_first_name(bare, entity):
        what = "est un prénom : il se lierait à toute personne qui n’est appelée que par lui."
    else:
        return
    yield document.problem("W309", line, f"« {name} » {what}", found=name, expected=expected)


def _offices(
    leader: Leader, document: Document, claimed: Mapping[tuple[str, ...], Leader | Place]
) -> Iterator[Problem]:
    """Wordings that fit the holder of the same office in any country, or are a name of somebody else's."""
    for at, role in enumerate(leader.roles):
        for number, wording in enumerate(role.known_as):
            bare, other = _ARTICLE.sub("", fold(wording)), claimed.get(_shape(wording), leader)
            if other is not leader:
                yield claimed_twice(wording, other, document, document.line("roles", at, "known_as", number))
            elif bare in common_words() or is_bare_office(bare) or adjectives(bare) or bare in _countries():
                what = f"« {wording} » ne dit pas de quel titulaire il s’agit : tout texte où il se lit mènerait ici."
                line = document.line("roles", at, "known_as", number)
                yield document.problem("W309", line, what, found=wording, expected=_whole(role))


def _whole(role: Role) -> str:
    words = countries().get(role.country)
    forms = dict.fromkeys((words.masculine, words.feminine)) if words else {}
    adjective = f", par exemple avec {' ou '.join(f'« {form} »' for form in forms)}" if forms else ""
    return f"la fonction et son pays{adjective}"


def _is_first_name(bare: str, leader: Leader) -> bool:
    """Whether a name is but one that many are given, and somebody’s surname follows it, or is another."""
    *before, last = fold(leader.name).split()
    given = all(part in first_names() for part in bare.split("-"))
    return given and bool(before) and bare != last and not _REGNAL.fullmatch(leader.name.split()[-1])


@cache
def _countries() -> Mapping[str, frozenset[str]]:
    """The countries that a name may mean, be it not the one that maps give."""
    found = dict(country_names())
    for code, name in rows("autres-noms.tsv"):
        found[fold(name)] = found.get(fold(name), frozenset()) | {code}
    return found
