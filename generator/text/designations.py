"""Offices without their countries, and which of them are counterparts."""

import re
from typing import Final

from generator.model import Role
from generator.text.countries import countries
from generator.text.french import fold

_HEADS_OF_STATE: Final = ("président", "présidente", "émir", "roi", "reine", "sultan", "empereur")
_GENERIC_WORDS: Final = frozenset(
    "republique federation confederation royaume principaute emirat emirats sultanat etats unis etat union".split()
)
_OF: Final = r"(?:de la |de l['’]|de |du |des |d['’])"


def title(role: Role) -> str:
    """The office without its country: « président » of « président de la République tunisienne »."""
    match = re.match(rf"(?P<title>.+?) {_OF}(?P<rest>.+)$", role.office)
    while match and not _names_country(match["rest"], role.country):
        match = re.match(rf"(?P<title>.{{{match.end('title') + 1},}}?) {_OF}(?P<rest>.+)$", role.office)
    return match["title"] if match else role.office


def rank(role: Role) -> str:
    """What makes two holders counterparts (« homologue »): heads of state are, whatever their title."""
    word = title(role).split(" ")[0].lower()
    return "chef d’État" if title(role) == word and word in _HEADS_OF_STATE else title(role)


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
