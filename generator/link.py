"""Tying texts together: names become links, and each link knows the sentence it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.dates import Edtf
from generator.model import Entity, Kind
from generator.routes import MEDIA, Ref, content_target, ref_of, relative, src_uri
from generator.text.html import clean
from generator.text.markup import Part, Segment, plain, replace, segments, typeset_prose
from generator.text.mentions import Form, Lexicon, Mention, find
from generator.text.sentences import around


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quoted sentence; `marked` where it is what the backlink is about."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Backlink:
    """A sentence of `source` that mentions `target`, as plain text in pieces."""

    target: Ref
    source: Ref
    sentence: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A body as its page has it, and what it mentions, in order."""

    markdown: str
    backlinks: tuple[Backlink, ...]


def link(entity: Entity, ref: Ref, words: Lexicon, day: Edtf | None) -> Linked:
    """Clean, typeset and link a body; `day` is the day of the text, by which offices are understood."""
    text = typeset_prose(clean(entity.body).markdown)
    parts = segments(text)
    mentions = tuple(m for m in find(text, words, day) if (m.kind, m.id) != (ref.kind, ref.id))
    page = src_uri(ref)
    edits = [*_retargeted(text, parts, entity.path, page), *_first_mentions(text, parts, mentions, page)]
    stretches = [*((Ref(m.kind, m.id), m.start, m.end) for m in mentions), *_linked_events(text, parts, entity.path)]
    return Linked(replace(text, edits), tuple(_backlinks(text, ref, stretches)))


def _retargeted(
    text: str, parts: tuple[Segment, ...], path: PurePosixPath, page: str
) -> Iterator[tuple[int, int, str]]:
    """Links between files of content/ as links between their pages."""
    for segment in parts:
        if segment.part is Part.TARGET:
            target = text[segment.start : segment.end]
            file = content_target(target, path)
            if file:
                ref = ref_of(file)
                uri = src_uri(ref) if ref else "/".join((MEDIA, *file.parts[1:]))
                anchor = target.partition("#")[2]
                yield segment.start, segment.end, relative(f"{uri}#{anchor}" if anchor else uri, page)


def _first_mentions(
    text: str, parts: tuple[Segment, ...], mentions: tuple[Mention, ...], page: str
) -> Iterator[tuple[int, int, str]]:
    """A link at the first mention in each section: by name where there is one, else by office."""
    headings = sorted({segment.start for segment in parts if segment.part is Part.HEADING})
    chosen: dict[tuple[int, Ref], Mention] = {}
    for mention in mentions:
        if mention.linkable and not text[: mention.start].endswith(("!", "]", "\\")):
            key = (sum(start <= mention.start for start in headings), Ref(mention.kind, mention.id))
            if key not in chosen or (chosen[key].form is Form.DESCRIPTION and mention.form is Form.NAME):
                chosen[key] = mention
    for (_, ref), mention in chosen.items():
        yield mention.start, mention.end, f"[{text[mention.start : mention.end]}]({relative(src_uri(ref), page)})"


def _linked_events(text: str, parts: tuple[Segment, ...], path: PurePosixPath) -> Iterator[tuple[Ref, int, int]]:
    """The texts of the editor's own links to events."""
    label: tuple[int, int] | None = None
    for segment in parts:
        if segment.part is Part.LINK_TEXT:
            label = (label[0] if label else segment.start, segment.end)
        elif segment.part is Part.TARGET:
            file = content_target(text[segment.start : segment.end], path)
            ref = ref_of(file) if file else None
            if label and ref and ref.kind is Kind.EVENT:
                yield ref, *label
            label = None


_MARK, _UNMARK = "\ue010", "\ue011"


def _backlinks(text: str, source: Ref, stretches: list[tuple[Ref, int, int]]) -> Iterator[Backlink]:
    """One backlink for each sentence and target, however often the sentence has it."""
    marked: dict[tuple[int, int, Ref], list[tuple[int, int]]] = {}
    for ref, start, end in sorted(stretches, key=lambda stretch: stretch[1:]):
        marked.setdefault((*around(text, start, end), ref), []).append((start, end))
    for (start, end, ref), found in marked.items():
        edits = [(at - start, to - start, f"{_MARK}{text[at:to]}{_UNMARK}") for at, to in found]
        yield Backlink(ref, source, tuple(_pieces(plain(replace(text[start:end], edits)))))


def _pieces(text: str) -> Iterator[Piece]:
    for part in text.split(_MARK):
        marked, mark, rest = part.rpartition(_UNMARK)
        if mark:
            yield Piece(marked, True)
        if rest:
            yield Piece(rest, False)
