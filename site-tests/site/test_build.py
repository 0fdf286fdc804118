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
from generator.publish.site import SiteError
from generator.text.french import count, typeset

ROOT = Path(__file__).resolve().parents[2]
SHUFFLED = ROOT / "site-tests" / "shuffled"

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


ELSEWHERE = {
    "east": {
        "TZ": "Pacific/Auckland",
        "PYTHONHASHSEED": "1",
        "LISTING_SEED": "1",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "utf-8",
    },
    "west": {
        "TZ": "America/Adak",
        "PYTHONHASHSEED": "2",
        "LISTING_SEED": "2",
        "LC_ALL": "C.UTF-8",
        "PYTHONOPTIMIZE": "1",
    },
}
"""Time zone, order of sets and of folders, locale and encoding, and whether assertions run."""


def _run(where: str, folder: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, **ELSEWHERE[where], "PYTHONPATH": f"{SHUFFLED}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("where", ELSEWHERE)
def test_another_clone_another_place_gives_the_same_bytes(site: Site, tmp_path: Path, where: str) -> None:
    clone = _clone(tmp_path / where)
    _run(where, clone.root, "-m", "generator", "build")
    assert _bytes(clone.site) == _bytes(site.folder)


def test_elsewhere_folders_are_listed_in_another_order_and_in_another_encoding(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / str(number)).touch()
    asked = "import os, sys; print(os.listdir(), [e.name for e in os.scandir()], open('0').encoding)"
    told = {_run(where, tmp_path, "-c", asked) for where in ELSEWHERE}
    assert len(told) == 2
    assert any("ascii" in text.lower() or "ANSI" in text for text in told)


def test_what_was_built_before_leaves_no_trace(site: Site, real: Folders, tmp_path: Path) -> None:
    clone = _clone(tmp_path)
    articles = sorted((clone.content / "articles").iterdir())
    written = [article.read_text("utf-8") for article in articles]
    articles[0].write_text(written[0].replace("status: published", "status: draft"), "utf-8")
    build(clone, lambda step: None)
    articles[0].write_text(written[0], "utf-8")
    articles[1].write_text(written[1].replace("title: ", "title: Autre titre, "), "utf-8")
    build(clone, lambda step: None)
    articles[1].write_text(written[1], "utf-8")
    build(clone, lambda step: None)
    assert _bytes(clone.docs) == _bytes(real.docs)
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


def _small(top: Path) -> Folders:
    shutil.copytree(ROOT / "site-tests" / "sites" / "base" / "content", top / "content")
    return folders(top)


def _typed(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `dossier build` says in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "40", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_on_a_terminal_the_steps_are_one_moving_line(tmp_path: Path) -> None:
    done = _typed(_small(tmp_path).root, FORCE_COLOR="1", TERM="xterm", COLUMNS="80")
    assert done.returncode == 0
    assert "\x1b[2K" in done.stdout
    assert "MkDocs…" in done.stdout
    assert "\x1b[2KSite construit en " in done.stdout.splitlines()[-2]


def test_a_build_that_fails_says_why_and_what_still_stands(tmp_path: Path) -> None:
    where = _small(tmp_path)
    settings = where.content / "dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("title:", "titre:", 1), "utf-8")
    done = _typed(where.root)
    assert done.returncode == 1
    problem, tally, last = done.stderr.splitlines()
    assert problem.startswith("content/dossier.yml:1: E102 ")
    assert tally == "1 erreur, 0 avertissement."
    assert last == typeset("Le site n’a pas été reconstruit ; le précédent, s’il existe, est intact.")


def test_a_file_that_the_system_refuses_is_named_in_french(tmp_path: Path) -> None:
    where = _small(tmp_path)
    where.build.touch()
    done = _typed(where.root)
    assert done.returncode == 1
    assert done.stderr.startswith(typeset(f"Ce fichier ne peut servir : {where.build}"))
    assert "n’en est pas un" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("file", "what", "by", "fault"),
    [
        ("mkdocs.yml", "carte.md", "nulle-part.md", "le menu mène à .*nulle-part.md"),
        (
            "overrides/main.html",
            "{% block content %}",
            '<script src="//ailleurs.example/a.js"></script>',
            "chez un tiers",
        ),
    ],
)
def test_a_theme_whose_pages_may_not_be_published_stops_the_build(
    tmp_path: Path, file: str, what: str, by: str, fault: str
) -> None:
    where = _small(tmp_path)
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    written = (tmp_path / file).read_text("utf-8")
    assert what in written
    (tmp_path / file).write_text(written.replace(what, by + what if "%" in what else by), "utf-8")
    with pytest.raises(SiteError, match=fault):
        build(folders(tmp_path), lambda step: None)
    assert not where.site.exists()


def test_without_a_published_article_there_is_a_site(tmp_path: Path) -> None:
    where = _small(tmp_path)
    (article,) = (where.content / "articles").iterdir()
    article.write_text(article.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    assert build(where, lambda step: None).articles == 0


def test_a_build_tells_its_steps_and_its_summary(tmp_path: Path) -> None:
    clone = _clone(tmp_path)
    done = _typed(clone.root)
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
