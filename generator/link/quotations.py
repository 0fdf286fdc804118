"""What the articles quote: who said it, who reported it, and whether it was found in the original."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.claims.records import Claim
from generator.link.sources import SourceNames
from generator.model import Article, Quote
from generator.originals.verification import Verifications, Verified


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, where it was published, and what is recorded of it."""

    quote: Quote
    article: Article
    verified: Verified | None
    claim: Claim | None = None
    """What is claimed in these words, where they stand in a claim alone."""

    @property
    def voices(self) -> tuple[str, ...]:
        """Who said it, then who passed it on: ids of leaders, or names."""
        return (self.quote.speaker, *self.quote.reported_by)


def quotations_in(articles: Iterable[Article], verifications: Verifications) -> tuple[Quotation, ...]:
    """All quotations of some articles, in the order of the articles."""
    return tuple(
        Quotation(quote, article, verifications.of(quote.text, article), claim)
        for article in articles
        for quote, claim in _spoken(article)
    )


def _spoken(article: Article) -> Iterator[tuple[Quote, Claim | None]]:
    """What an article quotes, then the words of somebody in what it claims, where they are not quoted already."""
    for quote in article.quotes:
        yield quote, None
    known = {(quote.text, quote.speaker) for quote in article.quotes}
    for claim in article.claims:
        if claim.speaker and claim.quote and (claim.quote, claim.speaker) not in known:
            known.add((claim.quote, claim.speaker))
            yield Quote(text=claim.quote, speaker=claim.speaker, speech=claim.speech), claim


def voiced_by(speaker: str, quotations: Iterable[Quotation], named: SourceNames) -> tuple[Quotation, ...]:
    """The quotations that a leader (by id) or a source (by any of its names) said or passed on, in order."""
    return tuple(found for found in quotations if any(named.same(voice, speaker) for voice in found.voices))


def quoted_by(
    articles: Iterable[Article], quotations: Iterable[Quotation], shown: Collection[Quotation]
) -> Iterator[tuple[Article, tuple[Quotation, ...]]]:
    """The articles that quote somebody, each with what it quotes, but for what is shown already."""
    quotations = tuple(quotations)
    for article in articles:
        found = tuple(one for one in quotations if one.article is article and one not in shown)
        if found:
            yield article, found
