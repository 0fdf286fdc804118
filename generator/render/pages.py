"""All pages of the site."""

from collections.abc import Iterator, Mapping

from generator.link.library import Library, ref_to
from generator.render import overviews, records
from generator.render.chronology import chronology
from generator.render.desk import Desk, PageFile, laid_out
from generator.render.map.figure import Figure
from generator.render.maps import map_pages
from generator.render.meetings import meetings
from generator.render.search import search
from generator.render.sharing.head import Publication
from generator.routes import LEGAL, src_uri
from generator.words import Words


def pages(
    library: Library, words: Words, figures: Mapping[str, Figure], publication: Publication
) -> tuple[PageFile, ...]:
    """Every page, complete with its front matter; `figures` are the pages' maps."""
    return tuple(_pages(laid_out(library, words, figures, publication)))


def _pages(desk: Desk) -> Iterator[PageFile]:
    library = desk.library
    yield overviews.home(desk)
    yield from overviews.indexes(desk)
    yield chronology(desk)
    yield from map_pages(desk)
    yield meetings(desk)
    yield overviews.divergences(desk)
    yield overviews.corrections(desk)
    yield search(desk)
    for article in library.articles:
        yield records.article(desk, article)
    for leader in library.leaders:
        yield records.leader(desk, leader)
    for place in library.places:
        yield records.place(desk, place)
    for number, event in enumerate(library.events):
        yield records.event(desk, number, event)
    for source in library.sources:
        yield records.source(desk, source)
    for page in library.dossier.pages:
        if src_uri(ref_to(page)) != LEGAL:
            yield records.hand(desk, page)
    yield records.legal(desk)
    yield from records.moved(desk)
