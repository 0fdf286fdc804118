"""The working text of an article: the cleaned text that its editors write from, fenced off from what is published.

It stands in one Markdown comment, so that any other program that shows the file leaves it out as well.
"""

import re
from dataclasses import dataclass
from typing import Final

from generator.text.markup import escape

_OPENING: Final = (
    "<!-- TEXTE DE TRAVAIL : le texte de l’article, nettoyé. Rien n’en paraît tant que l’en-tête dit « text: notice ». "
    "Effacez-le, d’ici à « FIN », avant de publier."
)
_CLOSING: Final = "FIN DU TEXTE DE TRAVAIL -->"
_FENCED: Final = re.compile(
    r"^[ \t]*<!--[ \t]*TEXTE[ \t]+DE[ \t]+TRAVAIL\b[^\n]*(?:\n|\Z)(?P<text>.*?)"
    r"(?P<end>^[ \t]*FIN[ \t]+DU[ \t]+TEXTE[ \t]+DE[ \t]+TRAVAIL[ \t]*-->[ \t]*$|\Z)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
"""A fence that is never closed reaches to the end: what is unclear stays unpublished."""


_MARK: Final = re.compile(r"TEXTE[ \t]+DE[ \t]+TRAVAIL\b")


@dataclass(frozen=True, slots=True)
class Split:
    """A body without its working text, which is `working`, or None; both keep the lines they stand on."""

    body: str
    working: str | None
    astray: int | None = None
    """The line, from 0, of a mark of such a text that is none any more, or of one that is never closed."""


def fenced(text: str) -> str:
    """Plain text, a paragraph to each line that is not empty, as working text: Markdown that shows it unchanged."""
    paragraphs = [_escaped(" ".join(line.split())) for line in text.splitlines() if line.strip()]
    return "\n\n".join((_OPENING, *paragraphs, _CLOSING)) + "\n"


def _escaped(line: str) -> str:
    """A line as Markdown shows it; brackets that can't begin a link stay as they are, to be read with ease.

    With `<` and `>` written as entities, the text can't end the comment that it stands in.
    """
    return re.sub(r"\\\[([^\[\]\\^]*)\\\](?![(\[: ])", r"[\1]", escape(line))


def split(body: str, *, publish: bool = False) -> Split:
    """Take the working text out of a body or, to publish it, the fence around it."""
    found = [*_FENCED.finditer(body)]

    def put(match: re.Match[str]) -> str:
        if publish:
            return f"\n{match['text']}"
        return "\n" * match[0].count("\n")

    rest = _FENCED.sub(put, body)  # as many lines as before
    marks = [rest.count("\n", 0, match.start()) for match in _MARK.finditer(rest)]
    marks += [body.count("\n", 0, match.start()) for match in found if not match["end"]]
    working = "\n".join(match["text"] for match in found) if found else None
    return Split(rest, working, min(marks, default=None))
