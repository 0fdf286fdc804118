"""Who says what of one property of a thing: claims and established facts, gathered."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.claims.records import Claim, Established, Judgement, Property, Statement
from generator.claims.values import Reading, read
from generator.model import Article, Event, Kind, Status, Subject
from generator.routes import FOLDERS, Ref
from generator.text.french import fold, slug

SUBJECTS: Final = frozenset({Kind.EVENT, Kind.LEADER, Kind.PLACE, Kind.ARTICLE})
"""The kinds of things of which something can be claimed."""


@dataclass(frozen=True, slots=True)
class Question:
    """One property of one thing; the topic, as a slug, tells several texts or numbers apart."""

    subject: Ref
    property: Property
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """One value, and who gives it: articles (several if they reprint one dispatch), or a source outside them."""

    statement: Claim | Established
    reading: Reading
    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    """What each of the articles says, in their order."""

    @property
    def quoted(self) -> tuple[tuple[str, tuple[Article, ...]], ...]:
        """The disputed words, each with the articles that have them."""
        found: dict[str, list[Article]] = defaultdict(list)
        for article, claim in zip(self.articles, self.claims, strict=True):
            if claim.quote:
                found[claim.quote].append(article)
        return tuple((quote, tuple(having)) for quote, having in found.items())

    @property
    def claim(self) -> Claim | None:
        """The claim, where an article says it."""
        return self.statement if isinstance(self.statement, Claim) else None

    @property
    def established(self) -> Established | None:
        """The fact, where the editors know it from elsewhere."""
        return self.statement if isinstance(self.statement, Established) else None


def subjects_named(about: str, subjects: Iterable[Ref]) -> tuple[Ref, ...]:
    """The things that `about` may mean: an id, or the folder of its kind and an id."""
    folder, _, id_ = about.rpartition("/")
    return tuple(ref for ref in subjects if ref.id == id_ and folder in {"", FOLDERS[ref.kind]})


def question(subject: Ref, about: Statement | Judgement) -> Question:
    """What a statement answers, or a judgement decides."""
    return Question(subject, about.property, slug(about.topic or ""))


def voices(articles: Iterable[Article], subjects: Mapping[Ref, Subject]) -> Mapping[Question, tuple[Voice, ...]]:
    """The voices on each question, those of articles first and in the order of `articles`."""
    found: dict[Question, list[Voice]] = defaultdict(list)
    articles = tuple(articles)
    origin = origins(articles)
    for article in articles:
        for claim in article.claims:
            for ref in subjects_named(claim.about, subjects):  # one, or none where it is a draft
                found[question(ref, claim)].append(Voice(claim, read(claim), (article,), (claim,)))
    for ref, subject in subjects.items():
        for fact in subject.established:
            found[question(ref, fact)].append(Voice(fact, read(fact)))
    return {asked: tuple(_merged(found[asked], origin)) for asked in sorted(found, key=_in_order)}


def _in_order(asked: Question) -> tuple[Ref, int, str]:
    return asked.subject, tuple(Property).index(asked.property), asked.topic


def own(subject: Subject, kind: Property) -> Reading | None:
    """What the thing's own file gives as its property, where the editors hold it: not of an event in doubt."""
    held: Mapping[Property, Reading | None] = {}
    if isinstance(subject, Article):
        held = {Property.DATE: subject.date}
    elif isinstance(subject, Event) and subject.status is Status.ESTABLISHED:
        held = {
            Property.DATE: subject.date,
            Property.PLACE: subject.place,
            Property.PARTICIPANTS: frozenset(subject.participants),
            Property.STATUS: subject.status,
        }
    return held.get(kind)


def declared(articles: Iterable[Article]) -> Mapping[str, str]:
    """What tells texts apart, by the articles' ids, as front matter ties them: by a dispatch, by `reprint_of`."""
    return _joined(articles, _declared)


def origins(articles: Iterable[Article]) -> Mapping[str, str]:
    """What tells texts apart, by the articles' ids; articles that were read in one file have one text as well."""
    return _joined(articles, lambda article: (*_declared(article), *_file(article)))


def _declared(article: Article) -> Iterator[str]:
    if article.reprint_of:
        yield article.reprint_of
    if article.dispatch:
        yield f"dispatch {_dispatch(article.dispatch)}"


def _dispatch(name: str) -> str:
    """What all ways to name one dispatch have in common: its words in any order, but the little ones."""
    words = {"1" if word == "1er" else word for word in re.findall(r"[^\W_]+", fold(name))}
    return " ".join(sorted(words - _OF_ANY_DISPATCH or words))


_OF_ANY_DISPATCH: Final = frozenset("agence d de depeche des du l la le les".split())


def _file(article: Article) -> Iterator[str]:
    if article.original:
        yield f"file {article.original.sha256}"


def _joined(articles: Iterable[Article], ties: Callable[[Article], Iterable[str]]) -> Mapping[str, str]:
    """One key for all articles that are tied to the same things, directly or through others."""
    same: dict[str, str] = {}

    def first(key: str) -> str:
        while key in same:
            key = same[key]
        return key

    articles = tuple(articles)
    for article in articles:
        for other in ties(article):
            if first(other) != first(article.id):
                same[first(article.id)] = first(other)
    return {article.id: first(article.id) for article in articles}


def distinct(articles: Iterable[Article]) -> tuple[tuple[Article, ...], ...]:
    """Articles grouped by their text, in the order of the first of each: reprints of one dispatch are one text."""
    articles = tuple(articles)
    origin = origins(articles)
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[origin[article.id]].append(article)
    return tuple(map(tuple, groups.values()))


def _merged(answers: Iterable[Voice], origin: Mapping[str, str]) -> Iterator[Voice]:
    """Reprints of one text that say the same become one voice."""
    answers = tuple(answers)
    sharing: dict[str, set[str]] = defaultdict(set)
    for voice in answers:
        for one in voice.articles:
            sharing[origin[one.id]].add(one.id)
    groups: dict[object, list[Voice]] = defaultdict(list)
    for number, voice in enumerate(answers):
        (article,) = voice.articles or (None,)
        said = (origin[article.id], voice.claim.speaker, voice.reading) if article and voice.claim else None
        reprinted = article is not None and len(sharing[origin[article.id]]) > 1
        groups[said if reprinted else number].append(voice)
    for same in groups.values():
        yield Voice(
            same[0].statement,
            same[0].reading,
            tuple(article for voice in same for article in voice.articles),
            tuple(claim for voice in same for claim in voice.claims),
        )
