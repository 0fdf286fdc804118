"""The build as a whole: the same bytes everywhere, nothing written twice, nothing lost on failure."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from harness import Site

from generator.config import Folders, folders
from generator.pipeline import ContentError, build
from generator.site import SiteError
from generator.text.french import count

ROOT = Path(__file__).resolve().parents[2]


_COUNTED = (
    ("articles", "article"),
    ("leaders", "dirigeant"),
    ("events", "événement"),
    ("places", "lieu", "lieux"),
)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _clone(target: Path) -> Folders:
    """What a clone holds of the dossier and its theme, its files made in another order."""
    listed = ["git", "ls-files", "-z", "content", "overrides", "mkdocs.yml"]
    tracked = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in sorted(filter(None, tracked), reverse=True):
        copy = target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, copy)
    return folders(target)


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Adak", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "PYTHONOPTIMIZE": "1"},
    ],
    ids=["east", "west"],
)
def test_another_clone_another_place_gives_the_same_bytes(
    site: Site, tmp_path: Path, environment: dict[str, str]
) -> None:
    clone = _clone(tmp_path / environment["PYTHONHASHSEED"])
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=clone.root,
        env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert _bytes(clone.site) == _bytes(site.folder)


def test_a_second_run_writes_nothing(site: Site, real: Folders) -> None:
    before = {path: path.stat().st_mtime_ns for path in real.docs.rglob("*")}
    assert build(real, lambda step: None).changed == 0
    assert {path: path.stat().st_mtime_ns for path in real.docs.rglob("*")} == before


def test_a_failing_build_leaves_the_old_site_whole(tmp_path: Path) -> None:
    clone = _clone(tmp_path)
    build(clone, lambda step: None)
    old = _bytes(clone.site)
    article = next((clone.content / "articles").iterdir())
    article.write_text(article.read_text("utf-8").replace("status: published", "status: publié"), "utf-8")
    with pytest.raises(ContentError) as raised:
        build(clone, lambda step: None)
    assert [problem.code for problem in raised.value.problems] == ["E104"]
    assert _bytes(clone.site) == old


def test_a_build_tells_its_steps_and_its_summary(tmp_path: Path) -> None:
    clone = _clone(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=clone.root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "40"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    lines = done.stdout.splitlines()
    assert lines[0] == "Lecture et contrôle du contenu…"
    told = [count(len(list((clone.content / folder).iterdir())), *words) for folder, *words in _COUNTED]
    assert f"{', '.join(told)}, " in lines[-2]
    assert "build/site" in lines[-1]


def test_drafts_are_only_built_where_they_are_asked_for(tmp_path: Path) -> None:
    clone = _clone(tmp_path)
    article = sorted((clone.content / "articles").iterdir())[0]
    article.write_text(article.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    secret = article.stem
    build(clone, lambda step: None)
    assert not any(secret in path or secret.encode() in data for path, data in _bytes(clone.build).items())
    preview = replace(clone, build=clone.build / "serve")
    build(preview, lambda step: None, drafts=True)
    page = (preview.site / "articles" / secret / "index.html").read_text("utf-8")
    assert "brouillon" in page


@pytest.mark.parametrize(
    ("variable", "value"),
    [("SITE_URL", "exemple.fr"), ("SITE_URL", "https://exemple.fr/?a"), ("SOURCE_DATE_EPOCH", "x")],
)
def test_a_wrong_variable_is_named_in_french(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SiteError, match=f"{variable}.*attendu"):
        build(_clone(tmp_path), lambda step: None)


def test_under_a_sub_path_the_404_page_finds_its_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://exemple.fr/dossier/")
    clone = _clone(tmp_path)
    build(clone, lambda step: None)
    assert 'href="/dossier/assets/dossier.css"' in (clone.site / "404.html").read_text("utf-8")
    assert "https://exemple.fr/dossier/chronologie/" in (clone.site / "sitemap.xml").read_text("utf-8")
