"""What the pages ask of a dossier: who was where, who met whom, which article says so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePosixPath
from typing import Final, TypeVar

from generator.addresses.links import ALL_ALIVE, DeadLinks
from generator.claims.divergences import Divergence, divergences
from generator.claims.rules import Chronicle
from generator.claims.voices import distinct
from generator.dates import Edtf
from generator.link.bodies import Backlink, Linked, Shelf, link
from generator.link.embargo import held_back
from generator.link.quotations import Quotation, quotations_in
from generator.link.sources import SourceNames, source_names
from generator.memo import Compute, afresh
from generator.model import (
    MEETING_KINDS,
    Article,
    Dossier,
    Entity,
    Event,
    EventKind,
    Kind,
    Leader,
    Page,
    Place,
    Role,
    Source,
    Status,
    Subject,
)
from generator.originals.verification import UNVERIFIED, Verifications
from generator.routes import Ref, content_target
from generator.text.french import filed, fold
from generator.text.markup import links
from generator.text.mentions import lexicon

K = TypeVar("K")
V = TypeVar("V")
E = TypeVar("E", bound=Entity)

KINDS: Final[Mapping[type[Entity], Kind]] = {
    Article: Kind.ARTICLE,
    Leader: Kind.LEADER,
    Place: Kind.PLACE,
    Event: Kind.EVENT,
    Source: Kind.SOURCE,
    Page: Kind.PAGE,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two leaders, and the established events at which they met or telephoned, in order."""

    one: Leader
    other: Leader
    meetings: tuple[Event, ...]
    calls: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """A dossier with all that can be derived from it."""

    dossier: Dossier
    articles: tuple[Article, ...]
    """Those that are published, in order of their dates."""
    events: tuple[Event, ...]
    """In order of their dates: the chronology."""
    leaders: tuple[Leader, ...]
    """In alphabetical order."""
    places: tuple[Place, ...]
    """In alphabetical order."""
    sources: tuple[Source, ...]
    """In alphabetical order: those that have a file, and those that only an article or an event names."""
    bodies: Mapping[Ref, str]
    """Each body as its page has it."""
    backlinks: Mapping[Ref, tuple[Backlink, ...]]
    """The sentences of articles that mention a thing, in order of the articles' dates."""
    mentioned: Mapping[Ref, frozenset[Ref]]
    """What an article's text mentions."""
    pairs: tuple[Pair, ...]
    divergences: tuple[Divergence, ...]
    divergences_in: Mapping[str, tuple[Divergence, ...]]
    """Those in which an article has a voice or is held against one, by its id."""

    verifications: Verifications
    """Which quotations were found in their originals."""
    withheld: frozenset[PurePosixPath]
    """Files of content/assets/, by their path in it, that only what has no page shows."""
    quotations: tuple[Quotation, ...]
    """What the articles quote, in their order."""
    quotations_of: Mapping[str, tuple[Quotation, ...]]
    """What an article quotes, by its id."""
    dead: DeadLinks
    """Which addresses of other sites no longer answer."""
    named: SourceNames
    """Sources by their names."""
    by_ref: Mapping[Ref, Entity]
    """Everything that has a page: no draft that was not asked for."""
    drafts: frozenset[Ref]
    """What has a page and would be published by none: drafts, and what only they name."""
    articles_of: Mapping[str, tuple[Article, ...]]
    """The articles that name an event."""
    reprints: Mapping[str, tuple[Article, ...]]
    """The other articles that give an article's text, by its id."""
    events_with: Mapping[str, tuple[Event, ...]]
    """The events in which a leader or a country takes part."""
    events_at: Mapping[str, tuple[Event, ...]]
    """The events at a place or at one within it."""


def ref_to(entity: Entity) -> Ref:
    """The reference of a record."""
    return Ref(KINDS[type(entity)], entity.id)


def events_about(library: "Library", place: Place) -> tuple[Event, ...]:
    """The events at a place or in which it takes part as a country, in order, each once."""
    touched = {*library.events_at.get(place.id, ()), *library.events_with.get(place.id, ())}
    return tuple(event for event in library.events if event in touched)


def events_in(library: "Library", article: Article) -> tuple[Event, ...]:
    """The events that an article reports, in order."""
    found = (library.by_ref.get(Ref(Kind.EVENT, id_)) for id_ in dict.fromkeys(article.events))
    return tuple(sorted((event for event in found if isinstance(event, Event)), key=_by_date))


def reporting(library: "Library", events: Iterable[Event]) -> tuple[Article, ...]:
    """The articles that report any of some events, in order."""
    found = {article.id: article for event in events for article in library.articles_of.get(event.id, ())}
    return tuple(sorted(found.values(), key=_by_date))


def leaders_in(library: "Library", article: Article) -> tuple[Leader, ...]:
    """The leaders whom an article's text mentions, and those who take part in what it reports."""
    involved = {Ref(Kind.LEADER, id_) for event in events_in(library, article) for id_ in event.participants}
    involved |= library.mentioned[ref_to(article)]
    return tuple(leader for leader in library.leaders if ref_to(leader) in involved)


def divergences_about(library: "Library", subject: Entity) -> tuple[Divergence, ...]:
    """The divergences about a thing."""
    return tuple(found for found in library.divergences if found.subject is subject)


def everything(dossier: Dossier) -> tuple[Entity, ...]:
    """All records of a dossier."""
    return (*dossier.articles, *dossier.leaders, *dossier.places, *dossier.events, *dossier.sources, *dossier.pages)


def library(
    dossier: Dossier,
    verifications: Verifications = UNVERIFIED,
    dead: DeadLinks = ALL_ALIVE,
    compute: Compute = afresh,
    *,
    drafts: bool = False,
) -> Library:
    """Link all bodies and gather what the pages ask; drafts, and what only they name, only where they are asked for."""
    in_draft = _unpublished(dossier, compute)
    unpublished = frozenset[Ref]() if drafts else in_draft
    articles = sorted(_kept(dossier.articles, unpublished), key=_by_date)
    events = tuple(sorted(_kept(dossier.events, unpublished), key=_by_date))
    leaders = tuple(
        sorted(_kept(dossier.leaders, unpublished), key=lambda leader: fold(leader.sort_name or leader.name))
    )
    places = tuple(sorted(_kept(dossier.places, unpublished), key=lambda place: fold(place.name)))
    subjects = (*articles, *leaders, *places, *events)
    named = source_names(_kept(dossier.sources, unpublished), articles, subjects)
    sources = tuple(sorted(named.all, key=lambda source: filed(source.name)))
    shown = (*articles, *leaders, *places, *events, *sources, *dossier.pages)
    linked = _linked(shown, unpublished, compute)
    quotations = quotations_in(articles, verifications)
    by_subject = {ref_to(subject): subject for subject in subjects}
    diverging = divergences(articles, by_subject, Chronicle(events, {place.id: place for place in places}))
    return Library(
        dossier=dossier,
        articles=tuple(articles),
        events=events,
        leaders=leaders,
        places=places,
        sources=sources,
        verifications=verifications,
        withheld=_files_of(entity for entity in everything(dossier) if ref_to(entity) in unpublished)
        - _files_of(shown),
        quotations=quotations,
        quotations_of=_gathered((found.article.id, found) for found in quotations),
        dead=dead,
        named=named,
        bodies={ref: text.markdown for ref, text in linked.items()},
        backlinks=_turned(articles, linked),
        mentioned={ref: frozenset(one.target for one in linked[ref].backlinks) for ref in map(ref_to, articles)},
        pairs=_pairs(events, leaders),
        divergences=diverging,
        divergences_in=_gathered((article.id, found) for found in diverging for article in found.articles),
        by_ref={ref_to(entity): entity for entity in shown},
        drafts=in_draft | _named_by(in_draft, sources, dossier.sources, articles, subjects) if drafts else frozenset(),
        articles_of=_gathered((id_, article) for article in articles for id_ in article.events),
        reprints=_gathered(
            (one.id, other) for group in distinct(articles) for one in group for other in group if other is not one
        ),
        events_with=_gathered((id_, event) for event in events for id_ in event.participants),
        events_at=_events_at(events, places),
    )


def _kept(entities: Iterable[E], unpublished: Set[Ref]) -> tuple[E, ...]:
    return tuple(entity for entity in entities if ref_to(entity) not in unpublished)


def _named_by(
    in_draft: Set[Ref],
    sources: Iterable[Source],
    written: Iterable[Source],
    articles: Iterable[Article],
    subjects: Iterable[Subject],
) -> frozenset[Ref]:
    """The sources that nothing but drafts, and what waits with them, names; they need not have a file."""
    public = source_names(_kept(written, in_draft), _kept(articles, in_draft), _kept(subjects, in_draft))
    return frozenset(ref_to(source) for source in sources if not public.of(source.name))


def _unpublished(dossier: Dossier, compute: Compute) -> frozenset[Ref]:
    """Drafts, and what only they name."""
    drafts = frozenset(ref_to(article) for article in dossier.articles if article.status == "draft")
    if not drafts:
        return drafts
    entities = {ref_to(entity): entity for entity in everything(dossier)}
    linked = _linked(tuple(entities.values()), frozenset(), compute)
    mentioned = {ref: frozenset(one.target for one in text.backlinks) for ref, text in linked.items()}
    return drafts | held_back(entities, dossier.settings.milestones, mentioned)


def _linked(shown: tuple[Entity, ...], unpublished: frozenset[Ref], compute: Compute) -> Mapping[Ref, Linked]:
    """The bodies of what is shown, tied to the leaders, places and events among it."""
    shelf = compute(
        _shelf,
        _bodiless(tuple(entity for entity in shown if isinstance(entity, Leader))),
        _bodiless(tuple(entity for entity in shown if isinstance(entity, Place))),
        tuple((entity.id, entity.date) for entity in shown if isinstance(entity, Event)),
        unpublished,
    )
    return {ref_to(entity): compute(link, entity, ref_to(entity), _day_of(entity), shelf) for entity in shown}


def _bodiless(entities: tuple[E, ...]) -> tuple[E, ...]:
    """Records as a name is looked up in them: whatever their bodies say, they are the same."""
    return tuple(entity.model_copy(update={"body": ""}) for entity in entities)


def _shelf(
    leaders: tuple[Leader, ...],
    places: tuple[Place, ...],
    days: tuple[tuple[str, Edtf], ...],
    unpublished: frozenset[Ref],
) -> Shelf:
    return Shelf(lexicon(leaders, places), dict(days), unpublished)


def _files_of(entities: Iterable[Entity]) -> frozenset[PurePosixPath]:
    """The files of content/assets/ that bodies show or lead to, by their path in it."""
    targets = (
        content_target(entity.body[slice(*found.target)], entity.path)
        for entity in entities
        for found in links(entity.body)
    )
    return frozenset(PurePosixPath(*path.parts[1:]) for path in targets if path and path.parts[0] == "assets")


def _by_date(item: Article | Event) -> tuple[Edtf, str]:
    return item.date, item.id


def _day_of(entity: Entity) -> Edtf | None:
    return entity.date if isinstance(entity, Article | Event) else None


def _turned(articles: Iterable[Article], linked: Mapping[Ref, Linked]) -> Mapping[Ref, tuple[Backlink, ...]]:
    backlinks = (backlink for article in articles for backlink in linked[ref_to(article)].backlinks)
    return _gathered((backlink.target, backlink) for backlink in backlinks)


def _gathered(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _events_at(events: Iterable[Event], places: Iterable[Place]) -> Mapping[str, tuple[Event, ...]]:
    """The events at a place and at those within it; that none lies within itself was checked."""
    within = {place.id: place.within for place in places}
    found = []
    for event in events:
        place = event.place
        while place:
            found.append((place, event))
            place = within.get(place)
    return _gathered(found)


def _pairs(events: Iterable[Event], leaders: Iterable[Leader]) -> tuple[Pair, ...]:
    """Those who met or telephoned, the most often first: established events only."""
    known = {leader.id: leader for leader in leaders}
    order = {id_: number for number, id_ in enumerate(known)}
    shared: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.status is Status.ESTABLISHED:
            meeting = (id_ for id_ in event.participants if id_ in known and id_ not in event.present)
            people = sorted(meeting, key=order.__getitem__)
            for pair in combinations(people, 2):
                shared[pair].append(event)
    pairs = (
        Pair(
            known[one],
            known[other],
            tuple(event for event in found if event.kind in MEETING_KINDS),
            tuple(event for event in found if event.kind is EventKind.CALL),
        )
        for (one, other), found in sorted(shared.items(), key=lambda item: tuple(map(order.__getitem__, item[0])))
    )
    told = (pair for pair in pairs if pair.meetings or pair.calls)
    return tuple(sorted(told, key=lambda pair: (-len(pair.meetings), -len(pair.calls))))


def role_at(leader: Leader, day: Edtf) -> Role | None:
    """The office that a leader holds on the day of a date, the latest where there are several."""
    held = [
        role
        for role in leader.roles
        if day.overlaps(role.from_.first if role.from_ else None, role.to.last if role.to else None)
    ]
    return held[-1] if held else None
