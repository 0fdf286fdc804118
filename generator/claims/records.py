"""The records in which claims, established facts and the editors' judgements are written."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from generator.fields import EdtfDate, Id, OneOrMore, Record, Reference, Speech, Text


class Property(StrEnum):
    """What of a thing is claimed; it decides how two values are compared."""

    DATE = "date"
    PLACE = "place"
    PARTICIPANTS = "participants"
    STATUS = "status"
    NUMBER = "number"
    TEXT = "text"
    FIRST = "first"
    LAST = "last"
    AFTER = "after"


class Weekday(StrEnum):
    """A day of the week, Monday first, as `date.weekday()` counts."""

    MONDAY = "lundi"
    TUESDAY = "mardi"
    WEDNESDAY = "mercredi"
    THURSDAY = "jeudi"
    FRIDAY = "vendredi"
    SATURDAY = "samedi"
    SUNDAY = "dimanche"


class Verdict(StrEnum):
    """What the editors make of a divergence."""

    CERTAIN = "erreur certaine"
    PROBABLE = "erreur probable"
    NUANCE = "nuance"
    LIMIT = "limite"


class Statement(Record):
    """A value that somebody gives to one property of a thing."""

    property: Property
    topic: Text | None = None
    """What a number or a text is about; tells several of one thing apart."""
    value: OneOrMore
    """As it is written: several only of participants (`generator.claims.values` reads it)."""
    unit: Text | None = None
    note: Text | None = None


class Claim(Statement):
    """What an article, or somebody in it, says of a thing."""

    about: Text
    """The id of an event, leader, place or article; « events/x » where one id is several things'."""
    quote: Text | None = None
    """The disputed words, letter for letter."""
    speaker: Text | None = None
    """Whose words they are, where they are not the article's own: the id of a leader, or a name."""
    speech: Speech = "indirect"
    """Whether the disputed words are the speaker's own, or the article's, which only tells what he said."""
    basis: Literal["texte", "rédaction"] = "texte"
    """Whether the text says the value, or the editors worked it out from what it says."""
    given: Text | None = None
    """What the text gives of the value, where it is the editors who complete it, from elsewhere."""
    weekday: Weekday | None = None
    """The day of the week on which a text puts the date."""
    who: tuple[Id, ...] = ()
    """Whose first or last time it would be; all participants where nobody is named."""
    since: EdtfDate | None = None
    """The first time since when."""
    within: Id | None = None
    """The first or last time in this place…"""
    outside: Id | None = None
    """… or out of it."""


class Established(Statement):
    """What the editors know of a thing from outside the articles."""

    source: Reference


class Judgement(Record):
    """What the editors make of a divergence: what they hold, and what they only suppose."""

    property: Property
    topic: Text | None = None
    title: Text
    verdict: Verdict
    holds: Text | None = None
    supposes: Text | None = None
    answer: Text | None = None
    """Why a contradiction that the machine sees is no error."""
    voices: Annotated[int, Field(gt=0)] | None = None
    """How many voices there were when it was written."""


class Accusation(Record):
    """That somebody is accused of something: by whom and how far it has gone, where the article says it."""

    accused: Annotated[tuple[Id, ...], Field(min_length=1)]
    of: Text
    by: Text | None = None
    state: Text | None = None
    quote: Text | None = None
