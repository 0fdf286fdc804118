"""Reading content/ from disk: nothing is understood here."""

from pathlib import Path, PurePosixPath

from generator.document import SourceFile

_LEFT_OUT = {".DS_Store", "Thumbs.db"}


def load(content: Path) -> tuple[SourceFile, ...]:
    """All files of a dossier's content folder, in the order of their paths."""
    found = (path for path in content.rglob("*") if path.is_file() and not _is_clutter(path.relative_to(content)))
    files = (SourceFile(PurePosixPath(path.relative_to(content).as_posix()), path.read_bytes()) for path in found)
    return tuple(sorted(files, key=lambda file: file.path))


def _is_clutter(path: Path) -> bool:
    """Whether an editor's program or the system left this file: hidden, backup and swap files."""
    return any(part.startswith(".") for part in path.parts) or path.name in _LEFT_OUT or path.name.endswith("~")
