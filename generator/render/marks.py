"""Small signs beside names and dates, for what a list would else say on every line: what ties a source, above all.

A sign has its words in it, for whoever hears the page or has no styles; a key says once a page what each sign means.
"""

import re
from typing import Final

from markupsafe import escape as escape_html

from generator.model import Interest
from generator.render import labels
from generator.text.french import NARROW
from generator.text.markup import escape
from generator.words import Words, marked

_MEANINGS: Final = {
    **{tie.name.lower(): meaning for tie, meaning in labels.INTERESTS.items()},
    "undated": marked("date not in the text"),
}
"""What each sign means, in the order of the key."""
_WORN: Final = re.compile(r'class="[^"]*\bmark--(\w+)')
_JOINER: Final = "\u2060"
"""A letter of no width, before which no line breaks."""
SIGNS: Final = rf'(?:{NARROW}<span class="\w+ mark mark--\w+" title="[^"]*">{_JOINER}<span>[^<]*</span></span>)*'
"""A pattern of the signs that stand behind a name or a date, if any do."""
KEY: Final = "\ue021"
"""Stands in a page for the key, which is known once the page is written."""


def tie(words: Words, interest: Interest) -> str:
    """What ties a source or a speaker to what it tells, beside the name and never torn from it."""
    return _mark(words, interest.name.lower(), "interest")


def undated(words: Words) -> str:
    """That a date does not rest on the text, beside it."""
    return _mark(words, "undated", "editors")


def _mark(words: Words, name: str, worn: str) -> str:
    meaning = words.gettext(_MEANINGS[name])
    title, shown = escape_html(meaning), escape(meaning)
    return f'{NARROW}<span class="{worn} mark mark--{name}" title="{title}">{_JOINER}<span>{shown}</span></span>'


def keyed(page: str, body: str, words: Words) -> str:
    """A page with the key where it is to stand: the signs that are below its head or in its body, and no others."""
    head, end, below = page.partition("</header>")
    worn = {*_WORN.findall(below if end else head), *_WORN.findall(body)}
    lines = [
        f'<span class="mark mark--{name}" aria-hidden="true"></span> {escape(words.gettext(meaning))}'
        for name, meaning in _MEANINGS.items()
        if name in worn
    ]
    return page.replace(KEY, f"<span>{'</span> <span>'.join(lines)}</span>\n{{ .key }}" if lines else "")
