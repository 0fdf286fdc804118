"""Tying texts together: names become links, and each link knows the sentence it stands in."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from generator.dates import Edtf
from generator.model import Entity, Kind
from generator.routes import MEDIA, Ref, content_target, ref_of, relative, src_uri
from generator.text.html import clean
from generator.text.markup import Link, headings, links, plain, replace, typeset_prose
from generator.text.mentions import Form, Lexicon, Mention, OtherDay, find
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


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """What linking must know of the dossier beside the text; itself its only equal."""

    words: Lexicon
    event_days: Mapping[str, Edtf]
    """The day of each event, by its id."""
    unpublished: frozenset[Ref] = frozenset()
    """Drafts: a link to one becomes its bare text."""


def link(entity: Entity, ref: Ref, day: Edtf | None, shelf: Shelf) -> Linked:
    """Clean, typeset and link a body; `day` is the day of the text, by which offices are understood.

    A sentence that the editor links to an event is understood by the event's day.
    """
    text = typeset_prose(clean(entity.body).markdown)
    written = tuple(_content_links(text, entity.path))
    found = find(text, shelf.words, day, tuple(_other_days(text, written, shelf.event_days)))
    mentions = tuple(m for m in found if (m.kind, m.id) != (ref.kind, ref.id))
    edits = [
        *_retargeted(text, written, src_uri(ref), shelf.unpublished),
        *_first_mentions(text, mentions, src_uri(ref)),
    ]
    stretches = [(Ref(m.kind, m.id), m.start, m.end) for m in mentions]
    stretches += [(target, *found.text) for found, _, target in written if target and target.kind is Kind.EVENT]
    return Linked(replace(text, edits), tuple(_backlinks(text, ref, stretches)))


def _other_days(
    text: str, written: tuple[tuple[Link, PurePosixPath, Ref | None], ...], days: Mapping[str, Edtf]
) -> Iterator[OtherDay]:
    """The sentences that tell of an event, with its day; several times over where they tell of several."""
    for found, _, ref in written:
        if ref and ref.kind is Kind.EVENT and ref.id in days:
            yield OtherDay(*around(text, found.start, found.end), days[ref.id])


def linked_from(entity: Entity) -> Iterator[Ref]:
    """The things to which the links of a body lead, as its editor wrote them."""
    return (ref for _, _, ref in _content_links(entity.body, entity.path) if ref)


def _content_links(text: str, path: PurePosixPath) -> Iterator[tuple[Link, PurePosixPath, Ref | None]]:
    """The links to files of content/, with the thing that each describes."""
    for found in links(text):
        file = content_target(text[slice(*found.target)], path)
        if file:
            yield found, file, ref_of(file)


def _retargeted(
    text: str,
    written: tuple[tuple[Link, PurePosixPath, Ref | None], ...],
    page: str,
    unpublished: frozenset[Ref],
) -> Iterator[tuple[int, int, str]]:
    """Links between files of content/ as links between their pages."""
    for found, file, ref in written:
        if ref in unpublished:  # two cuts around the text, in which an image may have its own edit
            yield found.start, found.text[0], ""
            yield found.text[1], found.end, ""
            continue
        uri = src_uri(ref) if ref else quote("/".join((MEDIA, *file.parts[1:])))
        _, mark, anchor = text[slice(*found.target)].partition("#")
        yield *found.target, relative(uri + mark + anchor, page)


def _first_mentions(text: str, mentions: tuple[Mention, ...], page: str) -> Iterator[tuple[int, int, str]]:
    """A link at the first mention in each section: by name where there is one, else by office."""
    starts = [start for start, _ in headings(text)]
    chosen: dict[tuple[int, Ref], Mention] = {}
    for mention in mentions:
        if mention.linkable and not text[: mention.start].endswith(("!", "]", "\\")):
            key = (bisect_right(starts, mention.start), Ref(mention.kind, mention.id))
            if key not in chosen or (chosen[key].form is Form.DESCRIPTION and mention.form is Form.NAME):
                chosen[key] = mention
    for (_, ref), mention in chosen.items():
        yield mention.start, mention.end, f"[{text[mention.start : mention.end]}]({relative(src_uri(ref), page)})"


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
