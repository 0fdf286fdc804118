"""A raw text made even to read, with the way back to the raw one."""

import html
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import itemgetter
from typing import Final
from unicodedata import normalize

from generator.reading.paragraphs import false_ends
from generator.reading.seams import seams

_EVEN: Final = {
    "'": "’",
    "ʼ": "’",
    "‘": "’",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\t": " ",
    "‐": "-",
    "‑": "-",
} | {"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": " ", "\x0c": "\n", "\0": " "}
"""One sign for another: positions stay."""
_UNEVEN: Final = re.compile(f"[{''.join(map(re.escape, _EVEN))}]")
_SHORTER: Final = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<line>\r\n?)"
    r"|(?P<composed>[^\W\d_][\u0300-\u036f]+)"
    r"|(?P<escape>\\(?=[\"'’*_\[\]().!#>-]))"
    r"|(?P<nothing>[\u00ad\u200b-\u200f\u2060\ufeff\ufe0f]+)"
    r"|(?P<broken>(?<=[a-zà-öø-ÿ\u0300-\u036f])[-\u2010]\r?\n(?=[a-zà-öø-ÿ]))"
    r"|(?P<hyphen>(?<=[a-zà-öø-ÿ\u0300-\u036f])[-\u2010]\r?\n(?=[A-ZÀ-ÖØ-Þ]))"
    r"|(?P<dash>(?<=[^\W\d_])\u2013(?=[^\W\d_]))"
    r"|(?P<glued>(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2}))"
)
"""What changes length: entities, accents taken apart, words broken at a line's end (a hyphen before a capital is their
own); glued words get a space that is no sign of the raw text."""
_SIGN: Final = re.compile(
    r"[&\\\r\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff\ufe0f\u2010\u2013A-ZÀ-ÖØ-Þ-]"
    r"(?:(?<![A-ZÀ-ÖØ-Þ-])|(?<=[a-zà-öø-ÿ].)|(?<=-)(?=\r?\n))",
    re.DOTALL,
)
"""What each of these begins with; an accent stands behind its letter, a capital behind the word that is glued to it."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """An even text; its character `i` begins at character `at[i]` of the raw one."""

    text: str
    at: Sequence[int]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the even text, not empty, stands in the raw one."""
        return self.at[start], self.at[end - 1] + self._width(end - 1)

    def _width(self, index: int) -> int:
        return self.at[index + 1] - self.at[index]


def align(raw: str) -> Aligned:
    """Plain spaces and hyphens, typographic apostrophes, composed accents, entities read, a paragraph in one line."""
    parts: list[str] = []
    at = array("Q")
    done = 0
    for start, end, put in _edits(raw):
        parts.append(raw[done:start])
        at.extend(range(done, start))
        parts.append(put)
        at.extend(range(start, start + len(put)) if start < end else [start])
        done = end
    if not parts:
        return _joined(Aligned(_evened(raw), range(len(raw) + 1)))
    parts.append(raw[done:])
    at.extend(range(done, len(raw) + 1))
    return _joined(Aligned(_evened("".join(parts)), at))


def _joined(aligned: Aligned) -> Aligned:
    """The same with paragraphs in one line each: one space stands where a converter has ended a line."""
    parts: list[str] = []
    at = array("Q")
    done = 0
    for end, start in false_ends(aligned.text):
        parts += [aligned.text[done:end], " "]
        at.extend(aligned.at[done : end + 1])
        done = start
    if not parts:
        return aligned
    at.extend(aligned.at[done:])
    return Aligned("".join((*parts, aligned.text[done:])), at)


def _edits(raw: str) -> Iterator[tuple[int, int, str]]:
    """What is written otherwise: from where, to before where, and how; a lost line end, where no sign is replaced."""
    lost = seams(raw)
    ends = ((at, at, "\n") for at in sorted(lost))
    signs = ((match.start(), match.end(), _put(match)) for match in _shorter(raw))
    done = 0
    for start, end, put in merge(ends, signs, key=itemgetter(0)):
        if start >= done and not (put == " " and start == end and start in lost):
            yield start, end, put
            done = end


def _shorter(raw: str) -> Iterator[re.Match[str]]:
    """The matches of `_SHORTER`, tried only where there is a sign of one."""
    done = 0
    for sign in _SIGN.finditer(raw):
        start = sign.start() - 1 if "\u0300" <= sign[0] <= "\u036f" else sign.start()
        match = _SHORTER.match(raw, start) if start >= done else None
        if match:
            yield match
            done = match.end()


def _evened(text: str) -> str:
    return _UNEVEN.sub(lambda match: _EVEN[match[0]], text)


def _put(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "entity":
            read = html.unescape(match[0])
            return read if len(read) == 1 else match[0]
        case "line":
            return "\n"
        case "composed":
            return normalize("NFC", match[0])[:1]
        case "dash" | "hyphen":
            return "-"
        case "glued":
            return " "
        case _:
            return ""
