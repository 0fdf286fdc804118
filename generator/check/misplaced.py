"""Files whose name or folder says nothing to the generator: what each was most likely meant to be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics import Problem, nearest
from generator.load.document import SourceFile
from generator.model import Kind
from generator.routes import FOLDERS, Ref, ref_of
from generator.text.french import fold, slug

_ASSETS: Final = "assets"
_FRENCH: Final = {
    "dirigeants": Kind.LEADER,
    "personnes": Kind.LEADER,
    "lieux": Kind.PLACE,
    "villes": Kind.PLACE,
    "evenements": Kind.EVENT,
    "rencontres": Kind.EVENT,
}
"""What folders are called by who calls them in French, folded."""
_ALIKE: Final = 0.75
"""How near the name of a folder must be to that of one that counts."""
_NAMES: Final = "des minuscules sans accents, des chiffres et « - », par exemple « prenom-nom.md »"
_HERE: Final = (
    f"un fichier .md dans {', '.join(f'{folder}/' for folder in FOLDERS.values())} ou tout fichier dans assets/"
)
_PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".pdf"})
_OFFICE: Final = frozenset({".doc", ".docx", ".odt", ".rtf", ".pages", ".xls", ".xlsx", ".ods", ".epub"})
_TEXTS: Final = frozenset({".txt", ".html", ".htm"})
_RAW: Final = (
    "un article : mettez ce texte hors de content/, en « texte brut » ou en HTML, "
    "puis « make import FICHIER=… » en fait un brouillon"
)
_OF_SETTINGS: Final = frozenset({".yml", ".yaml", ".toml"})
_OF_A_DAY: Final = re.compile(r"\d{4}(-\d\d){0,2}-")


def meant(path: PurePosixPath) -> Ref | None:
    """The thing that a file with a wrong name or in a wrong folder was most likely meant to describe."""
    kind, name = _kind(path), slug(path.name.removesuffix(path.suffix))
    return Ref(kind, name) if kind and name and path.suffix.lower() not in _PICTURES | _OFFICE else None


def misplaced(file: SourceFile, named: Mapping[Ref, SourceFile], beside: frozenset[PurePosixPath]) -> Problem:
    """Why a file can't stay where it is, and where it belongs; `beside` are files of content/ that describe nothing."""
    ref = meant(file.path)
    if ref_of(file.path) is not None:
        what, near = "Le nom du fichier sert d’identifiant.", f"{ref.id}.md" if ref else None
        if ref in named:
            what, near = f"{what} « {near} » est déjà celui d’une autre fiche.", None
        return _problem(file, what, _Belongs(_NAMES, near))
    return _problem(file, "Ce fichier n’a pas sa place ici.", _belongs(file, ref, beside))


@dataclass(frozen=True, slots=True)
class _Belongs:
    """What is expected instead of a file, and the path that it should have, if that is certain."""

    expected: str | None
    path: str | None = None


def _problem(file: SourceFile, what: str, belongs: _Belongs) -> Problem:
    shown = PurePosixPath("content") / file.path
    return Problem("E006", shown, 1, what, file.path.name, belongs.expected, belongs.path)


def _belongs(file: SourceFile, ref: Ref | None, beside: frozenset[PurePosixPath]) -> _Belongs:
    path = file.path
    near = nearest(path.name, [other.name for other in beside]) if path.suffix.lower() in _OF_SETTINGS else None
    if near:
        return _Belongs(None, near)
    if path.suffix.lower() in _PICTURES:
        return _Belongs("une image ou un document à montrer dans assets/", f"{_ASSETS}/{path.name}")
    if _is_raw(file, ref):
        return _Belongs(_RAW)
    if ref is None:
        return _Belongs(_HERE)
    folder = FOLDERS[ref.kind]
    expected = f"un fichier dont le nom finit par « .md », dans {folder}/ même et non dans un sous-dossier"
    return _Belongs(expected if path.parts[0] == folder else _HERE, f"{folder}/{slug(path.name.partition('.')[0])}.md")


def _is_raw(file: SourceFile, ref: Ref | None) -> bool:
    """Whether a file is a text that is no article yet, and not one whose name has an ending too many."""
    ending = file.path.suffix.lower()
    text = ending in _TEXTS and ".md" not in file.path.suffixes and (ref is None or ref.kind is Kind.ARTICLE)
    return ending in _OFFICE or (text and not file.data.lstrip(b"\xef\xbb\xbf").startswith(b"---"))


def _kind(path: PurePosixPath) -> Kind | None:
    """What a file's folder, or at the top the day that an article's name begins with, says that it is about."""
    if len(path.parts) == 1:
        return Kind.ARTICLE if path.suffix == ".md" and _OF_A_DAY.match(path.name) else None
    kinds = {folder: kind for kind, folder in FOLDERS.items()} | _FRENCH
    folder = fold(path.parts[0])
    near = nearest(folder, kinds, cutoff=_ALIKE)
    return kinds[near] if near else None
