"""JSON Schemas (2020-12) of what editors write: for their editors to complete and to check as they type.

They are made from the records. What a schema can't know – other files, the calendar, the order of
two dates – is for `generator.check`.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from generator.check.validate import FORMS, GIVEN
from generator.dates import EDTF_PATTERN, EXPECTED
from generator.fields import COUNTRY_PATTERN, WORD_PATTERN
from generator.model import Article, Event, Leader, Page, Place, Settings, Source
from generator.senses import senses
from generator.text.countries import country_codes

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
RECORDS: Final[Mapping[str, type[BaseModel]]] = MappingProxyType(
    {
        "article": Article,
        "leader": Leader,
        "place": Place,
        "event": Event,
        "source": Source,
        "page": Page,
        "dossier": Settings,
    }
)
"""The record of each kind of file, by the name of its schema."""

_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "article": "En-tête d’un article",
        "leader": "En-tête d’un dirigeant",
        "place": "En-tête d’un lieu",
        "event": "En-tête d’un événement",
        "source": "En-tête d’une source",
        "page": "En-tête d’une page écrite à la main",
        "dossier": "Réglages du dossier (dossier.yml)",
    }
)
_TOGETHER: Final[Mapping[str, Schema]] = MappingProxyType(
    {
        "article": {
            "dependentRequired": {"publisher": ["publisher_basis"], "publisher_basis": ["publisher"]},
            "if": {"properties": {"text": {"enum": ["extract", "full"]}}, "required": ["text"]},
            "then": {"required": ["licence"]},
        },
        "place": {
            "dependentRequired": {"lat": ["lon"], "lon": ["lat"]},
            "if": {"properties": {"kind": {"enum": ["country", "region", "historical"]}}, "required": ["kind"]},
            "then": {"properties": {"lat": False, "lon": False}},
        },
    }
)
"""Fields that go together, as `generator.check.fields` has it."""

_DATE: Final = "#/$defs/Edtf"
_EDTF: Final[Schema] = {
    "type": ["string", "integer"],
    "pattern": EDTF_PATTERN,
    "patternErrorMessage": f"Attendu : {EXPECTED}.",
    "minimum": 1,
    "maximum": 9999,
}
"""A date; a year alone is a number to YAML. `patternErrorMessage` is what VS Code says instead of the pattern."""


_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""A text; what looks like a number or a truth is one to YAML."""


def schema(kind: str) -> Schema:
    """The schema of a kind of file, one of `RECORDS`."""
    model = RECORDS[kind]
    made = model.model_json_schema(by_alias=True)
    definitions = {name: _described(name, part) for name, part in made.pop("$defs", {}).items()}
    whole = _described(model.__name__, made)
    if _DATE in str((whole, definitions)):
        definitions |= {"Edtf": _EDTF}
    return {
        "$schema": DIALECT,
        "title": _TITLES[kind],
        **whole,
        **_TOGETHER.get(kind, {}),
        **({"$defs": definitions} if definitions else {}),
    }


def text(kind: str) -> str:
    """The schema of a kind of file as it is committed."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def _described(name: str, part: Schema) -> Schema:
    """The schema of a record or an enumeration, its own words in English left out, its fields described in French."""
    kept = {key: value for key, value in part.items() if key not in {"title", "description", "properties", "required"}}
    if "properties" not in part:
        return kept
    required = [field for field in part.get("required", ()) if field not in GIVEN]
    properties = {
        field: {"description": senses()[name][field], **_field(value, needed=field in required)}
        for field, value in part["properties"].items()
        if field not in GIVEN
    }
    return {**kept, "properties": properties, **({"required": required} if required else {})}


def _field(value: Schema, *, needed: bool) -> Schema:
    """The schema of a field; one that may be left out may also be left empty."""
    (given,) = (choice for choice in value.get("anyOf", [value]) if choice != {"type": "null"})
    plain = _plain(given)
    default = {"default": value["default"]} if value.get("default") else {}
    return {**(plain if needed else {"anyOf": [plain, {"type": "null"}]}), **default}


def _plain(value: Schema) -> Schema:
    """What a field may hold, without pydantic's titles; free text may look like anything to YAML."""
    kept = {key: inner for key, inner in value.items() if key not in {"title", "default"}}
    if "items" in kept:
        return {**kept, "items": _plain(kept["items"])}
    if "oneOf" in kept:
        kept["oneOf"] = [_plain(choice) for choice in kept["oneOf"]]
    match kept.get("pattern"):
        case pattern if pattern == EDTF_PATTERN:
            return {"$ref": _DATE}
        case pattern if pattern == COUNTRY_PATTERN:
            return {"enum": sorted(country_codes())}
        case str() as pattern:
            kept |= _TEXT if pattern == WORD_PATTERN else {}
            return {**kept, "pattern": pattern, "patternErrorMessage": f"Attendu : {FORMS[pattern]}."}
        case _ if kept.get("type") == "string" and "enum" not in kept:
            return _TEXT
        case _:
            return kept
