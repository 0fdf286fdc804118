"""Where French sentences and paragraphs begin and end."""

import re
from functools import lru_cache
from typing import Final

_ABBREVIATIONS: Final = frozenset(
    "m mm mme mmes mlle mlles dr pr me mgr st ste gén col cap lt av apr env art chap cf ex fig hab "
    "janv févr avr juil sept oct nov déc no vol p pp éd coll etc".split()
)
_END: Final = re.compile(r"[.!?…]+(?:[\s\u00a0\u202f]*[»\"”)\]*_]+)*(?=\s)")
_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n\s*|(?<=\n)(?=[ \t]*(?:#{1,6} |[-+*] |\d+\. |> ))|\n(?=#{1,6} )")
_HEADING: Final = re.compile(r"^#{1,6} [^\n]*", re.M)
_NEXT: Final = re.compile(r"[^«\"“(\[—–\-*_ \t\n\u00a0\u202f]")
"""The first letter of what follows, or what stands for one."""
_LONGEST: Final = 16
"""Characters in which every abbreviation has room, with whatever makes a longer word of it."""


@lru_cache(maxsize=2**10)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches (start, end) of the sentences of a text, white space around them left out.

    Takes Markdown as well as plain text; a heading or a list item is a sentence of its own.
    """
    found: list[tuple[int, int]] = []
    at = 0
    gaps = [match.span() for match in _PARAGRAPH.finditer(text)]
    headings = [(match.end(), match.end()) for match in _HEADING.finditer(text)]
    for start, end in [*sorted({*gaps, *headings}), (len(text), len(text))]:
        found += _in_paragraph(text, at, start)
        at = end
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found, at = [], start
    for match in _END.finditer(text, start, end):
        if _ends_here(text, match, start, end):
            found.append((at, match.end()))
            at = match.end()
    found.append((at, end))
    return [trimmed for trimmed in (_trim(text, *piece) for piece in found) if trimmed[0] < trimmed[1]]


def _ends_here(text: str, match: re.Match[str], start: int, end: int) -> bool:
    after = _NEXT.search(text, match.end(), end)
    if after and not (after[0].isupper() or after[0].isdigit()):
        return False
    if match[0] != ".":
        return True
    word = re.search(r"[\w’']*$", text[max(start, match.start() - _LONGEST) : match.start()])
    last = re.split(r"[’']", word[0])[-1] if word else ""
    return not (last.lower() in _ABBREVIATIONS or (len(last) == 1 and last.isupper()))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the sentences that hold what stands from `start` to `end`."""
    holding = [piece for piece in sentences(text) if piece[0] < end and start < piece[1]]
    return (holding[0][0], holding[-1][1]) if holding else (start, end)
