"""Reading content/, the originals and the theme's type from disk: nothing is understood here."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from generator.document import SourceFile
from generator.typefaces import Typeface, Typefaces

_LEFT_OUT = {".DS_Store", "Thumbs.db"}


def load(content: Path) -> tuple[SourceFile, ...]:
    """All files of a dossier's content folder, in the order of their paths."""
    found = (path for path in content.rglob("*") if path.is_file() and not _is_clutter(path.relative_to(content)))
    return tuple(sorted((_read(path, content) for path in found), key=lambda file: file.path))


def load_originals(names: Iterable[str], folder: Path) -> dict[str, bytes]:
    """The originals that are at hand in a folder, by the names of their files."""
    return {name: (folder / name).read_bytes() for name in sorted(names) if (folder / name).is_file()}


def load_typefaces(overrides: Path) -> Typefaces:
    """The theme's own type, as its pages have it."""
    return Typefaces(_typeface(overrides, "source-serif-4"), _typeface(overrides, "inter"))


def _typeface(overrides: Path, name: str) -> Typeface:
    latin, extended = (f"assets/fonts/{name}-{cut}-wght-normal.woff2" for cut in ("latin", "latin-ext"))
    return Typeface((overrides / latin).read_bytes(), (overrides / extended).read_bytes())


def _read(path: Path, content: Path) -> SourceFile:
    """One file; its accents are composed, which some disks take apart in names."""
    name = normalize("NFC", path.relative_to(content).as_posix())
    return SourceFile(PurePosixPath(name), path.read_bytes())


def _is_clutter(path: Path) -> bool:
    """Whether an editor's program or the system left this file: hidden, backup and swap files."""
    return any(part.startswith(".") for part in path.parts) or path.name in _LEFT_OUT or path.name.endswith("~")
