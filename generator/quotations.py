"""What the articles quote: who said it, who reported it, and whether it was found in the original."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Article, Quote
from generator.sources import SourceNames
from generator.verification import Verifications, Verified


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, where it was published, and what is recorded of it."""

    quote: Quote
    article: Article
    verified: Verified | None

    @property
    def voices(self) -> tuple[str, ...]:
        """Who said it, then who passed it on: ids of leaders, or names."""
        return (self.quote.speaker, *self.quote.reported_by)


def quotations_in(articles: Iterable[Article], verifications: Verifications) -> tuple[Quotation, ...]:
    """All quotations of some articles, in the order of the articles."""
    return tuple(
        Quotation(quote, article, verifications.of(quote.text, article))
        for article in articles
        for quote in article.quotes
    )


def voiced_by(speaker: str, quotations: Iterable[Quotation], named: SourceNames) -> tuple[Quotation, ...]:
    """The quotations that a leader (by id) or a source (by any of its names) said or passed on, in order."""
    return tuple(found for found in quotations if any(named.same(voice, speaker) for voice in found.voices))
