"""Names by which texts know leaders and places: each means one thing, and none is an everyday word."""

import re
from collections.abc import Iterator
from typing import Final

from generator.check.reading import Reading
from generator.diagnostics import Problem
from generator.load.document import Document, Position
from generator.model import Leader, Place
from generator.text.countries import country_names
from generator.text.french import fold
from generator.text.words import common_words

_ARTICLE: Final = re.compile(r"^(?:(?:le|la|les|un|une) |l['’])(?=\w)")


def names(reading: Reading) -> Iterator[Problem]:
    """Names that two things claim, and names that would be found everywhere."""
    known: list[tuple[Leader | Place, Document]] = [*reading.each(Leader), *reading.each(Place)]
    claimed: dict[str, Leader | Place] = {}
    for entity, _ in known:  # a thing's own name is rather its own than another's alias
        claimed.setdefault(_shape(entity.name), entity)
    for entity, document in known:
        for name, position in _written(entity):
            other = claimed.setdefault(_shape(name), entity)
            line = document.line(*position)
            if other is not entity:
                whose = f"« {other.id} » (content/{other.path})"
                what = f"« {name} » désigne déjà {whose}. Un nom ne peut désigner qu’une fiche."
                yield document.problem("E205", line, what, found=name)
            else:
                yield from _everyday(name, entity, document, line)


def _shape(name: str) -> str:
    return name.replace("'", "’")


def _written(entity: Leader | Place) -> Iterator[tuple[str, Position]]:
    yield entity.name, ("name",)
    for index, alias in enumerate(entity.aliases):
        yield alias, ("aliases", index)


def _everyday(name: str, entity: Leader | Place, document: Document, line: int) -> Iterator[Problem]:
    expected = "un nom que rien d’autre ne porte, par exemple avec le prénom ou le pays"
    bare = _ARTICLE.sub("", fold(name))
    codes = country_names().get(bare, frozenset())
    if len(name) == 1 or (len(name) == 2 and not name[0].isupper()):
        what = f"« {name} » est si court qu’il se trouverait, et se lierait, partout."
    elif bare in common_words():
        what = f"« {name} » est un mot courant : il se lierait partout où il se lit."
    elif codes and not (isinstance(entity, Place) and entity.country in codes):
        what = f"« {name} » est le nom d’un pays : il se lierait partout où il est question de ce pays."
        if isinstance(entity, Place) and not entity.country:
            expected = f"« country: {min(codes)} » s’il s’agit bien de ce pays"
    else:
        return
    yield document.problem("W309", line, what, found=name, expected=expected)
