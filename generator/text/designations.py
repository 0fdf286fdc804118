"""Offices without their countries, and which of them are counterparts."""

import re
from functools import cache
from typing import Final

from generator.model import Role
from generator.text.countries import countries
from generator.text.french import fold
from generator.text.lands import rows

_HEADS_OF_STATE: Final = frozenset("president presidente emir roi reine sultan empereur".split())
_GENERIC_WORDS: Final = frozenset(
    "republique federation confederation royaume principaute emirat emirats sultanat etats unis etat union".split()
)
_STATE: Final = re.compile(r" d[eu] (?:la )?(?:republique|federation|confederation|royaume|principaute)$")
_OF: Final = r"(?:de la |de l['’]|de |du |des |d['’])"


def title(role: Role) -> str:
    """The office without its country: « président » of « président de la République tunisienne », or « tunisien »."""
    bare = _without_adjective(role)
    if fold(bare) in _known():
        return bare  # « chef de l’État », which names no country
    match = re.match(rf"(?P<title>.+?) {_OF}(?P<rest>.+)$", role.office)
    while match and not _names_country(match["rest"], role.country):
        match = re.match(rf"(?P<title>.{{{match.end('title') + 1},}}?) {_OF}(?P<rest>.+)$", role.office)
    return match["title"] if match else bare


def rank(role: Role) -> str:
    """What makes two holders counterparts (« homologue »): heads of state are, whatever their title.

    So are « président du gouvernement » and « Premier ministre »: `data/fonctions.tsv` says which others.
    """
    said = _STATE.sub("", fold(title(role)))
    if said in _HEADS_OF_STATE:
        return "chef d’État"
    return _known().get(said, title(role))


def is_bare_office(wording: str) -> bool:
    """Whether a wording is an office that every country has: « le président », « chef du gouvernement »."""
    said = fold(wording)
    return said in _HEADS_OF_STATE or said in _known()


@cache
def _known() -> dict[str, str]:
    """The rank of each wording that holds for every country, folded."""
    return {fold(text): known for known, text in reversed([*rows("fonctions.tsv")])}


def _without_adjective(role: Role) -> str:
    """« ministre de la Défense » of « ministre tunisien de la Défense »."""
    words = countries().get(role.country)
    adjectives = {fold(words.masculine), fold(words.feminine)} if words else set()
    first, *rest = role.office.split(" ")
    return " ".join((first, *(word for word in rest if fold(word) not in adjectives)))


def _names_country(text: str, code: str) -> bool:
    words = countries().get(code)
    if words is None:
        return False
    said = set(re.split(r"\W+", fold(text)))
    first = re.split(r"\W+", fold(text))[0]
    named = {word for word in re.split(r"\W+", fold(words.name)) if len(word) > 2}
    adjectives = {fold(words.masculine), fold(words.feminine)}
    if first not in _GENERIC_WORDS | named:  # « Défense de la Tunisie » is no country
        return False
    return bool(said & adjectives) or named <= said or bool(said & _GENERIC_WORDS and said & named)
