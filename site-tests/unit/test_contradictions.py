"""How many planted contradictions the machine finds, and how many it invents.

`sites/contradictions` is a dossier over `sites/base` with those listed in contradictions.psv, among as many claims that
agree: reprints, approximate dates, other units, places within places, a last time beside the article's own news.
"""

from pathlib import Path

import pytest
from harness import overlaid

from generator.check import check
from generator.claims.divergences import Divergence
from generator.library import library

SITES = Path(__file__).resolve().parents[1] / "sites"


@pytest.fixture(scope="module")
def found() -> dict[str, Divergence]:
    checked = check(overlaid(SITES / "base", SITES / "contradictions"))
    assert checked.dossier is not None, checked.problems
    return {divergence.anchor: divergence for divergence in library(checked.dossier).divergences}


@pytest.fixture(scope="module")
def planted() -> dict[str, str]:
    """The rule that is to find each contradiction, by its anchor; nothing where none can."""
    lines = (SITES / "contradictions" / "contradictions.psv").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if not line.startswith("#")]
    return {anchor: rule for anchor, rule, _ in rows}


def test_twelve_of_fourteen_are_found_and_none_invented(found: dict[str, Divergence], planted: dict[str, str]) -> None:
    by_machine = {
        (anchor, finding.rule.value) for anchor, divergence in found.items() for finding in divergence.findings
    }
    assert by_machine == {(anchor, rule) for anchor, rule in planted.items() if rule}
    assert (len(by_machine), len(planted)) == (12, 14)


def test_texts_that_differ_are_shown_though_the_machine_does_not_judge_them(found: dict[str, Divergence]) -> None:
    (words,) = (divergence for anchor, divergence in found.items() if anchor.endswith("--text--ton"))
    assert words.disagree
    assert words.findings == ()


def test_what_stands_against_a_claim_is_named(found: dict[str, Divergence]) -> None:
    (last,) = found["evenements--entretien-geneve-2029-03-12--last--toutes"].findings
    assert [event.id for event in last.events] == ["visite-paris-2030-02-18", "visite-lausanne-2030-06-21"]
    (weekday,) = found["evenements--visite-paris-2030-02-18--date"].findings
    assert (str(weekday.date), weekday.weekday) == ("2030-02-18", "mardi")
