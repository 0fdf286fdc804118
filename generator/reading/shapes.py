"""Lines that are cut for their shape alone, whatever they say: rows of labels, blocks of titles, words said twice."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.reading.evidence import ended, is_sentence
from generator.reading.lines import LONG_PROSE, Line, Reasons, Sheet, blocks, is_prose, words_of

_WIDE: Final = re.compile(r" {2,}")
_LABEL: Final = 4
"""Words that a label of a row has at most."""
_ROW: Final = 3


def rows_of_labels(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """« Accueil  Monde  Sport »: short labels with more than one space between, and no sentence."""
    found: Reasons = {}
    for number, line in enumerate(lines):
        labels = _WIDE.split(line.text) if number not in cut else ()
        if len(labels) >= _ROW and not ended(line.text) and all(len(label.split()) <= _LABEL for label in labels):
            found[number] = ("navigation", "rangee-d-etiquettes")
    return found


_TITLE: Final = 120
_DEEP: Final = re.compile(r"[-–—•*·▪]|\d+[.)°]|[a-z]\)")
"""What an item of a list begins with."""
_OPEN: Final = re.compile(r"[:;,]\W*$")


def blocks_of_titles(sheet: Sheet, cut: Reasons) -> Reasons:
    """Two titles or more that stand together between paragraphs: other articles', for a heading stands alone."""
    found: Reasons = {}
    lines = sheet.lines
    prose = [n for n in sheet.prose if n not in cut]
    if not sheet.airy or not prose:
        return found
    first = min((n for n in prose if len(lines[n].text) >= LONG_PROSE), default=min(prose))
    above: Line | None = None
    for block in blocks(lines):
        left = [n for n in block if n not in cut]
        introduced = above is not None and _OPEN.search(above.text) is not None
        above = lines[block.stop - 1]
        if block.start <= first or len(left) < 2 or introduced or not sheet.within.isdisjoint(block):
            continue
        if all(_is_title(lines[n].text) for n in left):
            found |= dict.fromkeys(left, ("related_articles", "bloc-de-titres"))
    return found


def _is_title(text: str) -> bool:
    plain = not (_DEEP.match(text) or _OPEN.search(text) or is_sentence(text))
    return plain and len(text) <= _TITLE and text[0] not in '«"“'


_ACCOUNT: Final = re.compile(r"(?:[^.!?\n]{1,60} )?\(?@\w{3,30}\)?(?: ?[·•|].{0,40})?")
_POSTED: Final = re.compile(
    r"(?:\d{1,2} ?[:h] ?\d\d(?: ?[AP]M)?[ ,·•–-]+)?(?:le )?\d{1,2}(?:er)? [a-zà-ÿ]{3,9}\.? 20\d\d(?:[ ,·•à–-].{0,40})?"
    r"|\d{1,2} ?[:h] ?\d\d(?: ?[AP]M)?[ ,·•–-]+\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d(?:[ ,·•–-].{0,40})?",
    re.I,
)
"""« 9:02 AM · 9 déc. 2024 »."""
_POST: Final = 6
"""Lines that a post has at most."""
_WHO: Final = 40
"""Characters of the name of an account."""


def posts(lines: Sequence[Line]) -> Reasons:
    """Posts of a social network: from the line of an account to that which says when it was posted."""
    found: Reasons = {}
    for number, line in enumerate(lines):
        if "@" not in line.text or not _ACCOUNT.fullmatch(line.text):
            continue
        below = range(number + 1, min(number + _POST, len(lines)))
        end = next((n for n in below if _POSTED.fullmatch(lines[n].text)), None)
        if end is not None:
            start = number - (line.text.startswith("@") and number > 0 and _is_who(lines[number - 1].text))
            found |= dict.fromkeys(range(start, end + 1), ("social_embed", "publication-et-son-compte"))
    return found


def _is_who(text: str) -> bool:
    return len(text) <= _WHO and not is_sentence(text)


_SAID: Final = 5
"""Words by which what is said twice is looked for."""
_LEAST_SAID: Final = 25
_MOST_SAID: Final = 300
_LONGER: Final = 1.5
"""How much longer the paragraph is: what comes again as it was is no such sentence."""
_LOOKED_AT: Final = 8
"""Places where the same few words stand that are looked at: more would make long texts slow."""


def said_twice(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """A sentence on a line of its own that a paragraph has as well: it was set apart to be seen."""
    alone = {n: words_of(line.text) for n, line in enumerate(lines) if n not in cut and _may_be_set_apart(line.text)}
    begins = {" ".join(words.split()[:_SAID]) for words in alone.values()}
    places: dict[str, list[tuple[int, int]]] = {}
    if not begins:
        return {}
    for number, at, said in _told(lines, cut, frozenset(said.split()[0] for said in begins)):
        if said in begins and len(places.setdefault(said, [])) < _LOOKED_AT:
            places[said].append((number, at))
    found: Reasons = {}
    for number, words in alone.items():
        for other, at in places.get(" ".join(words.split()[:_SAID]), ()):
            whole = words_of(lines[other].text)
            if other != number and whole.startswith(words, at) and len(whole) > _LONGER * len(words):
                found[number] = ("pull_quote", "exergue")
    return found


def _may_be_set_apart(text: str) -> bool:
    return _LEAST_SAID <= len(text) <= _MOST_SAID and ended(text) and len(text.split()) > _SAID


def _told(lines: Sequence[Line], cut: Reasons, first: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Each few words in a paragraph, of which the first is one of these: its number, where they begin, and they."""
    for number, line in enumerate(lines):
        if number in cut or not is_prose(line.text):
            continue
        words, at = words_of(line.text).split(), 0
        for start, word in enumerate(words[: len(words) - _SAID + 1]):
            if word in first:
                yield number, at, " ".join(words[start : start + _SAID])
            at += len(word) + 1
