"""Where voices do not agree, or the editors have something to say of what one of them claims."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Final

from generator.claims.records import Judgement, Property, Verdict
from generator.claims.rules import Case, Chronicle, Finding, findings
from generator.claims.values import Reading, agree
from generator.claims.voices import Question, Voice, distinct, own, question, voices
from generator.model import Article, Event, Kind, Subject
from generator.routes import SECTIONS, Ref

_NO_ERROR: Final = frozenset({Verdict.NUANCE, Verdict.LIMIT})
"""Verdicts that call nothing false."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """What stands against a first, a last or an order: an event, and who reports it (one text, reprints included)."""

    event: Event
    articles: tuple[Article, ...]
    dated: Voice | None
    """The voice in which they date the event, if they do."""


@dataclass(frozen=True, slots=True)
class Divergence:
    """One property of a thing on which voices diverge, or of which the editors warn."""

    question: Question
    subject: Subject
    voices: tuple[Voice, ...]
    own: Reading | None
    """What the thing's file holds, where it is established."""
    findings: tuple[Finding, ...]
    """Why the machine found it; empty where only the editors did."""
    judgement: Judgement | None
    """What the editors make of it; none of what they have not looked at yet."""

    disagree: bool
    """Whether the voices contradict each other, or the chronology; else the editors only warn of what one says."""
    opposed: tuple[Opposed, ...] = ()
    """Who reports the events whose dates stand against the voices."""

    @property
    def anchor(self) -> str:
        """Its name among all divergences of a dossier."""
        asked = self.question
        parts = (SECTIONS[asked.subject.kind], asked.subject.id, asked.property.value, asked.topic)
        return "--".join(part for part in parts if part)

    @property
    def verdict(self) -> Verdict | None:
        """How the editors class it; None: not yet."""
        return self.judgement.verdict if self.judgement else None

    @property
    def unanswered(self) -> tuple[Finding, ...]:
        """The contradictions that the machine sees where the editors call nothing false, and do not say why."""
        judged = self.judgement
        if judged is None or judged.answer or judged.verdict not in _NO_ERROR:
            return ()
        return tuple(finding for finding in self.findings if finding.contradicts)

    @property
    def miscounted(self) -> bool:
        """Whether the editors judged another number of voices."""
        return self.judgement is not None and self.judgement.voices not in {None, len(self.voices)}

    @property
    def outdated(self) -> bool:
        """Whether the judgement is about something else than what is said now."""
        return self.miscounted or bool(self.unanswered)

    @property
    def topic(self) -> str | None:
        """What a text or a number is about."""
        return self.voices[0].statement.topic

    @property
    def speakers(self) -> frozenset[str]:
        """Who gives one of the values, or is quoted by an article with its words: ids of leaders, or names."""
        claimed = [
            (article, claim)
            for voice in self.voices
            for article, claim in zip(voice.articles, voice.claims, strict=True)
        ]
        given = (claim.speaker for _, claim in claimed if claim.speaker)
        quoted = (quote.speaker for article, claim in claimed for quote in article.quotes if quote.text == claim.quote)
        return frozenset(chain(given, quoted))

    def voiced_by(self, speaker: str) -> bool:
        """Whether somebody gives one of the values, or an article quotes its words as theirs."""
        return speaker in self.speakers

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles among the voices and against them, each once."""
        heard = (*(voice.articles for voice in self.voices), *(one.articles for one in self.opposed))
        return tuple(dict.fromkeys(chain.from_iterable(heard)))


def divergences(
    articles: Iterable[Article], subjects: Mapping[Ref, Subject], chronicle: Chronicle
) -> tuple[Divergence, ...]:
    """The divergences of a dossier, sorted by the things that they are about."""
    return tuple(_divergences(articles, subjects, chronicle))


def _divergences(
    articles: Iterable[Article], subjects: Mapping[Ref, Subject], chronicle: Chronicle
) -> Iterator[Divergence]:
    articles = tuple(articles)
    heard = voices(articles, subjects)
    for asked, answers in heard.items():
        subject = subjects[asked.subject]
        held = own(subject, asked.property) if not asked.topic else None
        found = findings(Case(subject, asked.property, answers, held, chronicle))
        judged = next((made for made in subject.divergences if question(asked.subject, made) == asked), None)
        disagree = bool(found) or _at_odds(asked.property, answers, chronicle)
        if disagree or judged:
            opposed = tuple(_opposed(found, articles, heard))
            yield Divergence(asked, subject, answers, held, found, judged, disagree, opposed)


def _opposed(
    found: Iterable[Finding], articles: Iterable[Article], heard: Mapping[Question, tuple[Voice, ...]]
) -> Iterator[Opposed]:
    """The events that stand against a claim, each once for every distinct text that reports it."""
    for event in dict.fromkeys(event for finding in found for event in finding.events):
        dates = heard.get(Question(Ref(Kind.EVENT, event.id), Property.DATE), ())
        for group in distinct(article for article in articles if event.id in article.events):
            yield from (Opposed(event, heard_in, dated) for dated, heard_in in _dated(group, dates))


def _dated(group: tuple[Article, ...], dates: tuple[Voice, ...]) -> Iterator[tuple[Voice | None, tuple[Article, ...]]]:
    """The articles of one text by the first date that each gives; one of which no date is noted goes with the first."""
    given = [next((voice for voice in dates if article in voice.articles), None) for article in group]
    first = next(filter(None, given), None)
    for dated in dict.fromkeys(voice or first for voice in given):
        yield dated, tuple(one for one, voice in zip(group, given, strict=True) if (voice or first) is dated)


def _at_odds(kind: Property, answers: tuple[Voice, ...], chronicle: Chronicle) -> bool:
    pairs = combinations((voice.reading for voice in answers), 2)
    return not all(agree(kind, one, other, chronicle.within) for one, other in pairs)
