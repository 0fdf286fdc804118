"""The pages that look over the whole dossier: home, indexes, divergences, corrections."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from generator.link.contributed import events_of_one, passed_on, relied_on
from generator.link.library import events_about, ref_to
from generator.model import Article, Correction, Entity, EventKind, Kind, Place, Status
from generator.render import labels
from generator.render.desk import Desk, PageFile
from generator.render.records import office_in
from generator.routes import CHRONOLOGY, CORRECTIONS, DIVERGENCES, HOME, index_uri
from generator.text.french import fold, typeset

HOME_CSS: Final = "assets/accueil.css"
"""The stylesheet of the home page, from `docs_dir`."""
SHOWN: Final = 6
"""How many of the newest articles and of the busiest leaders the home page shows: more would push the rest away."""


def home(desk: Desk) -> PageFile:
    """The dossier in one view."""
    library, settings, words = desk.library, desk.library.dossier.settings, desk.words
    events = {event.id: event for event in library.events}
    established = [event for event in library.events if event.status is Status.ESTABLISHED]
    rows = sorted(_people(desk), key=lambda row: -int(row["events"]))
    return desk.page(
        "home.md.j2",
        HOME,
        {
            "title": typeset(settings.title),
            "description": typeset(settings.subtitle),
            "page_kind": "home",
            "stylesheets": [HOME_CSS],
        },
        figures=[
            (
                len(library.articles),
                words.ngettext("article read", "articles read", len(library.articles)),
                index_uri(Kind.ARTICLE),
            ),
            (
                len(established),
                words.ngettext("established event", "established events", len(established)),
                CHRONOLOGY,
            ),
            (len(library.leaders), words.ngettext("leader", "leaders", len(library.leaders)), index_uri(Kind.LEADER)),
            (len(library.places), words.ngettext("place", "places", len(library.places)), index_uri(Kind.PLACE)),
        ],
        milestones=[events[id_] for id_ in settings.milestones],
        newest=_newest(desk)[:SHOWN],
        rows=[row for row in rows if row["events"]][:SHOWN],
        corrected=_corrections(desk)[:3],
    )


def indexes(desk: Desk) -> Iterator[PageFile]:
    """The index pages of articles, leaders, places, events and sources."""
    library = desk.library
    yield _index(desk, Kind.ARTICLE, "articles.md.j2", newest=_newest(desk))
    yield _index(desk, Kind.LEADER, "leaders.md.j2", rows=_people(desk))
    yield _index(desk, Kind.PLACE, "places.md.j2", groups=_places_by_country(desk))
    said = {kind: desk.words.gettext(many) for kind, (_, many) in labels.EVENT_KINDS.items()}
    kinds = [(said[kind], [e for e in library.events if e.kind is kind]) for kind in EventKind]
    yield _index(desk, Kind.EVENT, "events.md.j2", groups=[(title, found) for title, found in kinds if found])
    yield _index(desk, Kind.SOURCE, "sources.md.j2", rows=_sources(desk), **_unidentified(desk))


def _index(desk: Desk, kind: Kind, template: str, **values: Any) -> PageFile:
    """The index page of one kind."""
    title = desk.words.gettext(labels.SECTION_TITLES[kind])
    dossier = typeset(desk.library.dossier.settings.title)
    # Translators: %(section)s is « Articles », « Places »…; %(dossier)s the title of the dossier
    description = desk.words.gettext("%(section)s of the dossier “%(dossier)s”", section=title, dossier=dossier)
    meta = {"title": title, "description": description}
    return desk.page(template, index_uri(kind), {**meta, "page_kind": "index"}, **values)


def _newest(desk: Desk) -> list[Article]:
    """Articles, the latest first."""
    return list(reversed(desk.library.articles))


def _people(desk: Desk) -> list[dict[str, Any]]:
    """Leaders with the office they held at their last event, and how many events they have."""
    library = desk.library
    return [
        {
            "leader": leader,
            "role": office_in(library, leader),
            "events": len(library.events_with.get(leader.id, ())),
        }
        for leader in library.leaders
    ]


def _places_by_country(desk: Desk) -> list[tuple[str, list[dict[str, Any]]]]:
    """Places with a country's name over them; countries and regions last."""
    words = desk.words
    wide = {
        "country": words.gettext("Countries"),
        "region": words.gettext("Regions"),
        "historical": words.gettext("Historical entities"),
    }

    def group(place: Place) -> tuple[int, str]:
        if place.kind.value in wide:
            return 1 + list(wide).index(place.kind.value), wide[place.kind.value]
        return 0, words.country(place.country) if place.country else words.gettext("Without a country")

    ordered = sorted(desk.library.places, key=lambda place: (group(place)[0], fold(group(place)[1])))
    return [
        (key[1], [{"place": place, "events": len(events_about(desk.library, place))} for place in found])
        for key, found in groupby(ordered, group)
    ]


def _sources(desk: Desk) -> list[dict[str, Any]]:
    """Sources with how many articles of the dossier each published, else what it is to the dossier."""
    library = desk.library
    published = Counter(source.id for a in library.articles if (source := library.named.of(a.publisher)))
    quoted = {library.named.of(voice) for found in library.quotations for voice in found.voices}
    return [
        {
            "source": source,
            "articles": published[source.id],
            "quoted": source in quoted,
            "relied": any((*relied_on(library, source), *passed_on(library, source.name))),
        }
        for source in library.sources
    ]


def _unidentified(desk: Desk) -> dict[str, Any]:
    """The articles whose source nobody knows, and the events that no other reports."""
    unknown = [article for article in desk.library.articles if not article.publisher]
    return {"unknown": unknown, "unconfirmed": events_of_one(desk.library, unknown)}


def corrections(desk: Desk) -> PageFile:
    """What was put right on any page since it was published, the latest first."""
    meta = {
        "title": desk.words.gettext("Corrections"),
        "description": desk.words.gettext("What has been put right in this dossier since it went online."),
    }
    return desk.page("corrections.md.j2", CORRECTIONS, {**meta, "page_kind": "page"}, made=_corrections(desk))


def _corrections(desk: Desk) -> list[tuple[Correction, Entity]]:
    """Every correction with the record that it was made to, the latest first."""
    library = desk.library
    shown = (*library.articles, *library.leaders, *library.places, *library.events, *library.sources)
    made = [(each, entity) for entity in (*shown, *library.dossier.pages) for each in entity.corrections]
    return sorted(made, key=lambda pair: pair[0].date, reverse=True)


def divergences(desk: Desk) -> PageFile:
    """All divergences, the certain errors apart from what is only a nuance or a limit."""
    library = desk.library
    things = (*library.events, *library.leaders, *library.places, *library.articles)
    order = {ref_to(thing): number for number, thing in enumerate(things)}
    found = sorted(library.divergences, key=lambda one: order[one.question.subject])
    say = desk.words.gettext
    groups = [
        (say(title), anchor, say(explained), [one for one in found if one.verdict is verdict])
        for verdict, (title, anchor, explained) in labels.VERDICTS.items()
    ]
    meta = {
        "title": say("Divergences"),
        "description": say("What the sources contradict each other on, voice by voice, and what the editors hold."),
        "section": say("Divergences"),
        "page_kind": "divergences",
    }
    return desk.page(
        "divergences.md.j2",
        DIVERGENCES,
        meta,
        groups=[group for group in groups if group[-1]],
        total=len(found),
        machine=sum(1 for one in found if one.findings),
    )
