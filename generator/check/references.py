"""Ids in front matter that lead to no file, to a thing of another kind, or twice to the same."""

import re
from collections.abc import Iterator
from typing import Final

from generator.check.meant import leader_meant, meant
from generator.check.reading import Reading
from generator.diagnostics import Problem, nearest
from generator.fields import ID_PATTERN
from generator.link.sources import references as outside
from generator.load.document import Document, Position
from generator.model import Article, Event, Kind, Place, PlaceKind, Subject
from generator.routes import FOLDERS, Ref
from generator.text.french import slug

_UNKNOWN: Final = {
    Kind.ARTICLE: ("E241", "Article"),
    Kind.EVENT: ("E203", "Événement"),
    Kind.LEADER: ("E202", "Dirigeant"),
    Kind.PLACE: ("E201", "Lieu"),
}
_MAKE: Final = {
    Kind.ARTICLE: "",
    Kind.EVENT: " : « make new SORTE=event » le commence",
    Kind.LEADER: " : « make new SORTE=leader » le commence",
    Kind.PLACE: " : « make new SORTE=place » le commence",
}
"""How to make a file that is missing."""


def references(reading: Reading) -> Iterator[Problem]:
    """Problems of all references between records."""
    for article, document in reading.each(Article):
        yield from _article(reading, article, document)
    for place, document in reading.each(Place):
        if place.within:
            yield from known(reading, Kind.PLACE, place.within, document, "within")
            if _goes_round(reading, place):
                what = f"« {place.id} » finirait par se contenir lui-même : corrigez « within »."
                yield document.problem("E106", document.line("within"), what, found=place.within)
    for event, document in reading.each(Event):
        yield from _event(reading, event, document)
    for subject, document in reading.each(Subject):
        for reference, position in outside(subject):
            for number, who in enumerate(reference.told_by):
                yield from voice(reading, who, document, (*position, "told_by", number))
    if reading.settings and reading.settings_document:
        document = reading.settings_document
        for index, id_ in enumerate(reading.settings.milestones):
            yield from known(reading, Kind.EVENT, id_, document, "milestones", index)
        yield from _repeated(reading.settings.milestones, document, "milestones")


def known(reading: Reading, kind: Kind, found: str, document: Document, *position: str | int) -> Iterator[Problem]:
    """A problem unless `found` is the id of a thing of this kind."""
    ids = reading.ids(kind)
    if found not in ids:
        code, word = _UNKNOWN[kind]
        near = meant(reading, found, ids)
        name = found if is_id(found) else slug(found)
        absent = "" if near else f" Il n’y a pas de fichier {FOLDERS[kind]}/{name}.md{_MAKE[kind]}."
        what = f"{word} inconnu « {found} ».{absent}"
        yield document.problem(code, document.line(*position), what, found=found, suggestion=near)


def _repeated(ids: tuple[str, ...], document: Document, key: str) -> Iterator[Problem]:
    """A problem for each id that a list gives a second time."""
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            what = f"« {id_} » est écrit deux fois dans « {key} ». Gardez-en un seul."
            yield document.problem("E214", document.line(key, index), what, found=id_)


def _article(reading: Reading, article: Article, document: Document) -> Iterator[Problem]:
    for index, id_ in enumerate(article.events):
        yield from known(reading, Kind.EVENT, id_, document, "events", index)
    yield from _repeated(article.events, document, "events")
    if article.reprint_of == article.id:
        what = f"« {article.id} » serait une reprise de lui-même : corrigez « reprint_of »."
        yield document.problem("E106", document.line("reprint_of"), what, found=article.id)
    elif article.reprint_of:
        yield from known(reading, Kind.ARTICLE, article.reprint_of, document, "reprint_of")
    for index, who in enumerate(article.told_by):
        yield from voice(reading, who, document, ("told_by", index))
    for index, quote in enumerate(article.quotes):
        reporters = ((("reported_by", number), who) for number, who in enumerate(quote.reported_by))
        for at, who in ((("speaker",), quote.speaker), *reporters):
            yield from voice(reading, who, document, ("quotes", index, *at))


def voice(reading: Reading, who: str, document: Document, at: Position) -> Iterator[Problem]:
    """A problem of whoever speaks: an id that leads nowhere, or a name that is nearly a leader's."""
    if is_id(who) and who not in reading.ids(Kind.SOURCE):
        yield from known(reading, Kind.LEADER, who, document, *at)
    elif not is_id(who) and (near := leader_meant(reading, who)):
        what = f"« {who} » est cité comme quelqu’un qui n’a pas de fiche ; une fiche a ce nom, ou presque."
        expected = "l’identifiant de la fiche, si c’est la même personne"
        yield document.problem("W324", document.line(*at), what, found=who, expected=expected, suggestion=near)


def is_id(text: str) -> bool:
    """Whether a speaker is meant as an id: free text has a capital or a space."""
    return re.fullmatch(ID_PATTERN, text) is not None


def _goes_round(reading: Reading, place: Place) -> bool:
    """Whether the places around a place lead back to it."""
    places = {place.id: place for place, _ in reading.each(Place)}
    seen: set[str] = set()
    around = places.get(place.within or "")
    while around and around.id not in seen:
        seen.add(around.id)
        around = places.get(around.within or "")
    return place.id in seen


def _event(reading: Reading, event: Event, document: Document) -> Iterator[Problem]:
    if event.place:
        yield from known(reading, Kind.PLACE, event.place, document, "place")
    for index, id_ in enumerate(event.participants):
        yield from participant(reading, id_, document, ("participants", index))
    for key, what_is in (("identified", "identifié"), ("present", "dit présent")):
        for index, id_ in enumerate(getattr(event, key)):
            if id_ not in event.participants:
                near = nearest(id_, event.participants)
                mend = "" if near else " Ajoutez-le à « participants »."
                what = f"« {id_} » est {what_is} mais ne figure pas parmi les participants.{mend}"
                yield document.problem("E213", document.line(key, index), what, found=id_, suggestion=near)
    for number, who in enumerate(event.told_by):
        yield from voice(reading, who, document, ("told_by", number))
    for key in ("participants", "identified", "present"):
        yield from _repeated(getattr(event, key), document, key)
    yield from _journeys(reading, event, document)


def participant(reading: Reading, found: str, document: Document, position: Position) -> Iterator[Problem]:
    """A problem unless `found` is the id of a leader or a country."""
    if found in reading.ids(Kind.LEADER):
        return
    line = document.line(*position)
    if found not in reading.ids(Kind.PLACE):
        countries = {id_ for id_ in reading.ids(Kind.PLACE) if not _is_town(reading, id_)}
        near = meant(reading, found, countries | reading.ids(Kind.LEADER))
        absent = "" if near else " Commencez sa fiche avec « make new SORTE=leader », ou « SORTE=place » pour un pays."
        what = f"Participant inconnu « {found} » (ni dirigeant, ni pays).{absent}"
        yield document.problem("E204", line, what, found=found, suggestion=near)
    elif _is_town(reading, found):
        what = f"« {found} » n’est ni un dirigeant ni un pays : un lieu s’écrit dans « place »."
        yield document.problem("E204", line, what, found=found)


def _is_town(reading: Reading, id_: str) -> bool:
    """Whether an id is that of a place that is no country; of a broken file nobody knows."""
    place = reading.records.get(Ref(Kind.PLACE, id_))
    return isinstance(place, Place) and place.kind is not PlaceKind.COUNTRY


def _journeys(reading: Reading, event: Event, document: Document) -> Iterator[Problem]:
    people = reading.ids(Kind.LEADER)
    strangers = set(event.participants) - people - reading.ids(Kind.PLACE)  # one may be meant: that is one mistake
    for index, journey in enumerate(event.journeys):
        yield from known(reading, Kind.LEADER, journey.who, document, "journeys", index, "who")
        if journey.who in people and journey.who not in event.participants and not strangers:
            what = f"« {journey.who} » se déplace sans figurer parmi les participants. Ajoutez-le à « participants »."
            yield document.problem("E213", document.line("journeys", index, "who"), what, found=journey.who)
        yield from known(reading, Kind.PLACE, journey.to, document, "journeys", index, "to")
        if journey.from_:
            yield from known(reading, Kind.PLACE, journey.from_, document, "journeys", index, "from")
