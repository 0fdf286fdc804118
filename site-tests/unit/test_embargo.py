"""What only drafts name is published no sooner than they are, and what is published can do without it."""

from pathlib import Path

import pytest

from generator.check import check
from generator.link.library import everything, library, ref_to
from generator.load.disk import load
from generator.model import Article, Dossier
from generator.render import render
from generator.words import words_in

SITES = Path(__file__).resolve().parents[1] / "sites"
FACHODA = check(load(SITES / "fachoda" / "content"))


def _dossier() -> Dossier:
    assert FACHODA.dossier is not None
    return FACHODA.dossier


def _drafted(*ids: str) -> Dossier:
    """The dossier with some of its articles as drafts."""
    articles = tuple(
        article.model_copy(update={"status": "draft"}) if article.id in ids else article
        for article in _dossier().articles
    )
    settings = _dossier().settings.model_copy(update={"milestones": ()})
    return _dossier().model_copy(update={"articles": articles, "settings": settings})


def _held(dossier: Dossier) -> set[str]:
    shown = library(dossier).by_ref
    waiting = {entity for entity in everything(dossier) if ref_to(entity) not in shown}
    return {entity.path.as_posix() for entity in waiting if not isinstance(entity, Article)}


def test_nothing_waits_where_there_is_no_draft() -> None:
    assert _held(_drafted()) == set()


def test_what_a_published_article_names_does_not_wait() -> None:
    for article in _dossier().articles:
        dossier = _drafted(article.id)
        named = {id_ for other in dossier.articles if other.status == "published" for id_ in other.events}
        shown = {event.id for event in library(dossier).events}
        untouched = {event.id for event in dossier.events if event.id not in article.events}
        assert shown >= named | untouched, article.id


def test_it_is_shown_where_drafts_are_asked_for() -> None:
    dossier = _drafted(*(article.id for article in _dossier().articles))
    assert len(library(dossier, drafts=True).by_ref) >= len(everything(dossier))


@pytest.mark.parametrize("every", [1, 2, 3])
def test_the_site_is_that_of_a_dossier_without_what_waits(every: int) -> None:
    """Every second article or so is a draft: no page breaks, and none knows that there is more."""
    dossier = _drafted(*(article.id for article in _dossier().articles[::every]))
    shelf = library(dossier)
    assert _held(dossier)
    kept = {
        name: tuple(one for one in getattr(dossier, name) if ref_to(one) in shelf.by_ref)
        for name in ("articles", "leaders", "places", "events", "sources")
    }
    without = library(dossier.model_copy(update=kept))
    pages, others = (render(each, {}, words_in("fr")) for each in (shelf, without))
    leading_to_a_draft = {"methode.md"}  # there the link of a page written by hand would lead to nothing at all
    assert {path for path in pages.keys() | others.keys() if pages.get(path) != others.get(path)} <= leading_to_a_draft
