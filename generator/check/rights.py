"""How much of the articles' own words our texts show, and whether each passage is marked as a quotation."""

from collections.abc import Iterator

from generator.check.reading import Reading
from generator.diagnostics import Problem
from generator.fields import Record
from generator.load.document import Document
from generator.model import Article, QuoteLimits, TextKind
from generator.originals.rights import (
    is_our_account,
    line_of,
    passages,
    prose,
    quotations,
    share_problem,
    speaks_of_terms,
    written,
)
from generator.text.markup import plain
from generator.text.quotations import find
from generator.text.words import word_count


def rights(reading: Reading) -> Iterator[Problem]:
    """Problems of what is quoted; the lengths of originals come from the record of verifications."""
    if reading.settings is None:
        return
    limits = reading.settings.quotes
    if reading.settings_document:
        yield from reading.compute(_passages, reading.settings, reading.settings_document, limits)
    for ref, entity in reading.records.items():
        if is_our_account(entity) and not speaks_of_terms(entity):
            yield from reading.compute(_passages, entity, reading.documents[ref], limits)
    for article, document in reading.each(Article):
        if article.text is TextKind.NOTICE:
            yield from reading.compute(_unmarked, article, document, limits.max_words)
            original = reading.verifications.original(article)
            if original:
                yield from reading.compute(share_problem, article, document, limits, original.words)


def _passages(record: Record, document: Document, limits: QuoteLimits) -> tuple[Problem, ...]:
    """Passages over the limit that `quotes` does not report already, and texts that hold little else."""
    problems: list[Problem] = []
    listed = {plain(text) for text, _ in quotations(record)} if isinstance(record, Article) else set()
    for position, text in written(record):
        lengths = 0
        for marked, offset in passages(text):
            passage = plain(marked)
            words = word_count(passage)
            lengths += words if words <= limits.max_words else 0
            if words > limits.max_words and passage not in listed:
                what = f"La citation « {' '.join(passage.split()[:4])}… » compte {words} mots."
                expected = f"{limits.max_words} au plus (réglage de dossier.yml)"
                line = line_of(document, position, offset)
                problems.append(document.problem("E209", line, what, found=passage, expected=expected))
        whole = word_count(text)
        if lengths > limits.max_words and 2 * lengths > whole:
            what = f"Les citations font {lengths} des {whole} mots de ce texte."
            line = line_of(document, position, 0)
            problems.append(document.problem("E222", line, what, expected="la moitié au plus"))
    return tuple(problems)


def _unmarked(article: Article, document: Document, most: int) -> tuple[Problem, ...]:
    """Passages of the account that no quotation of the front matter holds; longer ones are errors anyway."""
    problems: list[Problem] = []
    listed = [text for text, _ in quotations(article)]
    for passage, offset in passages(prose(article.body)):
        if word_count(passage) <= most and not any(find(passage, text) for text in listed):
            what = f"« {passage} » est entre guillemets sans figurer dans « quotes ». Ajoutez-l’y, avec qui parle."
            problems.append(document.problem("W322", document.body_line_at(offset), what, found=passage))
    return tuple(problems)
