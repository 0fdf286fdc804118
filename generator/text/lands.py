"""Countries in a text: their adjectives and their names, as they stand behind an office."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from generator.text.countries import countries
from generator.text.french import fold
from generator.text.tokens import Table, Words


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
    for code, form in rows("autres-adjectifs.tsv"):
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


def adjective(words: Words, index: int) -> tuple[int, frozenset[str]] | None:
    """How many words the adjective at a word has (« sud-africain » has two), and its countries; or None.

    It may have a capital, where no name goes on behind it.
    """
    if index >= len(words):
        return None
    length, codes = _two_words(words, index) or (1, _adjectives().get(words.keys[index]))
    if codes is None or not words.joined(index):
        return None
    if words.capital(index) and _MORE_OF_A_NAME.match(words.text, words.end(index + length - 1)):
        return None  # « le ministre Suisse Untel »: it may be a name
    return length, codes


def _two_words(words: Words, index: int) -> tuple[int, frozenset[str]] | None:
    """The same of « sud-africain » alone."""
    if index + 1 >= len(words) or words.keys[index] not in _first_halves():
        return None
    codes = _adjectives().get(f"{words.keys[index]}-{words.keys[index + 1]}")
    return (2, codes) if codes and words.text[words.end(index) : words.start(index + 1)] == "-" else None


@cache
def _first_halves() -> frozenset[str]:
    """What adjectives of two words begin with."""
    return frozenset(form.partition("-")[0] for form in _adjectives() if "-" in form)


_MORE_OF_A_NAME: Final = re.compile(
    r"[ -][A-ZÀ-ÖØ-Þ]|, (?!(?:qui|dont|lui|elle|en|à|au|pour|mais|et|de|dans|par|a|selon|de|d’) )[a-zà-öø-ÿ]+ |’"
)


def adjectives(word: str) -> frozenset[str]:
    """The countries that an adjective may mean; none for any other word."""
    return _adjectives().get(fold(word), frozenset())


def of_country(words: Words, index: int) -> Iterator[tuple[int, frozenset[str]]]:
    """« Du Portugal », « de la République du Portugal »: how many words, and the countries."""
    for length in (2, 1):
        if words.keys[index : index + length] in _OF and index + length < len(words):
            after = index + length
            if words.keys[after] in _FORM_OF_STATE:
                for further, codes in of_country(words, after + 1):
                    yield length + 1 + further, codes
            if words.capital(after):
                for named, found in _country_names().at(words, after):
                    yield length + named, frozenset(found)
