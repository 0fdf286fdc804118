"""French letters and typography."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fields import ID_PATTERN
from generator.text.french import NARROW, count, enumerate_fr, fold, lower_first, slug, typeset, upper_first

ROWS = [
    tuple(line.replace("~", NARROW).split("\t"))
    for line in (Path(__file__).parent / "data/typeset.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
FRENCH = st.text(st.sampled_from("aéL 'l’«».;:!?…%0159 \u00a0\u202f\u2009()[]*_-\n,qu"))


@pytest.mark.parametrize(("typed", "printed"), ROWS, ids=repr)
def test_typeset(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


@given(FRENCH | st.text())
def test_typesetting_twice_changes_nothing_more(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


@given(FRENCH)
def test_typesetting_changes_only_spaces_apostrophes_and_ellipses(text: str) -> None:
    def bones(text: str) -> str:
        return re.sub(r"[ \u00a0\u202f\u2009]", "", text).replace("’", "'").replace("...", "…")

    assert bones(typeset(text)) == bones(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Évian", "evian"),
        ("ŒUVRE", "oeuvre"),
        ("Lætitia", "laetitia"),
        ("Straße", "strasse"),
        ("Yıldırım", "yildirim"),
        ("Wałęsa", "walesa"),
        ("Søren", "soren"),
        ("Ðiên", "dien"),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text())
def test_folding_twice_changes_nothing_for_latin_letters(text: str) -> None:
    latin = re.sub(r"[^a-zA-ZÀ-ÖØ-öø-ÿœŒ ]", "", text)
    assert fold(fold(latin)) == fold(latin)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Aline Vaucher", "aline-vaucher"),
        ("L’été à Évian", "l-ete-a-evian"),
        ("  -- ", ""),
        ("Łódź", "lodz"),
        ("2031-05-02", "2031-05-02"),
    ],
)
def test_slug(text: str, id_: str) -> None:
    assert slug(text) == id_


@given(st.text())
def test_a_slug_is_an_id_or_empty(text: str) -> None:
    made = slug(text)
    assert made == "" or re.fullmatch(ID_PATTERN, made)
    assert slug(made) == made


def test_plurals_begin_at_two() -> None:
    assert [count(n, "lac") for n in (0, 1, 2)] == ["0 lac", "1 lac", "2 lacs"]
    assert count(3, "journal", "journaux") == "3 journaux"


def test_enumerations() -> None:
    assert [enumerate_fr(items) for items in ([], ["a"], ["a", "b"], ("a", "b", "c"))] == [
        "",
        "a",
        "a et b",
        "a, b et c",
    ]


def test_first_letters() -> None:
    assert lower_first("Le lac") == "le lac"
    assert lower_first("ONU et lac") == "ONU et lac"
    assert upper_first("événement") == "Événement"
    assert lower_first("") == upper_first("") == ""
