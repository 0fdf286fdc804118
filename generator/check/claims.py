"""Problems of claims, established facts, judgements and accusations."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.check.meant import meant
from generator.check.reading import Reading
from generator.check.references import known, participant, voice
from generator.claims.divergences import Divergence, divergences
from generator.claims.records import Claim, Judgement, Property, Statement
from generator.claims.rules import Chronicle
from generator.claims.values import comparable, read
from generator.claims.voices import SUBJECTS, Question, Voice, question, subjects_named, voices
from generator.dates import DateError
from generator.diagnostics import Problem
from generator.load.document import Document, Position
from generator.model import Article, Entity, Event, Kind, Place, Subject
from generator.routes import FOLDERS, Ref

_OF_EVENTS: Final = frozenset(
    {Property.PLACE, Property.PARTICIPANTS, Property.STATUS, Property.FIRST, Property.LAST, Property.AFTER}
)
_TOLD_APART: Final = frozenset({Property.NUMBER, Property.TEXT})
"""Properties of which a thing may have several, told apart by their topics."""
_ONLY_WITH: Final[Mapping[str, frozenset[Property]]] = {
    "unit": frozenset({Property.NUMBER}),
    "weekday": frozenset({Property.DATE}),
    "since": frozenset({Property.FIRST}),
    **dict.fromkeys(("who", "within", "outside"), frozenset({Property.FIRST, Property.LAST})),
}
"""Fields that mean something with these properties only."""


def claims(reading: Reading) -> Iterator[Problem]:
    """Check what stands in each file, then what the claims are together."""
    desk = _Desk(reading)
    alone = [problem for ref, entity in reading.records.items() for problem in desk.file(ref, entity)]
    yield from alone
    if not any(problem.code.startswith("E") for problem in alone):
        yield from _together(reading.records, reading.documents, reading.all_read(Kind.ARTICLE))


def unknown_subject(reading: Reading, about: str, document: Document, position: Position) -> Iterator[Problem]:
    """A problem unless something that claims can be about is named."""
    if not subjects_named(about, _subjects(reading)):
        yield _about_nothing(reading, about, document, position)


def _subjects(reading: Reading) -> frozenset[Ref]:
    return frozenset(ref for ref in reading.names if ref.kind in SUBJECTS)


def _about_nothing(reading: Reading, about: str, document: Document, position: Position) -> Problem:
    other = min(subjects_named(about, reading.names), default=None)
    if other:
        message = f"Une affirmation ne peut porter sur « {FOLDERS[other.kind]}/{other.id} »."
        expected = "un événement, un dirigeant, un lieu ou un article"
        return document.problem("E231", document.line(*position), message, found=about, expected=expected)
    near = meant(reading, about.rpartition("/")[2], {ref.id for ref in _subjects(reading)})
    message = f"« {about} » n’est l’identifiant d’aucune fiche."
    return document.problem("E231", document.line(*position), message, found=about, suggestion=near)


class _Desk:
    """Checks what one file claims against the names of all the others."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.subjects = _subjects(reading)

    def file(self, ref: Ref, entity: Entity) -> Iterator[Problem]:
        """Problems of one content file."""
        document = self.reading.documents[ref]
        if isinstance(entity, Article):
            for index, claim in enumerate(entity.claims):
                yield from self._claim(claim, document, ("claims", index))
            for index, accusation in enumerate(entity.accusations):
                for number, id_ in enumerate(accusation.accused):
                    yield from known(self.reading, Kind.LEADER, id_, document, "accusations", index, "accused", number)
                if accusation.by:
                    yield from voice(self.reading, accusation.by, document, ("accusations", index, "by"))
        if isinstance(entity, Subject):
            for index, fact in enumerate(entity.established):
                yield from self._statement(fact, ref.kind, document, ("established", index))

    def _claim(self, claim: Claim, document: Document, at: Position) -> Iterator[Problem]:
        named = subjects_named(claim.about, self.subjects)
        if not named:
            yield _about_nothing(self.reading, claim.about, document, (*at, "about"))
            return
        if len(named) > 1:
            choice = " ou ".join(f"« {FOLDERS[ref.kind]}/{ref.id} »" for ref in sorted(named))
            message = f"« {claim.about} » est l’identifiant de plusieurs fiches. Écrivez {choice}."
            yield document.problem("E231", document.line(*at, "about"), message)
            return
        yield from self._statement(claim, named[0].kind, document, at)
        if claim.speaker:
            yield from voice(self.reading, claim.speaker, document, (*at, "speaker"))
        for number, id_ in enumerate(claim.who):
            yield from participant(self.reading, id_, document, (*at, "who", number))
        for key, place in (("within", claim.within), ("outside", claim.outside)):
            if place:
                yield from known(self.reading, Kind.PLACE, place, document, *at, key)

    def _statement(self, statement: Statement, kind: Kind, document: Document, at: Position) -> Iterator[Problem]:
        prop = statement.property
        if prop in _OF_EVENTS and kind is not Kind.EVENT:
            message = f"La propriété « {prop} » ne vaut que pour un événement."
            yield document.problem("E233", document.line(*at, "property"), message)
        needed = prop in _TOLD_APART or (prop is Property.DATE and kind in {Kind.LEADER, Kind.PLACE})
        if needed and not statement.topic:
            message = f"Le champ « topic » manque : dites de quoi « {prop} » donne la valeur, en quelques mots."
            yield document.problem("E234", document.line(*at, "property"), message)
        for key, properties in _ONLY_WITH.items():
            if getattr(statement, key, None) and prop not in properties:
                message = f"« {key} » ne va qu’avec « property: {' » ou « '.join(sorted(properties))} »."
                yield document.problem("E233", document.line(*at, key), message)
        yield from self._value(statement, document, (*at, "value"))

    def _value(self, statement: Statement, document: Document, at: Position) -> Iterator[Problem]:
        try:
            read(statement)
        except ValueError as error:
            near = error.suggestion if isinstance(error, DateError) else None
            found, message = ", ".join(statement.value), f"Champ « value » : {error}."
            yield document.problem("E232", document.line(*at), message, found=found, suggestion=near)
            return
        match statement.property:
            case Property.PLACE:
                yield from known(self.reading, Kind.PLACE, statement.value[0], document, *at)
            case Property.AFTER:
                yield from known(self.reading, Kind.EVENT, statement.value[0], document, *at)
            case Property.PARTICIPANTS:
                for number, id_ in enumerate(statement.value):
                    yield from participant(self.reading, id_, document, (*at, number))
            case _:
                pass


def _together(
    records: Mapping[Ref, Entity], documents: Mapping[Ref, Document], every_article: bool
) -> Iterator[Problem]:
    """Problems of all claims on one question: what nobody says, what can't be compared, what nobody has judged."""
    subjects = {ref: entity for ref, entity in records.items() if isinstance(entity, Subject)}
    articles = [entity for entity in records.values() if isinstance(entity, Article)]
    answers = voices(articles, subjects)
    for ref, subject in subjects.items():
        yield from _judgements(ref, subject, documents[ref], answers, every_article)
    mixed = [found for found in answers.values() if not _comparable(found)]
    for found in mixed:
        yield from _mixed(found, documents)
    if mixed:
        return
    events = tuple(entity for entity in records.values() if isinstance(entity, Event))
    places = {entity.id: entity for entity in records.values() if isinstance(entity, Place)}
    published = sorted((a for a in articles if a.status == "published"), key=lambda a: a.date)
    for made in divergences(published, subjects, Chronicle(events, places)):
        yield from _judged(made, documents[made.question.subject])


def _judged(made: Divergence, document: Document) -> Iterator[Problem]:
    """Problems of one divergence: nobody judged it, or the judgement is about something else than what is said now."""
    judgement = made.judgement
    named = _named(made.voices[0].statement)
    if judgement is None:
        rules = ", ".join(dict.fromkeys(finding.rule for finding in made.findings)) or "textes différents"
        message = f"Contradiction sur {named} ({rules}) : dites dans « divergences » ce que la rédaction en tient."
        yield document.problem("W332", document.line("divergences"), message)
        return
    at = ("divergences", made.subject.divergences.index(judgement))
    against = ", ".join(dict.fromkeys(finding.rule for finding in made.unanswered))
    if against:
        seen = f"La machine voit une contradiction sur {named} ({against}), et vous la classez « {judgement.verdict} »."
        message = f"{seen} Changez « verdict », ou dites dans « answer » pourquoi ce n’est pas une erreur."
        yield document.problem("W333", document.line(*at, "verdict"), message)
    if made.miscounted:
        message = f"Ce jugement sur {named} compte {judgement.voices} voix ; il y en a {len(made.voices)}."
        again = f"{message} Relisez-le, puis écrivez « voices: {len(made.voices)} »."
        yield document.problem("W334", document.line(*at, "voices"), again)


def _judgements(
    ref: Ref, subject: Subject, document: Document, answers: Mapping[Question, tuple[Voice, ...]], every_article: bool
) -> Iterator[Problem]:
    asked = [question(ref, made) for made in subject.divergences]
    for index, (one, made) in enumerate(zip(asked, subject.divergences, strict=True)):
        if one in asked[:index]:
            message = "Cette divergence est déjà écrite plus haut. Gardez-en une seule."
            yield document.problem("E214", document.line("divergences", index), message)
        elif one not in answers and every_article:  # else an article that can't be read may say it
            known = [_named(found[0].statement) for about, found in answers.items() if about.subject == ref]
            said = f" Ce qui est affirmé de cette fiche : {', '.join(known)}." if known else ""
            message = f"Aucun article n’affirme rien de cette fiche pour {_named(made)}.{said}"
            yield document.problem("E235", document.line("divergences", index), message)


def _named(about: Statement | Judgement) -> str:
    topic = f", « {about.topic} »" if about.topic else ""
    return f"« {about.property} »{topic}"


def _comparable(found: tuple[Voice, ...]) -> bool:
    return all(comparable(found[0].reading, voice.reading) for voice in found)


def _mixed(found: tuple[Voice, ...], documents: Mapping[Ref, Document]) -> Iterator[Problem]:
    """Numbers of one question in units that do not convert, at the first that is unlike those before it."""
    odd = next(voice for voice in found if not comparable(found[0].reading, voice.reading))
    units = " et ".join(
        f"« {voice.statement.unit} »" if voice.statement.unit else "sans unité" for voice in (found[0], odd)
    )
    message = f"Ces nombres ne se comparent pas ({units}) : donnez-leur une même unité, ou deux « topic »."
    if odd.claim:
        article = odd.articles[0]
        document = documents[Ref(Kind.ARTICLE, article.id)]
        yield document.problem("E236", document.line("claims", article.claims.index(odd.claim), "value"), message)
