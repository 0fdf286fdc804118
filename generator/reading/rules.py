"""The rules of data/bruit.toml, and those that a dossier adds."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final


class Reach(StrEnum):
    """How far a rule reaches from where its pattern is found; `data/bruit.toml` explains each."""

    PASSAGE = "passage"
    LINE = "ligne"
    BOX = "boite"
    FOLLOWING = "suite"
    END = "fin"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A sort of passage that is no part of an article; `example` is one that the pattern describes."""

    name: str
    kind: str
    reach: Reach
    pattern: re.Pattern[str]
    example: str


class RuleError(ValueError):
    """A rule that can't be used; the message is in French and names it."""


KEYS: Final = ("nom", "genre", "portee", "motif", "exemple")
"""What a rule says, and nothing else."""
_CLASS: Final = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\.")


@cache
def own_rules() -> tuple[Rule, ...]:
    """The rules that come with the generator, in their order."""
    return read_rules(files("generator.reading").joinpath("data/bruit.toml").read_text("utf-8"))


def read_rules(toml: str) -> tuple[Rule, ...]:
    """Rules from the text of a TOML file. Raises RuleError."""
    try:
        tables: object = tomllib.loads(toml).get("regle", [])
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"Ce TOML ne se lit pas : {error}") from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise RuleError("Chaque règle commence par une ligne « [[regle]] ».")
    return tuple(_rule(table) for table in tables)


def _rule(table: Mapping[str, Any]) -> Rule:
    name = table.get("nom", "sans nom")
    if set(table) != set(KEYS):
        wrong = ", ".join(sorted(set(table) ^ set(KEYS)))
        raise RuleError(f"La règle « {name} » a des clés de trop ou manquantes : {wrong}.")
    if not all(isinstance(value, str) for value in table.values()):
        raise RuleError(f"La règle « {name} » a un champ qui n’est pas un texte.")
    if table["portee"] not in set(Reach):
        raise RuleError(f"La règle « {name} » a une portée inconnue : « {table['portee']} ».")
    try:
        pattern = re.compile(flat_pattern(table["motif"]), re.IGNORECASE)
    except re.error as error:
        raise RuleError(f"Le motif de la règle « {name} » ne se lit pas : {error}.") from error
    return Rule(name, table["genre"], Reach(table["portee"]), pattern, table["exemple"])


def flat_pattern(pattern: str) -> str:
    """A pattern without accents, but those in its classes of characters, where they may bound a range."""
    parts, done = [], 0
    for match in _CLASS.finditer(pattern):
        parts += [flat(pattern[done : match.start()]), match[0]]
        done = match.end()
    return "".join((*parts, flat(pattern[done:])))


def _base(char: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))


_BASES: Final = {char: _base(char) for char in map(chr, range(0xC0, 0x250))}
_FLAT: Final = {char: base for char, base in _BASES.items() if len(base) == 1 and base != char}
_ACCENTED: Final = re.compile(f"[{''.join(_FLAT)}]")


def flat(text: str) -> str:
    """`text` without accents, as long as before, its capitals kept."""
    return text if text.isascii() else _ACCENTED.sub(lambda match: _FLAT[match[0]], text)


def lowered(text: str) -> str:
    """`text` in lower case, as long as before: one letter for all those that `re.IGNORECASE` takes for the same."""
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")
