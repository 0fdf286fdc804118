"""What can only come after an article's publication: its reading, copies of it, corrections of its page."""

from collections.abc import Iterator

from generator.check.reading import Reading
from generator.dates import Edtf
from generator.diagnostics import Problem
from generator.document import Position
from generator.model import Article


def publication(reading: Reading) -> Iterator[Problem]:
    """Dates that come before the publication of an article."""
    for article, document in reading.each(Article):
        for what, day, position in _later(article):
            if day.last < article.date.first:
                said = f"{what} ({day}) précède la parution de l’article ({article.date})."
                expected = "une date d’après, ou la bonne date de parution"
                yield document.problem("E226", document.line(*position), said, found=str(day), expected=expected)


def _later(article: Article) -> Iterator[tuple[str, Edtf, Position]]:
    """What an article's front matter dates after its publication: words for it, the date, and its place."""
    for index, correction in enumerate(article.corrections):
        yield "La correction", correction.date, ("corrections", index, "date")
    if article.archive:
        yield "La copie archivée", article.archive.date, ("archive", "date")
    if article.original and article.original.read:
        yield "La lecture de l’original", article.original.read, ("original", "read")
