"""Counting words."""

import pytest

from generator.text.words import word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("un lac", 2), ("l’été", 2), ("vingt-deux", 2), ("14 h 30", 3), ("« Oui ! »", 1), ("a_b", 2), ("É", 1)],
)
def test_a_word_is_a_run_of_letters_or_digits(text: str, words: int) -> None:
    assert word_count(text) == words
