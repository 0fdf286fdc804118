"""Reading content/, the originals and the theme's type from disk: nothing is understood here."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final
from unicodedata import normalize

from generator.load.document import SourceFile
from generator.load.unread import Unread
from generator.publish.typefaces import Typeface, Typefaces
from generator.reading.rules import Rule, own_rules, read_rules
from generator.routes import FOLDERS

_FOLDERS: Final = frozenset({*FOLDERS.values(), "assets"})
_LEFT_OUT: Final = re.compile(r"\.DS_Store|Thumbs\.db|.*~|#.*#")


def load(content: Path) -> tuple[SourceFile, ...]:
    """All files of a dossier's content folder, in the order of their paths; what can't be read is among them."""
    found = (file for file in _below(content, content) if not _is_clutter(Path(file.path)))
    return tuple(sorted(found, key=lambda file: file.path))


def load_originals(names: Iterable[str], folder: Path) -> dict[str, bytes]:
    """The originals that are at hand in a folder, by the names of their files."""
    return {name: (folder / name).read_bytes() for name in sorted(names) if (folder / name).is_file()}


def load_rules(content: Path) -> tuple[Rule, ...]:
    """The rules of noise: those of the dossier, then the generator's. Raises RuleError where one can't be used."""
    own = content / "bruit.toml"
    return (*(read_rules(own.read_text("utf-8-sig")) if own.is_file() else ()), *own_rules())


def load_typefaces(overrides: Path) -> Typefaces:
    """The theme's own type, as its pages have it."""
    return Typefaces(_typeface(overrides, "source-serif-4"), _typeface(overrides, "inter"))


def _typeface(overrides: Path, name: str) -> Typeface:
    latin, extended = (f"assets/fonts/{name}-{cut}-wght-normal.woff2" for cut in ("latin", "latin-ext"))
    return Typeface((overrides / latin).read_bytes(), (overrides / extended).read_bytes())


def _below(folder: Path, content: Path) -> Iterator[SourceFile]:
    """What stands in a folder and in those below it."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else []
    except PermissionError:
        yield _unread(folder, content, Unread.REFUSED_FOLDER)
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            if path.suffix == ".md":
                yield _unread(path, content, Unread.FOLDER)
            yield from _below(path, content)
        else:
            yield _read(path, content)


def _read(path: Path, content: Path) -> SourceFile:
    """One file, or why it can't be read."""
    try:
        why = _in_the_way(path, content)
        return _unread(path, content, why) if why else SourceFile(_name(path, content), path.read_bytes())
    except PermissionError:
        return _unread(path, content, Unread.REFUSED)


def _in_the_way(path: Path, content: Path) -> Unread | None:
    """What something that is no folder is instead of a file."""
    if path.is_dir():
        return Unread.LINKED_FOLDER
    if path.parent == content and path.name in _FOLDERS:
        return Unread.NOT_A_FOLDER
    if path.is_file():
        return None
    return Unread.NOTHING if path.is_symlink() else Unread.NO_FILE


def _unread(path: Path, content: Path, why: Unread) -> SourceFile:
    return SourceFile(_name(path, content), b"", why)


def _name(path: Path, content: Path) -> PurePosixPath:
    """The path from content/; its accents are composed, which some disks take apart in names."""
    return PurePosixPath(normalize("NFC", path.relative_to(content).as_posix()))


def _is_clutter(path: Path) -> bool:
    """Whether an editor's program or the system left this file: hidden, backup and swap files."""
    return any(part.startswith(".") for part in path.parts) or _LEFT_OUT.fullmatch(path.name) is not None
