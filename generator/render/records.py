"""The pages about one thing each: a record, a page written by hand, the legal notice, a page that has moved."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.claims.values import read
from generator.claims.voices import Voice, question
from generator.link.contributed import divergences_voiced, events_of_one, passed_on, relied_on, told_by_one
from generator.link.independent import independence
from generator.link.library import (
    Library,
    divergences_about,
    events_about,
    events_in,
    leaders_in,
    ref_to,
    reporting,
    role_at,
)
from generator.link.quotations import quoted_by, voiced_by
from generator.link.touched import divergences_touching
from generator.model import Article, Event, Kind, Leader, Page, Place, Role, Source
from generator.originals import rights
from generator.render import labels
from generator.render.desk import Desk, PageFile, described
from generator.render.environment import headline
from generator.routes import LEGAL, Ref, address, relative, src_uri
from generator.text.french import typeset


def article(desk: Desk, article: Article) -> PageFile:
    """An article's page."""
    library = desk.library
    mentioned, reported = library.mentioned[ref_to(article)], events_in(library, article)
    extent = _extent(library, article)
    meta = {"title": typeset(article.title), "description": described(article, article.standfirst)}
    return desk.about(
        article,
        "article.md.j2",
        meta,
        article=article,
        divergences=divergences_about(library, article),
        disputed=[d for d in library.divergences_in.get(article.id, ()) if d.subject is not article],
        reported=reported,
        people=leaders_in(library, article),
        quotations=[found for found in library.quotations_of.get(article.id, ()) if not found.claim],
        cited=[
            library.verifications.of(text, article)
            for text in dict.fromkeys(text for text, _ in rights.quotations(article))
        ],
        extent=extent,
        share=desk.words.number(extent.share, "0.#") if extent else "",
        read=library.verifications.original(article),
        spots=[x for x in library.places if ref_to(x) in mentioned or x.id in {e.place for e in reported}],
        reprints=library.reprints.get(article.id, ()),
    )


@dataclass(frozen=True, slots=True)
class Extent:
    """How many words an article's page quotes, of how many that the text has."""

    quoted: int
    words: int

    @property
    def share(self) -> float:
        """In per cent."""
        return 100 * self.quoted / self.words


def _extent(library: Library, article: Article) -> Extent | None:
    """How much of an original is quoted, where its length is on record."""
    original = library.verifications.original(article)
    return Extent(rights.quoted_words(article), original.words) if original and original.words else None


def leader(desk: Desk, leader: Leader) -> PageFile:
    """A leader's page."""
    meta = {"title": typeset(leader.name), "description": described(leader)}
    shared = desk.library.events_with.get(leader.id, ())
    about = divergences_about(desk.library, leader)
    told = [one for one in desk.library.divergences if one.voiced_by(leader.id) and one not in about]
    accusations = [
        (article, made)
        for article in desk.library.articles
        for made in article.accusations
        if leader.id in made.accused
    ]
    return desk.about(
        leader,
        "leader.md.j2",
        meta,
        leader=leader,
        known_office=office_in(desk.library, leader),
        divergences=(*about, *told),
        accusations=accusations,
        shared=shared,
        disputed=[one for one in divergences_touching(desk.library, leader) if one not in told],
        reporting=reporting(desk.library, shared),
        told=told_by_one(desk.library, leader.id),
        passed=tuple(passed_on(desk.library, leader.id)),
        quotations=voiced_by(leader.id, desk.library.quotations, desk.library.named),
    )


def office_in(library: Library, leader: Leader) -> Role | None:
    """The office by which a dossier knows a leader: that held at the last event, else the last one of all."""
    events = library.events_with.get(leader.id, ())
    held = role_at(leader, events[-1].date) if events else None
    return held or next(iter(leader.roles[-1:]), None)


def place(desk: Desk, place: Place) -> PageFile:
    """A place's page."""
    library = desk.library
    here = library.events_at.get(place.id, ())
    return desk.about(
        place,
        "place.md.j2",
        {"title": typeset(place.name), "description": described(place)},
        place=place,
        divergences=divergences_about(library, place),
        disputed=divergences_touching(library, place),
        here=here,
        reporting=reporting(library, events_about(library, place)),
        taking_part=[event for event in library.events_with.get(place.id, ()) if event not in here],
        inside=[inner for inner in library.places if inner.within == place.id],
    )


def event(desk: Desk, number: int, event: Event) -> PageFile:
    """An event's page."""
    library = desk.library
    leaders = {leader.id: leader for leader in library.leaders}
    telling = {link.source.id for link in library.backlinks.get(ref_to(event), ())}
    title = f"{typeset(event.title)} ({desk.words.date(event.date)})"
    return desk.about(
        event,
        "event.md.j2",
        {"title": title, "description": described(event)},
        event=event,
        divergences=divergences_about(library, event),
        disputed=divergences_touching(library, event),
        known=_known(library, event),
        sources=independence(library, event),
        roles={id_: role_at(leaders[id_], event.date) for id_ in event.participants if id_ in leaders},
        silent=[article for article in library.articles_of.get(event.id, ()) if article.id not in telling],
        before=library.events[number - 1] if number else None,
        after=library.events[number + 1] if number + 1 < len(library.events) else None,
    )


def source(desk: Desk, source: Source) -> PageFile:
    """A source's page: all that it contributed."""
    library = desk.library
    published = [article for article in library.articles if library.named.of(article.publisher) is source]
    quotations = voiced_by(source.name, library.quotations, library.named)
    name = typeset(source.name)
    description = described(source) or desk.words.gettext("What the dossier owes to the source “%(name)s”.", name=name)
    meta = {"title": name, "description": description}
    return desk.about(
        source,
        "source.md.j2",
        meta,
        who=source,
        published=published,
        alone=events_of_one(library, published),
        told=told_by_one(library, source.name),
        disputed=divergences_voiced(library, source),
        relying=tuple(relied_on(library, source)),
        passed=tuple(passed_on(library, source.name)),
        cited=list(quoted_by(published, library.quotations, quotations)),
        quotations=quotations,
    )


def _known(library: Library, event: Event) -> list[Voice]:
    """What the editors know of an event from elsewhere and no divergence shows: nobody disputes it."""
    ref = ref_to(event)
    shown = {found.question for found in divergences_about(library, event)}
    return [Voice(fact, read(fact)) for fact in event.established if question(ref, fact) not in shown]


def hand(desk: Desk, page: Page) -> PageFile:
    """A page written by hand."""
    meta = {"title": typeset(page.title), "description": described(page, page.description)}
    return desk.about(page, "hand.md.j2", meta, hand=page)


def legal(desk: Desk) -> PageFile:
    """The legal particulars: generated, around what the editors wrote."""
    written = desk.library.by_ref.get(Ref(Kind.PAGE, LEGAL.removesuffix(".md")))
    settings = desk.library.dossier.settings
    particulars = [(desk.words.gettext(label), getattr(settings.publisher, key)) for key, label in labels.LEGAL_FIELDS]
    meta: dict[str, object] = {
        "title": desk.words.gettext("Legal notice"),
        "page_kind": "page",
        "description": desk.words.gettext(labels.LEGAL_DESCRIPTION),
    }
    if isinstance(written, Page):
        meta["description"] = described(written, written.description)
    return desk.page(
        "legal.md.j2",
        LEGAL,
        meta,
        written,
        body=desk.body(ref_to(written)) if written else "",
        particulars=particulars,
        corrections=settings.corrections,
        licence=settings.licence,
        missing=not (all(value for _, value in particulars) and settings.corrections and settings.licence),
    )


def moved(desk: Desk) -> Iterator[PageFile]:
    """A page at each earlier address, which leads to the present one."""
    for entity in desk.library.by_ref.values():
        ref = ref_to(entity)
        for old in entity.formerly:
            uri = src_uri(Ref(ref.kind, old))
            target = relative(src_uri(ref), uri)
            meta = {"title": desk.words.gettext("Page moved"), "moved_to": address(src_uri(ref))}
            yield desk.page("moved.md.j2", uri, meta, entity=entity, name=headline(entity), target=target)
