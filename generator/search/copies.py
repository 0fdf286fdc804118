"""The copy of a page that is indexed: its own words, without what it repeats of other pages or says of itself."""

from collections.abc import Iterator
from html import escape
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.render.entries import Entry

_ARTICLE: Final = "article.md-content__inner"
_OWN: Final = frozenset({"standfirst", "account", "facts", "quotes", "divergence"})
"""Classes of the parts that are a page's own words: lists of links and sentences of articles are found where they stand."""
_ASIDE: Final = frozenset({"facts--provenance"})
"""Where a text comes from is said in the same words on every article's page."""
_CHECKED: Final = ".verified, .unverified, .note"
_ALIASES_WEIGHT: Final = 7
"""What Pagefind gives to the words of a headline: a name weighs as much however it is spelt."""


def copied(entry: Entry, html: str) -> str:
    """What Pagefind reads in the place of a page: HTML that no reader meets.

    Apostrophes are straight there, for it splits « l'émir » but not « l’émir »; a results page sets them again.
    """
    tree = LexborHTMLParser(html)
    for node in tree.css(_CHECKED):
        node.decompose()
    article = tree.css_first(_ARTICLE)
    parts = [part.html or "" for part in _own(article)] if article else []
    if entry.names:
        names = escape(", ".join(entry.names))
        parts.append(f'<p data-pagefind-weight="{_ALIASES_WEIGHT}">Autres graphies : {names}.</p>')
    body = "".join((f"<h1>{escape(entry.title)}</h1>", *parts)).replace("’", "'")
    marks = "".join(_marks(entry))
    return f'<!doctype html><html lang="fr"><head></head><body data-pagefind-body>{marks}{body}</body></html>\n'


def _own(node: LexborNode) -> Iterator[LexborNode]:
    """The parts of a page that are its own, in order, none within another; the headline is the entry's title."""
    for child in node.iter():
        classes = set((child.attributes.get("class") or "").split())
        if classes & _ASIDE or child.tag == "h1":
            continue
        if classes & _OWN:
            yield child
        else:
            yield from _own(child)


def _marks(entry: Entry) -> Iterator[str]:
    """What a result shows, as it is shown, and what it is filtered by."""
    word = {"titre": entry.title, "jour": entry.day}
    if entry.mark:
        word |= {"statut": entry.mark[1], "classe": entry.mark[0]}
    for name, value in word.items():
        if value:
            yield f'<p data-shown="{escape(value)}" data-pagefind-meta="{name}[data-shown]"></p>'
    filters = [("sorte", entry.kind.value)]
    filters += [("dirigeant", id_) for id_ in entry.leaders] + [("annee", str(year)) for year in entry.years]
    for name, value in filters:
        yield f'<p data-pagefind-filter="{name}:{value}"></p>'
