"""One content file as text: its YAML front matter, each value with its line, and its Markdown body.

Scalars stay as they are written: YAML alone would make `2011` a number and `NO` a truth value.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final, TypeAlias
from unicodedata import normalize

import yaml
from frontmatter.default_handlers import YAMLHandler

from generator.diagnostics import Problem
from generator.load.faults import Fault, composed, conflict, decoded, headless, odd_space
from generator.load.unread import Unread
from generator.model import TextKind
from generator.text.licences import gives_right
from generator.text.working import split

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What front matter holds once read: text, lists and mappings of text."""

Position: TypeAlias = tuple[str | int, ...]
"""Where a value stands in front matter: ("roles", 0, "from")."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of content/ as it was read: its path from content/ and its bytes."""

    path: PurePosixPath
    data: bytes
    unread: Unread | None = None
    """Why there are no bytes, where something stands there that can't be read."""

    @property
    def unread_problem(self) -> Problem | None:
        """What an editor reads of a file that can't be read."""
        if self.unread is None:
            return None
        shown = PurePosixPath("content") / self.path
        expected = (
            "un dossier que vous pouvez ouvrir" if self.unread.hides_files else "un fichier que vous pouvez ouvrir"
        )
        return Problem("E010", shown, 1, self.unread.value, self.path.name, expected)


@dataclass(frozen=True, slots=True)
class Document:
    """A content file taken apart: metadata, the line of each of its values, and the body."""

    path: PurePosixPath
    """Path from content/."""
    metadata: dict[str, Value]
    lines: dict[Position, int]
    body: str
    """What is published of the text: not the working text, unless the article says by what right."""
    body_line: int
    """Line of the file, from 1, on which the body's first line stands."""
    problems: tuple[Problem, ...] = field(default=())
    """What is wrong with the file as text, though it can be read."""
    working: str | None = None
    """The working text that an article's body holds (`generator.text.working`)."""
    astray: int | None = None
    """The line of the body, from 0, on which a mark of such a text is mangled."""

    def __hash__(self) -> int:
        """Return that of the path: what the file says has no order to it that could be hashed."""
        return hash(self.path)

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

    def texts(self) -> Iterator[tuple[Position, str]]:
        """All texts of the front matter, each with where it stands."""
        return _texts(self.metadata, ())

    def body_line_at(self, offset: int) -> int:
        """The file's line on which the body's character `offset` stands."""
        return self.body_line + self.body.count("\n", 0, offset)

    def problem(  # noqa: PLR0913 - a problem has these parts
        self,
        code: str,
        line: int,
        what: str,
        *,
        found: str | None = None,
        expected: str | None = None,
        suggestion: str | None = None,
    ) -> Problem:
        """A problem of this file; the fields are those of `Problem`."""
        return Problem(code, self.shown, line, what, found, expected, suggestion)


def _texts(value: Value, at: Position) -> Iterator[tuple[Position, str]]:
    if isinstance(value, str):
        yield at, value
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _texts(inner, (*at, key))


# frontmatter's own boundary takes the blank lines that follow it along, and with them the count of lines.
_HANDLER: Final = YAMLHandler(re.compile(r"^-{3,}[ \t]*$", re.MULTILINE))


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
            "Le fichier est vide.",
            expected="un en-tête entre deux lignes « --- », puis le texte",
        )
    if not _HANDLER.detect(text):
        return Problem("E002", shown, 1, headless(text), text.partition("\n")[0].strip(), "une ligne « --- »")
    try:
        front, body = _HANDLER.split(text)
    except ValueError:
        last = text.rstrip().rpartition("\n")[2].strip()
        what = "L’en-tête n’est pas fermé : il manque la seconde ligne « --- »."
        return Problem("E002", shown, 1, what, last, "« --- » sur une ligne à elle, entre les champs et le texte")
    rest = body.lstrip()
    if _FIELD.match(rest):
        field, line = rest.partition("\n")[0].rstrip(), 1 + text[: len(text) - len(rest)].count("\n")
        what = f"L’en-tête est déjà fermé plus haut : « {field} » se lirait comme du texte, et paraîtrait."
        return Problem("E002", shown, line, what, field, "un seul « --- » sous le dernier champ")
    found = _document(source.path, front, 1, "", 1)
    return found if isinstance(found, Problem) else _with_body(found, text, body)


_FIELD: Final = re.compile(r"[a-z][a-z_]*:(?:[ \t\n]|\Z)")
"""A field of front matter: French has a capital at the beginning, and a space before the colon."""


def read_body(source: SourceFile) -> Document | None:
    """What can be looked at of a Markdown file whose front matter can't be read: its body, where that begins."""
    text = _decode(source)
    if isinstance(text, Problem) or not _HANDLER.detect(text):
        return None
    try:
        front, body = _HANDLER.split(text)
    except ValueError:
        return None
    if _FIELD.match(body.lstrip()):
        return None
    return _with_body(Document(source.path, dict(_PLAIN.findall(front)), {}, "", 1), text, body)


_PLAIN: Final = re.compile(r"^(text|licence|status):[ ]+(\w[^#\n]*?)[ ]*$", re.MULTILINE)
"""What front matter that can't be read says all the same of whose words the body is."""


def _with_body(document: Document, text: str, body: str) -> Document:
    """A document with the body that its file ends with."""
    stripped = body.lstrip("\n")
    line = 1 + text[: len(text) - len(stripped)].count("\n")
    parted = split(stripped, publish=_is_licensed(document.metadata))
    return replace(document, body=parted.body.rstrip(), body_line=line, working=parted.working, astray=parted.astray)


def _is_licensed(metadata: Mapping[str, Value]) -> bool:
    """Whether an article says that its own text is published, and by what right."""
    kind, licence = metadata.get("text"), metadata.get("licence")
    copied = kind in [TextKind.EXTRACT, TextKind.FULL]  # it may be a list, too
    return copied and isinstance(licence, str) and gives_right(licence)


def read_yaml(source: SourceFile) -> Document | Problem:
    """Read a file that is YAML from end to end (dossier.yml)."""
    text = _decode(source)
    if isinstance(text, Problem):
        return text
    if not text.strip():
        what, expected = "Le fichier est vide.", "des lignes « clé: valeur », à commencer par « title »"
        return Problem("E005", PurePosixPath("content") / source.path, 1, what, expected=expected)
    return _document(source.path, text, 1, "", 1)


_ONE_LINE_END: Final = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})
"""Ends of lines to YAML and Unicode, but not to text editors, by whose lines an editor counts: they come as spaces."""


def _decode(source: SourceFile) -> str | Problem:
    """The text of a file, one sign for each line end and one for each accented letter, however they were written."""
    if source.unread_problem:
        return source.unread_problem
    shown = PurePosixPath("content") / source.path
    text = decoded(source.data)
    if isinstance(text, Fault):
        return Problem("E001", shown, 1 + text.line, text.what, text.found)
    text = normalize("NFC", text).translate(_ONE_LINE_END).replace("\r\n", "\n").replace("\r", "\n")
    fault = conflict(text)
    if fault:
        return Problem("E009", shown, 1 + fault.line, fault.what, fault.found, fault.expected)
    return text


_MANY: Final = 20
"""Faults of one file after which nothing more is looked for."""


def _document(path: PurePosixPath, front: str, first_line: int, body: str, body_line: int) -> Document | Problem:
    shown = PurePosixPath("content") / path
    faults: list[Problem] = []
    root = composed(front)
    while isinstance(root, Fault):
        faults.append(Problem("E003", shown, first_line + root.line, root.what, root.found, root.expected))
        if root.mended is None or len(faults) == _MANY:
            return faults[0]
        front, root = root.mended, composed(root.mended)
    if root is None:
        return Document(path, {}, {}, body, body_line, tuple(faults))
    walk = _Walk(shown, first_line, front.split("\n"), {}, faults, set())
    mended = len(faults)
    metadata = walk.mapping(root, ())
    unreadable = next((problem for problem in walk.problems[mended:] if problem.code == "E003"), None)
    if unreadable:
        return unreadable
    return Document(path, metadata, walk.lines, body, body_line, tuple(walk.problems))


@dataclass(frozen=True, slots=True)
class _Walk:
    """Turns YAML nodes into values and notes the line of each."""

    shown: PurePosixPath
    first_line: int
    source: list[str]
    lines: dict[Position, int]
    problems: list[Problem]
    visited: set[int]
    """Nodes seen: YAML's « *name » would lead to one of them again, or round in a circle."""

    def value(self, node: yaml.Node, at: Position) -> "Value | None":
        self.lines.setdefault(at, self._line(node))
        if not self._is_plain_content(node, at):
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return list(self._items(node, at))
        if isinstance(node, yaml.ScalarNode):
            self._demand_all_of(node)
        return None if _is_empty(node) else str(node.value)

    def _demand_all_of(self, node: yaml.ScalarNode) -> None:
        """Report what follows a « # »: to YAML it is a remark, be it meant so or not (« Accord nº #5 »)."""
        rest = self.source[node.end_mark.line][node.end_mark.column :] if node.style is None else ""
        line = self.first_line + int(node.end_mark.line)
        if _is_empty(node) and re.match(r"[ \t]+#[^\s#]", rest):
            what = f"Une valeur qui commence par « # » doit être entre guillemets droits. Trouvé : « {rest.strip()} »."
            self.problems.append(Problem("E003", self.shown, line, what, found=rest.strip()))
        elif not _is_empty(node) and not _COUNTED.fullmatch(node.value) and re.match(r"[ \t]+#", rest):
            what = f"La suite de la valeur, « {rest.strip()} », n’est pas lue : un dièse après une espace la coupe."
            expected = "la valeur entre guillemets droits, ou la remarque sur une ligne à elle"
            plain = " " in node.value and '"' not in node.value + rest and "\\" not in node.value
            whole = f'"{node.value}{rest.rstrip()}"' if plain else None  # a single word rather has a remark behind it
            self.problems.append(Problem("W306", self.shown, line, what, rest.strip(), expected, whole))

    def mapping(self, node: yaml.MappingNode, at: Position) -> dict[str, Value]:
        return dict(self._entries(node, at))

    def _items(self, node: yaml.SequenceNode, at: Position) -> Iterator[Value]:
        index = 0  # of the items that count: positions are those of the list without its empty items
        for item in node.value:
            value = None if _is_empty(item) else self.value(item, (*at, index))
            if value is not None:
                index += 1
                yield value

    def _entries(self, node: yaml.MappingNode, at: Position) -> Iterator[tuple[str, Value]]:
        seen: dict[str, int] = {}
        listed, again = bool(at) and isinstance(at[-1], int) and not node.flow_style, False
        for key_node, value_node in node.value:
            line = self._line(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                message = "Une valeur qui commence par « { » ou « [ » doit être entre guillemets droits."
                self.problems.append(Problem("E003", self.shown, line, message))
                continue
            key = str(key_node.value)
            if re.search("[\u00a0\u202f]", key):
                fault = odd_space(line, self.source[key_node.start_mark.line])
                self.problems.append(Problem("E003", self.shown, line, fault.what, fault.found, fault.expected))
                continue
            if node.flow_style and _is_empty(value_node) and not self._has_colon(key_node):
                message = f"« {key} » n’a pas de valeur : si la virgule fait partie du texte, elle le coupe ici."
                expected = "le texte entier entre guillemets droits, ou « clé: valeur »"
                self.problems.append(Problem("E102", self.shown, line, message, key, expected))
                continue
            if key in seen:
                if not (listed and again):
                    self.problems.append(self._repeated(key, line, seen[key], listed=listed))
                again = True
                continue
            seen[key] = line
            self.lines[(*at, key)] = line
            value = self.value(value_node, (*at, key))
            if value is not None:  # a key left empty counts as a key left out
                yield key, value

    def _repeated(self, key: str, line: int, first: int, *, listed: bool) -> Problem:
        """A key that a group has twice: in a list two groups may have become one, and then all their keys repeat."""
        other = ", ou commencez par « - » le groupe suivant de la liste" if listed else ""
        what = f"La clé « {key} » est écrite deux fois (déjà ligne {first}). Gardez-en une seule{other}."
        return Problem("E004", self.shown, line, what)

    def _line(self, node: yaml.Node) -> int:
        return self.first_line + int(node.start_mark.line)

    def _at(self, mark: yaml.Mark) -> str:
        return self.source[mark.line][mark.column : mark.column + 1] if mark.line < len(self.source) else ""

    def _has_colon(self, key: yaml.Node) -> bool:
        """Whether a key in braces is followed by a colon: one that is not has no value, and was meant for one."""
        return self.source[key.end_mark.line][key.end_mark.column :].lstrip().startswith(":")

    def _is_plain_content(self, node: yaml.Node, at: Position) -> bool:
        """Whether a value means what is written: YAML's tags (!x), names (&x) and references (*x) would change it."""
        sign = "!" if node.tag.startswith("!") else "*" if id(node) in self.visited else ""
        sign = sign or ("&" if self._at(node.start_mark) == "&" else "")
        self.visited.add(id(node))
        if sign:
            message = f"YAML donne un sens particulier à « {sign} » : mettez la valeur entre guillemets droits."
            self.problems.append(Problem("E003", self.shown, self.lines[at], message))
        return not sign


_COUNTED: Final = re.compile(r"[\d.,/~?%+-]+")
"""A date or a number: it is whole, whatever remark follows it."""


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style is None and node.value in {"", "~", "null"}
