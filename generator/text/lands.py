"""Countries in a text: their adjectives and their names, as they stand behind an office."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from generator.text.countries import countries
from generator.text.french import fold
from generator.text.tokens import Table, Words, joined


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a table in `data/`, without its heading and its comments."""
    lines = files("generator.text").joinpath(f"data/{name}").read_text("utf-8").splitlines()
    found = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    yield from found[1:]


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
    for code, name in rows("autres-noms.tsv"):
        others.setdefault(code, []).append(name)
    for code, words in countries().items():
        for name in (words.name, *others.get(code, ())):
            table.add(name, code)
    return table


_OF: Final = frozenset({("de",), ("du",), ("des",), ("d",), ("de", "la"), ("de", "l")})
_FORM_OF_STATE: Final = frozenset({"republique", "federation", "confederation", "royaume", "etat", "emirat"})


def adjective(text: str, words: Words, index: int) -> frozenset[str] | None:
    """The countries of the adjective at a word, or None; it may have a capital, where no name goes on behind it."""
    if index >= len(words) or not joined(text, words[index - 1], words[index]):
        return None
    if words[index].capital and _MORE_OF_A_NAME.match(text, words[index].end):
        return None  # « le ministre Suisse Untel »: it may be a name
    return _adjectives().get(words[index].key)


_MORE_OF_A_NAME: Final = re.compile(r"[ -][A-ZÀ-ÖØ-Þ]|, [a-zà-öø-ÿ]+ |’")


def adjectives(word: str) -> frozenset[str]:
    """The countries that an adjective may mean; none for any other word."""
    return _adjectives().get(fold(word), frozenset())


def of_country(text: str, words: Words, index: int) -> Iterator[tuple[int, frozenset[str]]]:
    """« Du Portugal », « de la République du Portugal »: how many words, and the countries."""
    for length in (2, 1):
        if tuple(token.key for token in words[index : index + length]) in _OF and index + length < len(words):
            after = index + length
            if words[after].key in _FORM_OF_STATE:
                for further, codes in of_country(text, words, after + 1):
                    yield length + 1 + further, codes
            for named, found in _country_names().at(text, words, after):
                if words[after].capital:
                    yield length + named, frozenset(found)
