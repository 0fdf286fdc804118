"""The pages of a dossier as Markdown files: a mapping from `src_uri` to text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any, Final

import yaml
from jinja2 import Environment

from generator.dates import date_fr
from generator.library import Library, Pair, ref_to, role_at
from generator.model import Article, Entity, Event, EventKind, Kind, Leader, Page, Place, Status
from generator.render import labels
from generator.render.environment import environment
from generator.routes import address, CHRONOLOGY, FOLDERS, HOME, LEGAL, MEETINGS, Ref, index_uri, relative, src_uri
from generator.text.countries import country_name
from generator.text.french import fold, typeset, upper_first
from generator.text.markup import plain
from generator.text.sentences import sentences

_COVERAGE: Final = "ce-que-ce-dossier-ne-couvre-pas"
"""The anchor of the section that says what is missing, on whichever hand-written page has it."""
_DESCRIPTION_LENGTH: Final = 200
_BODY: Final = "\ue020"
"""Stands for the body while the lines around it are set, for in a body every line counts."""


def pages(library: Library) -> dict[str, str]:
    """All pages of the site, each complete with its front matter."""
    desk = _Desk(library, environment())
    made = dict(
        (
            desk.home(),
            *(desk.article(article) for article in library.articles),
            *(desk.leader(leader) for leader in library.leaders),
            *(desk.place(place) for place in library.places),
            *(desk.event(number, event) for number, event in enumerate(library.events)),
            *(desk.hand(page) for page in library.dossier.pages if src_uri(ref_to(page)) != LEGAL),
            desk.legal(),
            *desk.indexes(),
            desk.chronology(),
            desk.meetings(),
        )
    )
    return made | dict(desk.moved())


@dataclass(frozen=True, slots=True)
class _Desk:
    """Writes pages from one library with one set of templates."""

    library: Library
    templates: Environment

    def page(
        self, template: str, uri: str, meta: Mapping[str, object], source: Entity | None = None, **values: object
    ) -> tuple[str, str]:
        """One page: `meta` is its front matter, `source` the record whose file an edit link leads to."""
        library = self.library
        front: dict[str, object] = {key: value for key, value in meta.items() if value}
        front |= {"hide": ["navigation", "toc"], "footer": self.footer()}
        if source:
            front["source"] = f"content/{source.path}"
        text = self.templates.get_template(template).render(
            page=uri,
            meta=yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10**6).rstrip(),
            settings=library.dossier.settings,
            articles={article.id: article for article in library.articles},
            leaders={leader.id: leader for leader in library.leaders},
            places={place.id: place for place in library.places},
            coverage=self.coverage(),
            **{key: _BODY if key == "body" else value for key, value in values.items()},
        )
        return uri, _squeezed(text).replace(_BODY, str(values.get("body", "")))

    def about(self, entity: Entity, template: str, meta: Mapping[str, object], **values: object) -> tuple[str, str]:
        """The page of one record."""
        ref = ref_to(entity)
        section = labels.SECTION_TITLES.get(ref.kind, "")
        front = {**meta, "section": section, "page_kind": ref.kind.value}
        return self.page(
            template,
            src_uri(ref),
            front,
            entity,
            body=self.library.bodies[ref],
            backlinks=self.library.backlinks.get(ref, ()),
            **values,
        )

    def article(self, article: Article) -> tuple[str, str]:
        """An article's page."""
        library = self.library
        mentioned = self.mentioned(article)
        reported = [event for event in library.events if event.id in article.events]
        involved = {id_ for event in reported for id_ in event.participants}
        meta = {"title": typeset(article.title), "description": self.described(article, article.standfirst)}
        return self.about(
            article,
            "article.md.j2",
            meta,
            article=article,
            reported=reported,
            people=[x for x in library.leaders if ref_to(x) in mentioned or x.id in involved],
            spots=[x for x in library.places if ref_to(x) in mentioned or x.id in {e.place for e in reported}],
        )

    def mentioned(self, article: Article) -> set[Ref]:
        """What an article's text mentions."""
        ref = ref_to(article)
        return {
            target for target, found in self.library.backlinks.items() if any(link.source == ref for link in found)
        }

    def leader(self, leader: Leader) -> tuple[str, str]:
        """A leader's page."""
        meta = {"title": leader.name, "description": self.described(leader)}
        shared = self.library.events_with.get(leader.id, ())
        return self.about(leader, "leader.md.j2", meta, leader=leader, shared=shared)

    def place(self, place: Place) -> tuple[str, str]:
        """A place's page."""
        library = self.library
        return self.about(
            place,
            "place.md.j2",
            {"title": place.name, "description": self.described(place)},
            place=place,
            here=library.events_at.get(place.id, ()),
            taking_part=library.events_with.get(place.id, ()),
            inside=[inner for inner in library.places if inner.within == place.id],
        )

    def event(self, number: int, event: Event) -> tuple[str, str]:
        """An event's page."""
        library = self.library
        leaders = {leader.id: leader for leader in library.leaders}
        telling = {link.source.id for link in library.backlinks.get(ref_to(event), ())}
        title = f"{typeset(event.title)} ({typeset(date_fr(event.date))})"
        return self.about(
            event,
            "event.md.j2",
            {"title": title, "description": self.described(event)},
            event=event,
            roles={id_: role_at(leaders[id_], event.date) for id_ in event.participants if id_ in leaders},
            silent=[article for article in library.articles_of.get(event.id, ()) if article.id not in telling],
            before=library.events[number - 1] if number else None,
            after=library.events[number + 1] if number + 1 < len(library.events) else None,
        )

    def hand(self, page: Page) -> tuple[str, str]:
        """A page written by hand."""
        meta = {"title": typeset(page.title), "description": self.described(page, page.description)}
        return self.about(page, "hand.md.j2", meta, hand=page)

    def legal(self) -> tuple[str, str]:
        """The legal particulars: generated, around what the editors wrote."""
        written = self.library.by_ref.get(Ref(Kind.PAGE, LEGAL.removesuffix(".md")))
        settings = self.library.dossier.settings
        particulars = [(label, getattr(settings.publisher, key)) for key, label in labels.LEGAL_FIELDS]
        meta: dict[str, object] = {"title": "Mentions légales", "page_kind": "page"}
        if isinstance(written, Page):
            meta["description"] = self.described(written, written.description)
        return self.page(
            "legal.md.j2",
            LEGAL,
            meta,
            written,
            body=self.library.bodies[ref_to(written)] if written else "",
            particulars=particulars,
            corrections=settings.corrections,
            licence=settings.licence,
            missing=not (all(value for _, value in particulars) and settings.corrections and settings.licence),
        )

    def home(self) -> tuple[str, str]:
        """The dossier in one view."""
        library, settings = self.library, self.library.dossier.settings
        events = {event.id: event for event in library.events}
        established = [event for event in library.events if event.status is Status.ESTABLISHED]
        rows = sorted(self.people(), key=lambda row: -int(row["events"]))
        return self.page(
            "home.md.j2",
            HOME,
            {"title": typeset(settings.title), "description": typeset(settings.subtitle), "page_kind": "home"},
            figures=[
                (len(library.articles), _plural(len(library.articles), "article lu", "articles lus"), index_uri(Kind.ARTICLE)),
                (len(established), _plural(len(established), "événement établi", "événements établis"), CHRONOLOGY),
                (len(library.leaders), _plural(len(library.leaders), "dirigeant"), index_uri(Kind.LEADER)),
                (len(library.places), _plural(len(library.places), "lieu", "lieux"), index_uri(Kind.PLACE)),
            ],
            milestones=[events[id_] for id_ in settings.milestones],
            newest=self.newest(),
            rows=[row for row in rows if row["events"]],
        )

    def indexes(self) -> Iterator[tuple[str, str]]:
        """The index pages of articles, leaders, places and events."""
        library = self.library
        yield self.index(Kind.ARTICLE, "articles.md.j2", newest=self.newest())
        yield self.index(Kind.LEADER, "leaders.md.j2", rows=self.people())
        yield self.index(Kind.PLACE, "places.md.j2", groups=self.places_by_country())
        kinds = [(labels.EVENT_KINDS[kind][1], [e for e in library.events if e.kind is kind]) for kind in EventKind]
        yield self.index(Kind.EVENT, "events.md.j2", groups=[(title, found) for title, found in kinds if found])

    def index(self, kind: Kind, template: str, **values: object) -> tuple[str, str]:
        """The index page of one kind."""
        title = labels.SECTION_TITLES[kind]
        meta = {"title": title, "description": f"{title} du dossier « {self.library.dossier.settings.title} »"}
        meta["description"] = typeset(meta["description"])
        return self.page(template, index_uri(kind), {**meta, "page_kind": "index"}, **values)

    def newest(self) -> list[Article]:
        """Articles, the latest first."""
        return list(reversed(self.library.articles))

    def people(self) -> list[dict[str, Any]]:
        """Leaders with the office they held at their last event, and how many events they have."""
        rows = []
        for leader in self.library.leaders:
            events = self.library.events_with.get(leader.id, ())
            role = role_at(leader, events[-1].date) if events else None
            rows.append({"leader": leader, "role": role or next(iter(leader.roles[-1:]), None), "events": len(events)})
        return rows

    def places_by_country(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """Places with a country's name over them; countries and regions last."""
        wide = {"country": "Pays", "region": "Régions", "historical": "Entités historiques"}

        def group(place: Place) -> tuple[int, str]:
            if place.kind.value in wide:
                return 1 + list(wide).index(place.kind.value), wide[place.kind.value]
            return 0, country_name(place.country) if place.country else "Sans pays"

        ordered = sorted(self.library.places, key=lambda place: (group(place)[0], fold(group(place)[1])))
        events = self.library.events_at
        return [
            (key[1], [{"place": place, "events": len(events.get(place.id, ()))} for place in found])
            for key, found in groupby(ordered, group)
        ]

    def chronology(self) -> tuple[str, str]:
        """All events by year, with a filter for each leader that needs no script."""
        events = self.library.events
        known = {leader.id for leader in self.library.leaders}
        rows: list[dict[str, Any]] = [
            {"event": event, "classes": [f"avec-{id_}" for id_ in event.participants if id_ in known]} for event in events
        ]
        years = [
            (year, sorted({name for row in found for name in row["classes"]}), found)
            for year, found in ((year, list(rows)) for year, rows in groupby(rows, lambda row: row["event"].date.first.year))
        ]
        span = f"de {years[0][0]} à {years[-1][0]}" if len(years) > 1 else str(years[0][0]) if years else ""
        meta = {
            "title": "Chronologie",
            "description": f"Tous les événements du dossier, {span}, dans l’ordre des dates.",
            "page_kind": "chronology",
            "stylesheets": [CHRONOLOGY_CSS],
        }
        with_events = [(x, len(self.library.events_with.get(x.id, ()))) for x in self.library.leaders]
        filters = sorted(((x, number) for x, number in with_events if number), key=lambda pair: -pair[1])
        return self.page(
            "chronology.md.j2", CHRONOLOGY, meta, all=events, years=years, span=span, filters=filters
        )

    def meetings(self) -> tuple[str, str]:
        """Who met whom: a matrix, and under it each pair with its events."""
        pairs = self.library.pairs
        met = [x for x in self.library.leaders if any(x in {pair.one, pair.other} for pair in pairs)]
        by_ids = {frozenset((pair.one.id, pair.other.id)): pair for pair in pairs}
        matrix = [
            {"leader": row, "cells": [_cell(by_ids.get(frozenset((row.id, other.id))), row is other) for other in met]}
            for row in met
        ]
        meta = {
            "title": "Qui a rencontré qui",
            "description": "Les rencontres et les appels établis par les articles du dossier, personne par personne.",
            "section": "Rencontres",
            "page_kind": "meetings",
        }
        return self.page(
            "meetings.md.j2", MEETINGS, meta, pairs=pairs, met=met, matrix=matrix, sources=len(self.library.articles)
        )

    def moved(self) -> Iterator[tuple[str, str]]:
        """A page at each earlier address, which leads to the present one."""
        for entity in self.library.by_ref.values():
            ref = ref_to(entity)
            for old in entity.formerly:
                uri = src_uri(Ref(ref.kind, old))
                target = relative(src_uri(ref), uri)
                name = entity.name if isinstance(entity, Leader | Place) else getattr(entity, "title", entity.id)
                meta = {"title": "Page déplacée", "moved_to": address(src_uri(ref)), "search": {"exclude": True}}
                yield self.page("moved.md.j2", uri, meta, name=name, target=target)

    def footer(self) -> list[dict[str, str]]:
        """The pages written by hand, for the foot of every page; the legal one last."""
        written = [page for page in self.library.dossier.pages if src_uri(ref_to(page)) != LEGAL]
        links = [(typeset(page.title), src_uri(ref_to(page))) for page in written] + [("Mentions légales", LEGAL)]
        return [{"title": title, "url": address(uri)} for title, uri in links]

    def coverage(self) -> str | None:
        """Where a hand-written page says what the dossier does not cover."""
        for page in self.library.dossier.pages:
            if any(fold(line).startswith("## ce que ce dossier ne couvre pas") for line in page.body.splitlines()):
                return f"{src_uri(ref_to(page))}#{_COVERAGE}"
        return None

    def described(self, entity: Entity, given: str | None = None) -> str:
        """A page's description: the one given, else the body's first sentence, cut at a word."""
        text = typeset(plain(given or entity.body))
        first = next((text[start:end] for start, end in sentences(text)), "")
        whole = text if given else first
        return whole if len(whole) <= _DESCRIPTION_LENGTH else whole[:_DESCRIPTION_LENGTH].rpartition(" ")[0] + "…"


CHRONOLOGY_CSS: Final = "assets/chronologie.css"


def chronology_css(library: Library) -> str:
    """The rules that show only one leader's events where his filter is the page's target."""
    rules = [
        f".chronology:has(#avec-{leader.id}:target) :is(.event, .year):not(.avec-{leader.id})"
        for leader in library.leaders
        if leader.id in library.events_with
    ]
    return "".join(f"{rule} {{ display: none; }}\n" for rule in rules)


def _cell(pair: Pair | None, same: bool) -> dict[str, str] | str | None:
    if same:
        return "self"
    if pair is None:
        return None
    counted = [(len(pair.meetings), "rencontre"), (len(pair.calls), "appel")]
    label = "<br>".join(f"{number} {_plural(number, word)}" for number, word in counted if number)
    return {"label": label, "anchor": f"{pair.one.id}--{pair.other.id}"}


def _plural(number: int, singular: str, plural: str | None = None) -> str:
    return singular if number < 2 else plural or f"{singular}s"


def _squeezed(text: str) -> str:
    """Never more than one blank line in a row, and none at the end."""
    lines: list[str] = []
    for line in text.splitlines():
        stripped = line.rstrip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return "\n".join(lines).rstrip() + "\n"
