"""The contradictions planted in `sites/contradictions`, and what the machine finds of them."""

from dataclasses import dataclass
from pathlib import Path

from harness import overlaid

from generator.check import check
from generator.claims.divergences import Divergence
from generator.link.library import library

SITES = Path(__file__).resolve().parent / "sites"


@dataclass(frozen=True, slots=True)
class Found:
    """What is planted, by the anchor of its divergence with the rule that is to find it, and what was found."""

    planted: dict[str, str]
    divergences: dict[str, Divergence]

    @property
    def by_machine(self) -> frozenset[tuple[str, str]]:
        """Each finding, as its anchor and its rule."""
        return frozenset((at, found.rule.value) for at, one in self.divergences.items() for found in one.findings)

    def __str__(self) -> str:
        right = len(self.by_machine & set(self.planted.items()))
        false = len(self.by_machine) - right
        return f"planted contradictions: {right} of {len(self.planted)} found, {false} false"


def searched() -> Found:
    """Search the made dossier."""
    checked = check(overlaid(SITES / "base", SITES / "contradictions"))
    assert checked.dossier is not None, checked.problems
    lines = (SITES / "contradictions" / "contradictions.psv").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if not line.startswith("#")]
    return Found({at: rule for at, rule, _ in rows}, {one.anchor: one for one in library(checked.dossier).divergences})
