"""What the site calls the values of the model: messages, which `Words` says in the language of the dossier."""

from collections.abc import Mapping, Sequence
from typing import Final

from generator.claims.records import Property, Verdict
from generator.model import EventKind, Interest, Kind, PlaceKind, PublisherBasis, Status, TextKind
from generator.originals.verification import Verified
from generator.words import Words, marked

SECTION_TITLES: Final[Mapping[Kind, str]] = {
    Kind.ARTICLE: marked("Articles"),
    Kind.LEADER: marked("Leaders"),
    Kind.PLACE: marked("Places"),
    Kind.EVENT: marked("Events"),
    Kind.SOURCE: marked("Sources"),
}

RESULT_TITLES: Final[Mapping[Kind, str]] = {**SECTION_TITLES, Kind.PAGE: marked("Pages of the dossier")}
"""What the search calls the kinds of pages."""

PRESS_DOSSIER: Final = marked("Press dossier")
"""What stands over the headline of a page that belongs to no section."""

UNKNOWN_SOURCE: Final = marked("Unidentified source")

OUTCOME_KNOWN: Final = marked("Announced in the article; what the editors know came of it is given below.")
"""What is said of an announced event instead, where the editors know what came of it."""

PLACE_KINDS: Final[Mapping[PlaceKind, str]] = {
    PlaceKind.CITY: marked("city"),
    PlaceKind.BASE: marked("military base"),
    PlaceKind.PORT: marked("port"),
    PlaceKind.AIRPORT: marked("airport"),
    PlaceKind.BUILDING: marked("building"),
    PlaceKind.COUNTRY: marked("country"),
    PlaceKind.REGION: marked("region"),
    PlaceKind.HISTORICAL: marked("historical entity"),
}

EVENT_KINDS: Final[Mapping[EventKind, tuple[str, str]]] = {
    EventKind.VISIT: (marked("visit"), marked("visits")),
    EventKind.TALK: (marked("talk"), marked("talks")),
    EventKind.CALL: (marked("telephone call"), marked("telephone calls")),
    EventKind.SUMMIT: (marked("summit"), marked("summits")),
    EventKind.MEETING: (marked("gathering"), marked("gatherings")),
    EventKind.STATEMENT: (marked("statement"), marked("statements")),
    EventKind.DECISION: (marked("decision"), marked("decisions")),
    EventKind.AGREEMENT: (marked("agreement"), marked("agreements")),
    EventKind.RUPTURE: (marked("break"), marked("breaks")),
    EventKind.OPERATION: (marked("military operation"), marked("military operations")),
}
"""Singular and plural."""

STATUSES: Final[Mapping[Status, str]] = {
    Status.ESTABLISHED: marked("established"),
    Status.ANNOUNCED: marked("announced"),
    Status.DENIED: marked("denied"),
    Status.DOUBTFUL: marked("doubtful"),
}

STATUS_SENTENCES: Final[Mapping[Status, str]] = {
    Status.ESTABLISHED: marked("At least one article of the dossier reports it as having taken place."),
    Status.ANNOUNCED: marked("Announced in the article; what came of it is outside the dossier."),
    Status.DENIED: marked("Announced, then denied: nothing allows to say that it took place."),
    Status.DOUBTFUL: marked("Asserted by one source, contradicted by others: not to be taken for a fact."),
}

PROPERTIES: Final[Mapping[Property, str]] = {
    Property.DATE: marked("Date"),
    Property.PLACE: marked("Place"),
    Property.PARTICIPANTS: marked("Participants"),
    Property.STATUS: marked("Status"),
    Property.NUMBER: marked("Number"),
    Property.TEXT: marked("Text"),
    Property.FIRST: marked("First time"),
    Property.LAST: marked("Last time"),
    Property.AFTER: marked("Order of events"),
}

VERDICTS: Final[Mapping[Verdict | None, tuple[str, str, str]]] = {
    Verdict.CERTAIN: (
        marked("Certain errors"),
        "erreurs-certaines",
        marked("Two assertions cannot both be true, and one of them at least is false."),
    ),
    Verdict.PROBABLE: (
        marked("Probable errors"),
        "erreurs-probables",
        marked("Everything points to an error; another reading remains possible."),
    ),
    None: (
        marked("To be examined"),
        "a-examiner",
        marked("The editors have not yet given their judgement of it."),
    ),
    Verdict.NUANCE: (
        marked("Nuances"),
        "nuances",
        marked(
            "Nothing is shown to be false, but a voice is alone, speaks for one side, announces what has not happened"
            " yet, or is denied by another."
        ),
    ),
    Verdict.LIMIT: (marked("Limits of the sources"), "limites", marked("What the texts do not allow to know.")),
}
"""What the page of divergences calls each group, its anchor, and what it says of it; None: not judged yet."""

TEXT_KINDS: Final[Mapping[TextKind, str]] = {
    TextKind.NOTICE: marked("Account by the editors, in their own words."),
    TextKind.EXTRACT: marked("Extract: the article’s words, published under licence."),
    TextKind.FULL: marked("Full text of the article, published under licence."),
}

TEXT_KIND_NAMES: Final[Mapping[TextKind, str]] = {
    TextKind.NOTICE: marked("account"),
    TextKind.EXTRACT: marked("extract"),
    TextKind.FULL: marked("full text"),
}

PUBLISHER_BASES: Final[Mapping[PublisherBasis, str]] = {
    PublisherBasis.TEXT: marked("named in the text"),
    PublisherBasis.MATCH: marked("attributed by a match: the same text is found under this name"),
    PublisherBasis.DECLARED: marked("declared by the editors"),
}

LEGAL_DESCRIPTION: Final = marked("Who publishes this dossier, who hosts it, and how to report an error.")

LEGAL_FIELDS: Final[tuple[tuple[str, str], ...]] = (
    ("name", marked("Publisher")),
    ("status", marked("Status")),
    ("address", marked("Address")),
    ("director", marked("Director of publication")),
    ("email", marked("E-mail")),
    ("host", marked("Host")),
    ("host_address", marked("Address of the host")),
)
"""Fields of `publisher` in dossier.yml and what the legal page calls them."""

VERDICT_NAMES: Final[Mapping[Verdict | None, str]] = {
    Verdict.CERTAIN: marked("certain error"),
    Verdict.PROBABLE: marked("probable error"),
    Verdict.NUANCE: marked("nuance"),
    Verdict.LIMIT: marked("limit"),
    None: marked("to be examined"),
}
"""What stands at a divergence itself."""

INTERESTS: Final[Mapping[Interest, str]] = {
    Interest.PARTY: marked("party to the conflict"),
    Interest.STATE: marked("state media"),
    Interest.AGENCY: marked("agency"),
}


def tally(words: Words, cited: Sequence[Verified | None]) -> str:
    """How many of the passages that an article's pages quote, in claims too, were found in its original."""
    asked, found = len(cited), sum(verified is not None for verified in cited)
    if not found:
        return words.ngettext("The quotation is not verified.", "No quotation is verified.", asked)
    if found == asked:
        return words.ngettext(
            "The quotation was found in the original.", "The %(num)s quotations were found in the original.", asked
        )
    return words.ngettext(
        "%(num)s quotation of %(asked)s was found in the original.",
        "%(num)s quotations of %(asked)s were found in the original.",
        found,
        asked=words.number(asked),
    )


def interest(words: Words, ties: Sequence[Interest]) -> str:
    """What ties somebody to what they tell, in one line; nothing where nothing does."""
    return ", ".join(words.gettext(INTERESTS[tie]) for tie in ties)
