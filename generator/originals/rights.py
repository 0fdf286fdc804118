"""How much of an article's own words a notice shows: every passage marked, few of its words, a small share of it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.diagnostics import Problem
from generator.fields import Record
from generator.load.document import Document, Position
from generator.model import Article, Entity, Kind, Page, QuoteLimits, TextKind
from generator.routes import Ref
from generator.text import quoted
from generator.text.markup import Part, plain, segments
from generator.text.quotations import find
from generator.text.words import word_count

QUOTED: Final = re.compile(r"«([^«»]*)»")
"""A passage between guillemets."""
_BLOCK_MARK: Final = re.compile(r"^ {0,3}> ?", re.MULTILINE)
_CUT: Final = re.compile(r"\[[^\[\]]*\]|\((?:…|\.{3})\)")
"""What stands in a quotation without being the speaker's: that something was left out, or a word put in."""
_END_SIGNS: Final = " \u00a0\u202f.,;:!?…"
_WORDS_OF_OTHERS: Final = frozenset({("quotes", "text"), ("claims", "quote"), ("accusations", "quote")})
"""Fields that hold an article's own words and nothing else."""
_NO_PROSE: Final = frozenset({"source", "original", "archive", "url", "licence", "formerly", "events"})
"""Fields that name other things: publications, files, addresses."""


def written(record: Record) -> Iterator[tuple[Position, str]]:
    """All texts of a record that its pages show as our own words, each with its place; the body last, at none."""
    yield from _ours(_texts(record.model_dump(by_alias=True, exclude={"id", "path", "body"}), ()))
    if isinstance(record, Entity):
        yield (), prose(record.body)


def written_in(document: Document) -> Iterator[tuple[Position, str]]:
    """The same of a file that is no record, for a bad field of it, as far as it can be read."""
    yield from _ours(document.texts())
    yield (), prose(document.body)


def _ours(texts: Iterable[tuple[Position, str]]) -> Iterator[tuple[Position, str]]:
    for position, value in texts:
        keys = _keys(position)
        if keys not in _WORDS_OF_OTHERS and not _NO_PROSE.intersection(keys):
            yield position, value


def _keys(position: Position) -> tuple[str, ...]:
    return tuple(key for key in position if isinstance(key, str))


def _texts(value: object, at: Position) -> Iterator[tuple[Position, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict | list | tuple):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inner, (*at, key))


def passages(text: str) -> Iterator[tuple[str, int]]:
    """What a text shows as somebody's words, between marks of any kind or as a block, with where it begins."""
    for start, end in quoted.passages(text):
        passage = " ".join(_BLOCK_MARK.sub("", text[start:end]).split())
        if word_count(passage):
            yield passage, start


def stands_in(passage: str, texts: Iterable[str]) -> bool:
    """Whether one of some texts in lower case has a passage, capitals, emphasis, end signs, cuts aside."""
    pieces = [piece.strip(_END_SIGNS) for piece in _CUT.split(plain(passage).lower())]
    return any(all(find(piece, text) for piece in pieces if piece) for text in texts)


def line_of(document: Document, position: Position, offset: int) -> int:
    """The file's line of a place in one of the texts that `written` gives."""
    return document.line(*position) if position else document.body_line_at(offset)


def share_problem(article: Article, document: Document, limits: QuoteLimits, words: int) -> tuple[Problem, ...]:
    """A problem if what a notice quotes, listed or not, makes too large a share of an original of so many words."""
    shown = quoted_words(article)
    if article.text is TextKind.NOTICE and 100 * shown > limits.max_share * words:
        return (too_large_a_share(document, shown, words, limits, "Les citations"),)
    return ()


def too_large_a_share(document: Document, shown: int, words: int, limits: QuoteLimits, what: str) -> Problem:
    """The problem of so many words, quoted of an original of so many."""
    share = f"{100 * shown / words:.0f}" if words else "100"
    told = f"{what} font {shown} mots, soit {share} % des {words} mots de l’original."
    expected = f"{limits.max_share:g} % au plus (réglage de dossier.yml)"
    return document.problem("E222", document.line("quotes"), told, expected=expected)


def quoted_words(article: Article) -> int:
    """How many words of its article a notice quotes: where they are listed as quotations, and in all other texts."""
    listed = {text for text, _ in quotations(article)}
    marked = {passage for _, text in written(article) for passage, _ in passages(text)}
    beside = {passage for passage in marked if not stands_in(passage, map(str.lower, listed))}
    return sum(map(word_count, listed | beside))


def is_our_account(record: Record) -> bool:
    """Whether what stands in a record is in our own words: all but what is published by licence."""
    return not isinstance(record, Article) or record.text is TextKind.NOTICE


def is_meant_as_our_account(ref: Ref, document: Document) -> bool:
    """The same of a file that is no record; a page by hand speaks of terms (`speaks_of_terms`)."""
    copied = document.metadata.get("text") in [TextKind.EXTRACT, TextKind.FULL]  # it may be a list, too
    return ref.kind is not Kind.PAGE and not copied


def speaks_of_terms(record: Record) -> bool:
    """Whether what stands between guillemets may be no quotation: pages written by hand speak of terms and rules."""
    return isinstance(record, Page)


def quotations(article: Article) -> Iterator[tuple[str, Position]]:
    """Every text of an article's front matter that gives the article's own words, with its place."""
    for index, quote in enumerate(article.quotes):
        yield quote.text, ("quotes", index, "text")
    for index, claim in enumerate(article.claims):
        if claim.quote:
            yield claim.quote, ("claims", index, "quote")
    for index, accusation in enumerate(article.accusations):
        if accusation.quote:
            yield accusation.quote, ("accusations", index, "quote")


def quotations_in(document: Document) -> Iterator[tuple[str, Position]]:
    """The same of a file that is no record."""
    return ((text, position) for position, text in document.texts() if _keys(position) in _WORDS_OF_OTHERS)


def prose(body: str) -> str:
    """A body with blanks, as many, for what is not running text: addresses, tags and code."""
    return "".join(
        " " * (part.end - part.start) if part.part in {Part.TARGET, Part.VERBATIM} else body[part.start : part.end]
        for part in segments(body)
    )
