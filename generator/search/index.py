"""Pagefind makes the index of a finished site, from a copy of its pages."""

import gzip
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Final

from pagefind.service import get_executable

from generator.memo import Compute, afresh
from generator.publish.site import SiteError
from generator.render.entries import Entry
from generator.routes import SEARCH_INDEX, address
from generator.search.copies import copied
from generator.text.french import spaced
from generator.words import Words

_FRAGMENT: Final = b"pagefind_dcd"
"""How an unpacked fragment begins, before its JSON."""
_NEEDED: Final = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "wasm.{language}.pagefind",
    "*.pf_meta",
    "index/*",
    "fragment/*",
)
"""What a browser asks for: Pagefind's own interfaces, which speak English and weigh half a megabyte, stay out."""


Copies = tuple[tuple[str, str, tuple[str, ...]], ...]
"""What is indexed: the path of each page in the site, its copy, and what it is filtered by."""


def copies_of(folder: Path, entries: tuple[Entry, ...], words: Words, compute: Compute = afresh) -> Copies:
    """What is to be indexed of a finished site."""
    paths = [f"{address(entry.uri)}index.html" for entry in entries]
    return tuple(
        (path, compute(copied, entry, (folder / path).read_text("utf-8"), words), entry.filters)
        for path, entry in zip(paths, entries, strict=True)
    )


def write_index(folder: Path, index: Mapping[str, bytes]) -> None:
    """Put an index into a site, in the place of another."""
    rmtree(folder / SEARCH_INDEX, ignore_errors=True)
    for path, data in index.items():
        target = folder / SEARCH_INDEX / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def indexed(copies: Copies, language: str) -> Mapping[str, bytes]:
    """The files of the index of some pages, by path: content alone decides their names and bytes.

    Raises SiteError where Pagefind refuses.
    What pages are filtered by is a table of our own: Pagefind writes filters in an order of chance.
    """
    with TemporaryDirectory() as workshop:
        top = Path(workshop)
        for path, html, _ in copies:
            target = top / "site" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(html, "utf-8", newline="\n")
        _run(top, language)
        made = top / "index"
        found = sorted(path for pattern in _NEEDED for path in made.glob(pattern.format(language=language)))
        files = {path.relative_to(made).as_posix(): path.read_bytes() for path in found}
    filters = {f"/{path.removesuffix('index.html')}": words for path, _, words in copies}
    table = {
        PurePosixPath(name).stem: filters[json.loads(gzip.decompress(data).removeprefix(_FRAGMENT))["url"]]
        for name, data in files.items()
        if name.startswith("fragment/")
    }
    return {**files, "filtres.json": json.dumps(table, separators=(",", ":")).encode()}


def _run(top: Path, language: str) -> None:
    """Run Pagefind in a folder of its own, where no settings but these reach it."""
    told = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    arguments = f"--site site --output-path index --force-language {language} --quiet".split()
    try:
        done = subprocess.run(
            [get_executable() or "pagefind", *arguments],
            cwd=top,
            env=told,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise SiteError(spaced(f"Pagefind, qui fait l’index de la recherche, ne démarre pas : {error}")) from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise SiteError(spaced(f"Pagefind n’a pas fait l’index de la recherche. Il signale : {said}"))
