"""Dates of several records held together: offices that overlap, events that their articles can't know."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from generator.check.reading import Reading
from generator.claims.records import Property
from generator.claims.values import before
from generator.dates import day_fr, when_fr
from generator.diagnostics import Problem
from generator.load.document import Document
from generator.model import Article, Event, Kind, Leader, Role, Status
from generator.routes import FOLDERS
from generator.text.countries import country_name
from generator.text.designations import rank
from generator.text.french import fold, upper_first

_HELD_BY_SEVERAL: Final = frozenset({"ambassadeur", "ambassadrice", "negociateur"})
_HELD_BY_MANY: Final = re.compile(r"ministre d['’]etat|(?:depute|senateur|senatrice|membre)e?\b.*")
"""Offices, folded, that several hold at once under the same words."""


def chronology(reading: Reading) -> Iterator[Problem]:
    """Problems between dates."""
    yield from _overlaps(reading)
    if reading.all_read(Kind.ARTICLE):  # else one that can't be read may report the event
        yield from _untold(reading)


@dataclass(frozen=True, slots=True)
class _Held:
    """An office as it is held: from when to when for certain."""

    leader: Leader
    document: Document
    index: int
    role: Role

    @property
    def first(self) -> date:
        return self.role.from_.last if self.role.from_ else date.min

    @property
    def last(self) -> date:
        return self.role.to.first if self.role.to else date.max


def _overlaps(reading: Reading) -> Iterator[Problem]:
    """An office that is held twice on a day: texts that name the office would mean two people.

    Only what is certain counts: the day, month or year in which one leaves and the other comes is none.
    """
    offices: dict[tuple[str, str], list[_Held]] = {}
    for leader, document in reading.each(Leader):
        for index, role in enumerate(leader.roles):
            if _HELD_BY_MANY.fullmatch(fold(role.office)):
                continue
            held = _Held(leader, document, index, role)
            named = {(_office(role), role.country): f"{role.office}, {country_name(role.country)}"}
            named |= {(fold(wording), ""): f"« {wording} »" for wording in role.known_as}
            both = ((said, other) for key, said in named.items() for other in offices.get(key, ()))
            yield from islice((_overlap(said, held, other) for said, other in both if _at_a_time(held, other)), 1)
            for key in named:
                offices.setdefault(key, []).append(held)


def _at_a_time(one: _Held, other: _Held) -> bool:
    return one.first < other.last and other.first < one.last


def _office(role: Role) -> str:
    """What only one person holds at a time, however it is worded; ambassadors are told apart by where they are."""
    office = fold(rank(role))
    return fold(role.office) if office in _HELD_BY_SEVERAL else office


def _overlap(said: str, held: _Held, other: _Held) -> Problem:
    first, last = sorted((max(held.first, other.first), min(held.last, other.last)))  # one may be held in a year's time
    since = "" if first == date.min else f" depuis le {day_fr(first)}"
    until = "" if last == date.max else f" jusqu’au {day_fr(last)}"
    period = f" du {day_fr(first)} au {day_fr(last)}" if since and until else since + until
    line = f"ligne {other.document.line('roles', other.index)}"
    where = f"la {line} de cette fiche" if held.leader is other.leader else f"{other.document.shown}, {line}"
    what = f"Cette fonction ({said}) serait tenue deux fois{period} : voyez aussi {where}."
    expected = "« to » et « from » qui se suivent, ou des fonctions nommées plus précisément"
    return held.document.problem("W308", held.document.line("roles", held.index), what, expected=expected)


def _untold(reading: Reading) -> Iterator[Problem]:
    """Established events that an article can't report, because it was there before.

    Where that is so of all articles, the event was only announced, or is misdated. An article that can report
    none of its events is misdated itself: then that is the one mistake.
    """
    events = {
        event.id: (event, document)
        for event, document in reading.each(Event)
        if event.status is Status.ESTABLISHED and not _known_otherwise(event)
    }
    naming: dict[str, list[Article]] = {}
    for article, _ in reading.each(Article):
        for id_ in article.events:
            naming.setdefault(id_, []).append(article)
    untold = {
        id_
        for id_, (event, _) in events.items()
        if id_ in naming and all(before(article.date, event.date) for article in naming[id_])
    }
    explained: set[str] = set()
    for article, document in reading.each(Article):
        told = [id_ for id_ in article.events if id_ in events]
        early = [id_ for id_ in told if before(article.date, events[id_][0].date)]
        if early and early == told and (len(told) > 1 or naming[told[0]] == [article] or told[0] not in untold):
            explained.update(told)
            yield _misdated(article, events[told[0]][0], document, "date")
            continue
        for id_ in early:
            if id_ not in untold and not _claims_status(article, id_):
                yield _misdated(article, events[id_][0], document, "events", article.events.index(id_))
    for id_ in sorted(untold - explained):
        event, document = events[id_]
        yield _only_announced(event, document, naming[id_])


def _known_otherwise(event: Event) -> bool:
    """Whether a source outside the dossier, of the event's day or later, says what came of it."""
    return event.outcome is not None and not before(event.outcome.source.date, event.date)


def _claims_status(article: Article, event: str) -> bool:
    """Whether an article is said to hold an event for announced, say, that others establish."""
    about = {event, f"{FOLDERS[Kind.EVENT]}/{event}"}
    return any(claim.about in about and claim.property is Property.STATUS for claim in article.claims)


def _misdated(article: Article, event: Event, document: Document, *at: str | int) -> Problem:
    what = (
        f"L’article a paru {when_fr(article.date)} ; « {event.id} », qu’il rapporte comme établi, "
        f"est situé plus tard ({when_fr(event.date)})."
    )
    expected = f"une parution après l’événement, ou « status: {Status.ANNOUNCED} » pour celui-ci"
    if at != ("date",):
        expected += ", ou dans « claims » le statut que l’article lui donne"
    return document.problem("W313", document.line(*at), what, found=str(article.date), expected=expected)


def _only_announced(event: Event, document: Document, articles: list[Article]) -> Problem:
    latest = max(articles, key=lambda article: article.date)
    what = (
        f"{upper_first(when_fr(event.date))}, l’événement ne peut être établi par « {latest.id} », "
        f"paru avant ({when_fr(latest.date)}) : au mieux, il y est annoncé."
    )
    expected = f"« status: {Status.ANNOUNCED} », une autre date, ou dans « outcome » une source qui l’établit"
    return document.problem("W314", document.line("status"), what, found=event.status.value, expected=expected)
