"""How many planted contradictions the machine finds, and how many it invents: counted, not timed."""

from collections.abc import Iterator
from pathlib import Path

from planted import searched

from bench.figures import Figure


def measure(_: Path) -> Iterator[Figure]:
    """Print what was found, then each contradiction that only a reader sees."""
    found = searched()
    print(found, flush=True)
    for anchor, rule in found.planted.items():
        if not rule:
            print(f"  for a reader alone: {anchor}", flush=True)
    yield from ()
