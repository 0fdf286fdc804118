"""Articles that were read in one file: either one reprints the other, or the file is not that of both."""

from collections.abc import Iterator

from generator.check.reading import Reading
from generator.claims.voices import declared
from generator.diagnostics import Problem
from generator.load.document import Document
from generator.model import Article


def twins(reading: Reading) -> Iterator[Problem]:
    """A warning for each article that has the file of an earlier one without being tied to it."""
    articles = sorted(reading.each(Article), key=lambda item: (item[0].date, item[0].id))
    tied = declared(article for article, _ in articles)
    first: dict[str, Article] = {}
    for article, document in articles:
        if article.original:
            other = first.setdefault(article.original.sha256, article)
            if tied[other.id] != tied[article.id]:
                yield _untied(article.original.sha256, other, document)


def _untied(sha256: str, other: Article, document: Document) -> Problem:
    what = (
        f"Cet original est aussi celui de « {other.id} », même empreinte : le site ne compte qu’un texte pour les "
        f"deux articles. Si l’un reprend l’autre, écrivez « reprint_of: {other.id} » dans celui-ci."
    )
    expected = "une reprise déclarée, ou à chaque article son fichier"
    return document.problem("W325", document.line("original", "sha256"), what, found=sha256, expected=expected)
