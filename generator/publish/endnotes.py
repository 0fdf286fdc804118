"""What a reader on paper cannot follow: the page's own address, and those of links to the rest of the dossier."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urldefrag, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ROOT: Final = "https://site.invalid/"
"""Stands for the address of a site that does not know its own; addresses are then told from the site's root."""
_NO_WORDS: Final = "figure, svg, nav, .matrix td, .kicker, .headerlink, .around, .edit-link"
"""Links in these are not on paper, or are signs or numbers: a note would change what they say."""


@dataclass(frozen=True, slots=True)
class Endnote:
    """Where links lead, and the words of the first of them."""

    address: str
    words: str


def add_endnotes(tree: LexborHTMLParser, path: str) -> tuple[Endnote, ...]:
    """Number the internal links of a page, and put its own address and theirs at its end; `path` is its own.

    Links that lead to one page have one number. Addresses are whole where the page knows its own (its canonical
    one), else from the site's root. Screens don't show the notes.
    """
    article = tree.css_first("article[data-kind]")
    if article is None:
        return ()
    own = tree.css_first('link[rel="canonical"][href]')
    here = (own and own.attributes["href"]) or _ROOT + path
    signs = {node.mem_id for part in article.css(_NO_WORDS) for node in (part, *part.css("a"))}
    notes: dict[str, Endnote] = {}
    for link in article.css("a[href]"):
        if link.mem_id in signs or not _internal(link):
            continue
        address = urldefrag(urljoin(here, link.attributes["href"] or "")).url
        if address == here:
            continue
        notes.setdefault(address, Endnote(_told(address), _words(link)))
        link.attrs["data-note"] = str(list(notes).index(address) + 1)
    article.insert_child(_notes(tree, _told(here), tuple(notes.values())))
    return tuple(notes.values())


def _told(address: str) -> str:
    return address.removeprefix(_ROOT) or "./"


def _internal(link: LexborNode) -> bool:
    """Whether a link leads to another page of the site: these are relative."""
    href = link.attributes["href"] or ""
    return not href.startswith("#") and ":" not in href.split("/")[0]


def _notes(tree: LexborHTMLParser, here: str, notes: tuple[Endnote, ...]) -> LexborNode:
    """The page's title, which names the dossier, with its address, then the notes."""
    section = tree.create_node("div")
    section.attrs["class"] = "endnotes"
    title = tree.css_first("head > title")
    of_page = tree.create_node("p")
    of_page.insert_child(_line(_words(title) if title else "", here))
    section.insert_child(of_page)
    if notes:
        listed = tree.create_node("ol")
        for note in notes:
            item = tree.create_node("li")
            item.insert_child(_line(note.words, note.address))
            listed.insert_child(item)
        section.insert_child(listed)
    return section


def _line(words: str, address: str) -> str:
    return f"{words}\u202f: {address}"


def _words(node: LexborNode) -> str:
    """A text in one line, with the spaces that it was set with."""
    return re.sub(r"[ \t\r\n]+", " ", node.text()).strip(" ")
