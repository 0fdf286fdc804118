"""What only drafts name: it waits for them, so that nothing is published of an article before the article is."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final

from generator.claims.records import Claim, Property, Statement
from generator.claims.voices import subjects_named
from generator.link.bodies import linked_from
from generator.link.sources import SourceNames, references, source_names
from generator.model import Article, Entity, Event, Kind, Place, Source, Subject
from generator.routes import Ref

_SOMEBODY: Final = (Kind.LEADER, Kind.PLACE)
"""What a participant may be."""


def held_back(
    entities: Mapping[Ref, Entity], milestones: Iterable[str], mentioned: Mapping[Ref, Set[Ref]]
) -> frozenset[Ref]:
    """What has a file and is named by drafts alone, directly or through what they name.

    `mentioned` is what each body mentions by name. What nobody names at all is published, as the editors wrote it.
    """
    drafts = {ref for ref, entity in entities.items() if isinstance(entity, Article) and entity.status == "draft"}
    if not drafts:
        return frozenset()
    named = source_names((entity for entity in entities.values() if isinstance(entity, Source)), (), ())
    naming = {
        ref: mentioned.get(ref, frozenset()) | set(_named(entity, entities, named)) for ref, entity in entities.items()
    }
    of_drafts = _reached(drafts, naming, frozenset())
    shown = {*(entities.keys() - of_drafts), *(Ref(Kind.EVENT, id_) for id_ in milestones)}
    shown |= {ref for ref in of_drafts - drafts if ref.kind in {Kind.ARTICLE, Kind.PAGE}}
    return frozenset(of_drafts - drafts - _reached(shown, naming, drafts))


def _reached(begin: Set[Ref], naming: Mapping[Ref, Set[Ref]], closed: Set[Ref]) -> set[Ref]:
    """All that can be reached from some things by what each names, without going through what is closed."""
    found: set[Ref] = set()
    ahead = [ref for ref in begin if ref in naming]
    while ahead:
        ref = ahead.pop()
        if ref not in found and ref not in closed:
            found.add(ref)
            ahead += naming[ref] & naming.keys()
    return found


def _named(entity: Entity, entities: Mapping[Ref, Entity], named: SourceNames) -> Iterator[Ref]:
    """What the front matter of a record names and what its body leads to, as far as it has a file."""
    yield from linked_from(entity)
    match entity:
        case Article():
            yield from (Ref(Kind.EVENT, id_) for id_ in entity.events)
            for claim in entity.claims:
                yield from subjects_named(claim.about, entities)
                yield from _claimed(claim)
            yield from (Ref(Kind.LEADER, id_) for made in entity.accusations for id_ in made.accused)
            yield from _voices(entity, named)
        case Event():
            yield from (Ref(kind, id_) for id_ in entity.participants for kind in _SOMEBODY)
            places = (entity.place, *(place for journey in entity.journeys for place in (journey.from_, journey.to)))
            yield from (Ref(Kind.PLACE, id_) for id_ in places if id_)
            for who in entity.told_by:
                yield from _voice(who, named)
        case Place():
            if entity.within:
                yield Ref(Kind.PLACE, entity.within)
        case _:
            pass
    if isinstance(entity, Subject):
        for fact in entity.established:
            yield from _stated(fact)
    for reference, _ in references(entity):
        for who in (reference.publisher, *reference.told_by, *reference.also_in):
            yield from _voice(who, named)


def _stated(statement: Statement) -> Iterator[Ref]:
    """The things that are the value of a statement."""
    kinds = {Property.PLACE: (Kind.PLACE,), Property.AFTER: (Kind.EVENT,), Property.PARTICIPANTS: _SOMEBODY}
    yield from (Ref(kind, id_) for id_ in statement.value for kind in kinds.get(statement.property, ()))


def _claimed(claim: Claim) -> Iterator[Ref]:
    yield from _stated(claim)
    yield from (Ref(kind, id_) for id_ in claim.who for kind in _SOMEBODY)
    yield from (Ref(Kind.PLACE, id_) for id_ in (claim.within, claim.outside) if id_)


def _voices(article: Article, named: SourceNames) -> Iterator[Ref]:
    """Who published an article, and who speaks in it."""
    quoted = (who for quote in article.quotes for who in (quote.speaker, *quote.reported_by))
    others = (*(claim.speaker for claim in article.claims), *(made.by for made in article.accusations))
    for who in (article.publisher, *article.told_by, *quoted, *others):
        if who:
            yield from _voice(who, named)


def _voice(who: str, named: SourceNames) -> Iterator[Ref]:
    yield Ref(Kind.LEADER, who)
    yield from _source(who, named)


def _source(name: str, named: SourceNames) -> Iterator[Ref]:
    source = named.of(name)
    if source:
        yield Ref(Kind.SOURCE, source.id)
