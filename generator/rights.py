"""How much of an article's own words a notice shows: every passage marked, few of its words, a small share of it."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Problem
from generator.document import Document, Position
from generator.model import Article, QuoteLimits, TextKind
from generator.text.markup import Part, segments
from generator.text.words import word_count

QUOTED: Final = re.compile(r"«([^«»]*)»")
"""A passage between guillemets."""


def share_problem(article: Article, document: Document, limits: QuoteLimits, words: int) -> Iterator[Problem]:
    """A problem if the quotations of a notice make too large a share of an original of so many words."""
    quoted = sum(map(word_count, {text for text, _ in quotations(article)}))
    if article.text is TextKind.NOTICE and 100 * quoted > limits.max_share * words:
        share = f"{100 * quoted / words:.0f}" if words else "100"
        what = f"Les citations font {quoted} mots, soit {share} % des {words} mots de l’original."
        expected = f"{limits.max_share:g} % au plus (réglage de dossier.yml)"
        yield document.problem("E222", document.line("quotes"), what, expected=expected)


def quotations(article: Article) -> Iterator[tuple[str, Position]]:
    """Every text of an article's front matter that gives the article's own words, with its place."""
    for index, quote in enumerate(article.quotes):
        yield quote.text, ("quotes", index, "text")
    for index, claim in enumerate(article.claims):
        if claim.quote:
            yield claim.quote, ("claims", index, "quote")
    for index, accusation in enumerate(article.accusations):
        if accusation.quote:
            yield accusation.quote, ("accusations", index, "quote")


def prose(body: str) -> str:
    """A body with blanks, as many, for what is not running text: addresses, tags and code."""
    return "".join(
        " " * (part.end - part.start) if part.part in {Part.TARGET, Part.VERBATIM} else body[part.start : part.end]
        for part in segments(body)
    )
