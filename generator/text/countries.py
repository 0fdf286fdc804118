"""Countries as French names them: the name, the adjective, the capital."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from babel import Locale

from generator.text.french import fold

_NO_COUNTRY: Final = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
"""Codes of CLDR that stand for something else: unions, seas, tests."""


@dataclass(frozen=True, slots=True)
class CountryWords:
    """The words for a country (ISO 3166-1 alpha-2): « Norvège », « norvégien », « norvégienne », « Oslo »."""

    code: str
    name: str
    masculine: str
    feminine: str
    capital: str


@cache
def countries() -> dict[str, CountryWords]:
    """All countries by code, from `data/pays.tsv` and, for their names, from CLDR (babel)."""
    names = Locale("fr").territories
    lines = files("generator.text").joinpath("data/pays.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith(("#", "code\t")))
    return {row[0]: CountryWords(row[0], names[row[0]], row[1], row[2], row[3]) for row in rows}


def country_name(code: str) -> str:
    """The French name of a country, or its code where there is none."""
    return str(Locale("fr").territories.get(code, code))


def names_country(text: str, code: str) -> bool:
    """Whether a text has a country's name or its adjective: « ministre norvégien »."""
    known = countries().get(code)
    forms = (known.name, known.masculine, known.feminine) if known else (country_name(code),)
    return any(form and fold(form) in fold(text) for form in forms)


@cache
def country_codes() -> frozenset[str]:
    """The codes of all countries and territories (ISO 3166-1 alpha-2, and what CLDR adds for Kosovo and the like)."""
    codes = map(str, Locale("fr").territories)
    return frozenset(code for code in codes if re.fullmatch("[A-Z]{2}", code)) - _NO_COUNTRY


@cache
def country_names() -> dict[str, frozenset[str]]:
    """The codes of the countries that a name, folded, may mean."""
    found: dict[str, set[str]] = {}
    for code, words in countries().items():
        found.setdefault(fold(words.name), set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}
