"""Who publishes and who speaks: sources, by the names that articles and editors give them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.model import Article, Event, Source
from generator.text.french import fold, slug


@dataclass(frozen=True, slots=True)
class SourceNames:
    """Sources by their names; case, accents, apostrophes, spaces and a first article make no difference."""

    all: tuple[Source, ...]
    by_key: Mapping[str, Source]

    def of(self, name: str | None) -> Source | None:
        """The source of this name, alias or id."""
        return self.by_key.get(name_key(name)) if name else None

    def same(self, one: str, other: str) -> bool:
        """Whether two voices, ids of leaders or names, are one."""
        source = self.of(one)
        return one == other or (source is not None and self.of(other) is source)


def name_key(name: str) -> str:
    """What names of one source have in common, however they are written, with or without an article."""
    return re.sub(r"^(?:l|la|le|les)-", "", slug(name)) or fold(name)


def names_of(source: Source) -> tuple[str, ...]:
    """All that a source answers to."""
    return (source.name, source.id, *source.aliases)


def mentioned(articles: Iterable[Article], events: Iterable[Event]) -> Iterator[tuple[str, PurePosixPath]]:
    """The names of those who published an article or a page that the editors rely on, each with the file."""
    for article in articles:
        if article.publisher:
            yield article.publisher, article.path
    for event in events:
        if event.outcome:
            yield event.outcome.source.publisher, event.path


def source_names(filed: Iterable[Source], articles: Iterable[Article], events: Iterable[Event]) -> SourceNames:
    """The sources that have a file, and a record for each other name under which something was published.

    The path of such a record is that of the first file that gives the name.
    """
    by_key = {name_key(name): source for source in filed for name in names_of(source)}
    sources = list(dict.fromkeys(by_key.values()))
    for name, path in mentioned(articles, events):
        if name_key(name) not in by_key:
            source = Source(id=slug(name), path=path, name=name)
            by_key[name_key(name)] = source
            sources.append(source)
    return SourceNames(tuple(sources), by_key)
