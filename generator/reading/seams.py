"""Where a converter has dropped the end of a line: « …à MoscouPublié le 3 mai », « …la paix.Lire aussi »."""

import re
from collections.abc import Iterator
from typing import Final

from generator.reading.rules import flat
from generator.reading.wordings import MONTH

_STARTS: Final = frozenset(
    "le la les l un une des du de d en au aux à a il elle ils elles on ce cet cette ces c son sa ses leur leurs par "
    "pour sur dans avec sans après avant depuis selon mais et ou si qui que quand où comment pourquoi publié mis lire "
    "voir écouter article partager photo crédit".split()
)
"""Words that begin a paragraph, or what stands around one, and hardly ever the second part of a name."""
_ENDS_NOTHING: Final = frozenset(
    "le la les l un une des du de d en au aux à et ou que qui sur par pour dans avec son sa ses leur leurs ce cet "
    "cette ces ne se est sont a ont".split()
)
"""Words with which no line ends but one that a converter has broken."""
_CHAIN: Final = 3
"""Seams from which a line is a row of entries that stood below one another."""
_SEAM: Final = re.compile(
    r"(?<=[a-zà-öø-ÿ]{2})(?=[A-ZÀ-ÖØ-Þ](?:[a-zà-öø-ÿ]|[’'][A-Za-zÀ-ÿ]|[A-ZÀ-ÖØ-Þ]{2}))"
    r"|(?:(?<=[A-ZÀ-ÖØ-Þ]{3})|(?<=\d\d)|(?<=\w\)))(?=[A-ZÀ-ÖØ-Þ](?:[a-zà-öø-ÿ]|[’'][a-zà-öø-ÿ]))"
)
_SIGN: Final = re.compile(
    r"[a-zà-öø-ÿ\d.!?…»)](?:[A-ZÀ-ÖØ-Þ«–—•\u0370-\u1fff\u2c00-\ud7ff]|(?<=[a-zà-öø-ÿ])\d)|[A-ZÀ-ÖØ-Þ]{4}[a-zà-öø-ÿ’']"
)
"""What each of these has in it: other lines are not looked at."""
_STOP: Final = re.compile(
    r"(?:(?<=[a-zà-öø-ÿ]{3}[.!?…])|(?<=[.!?…]»)|(?<=[.!?…][ \u00a0\u202f]»)|(?<=»[.!?…]))"
    r"(?=(?!(?:Fr|Com|Net|Org|Info|Eu|Be|Ch|Ca|Ma|Dz|Tn|Sn|Ci)\b)[A-ZÀ-ÖØ-Þ](?:[a-zà-öø-ÿ]|[’']| )|[«–—•])"
)
_SCRIPT: Final = re.compile(r"(?<=[a-zà-öø-ÿ]{3})(?=[\u0370-\u1fff\u2c00-\ud7ff])")
"""Where another script begins right behind a word."""
_DATED: Final = re.compile(rf"(?<=[a-z]{{2}})(?=\d{{1,2}}(?:er)? {MONTH} \d{{4}}\b)")
"""Where a whole date begins right behind a word."""
_PUNCTUATED: Final = re.compile(r"[a-zà-öø-ÿ]{2}[,;](?=[a-zà-öø-ÿ]{2})")
_LOST: Final = 2
"""Commas without a space from which a text has lost spaces, not line ends."""
_LETTERS: Final = r"[^\W\d_]+"
_WORD_BEFORE: Final = re.compile(rf"{_LETTERS}\Z")
_WORD: Final = re.compile(_LETTERS)
_NAMES: Final = re.compile(r"Whats(?=App)|You(?=Tube)|Linked(?=In)|Tik(?=Tok)|Face(?=Book)|Snap(?=Chat)|Play(?=Store)")
"""Names with a capital inside, which stand in rows of buttons."""
_ADDRESS: Final = re.compile(r"\S*(?://|@|www\.|[#_/=&])\S*")


def seams(raw: str) -> frozenset[int]:
    """The positions of a text before which the end of a line is missing."""
    found: set[int] = set()
    whole = len(_PUNCTUATED.findall(raw)) < _LOST  # where spaces are lost behind commas, they are behind full stops too
    end = 0
    for sign in _SIGN.finditer(raw):
        if sign.start() >= end:
            start = raw.rfind("\n", 0, sign.start()) + 1
            end = raw.find("\n", sign.end())
            end = len(raw) if end < 0 else end
            found.update(start + place for place in _of_line(raw[start:end], whole))
    return frozenset(found)


def _of_line(line: str, whole: bool) -> Iterator[int]:
    stops = [match.start() for match in _STOP.finditer(line)] if whole else []
    places = [match.start() for match in _SEAM.finditer(line)]
    apart = [(m.start(), m.end()) for pattern in (_ADDRESS, _NAMES) for m in pattern.finditer(line)]
    yield from (match.start() for match in (*_SCRIPT.finditer(line), *_DATED.finditer(flat(line))))
    yield from (place for place in stops if not _inside(place, apart))
    places = [place for place in places if not _inside(place, apart)]
    if any(_before(line, place) in _ENDS_NOTHING for place in places):
        return  # broken where the width of a page ended, not where a paragraph did
    chain = len(places) >= _CHAIN
    yield from (place for place in places if chain or _after(line, place) in _STARTS)


def _inside(place: int, stretches: list[tuple[int, int]]) -> bool:
    return any(start < place <= end for start, end in stretches)


def _before(line: str, place: int) -> str:
    match = _WORD_BEFORE.search(line, max(0, place - 20), place)
    return match[0] if match else ""


def _after(line: str, place: int) -> str:
    match = _WORD.match(line, place)
    return match[0].lower() if match else ""
