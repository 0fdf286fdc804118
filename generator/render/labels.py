"""The words in which the site's French says what the model's values mean."""

from collections.abc import Mapping, Sequence
from typing import Final

from generator.claims.records import Property, Verdict
from generator.dates import Edtf, Precision, date_fr
from generator.model import EventKind, Kind, PlaceKind, PublisherBasis, Role, Status, TextKind
from generator.text.french import count, plural_of
from generator.verification import Verified

SECTION_TITLES: Final[Mapping[Kind, str]] = {
    Kind.ARTICLE: "Articles",
    Kind.LEADER: "Dirigeants",
    Kind.PLACE: "Lieux",
    Kind.EVENT: "Événements",
    Kind.SOURCE: "Sources",
}

RESULT_TITLES: Final[Mapping[Kind, str]] = {**SECTION_TITLES, Kind.PAGE: "Pages du dossier"}
"""What the search calls the kinds of pages."""

PRESS_DOSSIER: Final = "Dossier de presse"
"""What stands over the headline of a page that belongs to no section."""

UNKNOWN_SOURCE: Final = "Source non identifiée"

OUTCOME_KNOWN: Final = "Annoncé dans l’article ; la suite connue de la rédaction est donnée ci-dessous."
"""What is said of an announced event instead, where the editors know what came of it."""

PLACE_KINDS: Final[Mapping[PlaceKind, str]] = {
    PlaceKind.CITY: "ville",
    PlaceKind.BASE: "base militaire",
    PlaceKind.PORT: "port",
    PlaceKind.AIRPORT: "aéroport",
    PlaceKind.BUILDING: "bâtiment",
    PlaceKind.COUNTRY: "pays",
    PlaceKind.REGION: "région",
    PlaceKind.HISTORICAL: "entité historique",
}

EVENT_KINDS: Final[Mapping[EventKind, tuple[str, str]]] = {
    EventKind.VISIT: ("visite", "visites"),
    EventKind.TALK: ("entretien", "entretiens"),
    EventKind.CALL: ("appel", "appels"),
    EventKind.SUMMIT: ("sommet", "sommets"),
    EventKind.MEETING: ("réunion", "réunions"),
    EventKind.STATEMENT: ("déclaration", "déclarations"),
    EventKind.DECISION: ("décision", "décisions"),
    EventKind.AGREEMENT: ("accord", "accords"),
    EventKind.RUPTURE: ("rupture", "ruptures"),
    EventKind.OPERATION: ("opération militaire", "opérations militaires"),
}
"""Singular and plural."""

STATUSES: Final[Mapping[Status, str]] = {
    Status.ESTABLISHED: "établi",
    Status.ANNOUNCED: "annoncé",
    Status.DENIED: "démenti",
    Status.DOUBTFUL: "douteux",
}

STATUS_SENTENCES: Final[Mapping[Status, str]] = {
    Status.ESTABLISHED: "Au moins un article du dossier le rapporte comme ayant eu lieu.",
    Status.ANNOUNCED: "Annoncé dans l’article ; suite hors dossier.",
    Status.DENIED: "Annoncé puis démenti : rien ne permet de dire qu’il a eu lieu.",
    Status.DOUBTFUL: "Affirmé par une source, contredit par d’autres : à ne pas tenir pour un fait.",
}

PROPERTIES: Final[Mapping[Property, str]] = {
    Property.DATE: "Date",
    Property.PLACE: "Lieu",
    Property.PARTICIPANTS: "Participants",
    Property.STATUS: "Statut",
    Property.NUMBER: "Nombre",
    Property.TEXT: "Texte",
    Property.FIRST: "Première fois",
    Property.LAST: "Dernière fois",
    Property.AFTER: "Ordre des événements",
}

VERDICTS: Final[Mapping[Verdict | None, tuple[str, str, str]]] = {
    Verdict.CERTAIN: (
        "Erreurs certaines",
        "erreurs-certaines",
        "Deux affirmations ne peuvent pas être vraies ensemble, et l’une au moins est fausse.",
    ),
    Verdict.PROBABLE: (
        "Erreurs probables",
        "erreurs-probables",
        "Tout porte à croire à une erreur ; rien dans le dossier ne le démontre.",
    ),
    None: ("À examiner", "a-examiner", "Relevé par la machine ; la rédaction ne s’est pas encore prononcée."),
    Verdict.NUANCE: (
        "Nuances",
        "nuances",
        "Rien n’est faux, mais une voix est seule, parle pour un camp, ou annonce ce qui n’a pas eu lieu encore.",
    ),
    Verdict.LIMIT: ("Limites des sources", "limites", "Ce que les textes ne permettent pas de savoir."),
}
"""What the page of divergences calls each group, its anchor, and what it says of it; None: not judged yet."""

TEXT_KINDS: Final[Mapping[TextKind, str]] = {
    TextKind.NOTICE: "Notice : compte rendu de la rédaction, dans ses propres mots.",
    TextKind.EXTRACT: "Extrait : les mots de l’article, publiés sous licence.",
    TextKind.FULL: "Texte intégral de l’article, publié sous licence.",
}

TEXT_KIND_NAMES: Final[Mapping[TextKind, str]] = {
    TextKind.NOTICE: "notice",
    TextKind.EXTRACT: "extrait",
    TextKind.FULL: "texte intégral",
}

PUBLISHER_BASES: Final[Mapping[PublisherBasis, str]] = {
    PublisherBasis.TEXT: "nommé dans le texte",
    PublisherBasis.MATCH: "attribué par correspondance : le même texte se lit sous ce nom",
    PublisherBasis.DECLARED: "déclaré par la rédaction",
}

LEGAL_DESCRIPTION: Final = "Qui publie ce dossier, qui l’héberge, et comment signaler une erreur."

LEGAL_FIELDS: Final[tuple[tuple[str, str], ...]] = (
    ("name", "Éditeur"),
    ("status", "Statut"),
    ("address", "Adresse"),
    ("director", "Directeur de la publication"),
    ("email", "Courriel"),
    ("host", "Hébergeur"),
    ("host_address", "Adresse de l’hébergeur"),
)
"""Fields of `publisher` in dossier.yml and what the legal page calls them."""


def tally(cited: Sequence[Verified | None]) -> str:
    """How many of the passages that an article's pages quote, in claims too, were found in its original."""
    asked, found = len(cited), sum(verified is not None for verified in cited)
    if asked == 1:
        return "La citation a été retrouvée dans l’original." if found else "La citation n’est pas vérifiée."
    if found in {0, asked}:
        return (
            f"Les {asked} citations ont été retrouvées dans l’original." if found else "Aucune citation n’est vérifiée."
        )
    return f"{count(found, 'citation')} sur {asked} {plural_of(found, 'retrouvée')} dans l’original."


def period(role: Role) -> str:
    """When an office is held: « du 7 mai 2000 au 7 mai 2008 », « d’avril 1896 à 1898 », « depuis 1896 », or nothing."""
    start, end = role.from_, role.to
    if any(day and (day.approximate or day.precision is Precision.SPAN) for day in (start, end)):
        return " ; ".join(f"{word} : {date_fr(day)}" for word, day in (("début", start), ("fin", end)) if day)
    if start and end:
        return f"{_from(start)} {_to(end)}"
    if start:
        return f"depuis le {date_fr(start)}" if start.precision is Precision.DAY else f"depuis {date_fr(start)}"
    if end:
        return f"jusqu’{_to(end)}" if end.precision is Precision.DAY else f"jusqu’en {date_fr(end)}"
    return ""


def _from(start: Edtf) -> str:
    said = date_fr(start)
    if start.precision is Precision.DAY:
        return f"du {said}"
    return f"d’{said}" if said[0] in "ao" else f"de {said}"


def _to(end: Edtf) -> str:
    return f"au {date_fr(end)}" if end.precision is Precision.DAY else f"à {date_fr(end)}"
