"""Who publishes and who speaks: sources, by the names that articles and editors give them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from generator.fields import Reference
from generator.load.document import Position
from generator.model import Article, Entity, Event, Source, Subject
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


@lru_cache(maxsize=2**12)
def name_key(name: str) -> str:
    """What names of one source have in common, however they are written, with or without an article."""
    return re.sub(r"^(?:l|la|le|les)-", "", slug(name)) or fold(name)


def names_of(source: Source) -> tuple[str, ...]:
    """All that a source answers to."""
    return (source.name, source.id, *source.aliases)


def speaks_itself(speaker: str) -> bool:
    """Whether the words are the article's own: « l’article » is nobody's name."""
    return name_key(speaker) == "article"


def voices_of(entity: Entity) -> Iterator[tuple[str, Position]]:
    """Whom a record names as the origin of something, ids of leaders or names, each with its place."""
    match entity:
        case Article():
            yield from ((who, ("told_by", at)) for at, who in enumerate(entity.told_by))
            for index, quote in enumerate(entity.quotes):
                yield quote.speaker, ("quotes", index, "speaker")
                yield from ((who, ("quotes", index, "reported_by", at)) for at, who in enumerate(quote.reported_by))
            for index, claim in enumerate(entity.claims):
                if claim.speaker:
                    yield claim.speaker, ("claims", index, "speaker")
            for index, made in enumerate(entity.accusations):
                if made.by:
                    yield made.by, ("accusations", index, "by")
        case Event():
            yield from ((who, ("told_by", at)) for at, who in enumerate(entity.told_by))
        case _:
            pass
    for reference, place in references(entity):
        yield from ((who, (*place, "told_by", at)) for at, who in enumerate(reference.told_by))


def references(entity: Entity) -> Iterator[tuple[Reference, Position]]:
    """The publications outside the dossier on which a record relies, each with its place in the front matter."""
    if isinstance(entity, Event) and entity.outcome:
        yield entity.outcome.source, ("outcome", "source")
    if isinstance(entity, Subject):
        for index, fact in enumerate(entity.established):
            yield fact.source, ("established", index, "source")


def mentioned(articles: Iterable[Article], things: Iterable[Subject]) -> Iterator[tuple[str, PurePosixPath]]:
    """The names of those who published an article or a page that the editors rely on, each with the file."""
    for article in articles:
        if article.publisher:
            yield article.publisher, article.path
    for thing in things:
        for reference, _ in references(thing):
            for name in (reference.publisher, *reference.also_in):
                yield name, thing.path


def source_names(filed: Iterable[Source], articles: Iterable[Article], things: Iterable[Subject]) -> SourceNames:
    """The sources that have a file, and a record for each other name under which something was published.

    The path of such a record is that of the first file that gives the name.
    """
    by_key = {name_key(name): source for source in filed for name in names_of(source)}
    sources = list(dict.fromkeys(by_key.values()))
    for name, path in mentioned(articles, things):
        if name_key(name) not in by_key:
            source = Source(id=slug(name), path=path, name=name)
            by_key[name_key(name)] = source
            sources.append(source)
    return SourceNames(tuple(sources), by_key)
