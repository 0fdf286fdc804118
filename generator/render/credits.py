"""Sources named in the editors' prose: each name leads to its page, with what ties the source to what it tells."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.link.bodies import Piece
from generator.model import Interest, Source
from generator.text.french import lower_first, typeset, upper_first
from generator.text.markup import Part, escape, replace, segments
from generator.text.sentences import around

_ARTICLE: Final = re.compile(r"^(?:(Le|La|Les) |(L)’)(?=\S)", re.I)
_BEHIND: Final = r"(?:(?<=\b[Ll]e )|(?<=\b[Ll]a )|(?<=\b[Ll]es )|(?<=\b[Dd]u )|(?<=\b[Ll]’))"
_QUOTED: Final = re.compile(r"«[^»]*»?")
"""Words that are somebody else's, or the name of a thing."""

Linked = Callable[[Source, str, tuple[Interest, ...]], str]
"""A source and the words that name it, as a page has them, with the ties that the text around them doesn't tell."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A stretch of a text that names a source for the first time, from `start` to before `end`."""

    start: int
    end: int
    source: Source
    untold: tuple[Interest, ...]
    """What ties it to what it tells, and no sentence that names it says."""


@dataclass(frozen=True, slots=True)
class Credits:
    """The names of a dossier's sources, ready to be looked for."""

    named: Mapping[str, Source]
    pattern: re.Pattern[str] = field(repr=False)
    ties: Mapping[Interest, re.Pattern[str]]
    """How prose says each tie, in one or many."""

    def prose(self, value: str, linked: Linked) -> str:
        """Plain text as Markdown, each source that it names linked once."""
        text = typeset(value)
        return _written(text, 0, len(text), self._first(text), linked)

    def sentence(self, pieces: Iterable[Piece], linked: Linked) -> str:
        """A quoted sentence, with what it is quoted for marked."""
        pieces = [Piece(typeset(piece.text), piece.marked) for piece in pieces]
        text = "".join(piece.text for piece in pieces)
        found, at, parts = self._first(text), 0, []
        for piece in pieces:
            end = at + len(piece.text)
            named = () if piece.marked else tuple(one for one in found if at <= one.start and one.end <= end)
            said = _written(text, at, end, named, linked)
            parts.append(f"<mark>{said}</mark>" if piece.marked else said)
            at = end
        return "".join(parts)

    def body(self, markdown: str, linked: Linked) -> str:
        """A body as Markdown, each source that its running text names linked once."""
        prose = [(one.start, one.end) for one in segments(markdown) if one.part is Part.PROSE]
        named = self._first(markdown, prose)
        return replace(markdown, [(one.start, one.end, _shown(markdown, one, linked)) for one in named])

    def _first(self, text: str, prose: Iterable[tuple[int, int]] | None = None) -> tuple[Credit, ...]:
        """The first stretch that names each source in a typeset text, outside quotation marks."""
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        found: dict[str, list[re.Match[str]]] = {}
        for start, end in [(0, len(text))] if prose is None else prose:
            for match in self.pattern.finditer(text, start, end):
                if not any(first <= match.start() < last for first, last in quoted):
                    found.setdefault(self.named[match["name"]].id, []).append(match)
        return tuple(self._credit(text, matches) for matches in found.values())

    def _credit(self, text: str, matches: list[re.Match[str]]) -> Credit:
        source = self.named[matches[0]["name"]]
        said = " ".join(text[slice(*around(text, *match.span()))] for match in matches)
        return Credit(*matches[0].span(), source, tuple(x for x in source.interest if not self.ties[x].search(said)))


def _written(text: str, start: int, end: int, named: Iterable[Credit], linked: Linked) -> str:
    """A stretch of plain text as Markdown, with some credits in it."""
    at, parts = start, []
    for one in named:
        parts += [_plain(text, at, one.start), _shown(text, one, linked)]
        at = one.end
    return "".join([*parts, _plain(text, at, end)])


def _plain(text: str, start: int, end: int) -> str:
    """Plain text as Markdown; behind what stands in its line already no mark begins a block."""
    return escape(f"x{text[start:end]}")[1:] if start else escape(text[:end])


def _shown(text: str, one: Credit, linked: Linked) -> str:
    return linked(one.source, text[one.start : one.end], one.untold)


def credits_of(sources: Iterable[Source], ties: Mapping[Interest, str]) -> Credits:
    """The names of some sources; `ties` are the words for what ties one to what it tells.

    A name of one word that has an article is looked for behind it alone: « du Temps », never « au temps » or « Temps ».
    """
    named: dict[str, Source] = {}
    behind: set[str] = set()
    for source in sources:
        for name in map(typeset, (source.name, *source.aliases)):
            bare = _ARTICLE.sub("", name)
            for form in (bare, lower_first(bare), upper_first(bare)) if " " in bare else (bare,):
                named.setdefault(form, source)
            if bare != name and " " not in bare:
                behind.add(bare)
    names = f"{_BEHIND}{_any(behind)}|{_any(named.keys() - behind)}"
    said = {tie: r"\s".join(f"{re.escape(word)}s?" for word in words.split()) for tie, words in ties.items()}
    return Credits(
        named,
        re.compile(rf"(?<![\w-])(?P<name>{names})(?![\w-]|\.\w)"),
        {tie: re.compile(pattern, re.I) for tie, pattern in said.items()},
    )


def _any(names: Iterable[str]) -> str:
    """A pattern for any of some names, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})"
