"""What stands in bodies: none where one must be, headings, HTML, characters gone wrong."""

import re
from collections.abc import Iterator
from typing import Final

from generator.check.reading import Reading
from generator.diagnostics import Problem
from generator.load.document import Document
from generator.model import Article, Entity, Kind, Page, TextKind
from generator.originals.rights import is_meant_as_our_account, is_our_account, prose, speaks_of_terms
from generator.routes import LEGAL, Ref
from generator.text.html import UNCLOSED, clean
from generator.text.markup import headings, indented
from generator.text.quoted import unclosed

_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_SECOND_BYTES: Final = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")) + "\x80-\xbf"
_MOJIBAKE: Final = re.compile(f"\ufffd|â€|[ÃÂ][{_SECOND_BYTES}]")
"""What UTF-8 looks like when it was read as Windows-1252 and saved again."""


def bodies(reading: Reading) -> Iterator[Problem]:
    """Problems of bodies, links aside."""
    for ref, entity in reading.records.items():
        yield from reading.compute(_of_record, entity, reading.documents[ref])
    for ref, document in reading.documents.items():
        yield from reading.compute(_of_document, document)
        if ref not in reading.records:
            yield from reading.compute(_of_no_record, ref, document)


def _of_record(entity: Entity, document: Document) -> tuple[Problem, ...]:
    account = _account(entity, document) if isinstance(entity, Article) else _written(entity, document)
    ours = is_our_account(entity) and not speaks_of_terms(entity)
    return (*account, *(_unclosed(document) if ours else ()))


def _of_no_record(ref: Ref, document: Document) -> tuple[Problem, ...]:
    """The same of a file that a bad field keeps from being a record; a draft may still want more than its account."""
    draft = document.metadata.get("status") == "draft"
    silent = ref.kind is Kind.ARTICLE and not draft and says_nothing(document.body)
    account = (_silent(document),) if silent else ()
    return (*account, *(_unclosed(document) if is_meant_as_our_account(ref, document) else ()))


def _of_document(document: Document) -> tuple[Problem, ...]:
    return (*_fence(document), *_headings(document), *_indents(document), *_html(document), *_characters(document))


def says_nothing(body: str) -> bool:
    """Whether a reader would find nothing in a body: comments are no words, and headings say only what follows."""
    rest = _COMMENT.sub("", body)
    for start, _ in reversed(headings(rest)):
        line = rest[start:].partition("\n")[0]
        rest = rest[:start] + rest[start + len(line) :]
    return re.search(r"\w", rest) is None


def _written(entity: Entity, document: Document) -> Iterator[Problem]:
    """What must stand on a page written by hand; that of the legal particulars says enough without."""
    if isinstance(entity, Page) and document.path.name != LEGAL and says_nothing(entity.body):
        what = "Le texte de la page manque sous l’en-tête."
        yield document.problem("E208", document.body_line, what)


def _account(article: Article, document: Document) -> Iterator[Problem]:
    """The account that must stand in an article, and the working text that must not stand there for ever."""
    silent = says_nothing(article.body)
    if silent and article.status == "draft":
        yield document.problem("W341", document.body_line, "Le compte rendu reste à écrire sous l’en-tête.")
    elif silent:
        yield _silent(document)
    if article.status == "published" and article.text is TextKind.NOTICE and document.working is not None:
        what = "Le texte de travail est encore dans ce fichier. Le site n’en montre rien ; effacez-le."
        yield document.problem("W342", document.body_line, what)


def _silent(document: Document) -> Problem:
    return document.problem("E208", document.body_line, "Le texte de l’article manque sous l’en-tête.")


def _fence(document: Document) -> Iterator[Problem]:
    """A mark that no longer keeps the working text apart: the text would be published, or hide the account."""
    if document.astray is not None:
        what = "Une marque du texte de travail est abîmée : ce texte paraîtrait, ou cacherait le compte rendu."
        expected = "« <!-- TEXTE DE TRAVAIL » et « FIN DU TEXTE DE TRAVAIL --> » tels quels, ou le texte effacé"
        yield document.problem("E220", document.body_line + document.astray, what, expected=expected)


def _headings(document: Document) -> Iterator[Problem]:
    for start, level in headings(document.body):
        if level == 1:
            what = "Un titre de niveau 1 dans le texte : la page a déjà le sien. Écrivez-le avec « ## »."
            yield document.problem("E216", document.body_line_at(start), what)
        elif not document.body[start:].lstrip(" ").startswith("#"):
            words = document.body[start:].partition("\n")[0].strip()
            what = f"La ligne « --- » fait un titre de celle qui la précède, « {words} »."
            expected = "une ligne vide avant « --- » ou, si c’est bien un titre, « ## » devant lui"
            yield document.problem("W343", document.body_line_at(start), what, found=words, expected=expected)


def _indents(document: Document) -> Iterator[Problem]:
    """Paragraphs that their indent makes code of: no link in them is followed, and none is set."""
    for match in indented(document.body):
        words = match[0].strip().partition("\n")[0]
        what = f"Quatre espaces au début du paragraphe « {words[:40]} » : il se lirait en chasse fixe, liens compris."
        yield document.problem(
            "W345", document.body_line_at(match.start()), what, expected="le paragraphe sans retrait"
        )


def _html(document: Document) -> Iterator[Problem]:
    for tag, offset in clean(document.body).removed:
        what = f"« {tag} » n’est pas admis dans un texte et sera retiré de la page."
        if tag == UNCLOSED:
            what = "Ce commentaire n’est pas fermé et la suite du texte disparaît : il manque « --> »."
        expected = "un lien en Markdown, « [quelques mots](adresse) »" if tag == "<a>" else None
        yield document.problem("W303", document.body_line_at(offset), what, found=tag, expected=expected)


def _unclosed(document: Document) -> Iterator[Problem]:
    """Guillemets that open and don't close: what they quote can't be told from what is ours."""
    for start in unclosed(prose(document.body)):
        opening = " ".join(document.body[start + 1 :].split()[:4])
        what = f"Les guillemets ouverts devant « {opening}… » ne sont pas fermés dans ce paragraphe."
        expected = "un guillemet fermant, là où finit la citation"
        yield document.problem("W344", document.body_line_at(start), what, found=opening, expected=expected)


def _characters(document: Document) -> Iterator[Problem]:
    """The first character of a file that was saved in one encoding and read in another."""
    for position, value in document.texts():
        match = _MOJIBAKE.search(value)
        if match:
            yield _garbled(document, document.line(*position), value, match)
            return
    match = _MOJIBAKE.search(document.body)
    if match:
        yield _garbled(document, document.body_line_at(match.start()), document.body, match)


def _garbled(document: Document, line: int, text: str, match: re.Match[str]) -> Problem:
    word = re.search(r"\S*$", text[: match.start()])
    found = (word[0] if word else "") + re.split(r"\s", text[match.start() :], maxsplit=1)[0]
    try:
        meant = found.encode("cp1252").decode("utf-8")
    except UnicodeError:
        meant = None
    what = f"« {found} » : des lettres accentuées ont été abîmées à l’enregistrement. Retapez-les dans tout le fichier."
    return document.problem("W316", line, what, found=found, suggestion=meant)
