"""What a Markdown text shows as somebody's words, by whatever marks, and marks that are never closed."""

import re
from typing import Final

_PARAGRAPH: Final = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_MARKED: Final = re.compile(
    r"«[^«»]*»|„[^„“”]*[“”]|“[^“”]*”|‹[^‹›]*›|(?<!\d)\"[^\"]*\"|''(?:[^'\n]|'(?!'))*''|(?<!\w)‘(?:[^‘’]|’(?=\w))*’(?!\w)"
)
"""A straight mark behind a digit is an inch or a second."""
_BLOCK: Final = re.compile(r"(?:^ {0,3}>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_GUILLEMETS: Final = re.compile("[«»]")


def passages(prose: str) -> tuple[tuple[int, int], ...]:
    """Stretches between quotation marks of any kind, which pair within a paragraph, and quoted blocks, in order.

    `prose` is a body with addresses, tags and code blanked out: they have quotation marks of their own.
    """
    blocks = [match.span() for match in _BLOCK.finditer(prose)]
    marked = [
        (start + match.start() + _width(match[0]), start + match.end() - _width(match[0]))
        for start, paragraph in _paragraphs(prose)
        for match in _MARKED.finditer(paragraph)
    ]
    outside = [span for span in marked if not any(start < span[1] and span[0] < end for start, end in blocks)]
    return tuple(sorted((*blocks, *outside)))


def _width(marked: str) -> int:
    """How many letters each of the two marks has."""
    return 2 if marked.startswith("''") else 1


def unclosed(prose: str) -> tuple[int, ...]:
    """Where guillemets open that are not closed before their paragraph ends."""
    found: list[int] = []
    for start, paragraph in _paragraphs(prose):
        opened: list[int] = []
        for match in _GUILLEMETS.finditer(paragraph):
            if match[0] == "«":
                opened.append(start + match.start())
            elif opened:
                opened.pop()
        found += opened
    return tuple(found)


def _paragraphs(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in _PARAGRAPH.finditer(text)]
