"""The content held against the articles that were read, where their folder is at hand (DOSSIER_ORIGINALS)."""

import hashlib
import os
import re
from pathlib import Path

import pytest

from generator.check import check
from generator.load import load
from generator.model import Article, Dossier
from generator.text.french import fold
from generator.text.markup import plain
from generator.text.words import word_count

ROOT = Path(__file__).resolve().parents[2]
_LONGEST_COMMON_RUN = 7
"""Words in a row that our text may share with an original outside quotations: names and titles take that many."""


@pytest.fixture(scope="module")
def originals(dossier: Dossier) -> Path:
    folder = Path(os.environ.get("DOSSIER_ORIGINALS") or ROOT / dossier.settings.originals)
    if not folder.is_dir():
        pytest.skip("the folder of the articles that were read is not here, and DOSSIER_ORIGINALS names no other")
    return folder


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    checked = check(load(ROOT / "content"))
    assert checked.dossier is not None
    return checked.dossier


def _original(article: Article, originals: Path) -> bytes:
    assert article.original is not None
    return (originals / article.original.file).read_bytes()


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def test_fingerprints_are_those_of_the_texts_that_were_read(dossier: Dossier, originals: Path) -> None:
    for article in dossier.articles:
        assert article.original is not None
        assert hashlib.sha256(_original(article, originals)).hexdigest() == article.original.sha256, article.id


def test_every_quotation_stands_in_its_original(dossier: Dossier, originals: Path) -> None:
    for article in dossier.articles:
        original = " ".join(_words(_original(article, originals).decode("utf-8")))
        for quote in article.quotes:
            assert " ".join(_words(quote.text)) in original, (article.id, quote.text)


def test_every_passage_between_guillemets_is_a_listed_quotation(dossier: Dossier) -> None:
    """Outside articles a passage may also be a term that the text speaks of; then no original has it."""
    everywhere = {" ".join(_words(quote.text)) for article in dossier.articles for quote in article.quotes}
    for article in dossier.articles:
        listed = {" ".join(_words(quote.text)) for quote in article.quotes}
        assert _quoted(article.body) <= listed, article.id
    for entity in (*dossier.leaders, *dossier.places, *dossier.events):
        assert _quoted(entity.body) <= everywhere, entity.path


def _quoted(body: str) -> set[str]:
    return {" ".join(_words(text)) for text in re.findall(r"«([^»]*)»", plain(body))}


def test_quotations_are_a_small_share_of_their_original(dossier: Dossier, originals: Path) -> None:
    for article in dossier.articles:
        quoted = sum(word_count(quote.text) for quote in article.quotes)
        whole = word_count(_original(article, originals).decode("utf-8"))
        assert 100 * quoted <= dossier.settings.quotes.max_share * whole, article.id


def test_no_sentence_of_an_original_is_taken_over(dossier: Dossier, originals: Path) -> None:
    length = _LONGEST_COMMON_RUN + 1
    theirs: set[tuple[str, ...]] = set()
    for article in dossier.articles:
        words = _words(_original(article, originals).decode("utf-8"))
        theirs |= {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
    everything = (*dossier.articles, *dossier.leaders, *dossier.places, *dossier.events, *dossier.pages)
    for entity in everything:
        ours = _words(re.sub(r"«[^»]*»", " § ", plain(entity.body)))
        taken = [" ".join(run) for at in range(len(ours)) if (run := tuple(ours[at : at + length])) in theirs]
        assert taken == [], entity.path


def test_accounts_are_full_and_short(dossier: Dossier) -> None:
    for article in dossier.articles:
        assert 120 <= word_count(plain(article.body)) <= 200, article.id
