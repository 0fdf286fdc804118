"""How much noise is found in texts whose wordings nobody has read: each set of made texts in turn.

What only one set needs is taken away before that set is scored: of every rule, and of every clue, the alternatives
without which it still says the same of the other sets. So a wording that was learnt from a set does not help it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from scoring import Tally, noise_score

from bench.figures import Figure
from bench.written import written
from generator.reading.aligned import align
from generator.reading.evidence import Clue, Scales, own_scales
from generator.reading.lines import lines_of
from generator.reading.rules import Reach, Rule, flat, own_rules

TEXTS: Final = Path(__file__).resolve().parents[2] / "site-tests" / "texts"
_LONGEST: Final = 420
_PARSER: Final[Any] = import_module("re._parser")


@dataclass(frozen=True, slots=True)
class _Set:
    """A folder of texts: whole ones and their lines, as patterns see them."""

    folder: Path
    texts: tuple[str, ...]
    lines: tuple[str, ...]


def measure(_: Path) -> Iterator[Figure]:
    """Print precision and recall of noise for each set: with all rules, without what it taught, without any rule."""
    sets = tuple(_read(folder) for folder in sorted(path for path in TEXTS.iterdir() if path.is_dir()))
    ways: tuple[tuple[str, Callable[[Sequence[_Set]], tuple[Sequence[Rule], Scales]]], ...] = (
        ("all", lambda _: (own_rules(), own_scales())),
        ("rules unseen", lambda others: (_rules(others), own_scales())),
        ("rules and clues unseen", lambda others: (_rules(others), _scales(others))),
        ("no rules", lambda _: ((), own_scales())),
    )
    for name, way in ways:
        total = Tally()
        for one in sets:
            tally = noise_score(one.folder, *way([other for other in sets if other is not one]))
            total = Tally(total.right + tally.right, total.wrong + tally.wrong, total.missed + tally.missed)
            print(f"{name}, {one.folder.name}: {tally}", flush=True)
        print(f"{name}, together: {total}", flush=True)
    yield from ()


def _read(folder: Path) -> _Set:
    texts = tuple(align(path.read_bytes().decode("utf-8")).text for path in sorted(folder.glob("*.txt")))
    lines = (line.text for text in texts for line in lines_of(text))
    return _Set(folder, tuple(map(flat, texts)), tuple(flat(line) for line in lines if len(line) <= _LONGEST))


def _rules(others: Sequence[_Set]) -> tuple[Rule, ...]:
    found = []
    for rule in own_rules():
        pattern = rule.pattern
        if rule.reach is Reach.PASSAGE:
            kept = _served(pattern, [text for one in others for text in one.texts], whole=False)
        else:
            kept = _served(pattern, [line for one in others for line in one.lines], whole=True)
        found += [replace(rule, pattern=kept)] if kept else []
    return tuple(found)


def _scales(others: Sequence[_Set]) -> Scales:
    lines = [line for one in others for line in one.lines]
    kept: list[Clue] = []
    for clue in own_scales().clues:
        pattern = _served(clue.pattern, lines, whole=False)
        kept += [replace(clue, pattern=pattern)] if pattern else []
    return replace(own_scales(), clues=tuple(kept))


def _served(pattern: re.Pattern[str], lines: Sequence[str], *, whole: bool) -> re.Pattern[str] | None:
    """A pattern without the alternatives that these lines do not need, or None if it describes none of them."""

    def describes(one: re.Pattern[str], line: str) -> bool:
        return (one.fullmatch(line) if whole else one.search(line)) is not None

    needed = [line for line in lines if describes(pattern, line)]
    if not needed:
        return None
    tree = _PARSER.parse(pattern.pattern, pattern.flags)
    served = pattern
    for options in tuple(_branches(tree)):
        for option in tuple(options):
            if len(options) == 1:
                break
            at = next(n for n, other in enumerate(options) if other is option)
            options.pop(at)
            shorter = re.compile(written(tree), pattern.flags)
            if all(describes(shorter, line) for line in needed):
                served = shorter
            else:
                options.insert(at, option)
    return served


def _branches(items: Any) -> Iterator[list[Any]]:
    """The lists of alternatives in a parsed pattern, those around others first."""
    for op, value in items:
        if str(op) == "BRANCH":
            yield value[1]
        for part in _nested(value):
            yield from _branches(part)


def _nested(value: Any) -> Iterator[Any]:
    if isinstance(value, _PARSER.SubPattern):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _nested(part)
