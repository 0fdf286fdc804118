"""What tests have in their hands."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.document import SourceFile
from generator.load import load
from generator.pipeline import Summary

Golden = Callable[[Path, str], None]
"""Compares a text with a file that holds what is expected of it."""


def overlaid(base: Path, case: Path) -> tuple[SourceFile, ...]:
    """The content of a dossier with that of a case laid over it, less what the case's removed.txt names."""
    files = {file.path: file for file in load(base / "content")}
    files |= {file.path: file for file in load(case / "content")}
    removed = case / "removed.txt"
    for line in removed.read_text("utf-8").splitlines() if removed.exists() else ():
        del files[PurePosixPath(line)]
    return tuple(files.values())


@dataclass(frozen=True)
class Site:
    """A built site and the address at which it is served."""

    folder: Path
    address: str
    summary: Summary

    @property
    def pages(self) -> tuple[str, ...]:
        """The paths of all pages, from the site's root."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return tuple(sorted("/" + path.removesuffix("index.html") for path in found))


@dataclass
class Watch:
    """What a page said and asked for."""

    console: list[str]
    foreign: list[str]
