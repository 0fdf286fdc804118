"""Originals held against one another: one text in two articles that nobody tied."""

from collections.abc import Callable, Iterator, Mapping

from generator.claims.voices import origins
from generator.diagnostics import Problem
from generator.importing.twins import Known, Texts, Twin, shingles
from generator.link.library import ref_to
from generator.load.document import Document
from generator.model import Article
from generator.routes import Ref


def alike(
    articles: tuple[Article, ...], texts: Mapping[str, str], documents: Mapping[Ref, Document]
) -> Iterator[Problem]:
    """A warning for each article that shares most of its text with an earlier one to which nothing ties it."""
    tied = origins(articles)
    earlier = Texts()
    for article in sorted(articles, key=lambda item: (item.date, item.id)):
        if article.id in texts and article.original is not None:
            of, sha256 = shingles(texts[article.id]), article.original.sha256
            found = earlier.twin(sha256, of, _apart_from(article, tied))
            if found:
                yield _untied(found, documents[ref_to(article)])
            earlier.add(Known(article.id, sha256, article.publisher, article.reprint_of), of)


def _apart_from(article: Article, tied: Mapping[str, str]) -> Callable[[Known], bool]:
    """Whether nothing ties an article that is known to this one."""
    return lambda known: tied[known.id] != tied[article.id]


def _untied(found: Twin, document: Document) -> Problem:
    other = found.known.id
    what = (
        f"Ce texte se lit à {100 * found.shared:.0f} % dans l’original de « {other} ». Si l’un reprend l’autre, "
        f"écrivez « reprint_of: {other} » dans celui-ci ; si tous deux reprennent une dépêche, nommez-la dans chacun "
        "(« dispatch »)."
    )
    return document.problem("W326", document.line("original", "file"), what, found=other)
