"""Problems that only show when files are held side by side: references, aliases, links, addresses."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from babel import Locale

from generator.diagnostics import Problem, did_you_mean
from generator.document import Document
from generator.model import (
    ID_PATTERN,
    Article,
    Entity,
    Event,
    Kind,
    Leader,
    Place,
    PlaceKind,
    PublisherBasis,
    Settings,
    TextKind,
)
from generator.routes import FOLDERS, RESERVED, SECTIONS, Ref, content_target, ref_of, src_uri
from generator.text.html import UNCLOSED, clean
from generator.text.markup import headings, links
from generator.text.words import word_count

_NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
"""Codes of CLDR that stand for something else: unions, seas, tests."""
_UNPINNED = {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.HISTORICAL}


def crosscheck(
    settings: Settings | None,
    records: Mapping[Ref, Entity],
    documents: Mapping[Ref, Document],
    names: frozenset[Ref],
    paths: frozenset[PurePosixPath],
) -> Iterator[Problem]:
    """Check records against one another.

    `names` are all things that have a file, be it a broken one, so that one mistake makes one message.
    """
    places = {ref.id: item for ref, item in records.items() if isinstance(item, Place)}
    drafts = frozenset(item.path for item in records.values() if isinstance(item, Article) and item.status == "draft")
    desk = _Desk(names, paths, places, drafts)
    for ref, entity in records.items():
        document = documents[ref]
        match entity:
            case Article():
                yield from desk.article(entity, document, settings)
            case Leader():
                yield from desk.leader(entity, document)
            case Place():
                yield from desk.place(entity, document)
            case Event():
                yield from desk.event(entity, document)
            case _:
                pass
        yield from desk.body(entity, document)
    yield from _aliases(records, documents)
    yield from _shared_ids(names, documents)
    yield from _addresses(records, documents)
    if all(ref_of(path) in records for path in paths if path.parts[0] == FOLDERS[Kind.ARTICLE]):
        yield from _orphans(records, documents)  # else an article that can't be read may name them


def crosscheck_settings(settings: Settings, document: Document, names: frozenset[Ref]) -> Iterator[Problem]:
    """Check dossier.yml: the events that it names, and the frame of its map."""
    events = frozenset(ref.id for ref in names if ref.kind is Kind.EVENT)
    for index, id_ in enumerate(settings.milestones):
        if id_ not in events:
            mend = did_you_mean(id_, events) or f" Il n’y a pas de fichier events/{id_}.md."
            message = f"Événement inconnu « {id_} ».{mend}"
            yield document.problem("E203", document.line("milestones", index), message)
    yield from _repeated(settings.milestones, document, "milestones")
    frame = settings.map
    if frame:
        for low, high, reversed_ in (
            ("south", "north", frame.south >= frame.north),
            ("west", "east", frame.west >= frame.east),
        ):
            if reversed_:
                message = f"Le cadre de la carte est à l’envers : « {low} » doit être inférieur à « {high} »."
                yield document.problem("E106", document.line("map", low), message)


class _Desk:
    """Checks a record against the names of all the others."""

    def __init__(
        self,
        names: frozenset[Ref],
        paths: frozenset[PurePosixPath],
        places: Mapping[str, Place],
        drafts: frozenset[PurePosixPath],
    ) -> None:
        self.paths = paths
        self.drafts = drafts
        self.places = places
        self.ids = {kind: frozenset(ref.id for ref in names if ref.kind is kind) for kind in Kind}

    def known(self, kind: Kind, found: str, document: Document, *position: str | int) -> Iterator[Problem]:
        """A problem unless `found` is the id of a thing of this kind."""
        if found not in self.ids[kind]:
            code, word = _UNKNOWN[kind]
            mend = did_you_mean(found, self.ids[kind]) or f" Il n’y a pas de fichier {FOLDERS[kind]}/{found}.md."
            message = f"{word} inconnu « {found} ».{mend}"
            yield document.problem(code, document.line(*position), message)

    def country(self, code: str | None, document: Document, *position: str | int) -> Iterator[Problem]:
        """A problem if a code is no country's, as « UK » for « GB »."""
        if code and (code in _NO_COUNTRY or code not in Locale("fr").territories):
            message = f"Code de pays inconnu « {code} ». Attendu : un code ISO 3166-1, par exemple « GB »."
            yield document.problem("E104", document.line(*position), message)

    def article(self, article: Article, document: Document, settings: Settings | None) -> Iterator[Problem]:
        """Problems of an article's references, quotations and rights."""
        for index, id_ in enumerate(article.events):
            yield from self.known(Kind.EVENT, id_, document, "events", index)
        if article.text is not TextKind.NOTICE and not article.licence:
            right = "dites de quel droit dans « licence », ou publiez une notice (« text: notice »)."
            message = f"Un texte « {article.text} » reproduit l’article : {right}"
            yield document.problem("E210", document.line("text"), message)
        if article.publisher and not article.publisher_basis:
            known = ", ".join(PublisherBasis)
            message = f"Le champ « publisher_basis » manque : dites comment « publisher » est connu ({known})."
            yield document.problem("E101", document.line("publisher"), message)
        if article.publisher_basis and not article.publisher:
            message = "Le champ « publisher » manque : « publisher_basis » dit comment il est connu."
            yield document.problem("E101", document.line("publisher_basis"), message)
        yield from _repeated(article.events, document, "events")
        for index, quote in enumerate(article.quotes):
            for key, who in (("speaker", quote.speaker), ("reported_by", quote.reported_by)):
                if who and _is_id(who):
                    yield from self.known(Kind.LEADER, who, document, "quotes", index, key)
            words, most = word_count(quote.text), settings.quotes.max_words if settings else None
            if most and words > most:
                message = f"La citation compte {words} mots ; attendu : {most} au plus (réglage de dossier.yml)."
                yield document.problem("E209", document.line("quotes", index, "text"), message)
        if not article.events:
            message = "L’article ne nomme aucun événement : remplissez le champ « events »."
            yield document.problem("W304", document.line("events"), message)
        linked = {target for target, _ in _content_links(document)}
        if not article.body.strip() or linked - self.paths:
            return  # what is missing, or a link that leads nowhere, is reported by itself
        for index, id_ in enumerate(article.events):
            if PurePosixPath(f"events/{id_}.md") not in linked and id_ in self.ids[Kind.EVENT]:
                message = f"Le texte ne mène pas à « {id_} ». Attendu : un lien [quelques mots](../events/{id_}.md)."
                yield document.problem("W302", document.line("events", index), message)

    def leader(self, leader: Leader, document: Document) -> Iterator[Problem]:
        """Problems of a leader's roles."""
        for index, role in enumerate(leader.roles):
            yield from self.country(role.country, document, "roles", index, "country")
            if role.from_ and role.to and role.to.last < role.from_.first:
                message = f"La fonction finit ({role.to}) avant de commencer ({role.from_})."
                yield document.problem("E207", document.line("roles", index, "to"), message)

    def place(self, place: Place, document: Document) -> Iterator[Problem]:
        """Problems of a place's references and coordinates."""
        if place.within:
            yield from self.known(Kind.PLACE, place.within, document, "within")
            if self._goes_round(place):
                message = f"« {place.id} » finirait par se contenir lui-même : corrigez « within »."
                yield document.problem("E106", document.line("within"), message)
        yield from self.country(place.country, document, "country")
        if (place.lat is None) != (place.lon is None):
            given, missing = ("lat", "lon") if place.lon is None else ("lon", "lat")
            message = f"« {given} » est donné sans « {missing} » : ajoutez « {missing} », ou retirez « {given} »."
            yield document.problem("E212", document.line(given), message)
        if place.kind in _UNPINNED and place.lat is not None:
            message = f"Un lieu de type « {place.kind} » n’a pas de point sur la carte : retirez « lat » et « lon »."
            yield document.problem("E212", document.line("lat"), message)

    def _goes_round(self, place: Place) -> bool:
        """Whether the places around a place lead back to it."""
        seen: set[str] = set()
        around = self.places.get(place.within or "")
        while around and around.id not in seen:
            seen.add(around.id)
            around = self.places.get(around.within or "")
        return place.id in seen

    def event(self, event: Event, document: Document) -> Iterator[Problem]:
        """Problems of an event's references."""
        if event.place:
            yield from self.known(Kind.PLACE, event.place, document, "place")
        people, places = self.ids[Kind.LEADER], self.ids[Kind.PLACE]
        for index, id_ in enumerate(event.participants):
            if id_ not in people | places:
                message = f"Participant inconnu « {id_} » (ni dirigeant, ni pays).{did_you_mean(id_, people | places)}"
                yield document.problem("E204", document.line("participants", index), message)
            elif id_ not in people and id_ in self.places and self.places[id_].kind is not PlaceKind.COUNTRY:
                message = f"« {id_} » n’est ni un dirigeant ni un pays : un lieu s’écrit dans « place »."
                yield document.problem("E204", document.line("participants", index), message)
        for key, what in (("identified", "identifié"), ("present", "dit présent")):
            for index, id_ in enumerate(getattr(event, key)):
                if id_ not in event.participants:
                    mend = did_you_mean(id_, event.participants) or " Ajoutez-le à « participants »."
                    message = f"« {id_} » est {what} mais ne figure pas parmi les participants.{mend}"
                    yield document.problem("E213", document.line(key, index), message)
        for key in ("participants", "identified", "present"):
            yield from _repeated(getattr(event, key), document, key)
        for index, journey in enumerate(event.journeys):
            yield from self.known(Kind.LEADER, journey.who, document, "journeys", index, "who")
            strangers = set(event.participants) - people - places  # one of them may be meant: that is one mistake
            if journey.who in people and journey.who not in event.participants and not strangers:
                message = (
                    f"« {journey.who} » se déplace sans figurer parmi les participants. Ajoutez-le à « participants »."
                )
                yield document.problem("E213", document.line("journeys", index, "who"), message)
            yield from self.known(Kind.PLACE, journey.to, document, "journeys", index, "to")
            if journey.from_:
                yield from self.known(Kind.PLACE, journey.from_, document, "journeys", index, "from")

    def body(self, entity: Entity, document: Document) -> Iterator[Problem]:
        """Problems of a body: none, links that lead nowhere, tags that the site does not take."""
        if not entity.body.strip() and isinstance(entity, Article):
            yield document.problem("E208", document.body_line, "Le texte de l’article manque sous l’en-tête.")
        for target, offset in _content_links(document):
            if target not in self.paths:
                known = [_from(document.path, path) for path in self.paths if ref_of(path) or path.parts[0] == "assets"]
                found = _from(document.path, target)
                message = f"Le lien mène à « {found} », qui n’existe pas.{did_you_mean(found, known)}"
                yield document.problem("E206", document.body_line_at(offset), message)
            elif target in self.drafts and entity.path not in self.drafts:
                message = f"« {_from(document.path, target)} » est un brouillon : la page publiée n’aura pas ce lien."
                yield document.problem("W305", document.body_line_at(offset), message)
        yield from _shape(document)
        for tag, offset in clean(document.body).removed:
            message = f"« {tag} » n’est pas admis dans un texte et sera retiré de la page."
            if tag == UNCLOSED:
                message = "Ce commentaire n’est pas fermé et la suite du texte disparaît : il manque « --> »."
            yield document.problem("W303", document.body_line_at(offset), message)


_UNKNOWN = {
    Kind.EVENT: ("E203", "Événement"),
    Kind.LEADER: ("E202", "Dirigeant"),
    Kind.PLACE: ("E201", "Lieu"),
}


def _repeated(ids: tuple[str, ...], document: Document, key: str) -> Iterator[Problem]:
    """A problem for each id that a list gives a second time."""
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            message = f"« {id_} » est écrit deux fois dans « {key} ». Gardez-en un seul."
            yield document.problem("E214", document.line(key, index), message)


def _is_id(text: str) -> bool:
    """Whether a speaker is meant as an id: free text has a capital or a space."""
    return re.fullmatch(ID_PATTERN, text) is not None


def _from(path: PurePosixPath, target: PurePosixPath) -> str:
    return posixpath.relpath(target.as_posix(), path.parent.as_posix())


def _content_links(document: Document) -> Iterator[tuple[PurePosixPath, int]]:
    """The files of content/ that a body links to, each with its offset."""
    for found in links(document.body):
        target = content_target(document.body[slice(*found.target)], document.path)
        if target:
            yield target, found.target[0]


def _shape(document: Document) -> Iterator[Problem]:
    """Headings that would stand beside the page's own, and links to addresses of the site instead of files."""
    for start, level in headings(document.body):
        if level == 1:
            message = "Un titre de niveau 1 dans le texte : la page a déjà le sien. Écrivez-le avec « ## »."
            yield document.problem("E216", document.body_line_at(start), message)
    for found in links(document.body):
        target = document.body[slice(*found.target)]
        if target.startswith("/"):
            message = f"« {target} » est une adresse du site. Attendu : un fichier, comme « ../articles/nom.md »."
            yield document.problem("E206", document.body_line_at(found.target[0]), message)


def _aliases(records: Mapping[Ref, Entity], documents: Mapping[Ref, Document]) -> Iterator[Problem]:
    claimed: dict[str, Ref] = {}
    for ref, entity in sorted(records.items()):
        if isinstance(entity, Leader | Place):
            positions: list[tuple[str | int, ...]] = [
                ("name",),
                *(("aliases", at) for at in range(len(entity.aliases))),
            ]
            for alias, position in zip((entity.name, *entity.aliases), positions, strict=True):
                other = claimed.setdefault(alias.replace("'", "’"), ref)
                if other != ref:
                    whose = f"« {other.id} » ({documents[other].shown})"
                    message = f"« {alias} » désigne déjà {whose}. Un nom ne peut désigner qu’une fiche."
                    yield documents[ref].problem("E205", documents[ref].line(*position), message)


def _shared_ids(names: frozenset[Ref], documents: Mapping[Ref, Document]) -> Iterator[Problem]:
    """A leader and a place of one id could not be told apart among participants."""
    for ref in sorted(names):
        if ref.kind is Kind.LEADER and Ref(Kind.PLACE, ref.id) in names and ref in documents:
            message = f"« {ref.id} » est aussi l’identifiant d’un lieu (places/{ref.id}.md) : renommez l’un des deux."
            yield documents[ref].problem("E215", 0, message)


def _addresses(records: Mapping[Ref, Entity], documents: Mapping[Ref, Document]) -> Iterator[Problem]:
    taken: dict[str, Ref] = {src_uri(ref): ref for ref in records}
    for ref, entity in sorted(records.items()):
        document = documents[ref]
        if _is_reserved(ref):
            message = f"L’adresse « /{_address(ref)}/ » est celle d’une page du site : renommez ce fichier."
            yield document.problem("E211", 0, message)
        for index, old in enumerate(entity.formerly):
            if _is_reserved(Ref(ref.kind, old)):
                message = f"L’adresse « /{_address(Ref(ref.kind, old))}/ » est celle d’une page du site : retirez-la."
                yield document.problem("E211", document.line("formerly", index), message)
                continue
            other = taken.setdefault(src_uri(Ref(ref.kind, old)), ref)
            if other != ref or old == ref.id:
                whose = "le nom actuel de cette fiche" if old == ref.id else f"celui de {documents[other].shown}"
                message = f"L’ancien nom « {old} » est {whose} : retirez-le de « formerly »."
                yield document.problem("E211", document.line("formerly", index), message)


def _address(ref: Ref) -> str:
    return src_uri(ref).removesuffix(".md").removesuffix("/index")


def _is_reserved(ref: Ref) -> bool:
    """Whether a page that the generator makes stands at a thing's address."""
    if ref.kind is Kind.PAGE:
        return ref.id in RESERVED or ref.id in SECTIONS.values()
    return ref.id == "index"


def _orphans(records: Mapping[Ref, Entity], documents: Mapping[Ref, Document]) -> Iterator[Problem]:
    named = {id_ for entity in records.values() if isinstance(entity, Article) for id_ in entity.events}
    for ref, entity in sorted(records.items()):
        if isinstance(entity, Event) and entity.id not in named:
            yield documents[ref].problem(
                "W301", 0, "Aucun article ne nomme cet événement : ajoutez-le au champ « events » d’un article."
            )
