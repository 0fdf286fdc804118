"""The content held against the articles that were read, where their folder is at hand (DOSSIER_ORIGINALS)."""

import os
import re
from pathlib import Path

import pytest

from generator.check import Checked, check
from generator.dates import parse
from generator.load.disk import load, load_originals
from generator.model import Dossier
from generator.originals.verification import VERIFICATIONS, written
from generator.originals.verify import Verdict, verify
from generator.reading.rules import own_rules
from generator.text.french import fold
from generator.text.markup import plain
from generator.text.words import word_count

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(load(ROOT / "content"))


@pytest.fixture(scope="module")
def dossier(checked: Checked) -> Dossier:
    assert checked.dossier is not None
    return checked.dossier


@pytest.fixture(scope="module")
def verdict(checked: Checked, dossier: Dossier) -> Verdict:
    folder = Path(os.environ.get("DOSSIER_ORIGINALS") or ROOT / dossier.settings.originals)
    if not folder.is_dir():
        pytest.skip("the folder of the articles that were read is not here, and DOSSIER_ORIGINALS names no other")
    names = {article.original.file for article in dossier.articles if article.original}
    return verify(checked, load_originals(names, folder), parse("2000-01-01"), own_rules())


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def test_the_dossier_agrees_with_its_originals(verdict: Verdict) -> None:
    """Fingerprints, quotations, the share that they make, and nothing else taken over."""
    assert verdict.findings == ()
    assert verdict.missing == ()
    assert verdict.unverified == 0


def test_the_record_is_what_verifying_gives(verdict: Verdict) -> None:
    assert (ROOT / "content" / VERIFICATIONS).read_text("utf-8") == written(verdict.verifications)


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


def test_accounts_are_full_and_short(dossier: Dossier) -> None:
    for article in dossier.articles:
        assert 120 <= word_count(plain(article.body)) <= 200, article.id
