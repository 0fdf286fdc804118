"""What the head of a page says for those who share it, and the card that goes with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.link.library import Library, ref_to
from generator.model import Article, Entity, Event, Leader, Place, Status
from generator.publish.typefaces import Typefaces
from generator.render import labels
from generator.render.sharing.card import Card
from generator.render.sharing.lastmod import corrected, lastmod
from generator.render.sharing.structured import Described, structured
from generator.routes import CORRECTIONS, HOME
from generator.text.french import typeset, upper_first
from generator.words import Words

_TYPES: Final[Mapping[str, str]] = {"article": "article", "leader": "profile"}
"""Open Graph's types by `page_kind`; all other pages are a website's."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a site will stand, and what the cards of its pages are set in: without an address there are none."""

    site: str = ""
    """The address of its root, which ends with a slash; or empty."""
    typefaces: Typefaces | None = None


NOWHERE: Final = Publication()
"""A site that works wherever it is put."""


@dataclass(frozen=True, slots=True)
class Head:
    """Front matter for a page's head, and its card where it has one."""

    front: Mapping[str, object]
    card: Card | None


def card_uri(uri: str) -> str:
    """The path of the card of a page, both from `docs_dir`."""
    return f"assets/partage/{uri.removesuffix('.md')}.png"


def head(  # noqa: PLR0913, PLR0917 - a page, and the three things that all pages share
    library: Library,
    words: Words,
    publication: Publication,
    uri: str,
    meta: Mapping[str, Any],
    entity: Entity | None,
) -> Head:
    """The head of the page `uri`, about a record or about the whole dossier; `meta` is its front matter so far."""
    if "moved_to" in meta:
        return Head({}, None)
    kind = str(meta.get("page_kind", "page"))
    card = _card(library, words, uri, meta, entity) if publication.site and publication.typefaces else None
    page = Described(
        uri=uri,
        entity=entity,
        title=str(meta["title"]),
        description=str(meta.get("description", "")),
        kind=kind,
        lastmod=_day(library, uri, kind, entity),
        image=publication.site + card_uri(uri) if card else "",
    )
    front = {
        "share_type": _TYPES.get(kind, "website"),
        "card": page.image,
        "lastmod": page.lastmod,
        "structured": structured(library, words, publication.site, page),
    }
    return Head({key: value for key, value in front.items() if value}, card)


def _day(library: Library, uri: str, kind: str, entity: Entity | None) -> str:
    """The day of a page's last change, as far as the content says; it says nothing of a page made of its settings."""
    if uri == CORRECTIONS:
        return corrected(library)
    return "" if kind == "page" and entity is None else lastmod(library, entity)


def _card(library: Library, words: Words, uri: str, meta: Mapping[str, Any], entity: Entity | None) -> Card:
    settings = library.dossier.settings
    title, subtitle = typeset(settings.title), typeset(settings.subtitle)
    whole = words.gettext(labels.PRESS_DOSSIER)
    if uri == HOME:
        return Card("", whole, title, subtitle)
    if entity is None:
        return Card(title, whole, str(meta["title"]), subtitle)
    marks, facts = _particulars(library, words, entity)
    kicker = [words.gettext(labels.SECTION_TITLES.get(ref_to(entity).kind, labels.PRESS_DOSSIER)), *marks]
    headline = entity.title if isinstance(entity, Event) else str(meta["title"])  # which has an event's date
    return Card(title, " · ".join(kicker), typeset(headline), typeset(upper_first(", ".join(filter(None, facts)))))


def _particulars(library: Library, words: Words, entity: Entity) -> tuple[list[str], list[str | None]]:
    """What stands over the headline of a thing's card, after its section, and what stands under it."""
    match entity:
        case Article():
            source = library.named.of(entity.publisher)
            return [], [source.name if source else words.gettext(labels.UNKNOWN_SOURCE), words.date(entity.date)]
        case Event():
            firm = entity.status is Status.ESTABLISHED
            place = next((place.name for place in library.places if place.id == entity.place), None)
            kind, _ = labels.EVENT_KINDS[entity.kind]
            marks = [words.gettext(kind), *([] if firm else [words.gettext(labels.STATUSES[entity.status])])]
            return marks, [words.date(entity.date), place]
        case Leader(roles=(*_, last)):
            return [], [last.office, words.period(last)]
        case Place():
            country = words.country(entity.country) if entity.country and entity.within else None
            return [], [words.gettext(labels.PLACE_KINDS[entity.kind]), country]
    return [], []
