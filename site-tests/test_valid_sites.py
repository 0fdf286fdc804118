"""Each folder of sites/valid is a small dossier and the files that come of it.

A case holds only the files in which it differs from sites/base, and in pages.txt the files of
build/docs that it is about (`*`: all but the scripts of maps). A new case is a new folder: run
pytest with --accept, then read what it wrote under expected/.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from harness import Golden, overlaid

from generator.check import check
from generator.link.library import library
from generator.load.disk import load
from generator.load.document import SourceFile
from generator.render import render
from generator.words import words_in

SITES = Path(__file__).parent / "sites"
CASES = sorted(folder for folder in (SITES / "valid").iterdir() if folder.is_dir())

_MAP = re.compile(r"<figure class=\"carte.*?</figure>")
"""Maps have tests of their own: a line of numbers tells no reader of a page anything."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_these_pages_come_of_it(case: Path, golden: Golden) -> None:
    files = _files(overlaid(SITES / "base", case))
    asked = (case / "pages.txt").read_text("utf-8").split()
    everything = sorted(path for path in files if not path.startswith("assets/carte/"))
    for path in everything if asked == ["*"] else asked:
        golden(case / "expected" / path, _MAP.sub("<figure>…</figure>", files[path].decode("utf-8")))
    expected = {p.relative_to(case / "expected").as_posix() for p in (case / "expected").rglob("*") if p.is_file()}
    assert expected == set(everything if asked == ["*"] else asked)


def _files(sources: Iterable[SourceFile]) -> dict[str, bytes]:
    checked = check(sources)
    assert checked.dossier is not None, [str(problem) for problem in checked.problems]
    return render(library(checked.dossier, checked.verifications, checked.dead), checked.media, words_in("fr"))


def test_accents_written_as_two_characters_give_the_same_pages() -> None:
    composed = load(SITES / "base" / "content")
    decomposed = [replace(file, data=normalize("NFD", file.data.decode("utf-8")).encode()) for file in composed]
    assert decomposed != list(composed)
    assert _files(decomposed) == _files(composed)
