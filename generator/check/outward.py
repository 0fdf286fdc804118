"""Addresses of other sites that no longer answer and have no archived copy."""

from collections.abc import Iterator

from generator.addresses.links import lost
from generator.check.reading import Reading
from generator.diagnostics import Problem


def outward(reading: Reading) -> Iterator[Problem]:
    """Addresses that are recorded as dead."""
    yield from lost(reading.records, reading.documents, reading.dead)
