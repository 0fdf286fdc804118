"""Fields of one record that must agree with one another, or keep within a limit."""

from collections.abc import Iterator
from typing import Final

from generator.check.otherwise import country_meant
from generator.check.reading import Reading
from generator.diagnostics import Problem
from generator.load.document import Document
from generator.model import (
    Article,
    Event,
    Leader,
    Page,
    Place,
    PlaceKind,
    PublisherBasis,
    Settings,
    TextKind,
)
from generator.text.countries import country_codes
from generator.text.licences import gives_right

_UNPINNED: Final = {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.HISTORICAL}
_TITLE_LENGTH: Final = 110
"""Characters: search engines and social networks cut longer headlines, and lists become hard to read."""

_RIGHT: Final = (
    "une licence (« CC BY 4.0 », « domaine public »), l’accord de qui tient les droits "
    "(« accord écrit de L’Écho des lacs »), ou « text: notice »"
)


def fields(reading: Reading) -> Iterator[Problem]:
    """Problems that one record has in itself."""
    for article, document in reading.each(Article):
        yield from _rights(article, document)
        yield from _publisher(article, document)
        yield from _title(article.title, document)
    for leader, document in reading.each(Leader):
        for index, role in enumerate(leader.roles):
            yield from _country(role.country, document, "roles", index, "country")
            if role.from_ and role.to and role.to.last < role.from_.first:
                what = f"La fonction finit ({role.to}) avant de commencer ({role.from_})."
                line = document.line("roles", index, "to")
                turned = f"from: {role.to}, to: {role.from_}"
                expected = "une date après « from »"
                yield document.problem("E207", line, what, found=str(role.to), expected=expected, suggestion=turned)
    for place, document in reading.each(Place):
        yield from _country(place.country, document, "country")
        yield from _coordinates(place, document)
    for event, document in reading.each(Event):
        yield from _title(event.title, document)
    for page, document in reading.each(Page):
        yield from _title(page.title, document)
    if reading.settings and reading.settings_document:
        yield from _title(reading.settings.title, reading.settings_document)
        yield from _frame(reading.settings, reading.settings_document)


def _rights(article: Article, document: Document) -> Iterator[Problem]:
    if article.text is TextKind.NOTICE:
        return
    if not article.licence:
        right = "dites de quel droit dans « licence », ou publiez une notice (« text: notice »)."
        what = f"Un texte « {article.text} » reproduit l’article : {right}"
        yield document.problem("E210", document.line("text"), what, found=article.text.value)
    elif not gives_right(article.licence):
        what = f"« {article.licence} » ne dit pas de quel droit un texte « {article.text} » reproduit l’article."
        line = document.line("licence")
        yield document.problem("E210", line, what, found=article.licence, expected=_RIGHT)


def _publisher(article: Article, document: Document) -> Iterator[Problem]:
    if article.publisher and not article.publisher_basis:
        what = "Le champ « publisher_basis » manque : dites comment « publisher » est connu."
        expected = f"l’une des valeurs {', '.join(PublisherBasis)}"
        yield document.problem("E101", document.line("publisher"), what, expected=expected)
    if article.publisher_basis and not article.publisher:
        what = "Le champ « publisher » manque : « publisher_basis » dit comment il est connu."
        yield document.problem("E101", document.line("publisher_basis"), what)


def _title(title: str, document: Document) -> Iterator[Problem]:
    if len(title) > _TITLE_LENGTH:
        what = f"Le titre compte {len(title)} caractères ; moteurs de recherche et réseaux le couperaient."
        expected = f"{_TITLE_LENGTH} au plus, le reste dans « standfirst » ou dans le texte"
        yield document.problem("W307", document.line("title"), what, found=title, expected=expected)


def _country(code: str | None, document: Document, *position: str | int) -> Iterator[Problem]:
    """A problem if a code is no country's, as « UK » for « GB »."""
    if code and code not in country_codes():
        what = f"Code de pays inconnu « {code} »."
        expected, near = "un code de pays à deux capitales (ISO 3166-1)", country_meant(code)
        yield document.problem("E104", document.line(*position), what, found=code, expected=expected, suggestion=near)


def _coordinates(place: Place, document: Document) -> Iterator[Problem]:
    if (place.lat is None) != (place.lon is None):
        given, missing = ("lat", "lon") if place.lon is None else ("lon", "lat")
        what = f"« {given} » est donné sans « {missing} » : ajoutez « {missing} », ou retirez « {given} »."
        yield document.problem("E212", document.line(given), what)
    if place.kind in _UNPINNED and place.lat is not None:
        what = f"Un lieu de type « {place.kind} » n’a pas de point sur la carte : retirez « lat » et « lon »."
        yield document.problem("E212", document.line("lat"), what)


def _frame(settings: Settings, document: Document) -> Iterator[Problem]:
    frame = settings.map
    if frame:
        for low, high, reversed_ in (
            ("south", "north", frame.south >= frame.north),
            ("west", "east", frame.west >= frame.east),
        ):
            if reversed_:
                what = f"Le cadre de la carte est à l’envers : « {low} » doit être inférieur à « {high} »."
                yield document.problem("E106", document.line("map", low), what)
