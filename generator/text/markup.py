"""Markdown as text: which stretches are prose, and which a program must leave alone.

Positions are character offsets. Python-Markdown, which MkDocs uses, tells no positions, so the
syntax is read here; what is unclear counts as not prose, and so stays as it was written.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from markdown.util import BLOCK_LEVEL_ELEMENTS

from generator.text.french import typeset


class Part(Enum):
    """What a stretch of Markdown is."""

    PROSE = auto()
    """Running text: may be typeset and linked."""
    HEADING = auto()
    """Text of a heading: typeset, never linked."""
    LINK_TEXT = auto()
    """Text of a link or an image: typeset, never linked."""
    RAW = auto()
    """Text where no Markdown is read, in tags that make a block or behind an abbreviation: typeset, never linked."""
    TARGET = auto()
    """Where a link or an image leads, without parentheses or title."""
    VERBATIM = auto()
    """Code, tags, addresses, marks of the syntax: left as it is."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text, from `start` to before `end`; `image` says so of an image's text and target."""

    start: int
    end: int
    part: Part
    image: bool = False


_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?^ {0,3}(?P=fence)[`~]*[ \t]*$|.*\Z)", re.M | re.S)
_INDENTED = re.compile(r"(?:\A|(?<=\n\n))(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+", re.M)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_ELEMENT = re.compile(r"<(?P<tag>a|code|pre|script|style|textarea|svg|math)\b[^>]*>.*?</(?P=tag)\s*>", re.S | re.I)
_BLOCK = re.compile(rf"^ {{0,3}}<(?P<tag>{'|'.join(sorted({*BLOCK_LEVEL_ELEMENTS} - {'hr'}))})\b", re.M | re.I)
_CODE = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.S)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*$|^ {0,3}\*\[[^\]\n]+\]:", re.M)
_ABBREVIATION = re.compile(r"^ {0,3}\*\[[^\]\n]+\]:[^\n]*$", re.M)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>|<[^<>\s@]+@[^<>\s]+>")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\]»]+|\b[\w.+-]+@[\w-]+\.[\w.-]+")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.I)
_ATTRIBUTES = re.compile(r"\{:?[ ]*[#.:\w][^{}\n]*\}")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]:?")
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()#+.!|<>~:-]")
_MARKS = r" {0,3}(?:(?:[-+*]|\d{1,9}\.)[ \t]+|>[ \t]?)*"
"""What makes a line the first one of an item or a quotation, which may be a heading too."""
_HEADING = re.compile(rf"^{_MARKS}#{{1,6}}[^\n]*$|^[^\n]+\n(?==+[ \t]*$|-+[ \t]*$)", re.M)
_RULE = re.compile(r"^[ \t]*(?:[-=*_|: \t]{3,})$", re.M)
_LINK = re.compile(
    r"(?P<open>!?\[)(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
    r"(?:\((?P<pad>[ \t]*<?)(?P<target>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?"
    r"(?:[ \t\n]+(?:\"[^\"]*\"|'[^']*'))?[ \t]*\)"
    r"|[ ]?\[(?P<ref>[^\[\]\n]*)\])"
)
_NOTE = re.compile(r"(?P<indent>^ {0,3})?(?<!\\)\[\^(?P<label>[^\]\n]*)\](?P<colon>:)?", re.M)
_LABEL = re.compile(r"^ {0,3}\[(?!\^)(?P<label>[^\[\]\n]+)\]:[ ]*\n?[ ]*<?(?P<target>[^\s<>]+)>?", re.M)
_BLOCK_START = re.compile(r"^(\s*\d*)(?:(?<!\d)([#+\-:=~])|(?<=\d)([.)]))")
_INLINE: Final = (_CODE, _DEFINITION, _TAG)
_ITEM: Final = re.compile(r" {0,3}(?:[-*+]|\d+\.)[ \t]")
_FURTHER_IN: Final = re.compile(r"(?:[ ]{4}|\t){2}")
_LATER: Final = (_ADDRESS, _ATTRIBUTES, _FOOTNOTE, _ENTITY, _ESCAPE, _RULE)


@lru_cache(maxsize=2**14)  # a body is asked about its links, its headings and its words, again and again
def segments(text: str) -> tuple[Segment, ...]:
    """The whole of a Markdown text, cut into parts that neither overlap nor leave a gap."""
    parts: list[Part] = [Part.PROSE] * len(text)
    image = bytearray(len(text))
    _mark(parts, _blocks(text), Part.VERBATIM)
    for start, end in (*_raw_blocks(text, parts), *(match.span() for match in _ABBREVIATION.finditer(text))):
        _paint(parts, start, end, Part.RAW)
    for pattern in _INLINE:
        _mark(parts, pattern.finditer(text), Part.VERBATIM)
    for match in _HEADING.finditer(text):
        _paint(parts, match.start(), match.end(), Part.HEADING)
    for match in _linked(text):
        _mark_link(parts, image, match)
    for pattern in _LATER:
        _mark(parts, pattern.finditer(text), Part.VERBATIM)
    return tuple(_runs(parts, image))


@dataclass(frozen=True, slots=True)
class Link:
    """An inline link or image: its whole stretch, and those of its text and its target."""

    start: int
    end: int
    text: tuple[int, int]
    target: tuple[int, int]
    image: bool


def links(text: str) -> tuple[Link, ...]:
    """The inline links and images of a Markdown text, in order; those inside code do not count.

    An image may stand in the text of a link: it comes after the link.
    """
    targets = {segment.start for segment in segments(text) if segment.part is Part.TARGET}
    return tuple(
        Link(*match.span(), match.span("text"), match.span("target"), match["open"] == "![")
        for match in _linked(text)
        if match["target"] and match.start("target") in targets
    )


def _linked(text: str) -> Iterator[re.Match[str]]:
    for match in _LINK.finditer(text):
        yield match
        yield from _LINK.finditer(text, *match.span("text"))


@dataclass(frozen=True, slots=True)
class Definition:
    """What a label of a link in two parts (`[words][label]`) stands for: `[label]: target`."""

    start: int
    label: str
    target: str


def definitions(text: str) -> tuple[Definition, ...]:
    """The definitions of labels outside code; those of footnotes and abbreviations are none."""
    hidden = list(silent(text))
    return tuple(
        Definition(match.start(), _label(match["label"]), match["target"])
        for match in _LABEL.finditer(text)
        if not _within(match.start(), hidden)
    )


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or image in two parts, `[words][label]` or `[label][]`."""

    start: int
    words: str
    label: str
    image: bool


def references(text: str) -> tuple[Reference, ...]:
    """The links and images in two parts, those in code left out; their labels may be defined nowhere."""
    brackets = {segment.start for segment in segments(text) if segment.part is Part.VERBATIM}
    return tuple(
        Reference(match.start(), match["text"], _label(match["ref"] or match["text"]), match["open"] == "![")
        for match in _linked(text)
        if match["ref"] is not None and match.start() in brackets and match["text"][:1] != "^"
    )


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's definition, `[^label]: text`, or its call, `[^label]`."""

    start: int
    label: str
    definition: bool


def footnotes(text: str) -> tuple[Note, ...]:
    """The definitions and calls of footnotes outside code, in order."""
    hidden = list(silent(text))
    return tuple(
        Note(match.end("label"), match["label"], match["indent"] is not None and match["colon"] is not None)
        for match in _NOTE.finditer(text)
        if not _within(match.end("label"), hidden)
    )


def _label(text: str) -> str:
    return " ".join(text.lower().split())


def headings(text: str) -> tuple[tuple[int, int], ...]:
    """The headings of a Markdown text in order: where each begins, and its level from 1 to 6."""
    starts = {segment.start for segment in segments(text) if segment.part is Part.HEADING}
    found = (match for match in _HEADING.finditer(text) if match.start() in starts)
    return tuple((match.start(), _level(text, match)) for match in found)


def _level(text: str, match: re.Match[str]) -> int:
    marks = re.match(rf"{_MARKS}(#+)", match[0])
    return len(marks[1]) if marks else 1 if text[match.end() : match.end() + 1] == "=" else 2


def silent(text: str) -> Iterator[tuple[int, int]]:
    """Where no Markdown is read: comments, elements of HTML, code of all kinds."""
    yield from (match.span() for match in (*_blocks(text), *_CODE.finditer(text)))


def _blocks(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_FENCE, _COMMENT, _ELEMENT):
        yield from pattern.finditer(text)
    yield from indented(text)


def indented(text: str) -> Iterator[re.Match[str]]:
    """Code that its indent makes; in an item of a list the same indent makes a paragraph, and twice as much code."""
    in_list, apart, done = False, True, 0
    for match in _INDENTED.finditer(text):
        for line in text[done : match.start()].split("\n"):
            if _ITEM.match(line):
                in_list = True
            elif apart and line[:1].strip():  # what follows an item without an empty line goes on in it
                in_list = False
            apart = not line.strip()
        if not in_list or _FURTHER_IN.match(match[0]):
            yield match
        done = match.end()


def code(text: str) -> tuple[tuple[int, int], ...]:
    """Fenced and inline code. Indented code is left out: in a list it would be running text."""
    fences = [match.span() for match in _FENCE.finditer(text)]
    spans = [match.span() for match in _CODE.finditer(text) if not _within(match.start(), fences)]
    return (*fences, *spans)


def _within(at: int, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in stretches)


def _raw_blocks(text: str, parts: list[Part]) -> Iterator[tuple[int, int]]:
    """HTML elements that begin a line: Python-Markdown hands them through up to their closing tag."""
    end = 0
    for opening in _BLOCK.finditer(text):
        if opening.start() >= end and parts[opening.end() - 1] is not Part.VERBATIM:
            end = _closed(text, opening.start(), opening["tag"])
            yield opening.start(), end


def _closed(text: str, start: int, tag: str) -> int:
    """Where the element ends that begins at `start`: the end of the text where nothing closes it."""
    depth = 0
    for match in re.compile(rf"<(/?){tag}\b[^<>]*>", re.I).finditer(text, start):
        depth += -1 if match[1] else 1
        if not depth:
            return match.end()
    return len(text)


def _paint(parts: list[Part], start: int, end: int, part: Part, over: Part = Part.PROSE) -> None:
    for at in range(start, end):
        if parts[at] is over:
            parts[at] = part


def _mark(parts: list[Part], matches: Iterator[re.Match[str]], part: Part) -> None:
    """Paint the matches, but none that begins inside what is verbatim already."""
    for match in matches:
        if match.end() > match.start() and parts[match.start()] not in {Part.VERBATIM, Part.TARGET}:
            for at in range(match.start(), match.end()):
                if parts[at] is not Part.TARGET:
                    parts[at] = part


def _mark_link(parts: list[Part], image: bytearray, match: re.Match[str]) -> None:
    if parts[match.start()] in {Part.VERBATIM, Part.RAW} or parts[match.end() - 1] is Part.VERBATIM:
        return
    was = parts[match.start()]
    for at in range(match.start(), match.end()):
        inside = match.start("text") <= at < match.end("text")
        if not inside:
            parts[at] = Part.VERBATIM
        elif parts[at] is Part.PROSE or (parts[at] is was and was is Part.HEADING):
            parts[at] = Part.LINK_TEXT
    if match["target"]:
        parts[match.start("target") : match.end("target")] = [Part.TARGET] * len(match["target"])
    if match["open"] == "![":
        image[match.start() : match.end()] = b"\1" * (match.end() - match.start())


def _runs(parts: list[Part], image: bytearray) -> Iterator[Segment]:
    start = 0
    for at in range(1, len(parts) + 1):
        if at == len(parts) or parts[at] is not parts[start] or image[at] != image[start]:
            yield Segment(start, at, parts[start], bool(image[start]))
            start = at


def replace(text: str, edits: list[tuple[int, int, str]]) -> str:
    """`text` with each stretch (start, end) replaced; the edits do not overlap."""
    pieces, at = [], 0
    for start, end, new in sorted(edits):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def typeset_prose(text: str) -> str:
    """Markdown with its prose, headings and link texts typeset as French wants it."""
    pieces = []
    for segment in segments(text):
        piece = text[segment.start : segment.end]
        if segment.part in {Part.PROSE, Part.HEADING, Part.LINK_TEXT, Part.RAW}:
            follows = text[: segment.start].endswith((")", "]", "`", ">"))  # a link, code, a tag: as a word would
            piece = typeset(f"x{piece}")[1:] if follows else typeset(piece)
        pieces.append(piece)
    return "".join(pieces)


def plain(markdown: str) -> str:
    """The words that a reader of the Markdown sees, on one line: no links, no emphasis, no tags."""
    text = _COMMENT.sub("", markdown)
    for _ in range(2):  # an image may be the text of a link
        text = _LINK.sub(lambda match: "" if match["open"] == "![" else match["text"], text)
    text = _FOOTNOTE.sub("", text)
    text = _TAG.sub("", text)
    text = re.sub(r"(?<![\\\s])[*`]+|(?<!\\)[*`]+(?!\s)|(?<![\w\\])_+|(?<!\\)_+(?!\w)", "", text)
    text = re.sub(r"^[ \t]*(?:#{1,6}|>+|[-+*]|\d+\.)[ \t]+", "", text, flags=re.M)
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!|<>~:-])", r"\1", text)
    return re.sub(r"[ \t\n]+", " ", html.unescape(text)).strip()


def escape(text: str) -> str:
    """Plain text as Markdown shows it unchanged, and as HTML takes it."""
    escaped = html.escape(text.replace("\n", " "), quote=False)
    escaped = re.sub(r"([\\`*_\[\]{}|])", r"\\\1", escaped)
    return _BLOCK_START.sub(lambda match: f"{match[1]}&#{ord(match[2] or match[3])};", escaped)
