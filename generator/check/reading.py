"""The files of a dossier as records, as far as they can be read, and what stands in the way of the rest."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final, TypeVar
from unicodedata import normalize

from generator.addresses.links import ALL_ALIVE, LINKS, DeadLinks
from generator.check.misplaced import meant, misplaced
from generator.check.validate import keys, record
from generator.diagnostics import Problem
from generator.fields import ID_PATTERN, Record
from generator.load.document import Document, SourceFile, read_article_like, read_body, read_yaml
from generator.memo import Compute, afresh
from generator.model import Article, Entity, Event, Kind, Leader, Page, Place, Settings, Source
from generator.originals.verification import UNVERIFIED, VERIFICATIONS, Verifications
from generator.routes import FOLDERS, Ref, ref_of

E = TypeVar("E", bound=Entity)
R = TypeVar("R", bound=Record)

MODELS: Final[Mapping[Kind, type[Entity]]] = MappingProxyType(
    {
        Kind.ARTICLE: Article,
        Kind.LEADER: Leader,
        Kind.PLACE: Place,
        Kind.EVENT: Event,
        Kind.SOURCE: Source,
        Kind.PAGE: Page,
    }
)
_OF_KIND: Final[Mapping[Kind, str]] = {
    Kind.ARTICLE: "d’un article",
    Kind.LEADER: "d’un dirigeant",
    Kind.PLACE: "d’un lieu",
    Kind.EVENT: "d’un événement",
    Kind.SOURCE: "d’une source",
    Kind.PAGE: "d’une page",
}
SETTINGS: Final = PurePosixPath("dossier.yml")
NOISE: Final = PurePosixPath("bruit.toml")
"""The dossier's own rules of what clings to a text, for `dossier import` alone."""
_BESIDE: Final = frozenset({SETTINGS, VERIFICATIONS, LINKS, NOISE})
"""Files of content/ that describe no thing."""


@dataclass(frozen=True)
class Reading:
    """All that could be read of a dossier, and what could not."""

    settings: Settings | None
    settings_document: Document | None
    verifications: Verifications
    """What `dossier verify` recorded."""
    dead: DeadLinks
    """What `dossier links` recorded."""
    records: Mapping[Ref, Entity]
    """In the order of kinds and ids."""
    documents: Mapping[Ref, Document]
    """Those of which the front matter can't be read are bodies alone."""
    names: frozenset[Ref]
    """All things that have a file, be it a broken or a misnamed one, so that one mistake makes one message."""
    targets: frozenset[PurePosixPath]
    """The files, from content/, that a link may lead to; misnamed ones under both their names."""
    media: Mapping[PurePosixPath, bytes]
    """Files of content/assets/, by their path in it."""
    noise: SourceFile | None
    """The dossier's own rules of what clings to a text."""
    problems: tuple[Problem, ...]
    hidden: bool = False
    """Whether a folder can't be read: nothing can be said then of what refers to its files."""
    compute: Compute = afresh
    """Finds what is in one document or record, or has it from an earlier reading of the same files."""

    def each(self, kind: type[E]) -> Iterator[tuple[E, Document]]:
        """The records of a kind with their documents, in the order of their ids."""
        for ref, entity in self.records.items():
            if isinstance(entity, kind):
                yield entity, self.documents[ref]

    def ids(self, kind: Kind) -> frozenset[str]:
        """The ids of all things of a kind that have a file."""
        return self._ids.get(kind, frozenset())

    @cached_property
    def _ids(self) -> Mapping[Kind, frozenset[str]]:
        found: dict[Kind, set[str]] = {}
        for ref in self.names:
            found.setdefault(ref.kind, set()).add(ref.id)
        return {kind: frozenset(ids) for kind, ids in found.items()}

    def all_read(self, kind: Kind) -> bool:
        """Whether every file of a kind could be made a record."""
        return all(ref in self.records for ref in self.names if ref.kind is kind)


def read(files: Iterable[SourceFile], compute: Compute = afresh) -> Reading:
    """Make records of a dossier's files; names of files in decomposed Unicode (macOS) count as composed."""
    files = tuple(replace(file, path=PurePosixPath(normalize("NFC", file.path.as_posix()))) for file in files)
    problems = [file.unread_problem for file in files if file.unread_problem]
    settings_document = _settings_document(files, problems, compute)
    settings = _whole(Settings, settings_document, problems)
    verifications = _whole(Verifications, _yaml_document(files, VERIFICATIONS, problems, compute), problems)
    dead = _whole(DeadLinks, _yaml_document(files, LINKS, problems, compute), problems)
    named, misnamed = _named(files, problems)
    documents: dict[Ref, Document] = {}
    records: dict[Ref, Entity] = {}
    for ref, file in sorted(named.items()):
        if file.unread:
            continue
        document = compute(read_article_like, file)
        if isinstance(document, Problem):
            problems.append(document)
            body = compute(read_body, file)
            documents |= {ref: body} if body else {}
            continue
        if other := _of_another_kind(ref, document):
            problems.append(_elsewhere(document, other))
            misnamed[other] = file.path
            continue
        documents[ref] = document
        entity = compute(_entity, ref, document)
        if isinstance(entity, Entity):
            records[ref] = entity
            problems += document.problems
        else:
            problems += (*document.problems, *(_to_complete(document, entity) or entity))
    assets = {file.path: file.data for file in files if file.path.parts[0] == "assets" and len(file.path.parts) > 1}
    return Reading(
        settings,
        settings_document,
        verifications or UNVERIFIED,
        dead or ALL_ALIVE,
        records,
        documents,
        frozenset(named) | frozenset(misnamed),
        frozenset((*assets, *(file.path for file in named.values()), *_both_names(misnamed))),
        {PurePosixPath(*path.parts[1:]): data for path, data in assets.items()},
        next((file for file in files if file.path == NOISE), None),
        tuple(problems),
        any(file.unread.hides_files for file in files if file.unread),
        compute,
    )


def _entity(ref: Ref, document: Document) -> Entity | tuple[Problem, ...]:
    """The record that a file describes, or what keeps it from being one."""
    return record(MODELS[ref.kind], document, {"id": ref.id, "path": document.path, "body": document.body})


_TELLING: Final = 3
"""Fields from which a kind can be told."""


def _of_another_kind(ref: Ref, document: Document) -> Ref | None:
    """What a file describes whose fields are all those of one other kind."""
    found = document.metadata.keys()
    if len(found) < _TELLING or found <= {*keys(MODELS[ref.kind])}:
        return None
    others = [kind for kind, model in MODELS.items() if found <= {*keys(model)}]
    return Ref(others[0], ref.id) if len(others) == 1 else None


def _elsewhere(document: Document, ref: Ref) -> Problem:
    what = f"Ce fichier a les champs {_OF_KIND[ref.kind]} : il n’a pas sa place dans {document.path.parent}/."
    near = f"{FOLDERS[ref.kind]}/{ref.id}.md"
    return document.problem("E006", 1, what, found=document.path.name, suggestion=near)


def _to_complete(document: Document, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """What a draft still lacks, where that is all: it stays out, and keeps nothing else from being published."""
    draft = document.metadata.get("status") == "draft"
    if not draft or any(problem.code != "E101" for problem in found):
        return ()
    stays = " Le brouillon reste à l’écart jusque-là, même de l’aperçu."
    return tuple(replace(problem, code="W317", what=problem.what + stays) for problem in found)


def _settings_document(files: Iterable[SourceFile], problems: list[Problem], compute: Compute) -> Document | None:
    if not any(file.path == SETTINGS for file in files):
        what = "Le fichier manque : il donne au dossier son titre et ses réglages."
        problems.append(Problem("E007", PurePosixPath("content") / SETTINGS, 1, what))
    return _yaml_document(files, SETTINGS, problems, compute)


def _yaml_document(
    files: Iterable[SourceFile], path: PurePosixPath, problems: list[Problem], compute: Compute
) -> Document | None:
    """A file that is YAML from end to end, if it is there and can be read."""
    file = next((file for file in files if file.path == path), None)
    if file is None or file.unread:
        return None
    found = compute(read_yaml, file)
    problems += [found] if isinstance(found, Problem) else found.problems
    return None if isinstance(found, Problem) else found


def _whole(model: type[R], document: Document | None, problems: list[Problem]) -> R | None:
    """The record that a document is, if it is one."""
    made = record(model, document, {}) if document else ()
    if isinstance(made, tuple):
        problems += made
        return None
    return made


def _named(
    files: Iterable[SourceFile], problems: list[Problem]
) -> tuple[dict[Ref, SourceFile], dict[Ref, PurePosixPath]]:
    """The files that describe something, and misnamed ones by what they were meant to describe.

    Nothing may vanish in silence: a file that is neither of these nor under assets/ is a problem.
    """
    named: dict[Ref, SourceFile] = {}
    astray: list[SourceFile] = []
    for file in files:
        ref = ref_of(file.path)
        if ref and re.fullmatch(ID_PATTERN, ref.id):
            named[ref] = file
        elif file.path not in _BESIDE and file.path.parts[0] != "assets" and not file.unread:
            astray.append(file)
    problems += [misplaced(file, named, _BESIDE) for file in astray]
    return named, {ref: file.path for file in astray if (ref := meant(file.path))}


def _both_names(misnamed: Mapping[Ref, PurePosixPath]) -> Iterator[PurePosixPath]:
    for ref, path in misnamed.items():
        yield path
        yield PurePosixPath(FOLDERS[ref.kind], f"{ref.id}.md")
