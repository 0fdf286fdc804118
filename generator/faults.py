"""What keeps a text from being read as YAML, in an editor's words and on the line to mend."""

import re
from dataclasses import dataclass
from typing import Final

import yaml


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text, and on which of its lines, from 0."""

    line: int
    what: str
    found: str | None = None
    expected: str | None = None


_DEEPEST: Final = 20
"""Lists and groups inside one another: far more than any file has, and far less than Python bears."""


class _Shallow(yaml.SafeLoader):
    """Refuses what is nested deeper than a file can be meant."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """One value with all that is inside it."""
        if self.depth > _DEEPEST:
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=self.peek_event().start_mark)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def composed(front: str) -> yaml.MappingNode | Fault | None:
    """The mapping that a text is, None for an empty one, or what is wrong with it."""
    try:
        root = yaml.compose(front, Loader=_Shallow)
    except yaml.MarkedYAMLError as error:
        return _fault(error, front)
    except yaml.reader.ReaderError as error:
        what = "Un caractère invisible que YAML n’admet pas se trouve ici. Effacez-le."
        return Fault(front.count("\n", 0, error.position), what)
    if root is None or isinstance(root, yaml.MappingNode):
        return root
    line = int(root.start_mark.line)
    found = front.split("\n")[line].strip()
    return Fault(line, f"Il faut ici une suite de lignes « clé: valeur ». Trouvé : « {found} ».", found)


_SIGN: Final = re.compile(r"(?:^[\w-]+:|^-)\s+(?:[\w-]+:\s+)?(?P<sign>[@`%&*!|>?,\]}-])")
_AFTER_QUOTES: Final = re.compile(r"""(?:^[\w-]+:|^-)\s+(?:[\w-]+:\s+)?["']""")
_NO_SPACE: Final = re.compile(r"(?:- )?[\w-]+:(?![\s/])\S")
_FAULTS: Final[tuple[tuple[str, str], ...]] = (
    ("too deep", "Trop de listes ou de groupes l’un dans l’autre : mettez la valeur entre guillemets droits."),
    ("found character '\\t'", "Une tabulation ne peut pas servir d’espace ici. Remplacez-la par des espaces."),
    ("expected ',' or ']'", "Une liste ouverte par « [ » n’est pas fermée. Ajoutez « ] »."),
    ("expected ',' or '}'", "Un groupe ouvert par « { » n’est pas fermé. Ajoutez « } »."),
    ("end of stream", "Des guillemets droits ouverts ici ne sont pas fermés. Ajoutez ceux de la fin."),
    ("escape", "Entre guillemets droits doubles, « \\ » a un sens particulier : écrivez « \\\\ »."),
    ("mapping values", "Un deux-points suivi d’une espace coupe la valeur. Mettez la valeur entre guillemets droits."),
    ("another document", "Une seconde ligne « --- » coupe le fichier en deux. Retirez-la."),
    ("but found ','", "Une virgule est de trop."),
    ("could not find expected ':'", "Cette ligne n’a pas la forme « clé: valeur »."),
)
"""What PyYAML says, with what an editor should read; the first that fits counts."""
_SHOWN: Final = 200
"""Characters of a line that a message shows at most."""
_AT_OPENING: Final = ("expected ',' or", "end of stream", "could not find expected ':'")
"""Faults that PyYAML notices further down than where they are to be mended."""


def _fault(error: yaml.MarkedYAMLError, front: str) -> Fault:
    """What is wrong, of what PyYAML says, on the line where it is to be mended."""
    problem = error.problem or ""
    opening = any(sign in problem for sign in _AT_OPENING) and error.context_mark
    mark = error.context_mark if opening else error.problem_mark or error.context_mark
    lines = front.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    if "mapping values" in problem and line and _NO_SPACE.match(lines[line - 1].strip()):
        line -= 1  # YAML takes « clé:valeur » for a text that goes on below
    found = lines[line].strip()
    if len(found) > _SHOWN:
        found = f"{found[:_SHOWN]}…"
    return Fault(line, _explained(problem, found) + (f" Trouvé : « {found} »." if found else ""), found)


def _explained(problem: str, found: str) -> str:
    """What is wrong with a line, and how to mend it, of what PyYAML says of it."""
    said = next((french for sign, french in _FAULTS if sign in problem), None)
    if _NO_SPACE.match(found):
        return "Il manque une espace après le deux-points."
    if "too deep" not in problem and (said is None or "tabulation" not in said):
        sign = _SIGN.match(found)
        if sign and "mapping values" not in problem:
            return f"Une valeur qui commence par « {sign['sign']} » doit être entre guillemets droits."
    if said:
        return said
    if "found '<scalar>'" in problem and _AFTER_QUOTES.match(found):
        return "Du texte suit des guillemets droits déjà refermés : à l’intérieur d’un texte, préférez « » et ’."
    if re.search(r"but found '(?:<block|-)", problem):
        return "Le retrait de cette ligne ne s’accorde pas avec celui des lignes voisines."
    return "Ceci n’est pas du YAML : il faut une « clé: valeur » par ligne, et les listes en retrait."
