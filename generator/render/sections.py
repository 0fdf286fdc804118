"""The headings that templates put on the pages of things, around what the editors write."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from generator.model import Kind
from generator.routes import LEGAL, Ref, src_uri
from generator.words import Words

_HEADING: Final = re.compile(r'^#{2,6} \{\{ _\("(?P<message>[^"\n]+)"\) \}\}$', re.M)

_AROUND: Final = "page.md.j2"
"""What every page has."""


@cache
def template_of(ref: Ref) -> str:
    """The template that makes the page of a thing."""
    if ref.kind is Kind.PAGE:
        return "legal.md.j2" if src_uri(ref) == LEGAL else "hand.md.j2"
    return f"{ref.kind.value}.md.j2"


@cache
def sections(template: str, words: Words) -> tuple[str, ...]:
    """The headings that a template may give under the body, in order, in the language of the dossier.

    Read from the template itself and from that of all pages: a heading that they give only under a condition counts
    as well.
    """
    folder = files("generator.render").joinpath("templates")
    sources = (folder.joinpath(name).read_text("utf-8") for name in (template, _AROUND))
    messages = (match["message"] for source in sources for match in _HEADING.finditer(source))
    return tuple(map(words.gettext, messages))
