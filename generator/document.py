"""One content file as text: its YAML front matter, each value with its line, and its Markdown body.

Scalars stay as they are written: YAML alone would make `2011` a number and `NO` a truth value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final, TypeAlias

import yaml
from frontmatter import YAMLHandler

from generator.diagnostics import Problem

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What front matter holds once read: text, lists and mappings of text."""

Position: TypeAlias = tuple[str | int, ...]
"""Where a value stands in front matter: ("roles", 0, "from")."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of content/ as it was read: its path from content/ and its bytes."""

    path: PurePosixPath
    data: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """A content file taken apart: metadata, the line of each of its values, and the body."""

    path: PurePosixPath
    """Path from content/."""
    metadata: dict[str, Value]
    lines: dict[Position, int]
    body: str
    body_line: int
    """Line of the file, from 1, on which the body's first line stands."""
    duplicates: tuple[Problem, ...] = field(default=())

    @property
    def shown(self) -> PurePosixPath:
        """The path as messages give it, from the dossier's folder."""
        return PurePosixPath("content") / self.path

    def line(self, *position: str | int) -> int:
        """The line of a value, or of the nearest value around it (1 at worst)."""
        for end in range(len(position), 0, -1):
            if position[:end] in self.lines:
                return self.lines[position[:end]]
        return 1

    def body_line_at(self, offset: int) -> int:
        """The file's line on which the body's character `offset` stands."""
        return self.body_line + self.body.count("\n", 0, offset)

    def problem(self, code: str, line: int, message: str) -> Problem:
        """A problem of this file."""
        return Problem(code, self.shown, line, message)


_HANDLER: Final = YAMLHandler()


def read_article_like(source: SourceFile) -> Document | Problem:
    """Take apart a Markdown file with front matter; a Problem where it can't be."""
    text = _decode(source)
    if isinstance(text, Problem):
        return text
    shown = PurePosixPath("content") / source.path
    if not text.strip():
        return Problem(
            "E005",
            shown,
            1,
            "Le fichier est vide. Attendu : un en-tête entre deux lignes « --- », puis le texte.",
        )
    if not _HANDLER.detect(text):
        return Problem("E002", shown, 1, "L’en-tête manque : le fichier doit commencer par une ligne « --- ».")
    try:
        front, body = _HANDLER.split(text)
    except ValueError:
        return Problem("E002", shown, 1, "L’en-tête n’est pas fermé : il manque la seconde ligne « --- ».")
    body_line = 1 + text[: len(text) - len(body)].count("\n")
    stripped = body.lstrip("\n")
    body_line += len(body) - len(stripped)
    return _document(source.path, front, 1, stripped.rstrip(), body_line)


def read_yaml(source: SourceFile) -> Document | Problem:
    """Read a file that is YAML from end to end (dossier.yml)."""
    text = _decode(source)
    return text if isinstance(text, Problem) else _document(source.path, text, 1, "", 1)


def _decode(source: SourceFile) -> str | Problem:
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + source.data[: error.start].count(b"\n")
        shown = PurePosixPath("content") / source.path
        return Problem(
            "E001",
            shown,
            line,
            "Le fichier n’est pas en UTF-8. Enregistrez-le en « UTF-8 » dans votre éditeur.",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _document(path: PurePosixPath, front: str, first_line: int, body: str, body_line: int) -> Document | Problem:
    shown = PurePosixPath("content") / path
    try:
        root = yaml.compose(front, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        return Problem("E003", shown, line, _yaml_message(error, front))
    except yaml.YAMLError:
        return Problem("E003", shown, first_line, "L’en-tête contient un caractère que YAML n’admet pas.")
    if root is None:
        return Document(path, {}, {}, body, body_line)
    if not isinstance(root, yaml.MappingNode):
        return Problem("E003", shown, first_line, "L’en-tête doit être une suite de lignes « clé: valeur ».")
    walk = _Walk(shown, first_line, {}, [])
    metadata = walk.mapping(root, ())
    return Document(path, metadata, walk.lines, body, body_line, tuple(walk.problems))


def _yaml_message(error: yaml.MarkedYAMLError, front: str) -> str:
    found = ""
    if error.problem_mark and error.problem_mark.line < len(front.splitlines()):
        found = front.splitlines()[error.problem_mark.line].strip()
    shown = f" Trouvé : « {found} »." if found else ""
    problem = error.problem or ""
    if "mapping values are not allowed" in problem:
        return f"Un deux-points suivi d’une espace coupe la valeur.{shown} Mettez la valeur entre guillemets droits."
    if "found character '\\t'" in problem:
        return f"Une tabulation sert de retrait.{shown} Remplacez-la par des espaces."
    if "expected ',' or ']'" in problem:
        return f"Une liste ouverte par « [ » n’est pas fermée.{shown} Ajoutez « ] »."
    if "expected ',' or '}'" in problem:
        return f"Un groupe ouvert par « {{ » n’est pas fermé.{shown} Ajoutez « }} »."
    if "end of stream" in problem or "quoted scalar" in (error.context or ""):
        return f"Des guillemets droits ne sont pas fermés.{shown}"
    return f"L’en-tête n’est pas du YAML.{shown} Attendu : « clé: valeur », une par ligne, les listes en retrait."


@dataclass(frozen=True, slots=True)
class _Walk:
    """Turns YAML nodes into values and notes the line of each."""

    shown: PurePosixPath
    first_line: int
    lines: dict[Position, int]
    problems: list[Problem]

    def value(self, node: yaml.Node, at: Position) -> "Value | None":
        self.lines.setdefault(at, self.first_line + node.start_mark.line)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            items = (self.value(item, (*at, index)) for index, item in enumerate(node.value))
            return [item for item in items if item is not None]
        plain = node.style is None and node.value in {"", "~", "null"}
        return None if plain else str(node.value)

    def mapping(self, node: yaml.MappingNode, at: Position) -> dict[str, Value]:
        return dict(self._entries(node, at))

    def _entries(self, node: yaml.MappingNode, at: Position) -> Iterator[tuple[str, Value]]:
        seen: dict[str, int] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), self.first_line + key_node.start_mark.line
            if key in seen:
                message = f"La clé « {key} » est écrite deux fois (déjà ligne {seen[key]}). Gardez-en une seule."
                self.problems.append(Problem("E004", self.shown, line, message))
                continue
            seen[key] = line
            self.lines[(*at, key)] = line
            value = self.value(value_node, (*at, key))
            if value is not None:  # a key left empty counts as a key left out
                yield key, value
