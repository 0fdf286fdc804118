"""How the cost of checking and of linking grows with the articles of a dossier."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Final

from made import write_dossier

from bench.figures import Figure
from generator.check import Checked, check
from generator.link.library import library
from generator.load.disk import load
from generator.load.document import SourceFile

_FEW: Final = 1_000
_MANY: Final = 10_000
_ROUNDS: Final = 2


def measure(workshop: Path) -> Iterator[Figure]:
    """Check and link a made dossier of ten thousand articles, and one of a thousand, in turn."""
    files = {number: _files(workshop / str(number), number) for number in (_FEW, _MANY)}
    checked = {number: check(found) for number, found in files.items()}
    yield _growth("checking", lambda number: check(files[number]))
    yield _growth("linking", lambda number: _linked(checked[number]))


def _files(folder: Path, articles: int) -> tuple[SourceFile, ...]:
    write_dossier(folder, articles=articles, events=articles // 10, leaders=60, places=60)
    return tuple(load(folder))


def _linked(checked: Checked) -> None:
    assert checked.dossier
    library(checked.dossier)


def _growth(what: str, work: Callable[[int], object]) -> Figure:
    """Milliseconds of the processor for each."""
    spent: dict[int, list[float]] = {_MANY: [], _FEW: []}
    for _ in range(_ROUNDS):
        for number, times in spent.items():
            start = process_time()
            work(number)
            times.append(1000 * (process_time() - start))
    return Figure(f"{what} {_MANY:,} articles", "ms", tuple(spent[_MANY]), f"{_FEW:,}", tuple(spent[_FEW]))
