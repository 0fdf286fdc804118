"""Importing a folder: how its cost grows with the texts that there are."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from tracemalloc import get_traced_memory
from tracemalloc import start as start_tracing
from tracemalloc import stop as stop_tracing
from typing import Final

from bench.figures import Figure
from generator.config import folders
from generator.importing.draft import Given
from generator.importing.outcome import outcome, shelve
from generator.importing.shelf import shelf
from generator.importing.source import Source, source
from generator.importing.twins import Known, Texts
from generator.reading.rules import own_rules

_ROOT: Final = Path(__file__).resolve().parents[2]
_FEW: Final = 100
_MANY: Final = 1_000
_ALL: Final = 10_000
_OWN: Final = 0.3
"""The part of its words that each copy of a made text has of its own: no more than half may be shared by two."""


def measure(_: Path) -> Iterator[Figure]:
    """Import made texts, ten times as many beside a part of them, and ask for twins among ten times as many."""
    texts = tuple(_made(_MANY))
    yield Figure(
        f"importing {_MANY:,} texts",
        "ms",
        tuple(_imported(texts) for _ in range(3)),
        f"{_FEW} of them",
        tuple(_imported(texts[:: _MANY // _FEW]) for _ in range(3)),
    )
    yield _among("asking for the twin of each of a thousand texts", "ms", _asked)
    yield _among("keeping the texts", "bytes", _kept)


def _made(number: int) -> Iterator[Source]:
    """Copies of the made texts, each with other words here and there, so that none repeats another."""
    dice = random.Random(1898)
    raws = [path.read_text("utf-8") for path in sorted((_ROOT / "site-tests" / "texts").glob("*/*.txt"))]
    words = sorted({word for raw in raws for word in raw.split() if word.isalpha()})
    for at in range(number):
        said = raws[at % len(raws)].split(" ")
        other = (dice.choice(words) if word.isalpha() and dice.random() < _OWN else word for word in said)
        yield source(f"{at:05}.txt", " ".join(other).encode())


def _imported(texts: Sequence[Source]) -> float:
    state = shelf(folders(_ROOT), own_rules())
    start = process_time()
    for text in texts:
        made = outcome(text, state, Given())
        if not made.doubled:
            shelve(made, state)
    return 1000 * (process_time() - start)


def _asked(number: int) -> float:
    texts = _filled(number)
    asked = [_shingles(at) for at in range(0, number, number // 1_000)]
    start = process_time()
    found = [texts.twin("", of) for of in asked]
    spent = 1000 * (process_time() - start)
    assert all(found)
    return spent


def _kept(number: int) -> float:
    start_tracing()
    texts = _filled(number)
    size, _ = get_traced_memory()
    stop_tracing()
    assert len(texts) == number
    return float(size)


def _among(what: str, unit: str, taken: Callable[[int], float]) -> Figure:
    many, few = (tuple(taken(number) for _ in range(3)) for number in (_ALL, _MANY))
    return Figure(f"{what}, {_ALL:,} being there", unit, many, f"{_MANY:,}", few)


def _filled(number: int) -> Texts:
    texts = Texts()
    for at in range(number):
        texts.add(Known(f"fait-{at}", None, None, None), _shingles(at))
    return texts


def _shingles(number: int) -> frozenset[int]:
    """Those of a text of four hundred words of its own, and of ten phrases that a few hundred others have."""
    own = (hash((number, at)) for at in range(400))
    return frozenset((*own, *(hash((number % 37, "phrase", at)) for at in range(10))))
