"""The command: French throughout, its status, its messages unwrapped and uncoloured."""

import json
import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from generator.cli import dossier as command
from generator.text.mentions import lexicon

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "site-tests" / "sites" / "base"
LOCALE = ROOT / "generator" / "locale" / "fr" / "LC_MESSAGES"


def dossier(*arguments: str, where: Path = BASE) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "60", "LC_ALL": "C.UTF-8", "LANG": "de_DE"}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(
        command, cwd=where, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_correct_dossier_is_said_to_be_correct() -> None:
    done = dossier("check", "--date", "2031-06-01")  # its articles are of 2031
    assert (done.returncode, done.stdout, done.stderr) == (0, "Le contenu est correct.\n", "")


def test_every_problem_is_one_line_however_narrow_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "content" / "places").mkdir(parents=True)
    (tmp_path / "content" / "places" / "evian.md").write_text("---\nname: Évian\nkind: ville\n---\n", "utf-8")
    done = dossier("check", where=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 2
    assert all(re.match(r"content/[\w./-]+(:\d+)?: E\d{3} .{40,}", line) for line in done.stderr.splitlines())
    assert "\x1b" not in done.stderr
    assert done.stdout == "2 erreurs, 0 avertissement.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--help",),
        ("build", "--help"),
        ("serve", "--help"),
        ("import", "--help"),
        ("import", "absent.txt"),
        ("import", "--date", "hier", "."),
        ("new", "--help"),
        ("new", "journal"),
        ("bild",),
        ("check", "x"),
        ("check", "--format", "xml"),
    ],
)
def test_click_speaks_french(arguments: tuple[str, ...]) -> None:
    done = dossier(*arguments)
    said = done.stdout + done.stderr
    assert "Usage\u202f:" in said
    assert not re.search(r"\b(Error|Try|Show|Commands|Missing|such|Got|unexpected|default)\b", said)


def told(where: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    """What the command says, in this process: for all but the French of click."""
    monkeypatch.chdir(where)
    return CliRunner().invoke(command, arguments)


WRONG = {"places/evian.md": "---\nname: Évian\nkind: ville\n---\n", "events/gel.md": "---\n"}


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    for name, text in WRONG.items():
        (tmp_path / "content" / name).parent.mkdir(parents=True)
        (tmp_path / "content" / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["check", "build"])
def test_a_program_reads_json_and_nothing_else(wrong: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    done = told(wrong, monkeypatch, name, "--format", "json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert (found["version"], found["errors"], found["warnings"]) == (1, 3, 0)
    assert [(problem["code"], problem["file"], problem["line"]) for problem in found["problems"]] == [
        ("E007", "content/dossier.yml", 1),
        ("E002", "content/events/gel.md", 1),
        ("E104", "content/places/evian.md", 3),
    ]
    assert found["problems"][2]["found"] == "ville"
    assert found["problems"][2]["suggestion"] == "city"


def test_a_correct_dossier_is_correct_in_every_format(monkeypatch: pytest.MonkeyPatch) -> None:
    assert json.loads(told(BASE, monkeypatch, "check", "--date", "2031-06-01", "--format", "json").stdout) == {
        "version": 1,
        "errors": 0,
        "warnings": 0,
        "problems": [],
    }
    done = told(BASE, monkeypatch, "check", "--date", "2031-06-01", "--format", "github")
    assert done.stdout == "Le contenu est correct.\n"


def test_github_marks_the_lines(wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = told(wrong, monkeypatch, "check", "--format", "github")
    assert done.exit_code == 1
    *annotations, tally = done.stdout.splitlines()
    assert tally == "3 erreurs, 0 avertissement."
    assert [line.partition("::E")[0].partition(" :")[0].split("::")[1] for line in annotations] == [
        "error file=content/dossier.yml,line=1,title=E007",
        "error file=content/events/gel.md,line=1,title=E002",
        "error file=content/places/evian.md,line=3,title=E104",
    ]


def test_outside_a_dossier_it_says_what_is_missing(tmp_path: Path) -> None:
    done = dossier("build", where=tmp_path)
    assert done.returncode == 1
    assert "Il n’y a pas de dossier « content »".replace(" content ", "\u202fcontent\u202f") in done.stderr


def test_the_compiled_translation_is_that_of_the_readable_one() -> None:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO((LOCALE / "dossier.po").read_bytes()), locale="fr"))
    assert compiled.getvalue() == (LOCALE / "dossier.mo").read_bytes()


def test_a_schema_is_printed_and_all_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = told(tmp_path, monkeypatch, "schema", "place")
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout) == json.loads((ROOT / "schemas" / "place.json").read_text("utf-8"))
    written = told(tmp_path, monkeypatch, "schema", "--into", "schemas")
    assert "7 schémas écrits" in written.stdout
    assert {path.name: path.read_bytes() for path in (tmp_path / "schemas").iterdir()} == {
        path.name: path.read_bytes() for path in (ROOT / "schemas").iterdir()
    }


@pytest.mark.parametrize("arguments", [(), ("lieu",), ("place", "--into", "x")])
def test_which_schema_must_be_said(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    done = told(BASE, monkeypatch, "schema", *arguments)
    assert done.exit_code == 2
    assert "article" in done.stderr


RAW = "Le lac, encore\n\nPublié le 3 mai 2031\n\nAline Vaucher est venue à Évian. Partager sur Facebook\n"


def analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str, data: bytes = RAW.encode()) -> Result:
    (tmp_path / "texte.txt").write_bytes(data)
    return told(tmp_path, monkeypatch, "analyse", "texte.txt", *arguments)


def test_a_raw_text_is_analysed_without_a_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Aline Vaucher est venue à Évian." in analysed(tmp_path, monkeypatch).output
    found = json.loads(analysed(tmp_path, monkeypatch, "--json", "--date", "2031-05").stdout)
    assert "aline-vaucher" not in json.dumps(found)


def test_an_analysis_knows_the_names_of_the_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(BASE / "content", tmp_path / "content")
    assert "aline-vaucher" in json.dumps(json.loads(analysed(tmp_path, monkeypatch, "--json").stdout))


def test_an_analysis_needs_a_dossier_without_mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(BASE / "content", tmp_path / "content")
    (tmp_path / "content" / "dossier.yml").write_text("title: [", "utf-8")
    stopped = analysed(tmp_path, monkeypatch)
    assert stopped.exit_code == 1
    assert "E003" in stopped.stderr


@pytest.mark.parametrize("day", ["2031-13", "2031-05-03/2031-05-04"])
def test_an_analysis_wants_a_date(day: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert analysed(tmp_path, monkeypatch, "--date", day).exit_code == 2


def test_what_is_no_text_is_not_analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = analysed(tmp_path, monkeypatch, data=bytes(range(256)) * 8)
    assert refused.exit_code == 1
    assert "n’est pas un texte" in refused.stderr


def test_an_analysis_needs_rules_that_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "bruit.toml").write_text("[[regle]", "utf-8")
    monkeypatch.setattr("generator.reading.command.known", lambda where: lexicon((), ()))
    refused = analysed(tmp_path, monkeypatch)
    assert refused.exit_code == 1
    assert "bruit.toml" in refused.stderr
