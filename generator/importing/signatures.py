"""Lines that sign a text: the people who wrote it, and the house that publishes it."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Final

from generator.text.french import fold


@dataclass(frozen=True, slots=True)
class Signature:
    """Whom a line names, in order."""

    people: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    """Newspapers, agencies, channels and sites."""
    unclear: tuple[str, ...] = ()
    """Names that may be either, « Le Passeur »."""


_LOWER: Final = "de la |de |du |des |d’|le |la |el |al |ben |bin |van |von |der |N’"
_PERSON: Final = re.compile(
    rf"(?P<first>[A-ZÀ-Þ](?:[\w’-]*|\.))(?:[ .-](?:{_LOWER})*[A-ZÀ-Þ](?:[^\W\d][\w’-]*|\.-?[A-ZÀ-Þ])?\.?){{1,3}}"
)
"""Two names or more, with a capital each; one may be an initial."""
_INITIALS: Final = re.compile(r"(?:[A-ZÀ-Þ][a-zà-ÿ]{0,2}\.[ -]?){2,4}")
_NO_FIRST: Final = frozenset("au aux ce cet cette des du en l la le les un une".split())
_ACRONYM: Final = re.compile(r"[A-Z]{2,6}")
_DOMAIN: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}")
_AGENCY: Final = re.compile(r"(?:les? |des? |l’|d’)?agences?\b.*", re.I)
_NEWSROOM: Final = re.compile(
    r"(?:la )?rédaction\b(?: (?:de la |de |du |des |d’)?(?P<house>(?-i:[A-ZÀ-Þ]).*))?.*", re.I
)

_APART: Final = re.compile(r"\s+[/|·•—–⏺-]+\s+|\s*[|•⏺]\s*|[-–](?=\d)")
_BY: Final = re.compile(
    r"(?:[^,]*\d{4}, )?"
    r"(?:(?:texte|propos recueillis|reportage|article|récit|analyse|rédigé|écrit|publié|posté|signé) )?"
    r"(?:par|by|auteure?s? ?:|author ?:) ?:? ?(?!n(?:otre|os) )",
    re.I,
)
_OURS: Final = re.compile(
    r"(?:de|par|avec) n(?:otre|os) \w+(?: (?:spécia(?:le?s?|ux)|permanente?s?))*"
    r"(?: (?:à|au|aux|en) (?-i:[A-ZÀ-Þ])[\w’-]+(?:[ -](?-i:[A-ZÀ-Þ])[\w’-]+)*)?,? ?:? ",
    re.I,
)
"""« De notre correspondante à Oslo, »."""
_SOURCE: Final = re.compile(r"source ?: ?", re.I)
_TAIL: Final = re.compile(
    r"[\s,]*(?:\(.*|\b(?:avec|édité par)\b.*|\b(?:envoyée?s?|correspondante?s?|journalistes?|grands? reporters?)\b.*|"
    r"\b(?:le |à )?\d.*|\b(?:publié|mis en ligne|mis à jour|créé|posté|suivre|follow)\b.*)$",
    re.I,
)
"""What follows the names: where they are, with whose help, when."""
_ROLE: Final = re.compile(r"\((?:à|au|en) |\bavec\b|\benvoyée?s?\b|\bcorrespondante?s?\b", re.I)
"""What only who signs has behind his name."""
_FROM: Final = re.compile(
    r"\((?:(?:à|au|en) [^()]*|[^()]*(?:envoyée?s?|correspondante?s?)[^()]*)\)?$|, (?:envoyée?|corr)"
)


def signature(line: str, is_house: Callable[[str], bool]) -> Signature:
    """Whom a line names that was cut for signing the text; `is_house` knows the names of newspapers."""
    found = [*_signing(" ".join(line.split()), is_house)]
    return Signature(*(tuple(dict.fromkeys(name for sort, name in found if sort == wanted)) for wanted in _SORTS))


def correspondent(line: str) -> str | None:
    """Who signs by saying where from, on whatever line: « Jeanne Rive (à Oslo) »."""
    name = _TAIL.sub("", line)
    return name if _FROM.search(line) and _is_person(name) else None


_SORTS: Final = ("person", "house", "unclear")
_ANY: Final = frozenset({"person", "initials", "house", "newsroom", "domain", "unclear"})


def _signing(line: str, is_house: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    parts = [part for part in _APART.split(line) if part]
    for part, after in zip(parts, (*parts[1:], ""), strict=True):
        by, ours, source = _BY.match(part), _OURS.search(part), _SOURCE.match(part)
        if ours:
            yield from _kept(_names(part[ours.end() :]), {"person", "initials"}, is_house)
        if source:
            yield from (("house", name) for name in _names(part[source.end() :]) if _names_a_house(name))
        elif by:
            yield from _kept(_names(part[by.end() : ours.start() if ours else None]), _ANY, is_house)
        elif not ours:
            yield from _kept(_names(part)[:1], _trusted(part, after), is_house)


def _trusted(part: str, after: str) -> Set[str]:
    """What may be taken from a part that says neither « par » nor « source »."""
    if _ROLE.search(part):
        return {"person", "initials", "house", "newsroom"}
    dated = (_is_person(part) and re.match(r"publié\b", after, re.I)) or re.search(r"[a-zé] [A-ZÀ-Þ-]{3,} \d", part)
    return {"person", "initials", "newsroom"} if dated else {"initials", "newsroom", "domain"}


def _kept(names: Iterable[str], wanted: Set[str], is_house: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    for name in names:
        form, sort, said = _read(name, is_house)
        if said and form in wanted:
            yield sort, said


def _read(name: str, is_house: Callable[[str], bool]) -> tuple[str, str, str]:
    """The form of a name, whom it names by that, and the name; an empty one where it is nobody's."""
    newsroom = _NEWSROOM.fullmatch(name)
    if newsroom:
        return "newsroom", "house", newsroom["house"] or ""
    if _INITIALS.fullmatch(name):
        return "initials", "person", name
    if _DOMAIN.fullmatch(name):
        return "domain", "house", name
    if is_house(name):
        return "house", "house", name
    if _is_person(name):
        return "person", "person", name
    return "unclear", "unclear", name if _names_a_house(name) else ""


def _names(text: str) -> list[str]:
    """The names that a text lists, without what follows them."""
    return [name for part in re.split(r", | et | & ", _TAIL.sub("", text)) if (name := part.strip(" ,:;"))]


def _names_a_house(name: str) -> bool:
    return name[:1].isupper() and not (_AGENCY.fullmatch(name) or _ACRONYM.fullmatch(name) or _NEWSROOM.fullmatch(name))


def _is_person(name: str) -> bool:
    match = _PERSON.fullmatch(name)
    return match is not None and fold(match["first"]) not in _NO_FIRST and (not name.isupper() or "." in name)
