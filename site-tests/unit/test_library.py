"""What the pages ask of a dossier, on the small one of sites/valid/meetings."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TypeVar, TypeVarTuple

import pytest
from harness import overlaid

from generator.check import check
from generator.dates import parse
from generator.link.library import Library, events_about, leaders_in, library, ref_to, role_at
from generator.model import Dossier, Entity, Event, Kind
from generator.routes import Ref

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")

SITES = Path(__file__).parent.parent / "sites"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    found = check(overlaid(SITES / "base", SITES / "valid" / "meetings")).dossier
    assert found is not None
    return found


@pytest.fixture(scope="module")
def shelf(dossier: Dossier) -> Library:
    return library(dossier)


def ids(events: tuple[Event, ...]) -> list[str]:
    return [event.id.rpartition("-2031")[0] for event in events]


def test_events_and_articles_come_by_date_then_by_name(shelf: Library) -> None:
    assert ids(shelf.events) == [
        "visite-evian",
        "appel-lac",
        "entretien-lac",
        "reunion-quai",
        "accord-lac",
        "reunion-evian",
        "appel-rives",
        "entretien-rives",
        "sommet-annonce",
    ]
    assert [article.id for article in shelf.articles] == ["2031-05-03-evian", "2031-05-10-suites", "annonce"]


def test_leaders_and_places_come_in_alphabetical_order(shelf: Library) -> None:
    assert [leader.id for leader in shelf.leaders] == [
        "zoe-abel",
        "aline-vaucher",
        "emile-duc",
        "ines-roy",
        "paul-mercadier",
    ]
    assert [place.id for place in shelf.places] == ["evian", "france", "quai", "suisse"]


def test_those_who_met_most_often_come_first_and_then_those_who_telephoned(shelf: Library) -> None:
    told = [(pair.one.id, pair.other.id, ids(pair.meetings), ids(pair.calls)) for pair in shelf.pairs]
    assert told == [
        ("zoe-abel", "paul-mercadier", ["reunion-quai", "reunion-evian"], []),
        ("aline-vaucher", "paul-mercadier", ["visite-evian"], ["appel-lac"]),
        ("zoe-abel", "aline-vaucher", ["entretien-lac"], []),
        ("emile-duc", "paul-mercadier", ["entretien-rives"], []),
        ("aline-vaucher", "emile-duc", [], ["appel-rives"]),
    ]


def test_a_place_has_the_events_at_it_and_within_it_and_a_country_those_in_which_it_takes_part(shelf: Library) -> None:
    about = {place.id: ids(events_about(shelf, place)) for place in shelf.places}
    assert about == {
        "evian": ["visite-evian", "reunion-quai", "reunion-evian"],
        "france": ["visite-evian", "entretien-lac", "reunion-quai", "reunion-evian", "sommet-annonce"],
        "quai": ["reunion-quai"],
        "suisse": [],
    }
    assert shelf.events_at.keys() == {"evian", "france", "quai"}


def test_an_article_has_the_leaders_of_its_events_and_those_whom_its_text_mentions(shelf: Library) -> None:
    involved = {article.id: [leader.id for leader in leaders_in(shelf, article)] for article in shelf.articles}
    assert involved == {
        "2031-05-03-evian": ["aline-vaucher", "paul-mercadier"],
        "2031-05-10-suites": ["zoe-abel", "aline-vaucher", "emile-duc", "paul-mercadier"],
        "annonce": ["aline-vaucher", "emile-duc", "paul-mercadier"],
    }


@pytest.mark.parametrize(
    ("leader", "day", "office"),
    [
        ("zoe-abel", "2027-12-31", None),
        ("zoe-abel", "2028-01-01", "ministre du Lac"),
        ("zoe-abel", "2031-05-05", "présidente du Conseil des rives"),  # both: the latest
        ("zoe-abel", "2035", "présidente du Conseil des rives"),
        ("ines-roy", "2029-12-31", "présidente du canton du Lac"),
        ("ines-roy", "2030-01-01", None),
        ("emile-duc", "2031", None),
    ],
)
def test_the_office_of_a_day(shelf: Library, leader: str, day: str, office: str | None) -> None:
    found = role_at(next(one for one in shelf.leaders if one.id == leader), parse(day))
    assert (found.office if found else None) == office


def test_drafts_and_what_only_they_name_are_there_only_where_they_are_asked_for(
    dossier: Dossier, shelf: Library
) -> None:
    with_drafts = library(dossier, drafts=True)
    waiting = {
        Ref(Kind.ARTICLE, "secret"),
        Ref(Kind.EVENT, "entretien-secret-2031-05-11"),
        Ref(Kind.LEADER, "luc-ombre"),
    }
    assert with_drafts.by_ref.keys() - shelf.by_ref.keys() == waiting
    assert with_drafts.bodies.keys() == with_drafts.by_ref.keys()
    assert shelf.bodies.keys() == shelf.by_ref.keys() == {ref_to(entity) for entity in shelf.by_ref.values()}
    assert shelf.withheld == {PurePosixPath("plan.png")}
    assert with_drafts.withheld == frozenset()


def test_what_names_a_thing_is_found_by_its_id(shelf: Library) -> None:
    assert {id_: ids(events) for id_, events in shelf.events_with.items()} == {
        "aline-vaucher": ["visite-evian", "appel-lac", "entretien-lac", "appel-rives", "sommet-annonce"],
        "emile-duc": ["reunion-quai", "accord-lac", "appel-rives", "entretien-rives"],
        "france": ["entretien-lac", "sommet-annonce"],
        "paul-mercadier": [
            *("visite-evian", "appel-lac", "reunion-quai", "reunion-evian", "entretien-rives"),
            "sommet-annonce",
        ],
        "zoe-abel": ["entretien-lac", "reunion-quai", "accord-lac", "reunion-evian"],
    }
    (announcing,) = shelf.articles_of["sommet-annonce-2031-07-01"]
    assert announcing.id == "annonce"
    sentences = shelf.backlinks[Ref(Kind.LEADER, "emile-duc")]
    assert ["".join(piece.text for piece in link.sentence) for link in sentences] == [
        "Émile Duc en parle, Émile Duc s’en réjouit."
    ]


def test_what_bodies_say_does_not_change_what_names_are_looked_up_in(dossier: Dossier) -> None:
    asked: list[tuple[object, ...]] = []

    def compute(function: Callable[[*Arguments], T], /, *arguments: *Arguments) -> T:
        if not any(isinstance(argument, Entity) for argument in arguments):
            asked.append((function, *arguments))
        return function(*arguments)

    library(dossier, compute=compute)
    before, asked[:] = tuple(asked), ()
    rewritten = {
        kind: tuple(entity.model_copy(update={"body": f"{entity.body}Et encore."}) for entity in getattr(dossier, kind))
        for kind in ("leaders", "places")
    }
    library(dossier.model_copy(update=rewritten), compute=compute)
    assert tuple(asked) == before
