"""What a page is about, in schema.org's words (JSON-LD): what the page shows, and nothing of an article's text.

Where the site's address is not known, what would need one is left out. A date that ISO 8601 can't say as it is known
(« vers le 21 novembre 2017 ») is left out too, as is a publisher under whose name the same text was merely found; and
only an established event is called an event.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.dates import DateError, parse
from generator.link.library import Library, ref_to
from generator.model import (
    Article,
    Entity,
    Event,
    Kind,
    Leader,
    Place,
    PlaceKind,
    PublisherBasis,
    Role,
    Source,
    Status,
    TextKind,
)
from generator.render import labels
from generator.render.sharing.lastmod import exact
from generator.routes import HOME, Ref, address, index_uri, src_uri
from generator.text.french import typeset
from generator.words import Words

_PLACES: Final[Mapping[PlaceKind, str]] = {
    PlaceKind.CITY: "City",
    PlaceKind.AIRPORT: "Airport",
    PlaceKind.COUNTRY: "Country",
}
"""Kinds of places that schema.org has a name for."""

_COLLECTIONS: Final = frozenset({"index", "chronology", "meetings", "divergences"})
"""Kinds of pages (`page_kind`) that list things."""

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Described:
    """A page as all pages have it: its `src_uri`, what it is about, and what its head says."""

    uri: str
    entity: Entity | None
    title: str
    description: str
    kind: str
    """The front matter's `page_kind`."""
    lastmod: str = ""
    image: str = ""
    """The whole address of its card, or empty."""


def structured(library: Library, words: Words, site: str, page: Described) -> str:
    """The JSON of a page, fit to stand in a `<script>`; `site` is the site's address, or empty."""
    nodes = [_told(_Whole(library, words, site).about(page)), *_breadcrumbs(library, words, site, page)]
    graph = {"@context": "https://schema.org", "@graph": nodes}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@dataclass(frozen=True, slots=True)
class _Whole:
    """The dossier of which a page speaks, and the site's address."""

    library: Library
    words: Words
    site: str

    def about(self, page: Described) -> Node:
        common = {"url": self._url(page.uri), "description": page.description, "image": page.image}
        return self._thing(page) | common

    def _thing(self, page: Described) -> Node:
        match page.entity:
            case Article() as article:
                found = self._article(article, page)
            case Leader() as leader:
                found = _person(leader)
            case Place() as place:
                found = self._place(place)
            case Event(status=Status.ESTABLISHED) as event:
                found = self._event(event)
            case Source() as source:
                found = {"@type": "Organization", "name": source.name, "alternateName": list(source.aliases)}
            case _:
                found = self._page(page)
        return found

    def _page(self, page: Described) -> Node:
        if page.uri == HOME:
            return self._dossier() | {"inLanguage": self.words.language}
        kind = "CollectionPage" if page.kind in _COLLECTIONS else "WebPage"
        return {
            "@type": kind,
            "name": page.title,
            "inLanguage": self.words.language,
            "isPartOf": _told(self._dossier()),
        }

    def _dossier(self) -> Node:
        return {"@type": "WebSite", "name": typeset(self.library.dossier.settings.title), "url": self._url(HOME)}

    def _article(self, article: Article, page: Described) -> Node:
        """The page's own account, and the press article on which it is based.

        Nothing says when an account was first published, nor who wrote it; a text given whole is the press article's.
        """
        settings = self.library.dossier.settings
        licence = article.licence or settings.licence
        publisher = settings.publisher.name
        return {
            "@type": "Article",
            "headline": typeset(article.title),
            "inLanguage": self.words.language,
            **(_written(article) if article.text is TextKind.FULL else {}),
            "dateModified": page.lastmod,
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "license": {"@type": "CreativeWork", "name": licence} if licence else None,
            "isPartOf": _told(self._dossier()),
            "isBasedOn": _told(self._read(article)),
        }

    def _read(self, article: Article) -> Node:
        """The press article that was read: what is known of it, and the fingerprint of the text."""
        sure = article.publisher_basis is not PublisherBasis.MATCH
        source = self.library.named.of(article.publisher) if sure else None
        original = article.original
        return {
            "@type": "Article",
            "publisher": {"@type": "Organization", "name": source.name} if source else None,
            **_written(article),
            "url": article.url if article.url and not self.library.dead.of(article.url) else None,
            "archivedAt": article.archive.url if article.archive else None,
            "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": original.sha256}
            if original
            else None,
        }

    def _event(self, event: Event) -> Node:
        """An event, with those of whom the texts themselves say that they took part."""
        start, end = _edges(event)
        people = [x for x in self.library.leaders if x.id in event.participants and x.id not in event.identified]
        place = self.library.by_ref.get(Ref(Kind.PLACE, event.place)) if event.place else None
        return {
            "@type": "Event",
            "name": typeset(event.title),
            "startDate": start,
            "endDate": end,
            "location": self._named("Place", place) if isinstance(place, Place) else None,
            "attendee": [self._named("Person", leader) for leader in people],
        }

    def _place(self, place: Place) -> Node:
        around = self.library.by_ref.get(Ref(Kind.PLACE, place.within)) if place.within else None
        point = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
        country = {"@type": "PostalAddress", "addressCountry": place.country}
        return {
            "@type": _PLACES.get(place.kind, "Place"),
            "name": place.name,
            "alternateName": list(place.aliases),
            "geo": point if place.lat is not None else None,
            "address": country if place.country and place.kind is not PlaceKind.COUNTRY else None,
            "containedInPlace": self._named("Place", around) if isinstance(around, Place) else None,
        }

    def _named(self, kind: str, entity: Leader | Place) -> Node:
        return _told({"@type": kind, "name": entity.name, "url": self._url(src_uri(ref_to(entity)))})

    def _url(self, uri: str) -> str:
        return f"{self.site}{address(uri)}" if self.site else ""


def _written(article: Article) -> Node:
    """Who wrote the press article, and when it was published."""
    return {
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "datePublished": exact(article.date),
    }


def _person(leader: Leader) -> Node:
    return {
        "@type": "Person",
        "name": leader.name,
        "alternateName": list(leader.aliases),
        "hasOccupation": [_office(role) for role in leader.roles],
    }


def _office(role: Role) -> Node:
    return _told(
        {
            "@type": "Role",
            "hasOccupation": {"@type": "Occupation", "name": role.office},
            "startDate": exact(role.from_),
            "endDate": exact(role.to),
        }
    )


def _edges(event: Event) -> tuple[str, str]:
    """The day on which an event begins and that on which it ends, each as far as it is known for sure."""
    first, through, last = event.date.text.partition("/")
    if not through:
        return exact(event.date), ""
    try:
        return exact(parse(first)), exact(parse(last))
    except DateError:
        return "", ""


def _breadcrumbs(library: Library, words: Words, site: str, page: Described) -> list[Node]:
    """The way from the home page to a page, which takes addresses."""
    if not site or page.uri == HOME:
        return []
    steps = [(typeset(library.dossier.settings.title), HOME)]
    kind = ref_to(page.entity).kind if page.entity else Kind.PAGE
    if kind in labels.SECTION_TITLES:
        steps.append((words.gettext(labels.SECTION_TITLES[kind]), index_uri(kind)))
    steps.append((page.title, page.uri))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": site + address(uri)}
        for number, (name, uri) in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _told(node: Node) -> Node:
    """A node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
