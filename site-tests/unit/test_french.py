"""French letters and typography."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fields import ID_PATTERN
from generator.text.french import (
    NARROW,
    count,
    enumerate_fr,
    fold,
    lower_article,
    lower_determiner,
    lower_first,
    of,
    of_person,
    slug,
    typeset,
    upper_first,
)

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


LATIN = st.text(st.characters(max_codepoint=0x17F, categories=["Lu", "Ll", "Nd"]), min_size=1)


@given(st.lists(LATIN, min_size=1), st.text(" \u00a0\u202f-‐‑–'’ʼ.,!?«»()", min_size=1), st.data())
def test_a_slug_is_the_same_however_a_name_is_written(words: list[str], signs: str, data: st.DataObject) -> None:
    spelt = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])), signs.join(words))
    assert slug(data.draw(st.sampled_from([spelt, spelt.upper(), spelt.title(), f" {spelt}!"]))) == slug(
        "-".join(words)
    )


ALIKE = st.lists(st.text("aàAœo1", min_size=1, max_size=2), min_size=1, max_size=2)


@given(ALIKE, ALIKE)
def test_two_slugs_are_the_same_only_where_the_words_are(one: list[str], other: list[str]) -> None:
    def words(names: list[str]) -> list[str]:
        return [word for name in names for word in re.findall("[a-z0-9]+", fold(name))]

    assert (slug(" ".join(one)) == slug(" ".join(other))) is (words(one) == words(other))


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


@pytest.mark.parametrize(
    ("said", "inside"),
    [
        ("Un porte-parole", "un porte-parole"),
        ("L’un des conseillers", "l’un des conseillers"),
        ("Plusieurs diplomates", "plusieurs diplomates"),
        ("Jean Dupont", "Jean Dupont"),
        ("Uneken", "Uneken"),
        ("ONU", "ONU"),
        ("D’anciens ministres", "d’anciens ministres"),
        ("D’Alembert", "D’Alembert"),
    ],
)
def test_free_words_lose_a_capital_that_only_began_them(said: str, inside: str) -> None:
    assert lower_determiner(said) == inside


def test_a_person_s_name_has_no_article() -> None:
    assert ["".join(of_person(name)) for name in ("Le Duc Tho", "Les Aspin", "Aline", "Paul")] == [
        "de Le Duc Tho",
        "de Les Aspin",
        "d’Aline",
        "de Paul",
    ]
    assert ["".join(of(name)) for name in ("Le Times", "Les Échos", "L’Écho")] == ["du Times", "des Échos", "de l’Écho"]


@pytest.mark.parametrize(
    ("name", "inside", "of_it"),
    [
        ("Des responsables turcs", "des responsables turcs", "de responsables turcs"),
        ("Des élus", "des élus", "d’élus"),
        ("Un journal", "un journal", "d’un journal"),
        ("Des Moines Register", "Des Moines Register", "de Des Moines Register"),
    ],
)
def test_a_name_that_is_a_description_is_set_as_one_inside_a_sentence(name: str, inside: str, of_it: str) -> None:
    assert lower_article(name) == inside
    assert "".join(of(name)) == of_it
