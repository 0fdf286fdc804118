"""Somebody's words in a Markdown text, by whatever marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.quoted import passages, unclosed


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Il dit « un lac ».", [" un lac "]),
        ('Il dit “un lac” et "deux rives".', ["un lac", "deux rives"]),
        ("Il dit :\n\n> un lac,\n> deux rives\n\nPuis rien.", ["> un lac,\n> deux rives\n"]),
        ("> « un lac »\n", ["> « un lac »\n"]),
        ('Un " seul.\n\nUn " autre.', []),
        ("Il dit « un\nlac ».", [" un\nlac "]),
    ],
)
def test_words_are_quoted_by_any_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in passages(text)] == quoted


@pytest.mark.parametrize(
    ("text", "places"), [("« a »", ()), ("« a", (0,)), ("« a « b » c", (0,)), ("« a\n\nb »", (0,)), ("a » b", ())]
)
def test_guillemets_close_in_their_paragraph(text: str, places: tuple[int, ...]) -> None:
    assert unclosed(text) == places


@given(st.text('«»“”"> \nab'))
def test_passages_lie_in_order_inside_the_text(text: str) -> None:
    ends = [0, *(at for span in passages(text) for at in span), len(text)]
    assert ends == sorted(ends)
    assert all(text[at] == "«" for at in unclosed(text))
