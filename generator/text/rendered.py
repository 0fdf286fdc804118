"""A Markdown text as the site's own Markdown reads it: for what `generator.text.markup` can't know."""

from functools import lru_cache
from typing import Final

import markdown as python_markdown
from selectolax.lexbor import LexborHTMLParser

EXTENSIONS: Final = ("abbr", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc")
"""Those of mkdocs.yml, all of them Python-Markdown's own."""


def rendered(markdown: str) -> str:
    """The HTML of a Markdown text."""
    return python_markdown.markdown(markdown, extensions=list(EXTENSIONS))


@lru_cache(maxsize=2**5)
def ids(markdown: str) -> tuple[str, ...]:
    """All ids of the HTML in order: those of headings, those written out (`{#here}`), those of footnotes."""
    tree = LexborHTMLParser(rendered(markdown))
    return tuple(node.attributes.get("id") or "" for node in tree.css("[id]"))
