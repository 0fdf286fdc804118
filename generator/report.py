"""Problems as programs read them: JSON, and annotations of GitHub Actions."""

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from generator.diagnostics import Problem, Severity

VERSION: Final = 1
"""Of the JSON's shape: it grows when a field goes or changes its meaning, not when one is added."""


class Format(StrEnum):
    """How problems are told."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def report(problems: Sequence[Problem], shape: Format) -> str:
    """All problems in a format, in their order; without a line end behind the last."""
    match shape:
        case Format.TEXT:
            return "\n".join(map(str, problems))
        case Format.JSON:
            return _json(problems)
        case Format.GITHUB:
            return "\n".join(map(_annotation, problems))


def _json(problems: Sequence[Problem]) -> str:
    counts = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    whole = {
        "version": VERSION,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "problems": [_fields(problem) for problem in problems],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _fields(problem: Problem) -> dict[str, str | int | None]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.path.as_posix(),
        "line": problem.line or None,
        "message": problem.message,
        "found": problem.found,
        "expected": problem.expected,
        "suggestion": problem.suggestion,
    }


def _annotation(problem: Problem) -> str:
    """A workflow command; escaped as the runner of GitHub Actions reads it (actions/toolkit, `command.ts`)."""
    properties = {"file": problem.path.as_posix(), "line": str(problem.line or ""), "title": problem.code}
    told = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items() if value)
    return f"::{problem.severity} {told}::{_escaped(problem.message)}"


def _escaped(text: str, more: str = "") -> str:
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
