"""From front matter to a record, with pydantic's findings said in French."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeGuard, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.check.otherwise import key_meant, number_meant, truth_meant, value_meant
from generator.check.respelt import respelt
from generator.dates import EDTF_PATTERN, EXPECTED, DateError
from generator.diagnostics import Problem
from generator.fields import (
    CONTACT_PATTERN,
    COUNTRY_PATTERN,
    ID_PATTERN,
    SHA256_PATTERN,
    URL_PATTERN,
    WORD_PATTERN,
    Record,
)
from generator.load.document import Document, Position, Value
from generator.senses import senses
from generator.text.french import enumerate_fr, slug

R = TypeVar("R", bound=Record)

GIVEN: Final = {
    "id": "L’identifiant est le nom du fichier.",
    "path": "Le chemin est celui du fichier.",
    "body": "Le texte se met sous l’en-tête.",
}
"""Fields that the generator fills in: unknown in front matter; with what an editor does instead."""

_WHOSE: Final = {
    "Article": "d’un article",
    "Event": "d’un événement",
    "Leader": "d’un dirigeant",
    "Place": "d’un lieu",
    "Source": "d’une source",
    "Page": "d’une page",
    "Settings": "de dossier.yml",
}
"""Whose a field is, by the name of the record."""

FORMS: Final[Mapping[str, str]] = {
    ID_PATTERN: "un identifiant, en minuscules sans accents, mots joints par « - » (« prenom-nom »)",
    COUNTRY_PATTERN: "un code de pays à deux capitales (ISO 3166-1), par exemple « FR »",
    SHA256_PATTERN: "une empreinte SHA-256 de 64 chiffres hexadécimaux",
    CONTACT_PATTERN: "une adresse électronique, ou celle d’une page en « https:// »",
    URL_PATTERN: "une adresse complète qui commence par « https:// »",
    EDTF_PATTERN: EXPECTED,
    WORD_PATTERN: "un texte qui a au moins un mot",
}
"""What is expected where the model has a pattern, as it follows « Attendu : »."""


def record(model: type[R], document: Document, given: Mapping[str, object]) -> R | tuple[Problem, ...]:
    """The record of a document, with the fields `given` by the generator; or what stands in its way."""
    forbidden = tuple(
        _unknown_key(model, document, (key,)) for key in document.metadata if key in GIVEN and key in model.model_fields
    )
    if forbidden:
        return forbidden
    silent = tuple(_unknown_key(model, document, position) for position in _unknown_and_empty(model, document))
    try:
        made = model.model_validate({**document.metadata, **given})
    except ValidationError as error:
        found = error.errors(include_url=False)
        meant = {_meant(model, details["loc"]) for details in found if details["type"] == "extra_forbidden"}
        astray = {details["loc"][0] for details in found if _hosts(model, details)}
        misspelt = [
            details
            for details in found
            if details["type"] == "missing" and (details["loc"] in meant or details["loc"][-1] in astray)
        ]
        seen = (_problem(model, document, details) for details in found if details not in misspelt)
        return (*silent, *seen, *_below_misspelt(model, document, found, given))
    return silent or made


def _below_misspelt(
    model: type[R], document: Document, found: Iterable[ErrorDetails], given: Mapping[str, object]
) -> Iterator[Problem]:
    """What is wrong with the values of keys that were meant to be others, where those are not given as well."""
    unknown = (details["loc"] for details in found if details["type"] == "extra_forbidden")
    meant = {position: _meant(model, position) for position in unknown}
    meant = {position: right for position, right in meant.items() if right and right not in document.lines}
    if not meant:
        return
    mended = respelt(document, {position: str(right[-1]) for position, right in meant.items()})
    try:
        model.model_validate({**mended.metadata, **given})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            if any(details["loc"][: len(right)] == right for right in meant.values()):
                yield _problem(model, mended, details)


def _unknown_and_empty(model: type[BaseModel], document: Document) -> Iterator[Position]:
    """Unknown keys without a value: they make no difference to a record, and are mistakes all the same."""
    for position in document.lines:
        *around, key = position
        inside: Value | None = document.metadata
        for step in around:
            inside = _at(inside, step)
        if isinstance(inside, dict) and key not in inside:
            group = _group_at(model, tuple(around))
            if group and key not in keys(group):
                yield position


def _at(value: "Value | None", step: str | int) -> "Value | None":
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _group_at(model: type[BaseModel], position: Position) -> type[BaseModel] | None:
    """The record at a position, if a record is expected there."""
    try:
        found = _model_at(model, position)
    except StopIteration:
        return None
    return found if not position or found is not model else None


def _made_of(model: type[BaseModel], position: Position) -> type[BaseModel] | None:
    """The record that a field is, or that each item of it is."""
    found = _model_at(model, position)
    return found if found is not _model_at(model, position[:-1]) else None


def _hosts(model: type[BaseModel], details: ErrorDetails) -> tuple[str, ...]:
    """The lists of groups in which a key that is unknown outside of them is known: it lost its indent."""
    if details["type"] != "extra_forbidden" or len(details["loc"]) > 1:
        return ()
    return _lists_with(model, str(details["loc"][0]))


def _lists_with(model: type[BaseModel], key: str) -> tuple[str, ...]:
    groups = {name: _group_at(model, (name,)) for name in keys(model)}
    return tuple(name for name, group in groups.items() if group and key in keys(group))


def _meant(model: type[BaseModel], position: Position) -> Position:
    """The known key that an unknown one was meant to be: it is not missing as well."""
    near = _near(str(position[-1]), keys(_model_at(model, position[:-1])))
    return (*position[:-1], near) if near else ()


def _near(key: str, known: list[str]) -> str | None:
    """The known key that was meant; one that is right in another record is itself, but for an « s » too many."""
    near = key_meant(key, known)
    elsewhere = any(key in fields for fields in senses().values())
    return None if near and elsewhere and near.rstrip("s") != key.rstrip("s") else near


def _problem(model: type[BaseModel], document: Document, details: ErrorDetails) -> Problem:
    position = details["loc"]
    line = document.line(*position)
    if details["type"] == "extra_forbidden":
        return _unknown_key(model, document, position)
    if details["type"] == "missing":
        empty = position in document.lines  # the key is there, but nothing (or only a comment) behind it
        what = f"Le champ « {position[-1]} » {'est vide' if empty else 'manque'}{_inside(position[:-1])}."
        meant = senses().get(_model_at(model, position[:-1]).__name__, {}).get(str(position[-1]))
        if meant and (group := _made_of(model, position)):
            meant = f"{meant.removesuffix(' (champs ci-dessous)')} ({', '.join(keys(group))})"
        return document.problem("E101", line, what, expected=meant)
    code, explain = _EXPLAINED.get(details["type"], ("E106", _refused))
    said = explain(details)
    expected = said.expected
    group = _made_of(model, position)
    if explain is _group:
        expected = f"{expected} ({', '.join(keys(_model_at(model, position)))})"
    elif explain is _list and group:
        said = replace(said, suggestion=None)
        expected = f"une liste de groupes, chacun commencé par « - » ({', '.join(keys(group))})"
    found = details["input"] if isinstance(details["input"], str) else None
    what = f"{_field(position)} : {said.what}."
    return document.problem(code, line, what, found=found, expected=expected, suggestion=said.suggestion)


def _unknown_key(model: type[BaseModel], document: Document, position: Position) -> Problem:
    known = keys(_model_at(model, position[:-1]))
    key = str(position[-1])
    ours = GIVEN.get(key) if position == (key,) else None
    hosts = [host for host in _lists_with(model, key) if host in document.metadata] if position == (key,) else []
    near = None if ours or hosts else _near(key, known)
    whose = [whose for name, whose in _WHOSE.items() if position == (key,) and key in senses()[name]]
    others = f"C’est un champ {enumerate_fr(whose)}." if whose and not near else None
    what = " ".join(filter(None, (f"Champ inconnu « {key} »{_inside(position[:-1])}.", ours or others)))
    if hosts:
        what = f"Le champ « {key} » n’est connu que dans {enumerate_fr([f'« {host} »' for host in hosts])}."
        indented = f"la ligne en retrait, alignée sur les autres de « {hosts[0]} »"
        return document.problem("E102", document.line(*position), what, found=key, expected=indented)
    expected = None if ours or near else f"l’un des champs {', '.join(known)}"
    return document.problem("E102", document.line(*position), what, found=key, expected=expected, suggestion=near)


def keys(model: type[BaseModel]) -> list[str]:
    """The keys that a record has in front matter."""
    return [field.alias or name for name, field in model.model_fields.items() if name not in GIVEN]


def _model_at(model: type[BaseModel], position: Position) -> type[BaseModel]:
    """The record that a position inside another record leads to."""
    for step in position:
        if isinstance(step, str):
            field = next(f for name, f in model.model_fields.items() if step in {name, f.alias})
            model = next(filter(_is_record, _leaves(field.annotation)), model)
    return model


def _leaves(annotation: object) -> list[object]:
    inner = get_args(annotation)
    return [leaf for arg in inner for leaf in _leaves(arg)] if inner else [annotation]


def _is_record(annotation: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _field(position: Position) -> str:
    at = next((index for index in reversed(range(len(position))) if isinstance(position[index], str)), None)
    if at is None:
        return "En-tête"
    number = "".join(f", nº {step + 1}" for step in position[at + 1 :] if isinstance(step, int))
    return f"Champ « {position[at]} »{number}{_inside(position[:at])}"


def _inside(position: Position) -> str:
    """« dans « roles », no 2 », or nothing at the top of the front matter."""
    if not position:
        return ""
    number = f", nº {position[-1] + 1}" if isinstance(position[-1], int) else ""
    name = next((step for step in reversed(position) if isinstance(step, str)), "")
    return f" dans « {name} »{number}"


def _found(value: object) -> str:
    match value:
        case list():
            return "une liste"
        case dict():
            return "un groupe de champs"
        case _:
            return f"« {value} »"


@dataclass(frozen=True, slots=True)
class _Said:
    """What is wrong with a value, as it follows « Champ « x » : »; what is expected, and what was probably meant."""

    what: str
    expected: str | None = None
    suggestion: str | None = None


def _refused(details: ErrorDetails) -> _Said:
    return _Said(f"{_found(details['input'])} n’est pas admis ici")


def _wrong_type(expected: str) -> Callable[[ErrorDetails], _Said]:
    return lambda d: _Said(f"trouvé {_found(d['input'])}", expected)


def _choice(details: ErrorDetails) -> _Said:
    choices = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    expected = f"l’une des valeurs {', '.join(choices)}"
    if not isinstance(details["input"], str):
        return _Said(f"trouvé {_found(details['input'])}", expected)
    return _Said(f"valeur inconnue {_found(details['input'])}", expected, key_meant(details["input"], choices))


_IN_A_ROW: Final = re.compile(r"\s(?:-|[•‣·–—]\s)")
"""The items of a list that YAML has read as one text: the signs they begin with are among its words."""


def _pattern(details: ErrorDetails) -> _Said:
    pattern = details["ctx"]["pattern"]
    if pattern == ID_PATTERN and _IN_A_ROW.search(str(details["input"])):
        return _Said(f"trouvé {_found(details['input'])}", "un identifiant par ligne, tous les tirets au même retrait")
    found = str(details["input"])
    near = slug(found) if details["loc"][0] == "formerly" else value_meant(found, pattern)
    return _Said(f"trouvé {_found(found)}", FORMS[pattern], near or None)


def _list(details: ErrorDetails) -> _Said:
    found = details["input"]
    if isinstance(found, str) and _IN_A_ROW.search(f" {found}"):
        return _Said(f"trouvé {_found(found)}", "une liste, chaque ligne commencée par un trait d’union et une espace")
    return _Said(
        f"trouvé {_found(found)}",
        "une liste" if isinstance(found, str) else "une liste, par exemple « [a, b] »",
        f"[{found.strip('()[] ')}]" if isinstance(found, str) else None,
    )


def _group(details: ErrorDetails) -> _Said:
    return _Said(f"trouvé {_found(details['input'])}", "un groupe de champs « clé: valeur »")


def _decimal(details: ErrorDetails) -> _Said:
    near = number_meant(str(details["input"]), second=details["loc"][-1] == "lon")
    return _Said(f"trouvé {_found(details['input'])}", "un nombre, avec un point décimal", near)


def _truth(details: ErrorDetails) -> _Said:
    return _Said(f"trouvé {_found(details['input'])}", "« true » ou « false »", truth_meant(details["input"]))


def _bound(word: str, key: str) -> Callable[[ErrorDetails], _Said]:
    return lambda d: _Said(f"« {d['input']} » est hors limites", f"{word} {d['ctx'][key]:g}")


def _date(details: ErrorDetails) -> _Said:
    error: DateError = details["ctx"]["error"]
    lasts = " ; pas de ligne « to » tant que la fonction dure" if details["loc"][-1] == "to" else ""
    return _Said(str(error), EXPECTED + lasts, error.suggestion)


_EXPLAINED: Final[dict[str, tuple[str, Callable[[ErrorDetails], _Said]]]] = {
    "string_type": ("E103", _wrong_type("un texte")),
    "tuple_type": ("E103", _list),
    "model_type": ("E103", _group),
    "model_attributes_type": ("E103", _group),
    "float_type": ("E103", _wrong_type("un nombre")),
    "float_parsing": ("E103", _decimal),
    "bool_type": ("E103", _truth),
    "bool_parsing": ("E103", _truth),
    "int_type": ("E103", _wrong_type("un nombre entier")),
    "int_parsing": ("E103", _wrong_type("un nombre entier")),
    "enum": ("E104", _choice),
    "literal_error": ("E104", _choice),
    "string_pattern_mismatch": ("E106", _pattern),
    "string_too_short": ("E106", lambda _: _Said("le texte est vide")),
    "too_short": ("E106", lambda _: _Said("la liste est vide", "au moins un élément")),
    "greater_than_equal": ("E106", _bound("au moins", "ge")),
    "less_than_equal": ("E106", _bound("au plus", "le")),
    "greater_than": ("E106", _bound("plus de", "gt")),
    "value_error": ("E105", _date),
}
