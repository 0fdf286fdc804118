"""What can only come after an article's publication: its reading, copies of it, corrections of its page."""

from collections.abc import Iterator, Mapping

from generator.check.reading import Reading
from generator.dates import Edtf
from generator.diagnostics import Problem
from generator.load.document import Document, Position
from generator.model import Article, Entity, Event, Status
from generator.routes import Ref


def publication(reading: Reading) -> Iterator[Problem]:
    """Dates that come before the publication of an article."""
    for article, document in reading.each(Article):
        for what, day, position in _later(article):
            if day.last < article.date.first:
                said = f"{what} ({day}) précède la parution de l’article ({article.date})."
                expected = "une date d’après, ou la bonne date de parution"
                yield document.problem("E226", document.line(*position), said, found=str(day), expected=expected)


def ahead(records: Mapping[Ref, Entity], documents: Mapping[Ref, Document], today: Edtf) -> Iterator[Problem]:
    """Dates of what is said to be done, in the world or by the editors, that have not come yet.

    It is no look of `check`: a build must not depend on the day, and only `dossier check` knows which one it is.
    """
    for ref, entity in records.items():
        for what, day, position in (*_told(entity), *_later(entity)):
            if (day.first - today.last).days > 1:  # the next day has begun already further east
                document = documents[ref]
                said = f"{what} porte une date qui n’est pas encore venue ({day})."
                line, expected = document.line(*position), f"une date au plus tard du {today}"
                yield document.problem("W318", line, said, found=str(day), expected=expected)


def _told(entity: Entity) -> Iterator[tuple[str, Edtf, Position]]:
    """What has happened, by what the record says of it."""
    if isinstance(entity, Article) and entity.status != "draft":
        yield "La parution de l’article", entity.date, ("date",)
    elif isinstance(entity, Event) and entity.status is Status.ESTABLISHED:
        yield "L’événement, donné pour établi,", entity.date, ("date",)


def _later(entity: Entity) -> Iterator[tuple[str, Edtf, Position]]:
    """What the editors did of a page and its article, once both were there: words for it, the date, its place."""
    for index, correction in enumerate(entity.corrections):
        yield "La correction", correction.date, ("corrections", index, "date")
    if not isinstance(entity, Article):
        return
    if entity.archive:
        yield "La copie archivée", entity.archive.date, ("archive", "date")
    if entity.original and entity.original.read:
        yield "La lecture de l’original", entity.original.read, ("original", "read")
