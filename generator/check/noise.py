"""The dossier's own rules of noise: whether each can be used, does what its example says, and cuts nothing else."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from generator.check.reading import NOISE, Reading
from generator.diagnostics import Problem, nearest
from generator.load.faults import Fault, decoded
from generator.reading.costs import costly
from generator.reading.noise import noise as noise_of
from generator.reading.rules import KEYS, Reach, Rule, flat_pattern

_SHOWN: Final = PurePosixPath("content") / NOISE
_TABLE: Final = re.compile(r"\s*\[\[\s*regle\s*\]\]")
_ORDINARY: Final = (
    "Le maire a inauguré samedi le marché couvert, devant une foule de curieux.",
    "« Nous l’attendions depuis dix ans », a confié une commerçante de la rue voisine.",
    "Les travaux, commencés en 2029, ont coûté deux millions d’euros à la ville.",
)
"""Sentences as any article has them: a rule that cuts one of them cuts articles."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A rule as it is written, its number from 1 and the lines from its heading to the next."""

    number: int
    values: Mapping[str, Any]
    first: int
    lines: Sequence[str]

    @property
    def name(self) -> str:
        name = self.values.get("nom")
        return f"« {name} »" if isinstance(name, str) and name else f"nº {self.number}"

    def problem(self, code: str, key: str | None, what: str, **parts: str | None) -> Problem:
        """A problem at the line of a key, or at the rule's heading."""
        at = (n for n, line in enumerate(self.lines) if key and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line))
        return Problem(code, _SHOWN, self.first + next(at, 0), what, **parts)


def noise(reading: Reading) -> Iterator[Problem]:
    """Problems of content/bruit.toml."""
    if reading.noise is None:
        return
    decoding = decoded(reading.noise.data)
    if isinstance(decoding, Fault):
        yield Problem("E001", _SHOWN, 1 + decoding.line, decoding.what, decoding.found)
        return
    text = decoding.replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        what = "Ce TOML ne se lit pas : un guillemet ou un signe « = » manque ici ou au-dessus, ou un champ est répété."
        yield Problem("E008", _SHOWN, int(place[1]) if place else text.rstrip("\n").count("\n") + 1, what)
        return
    for key in sorted(set(data) - {"regle"}):
        yield Problem("E102", _SHOWN, 1, f"Champ inconnu « {key} ».", key, "des règles, chacune sous « [[regle]] »")
    for table in _tables(data.get("regle"), text):
        yield from _of_table(table)


def _tables(rules: object, text: str) -> Iterator[_Table]:
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _TABLE.match(line)]
    entries = rules if isinstance(rules, list) else [rules] if rules is not None else []
    for number, entry in enumerate(entries):
        start = starts[number] if number < len(starts) else 0
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        yield _Table(number + 1, entry if isinstance(entry, dict) else {}, start + 1, lines[start:end])


def _of_table(table: _Table) -> Iterator[Problem]:
    """Problems of one rule: of its fields, and of what it does if these are in order."""
    found = tuple(_of_fields(table))
    yield from found
    if found:
        return
    pattern = table.values["motif"]
    try:
        compiled = re.compile(flat_pattern(pattern), re.IGNORECASE)
    except re.error as error:
        where = "" if error.pos is None else f", au signe nº {error.pos + 1}"
        what = f"Le motif de la règle {table.name} n’est pas une expression rationnelle{where}."
        expected = "une expression de Python, où « \\( » prend à la lettre un signe comme « ( »"
        yield table.problem("E251", "motif", what, found=pattern, expected=expected)
        return
    reach = Reach(table.values["portee"])
    cost = costly(compiled, reach is Reach.PASSAGE)
    if cost:
        what = f"Le motif de la règle {table.name} contient {cost} : sur un long texte, il prendrait des heures."
        yield table.problem("E252", "motif", what, found=pattern, expected="des répétitions bornées, comme « .{0,80} »")
        return
    rule = Rule(table.values["nom"], table.values["genre"], reach, compiled, table.values["exemple"])
    if not any(cut.rule == rule.name for text in _around(rule.example) for cut in noise_of(text, (rule,)).cuts):
        what = f"La règle {table.name} ne coupe pas son exemple."
        whole = None if reach is Reach.PASSAGE else "un motif qui décrit toute la ligne"
        yield table.problem("W351", "exemple", what, found=rule.example, expected=whole)
    for sentence in _ORDINARY:
        if any(cut.rule == rule.name for cut in noise_of(sentence, (rule,)).cuts):
            what = f"La règle {table.name} couperait une phrase comme « {sentence[:-1]} » : précisez son motif."
            yield table.problem("W352", "motif", what, found=pattern)
            return


def _around(example: str) -> tuple[str, ...]:
    return example, f"\n{example}\n", f"Un début de ligne, puis {example}"


def _of_fields(table: _Table) -> Iterator[Problem]:
    unknown = [key for key in table.values if key not in KEYS]
    meant = {nearest(key, KEYS) for key in unknown}
    for key in KEYS:
        value = table.values.get(key)
        if value is None and key in meant:
            continue  # misspelt: one mistake makes one message
        if value is None or value == "":
            what = f"Le champ « {key} » {'manque' if value is None else 'est vide'} dans la règle {table.name}."
            yield table.problem("E101", key, what)
        elif not isinstance(value, str):
            what = f"Champ « {key} » de la règle {table.name} : trouvé « {value} »."
            yield table.problem("E103", key, what, found=str(value), expected="un texte, entre guillemets droits")
        elif key == "portee" and value not in set(Reach):
            what = f"Champ « portee » de la règle {table.name} : valeur inconnue « {value} »."
            expected = f"l’une des valeurs {', '.join(Reach)}"
            yield table.problem("E104", key, what, found=value, expected=expected, suggestion=nearest(value, Reach))
    for key in unknown:
        what = f"Champ inconnu « {key} » dans la règle {table.name}."
        near = nearest(key, KEYS)
        known = None if near else f"l’un des champs {', '.join(KEYS)}"
        yield table.problem("E102", key, what, found=key, expected=known, suggestion=near)
