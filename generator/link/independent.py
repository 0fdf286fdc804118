"""How many independent sources tell of an event, at most: articles known to have one origin are one source."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.claims.voices import distinct
from generator.link.library import Library
from generator.link.sources import SourceNames, name_key
from generator.model import Article, Event


@dataclass(frozen=True, slots=True)
class Shared:
    """Articles that count as one source: they give one text, or have one origin."""

    articles: tuple[Article, ...]
    origin: str | None = None
    """Who published them, or from whom alone they have what they tell; nobody where they give one text."""

    @property
    def dispatch(self) -> str | None:
        """The dispatch that they reprint, where one of them names it."""
        return next((article.dispatch for article in self.articles if article.dispatch), None)


@dataclass(frozen=True, slots=True)
class Independence:
    """The articles that tell of an event, how many sources they are at most, and which of them count as one."""

    articles: tuple[Article, ...]
    most: int
    shared: tuple[Shared, ...]


def independence(library: Library, event: Event) -> Independence:
    """What is known of the origins of the articles that tell of an event.

    That the dossier knows of no origin that two articles have in common does not show that they have none.
    """
    articles = library.articles_of.get(event.id, ())
    texts = distinct(articles)
    origins: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for name in dict.fromkeys(_origins(library.named, article)):
            origins[_key(library.named, name)].append(article)
    common = {key: tuple(found) for key, found in origins.items() if len(found) > 1}
    most = _groups((*texts, *common.values()))
    told_by = {_key(library.named, name) for name in event.told_by}
    shared = [Shared(text) for text in texts if len(text) > 1]
    apart = {key: found for key, found in common.items() if not any(set(found) <= set(text) for text in texts)}
    shared += [Shared(found, _name(library.named, key, found)) for key, found in apart.items()]
    return Independence(articles, min(most, len(told_by) or most), tuple(shared))


def _origins(named: SourceNames, article: Article) -> Iterator[str]:
    """Who published an article, whose dispatch it reprints, and from whom alone it has what it tells."""
    if article.publisher:
        yield article.publisher
    agency = _BEFORE_DAY.split(article.dispatch or "")[0].strip()
    if named.of(agency):
        yield agency
    if len(article.told_by) == 1:
        yield from article.told_by


_BEFORE_DAY: Final = re.compile(r"[,(\d]")
"""Where the name of an agency ends in that of its dispatch, « Agence du lac, 11 juin 2031 »."""


def _key(named: SourceNames, name: str) -> str:
    """What all names of a leader or a source have in common."""
    source = named.of(name)
    return source.id if source else name_key(name)


def _name(named: SourceNames, key: str, articles: Iterable[Article]) -> str:
    return next(name for article in articles for name in _origins(named, article) if _key(named, name) == key)


def _groups(ties: Iterable[tuple[Article, ...]]) -> int:
    """How many groups articles make, of which some are tied to one another."""
    groups: list[set[str]] = []
    for tie in ties:
        joined = {article.id for article in tie}
        joined = joined.union(*(group for group in groups if group & joined))
        groups = [group for group in groups if not group & joined] + [joined]
    return len(groups)
