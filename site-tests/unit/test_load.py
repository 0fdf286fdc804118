"""Reading content/ from disk."""

import os
from pathlib import Path
from unicodedata import normalize

import pytest

from generator.check import check
from generator.load.disk import load
from generator.load.unread import Unread


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.md", "a.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    found = load(tmp_path)
    assert [str(file.path) for file in found] == ["a/z.md", "a.md", "b.md"]
    assert [file.data for file in found] == [b"a/z.md", b"a.md", b"b.md"]


def test_what_editors_and_systems_leave_behind_is_left_out(tmp_path: Path) -> None:
    for name in (".a.md.swp", "a.md~", "#a.md#", ".DS_Store", "Thumbs.db", ".git/config", "a.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [str(file.path) for file in load(tmp_path)] == ["a.md"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "content") == ()


def test_a_name_means_the_same_however_a_disk_writes_its_accents(tmp_path: Path) -> None:
    (tmp_path / normalize("NFD", "été.png")).touch()
    assert [str(file.path) for file in load(tmp_path)] == ["été.png"]


def refuse(tested: pytest.MonkeyPatch, method: object, name: str) -> None:
    """Have the system refuse what has a name: root, who runs many tests, is refused nothing."""
    real = getattr(method, name)

    def refusing(path: object, *more: object) -> object:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *more)

    tested.setattr(method, name, refusing)


def test_a_file_that_the_system_refuses_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "secret").touch()
    refuse(monkeypatch, Path, "read_bytes")
    files = load(tmp_path)
    assert [(str(file.path), file.unread) for file in files] == [("assets/secret", Unread.REFUSED)]
    assert "content/assets/secret:1: E010" in "\n".join(map(str, check(files).problems))


def test_a_folder_that_the_system_refuses_is_named_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").mkdir()
    refuse(monkeypatch, os, "scandir")
    files = load(tmp_path)
    assert [(str(file.path), file.unread) for file in files] == [("secret", Unread.REFUSED_FOLDER)]
    assert {problem.code for problem in check(files).problems} == {"E007", "E010"}


@pytest.mark.parametrize(
    ("name", "why"),  # « gone.md » leads to itself
    [
        ("events", Unread.LINKED_FOLDER),
        ("gone.md", Unread.NOTHING),
        ("a.md", Unread.NOTHING),
        ("pipe.md", Unread.NO_FILE),
    ],
)
def test_what_is_no_file_is_named(tmp_path: Path, name: str, why: Unread) -> None:
    if why is Unread.NO_FILE:
        os.mkfifo(tmp_path / name)
    else:
        (tmp_path / name).symlink_to(tmp_path if why is Unread.LINKED_FOLDER else tmp_path / "gone.md")
    assert [(str(file.path), file.unread) for file in load(tmp_path)] == [(name, why)]
