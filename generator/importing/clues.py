"""What clings to a text tells of it: who wrote it, who published it, at which address."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

from generator.importing.signatures import Signature, correspondent, signature
from generator.reading.analyse import Reading
from generator.reading.lines import is_prose, lines_of
from generator.reading.noise import Cut
from generator.text.french import fold


@dataclass(frozen=True, slots=True)
class Field:
    """A value for front matter, or None, and in French what it rests on or why it is missing."""

    value: str | None
    why: str


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
    """The publisher, where a header names it or what stands above the article is a name of the press."""
    keyed = _keyed(reading, "publisher")
    if keyed:
        return _only(keyed, "en-tête du texte", "")
    above = {text for _, text in _cuts(reading, {"site_name", "masthead"}) if _NAME.fullmatch(text)}
    named = {name for text in above if (name := outlet(text, reading.aligned.text))}
    signed = {name for one in _signatures(reading) for name in one.houses}
    if named or not signed:
        doubt = f"rien ne dit si {_listed(sorted(above))} est le nom du site"
        return _only(
            named, "nom du site, en tête du texte", "le texte ne nomme pas son journal" if not above else doubt
        )
    return _only(signed, "ligne de signature ou de source", "")


_PARTED: Final = re.compile(r" [-–—|/] ")
_OF_THE_PRESS: Final = frozenset(
    "actu actualite actualites actus agence blog bulletin canal carnet carnets chaine courrier depeche echo echos "
    "express gazette hebdo hebdomadaire independant info infos journal libre magazine media medias messager news "
    "nouvelles nouvelliste observateur post progres quotidien radio republicain revue tele television times "
    "tribune tv voix".split()
)
"""Words of the names of newspapers, agencies and channels, folded."""
_OF_A_MENU: Final = frozenset(
    "by derniere dernieres dernier derniers direct edition en espace fil grille journaliste localisation mes mon nos "
    "notre publication section service sujet tous tout toute toutes une vos votre".split()
)
"""Words of what leads to other pages, folded."""


def outlet(line: str, text: str) -> str | None:
    """The name of a publisher that a line above an article is, its slogan aside; None for labels and menus."""
    for name in (_PARTED.split(line)[0], line):
        words = re.findall(r"\w+", fold(name))
        if _OF_A_MENU.isdisjoint(words) and (
            (len(words) > 1 and not _OF_THE_PRESS.isdisjoint(words)) or _signs(name, text)
        ):
            return name
    return None


_ASKS: Final = (
    r"©|\(c\)|copyright|abonn\w+(?:-vous)? (?:à|au|aux)|suivez|recevez|"
    r"(?:newsletter|rédaction|lettre|application|appli|site|compte)s? (?:de |du |des |d’)"
)


def _signs(name: str, text: str) -> bool:
    """Whether a page claims its rights or asks for readers by a name, or has it for its address."""
    written = re.escape(name)
    address = re.escape("".join(re.findall(r"\w+", fold(name))))
    return (
        re.search(rf"(?:{_ASKS}) ?(?:\d{{4}} )?(?:les? |la |l’)?{written}\b", text, re.I) is not None
        or re.search(rf"\b{written} ?[-–—|,©]? ?(?:tous droits|\d{{4}} ?[-–—|,©.])", text, re.I) is not None
        or re.search(rf"\b(?:www\.|https?://|@){address}\b", text, re.I) is not None
    )


def author(reading: Reading) -> Field:
    """Who signed the text; initials only where no name does."""
    keyed = _keyed(reading, "author")
    if keyed:
        return _only(keyed, "en-tête du texte", "")
    lines = {one.people: None for one in _signatures(reading) if one.people}
    whole = [people for people in lines if not all("." in name and len(name) < _INITIALS for name in people)]
    signed = {_joined(people) for people in whole or lines}
    unclear = sorted({name for one in _signatures(reading) for name in one.unclear})
    doubt = f"rien ne dit si {_listed(unclear)} est une personne ou un journal"
    return _only(signed, "ligne de signature", doubt if unclear else "le texte n’est pas signé")


_INITIALS: Final = 9
"""Characters that no name of a person is as short as, if it has a full stop: « J.-M. C. »."""
_LONG: Final = 300
"""Characters that no line has which only signs."""
_SIGNING: Final = frozenset({"byline", "publication_line", "source_line"})


def _signatures(reading: Reading) -> Iterator[Signature]:
    """Whom the lines name that were cut because they sign, or say like « Jeanne Rive (à Oslo) » that they do."""
    whole = reading.aligned.text
    for cut, text in _cuts(reading, None):
        for line in (line for line in text.splitlines() if len(line) < _LONG):
            if cut.kind in _SIGNING:
                yield signature(line, lambda name: outlet(name, whole) is not None)
            elif name := correspondent(line.strip()):
                yield Signature((name,))


def _joined(names: Sequence[str]) -> str:
    return " et ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def url(reading: Reading) -> Field:
    """The address of the article: one that a header gives, or the only one that stands alone above the text."""
    keyed = _keyed(reading, "url")
    first = next((line.start for line in lines_of(reading.aligned.text) if is_prose(line.text, 140)), 0)
    above = {text for cut, text in _cuts(reading, {"address"}) if cut.start < first and _ADDRESS.fullmatch(text)}
    return _only(
        keyed or above,
        "en-tête du texte" if keyed else "adresse au-dessus du texte",
        "le texte ne donne pas son adresse",
    )


def _cuts(reading: Reading, kinds: Set[str] | None) -> Iterator[tuple[Cut, str]]:
    """What was cut of some kinds, or of any."""
    for cut in reading.noise.cuts:
        if kinds is None or cut.kind in kinds:
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
    return Field(None, lack)


def _listed(values: Sequence[str]) -> str:
    return ", ".join(f"« {value} »" for value in values)
