"""An empty file of content, from the answers to a few questions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from generator.check.reading import MODELS
from generator.check.validate import record
from generator.dates import EXPECTED
from generator.diagnostics import Problem, errors
from generator.importing.written import scalar
from generator.load.document import SourceFile, read_article_like
from generator.model import Entity, EventKind, Kind, PlaceKind, Status
from generator.routes import FOLDERS
from generator.text.french import slug


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a field, asked in French; an answer that is not needed may be empty."""

    field: str
    asked: str
    needed: bool = True
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked of one kind of file, and the lines that every such file has."""

    questions: tuple[Question, ...]
    always: tuple[str, ...] = ()


FORMS: Final[Mapping[Kind, Form]] = MappingProxyType(
    {
        Kind.ARTICLE: Form(
            (
                Question("title", "Titre de l’article"),
                Question("date", f"Date de parution ({EXPECTED})"),
                Question("publisher", "Journal, agence ou site (vide : inconnu)", needed=False),
                Question("url", "Adresse en https:// (vide : inconnue)", needed=False),
            ),
            ("text: notice", "status: draft"),
        ),
        Kind.LEADER: Form(
            (
                Question("name", "Nom de la personne"),
                Question("office", "Fonction (vide : aucune)", needed=False),
                Question("country", "Pays de la fonction, code à deux capitales (vide : aucun)", needed=False),
                Question("from", "Début de la fonction (vide : inconnu)", needed=False),
            )
        ),
        Kind.PLACE: Form(
            (
                Question("name", "Nom du lieu"),
                Question("kind", "Sorte de lieu", choices=tuple(PlaceKind)),
                Question("country", "Pays, code à deux capitales (vide : aucun)", needed=False),
                Question("lat", "Latitude en degrés décimaux (vide : pas de point sur la carte)", needed=False),
                Question("lon", "Longitude en degrés décimaux (vide : pas de point sur la carte)", needed=False),
            )
        ),
        Kind.EVENT: Form(
            (
                Question("title", "Titre de l’événement"),
                Question("date", f"Date ({EXPECTED})"),
                Question("kind", "Sorte d’événement", choices=tuple(EventKind)),
                Question("status", "Statut", choices=tuple(Status)),
                Question("place", "Identifiant du lieu (vide : non dit)", needed=False),
            )
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A new file of content: its path from content/, and its text."""

    path: PurePosixPath
    text: str


def blank(kind: Kind, answers: Mapping[str, str], taken: Iterable[str]) -> Blank | tuple[Problem, ...]:
    """The file that some answers make, under a name that no other has; or what is wrong with the answers."""
    given = {key: mended(key, value) for key, value in answers.items() if value.strip()}
    stem = _stem(kind, given, frozenset(taken))
    path = PurePosixPath(FOLDERS[kind]) / f"{stem}.md"
    text = "".join(f"{line}\n" for line in ("---", *_front(kind, given), *FORMS[kind].always, "---"))
    document = read_article_like(SourceFile(path, text.encode("utf-8")))
    if isinstance(document, Problem):
        return (document,)
    if wrong := errors(document.problems):
        return wrong
    made = record(MODELS[kind], document, {"id": stem, "path": path, "body": ""})
    return Blank(path, text) if isinstance(made, Entity) else tuple(made)


def mended(field: str, answer: str) -> str:
    """An answer with what French spelling puts into it taken out: the decimal comma, the space before « ? »."""
    answer = answer.strip()
    if field in {"lat", "lon"} and re.fullmatch(r"[-+]?\d+,\d+", answer):
        return answer.replace(",", ".").removeprefix("+")
    return re.sub(r"\s+(?=[?~%]$)", "", answer) if field in {"date", "from"} else answer


def refused(kind: Kind, field: str, answer: str) -> str | None:
    """Why an answer can't be taken, as it follows its question; None where it can."""
    made = blank(kind, {field: answer}, ())
    found = () if isinstance(made, Blank) else made
    return next((problem.message for problem in found if problem.code != "E101"), None) if answer else None


def _stem(kind: Kind, given: Mapping[str, str], taken: frozenset[str]) -> str:
    name, day = slug(given.get("name") or given.get("title") or ""), slug(given.get("date", ""))
    parts = {Kind.ARTICLE: (day, name), Kind.EVENT: (name, day)}.get(kind, (name,))
    first = "-".join(part for part in parts if part) or "sans-nom"
    return next(stem for stem in (first, *(f"{first}-{n}" for n in range(2, len(taken) + 3))) if stem not in taken)


def _front(kind: Kind, given: Mapping[str, str]) -> Iterable[str]:
    in_role = ("office", "country", "from") if kind is Kind.LEADER else ()
    for key, value in given.items():
        if key not in in_role:
            yield f"{key}: {scalar(value)}"
        if kind is Kind.ARTICLE and key == "publisher":
            yield "publisher_basis: déclaré"
    role = [(key, given[key]) for key in in_role if key in given]
    if role:
        yield "roles:"
        yield from (
            f"  {'- ' if not number else '  '}{key}: {scalar(value)}" for number, (key, value) in enumerate(role)
        )
