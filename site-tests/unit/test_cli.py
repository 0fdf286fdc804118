"""The command: French throughout, its status, its messages unwrapped and uncoloured."""

import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

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
    done = dossier("check")
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
    "arguments", [(), ("--help",), ("build", "--help"), ("serve", "--help"), ("bild",), ("check", "x")]
)
def test_click_speaks_french(arguments: tuple[str, ...]) -> None:
    done = dossier(*arguments)
    said = done.stdout + done.stderr
    assert "Usage\u202f:" in said
    assert not re.search(r"\b(Error|Try|Show|Commands|Missing|such|Got|unexpected|default)\b", said)


def test_outside_a_dossier_it_says_what_is_missing(tmp_path: Path) -> None:
    done = dossier("build", where=tmp_path)
    assert done.returncode == 1
    assert "Il n’y a pas de dossier « content »".replace(" content ", "\u202fcontent\u202f") in done.stderr


def test_the_compiled_translation_is_that_of_the_readable_one() -> None:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO((LOCALE / "dossier.po").read_bytes()), locale="fr"))
    assert compiled.getvalue() == (LOCALE / "dossier.mo").read_bytes()
