"""What a measurement gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value beside another of the same unit, measured in turn with it."""

    what: str
    unit: str
    values: tuple[float, ...]
    against: str
    others: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the one to the median of the other: a noisy machine slows both."""
        return median(self.values) / median(self.others)

    def __str__(self) -> str:
        return (
            f"{self.what}: {_told(self.values)} {self.unit}\n"
            f"  against {self.against}: {_told(self.others)} {self.unit}; ratio {self.ratio:.2f}"
        )


def _told(values: Sequence[float]) -> str:
    return f"{median(values):,.0f} ({min(values):,.0f}–{max(values):,.0f})"
