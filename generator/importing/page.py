"""A saved page as text: all that it shows, what of it is no part of the article, and what its metadata say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.importing.draft import Given
from generator.reading.lines import is_prose, lines_of
from generator.reading.noise import Cut
from generator.text.french import fold


@dataclass(frozen=True, slots=True)
class Page:
    """The text that a page shows, a block to a line, and the stretches that trafilatura takes for furniture."""

    text: str
    cuts: tuple[Cut, ...]
    given: Given


_UNSEEN: Final = ["script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select"]
_BLOCKS: Final = frozenset(
    "address article aside blockquote body br button caption dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr li main nav ol option p pre section summary table td th tr ul".split()
)
_METADATA: Final = "métadonnées de la page"
_DATES: Final = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
"""Where a page does not say its date, htmldate would guess one from its copyright line."""


def page(html: str) -> Page:
    """Read a page. Nothing is fetched."""
    from trafilatura import extract, extract_metadata  # noqa: PLC0415 - takes a second, which other commands need not wait

    text = shown(html)
    about = extract_metadata(html, date_config=_DATES, extensive=False)
    given = Given(about.title, about.date, about.sitename, about.author, about.url, _METADATA, by_editor=False)
    article = extract(html, favor_recall=True, include_comments=False, include_tables=True) or ""
    return Page(text, tuple(_furniture(text, f"{about.title or ''}\n{article}") if article else ()), given)


def shown(html: str) -> str:
    """The text that a page shows, white space as a browser sets it."""
    tree = LexborHTMLParser(html)
    tree.strip_tags(_UNSEEN)
    parts: list[str] = []
    todo: list[LexborNode | str] = (
        [tree.body or tree.root] if tree.root else []
    )  # a stack: pages nest deeper than calls
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == "-text":
            parts.append(re.sub(r"\s+", " ", node.text_content or ""))
        else:
            edge = ["\n"] if node.tag in _BLOCKS else []
            parts += edge
            todo += [*edge, *reversed(list(node.iter(include_text=True)))]
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def _furniture(text: str, article: str) -> Iterator[Cut]:
    """The lines that are not in the article; long ones between those that are may be part of it, and stay."""
    whole = f" {' '.join(_words(line) for line in article.splitlines())} "
    lines = lines_of(text)
    inside = [n for n, line in enumerate(lines) if f" {_words(line.text)} " in whole]
    for number, line in enumerate(lines):
        between = bool(inside) and inside[0] < number < inside[-1]
        if inside and number not in inside and not (between and is_prose(line.text)):
            yield Cut(line.start, line.end, "page_furniture", "trafilatura")


def _words(line: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(line)))
