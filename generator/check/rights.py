"""How much of an article's own words its account shows, and whether each passage is marked as a quotation."""

from collections.abc import Iterator

from generator.check.reading import Reading
from generator.diagnostics import Problem
from generator.document import Document
from generator.model import Article, TextKind
from generator.rights import QUOTED, prose, quotations, share_problem
from generator.text.quotations import find
from generator.text.words import word_count


def rights(reading: Reading) -> Iterator[Problem]:
    """Problems of what notices quote; the lengths of originals come from the record of verifications."""
    if reading.settings is None:
        return
    limits = reading.settings.quotes
    for article, document in reading.each(Article):
        if article.text is TextKind.NOTICE:
            yield from _unmarked(article, document, limits.max_words)
            original = reading.verifications.original(article)
            if original:
                yield from share_problem(article, document, limits, original.words)


def _unmarked(article: Article, document: Document, most: int) -> Iterator[Problem]:
    """Passages between guillemets that no quotation of the front matter holds; longer ones are errors anyway."""
    listed = [text for text, _ in quotations(article)]
    for match in QUOTED.finditer(prose(article.body)):
        passage = " ".join(match[1].split())
        if 0 < word_count(passage) <= most and not any(find(passage, text) for text in listed):
            what = f"« {passage} » est entre guillemets sans figurer dans « quotes ». Ajoutez-l’y, avec qui parle."
            yield document.problem("W322", document.body_line_at(match.start()), what, found=passage)
