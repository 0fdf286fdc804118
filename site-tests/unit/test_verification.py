"""`dossier verify`: what it says, what it records, and what becomes of a record."""

import hashlib
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.check import check
from generator.check.validate import record
from generator.load.disk import load
from generator.load.document import Document, SourceFile, read_yaml
from generator.originals.verification import VERIFICATIONS, Verifications, written

BASE = Path(__file__).resolve().parents[1] / "sites" / "base" / "content"
_TEXT = (
    "Le lac était calme.\n\u00ab\u00a0Un lac, deux rives\u00a0\u00bb, a-t-elle dit, puis un lac, deux rives\u202f! "
    + "Et encore. " * 20
)


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier of one article with its original."""
    for file in BASE.rglob("*.*"):
        copy = tmp_path / "content" / file.relative_to(BASE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals" / "gazette.txt").write_text(_TEXT, "utf-8")
    sha256 = hashlib.sha256(_TEXT.encode()).hexdigest()
    _edit(tmp_path, "events:", f"original: {{file: gazette.txt, sha256: {sha256}}}\nevents:")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
    return tmp_path


def _article(root: Path) -> Path:
    return root / "content" / "articles" / "2031-05-03-evian.md"


def _edit(root: Path, old: str, new: str) -> None:
    text = _article(root).read_text("utf-8")
    assert old in text
    _article(root).write_text(text.replace(old, new), "utf-8")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.dossier, ["verify", *arguments])


def _record(root: Path) -> str:
    return (root / "content" / VERIFICATIONS).read_text("utf-8")


def _verified(root: Path) -> list[str | None]:
    checked = check(load(root / "content"))
    assert checked.dossier is not None
    (article,) = checked.dossier.articles
    found = [checked.verifications.of(quote.text, article) for quote in article.quotes]
    return [str(each.day) if each else None for each in found]


def test_a_quotation_is_found_and_recorded(dossier: Path) -> None:
    done = _run("--date", "2031-06-01")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "1 citation vérifiée, 0 non vérifiée\u202f; 0 désaccord avec les originaux.\n"
    assert _verified(dossier) == ["2031-06-01"]


def test_the_record_changes_only_when_what_it_holds_does(dossier: Path) -> None:
    _run("--date", "2031-06-01")
    first = _record(dossier)
    _run("--date", "2031-07-01")
    assert _record(dossier) == first


def test_a_quotation_that_changed_is_no_longer_verified(dossier: Path) -> None:
    _run("--date", "2031-06-01")
    _edit(dossier, "text: un lac, deux rives", "text: deux rives")
    assert _verified(dossier) == [None]
    _run("--date", "2031-07-01")
    assert _verified(dossier) == ["2031-07-01"]


def test_an_original_that_changed_verifies_nothing(dossier: Path) -> None:
    _run("--date", "2031-06-01")
    (dossier / "originals" / "gazette.txt").write_text(_TEXT + " Un mot.", "utf-8")
    done = _run("--date", "2031-07-01")
    assert done.exit_code == 1
    assert "E223" in done.stderr
    assert _verified(dossier) == [None]


def test_without_originals_the_record_stands(dossier: Path) -> None:
    _run("--date", "2031-06-01")
    first = _record(dossier)
    done = _run("--originals", str(dossier / "nowhere"))
    assert done.exit_code == 0
    assert "Originaux absents, non consultés\u202f: gazette.txt." in done.stdout
    assert "1 citation vérifiée" in done.stdout
    assert _record(dossier) == first


def test_both_texts_are_shown_where_they_differ(dossier: Path) -> None:
    _edit(dossier, "text: un lac, deux rives", "text: un lac, trois rives")
    done = _run()
    assert done.exit_code == 1
    assert done.stderr.splitlines()[1:] == [
        "    citation  ⟦un⟧ lac, ⟦trois⟧ rives",
        "    original  ⟦Un⟧ lac, ⟦deux⟧ rives",
    ]
    assert "2031-05-03-evian.md:11: E224" in done.stderr
    assert _verified(dossier) == [None]


def _headed(root: Path, headline: str) -> str:
    """What verifying says where the article's title begins its original, so many words of it."""
    text = f"{headline}\n{_TEXT}"
    (root / "originals" / "gazette.txt").write_text(text, "utf-8")
    old = hashlib.sha256(_TEXT.encode()).hexdigest()
    _edit(root, old, hashlib.sha256(text.encode()).hexdigest())
    _edit(root, "title: Deux présidents au bord du lac", "title: Les deux présidents se sont vus au bord du lac")
    return _run().stderr


def test_a_headline_may_be_a_title(dossier: Path) -> None:
    assert _headed(dossier, "Les deux présidents se sont vus au bord du lac") == ""


def test_a_sentence_may_not(dossier: Path) -> None:
    assert "2031-05-03-evian.md:2: E225" in _headed(dossier, "Les deux présidents se sont vus au bord du lac, dit-on")


def test_a_passage_of_no_original_is_no_disagreement(dossier: Path) -> None:
    place = dossier / "content" / "places" / "evian.md"
    place.write_text(place.read_text("utf-8").rstrip() + " On y parle d’« un fleuve ».\n", "utf-8")
    done = _run()
    assert done.exit_code == 0
    assert "places/evian.md" in done.stderr
    assert "W323" in done.stderr


def test_a_day_is_a_day(dossier: Path) -> None:
    done = _run("--date", "1er juin")
    assert done.exit_code == 2
    assert "n’est pas un jour" in done.stderr


def test_a_dossier_with_errors_is_not_verified(dossier: Path) -> None:
    _edit(dossier, "text: notice", "text: note")
    done = _run()
    assert done.exit_code == 1
    assert "E104" in done.stderr
    assert not (dossier / "content" / VERIFICATIONS).exists()


def test_what_is_written_reads_back(dossier: Path) -> None:
    _run("--date", "2031-06-01")
    document = read_yaml(SourceFile(VERIFICATIONS, _record(dossier).encode()))
    assert isinstance(document, Document)
    made = record(Verifications, document, {})
    assert isinstance(made, Verifications)
    assert written(made) == _record(dossier)
    assert made.originals[0].words == 57


def test_a_copy_of_the_original_among_the_files_is_told_of(dossier: Path) -> None:
    words = " ".join(f"mot{number}" for number in range(60))
    original = f"{words}."
    (dossier / "originals" / "gazette.txt").write_text(original, "utf-8")
    sha256 = hashlib.sha256(original.encode()).hexdigest()
    _edit(dossier, hashlib.sha256(_TEXT.encode()).hexdigest(), sha256)
    assets = dossier / "content" / "assets"
    assets.mkdir()
    (assets / "plan.svg").write_text(f"<svg><title>{words[:40]}</title></svg>", "utf-8")
    (assets / "image.png").write_bytes(b"\x89PNG\xff" + original.encode())
    (assets / "copie.txt").write_text(f"Pour mémoire :\n{original}\n", "utf-8")
    said = _run().output
    assert "content/assets/copie.txt:2: E225 «\u202fmot0 mot1 mot2 mot3…\u202f» est repris mot pour mot" in said
    assert "plan.svg" not in said
    assert "image.png" not in said


def test_an_absent_quotation_of_another_original_names_that_one(dossier: Path) -> None:
    other = "Le barrage de la rive nord sera rouvert. " + "Puis rien. " * 20
    (dossier / "originals" / "barrage.txt").write_text(other, "utf-8")
    sha256 = hashlib.sha256(other.encode()).hexdigest()
    text = _article(dossier).read_text("utf-8").replace("deux présidents", "un barrage")
    head, _, _ = text.partition("quotes:")
    original = re.sub(r"original: .*", f"original: {{file: barrage.txt, sha256: {sha256}}}", head)
    path = dossier / "content" / "articles" / "2031-05-04-barrage.md"
    path.write_text(f"{original}---\nUn barrage près d’[Évian](../events/visite-evian-2031-05-02.md).\n", "utf-8")
    _edit(dossier, "text: un lac, deux rives", "text: Le barrage de la rive nord")
    said = _run().output
    assert "n’est pas dans l’original, mais dans celui de «\u202f2031-05-04-barrage\u202f»." in said
