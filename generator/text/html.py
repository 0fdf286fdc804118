"""Raw HTML in Markdown: what an editor may write passes, the rest is taken out.

The Markdown around the tags goes through untouched: it is replaced by placeholders while nh3
(ammonia) closes, balances and cleans what is HTML. What is code is for Python-Markdown to say, and
it reads otherwise than `generator.text.markup` where code and raw HTML are mixed: a text in which
that could matter is rendered, and read again without any code if something forbidden came through.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

import nh3
from selectolax.lexbor import LexborHTMLParser

from generator.text.markup import Part, code, definitions, replace, segments
from generator.text.rendered import rendered

TAGS: Final = frozenset(
    "abbr b blockquote br cite code dd del details dfn div dl dt em figcaption figure hr i img ins kbd li mark ol p "
    "pre q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
ATTRIBUTES: Final = {
    "*": {"lang", "dir", "title", "class"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "img": {"src", "alt", "width", "height"},
    "q": {"cite"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
UNCLOSED: Final = "<!--"
"""What `Cleaned.removed` says of a comment without an end: all that follows is gone."""

_TOKEN: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^<>]*>"
    r"""|</?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>|</?[A-Za-z][^<>]*>""",
    re.S,
)
_ADDRESS: Final = re.compile(r"<https?://[^\s<>\"'`]+>|<(?:mailto:)?[\w.+-]+@[\w-]+\.[\w.-]+>", re.I)
_OPENING: Final = re.compile(r"<(?=[A-Za-z/!?])")
_NAME: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)|<([!?])")
_HANDLER: Final = re.compile(r"\{:?[^{}\n]*?\b(on\w+)\s*=[^{}\n]*\}", re.I)
_SCHEME: Final = re.compile(r"(?:javascript|vbscript|data):")
_EVENT: Final = re.compile(r"\bon\w+\s*=", re.I)
_INVISIBLE: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]+")
_RENDERED: Final = TAGS | frozenset("html head body a h1 h2 h3 h4 h5 h6".split())
_URLS: Final = frozenset("href src cite action formaction data poster background xlink:href".split())
_PASSES: Final = 4
_OPEN, _CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A Markdown text without forbidden HTML; what went (« <script> », « <p style> », « javascript: »), and where."""

    markdown: str
    removed: tuple[tuple[str, int], ...]


def clean(markdown: str) -> Cleaned:
    """Take out of a Markdown text all HTML that is not on the list, and what runs a program; code stays as it is.

    A text without « < » comes back as it was, but for links to `javascript:` and attributes (`{onclick=…}`).
    """
    if "<" not in markdown and not _is_risky(markdown):
        return Cleaned(markdown, ())
    text, removed = _once(markdown)
    for _ in range(_PASSES):  # what stood around a tag that went may make another
        again, more = _once(text)
        if again == text and _is_safe(text):
            return Cleaned(text, tuple(sorted(removed, key=lambda item: item[1])))
        if again == text:
            break
        text = again
        removed += [(what, markdown.find("<")) for what, _ in more]
    return _strictly(markdown)


def _once(markdown: str) -> tuple[str, list[tuple[str, int]]]:
    """A text cleaned from end to end, and what went."""
    spans = code(markdown)
    edits, gone = _without_programs(markdown, spans)
    text = replace(markdown, edits)
    tokens, strays = _scan(text, code(text))
    cleaned = _cleaned(text, tokens, strays) if tokens or strays else text
    return cleaned, [*gone, *_removed(_scan(markdown, spans)[0])]


def _strictly(markdown: str) -> Cleaned:
    """A text in which nothing counts as code or as a link any more: for what was written to deceive."""
    tokens, strays = _scan(markdown, ())
    cleaned = _cleaned(markdown, tokens, strays, plain=True)
    removed = tuple(_removed(tokens)) or (("<", max(0, markdown.find("<"))),)
    return Cleaned(cleaned if _is_safe(cleaned) else _as_entities(markdown), removed)


def _without_programs(
    markdown: str, spans: tuple[tuple[int, int], ...]
) -> tuple[list[tuple[int, int, str]], list[tuple[str, int]]]:
    """Edits that take programs out of links and attributes, and what they take out."""
    edits: list[tuple[int, int, str]] = []
    gone: list[tuple[str, int]] = []
    if _is_risky(markdown):
        for segment in segments(markdown):
            scheme = _SCHEME.match(_bare(markdown[segment.start : segment.end]).lower())
            if segment.part is Part.TARGET and scheme:
                edits.append((segment.start, segment.end, "#"))
                gone.append((scheme[0], segment.start))
        for definition in definitions(markdown):
            scheme = _SCHEME.match(_bare(definition.target).lower())
            start = markdown.find(definition.target, definition.start)
            if scheme and not any(low <= start < high for low, high, _ in edits):
                edits.append((start, start + len(definition.target), "#"))
                gone.append((scheme[0], start))
        for match in _HANDLER.finditer(markdown):
            if not any(start <= match.start() < end for start, end in (*spans, *((e[0], e[1]) for e in edits))):
                edits.append((*match.span(), ""))
                gone.append((f"{match[1]}=", match.start()))
    return edits, gone


def _is_risky(markdown: str) -> bool:
    """Whether a text names an event or an address that runs a program, be it only in passing."""
    return bool(_EVENT.search(markdown) or _SCHEME.search(_bare(markdown).lower()))


def _bare(text: str) -> str:
    """A text as a browser reads an address: entities decoded, white space gone."""
    return _INVISIBLE.sub("", html.unescape(text))


def _scan(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[list[re.Match[str]], list[int]]:
    """The tags and comments outside code, and each « < » that could open one but does not."""
    tokens: list[re.Match[str]] = []
    strays: list[int] = []
    at = 0
    while found := _OPENING.search(text, at):
        end = next((end for start, end in spans if start <= found.start() < end), None)
        address = _ADDRESS.match(text, found.start())
        if end is None and address is None:
            token = _TOKEN.match(text, found.start())
            if token:
                tokens.append(token)
                end = token.end()
            else:
                strays.append(found.start())
        at = end or (address.end() if address else found.end())
    return tokens, strays


def _removed(tokens: list[re.Match[str]]) -> Iterator[tuple[str, int]]:
    for token in tokens:
        if token[0].startswith("<!--"):
            if not token[0].endswith("-->"):
                yield UNCLOSED, token.start()
            continue
        name = _NAME.match(token[0])
        tag = (name[1] or name[2]).lower() if name else ""
        if token[0].startswith("</"):
            continue
        if tag not in TAGS:
            yield f"<{tag}>", token.start()
            continue
        admitted = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set())
        for attribute in _attributes(token[0]):
            if attribute not in admitted:
                yield f"<{tag} {attribute}>", token.start()


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag in a Markdown text: its name and attributes in lower case, and where it stands."""

    name: str
    attributes: Mapping[str, str]
    start: int


def tags(markdown: str) -> tuple[Tag, ...]:
    """The opening tags of a Markdown text, those in code left out."""
    if "<" not in markdown:
        return ()
    found = ((token, _NAME.match(token[0])) for token in _scan(markdown, code(markdown))[0])
    return tuple(
        Tag(name[1].lower(), _attributes(token[0]), token.start())
        for token, name in found
        if name and name[1] and not token[0].startswith("</")
    )


class _Attributes(HTMLParser):
    """Reads a tag's attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            self.found.setdefault(name, value or "")


def _attributes(tag: str) -> dict[str, str]:
    parser = _Attributes()
    parser.feed(tag)
    return parser.found


def _cleaned(text: str, tokens: list[re.Match[str]], strays: list[int], *, plain: bool = False) -> str:
    """The text with its tags cleaned; `plain` makes entities of all that Markdown could read between them."""
    pieces: list[str] = []
    kept: list[str] = []
    at = 0
    for token in [*tokens, None]:
        end = token.start() if token else len(text)
        between = replace(text[at:end], [(stray - at, stray - at + 1, "&lt;") for stray in strays if at <= stray < end])
        between = between.replace(_OPEN, "").replace(_CLOSE, "") if tokens else between
        if between.strip(" \t\n"):
            pieces.append(f"{_OPEN}{len(kept)}{_CLOSE}")
            kept.append(_as_entities(between) if plain else between)
        else:
            pieces.append(between)  # as it is: in a table, a placeholder would be text in the wrong place
        if token:
            pieces.append(token[0].replace(_OPEN, "").replace(_CLOSE, ""))
            at = token.end()
    cleaned = nh3.clean(
        "".join(pieces),
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        clean_content_tags={"script", "style", "textarea", "template", "iframe", "noscript", "object"},
        url_schemes={"https", "mailto"},
        link_rel=None,
    )
    return re.sub(rf"{_OPEN}(\d+){_CLOSE}", lambda match: kept[int(match[1])], cleaned)


def _as_entities(text: str) -> str:
    return re.sub(r"[<\[\]{}`]", lambda match: f"&#{ord(match[0])};", text)


def _is_safe(markdown: str) -> bool:
    """Whether nothing runs in the page that Python-Markdown makes of a cleaned text."""
    in_code = any("<" in markdown[start:end] for start, end in code(markdown))
    if not in_code and not _ADDRESS.search(markdown) and not _is_risky(markdown):
        return True
    for node in LexborHTMLParser(rendered(markdown)).css("*"):
        if node.tag not in _RENDERED:
            return False
        for name, value in node.attributes.items():
            if name.startswith("on") or (name in _URLS and _SCHEME.match(_bare(value or "").lower())):
                return False
    return True
