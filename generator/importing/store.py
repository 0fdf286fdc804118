"""Writing an imported article and its original: only new files, whole or not at all."""

import os
import re
from pathlib import Path
from tempfile import NamedTemporaryFile

from generator.importing.outcome import Outcome
from generator.importing.written import article_file
from generator.text.french import slug


def store(made: Outcome, articles: Path, originals: Path) -> Path:
    """Put the original and then the article where they belong; gives the article's path.

    Nothing that exists is touched. Raises OSError, FileExistsError where an article of this name came in between.
    """
    original = _keep(made.draft.source.data, _name(made), originals)
    articles.mkdir(parents=True, exist_ok=True)
    path = articles / f"{made.id}.md"
    create(path, article_file(made.draft, original).encode("utf-8"))
    return path


def create(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet, whole or not at all. Raises FileExistsError."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(data)
    try:
        Path(file.name).chmod(0o644)
        os.link(file.name, path)  # the one way to put a whole file in place that overwrites none
    finally:
        Path(file.name).unlink()


def _name(made: Outcome) -> str:
    """The file's own name, unless some system or a Markdown page would not take it as it is."""
    path = Path(made.draft.source.name)
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", path.name):
        return path.name
    return f"{slug(path.stem) or made.id}{path.suffix.lower()}"


def _keep(data: bytes, name: str, originals: Path) -> str:
    """The name under which the original lies: its own or, where another file has that one, the next that is free."""
    originals.mkdir(parents=True, exist_ok=True)
    path = Path(name)
    number = 1
    while True:
        there = originals / (name if number == 1 else f"{path.stem}-{number}{path.suffix}")
        if there.is_file() and there.read_bytes() == data:
            return there.name
        if not there.exists():
            create(there, data)
            return there.name
        number += 1
