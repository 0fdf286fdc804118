"""The draft that a text becomes: each field of its front matter with what it rests on."""

import itertools
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.fields import URL_PATTERN
from generator.importing import clues
from generator.importing.clues import Field
from generator.importing.source import Source
from generator.model import Event, Kind, PublisherBasis, QuoteLimits
from generator.reading.analyse import Reading
from generator.text.french import count, slug
from generator.text.sentences import sentences
from generator.text.words import word_count


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a text from elsewhere: said by the editor, or by the metadata of a saved page."""

    title: str | None = None
    date: str | None = None
    """EDTF, at the precision of a day, a month or a year."""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    why: str = "donné à l’importation"
    by_editor: bool = True
    """Whether the editor has said it, and not the page."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """An event that the text may report, and in French why."""

    event: str
    why: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A short quotation with ids of who spoke and who reports it."""

    text: str
    speaker: str
    reported_by: str | None
    indirect: bool
    """Whether the words are the reporter's own: they name the speaker."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article to be: its fields, its working text, and the text as it was read."""

    source: Source
    reading: Reading
    title: Field
    date: Field
    date_basis: str | None
    publisher: Field
    publisher_basis: PublisherBasis | None
    author: Field
    url: Field
    events: tuple[Proposed, ...]
    quotes: tuple[Quoted, ...]
    quotes_why: str
    working: str
    """The cleaned text, in NFC, a paragraph to a line."""
    reprint_of: str | None = None
    """The id of the article in which the same text already stands."""


_HEADLINE_WORDS: Final = 10
_SLUG_WORDS: Final = 6
_LITTLE: Final = frozenset("aux ces cet cette dans des elle les leur par pour que qui ses son sur une".split())
_SLUG_LENGTH: Final = 60


def draft(
    source: Source, reading: Reading, events: Iterable[Event], limits: QuoteLimits, given: Sequence[Given] = ()
) -> Draft:
    """Fill in an article's fields; those of `given` that come first count before the later ones and the text."""
    working = reading.kept
    publisher = _given(given, "publisher")
    date, basis = _date(reading, given)
    quotes, quotes_why = _quotes(reading, limits, word_count(working))
    return Draft(
        source=source,
        reading=reading,
        title=_given(given, "title") or _title(reading),
        date=date,
        date_basis=basis,
        publisher=publisher or clues.publisher(reading),
        publisher_basis=_basis(publisher, clues.publisher(reading), given),
        author=_given(given, "author") or clues.author(reading),
        url=_secure(_given(given, "url") or clues.url(reading)),
        events=tuple(_events(reading, events)),
        quotes=quotes,
        quotes_why=quotes_why,
        working=working,
    )


def stem(draft: Draft, taken: Container[str]) -> str:
    """A file name for the article, without suffix, that no other has: date of publication and words of the title."""
    words = slug(draft.title.value or "").split("-")
    telling = [word for word in words if word.isdigit() or (len(word) > 2 and word not in _LITTLE)] or words
    day = draft.date.value or "sans-date"
    first = "-".join(part for part in (day, *telling[:_SLUG_WORDS]) if part)[:_SLUG_LENGTH].strip("-")
    numbered = (f"{first}-{number}" for number in itertools.count(2))
    return next(name for name in itertools.chain((first,), numbered) if name not in taken)


def _given(given: Sequence[Given], key: str) -> Field | None:
    return next((Field(getattr(one, key), one.why) for one in given if getattr(one, key)), None)


def _basis(said: Field | None, found: Field, given: Sequence[Given]) -> PublisherBasis | None:
    if said:
        by_editor = bool(given) and given[0].publisher == said.value and given[0].by_editor
        return PublisherBasis.DECLARED if by_editor else PublisherBasis.TEXT
    return PublisherBasis.TEXT if found.value else None


def _title(reading: Reading) -> Field:
    if reading.title:
        start, end = reading.title
        return Field(_on_one_line(reading.aligned.text[start:end]), "titre du texte")
    kept = reading.kept
    first = next(iter(sentences(kept)), (0, 0))
    words = kept[first[0] : first[1]].split()
    dots = "…" if len(words) > _HEADLINE_WORDS else ""
    value = " ".join(words[:_HEADLINE_WORDS]).rstrip(",;: ") + dots
    return Field(
        value or "Sans titre", "le texte n’a pas de titre : ses premiers mots, à remplacer par un titre de vous"
    )


def _date(reading: Reading, given: Sequence[Given]) -> tuple[Field, str | None]:
    """The date of publication, and what `date_basis` says of it."""
    said = _given(given, "date")
    if said:
        by_editor = any(one.by_editor and one.date == said.value for one in given)
        return (
            said,
            f"Date de parution {'donnée' if by_editor else 'que portent les métadonnées de la page'}.",
        )
    found = reading.published
    if not found.value:
        return Field(None, found.why), None
    evidence = " ; ".join(f"« {_on_one_line(reading.aligned.text[start:end])} »" for start, end in found.evidence)
    return Field(found.value, f"{found.why} : {evidence}" if evidence else found.why), None


def _secure(field: Field) -> Field:
    """An address only if it is one that front matter takes."""
    if field.value and not re.fullmatch(URL_PATTERN, field.value):
        return Field(None, f"« {field.value} » n’est pas une adresse en https://")
    return field


def _events(reading: Reading, events: Iterable[Event]) -> Iterable[Proposed]:
    """Events on a day that the text speaks of, with people whom and a place that it mentions."""
    days = {moment.value for moment in reading.moments if moment.value and moment.precision == "day"}
    people = {mention.id for mention in reading.mentions if mention.kind is Kind.LEADER}
    places = {mention.id for mention in reading.mentions if mention.kind is Kind.PLACE}
    for event in events:
        day = event.date.text.rstrip("~?%")
        there = [id_ for id_ in event.participants if id_ in people]
        named = event.place in places if event.place else len(there) > 1
        if day in days and there and (named or len(there) > 1):
            who = count(len(there), "participant nommé", "participants nommés")
            yield Proposed(
                event.id, f"le texte parle du {day} ; {who}" + (" ; lieu nommé" if event.place in places else "")
            )


def _quotes(reading: Reading, limits: QuoteLimits, words: int) -> tuple[tuple[Quoted, ...], str]:
    """Quotations whose speaker is known and that keep within the dossier's limits, each once, while there is room."""
    room = words * limits.max_share / 100
    found: list[Quoted] = []
    there: set[tuple[str | None, str]] = set()
    left_out = 0
    for quotation in reading.quotations:
        text = _on_one_line(reading.aligned.text[quotation.start : quotation.end])
        length = word_count(text)
        same = (quotation.speaker, slug(text))
        if same in there:
            continue
        there.add(same)
        if not quotation.speaker or not 3 <= length <= limits.max_words or length > room:
            left_out += 1
            continue
        room -= length
        indirect = bool(quotation.reported_by) and any(
            mention.id == quotation.speaker and quotation.start <= mention.start < quotation.end
            for mention in reading.mentions
        )
        found.append(Quoted(text, quotation.speaker, quotation.reported_by, indirect))
    why = "le texte dit qui parle" if found else "aucune n’est courte avec un dirigeant pour auteur"
    if left_out:
        why += f" ; {count(left_out, 'laissée de côté', 'laissées de côté')} : longueur, ou auteur qui n’est pas nommé"
    return tuple(found), why


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
