"""Quotations are found however they are set, and nothing else is."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.quotations import copied, find, nearest, side_by_side, word_runs

ORIGINAL = (
    "La présidente l'a dit\u00a0: \"c'est peut-être la fin\".\nPuis il a ajouté « qu’une “poignée\u202fde main” "
    "suffira »… sans rien promettre à l‑été 2031, à 12 000 habitants."
)


@pytest.mark.parametrize(
    "quotation",
    [
        "c’est peut-être la fin",
        "c'est  peut‑être\nla fin",
        unicodedata.normalize("NFC", "c’est peut-e\u0302tre la fin"),
        "la fin. Puis",
        "qu'une « poignée de main » suffira",
        "poignée de main suffira »... sans rien",
        "à 12\u202f000 habitants",
        "La présidente",
        "habitants.",
    ],
)
def test_a_quotation_is_found_whatever_its_marks(quotation: str) -> None:
    assert find(quotation, ORIGINAL) is not None


@pytest.mark.parametrize(
    "quotation",
    [
        "c’est peut être la fin",
        "la presidente",
        "c’est la fin",
        "fin de",
        "poigné",
        "eut-être",
        "rien promettre l’été",
        "",
        "«\u202f»",
    ],
)
def test_other_words_are_not_found(quotation: str) -> None:
    assert find(quotation, ORIGINAL) is None


@pytest.mark.parametrize(
    ("quotation", "original"),
    [
        ("000 soldats", "Ils étaient 4\u202f000 soldats."),
        ("000 soldats", "Ils étaient 4 000 soldats."),
        ("000 soldats", "Ils étaient 4.000 soldats."),
        ("14 000", "Il en coûte 14 000 000 de francs."),
        ("14 000", "Il en coûte 2 014 000 de francs."),
        ("5 % de pertes", "Il y eut 12,5 % de pertes."),
        ("de 12", "Il y eut plus de 12,5 % de pertes."),
    ],
)
def test_a_part_of_a_number_is_another_number(quotation: str, original: str) -> None:
    assert find(quotation, original) is None


@pytest.mark.parametrize(
    ("quotation", "original"),
    [
        ("300 soldats", "En 2015, 300 soldats sont venus."),
        ("300 soldats", "En 2015 300 soldats sont venus."),
        ("le 3 mai 2031", "Ce fut le 3 mai 2031, 200 ans après."),
        ("4 000 soldats", "Ils étaient 4\u00a0000 soldats."),
        ("en 2031", "Ce fut en 2031."),
        ("12,5 %", "Il y eut 12,5 % de pertes."),
    ],
)
def test_a_number_beside_another_is_whole(quotation: str, original: str) -> None:
    assert find(quotation, original) is not None


def test_the_place_is_that_of_the_original() -> None:
    found = find("qu’une « poignée de main »", ORIGINAL)
    assert found is not None
    assert ORIGINAL[slice(*found)] == "qu’une “poignée\u202fde main"


_ALIKE = {"'": "'’ʼ", "-": "-‐‑–", " ": " \u00a0\u202f\n", '"': '"«»“”'}


@st.composite
def _respelt(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and a stretch of its words set otherwise."""
    words = draw(st.lists(st.text(st.sampled_from("abéœÉ1'-\".,"), min_size=1, max_size=6), min_size=1, max_size=12))
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    stretch = " ".join(words[start:end])
    other = "".join(draw(st.sampled_from(_ALIKE.get(char, char))) for char in stretch)
    return " ".join(words), other


@given(_respelt())
def test_words_of_a_text_are_found_however_they_are_set(case: tuple[str, str]) -> None:
    text, quotation = case
    assert find(quotation, text) is not None or not re.search(r"[^\s'\"«»“”’ʼ]", quotation)


@given(st.text(max_size=80), st.text(max_size=20))
def test_what_is_found_is_the_quotation(text: str, quotation: str) -> None:
    found = find(quotation, text)
    if found:
        letters = [re.findall(r"[^\W_]", side) for side in (quotation, text[slice(*found)])]
        assert letters[0] == letters[1]


@given(st.text(max_size=80), st.text(max_size=20))
def test_the_nearest_passage_is_one_of_the_text(text: str, quotation: str) -> None:
    assert nearest(quotation, text) in " ".join(text.split())


def test_the_nearest_passage_is_told_from_the_rest() -> None:
    passage = nearest("sans rien jurer à l’été 2031", ORIGINAL)
    assert passage == "sans rien promettre à l‑été 2031"
    assert side_by_side("sans rien jurer à l’été 2031", passage) == (
        "sans rien ⟦jurer⟧ à l’été 2031",
        "sans rien ⟦promettre⟧ à l‑été 2031",
    )


@pytest.mark.parametrize(
    ("quotation", "passage"),
    [
        ("rien promettre cet été 2031", "rien promettre à l‑été 2031"),
        ("la présidente l’a bien dit: c’est", "La présidente l'a dit\u00a0: \"c'est"),
        ("peut-être la bien triste fin", "peut-être la fin"),
        ("suffirait sans rien", "suffira »… sans rien"),
        ("qu’une poignée de porte peinte", "qu’une “poignée\u202fde main” suffira"),
        ("un pays voisin et neutre", ""),
    ],
)
def test_the_nearest_passage_has_all_its_words(quotation: str, passage: str) -> None:
    assert nearest(quotation, ORIGINAL) == " ".join(passage.split())


def test_a_sign_is_marked_where_nothing_else_differs() -> None:
    assert side_by_side("l’été, dit-on.", "l'été dit-on") == ("⟦l’été, dit-on.⟧", "⟦l'été dit-on⟧")
    assert side_by_side("l’été d’ici.", "l'été d'ici") == ("l’été ⟦d’ici.⟧", "l'été ⟦d'ici⟧")


def test_a_passage_taken_over_is_told_from_ours() -> None:
    text = "Selon nous, sans rien  promettre à l’été 2031, tout va."
    (stretch,) = copied(text, word_runs(ORIGINAL, 6), 6)
    assert text[slice(*stretch)] == "sans rien  promettre à l’été 2031"
    assert copied(text, word_runs(ORIGINAL, 8), 8) == []
