"""What says of a draft, in the preview, that it is one: a mark behind links, and a word behind names in plain text."""

import re
from collections.abc import Set
from typing import Final

from generator.link.library import ref_to
from generator.model import Entity
from generator.render.marks import SIGNS
from generator.routes import Ref, relative, src_uri
from generator.words import Words

_LINK: Final = re.compile(
    r"\]\((?P<target>[^\s()#]+)(?:#[^\s()]*)?(?:\s+(?:\"[^\"]*\"|'[^']*'))?[ \t]*\)(?:\{[^{}\n]*\})?" + SIGNS
)
"""The end of a link in Markdown, with its attributes and the signs that belong to it."""


def mark(words: Words) -> str:
    """The mark, as it stands in a page."""
    return f'<span class="status status--draft">{words.gettext("draft")}</span>'


def marked(text: str, page: str, drafts: Set[Ref], words: Words) -> str:
    """A page in Markdown with the mark behind each link that leads from there to a draft.

    It is whole pages that are marked: then neither a template nor a text can name a draft and not say that it is one.
    """
    if not drafts:
        return text
    waiting = {relative(src_uri(ref), page) for ref in drafts if src_uri(ref) != page}
    sign = f" {mark(words)}"
    return _LINK.sub(lambda found: found[0] + (sign if found["target"] in waiting else ""), text)


def named(name: str, entity: Entity, drafts: Set[Ref], words: Words) -> str:
    """A name in plain text, where a mark has no place: in a drawing, in a choice of a form."""
    return f"{name} ({words.gettext('draft')})" if ref_to(entity) in drafts else name
