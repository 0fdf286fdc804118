"""Reading content/ from disk."""

from pathlib import Path
from unicodedata import normalize

from generator.load import load


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.md", "a.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    found = load(tmp_path)
    assert [str(file.path) for file in found] == ["a/z.md", "a.md", "b.md"]
    assert [file.data for file in found] == [b"a/z.md", b"a.md", b"b.md"]


def test_what_editors_and_systems_leave_behind_is_left_out(tmp_path: Path) -> None:
    for name in (".a.md.swp", "a.md~", ".DS_Store", "Thumbs.db", ".git/config", "a.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [str(file.path) for file in load(tmp_path)] == ["a.md"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "content") == ()


def test_a_name_means_the_same_however_a_disk_writes_its_accents(tmp_path: Path) -> None:
    (tmp_path / normalize("NFD", "été.png")).touch()
    assert [str(file.path) for file in load(tmp_path)] == ["été.png"]
