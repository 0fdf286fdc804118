"""What clings to a text tells of it: who wrote it, who published it, at which address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.reading.analyse import Reading
from generator.reading.lines import is_prose, lines_of
from generator.reading.noise import Cut


@dataclass(frozen=True, slots=True)
class Field:
    """A value for front matter, or None, and in French what it rests on or why it is missing."""

    value: str | None
    why: str


_BYLINE: Final = re.compile(
    r"^(?i:(?:(?:texte|propos recueillis|article|rédigé|écrit|publié) )?"
    r"(?:par|auteure? ?:|de (?:notre|nos) \w+) ?:?)\s*"
    r"(?P<name>[A-ZÀ-Þ][\w’.-]*(?: (?:de |du |d’|el |al |ben |van |von )?[A-ZÀ-Þ][\w’.-]*){0,4})"
)
_NAME: Final = re.compile(r"[A-ZÀ-Þ][^\d|]{2,79}")
_ADDRESS: Final = re.compile(r"https://[^\s<>\"»)\]]+")
_HEADERS: Final = frozenset({"yaml_header", "header"})
_KEYED: Final = {
    "publisher": re.compile(
        r"^(?:source|site|journal|publisher|site_name|média|media) ?: ?(?P<value>.+)$", re.I | re.M
    ),
    "author": re.compile(r"^(?:auteure?|author|by) ?: ?(?P<value>.+)$", re.I | re.M),
    "url": re.compile(r"^(?:url|lien|adresse|canonical|permalink) ?: ?(?P<value>https://\S+)$", re.I | re.M),
}


def publisher(reading: Reading) -> Field:
    """The publisher, where a header names it or the site's own name stands above the article."""
    keyed = _keyed(reading, "publisher")
    named = {text for _, text in _cuts(reading, {"site_name", "masthead"}) if _NAME.fullmatch(text)}
    return _only(
        keyed or named, "en-tête du texte" if keyed else "nom du site, en tête du texte", "ne nomme pas son journal"
    )


def author(reading: Reading) -> Field:
    """Who signed the text."""
    keyed = _keyed(reading, "author")
    lines = (text for _, text in _cuts(reading, {"byline"}))
    signed = {match["name"] for match in map(_BYLINE.match, lines) if match}
    return _only(keyed or signed, "en-tête du texte" if keyed else "ligne de signature", "n’est pas signé")


def url(reading: Reading) -> Field:
    """The address of the article: one that a header gives, or the only one that stands alone above the text."""
    keyed = _keyed(reading, "url")
    first = next((line.start for line in lines_of(reading.aligned.text) if is_prose(line.text, 140)), 0)
    above = {text for cut, text in _cuts(reading, {"address"}) if cut.start < first and _ADDRESS.fullmatch(text)}
    return _only(
        keyed or above, "en-tête du texte" if keyed else "adresse au-dessus du texte", "ne donne pas son adresse"
    )


def _cuts(reading: Reading, kinds: set[str] | frozenset[str]) -> Iterator[tuple[Cut, str]]:
    for cut in reading.noise.cuts:
        if cut.kind in kinds:
            yield cut, reading.aligned.text[cut.start : cut.end].strip()


def _keyed(reading: Reading, key: str) -> set[str]:
    """What the lines of a header that a program wrote say under a key."""
    found = (_KEYED[key].finditer(text) for _, text in _cuts(reading, _HEADERS))
    return {match["value"].strip().strip("\"'") for matches in found for match in matches}


def _only(found: set[str], why: str, lack: str) -> Field:
    """The value, where there is just one: among several, nobody chooses for the editor."""
    if len(found) == 1:
        return Field(found.pop(), why)
    if found:
        return Field(None, f"plusieurs sont possibles ({_listed(sorted(found))})")
    return Field(None, f"le texte {lack}")


def _listed(values: Sequence[str]) -> str:
    return ", ".join(f"« {value} »" for value in values)
