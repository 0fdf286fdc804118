"""What Pagefind reads in the place of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.model import Kind
from generator.render.entries import Entry
from generator.search.copies import copied
from generator.words import words_in

PAGE = '<html><body><article class="md-content__inner"><h1>x</h1>{}</article></body></html>'


def indexed(body: str, kind: Kind = Kind.ARTICLE, **values: tuple[str, ...]) -> str:
    """The words of a page's copy."""
    copy = LexborHTMLParser(copied(Entry("a.md", kind, "L’essai", **values), PAGE.format(body), words_in("fr")))  # type: ignore[arg-type]  # only names are given
    return " ".join(copy.body.text().split()) if copy.body else ""


def test_its_own_words_stand_in_it_with_straight_apostrophes() -> None:
    assert indexed('<div class="account"><p>Dont l’émir.</p></div>') == "Dont l'émir."


def test_other_names_stand_in_it() -> None:
    assert indexed("", names=("Khmeimim", "L’Autre")) == "Autres graphies : Khmeimim, L'Autre."


@pytest.mark.parametrize(
    "body",
    [
        '<div class="mentions">Une phrase d’ailleurs.</div>',
        '<div class="facts facts--provenance">Empreinte</div>',
        "<svg><text>Algérie</text></svg>",
        '<div class="account"><span class="unverified">non vérifiée</span></div>',
    ],
)
def test_what_a_page_repeats_or_says_of_itself_is_left_out(body: str) -> None:
    assert indexed(body) == ""


def test_an_accusation_is_found_with_its_article_alone() -> None:
    body = '<div class="facts accusation">De quoi</div>'
    assert indexed(body, Kind.ARTICLE) == "De quoi"
    assert indexed(body, Kind.LEADER) == ""


@given(st.text())
def test_whatever_a_title_holds_the_copy_shows_it(title: str) -> None:
    copy = LexborHTMLParser(copied(Entry("a.md", Kind.PAGE, title), PAGE.format(""), words_in("fr")))
    shown = [node.attributes["data-shown"] for node in copy.css('[data-pagefind-meta^="title"]')]
    if "\0" not in title and "\r" not in title:  # which HTML cannot hold
        assert shown == ([title.replace("’", "'")] if title else [])
