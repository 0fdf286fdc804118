"""Whose the words between quotation marks are: what a sentence leaves open stays open."""

from pathlib import Path

import pytest

from generator.check import check
from generator.load.disk import load
from generator.reading.speech import quotations
from generator.text.mentions import Lexicon, lexicon, read

HERE = Path(__file__).parent
ROWS = [line.split(" | ") for line in (HERE / "data" / "speakers.psv").read_text("utf-8").splitlines()[1:]]


@pytest.fixture(scope="module")
def words() -> Lexicon:
    dossier = check(load(HERE.parent / "sites" / "base" / "content")).dossier
    assert dossier is not None
    return lexicon(dossier.leaders, dossier.places)


@pytest.mark.parametrize(("text", "speakers"), ROWS, ids=[text for text, _ in ROWS])
def test_a_speaker_comes_from_the_sentence_of_his_words(text: str, speakers: str, words: Lexicon) -> None:
    found = quotations(text, read(text, words, lambda _: None, ()))
    assert [quotation.speaker or "-" for quotation in found] == speakers.split()
