"""From front matter to a record, and what an editor reads where it is none. Whole dossiers: sites/invalid."""

import re
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.validate import record
from generator.dates import EXPECTED
from generator.diagnostics import Problem
from generator.fields import Record
from generator.load.document import Document, SourceFile, read_article_like
from generator.model import Article, Event, Leader, Page, Place, Settings
from generator.text.french import NARROW

MODELS: list[type[Record]] = [Article, Leader, Place, Event, Page, Settings]


def document(front: str) -> Document:
    found = read_article_like(SourceFile(PurePosixPath("a/lac.md"), f"---\n{front}\n---\nTexte.\n".encode()))
    assert isinstance(found, Document), found
    return found


def made(model: type[Record], front: str) -> Record | tuple[Problem, ...]:
    given_: dict[str, object] = (
        {} if model is Settings else {"id": "lac", "path": PurePosixPath("a/lac.md"), "body": "x"}
    )
    return record(model, document(front), given_)


def messages(model: type[Record], front: str) -> list[str]:
    problems = made(model, front)
    assert isinstance(problems, tuple)
    return [f"{problem.line} {problem.code} {problem.message}".replace(NARROW, " ") for problem in problems]


def test_a_record_is_made_of_what_is_written_and_what_is_given() -> None:
    place = made(Place, "name: ' Évian '\nkind: city\ncountry: FR\nlat: 46.4\nlon: 6.59\nnot: [Évian-sur-Mer]")
    assert isinstance(place, Place)
    assert (place.id, place.name, place.lat, place.not_) == ("lac", "Évian", 46.4, ("Évian-sur-Mer",))


def test_dates_are_read_as_they_are_written() -> None:
    leader = made(Leader, "name: A\nroles:\n- {office: o, country: NO, from: 2011, to: 2012-05}")
    assert isinstance(leader, Leader)
    assert [str(leader.roles[0].from_), str(leader.roles[0].to)] == ["2011", "2012-05"]


@pytest.mark.parametrize(
    ("model", "front", "expected"),
    [
        (Page, "description: d", ["1 E101 Le champ « title » manque. Attendu : titre."]),
        (Page, "title:", ["2 E101 Le champ « title » est vide. Attendu : titre."]),
        (Page, "titre: d", ["2 E102 Champ inconnu « titre ». Vouliez-vous dire « title » ?"]),
        (Page, "title: a\nbody: b", ["3 E102 Champ inconnu « body ». Le texte se met sous l’en-tête."]),
        (
            Page,
            "title: a\nx: b",
            ["3 E102 Champ inconnu « x ». Attendu : l’un des champs formerly, corrections, title, description."],
        ),
        (Page, "title: {a: b}", ["2 E103 Champ « title » : trouvé un groupe de champs. Attendu : un texte."]),
        (Page, 'title: "  "', ["2 E106 Champ « title » : le texte est vide."]),
        (
            Leader,
            "name: A\nroles:\n- office: o\n  country: CH\n- office: o",
            [
                "6 E101 Le champ « country » manque dans « roles », nº 2. "
                "Attendu : pays, code ISO 3166-1 à deux capitales."
            ],
        ),
        (
            Leader,
            "name: A\naliases: [a, [b]]",
            ["3 E103 Champ « aliases », nº 2 : trouvé une liste. Attendu : un texte."],
        ),
        (
            Leader,
            "name: A\nidentified_by: redaction",
            [
                "3 E104 Champ « identified_by » : valeur inconnue « redaction ». "
                "Attendu : l’une des valeurs texte, rédaction. Vouliez-vous dire « rédaction » ?"
            ],
        ),
        (
            Place,
            "name: a\nkind: ville",
            [
                "3 E104 Champ « kind » : valeur inconnue « ville ». Attendu : l’une des valeurs city, base, port, "
                "airport, building, country, region, historical. Vouliez-vous dire « city » ?"
            ],
        ),
        (
            Place,
            "name: a\nkind: city\nlat: -95\nlon: 6,59",
            [
                "4 E106 Champ « lat » : « -95 » est hors limites. Attendu : au moins -90.",
                "5 E103 Champ « lon » : trouvé « 6,59 ». Attendu : un nombre, avec un point décimal. "
                "Vouliez-vous dire « 6.59 » ?",
            ],
        ),
        (
            Place,
            "name: a\nkind: city\ncountry: ch",
            [
                "4 E106 Champ « country » : trouvé « ch ». Attendu : un code de pays à deux capitales (ISO 3166-1), "
                "par exemple « FR ». Vouliez-vous dire « CH » ?"
            ],
        ),
        (
            Place,
            "name: a\nkind: city\ncountry: Suise",
            [
                "4 E106 Champ « country » : trouvé « Suise ». Attendu : un code de pays à deux capitales (ISO 3166-1), "
                "par exemple « FR ». Vouliez-vous dire « CH » ?"
            ],
        ),
        (
            Settings,
            "title: a\nsubtitle: b\nstandfirst: c\nquotes: {max_words: 0, max_share: 120}",
            [
                "5 E106 Champ « max_share » dans « quotes » : « 120 » est hors limites. Attendu : au plus 100.",
                "5 E106 Champ « max_words » dans « quotes » : « 0 » est hors limites. Attendu : plus de 0.",
            ],
        ),
        (
            Event,
            "title: a\ndate: [2031]\nkind: appel\nstatus: établi",
            [f"3 E105 Champ « date » : une date s’écrit sur une ligne. Attendu : {EXPECTED}."],
        ),
        (
            Event,
            "title: a\ndate: 2031\nkind: appel\nstatus: établi\n"
            "outcome:\n  text: t\n  source: {publisher: p, dat: 2031}",
            ["8 E102 Champ inconnu « dat » dans « source ». Vouliez-vous dire « date » ?"],
        ),
    ],
)
def test_messages(model: type[Record], front: str, expected: list[str]) -> None:
    assert sorted(messages(model, front)) == sorted(expected)


KEYS = st.sampled_from(
    sorted({field.alias or name for model in MODELS for name, field in model.model_fields.items()} | {"titre", "x"})
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from(
        ["", "a", "Évian", "2031-13", "2031", "établi", "city", "https://a.example", "12", "nan", "FR", "ZZ"]
    ),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=5,
)
ENGLISH = re.compile(r"\b(?:should|must|expected|field|input|value|valid|required|error|string|None|dict|list)\b", re.I)


@given(st.sampled_from(MODELS), st.dictionaries(KEYS, VALUES, max_size=6))
def test_whatever_is_written_the_answer_is_a_record_or_french(model: type[Record], metadata: dict[str, Any]) -> None:
    given_: dict[str, object] = {} if model is Settings else {"id": "lac", "path": PurePosixPath("a.md"), "body": "x"}
    found = record(model, Document(PurePosixPath("a.md"), metadata, {}, "x", 1), given_)
    if isinstance(found, tuple):
        assert found
        for problem in found:
            ours = re.sub(r"«\s.*?\s»", "«»", problem.message)
            ours = re.sub(r"l’un(?:e des valeurs| des champs) .*|\([\w, ]*\)\.$", ".", ours)
            assert not ENGLISH.search(ours), problem
            assert problem.message[-1] in ".?"
