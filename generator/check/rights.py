"""How much of the articles' own words our texts show, and whether each passage is marked as a quotation."""

import hashlib
from collections.abc import Iterator

from pydantic import ValidationError

from generator.check.reading import Reading
from generator.diagnostics import Problem
from generator.fields import Record
from generator.load.document import Document, Position
from generator.model import Article, QuoteLimits, TextKind
from generator.originals.rights import (
    is_meant_as_our_account,
    is_our_account,
    line_of,
    passages,
    prose,
    quotations,
    quotations_in,
    share_problem,
    speaks_of_terms,
    stands_in,
    written,
    written_in,
)
from generator.text.markup import plain
from generator.text.words import word_count


def rights(reading: Reading) -> Iterator[Problem]:
    """Problems of what is quoted; the lengths of originals come from the record of verifications."""
    yield from _handed_out(reading)
    limits = _limits(reading)
    if limits is None:
        return
    if reading.settings and reading.settings_document:
        yield from reading.compute(_of_record, reading.settings, reading.settings_document, limits)
    for ref, document in reading.documents.items():
        yield from reading.compute(_listed, document, limits)
        record = reading.records.get(ref)
        if record is None and is_meant_as_our_account(ref, document):
            yield from reading.compute(_of_texts, (*written_in(document),), document, limits)
        elif record and is_our_account(record) and not speaks_of_terms(record):
            yield from reading.compute(_of_record, record, document, limits)
    for article, document in reading.each(Article):
        if article.text is TextKind.NOTICE:
            yield from reading.compute(_unmarked, article, document, limits.max_words)
            original = reading.verifications.original(article)
            if original:
                yield from reading.compute(share_problem, article, document, limits, original.words)


def _handed_out(reading: Reading) -> Iterator[Problem]:
    """Originals that lie among the files that the site hands out as they are; of a draft's, too."""
    kept = {
        article.original.sha256: (article, document)
        for article, document in reading.each(Article)
        if article.original and article.text is TextKind.NOTICE
    }
    for path, data in reading.media.items() if kept else ():
        article, document = kept.get(hashlib.sha256(data).hexdigest(), (None, None))
        if article and document:
            name = f"assets/{path}"
            what = f"« {name} » est l’original de cet article, et le site publie tout ce qui est dans « assets »."
            expected = "l’original dans le dossier des originaux, hors de content/"
            yield document.problem("E210", document.line("original"), what, found=name, expected=expected)


def _limits(reading: Reading) -> QuoteLimits | None:
    """Those of dossier.yml, be there a bad field elsewhere in it."""
    if reading.settings or reading.settings_document is None:
        return reading.settings.quotes if reading.settings else None
    try:
        return QuoteLimits.model_validate(reading.settings_document.metadata.get("quotes", {}))
    except ValidationError:
        return None


def _listed(document: Document, limits: QuoteLimits) -> tuple[Problem, ...]:
    """Quotations of the front matter that are too long."""
    return tuple(
        _too_long("La citation", text, document.line(*position), document, limits)
        for text, position in quotations_in(document)
        if word_count(text) > limits.max_words
    )


def _too_long(what: str, text: str, line: int, document: Document, limits: QuoteLimits) -> Problem:
    expected = f"{limits.max_words} au plus (réglage de dossier.yml)"
    return document.problem("E209", line, f"{what} compte {word_count(text)} mots.", found=text, expected=expected)


def _of_record(record: Record, document: Document, limits: QuoteLimits) -> tuple[Problem, ...]:
    return _of_texts((*written(record),), document, limits)


def _of_texts(texts: tuple[tuple[Position, str], ...], document: Document, limits: QuoteLimits) -> tuple[Problem, ...]:
    """Passages over the limit that are not listed, which `_listed` sees, and texts that hold little else."""
    problems: list[Problem] = []
    listed = {plain(text) for text, _ in quotations_in(document)}
    for position, text in texts:
        lengths = 0
        for marked, offset in passages(text):
            passage = plain(marked)
            words = word_count(passage)
            lengths += words if words <= limits.max_words else 0
            if words > limits.max_words and passage not in listed:
                line, what = line_of(document, position, offset), f"La citation « {' '.join(passage.split()[:4])}… »"
                problems.append(_too_long(what, passage, line, document, limits))
        whole = word_count(text)
        if lengths > limits.max_words and 2 * lengths > whole:
            what = f"Les citations font {lengths} des {whole} mots de ce texte."
            line = line_of(document, position, 0)
            problems.append(document.problem("E222", line, what, expected="la moitié au plus"))
    return tuple(problems)


def _unmarked(article: Article, document: Document, most: int) -> tuple[Problem, ...]:
    """Passages of the account that no quotation of the front matter holds; longer ones are errors anyway.

    A single word between marks is rather a name or a term than a quotation.
    """
    problems: list[Problem] = []
    listed = [text.lower() for text, _ in quotations(article)]
    for passage, offset in passages(prose(article.body)):
        if 1 < word_count(passage) <= most and not stands_in(passage, listed):
            what = f"« {passage} » est entre guillemets sans figurer dans « quotes ». Ajoutez-l’y, avec qui parle."
            problems.append(document.problem("W322", document.body_line_at(offset), what, found=passage))
    return tuple(problems)
