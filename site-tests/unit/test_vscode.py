"""What is wired for Visual Studio Code: the schema's place, and a task that reads our messages."""

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from generator.diagnostics import Problem

ROOT = Path(__file__).resolve().parents[2]
MATCHERS: list[dict[str, Any]] = [
    matcher["pattern"]
    for task in json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    for matcher in task["problemMatcher"]
]


def test_the_settings_and_the_file_itself_name_the_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert all(
        (ROOT / schema).is_file() and (ROOT / file).is_file() for schema, file in settings["yaml.schemas"].items()
    )
    first = (ROOT / "content" / "dossier.yml").read_text("utf-8").splitlines()[0]
    assert (ROOT / "content" / first.removeprefix("# yaml-language-server: $schema=")).is_file()


@pytest.mark.parametrize("line", [7, 0])
@pytest.mark.parametrize("code", ["E201", "W301"])
def test_the_task_reads_a_message_once(line: int, code: str) -> None:
    problem = Problem(code, PurePosixPath("content/articles/lac gelé.md"), line, "Trouvé : « a:3: E101 b ».")
    matches = [(pattern, match) for pattern in MATCHERS if (match := re.search(pattern["regexp"], str(problem)))]
    ((pattern, match),) = matches
    assert match[pattern["file"]] == "content/articles/lac gelé.md"
    assert (match[pattern["severity"]], match[pattern["code"]]) == (code[0], code)  # Code knows E and W
    assert match[pattern["message"]] == problem.message
    assert match[pattern["line"]] == "7" if line else pattern["kind"] == "file"
