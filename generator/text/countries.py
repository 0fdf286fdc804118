"""Countries as French names them: the name, the adjective, the capital."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale

from generator.text.french import fold


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


@cache
def country_names() -> dict[str, frozenset[str]]:
    """The codes of the countries that a name, folded, may mean."""
    found: dict[str, set[str]] = {}
    for code, words in countries().items():
        found.setdefault(fold(words.name), set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}
