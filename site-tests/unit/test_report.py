"""Problems for programs: their fields, and the escapes of GitHub's annotations."""

import json
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Problem
from generator.report import Format, report


def problem(what: str = "Lieu inconnu.", path: str = "content/a.md", line: int = 3, code: str = "E201") -> Problem:
    return Problem(code, PurePosixPath(path), line, what, "evain", "un lieu", "evian")


def test_text_is_a_line_for_each_problem() -> None:
    assert report([problem(), problem(line=0)], Format.TEXT).splitlines() == [str(problem()), str(problem(line=0))]


def test_json_has_every_part() -> None:
    told = json.loads(report([problem(), problem(code="W301", line=0)], Format.JSON))
    assert told["problems"] == [
        {
            "code": "E201",
            "severity": "error",
            "file": "content/a.md",
            "line": 3,
            "message": problem().message,
            "found": "evain",
            "expected": "un lieu",
            "suggestion": "evian",
        },
        {**told["problems"][0], "code": "W301", "severity": "warning", "line": None},
    ]


@pytest.mark.parametrize(
    ("told", "annotation"),
    [
        (problem(), "::error file=content/a.md,line=3,title=E201::"),
        (problem(line=0, code="W301"), "::warning file=content/a.md,title=W301::"),
        (problem(path="content/a,b:c%.md"), "::error file=content/a%2Cb%3Ac%25.md,line=3,title=E201::"),
    ],
)
def test_an_annotation_names_its_file_and_line(told: Problem, annotation: str) -> None:
    assert report([told], Format.GITHUB).startswith(annotation)


@given(st.text(), st.text(st.characters(exclude_characters="\0/"), min_size=1))
def test_an_annotation_is_one_line_whatever_is_in_it(what: str, name: str) -> None:
    told = problem(what, f"content/{name}")
    line = report([told], Format.GITHUB)
    assert "\n" not in line
    assert "\r" not in line
    properties, _, message = line.removeprefix("::error ").partition("::")
    assert len(properties.split(",")) == 3
    assert _read(message) == told.message
    assert _read(properties.split(",")[0].removeprefix("file=")) == told.path.as_posix()


def _read(text: str) -> str:
    """As the runner reads it."""
    for sign in ":,\n\r%":
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text
