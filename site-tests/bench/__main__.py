"""Take every measurement, or those named: `python -m bench [carte …]`, from site-tests/."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench import contradictions, crowded_map, growing, importing, reading, searching, serve, unseen
from bench.figures import Figure

_ALL: Final[Mapping[str, Callable[[Path], Iterator[Figure]]]] = {
    "contradictions": contradictions.measure,
    "carte": crowded_map.measure,
    "serve": serve.measure,
    "lecture": reading.measure,
    "import": importing.measure,
    "croissance": growing.measure,
    "recherche": searching.measure,
    "aveugle": unseen.measure,
}


def main(names: list[str]) -> None:
    """Print each figure as soon as it is there."""
    for name in names or _ALL:
        with TemporaryDirectory() as workshop:
            for figure in _ALL[name](Path(workshop)):
                print(figure, flush=True)


main(sys.argv[1:])
