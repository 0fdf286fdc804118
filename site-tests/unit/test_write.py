"""Files on disk: only what differs is written, only what was written is removed."""

from pathlib import Path

from generator.publish.write import Written, write


def test_files_are_written_once_and_stale_ones_removed(tmp_path: Path) -> None:
    docs, record = tmp_path / "docs", tmp_path / "docs.json"
    assert write({"a.md": b"1", "b/c.md": b"2"}, docs, record) == Written(2, 0)
    before = (docs / "a.md").stat().st_mtime_ns
    assert write({"a.md": b"1", "b/c.md": b"3"}, docs, record) == Written(1, 0)
    assert (docs / "a.md").stat().st_mtime_ns == before
    assert write({"a.md": b"1"}, docs, record) == Written(0, 1)
    assert sorted(path.name for path in docs.iterdir()) == ["a.md"]


def test_a_file_that_somebody_else_put_there_stays(tmp_path: Path) -> None:
    docs, record = tmp_path / "docs", tmp_path / "docs.json"
    write({"b/c.md": b"2"}, docs, record)
    (docs / "b" / "mine.txt").write_text("mine", "utf-8")
    write({}, docs, record)
    assert [path.relative_to(docs).as_posix() for path in docs.rglob("*.*")] == ["b/mine.txt"]


def test_a_file_that_vanished_is_written_again(tmp_path: Path) -> None:
    docs, record = tmp_path / "docs", tmp_path / "docs.json"
    write({"a.md": b"1"}, docs, record)
    (docs / "a.md").unlink()
    assert write({"a.md": b"1"}, docs, record) == Written(1, 0)
