"""Each folder of sites/invalid is a mistake that an editor makes, with the messages that he reads.

A case holds only the files in which it differs from sites/base; `removed.txt` names those that it lacks, and
`originals/` holds the texts of articles against which its content is held, and `mkdocs.yml` are the settings of MkDocs.
A new mistake is a new folder: run pytest with --accept, then read expected.txt as somebody who is no programmer.
`found.txt` holds what programs read beside these: the values that the messages are about, letter for letter.
"""

import json
import re
from functools import cache
from pathlib import Path, PurePosixPath

import pytest
from harness import Golden, overlaid

from generator.check import Checked, check
from generator.check.builder import builder
from generator.check.publication import ahead
from generator.dates import parse
from generator.diagnostics import CODES, Problem, Severity, in_order
from generator.load.disk import load, load_originals
from generator.originals.verify import verify
from generator.reading.rules import own_rules

TODAY = parse("2031-06-01")
SITES = Path(__file__).parent / "sites"
CASES = sorted(folder for folder in (SITES / "invalid").iterdir() if folder.is_dir())


@cache
def checked(case: Path) -> Checked:
    return check(overlaid(SITES / "base", case))


@cache
def problems(case: Path) -> tuple[Problem, ...]:
    """What checking finds and, where a case has originals, what holding the content against them finds."""
    found = checked(case)
    mkdocs = case / "mkdocs.yml"
    settings = builder(mkdocs.read_bytes()) if mkdocs.is_file() else ()
    known = in_order((*found.problems, *settings, *ahead(found.records, found.documents, TODAY)))
    if not (case / "originals").is_dir():
        return known
    assert found.dossier is not None, known
    names = {article.original.file for article in found.dossier.articles if article.original}
    verdict = verify(found, load_originals(names, case / "originals"), TODAY, own_rules())
    return in_order((*known, *(finding.problem for finding in verdict.findings)))


def test_the_base_has_no_problem() -> None:
    base = check(load(SITES / "base" / "content"))
    assert base.problems == ()
    assert base.dossier is not None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_editor_reads_these_messages(case: Path, golden: Golden) -> None:
    golden(case / "expected.txt", "".join(f"{problem}\n" for problem in problems(case)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_program_reads_what_was_found(case: Path, golden: Golden) -> None:
    told = [(problem.code, problem.found) for problem in problems(case) if problem.found is not None]
    if told or (case / "found.txt").exists():
        golden(case / "found.txt", "".join(f"{code} {json.dumps(found, ensure_ascii=False)}\n" for code, found in told))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_dossier_comes_out_unless_there_is_an_error(case: Path) -> None:
    assert problems(case)
    stopped = any(problem.severity is Severity.ERROR for problem in checked(case).problems)
    assert (checked(case).dossier is None) is stopped


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_case(code: str) -> None:
    assert any(problem.code == code for case in CASES for problem in problems(case)), f"no case shows {code}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_messages_are_careful_french(case: Path) -> None:
    for problem in problems(case):
        ours = re.sub(r"«\s.*?\s»", "«»", problem.message)  # without what the editor wrote himself
        assert not re.search(r"\w'\w", ours), problem
        assert re.search(r"[.?]$", problem.message), problem
        assert problem.message[0].isupper() or problem.message[0] == "«", problem
        assert not re.search(
            r"\b(?:should|must|expected|found|field|input|value|valid|required|error)\b", ours, re.I
        ), problem
        assert not re.search(r"\.\.(?!/)|\?\.|  |None|Traceback|\bMapping|Node\(", ours), problem
        assert "\n" not in problem.message, problem


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_line_exists(case: Path) -> None:
    files = {PurePosixPath("content") / file.path: file.data for file in overlaid(SITES / "base", case)}
    files |= {PurePosixPath(path.name): path.read_bytes() for path in case.glob("mkdocs.yml")}
    for problem in problems(case):
        if problem.path in files:
            assert 0 <= problem.line <= files[problem.path].count(b"\n") + 1


@pytest.mark.parametrize(("code", "meaning"), CODES.items())
def test_codes_are_described_in_french(code: str, meaning: str) -> None:
    assert re.fullmatch(r"[EW]\d{3}", code)
    assert "'" not in meaning
    assert not meaning.endswith(".")
