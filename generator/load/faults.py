"""What keeps a text from being read as YAML, in an editor's words and on the line to mend."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from generator.text.invisible import named


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text, and on which of its lines, from 0."""

    line: int
    what: str
    found: str | None = None
    expected: str | None = None
    mended: str | None = None
    """The whole text with this line as it was meant, where that is certain: then the rest can be looked at, too."""


def decoded(data: bytes) -> str | Fault:
    """The text that UTF-8 bytes are, or the first word that they are not, as Windows would have written it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before, after = data[: error.start], data[error.start :]
        word = (re.split(rb"\s", before)[-1] + re.split(rb"\s", after)[0]).decode("cp1252", "replace")
        found = word if word.isprintable() else None
        first = f" (d’abord à « {found} »)" if found else ""
        what = f"Le fichier n’est pas en UTF-8{first}. Enregistrez-le en « UTF-8 » dans votre éditeur."
        return Fault(before.count(b"\n"), what, found)


def headless(text: str) -> str:
    """What an editor reads of a file that does not begin with front matter."""
    first = text.partition("\n")[0].strip()
    found = f" Trouvé à la première ligne : « {first[:80]} »." if first else " La première ligne est vide."
    return f"L’en-tête manque : le fichier doit commencer par une ligne « --- ».{found}"


_DEEPEST: Final = 20
"""Lists and groups inside one another: far more than any file has, and far less than Python bears."""


class _Shallow(yaml.SafeLoader):
    """Refuses what is nested deeper than a file can be meant."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """One value with all that is inside it."""
        if self.depth > _DEEPEST:
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=parent.start_mark if parent else None)
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
        what = f"Un signe invisible que YAML n’admet pas se trouve ici, {named(chr(error.character))}. Effacez-le."
        return Fault(front.count("\n", 0, error.position), what)
    if isinstance(root, yaml.MappingNode):
        return _further_in(root, front.split("\n")) or root
    if root is None:
        return root
    line = int(root.start_mark.line)
    found = front.split("\n")[line].strip()
    return Fault(line, f"Il faut ici une suite de lignes « clé: valeur ». Trouvé : « {found} ».", found)


def _further_in(root: yaml.Node, lines: list[str]) -> Fault | None:
    """An item of a list that stands further in than the one above: to YAML it is more of the text there."""
    for item in _listed(root):
        below = range(item.start_mark.line + 1, item.end_mark.line + 1)
        at = next((at for at in below if re.match(r"\s+-\s", lines[at])), None)
        if at is not None:
            found = lines[at].strip()
            dash = lines[item.start_mark.line].rindex("-", 0, item.start_mark.column)
            mended = "\n".join((*lines[:at], " " * dash + lines[at].lstrip(), *lines[at + 1 :]))
            what = f"Ce tiret n’est pas au retrait de celui du dessus : sa ligne s’y ajoute. Trouvé : « {found} »."
            return Fault(at, what, found, "tous les tirets d’une liste au même retrait", mended)
    return None


def _listed(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The items without quotation marks of the lists that have one a line."""
    ahead, seen = [root], {id(root)}
    for node in ahead:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        inside = node.value if isinstance(node, yaml.SequenceNode) else [part for pair in pairs for part in pair]
        new = [part for part in inside if id(part) not in seen]
        seen.update(map(id, new))
        ahead += new
        if isinstance(node, yaml.SequenceNode) and not node.flow_style:
            yield from (item for item in new if isinstance(item, yaml.ScalarNode) and item.style is None)


_SIGN: Final = re.compile(r"(?:^[\w-]+:|^-)\s+(?:[\w-]+:\s+)?(?P<sign>[@`%&*!|>?,\]}-])")
_AFTER_QUOTES: Final = re.compile(r"""(?:^[\w-]+:|^-)\s+(?:[\w-]+:\s+)?["']""")
_NO_SPACE: Final = re.compile(r"(?:- )?[\w-]+:(?![\s/])\S")
_NO_FORM: Final = "Cette ligne n’a pas la forme « clé: valeur »."
_DASH: Final = re.compile(r"(?:[•‣·–—*]\s*|-(?=[^\s-]))(?=\w)")
"""How a list is begun where YAML wants a hyphen and a space."""
_CUT_INSIDE: Final = (
    "Un signe coupe une valeur entre crochets ou accolades (« : », « ; », « [ », apostrophe droite) : "
    "séparez par des virgules, et mettez les textes entre guillemets droits doubles."
)
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
    ("could not find expected ':'", _NO_FORM),
)
"""What PyYAML says, with what an editor should read; the first that fits counts."""
_ODD_SPACE: Final = re.compile(
    r"[ \t]*[\u00a0\u202f]\s*(?:[\w-]+:|-\s)|\s*-[\u00a0\u202f]"
    r"|\s*(?:-\s+)?[\w-]+\s*(?:[\u00a0\u202f]:|:[\u00a0\u202f])"
)
"""A space that does not break lines where YAML wants a common one."""
_CONFLICT: Final = re.compile(r"^(?:<{7}|\|{7}|>{7}) \S.*$", re.MULTILINE)
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
    odd = next((at for at in range(max(0, line - 2), line + 1) if _ODD_SPACE.match(lines[at])), None)
    if odd is not None:
        return odd_space(odd, lines[odd])
    if "mapping values" in problem and line and _NO_SPACE.match(lines[line - 1].strip()):
        line -= 1  # YAML takes « clé:valeur » for a text that goes on below
    elif "mapping values" in problem and mark and mark.column == _key_end(lines[line]) and _slipped_in(lines, line):
        problem = "but found '<block"  # a line further in than a value above it is taken for the end of that value
        line -= _stands_out(lines, line - 1)
    elif "found '<scalar>'" in problem and (opened := _opened_above(lines, line)) is not None:
        line, problem = opened, "end of stream"
    found = lines[line].strip()
    if len(found) > _SHOWN:
        found = f"{found[:_SHOWN]}…"
    what = _explained(problem, found) + (f" Trouvé : « {found} »." if found else "")
    meant = _meant(problem, lines[line])
    mended = "\n".join((*lines[:line], meant, *lines[line + 1 :])) if meant else None
    return Fault(line, what, found, mended=mended)


_CUT: Final = re.compile(r"(?P<key>\s*(?:- )?[\w-]+: +)(?P<value>[\w«(][^\"\\\\]*?)\s*")
"""A value that a colon cuts in two, and that quotation marks would make one."""


def _meant(problem: str, line: str) -> str | None:
    """A line as it was certainly meant: with a space behind its colon, or its value in quotation marks."""
    if _NO_SPACE.match(line.strip()):
        return line.replace(":", ": ", 1)
    cut = _CUT.fullmatch(line) if "mapping values" in problem else None
    return f'{cut["key"]}"{cut["value"]}"' if cut else None


def _opened_above(lines: list[str], line: int) -> int | None:
    """The line whose straight quotes go on to those that a later one opens."""
    odd = (at for at in range(line - 1, -1, -1) if lines[at].replace('\\"', "").count('"') % 2)
    found = next(odd, None)
    return found if found is not None and _AFTER_QUOTES.match(lines[found].strip()) else None


def _key_end(line: str) -> int:
    """The column of the colon behind the key that a line begins with, else -1."""
    match = re.match(r"\s+[\w-]+(?=:\s)", line)
    return match.end() if match else -1


def _slipped_in(lines: list[str], at: int) -> bool:
    """Whether a key stands further in than it is meant to: a single space where no list or group is."""
    return _is_in(lines, at - 1) or re.match(r" \S", lines[at]) is not None


def _is_in(lines: list[str], at: int) -> bool:
    """Whether a line belongs to a list, or follows one that does: lines of the same group stand below one another."""
    return re.match(r"\s|-", lines[at]) is not None or (at > 0 and _stands_out(lines, at))


def _stands_out(lines: list[str], at: int) -> bool:
    """Whether a line is less far in than those above and below it, which agree."""
    above, here, below = (_column(lines[line]) for line in (max(0, at - 1), at, at + 1))
    return here < below == above


def _column(line: str) -> int:
    """Where the words of a line begin, behind the hyphen of a list."""
    return len(line) - len(re.sub(r"^\s*(?:-\s+)?", "", line))


def odd_space(line: int, found: str) -> Fault:
    """The fault of a line whose form is spoilt by a space that looks like any other."""
    what = "Une espace insécable, qui ne se voit pas, est dans le retrait ou près du deux-points : retapez-la."
    seen = re.sub("[\u00a0\u202f]", "⍽", found.strip(" "))
    return Fault(line, f"{what} Trouvé : « {seen} » (« ⍽ » est cette espace).", seen, "une espace ordinaire")


def conflict(text: str) -> Fault | None:
    """The marks that git leaves in a file of which it could not join two versions."""
    match = _CONFLICT.search(text)
    if match is None:
        return None
    what = f"Git n’a pas su joindre deux versions de ce fichier. Trouvé : « {match[0]} »."
    expected = "l’une des versions, ou les deux mises ensemble, sans les lignes « <<<<<<< », « ======= » et « >>>>>>> »"
    return Fault(text.count("\n", 0, match.start()), what, match[0], expected)


def _squeezed(found: str) -> str | None:
    """What is wrong with a line that lacks a space, or the sign before it."""
    if dash := _DASH.match(found):
        return f"Une liste s’écrit avec un trait d’union et une espace : « - {found[dash.end() :]} »."
    return "Il manque une espace après le deux-points." if _NO_SPACE.match(found) else None


def _of_sign(sign: str, rest: str) -> str:
    """How to mend a value that begins with a sign which YAML keeps for itself."""
    if sign == "-" and rest.strip():
        return "Une liste commence à la ligne, sous son champ ; un texte en « - » se met entre guillemets droits."
    if not rest:
        return f"« {sign} » n’est pas une valeur : retirez cette ligne, ou écrivez-y ce qui est connu."
    return f"Une valeur qui commence par « {sign} » doit être entre guillemets droits."


def _is_closed(found: str) -> bool:
    """Whether a line has as many brackets that close as that open."""
    return all(found.count(opening) == found.count(closing) for opening, closing in ("[]", "{}"))


def _explained(problem: str, found: str) -> str:
    """What is wrong with a line, and how to mend it, of what PyYAML says of it."""
    closed = "expected ',' or" in problem and _is_closed(found)
    said = _CUT_INSIDE if closed else next((french for sign, french in _FAULTS if sign in problem), None)
    if squeezed := _squeezed(found):
        return squeezed
    if "too deep" not in problem and (said is None or "tabulation" not in said):
        sign = _SIGN.match(found)
        if sign and "mapping values" not in problem:
            return _of_sign(sign["sign"], found[sign.end() :])
    if said:
        return said
    if "found '<scalar>'" in problem and _AFTER_QUOTES.match(found):
        return "Du texte suit des guillemets droits déjà refermés : à l’intérieur d’un texte, préférez « » et ’."
    if re.search(r"but found '(?:<block|-)", problem):
        return "Le retrait de cette ligne ne s’accorde pas avec celui des lignes voisines."
    return "Ceci n’est pas du YAML : il faut une « clé: valeur » par ligne, et les listes en retrait."
