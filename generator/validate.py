"""From front matter to a record, with pydantic's findings said in French."""

from collections.abc import Callable, Mapping
from typing import Final, TypeGuard, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Problem, did_you_mean
from generator.document import Document
from generator.model import ID_PATTERN, Record
from generator.text.french import fold

R = TypeVar("R", bound=Record)

_OURS: Final = {
    "id": "L’identifiant est le nom du fichier.",
    "path": "Le chemin est celui du fichier.",
    "body": "Le texte se met sous l’en-tête.",
}
"""Fields that the generator fills in: unknown in front matter; with what an editor does instead."""


_FRENCH: Final = {
    "auteur": "author",
    "brouillon": "draft",
    "batiment": "building",
    "complet": "full",
    "editeur": "publisher",
    "extrait": "extract",
    "fonction": "office",
    "lieu": "place",
    "nom": "name",
    "pays": "country",
    "publie": "published",
    "redaction": "rédaction",
    "statut": "status",
    "titre": "title",
    "type": "kind",
    "ville": "city",
}
"""What an editor writes in French where the key or the value is English, folded."""


def record(model: type[R], document: Document, given: Mapping[str, object]) -> R | tuple[Problem, ...]:
    """The record of a document, with the fields `given` by the generator; or what stands in its way."""
    forbidden = tuple(
        _unknown_key(model, document, (key,)) for key in document.metadata if key in _OURS and key in model.model_fields
    )
    if forbidden:
        return forbidden
    try:
        return model.model_validate({**document.metadata, **given})
    except ValidationError as error:
        return tuple(_problem(model, document, details) for details in error.errors(include_url=False))


def _problem(model: type[BaseModel], document: Document, details: ErrorDetails) -> Problem:
    position = details["loc"]
    if details["type"] == "extra_forbidden":
        return _unknown_key(model, document, position)
    if details["type"] == "missing":
        empty = position in document.lines  # the key is there, but nothing (or only a comment) behind it
        message = f"Le champ « {position[-1]} » {'est vide' if empty else 'manque'}{_inside(position[:-1])}."
        return document.problem("E101", document.line(*position), message)
    code, say = _MESSAGES.get(details["type"], ("E106", lambda d: f"« {d['input']} » n’est pas admis ici."))
    if details["type"] == "value_error":
        code = "E105"
    return document.problem(code, document.line(*position), f"{_field(position)} : {say(details)}")


def _unknown_key(model: type[BaseModel], document: Document, position: tuple[str | int, ...]) -> Problem:
    known = _keys(_model_at(model, position[:-1]))
    key = str(position[-1])
    ours = f" {_OURS[key]}" if key in _OURS and position == (key,) else ""
    mend = ours or _nearest(key, known) or f" Champs admis : {', '.join(known)}."
    message = f"Champ inconnu « {key} »{_inside(position[:-1])}.{mend}"
    return document.problem("E102", document.line(*position), message)


def _nearest(found: str, known: list[str]) -> str:
    """« Vouliez-vous dire », for a French word too."""
    return did_you_mean(english if (english := _FRENCH.get(fold(found))) in known else found, known)


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items() if name not in _OURS]


def _model_at(model: type[BaseModel], position: tuple[str | int, ...]) -> type[BaseModel]:
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


def _field(position: tuple[str | int, ...]) -> str:
    at = next((index for index in reversed(range(len(position))) if isinstance(position[index], str)), None)
    if at is None:
        return "En-tête"
    number = "".join(f", no {step + 1}" for step in position[at + 1 :] if isinstance(step, int))
    return f"Champ « {position[at]} »{number}{_inside(position[:at])}"


def _inside(position: tuple[str | int, ...]) -> str:
    """« dans « roles », no 2 », or nothing at the top of the front matter."""
    if not position:
        return ""
    number = f", no {position[-1] + 1}" if isinstance(position[-1], int) else ""
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


def _wrong_type(expected: str) -> Callable[[ErrorDetails], str]:
    return lambda d: f"trouvé {_found(d['input'])}, attendu {expected}."


def _choice(details: ErrorDetails) -> str:
    expected = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    if not isinstance(details["input"], str):
        return f"trouvé {_found(details['input'])}. Valeurs admises : {', '.join(expected)}."
    mend = _nearest(details["input"], expected)
    return f"valeur inconnue {_found(details['input'])}.{mend} Valeurs admises : {', '.join(expected)}."


def _pattern(details: ErrorDetails) -> str:
    expected = {
        ID_PATTERN: "un identifiant : minuscules sans accents, mots joints par « - » (« vladimir-poutine »)",
        "^[A-Z]{2}$": "un code de pays à deux capitales (ISO 3166-1), par exemple « SY »",
        "^[0-9a-f]{64}$": "une empreinte SHA-256 de 64 chiffres hexadécimaux",
    }.get(details["ctx"]["pattern"], "une adresse complète qui commence par « https:// »")
    return f"trouvé {_found(details['input'])}, attendu {expected}."


def _bound(word: str, key: str) -> Callable[[ErrorDetails], str]:
    return lambda d: f"« {d['input']} » est hors limites ; attendu : {word} {d['ctx'][key]:g}."


_MESSAGES: Final[dict[str, tuple[str, Callable[[ErrorDetails], str]]]] = {
    "string_type": ("E103", _wrong_type("un texte")),
    "tuple_type": ("E103", _wrong_type("une liste, par exemple [a, b]")),
    "model_type": ("E103", _wrong_type("un groupe de champs « clé: valeur »")),
    "model_attributes_type": ("E103", _wrong_type("un groupe de champs « clé: valeur »")),
    "float_type": ("E103", _wrong_type("un nombre")),
    "float_parsing": ("E103", _wrong_type("un nombre, avec un point décimal")),
    "int_type": ("E103", _wrong_type("un nombre entier")),
    "int_parsing": ("E103", _wrong_type("un nombre entier")),
    "enum": ("E104", _choice),
    "literal_error": ("E104", _choice),
    "string_pattern_mismatch": ("E106", _pattern),
    "string_too_short": ("E106", lambda _: "le texte est vide."),
    "greater_than_equal": ("E106", _bound("au moins", "ge")),
    "less_than_equal": ("E106", _bound("au plus", "le")),
    "greater_than": ("E106", _bound("plus de", "gt")),
    "value_error": ("E105", lambda d: f"{d['ctx']['error']}."),
}
