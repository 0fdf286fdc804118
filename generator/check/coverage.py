"""What no article speaks of: events without article, articles without event."""

from collections.abc import Iterator

from generator.check.bodies import says_nothing
from generator.check.links import content_links
from generator.check.reading import Reading
from generator.diagnostics import Problem, nearest
from generator.load.document import Document
from generator.model import Article, Event, Kind
from generator.routes import ref_of


def coverage(reading: Reading) -> Iterator[Problem]:
    """Events that no article names or no text links to, and articles that name none."""
    events = reading.ids(Kind.EVENT)
    for article, document in reading.each(Article):
        if not article.events:
            what = "L’article ne nomme aucun événement : remplissez le champ « events »."
            near = ", ".join(_told(document, events))
            yield document.problem("W304", document.line("events"), what, suggestion=near and f"events: [{near}]")
        yield from _unlinked(reading, article, document, events)
    if reading.all_read(Kind.ARTICLE):  # else an article that can't be read may name them
        yield from _orphans(reading, events)


def _unlinked(reading: Reading, article: Article, document: Document, events: frozenset[str]) -> Iterator[Problem]:
    linked = {target for target, _ in content_links(document)}
    if says_nothing(article.body) or linked - reading.targets:
        return  # what is missing, or a link that leads nowhere, is reported by itself
    told = _told(document, events)
    for index, id_ in enumerate(article.events):
        if id_ in events and id_ not in told:
            what = f"Le texte ne mène pas à « {id_} »."
            expected = f"un lien [quelques mots](../events/{id_}.md)"
            yield document.problem("W302", document.line("events", index), what, found=id_, expected=expected)


def _told(document: Document, events: frozenset[str]) -> tuple[str, ...]:
    """The events that a text links to, in its order."""
    refs = (ref_of(target) for target, _ in content_links(document))
    return tuple(dict.fromkeys(ref.id for ref in refs if ref and ref.kind is Kind.EVENT and ref.id in events))


def _orphans(reading: Reading, events: frozenset[str]) -> Iterator[Problem]:
    named = {id_ for article, _ in reading.each(Article) for id_ in article.events}
    meant = {nearest(id_, events) for id_ in named - events}  # a misspelt name is reported where it stands
    meant.update(
        id_ for article, document in reading.each(Article) if not article.events for id_ in _told(document, events)
    )
    for event, document in reading.each(Event):
        if event.id not in named | meant:
            what = "Aucun article ne nomme cet événement : ajoutez-le au champ « events » d’un article."
            yield document.problem("W301", 1, what, found=event.id)
