"""The records of a dossier: closed, typed, frozen. What may stand in a content file stands here."""

from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Final, Literal

from pydantic import Field

from generator.claims.records import Accusation, Claim, Established, Judgement
from generator.fields import (
    Archive,
    Contact,
    Country,
    EdtfDate,
    HttpsUrl,
    Id,
    OneOrMore,
    Record,
    Reference,
    Sha256,
    Speech,
    Text,
    Worded,
)


class Kind(StrEnum):
    """The kinds of things that have a page of their own."""

    ARTICLE = "article"
    LEADER = "leader"
    PLACE = "place"
    EVENT = "event"
    SOURCE = "source"
    PAGE = "page"


class TextKind(StrEnum):
    """What an article's body is: our own account, or the article's own words."""

    NOTICE = "notice"
    EXTRACT = "extract"
    FULL = "full"


class PublisherBasis(StrEnum):
    """How the publisher is known: named in the text, same text found there, said by the editor."""

    TEXT = "texte"
    MATCH = "correspondance"
    DECLARED = "déclaré"


class PlaceKind(StrEnum):
    """What a place is."""

    CITY = "city"
    BASE = "base"
    PORT = "port"
    AIRPORT = "airport"
    BUILDING = "building"
    COUNTRY = "country"
    REGION = "region"
    HISTORICAL = "historical"


class EventKind(StrEnum):
    """What an event is."""

    VISIT = "visite"
    TALK = "entretien"
    CALL = "appel"
    SUMMIT = "sommet"
    MEETING = "réunion"
    STATEMENT = "déclaration"
    DECISION = "décision"
    AGREEMENT = "accord"
    RUPTURE = "rupture"
    OPERATION = "opération-militaire"


MEETING_KINDS: Final = frozenset({EventKind.VISIT, EventKind.TALK, EventKind.SUMMIT, EventKind.MEETING})
"""Kinds of events at which two participants see each other."""


class Status(StrEnum):
    """How firm an event is: only an established one reads as a fact."""

    ESTABLISHED = "établi"
    ANNOUNCED = "annoncé"
    DENIED = "démenti"
    DOUBTFUL = "douteux"


class Interest(StrEnum):
    """What ties a source to what it tells; a reader is told wherever it is named."""

    PARTY = "partie au conflit"
    STATE = "média d’État"
    AGENCY = "agence"


class Original(Record):
    """The text that was read: its file in the folder of the originals, its fingerprint, and the day."""

    file: Text
    sha256: Sha256
    read: EdtfDate | None = None


class Quote(Record):
    """A short quotation of the article: who said it and, where the chain is indirect, who reported it."""

    text: Text
    speaker: Text
    reported_by: OneOrMore = ()
    """From who stands next to the speaker to who stands next to the article."""
    speech: Speech = "direct"
    """Whether these are the speaker's words, or those in which the first reporter, else the article, tells them."""
    context: Text | None = None
    """What the words are about where they do not say it, in the editors' own."""


class Correction(Record):
    """What was put right on a page after it had been published, and when."""

    date: EdtfDate
    text: Text


class Outcome(Record):
    """What the editors know came of an event, and from where."""

    text: Text
    source: Reference


class Journey(Record):
    """A movement that a source states; ids of a leader and of places."""

    who: Id
    to: Id
    from_: Annotated[Id | None, Field(alias="from")] = None
    from_basis: Literal["texte", "rédaction"] = "texte"
    """Whether a text says where it began, or the editors suppose it."""


class Role(Record):
    """An office held in a country (ISO 3166-1 alpha-2) between two dates, the last left out while it lasts."""

    office: Worded
    country: Country
    from_: Annotated[EdtfDate | None, Field(alias="from")] = None
    to: EdtfDate | None = None
    known_as: tuple[Text, ...] = ()
    """Other wordings that texts use for the holder of this office."""


class Entity(Record):
    """What every kind of content file has in common."""

    id: Id
    path: PurePosixPath
    """The content file, from content/."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids: their addresses lead here."""
    corrections: tuple[Correction, ...] = ()
    body: str = ""

    def __hash__(self) -> int:
        """Return that of the file: records are looked up so often that to go through all their values takes long."""
        return hash(self.path)


class Subject(Entity):
    """A thing of which articles claim something."""

    established: tuple[Established, ...] = ()
    divergences: tuple[Judgement, ...] = ()


class Article(Subject):
    """One press article, as the editors account for it."""

    title: Worded
    standfirst: Text | None = None
    date: EdtfDate
    date_basis: Text | None = None
    publisher: Text | None = None
    publisher_basis: PublisherBasis | None = None
    publisher_note: Text | None = None
    author: Text | None = None
    url: HttpsUrl | None = None
    archive: Archive | None = None
    text: TextKind
    licence: Text | None = None
    status: Literal["draft", "published"]
    original: Original | None = None
    dispatch: Text | None = None
    """The agency's text that the article reprints: articles that name the same one are one voice."""
    told_by: OneOrMore = ()
    """From whom it has all that it tells, where it says so and names nobody else: ids of leaders, or names."""
    events: tuple[Id, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    accusations: tuple[Accusation, ...] = ()
    reprint_of: Id | None = None
    """The article of the dossier that gave the same text first."""


class Leader(Subject):
    """A person whom the articles name or designate."""

    name: Worded
    sort_name: Text | None = None
    aliases: tuple[Text, ...] = ()
    not_: Annotated[tuple[Text, ...], Field(alias="not")] = ()
    """Longer names that contain an alias but are somebody else's."""
    identified_by: Literal["texte", "rédaction"] = "texte"
    interest: tuple[Interest, ...] = ()
    roles: tuple[Role, ...] = ()


class Place(Subject):
    """A place that the articles name; coordinates in degrees (WGS 84) where it has a pin."""

    name: Worded
    aliases: tuple[Text, ...] = ()
    not_: Annotated[tuple[Text, ...], Field(alias="not")] = ()
    kind: PlaceKind
    country: Country | None = None
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    within: Id | None = None


class Event(Subject):
    """Something that happened, was announced or was denied."""

    title: Worded
    date: EdtfDate
    date_basis: Text | None = None
    kind: EventKind
    status: Status
    status_note: Text | None = None
    place: Id | None = None
    place_note: Text | None = None
    participants: tuple[Id, ...] = ()
    """Ids of leaders or of countries."""
    identified: tuple[Id, ...] = ()
    """Participants whom the texts designate without naming: the editors' identification."""
    present: tuple[Id, ...] = ()
    """Participants of whom the texts only say that they were there: they are not counted as meeting the others."""
    told_by: OneOrMore = ()
    """From whom the articles have it, where they name somebody and nobody else: ids of leaders, or names."""
    journeys: tuple[Journey, ...] = ()
    outcome: Outcome | None = None


class Source(Entity):
    """Who publishes or speaks: a paper, an agency, an institution. Articles name it in `publisher`, or in a quotation.

    A publisher that has no file gets a record from its name alone (`generator.link.sources`).
    """

    name: Worded
    aliases: tuple[Text, ...] = ()
    interest: tuple[Interest, ...] = ()


class Page(Entity):
    """A page written by hand."""

    title: Worded
    description: Text | None = None


class QuoteLimits(Record):
    """Words in one quotation at most, and quotations in per cent of the original at most."""

    max_words: Annotated[int, Field(gt=0)] = 25
    max_share: Annotated[float, Field(gt=0, le=100)] = 20


class Frame(Record):
    """What the map shows, in degrees."""

    south: Annotated[float, Field(ge=-85, le=85)]
    west: Annotated[float, Field(ge=-180, le=180)]
    north: Annotated[float, Field(ge=-85, le=85)]
    east: Annotated[float, Field(ge=-180, le=180)]

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


class Publisher(Record):
    """Legal particulars of whoever publishes the site."""

    name: Text | None = None
    status: Text | None = None
    address: Text | None = None
    director: Text | None = None
    email: Text | None = None
    host: Text | None = None
    host_address: Text | None = None


class Settings(Record):
    """`content/dossier.yml`."""

    title: Worded
    subtitle: Text
    standfirst: Text
    language: Literal["fr"] = "fr"
    originals: Text = "originals"
    quotes: QuoteLimits = QuoteLimits()
    map: Frame | None = None
    openstreetmap: bool = False
    """Whether a reader may ask for OpenStreetMap's tiles, which tells its servers his address."""
    milestones: tuple[Id, ...] = ()
    publisher: Publisher = Publisher()
    corrections: Contact | None = None
    licence: Text | None = None


class Dossier(Record):
    """A whole dossier, each collection in the order of its ids."""

    settings: Settings
    articles: tuple[Article, ...] = ()
    leaders: tuple[Leader, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    """Those that have a file."""
    pages: tuple[Page, ...] = ()
