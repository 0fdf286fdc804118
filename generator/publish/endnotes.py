"""What a reader on paper cannot follow: the addresses of links to the rest of the dossier, as numbered notes."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urldefrag, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

_TEXTS: Final = frozenset({"article", "event", "leader", "page", "place", "source"})
"""The kinds of pages that one reads; the others are lists of links, which lead nowhere on paper."""
_NO_WORDS: Final = "figure, svg, nav, .kicker, .headerlink, .around, .edit-link"
"""Links in these are not on paper, or are signs."""


@dataclass(frozen=True, slots=True)
class Endnote:
    """Where links lead, and the words of the first of them."""

    address: str
    words: str


def add_endnotes(tree: LexborHTMLParser) -> tuple[Endnote, ...]:
    """Number the internal links of a page that is for reading, and put their addresses at its end.

    Links that lead to one page have one number. Only a page that knows its own address (its canonical one) can
    know theirs; others stay as they are. Screens don't show the notes.
    """
    own = tree.css_first('link[rel="canonical"][href]')
    article = tree.css_first("article[data-kind]")
    if own is None or article is None or article.attributes["data-kind"] not in _TEXTS:
        return ()
    here = own.attributes["href"] or ""
    signs = {node.mem_id for part in article.css(_NO_WORDS) for node in (part, *part.css("a"))}
    notes: dict[str, Endnote] = {}
    for link in article.css("a[href]"):
        address = urldefrag(urljoin(here, link.attributes["href"] or "")).url
        if link.mem_id in signs or address == here or not _internal(link):
            continue
        note = notes.setdefault(address, Endnote(address, " ".join(link.text().split())))
        link.attrs["data-note"] = str(list(notes).index(note.address) + 1)
    if notes:
        article.insert_child(_list(tree, tuple(notes.values())))
    return tuple(notes.values())


def _internal(link: LexborNode) -> bool:
    """Whether a link leads to another page of the site: these are relative."""
    href = link.attributes["href"] or ""
    return not href.startswith("#") and ":" not in href.split("/")[0]


def _list(tree: LexborHTMLParser, notes: tuple[Endnote, ...]) -> LexborNode:
    section = tree.create_node("ol")
    section.attrs["class"] = "endnotes"
    for note in notes:
        item = tree.create_node("li")
        item.insert_child(f"{note.words}\u202f: {note.address}")
        section.insert_child(item)
    return section
