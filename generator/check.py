"""From files to records: every problem of every file is collected, and a dossier comes out if none is an error."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.crosscheck import crosscheck, crosscheck_settings
from generator.diagnostics import Problem, errors, in_order
from generator.document import Document, SourceFile, read_article_like, read_yaml
from generator.memo import Compute, afresh
from generator.model import (
    ID_PATTERN,
    Article,
    Dossier,
    Entity,
    Event,
    Kind,
    Leader,
    Page,
    Place,
    Settings,
)
from generator.routes import FOLDERS, Ref, ref_of
from generator.text.french import slug
from generator.validate import record

MODELS: Final[Mapping[Kind, type[Entity]]] = {
    Kind.ARTICLE: Article,
    Kind.LEADER: Leader,
    Kind.PLACE: Place,
    Kind.EVENT: Event,
    Kind.PAGE: Page,
}
SETTINGS: Final = PurePosixPath("dossier.yml")


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking found: the problems in order, and the dossier where nothing forbids to build it."""

    problems: tuple[Problem, ...]
    dossier: Dossier | None
    media: Mapping[PurePosixPath, bytes]
    """Files of content/assets/, by their path in it."""


def check(files: Iterable[SourceFile], compute: Compute = afresh) -> Checked:
    """Make records of a dossier's content files."""
    files = tuple(files)
    media = {PurePosixPath(*file.path.parts[1:]): file.data for file in files if file.path.parts[0] == "assets"}
    problems: list[Problem] = []
    settings_document = _settings_document(files, problems.append)
    settings = _settings(settings_document, problems.append)
    documents: dict[Ref, Document] = {}
    records: dict[Ref, Entity] = {}
    refs = tuple(_refs(files, problems.append))
    for ref, file in refs:
        document = _read(compute(read_article_like, file), problems.append)
        if document:
            documents[ref] = document
            entity = _entity(ref, document, problems.append)
            if entity:
                records[ref] = entity
    names = frozenset(ref for ref, _ in refs)
    paths = frozenset(file.path for file in files)
    problems += crosscheck(settings, records, documents, names, paths)
    if settings and settings_document:
        problems += crosscheck_settings(settings, settings_document, names)
    ordered = in_order(problems)
    dossier = None if errors(ordered) or settings is None else _dossier(settings, records)
    return Checked(ordered, dossier, media)


def _read(found: Document | Problem, report: Callable[[Problem], None]) -> Document | None:
    if isinstance(found, Problem):
        report(found)
        return None
    for duplicate in found.duplicates:
        report(duplicate)
    return found


def _settings_document(files: Iterable[SourceFile], report: Callable[[Problem], None]) -> Document | None:
    file = next((file for file in files if file.path == SETTINGS), None)
    if file is None:
        report(
            Problem(
                "E007",
                PurePosixPath("content/dossier.yml"),
                0,
                "Le fichier manque : il donne au dossier son titre et ses réglages.",
            )
        )
        return None
    return _read(read_yaml(file), report)


def _settings(document: Document | None, report: Callable[[Problem], None]) -> Settings | None:
    if document is None:
        return None
    made = record(Settings, document, {})
    if isinstance(made, Settings):
        return made
    for problem in made:
        report(problem)
    return None


def _refs(files: Iterable[SourceFile], report: Callable[[Problem], None]) -> Iterator[tuple[Ref, SourceFile]]:
    """The content files that describe something; others are reported, for nothing may vanish in silence."""
    for file in files:
        ref = ref_of(file.path)
        shown = PurePosixPath("content") / file.path
        if file.path == SETTINGS or file.path.parts[0] == "assets":
            continue
        if ref is None:
            folders = ", ".join(f"{folder}/" for folder in FOLDERS.values())
            report(
                Problem(
                    "E006",
                    shown,
                    0,
                    "Ce fichier n’a pas sa place ici. "
                    f"Attendu : un fichier .md dans {folders} ou tout fichier dans assets/.",
                )
            )
        elif not re.fullmatch(ID_PATTERN, ref.id):
            report(
                Problem(
                    "E006",
                    shown,
                    0,
                    "Le nom du fichier sert d’identifiant : minuscules sans accents, chiffres et « - ». "
                    + (
                        f"Renommez-le « {slug(ref.id)}.md »."
                        if slug(ref.id)
                        else "Renommez-le, par exemple « prenom-nom.md »."
                    ),
                )
            )
        else:
            yield ref, file


def _entity(ref: Ref, document: Document, report: Callable[[Problem], None]) -> Entity | None:
    given = {"id": ref.id, "path": document.path, "body": document.body}
    made = record(MODELS[ref.kind], document, given)
    if isinstance(made, Entity):
        return made
    for problem in made:
        report(problem)
    return None


def _dossier(settings: Settings, records: Mapping[Ref, Entity]) -> Dossier:
    ordered = [records[ref] for ref in sorted(records)]
    return Dossier(
        settings=settings,
        articles=tuple(item for item in ordered if isinstance(item, Article)),
        leaders=tuple(item for item in ordered if isinstance(item, Leader)),
        places=tuple(item for item in ordered if isinstance(item, Place)),
        events=tuple(item for item in ordered if isinstance(item, Event)),
        pages=tuple(item for item in ordered if isinstance(item, Page)),
    )
