"""The JSON Schemas: they are those of the records, they say what the guide says, and they agree with the check."""

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from harness import overlaid
from jsonschema import Draft202012Validator

from generator.check import check
from generator.fields import Record
from generator.load.disk import load
from generator.load.document import SourceFile
from generator.model import Kind
from generator.routes import ref_of
from generator.schema import DIALECT, RECORDS, schema, text
from generator.text.markup import plain

ROOT = Path(__file__).resolve().parents[2]
SITES = ROOT / "site-tests" / "sites"
GUIDE = (ROOT / "GUIDE-EDITEUR.md").read_text("utf-8")
VALIDATORS = {kind: Draft202012Validator(schema(kind)) for kind in RECORDS}


class Core(yaml.SafeLoader):
    """YAML 1.2, as editors' programs read it: no dates, and « NO » is a text."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - so the parent has it


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def kind_of(file: SourceFile) -> str | None:
    ref = ref_of(file.path)
    return ref.kind.value if ref else "dossier" if file.path.name == "dossier.yml" else None


def faults(file: SourceFile) -> list[str]:
    """What its schema finds wrong with a content file."""
    kind = kind_of(file)
    assert kind is not None
    front = file.data.decode()
    if kind != "dossier":
        front = re.split(r"^---[ \t]*$", front, maxsplit=2, flags=re.M)[1]
    return [error.message for error in VALIDATORS[kind].iter_errors(yaml.load(front, Loader=Core))]


@pytest.mark.parametrize("kind", RECORDS)
def test_the_committed_schema_is_that_of_the_records(kind: str) -> None:
    assert (ROOT / "schemas" / f"{kind}.json").read_text("utf-8") == text(kind), "run: dossier schema --into schemas"
    Draft202012Validator.check_schema(json.loads(text(kind)))
    assert schema(kind)["$schema"] == DIALECT


def test_there_is_one_for_each_kind_of_file() -> None:
    assert set(RECORDS) == {*map(str, Kind), "dossier"}
    assert {path.stem for path in (ROOT / "schemas").iterdir()} == set(RECORDS)


def correct_dossiers() -> Iterator[tuple[str, tuple[SourceFile, ...]]]:
    yield "content", load(ROOT / "content")
    for folder in sorted(path.parent for path in SITES.glob("*/content")):
        yield folder.name, load(folder / "content")
    for case in sorted((SITES / "valid").iterdir()):
        yield case.name, overlaid(SITES / "base", case)


CORRECT = dict(correct_dossiers())


@pytest.mark.parametrize("files", CORRECT.values(), ids=CORRECT)
def test_a_correct_file_passes_its_schema(files: tuple[SourceFile, ...]) -> None:
    assert {file.path: faults(file) for file in files if kind_of(file) and faults(file)} == {}


BEYOND = {
    "e105-interval-backwards": "which of two dates is the earlier",
    "e106-map-elsewhere": "where the places lie",
    "e106-map-upside-down": "which of two numbers is the larger",
    "e106-places-inside-each-other": "what stands in other files",
    "e106-reprint-of-itself": "the name of the file itself",
    "e210-licence-that-is-none": "which words give no right",
    "e210-original-among-the-files": "what stands in other files",
}
"""Cases of mistakes in fields that no schema can find, and what one would have to know."""
FIELDS = {"E101", "E102", "E103", "E104", "E105", "E106", "E210", "E212", "W317"}
UNREAD = {"E001", "E002", "E003", "E004", "E005", "E006", "E009", "E010"}


@pytest.mark.parametrize(
    "case", sorted(path for path in (SITES / "invalid").iterdir() if path.is_dir()), ids=lambda case: case.name
)
def test_a_mistake_in_a_field_fails_its_schema_and_no_other_does(case: Path) -> None:
    files = overlaid(SITES / "base", case)
    problems = check(files).problems
    for file in files:
        codes = {problem.code for problem in problems if problem.path == PurePosixPath("content") / file.path}
        if kind_of(file) and not codes & UNREAD:
            expected = bool(codes & FIELDS) and case.name not in BEYOND
            assert bool(faults(file)) is expected, (file.path, codes, faults(file))


HEADINGS = {
    "Article": "Champs d’un article",
    "Original": "Champs de `original`",
    "Quote": "Champs de `quotes`",
    "Archive": "Champs de `archive`",
    "Correction": "Champs de `corrections`",
    "Leader": "Champs d’un dirigeant",
    "Role": "Champs de `roles`",
    "Place": "Champs d’un lieu",
    "Event": "Champs d’un événement",
    "Journey": "Champs de `journeys`",
    "Outcome": "Champs de `outcome`",
    "Reference": "Champs de `source`",
    "Source": "Champs d’une source",
    "Claim": "Champs de `claims`",
    "Established": "Champs de `established`",
    "Judgement": "Champs de `divergences`",
    "Accusation": "Champs de `accusations`",
    "Page": "Champs d’une page",
    "Settings": "Champs de `dossier.yml`",
    "QuoteLimits": "Champs de `quotes` dans `dossier.yml`",
    "Frame": "Champs de `map`",
    "Publisher": "Champs de `publisher`",
}


def records() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, model in RECORDS.items():
        made = schema(kind)
        yield model.__name__, made
        yield from ((name, part) for name, part in made.get("$defs", {}).items() if "properties" in part)


MADE = dict(records())


@pytest.mark.parametrize("name", MADE)
def test_the_guide_has_the_same_fields_and_words(name: str) -> None:
    made = MADE[name]
    section = re.split(r"\n##", GUIDE.split(f"\n### {HEADINGS[name]}\n")[1])[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| `(.+)` \|$", section, re.M)
    told = {field: plain(re.sub(r"\s*\(\[[^\]]*\]\([^)]*\)\)", "", sense)) for field, _, sense, _ in rows}
    assert told == {field: value["description"] for field, value in made["properties"].items()}
    assert {field for field, needed, _, _ in rows if needed == "oui"} == set(made.get("required", ()))


def test_every_record_has_its_words_in_french() -> None:
    assert set(MADE) == set(HEADINGS)
    assert all(issubclass(model, Record) for model in RECORDS.values())
