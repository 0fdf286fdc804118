"""What is watched is followed through removal and return, and nothing beside it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from generator.serve.watch import Watch

SOON = 5.0
"""Seconds within which a change must have been told."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with what is watched, a folder and a file, and what is not."""
    (tmp_path / "contenu" / "articles").mkdir(parents=True)
    (tmp_path / "reglages.yml").write_text("a: 1\n", "utf-8")
    (tmp_path / "autre").mkdir()
    return tmp_path


@pytest.fixture
def changed() -> Event:
    """Set when something has changed."""
    return Event()


@pytest.fixture
def watch(root: Path, changed: Event) -> Iterator[Watch]:
    """The watch over both."""
    watch = Watch((root / "contenu", root / "reglages.yml"), changed)
    yield watch
    watch.stop()


def _told(changed: Event) -> bool:
    told = changed.wait(SOON)
    changed.clear()
    return told


@pytest.mark.usefixtures("watch")
def test_a_file_that_is_replaced_is_still_followed(root: Path, changed: Event) -> None:
    for text in ("a: 2\n", "a: 3\n"):
        (root / "reglages.neuf").write_text(text, "utf-8")
        (root / "reglages.neuf").replace(root / "reglages.yml")
        assert _told(changed)


def test_a_folder_that_comes_back_is_followed_anew(root: Path, watch: Watch, changed: Event) -> None:
    content = root / "contenu"
    for _ in range(2):
        shutil.rmtree(content)
        assert _told(changed)
        watch.renew()
        (content / "articles").mkdir(parents=True)
        assert _told(changed)
        watch.renew()
        changed.clear()
        (content / "articles" / "un.md").write_text("Un.\n", "utf-8")
        assert _told(changed)


def test_a_folder_that_is_put_aside_and_back_is_followed(root: Path, watch: Watch, changed: Event) -> None:
    content = root / "contenu"
    content.rename(root / "ailleurs")
    assert _told(changed)
    watch.renew()
    (root / "ailleurs").rename(content)
    assert _told(changed)
    watch.renew()
    changed.clear()
    (content / "un.md").write_text("Un.\n", "utf-8")
    assert _told(changed)


@pytest.mark.usefixtures("watch")
def test_what_stands_beside_is_nobody_s_business(root: Path, changed: Event) -> None:
    (root / "autre" / "note.txt").write_text("…", "utf-8")
    (root / "note.txt").write_text("…", "utf-8")
    (root / "note.txt").unlink()
    assert not changed.wait(0.3)
