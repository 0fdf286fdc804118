"""Which things' pages lead to a divergence about something else: on the made contradictions, by a table."""

from pathlib import Path

import pytest
from harness import overlaid

from generator.check import check
from generator.link.library import Library, library
from generator.link.touched import divergences_touching
from generator.model import Event, Leader, Place

SITES = Path(__file__).resolve().parents[1] / "sites"


@pytest.fixture(scope="module")
def contradictions() -> Library:
    """The made dossier with its planted contradictions."""
    checked = check(overlaid(SITES / "base", SITES / "contradictions"))
    assert checked.dossier is not None, checked.problems
    return library(checked.dossier)


@pytest.mark.parametrize(
    ("kind", "id_", "leads_to"),
    [
        ("evenements", "visite-lausanne-2030-06-21", {"evenements--entretien-geneve-2029-03-12--last--toutes"}),
        ("evenements", "appel-2029-09-04", {"evenements--appel-2030-11-05--first"}),
        ("evenements", "sommet-paris-2031-09", {"evenements--accord-2031-01-20--after"}),
        ("lieux", "palais", {"evenements--entretien-geneve-2029-03-12--place"}),
        ("lieux", "evian", set()),
        ("dirigeants", "ines-roche", {"evenements--visite-lausanne-2030-06-21--participants"}),
    ],
)
def test_a_thing_that_occurs_in_a_divergence_leads_to_it(
    contradictions: Library, kind: str, id_: str, leads_to: set[str]
) -> None:
    things: dict[str, tuple[Event | Leader | Place, ...]]
    things = {"evenements": contradictions.events, "lieux": contradictions.places, "dirigeants": contradictions.leaders}
    (thing,) = (thing for thing in things[kind] if thing.id == id_)
    found = {one.anchor for one in divergences_touching(contradictions, thing)}
    assert leads_to <= found
    assert leads_to or not found


def test_no_thing_leads_to_its_own_divergence_twice(contradictions: Library) -> None:
    things: tuple[Event | Leader | Place, ...]
    things = (*contradictions.events, *contradictions.places, *contradictions.leaders)
    for thing in things:
        found = divergences_touching(contradictions, thing)
        assert all(one.subject is not thing for one in found), thing.id
        assert len(set(map(id, found))) == len(found)
