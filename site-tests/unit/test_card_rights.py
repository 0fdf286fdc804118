"""Nothing of a draft or an original stands on a card: what is drawn in a picture cannot be searched for there."""

from pathlib import Path

import pytest
from harness import overlaid

from generator.check import check
from generator.link.library import library
from generator.load.disk import load_typefaces
from generator.render.pages import pages
from generator.render.sharing.card import Card
from generator.render.sharing.head import Publication
from generator.words import words_in

ROOT = Path(__file__).resolve().parents[2]
SITES = ROOT / "site-tests" / "sites"
_PLANTED = ("semisbrouillon", "semisoriginal")
"""A word of each planted sentence of the drafts, and of the originals."""


def _cards(*, drafts: bool) -> tuple[Card, ...]:
    """What is drawn on the cards of the dossier with planted sentences."""
    checked = check(overlaid(SITES / "base", SITES / "withheld"))
    assert checked.dossier is not None, checked.problems
    shelf = library(checked.dossier, checked.verifications, checked.dead, drafts=drafts)
    publication = Publication("https://dossier.test/", load_typefaces(ROOT / "overrides"))
    made = pages(shelf, words_in("fr"), {}, publication)
    return tuple(page.card for page in made if page.card)


def _written(card: Card) -> str:
    return "\n".join((card.dossier, card.kicker, card.headline, card.line)).casefold()


@pytest.mark.parametrize("word", _PLANTED)
def test_no_card_holds_a_planted_word(word: str) -> None:
    cards = _cards(drafts=False)
    assert any(card.headline == "Deux présidents au bord du lac" for card in cards)
    assert not [card for card in cards if word in _written(card)]


def test_a_planted_word_would_be_seen_on_a_card() -> None:
    assert [card for card in _cards(drafts=True) if "semisbrouillon" in _written(card)]
