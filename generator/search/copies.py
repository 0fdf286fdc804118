"""The copy of a page that is indexed: its own words, without what it repeats of other pages or says of itself."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model import Kind
from generator.render.entries import Entry
from generator.words import Words

_ARTICLE: Final = "article.md-content__inner"
_OWN: Final = frozenset({"standfirst", "account", "facts", "quotes", "divergence"})
"""Classes of the parts that are a page's own words: lists of links and others' sentences are found where they stand."""
_ASIDE: Final = frozenset({"facts--provenance"})
"""Where a text comes from is said in the same words on every article's page."""
_REPEATED: Final[Mapping[Kind, frozenset[str]]] = {
    Kind.LEADER: frozenset({"accusation", "divergence--told"}),
    Kind.PAGE: frozenset({"divergence"}),
    Kind.SOURCE: frozenset({"quotes"}),
}
"""What is found where it comes from: an accusation and a quotation with the article, a divergence with its subject."""
_REMARKS: Final = ".verified, .unverified, .note, .found, .interest, .key, .mark, .voice-source"
"""What is said of a quotation or a voice, and the headlines of other pages."""
_ACCOUNT_WEIGHT: Final = 2
"""The passage that a result shows is rather a sentence of the account than an entry of a table."""
_NAMES_WEIGHT: Final = 7
"""What Pagefind gives to the words of a headline: a name weighs as much however it is spelt."""


def copied(entry: Entry, html: str, words: Words) -> str:
    """What Pagefind reads in the place of a page: HTML that no reader meets.

    Apostrophes are straight there, for it splits « l'émir » but not « l’émir »; a results page sets them again.
    """
    tree = LexborHTMLParser(html)
    for node in tree.css(_REMARKS):
        node.decompose()
    for node in tree.css(".account"):
        node.attrs["data-pagefind-weight"] = str(_ACCOUNT_WEIGHT)
    article = tree.css_first(_ARTICLE)
    aside = _ASIDE | _REPEATED.get(entry.kind, frozenset())
    parts = [part.html or "" for part in _own(article, aside)] if article else []
    if entry.names:
        names = escape(words.gettext("Other spellings: %(names)s.", names=", ".join(entry.names)))
        parts.append(f'<p data-pagefind-weight="{_NAMES_WEIGHT}">{names}</p>')
    body = "".join(parts).replace("’", "'")
    marks = "".join(_marks(entry))
    start = f'<!doctype html><html lang="{words.language}"><head></head>'
    return f"{start}<body data-pagefind-body>{marks}{body}</body></html>\n"


def _own(node: LexborNode, aside: frozenset[str]) -> Iterator[LexborNode]:
    """The parts of a page that are its own, in order, none within another; the headline is the entry's title."""
    for child in node.iter():
        classes = set((child.attributes.get("class") or "").split())
        if classes & aside:
            continue
        if classes & _OWN:
            yield child
        else:
            yield from _own(child, aside)


def _marks(entry: Entry) -> Iterator[str]:
    """What a result shows, as it is shown, and the names that tell whether it is what was meant."""
    shown = {"title": entry.title.replace("’", "'"), "jour": entry.day, "resume": entry.line.replace("’", "'")}
    if entry.names:
        shown["noms"] = "|".join(entry.names).replace("’", "'")
    if entry.ties:
        shown["liens"] = entry.ties.replace("’", "'")
    if entry.mark:
        shown |= {"statut": entry.mark[1], "classe": entry.mark[0]}
    for name, value in shown.items():
        if value:
            yield f'<p data-shown="{escape(value)}" data-pagefind-meta="{name}[data-shown]"></p>'
