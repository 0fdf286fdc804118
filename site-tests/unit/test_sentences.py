"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.sentences import around, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n ", []),
        ("Un lac", ["Un lac"]),
        ("Un lac. Deux rives.", ["Un lac.", "Deux rives."]),
        ("Quoi ? Rien ! Si… Non.", ["Quoi ?", "Rien !", "Si…", "Non."]),
        ("M. Mercadier et Mme. Vaucher. Puis rien.", ["M. Mercadier et Mme. Vaucher.", "Puis rien."]),
        ("A. Vaucher parle. Il écoute.", ["A. Vaucher parle.", "Il écoute."]),
        ("L’O.N.U. Elle se tait.", ["L’O.N.U. Elle se tait."]),
        ("À 3.5 km. Plus loin.", ["À 3.5 km.", "Plus loin."]),
        ("« Oui. » Il sort.", ["« Oui. »", "Il sort."]),
        ("« Oui ! » dit-elle. Il sort.", ["« Oui ! » dit-elle.", "Il sort."]),
        ("Il dit : « Un lac. Deux rives. » Puis il sort.", ["Il dit : « Un lac.", "Deux rives. »", "Puis il sort."]),
        ("Voir p. 12 du traité. Fin.", ["Voir p. 12 du traité.", "Fin."]),
        ("En 2031. 12 ans après.", ["En 2031.", "12 ans après."]),
        ("Un\nlac. Deux\nrives.", ["Un\nlac.", "Deux\nrives."]),
        ("Un lac\n\nDeux rives", ["Un lac", "Deux rives"]),
        ("# Titre\nUn lac.", ["# Titre", "Un lac."]),
        ("- un\n- deux", ["- un", "- deux"]),
        ("Il **part.** Elle reste.", ["Il **part.**", "Elle reste."]),
        ("[Il part.](a.md) Elle reste.", ["[Il part.](a.md) Elle reste."]),
        ("Elle reste. [Il part](a.md) vite.", ["Elle reste.", "[Il part](a.md) vite."]),
        ("Quoi\u202f? Rien.", ["Quoi\u202f?", "Rien."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


PROSE = st.text(st.sampled_from("Aaé .!?…»«\n-#*[]()M1"), max_size=60)


@given(PROSE | st.text())
def test_sentences_keep_everything_but_white_space(text: str) -> None:
    found = sentences(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    edges = [0, *(edge for piece in found for edge in piece), len(text)]
    left = "".join(text[one:two] for one, two in zip(edges[::2], edges[1::2], strict=True))
    assert left.strip() == ""


@given(PROSE, st.data())
def test_around_holds_what_it_is_about(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = around(text, start, end)
    assert 0 <= found[0] <= found[1] <= len(text)
    if text[start:end].strip() == text[start:end] != "":
        assert found[0] <= start
        assert end <= found[1]


def test_around_takes_all_sentences_that_are_touched() -> None:
    text = "Un lac. Deux rives. Trois ponts."
    start, end = around(text, text.index("lac"), text.index("rives"))
    assert text[start:end] == "Un lac. Deux rives."
