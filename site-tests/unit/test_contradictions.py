"""How many planted contradictions the machine finds, and how many it invents.

`sites/contradictions` is a dossier over `sites/base` with those listed in contradictions.psv, among as many claims that
agree: reprints, approximate dates, other units, places within places, a winter that goes by its first year, a first
that another may have followed, a last time beside the article's own news.
"""

import pytest
from planted import Found, searched


@pytest.fixture(scope="module")
def found() -> Found:
    return searched()


def test_fourteen_of_sixteen_are_found_and_none_invented(found: Found) -> None:
    assert found.by_machine == {(anchor, rule) for anchor, rule in found.planted.items() if rule}
    assert str(found) == "planted contradictions: 14 of 16 found, 0 false"


def test_texts_that_differ_are_shown_though_the_machine_does_not_judge_them(found: Found) -> None:
    (words,) = (divergence for anchor, divergence in found.divergences.items() if anchor.endswith("--text--ton"))
    assert words.disagree
    assert words.findings == ()


def test_what_stands_against_a_claim_is_named(found: Found) -> None:
    (last,) = found.divergences["evenements--entretien-geneve-2029-03-12--last--toutes"].findings
    assert [event.id for event in last.events] == ["visite-paris-2030-02-18", "visite-lausanne-2030-06-21"]
    (weekday,) = found.divergences["evenements--visite-paris-2030-02-18--date"].findings
    assert (str(weekday.date), weekday.weekday) == ("2030-02-18", "mardi")
