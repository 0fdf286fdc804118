"""The machine's rules: contradictions that values and dates show without anybody reading the texts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final, TypeAlias

from generator.claims.records import Claim, Property, Weekday
from generator.claims.values import Reading, agree, around, before
from generator.claims.voices import Voice
from generator.dates import Edtf, Precision
from generator.model import MEETING_KINDS, Event, Place, PlaceKind, Status, Subject

_MEASURED: Final = frozenset({Property.DATE, Property.PLACE, Property.PARTICIPANTS, Property.STATUS, Property.NUMBER})
"""What can be held against each other; whether two texts agree, the editor has said by the words he put."""
_ASSERTED: Final = frozenset({Status.ESTABLISHED, Status.DOUBTFUL})
"""Events that somebody reports as having taken place."""


class Rule(StrEnum):
    """How the machine found a contradiction."""

    VALUES = "valeurs incompatibles"
    DENIAL = "annonce contestée"
    """No contradiction in what was said: who announces and who denies can both have spoken."""
    WEEKDAY = "jour de la semaine"
    FIRST = "première fois"
    LAST = "dernière fois"
    ORDER = "ordre des événements"


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction that the machine found: the rule, and what stands against the claim."""

    rule: Rule
    events: tuple[Event, ...] = ()
    """Those whose dates stand against it."""
    date: Edtf | None = None
    """A date on another day of the week than `weekday`; none where two voices name two days of the week."""
    weekday: Weekday | None = None
    status: Status | None = None
    """What others call that which a voice announces."""

    @property
    def contradicts(self) -> bool:
        """Whether something that is said must be false."""
        return self.rule is not Rule.DENIAL


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What the rules look things up in: the events in order, and the places by their ids."""

    events: tuple[Event, ...]
    places: Mapping[str, Place]

    @property
    def within(self) -> Mapping[str, str]:
        """From each place to the one around it."""
        return {place.id: place.within for place in self.places.values() if place.within}


@dataclass(frozen=True, slots=True)
class Case:
    """One property of a thing, with all that a rule looks at."""

    subject: Subject
    property: Property
    voices: tuple[Voice, ...]
    own: Reading | None
    """What the thing's own file holds; None: nothing."""
    chronicle: Chronicle


def findings(case: Case) -> tuple[Finding, ...]:
    """All that the machine finds against the voices of a case."""
    return tuple(finding for rule in _RULES for finding in rule(case))


def weekday_of(day: Edtf) -> Weekday | None:
    """The day of the week of a date that is one day exactly."""
    return tuple(Weekday)[day.first.weekday()] if day.precision is Precision.DAY and not day.approximate else None


def _values(case: Case) -> Iterator[Finding]:
    readings = [voice.reading for voice in case.voices] + ([] if case.own is None else [case.own])
    within = case.chronicle.within
    pairs = combinations(readings, 2) if case.property in _MEASURED else ()
    apart = [{one, other} for one, other in pairs if not agree(case.property, one, other, within)]
    if not all(Status.ANNOUNCED in pair for pair in apart):
        yield Finding(Rule.VALUES)
    for status in Status:
        if {Status.ANNOUNCED, status} in apart:
            yield Finding(Rule.DENIAL, status=status)


def _weekdays(case: Case) -> Iterator[Finding]:
    """Days that are another day of the week; the thing's own is held against a voice that names no day itself."""
    given = {voice.reading for voice in case.voices if isinstance(voice.reading, Edtf)}
    named = sorted({claim.weekday for claim in _claims(case) if claim.weekday})
    found = [finding for said in named for finding in _other_days(case, said, given)]
    yield from found
    dates = given | ({case.own} if isinstance(case.own, Edtf) else set())
    if len(named) > 1 and not found and not any(day.precision is Precision.SPAN for day in dates):
        yield Finding(Rule.WEEKDAY)


def _other_days(case: Case, said: Weekday, given: set[Edtf]) -> Iterator[Finding]:
    """The days given that are not the day of the week which a voice says."""
    alone = not any(
        weekday_of(voice.reading)
        for voice in case.voices
        if voice.claim and voice.claim.weekday is said and isinstance(voice.reading, Edtf)
    )
    for day in sorted(given | ({case.own} if alone and isinstance(case.own, Edtf) else set())):
        if weekday_of(day) not in {None, said}:
            yield Finding(Rule.WEEKDAY, date=day, weekday=said)


def _first(case: Case) -> Iterator[Finding]:
    if case.property is Property.FIRST and isinstance(case.subject, Event):
        for claim in _claims(case):
            earlier = tuple(
                event
                for event in _alike(case.subject, claim, case.chronicle)
                if before(event.date, case.subject.date) and (claim.since is None or before(claim.since, event.date))
            )
            if earlier:
                yield Finding(Rule.FIRST, earlier)


def _last(case: Case) -> Iterator[Finding]:
    """Later events up to the article, but those that it reports itself: beside these, the last is the one before."""
    if case.property is Property.LAST and isinstance(case.subject, Event):
        for voice in case.voices:
            if voice.claim and voice.articles:
                known = min(article.date for article in voice.articles)
                reported = {id_ for article in voice.articles for id_ in article.events}
                later = tuple(
                    event
                    for event in _alike(case.subject, voice.claim, case.chronicle)
                    if before(case.subject.date, event.date) and before(event.date, known) and event.id not in reported
                )
                if later:
                    yield Finding(Rule.LAST, later)


def _order(case: Case) -> Iterator[Finding]:
    if case.property is Property.AFTER and isinstance(case.subject, Event):
        named = {claim.value[0] for claim in _claims(case)}
        ahead = tuple(
            event for event in case.chronicle.events if event.id in named and before(case.subject.date, event.date)
        )
        if ahead:
            yield Finding(Rule.ORDER, ahead)


_Check: TypeAlias = Callable[[Case], Iterator[Finding]]
_RULES: Final[tuple[_Check, ...]] = (_values, _weekdays, _first, _last, _order)


def _claims(case: Case) -> list[Claim]:
    return [voice.claim for voice in case.voices if voice.claim]


def _alike(subject: Event, claim: Claim, chronicle: Chronicle) -> Iterator[Event]:
    """The other events that are of the kind, the people and the place that a first or a last time is about."""
    who = set(claim.who) or {id_ for id_ in subject.participants if id_ not in subject.present}
    kinds = MEETING_KINDS if subject.kind in MEETING_KINDS else {subject.kind}
    for event in chronicle.events:
        there = {id_ for id_ in event.participants if id_ not in event.present}
        reported = event.id != subject.id and event.kind in kinds and event.status in _ASSERTED
        if reported and who <= there and _placed(event, claim, chronicle):
            yield event


def _placed(event: Event, claim: Claim, chronicle: Chronicle) -> bool:
    """Whether an event is where a claim looks; one whose place is not known is not."""
    if claim.within is None and claim.outside is None:
        return True
    if event.place is None:
        return False
    holding = around(event.place, chronicle.within)
    if claim.within is not None and claim.within not in holding:
        return False
    if claim.outside is None:
        return True
    country = any(id_ in chronicle.places and chronicle.places[id_].kind is PlaceKind.COUNTRY for id_ in holding)
    return country and claim.outside not in holding
