"""What is wrong with mkdocs.yml, said as of any other file: before MkDocs says it in English, or from what it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

import yaml

from generator.diagnostics import Problem, nearest
from generator.load.faults import Fault, composed, decoded

SHOWN: Final = PurePosixPath("mkdocs.yml")
OPTIONS: Final = frozenset(
    "INHERIT config_file_path copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra "
    "extra_css extra_javascript extra_templates google_analytics hooks markdown_extensions mdx_configs nav not_in_nav "
    "pages plugins remote_branch remote_name repo_name repo_url site_author site_description site_dir site_name "
    "site_url strict theme use_directory_urls validation watch".split()
)
"""All that MkDocs knows."""
_DEMANDED: Final = {
    "site_url": '« site_url: !ENV [SITE_URL, ""] »',
    "theme": "un groupe de champs avec « name: material » et « custom_dir: overrides »",
}
"""Without these the site is none of ours."""


def builder(data: bytes) -> tuple[Problem, ...]:
    """What is wrong with the settings as text, and in their names."""
    text = decoded(data)
    if isinstance(text, Fault):
        return (Problem("E001", SHOWN, 1 + text.line, text.what, text.found),)
    root = composed(text)
    if isinstance(root, Fault):
        return (Problem("E003", SHOWN, 1 + root.line, root.what, root.found, root.expected),)
    if root is None:
        return (Problem("E005", SHOWN, 1, "Le fichier est vide.", expected="les réglages de MkDocs"),)
    return (*_names(root), *_missing(root))


def _names(root: yaml.MappingNode) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for key_node, _ in root.value:
        key, line = str(key_node.value), 1 + int(key_node.start_mark.line)
        if key in seen:
            what = f"La clé « {key} » est écrite deux fois (déjà ligne {seen[key]}). Gardez-en une seule."
            yield Problem("E004", SHOWN, line, what)
        elif key not in OPTIONS:
            near = nearest(key, OPTIONS)
            expected = None if near else "l’un des réglages de MkDocs"
            yield Problem("E102", SHOWN, line, f"MkDocs ne connaît pas de réglage « {key} ».", key, expected, near)
        seen.setdefault(key, line)


def _missing(root: yaml.MappingNode) -> Iterator[Problem]:
    given = {str(key.value) for key, _ in root.value}
    meant = {nearest(key, OPTIONS) for key in given - OPTIONS}
    if "INHERIT" not in given:
        for key, expected in _DEMANDED.items():
            if key not in given | meant:
                yield Problem("E101", SHOWN, 1, f"Le réglage « {key} » manque.", expected=expected)


_TYPES: Final = {
    "list": "une liste",
    "dict": "un groupe de champs",
    "str": "un texte",
    "int": "un nombre entier",
    "bool": "« true » ou « false »",
}


@dataclass(frozen=True, slots=True)
class _Saying:
    """What MkDocs says of a value, and what an editor reads of it."""

    pattern: str
    """With the `name` of what it refuses, and the values that are `known`."""
    code: str
    french: str
    expected: str | None = None


_SAYINGS: Final = (
    _Saying(
        r"Unrecognised theme name: '(?P<name>.+?)'\. .+ are: (?P<known>.+)",
        "E104",
        "Thème inconnu « {name} ».",
        "l’un des thèmes {known}",
    ),
    _Saying(
        r"Expected one of \[(?P<known>.+)\], got '(?P<name>.+)'",
        "E104",
        "Valeur inconnue « {name} ».",
        "l’une des valeurs {known}",
    ),
    _Saying(
        r"Expected type: <class '(?P<known>\w+)'> but received: <class '\w+'>",
        "E103",
        "Réglage « {key} » : valeur d’un mauvais type.",
        "{known}",
    ),
    _Saying(r"Failed to load extension '(?P<name>.+?)'.*", "E106", "L’extension « {name} » ne peut être chargée."),
    _Saying(r'The "(?P<name>.+?)" plugin is not installed', "E106", "Le greffon « {name} » n’est pas installé."),
    _Saying(
        r"The path set in custom_dir \('(?:.*[/\\])?(?P<name>.+)'\) does not exist\.?",
        "E106",
        "Le dossier « {name} » n’existe pas.",
        "un dossier à côté de mkdocs.yml",
    ),
    _Saying(r"(?P<name>.+)", "E106", "MkDocs refuse le réglage « {key} » et dit en anglais : « {name} »."),
)


def told(data: bytes, message: str) -> Problem | None:
    """What MkDocs says of one of the settings; None where it speaks of something else."""
    refused = re.fullmatch(r"Config value '(?P<key>\w+)': (?:Sub-option '\w+': )*(?P<said>.+)", message.strip(), re.S)
    if refused is None:
        return None
    matches = ((saying, re.fullmatch(saying.pattern, refused["said"], re.S)) for saying in _SAYINGS)
    saying, match = next((saying, match) for saying, match in matches if match)  # the last fits all
    name, known = (match.groupdict().get(part) or "" for part in ("name", "known"))
    words = {"key": refused["key"], "name": " ".join(name.split()), "known": _TYPES.get(known, known.replace("'", ""))}
    expected = saying.expected.format(**words) if saying.expected else None
    return Problem(
        saying.code, SHOWN, _line(data, refused["key"], name), saying.french.format(**words), name or None, expected
    )


def _line(data: bytes, key: str, name: str) -> int:
    """The line on which a name stands among the values of a setting, else that of the setting; 1 at worst."""
    text = data.decode("utf-8-sig")
    root = composed(text)
    for key_node, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key_node.value == key:
            first, last = int(key_node.start_mark.line), int(value.end_mark.line)
            lines = text.split("\n")[first : last + 1]
            return 1 + first + next((at for at, line in enumerate(lines) if name and name in line), 0)
    return 1
