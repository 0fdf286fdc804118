"""Raw HTML in Markdown: what an editor may write passes, the rest is taken out.

The Markdown around the tags goes through untouched: it is replaced by placeholders while nh3
(ammonia) closes, balances and cleans what is HTML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import nh3

from generator.text.markup import code

TAGS: Final = frozenset(
    "abbr b blockquote br cite code dd del details dfn div dl dt em figcaption figure hr i img ins kbd li mark ol p pre "
    "q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
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
_TAG: Final = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>", re.S)
_NAME: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_OPEN, _CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A Markdown text without forbidden HTML, and the tags (« <script> ») that went, with their offsets."""

    markdown: str
    removed: tuple[tuple[str, int], ...]


def clean(markdown: str) -> Cleaned:
    """Take out of a Markdown text all HTML that is not on the list; code stays as it is."""
    spans = code(markdown)
    tags = [match for match in _TAG.finditer(markdown) if _is_html(match, spans)]
    if not tags:
        return Cleaned(markdown, ())
    text, kept = _with_placeholders(markdown, tags)
    cleaned = nh3.clean(
        text,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        clean_content_tags={"script", "style", "textarea", "template", "iframe", "noscript", "object"},
        url_schemes={"https", "mailto"},
        link_rel=None,
    )
    restored = re.sub(rf"{_OPEN}(\d+){_CLOSE}", lambda match: kept[int(match[1])], cleaned)
    return Cleaned(restored, tuple(_removed(tags)))


def _removed(tags: list[re.Match[str]]) -> Iterator[tuple[str, int]]:
    for match in tags:
        name = _NAME.match(match[0])
        if name and not match[0].startswith("</") and name[1].lower() not in TAGS:
            yield f"<{name[1].lower()}>", match.start()
        elif match[0].startswith("<!--") and not match[0].endswith("-->"):
            yield "<!-- (commentaire non fermé : la suite du texte disparaît)", match.start()


def _is_html(match: re.Match[str], code_spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a match is a tag, and not an address in angle brackets or a part of code."""
    if re.match(r"<[A-Za-z][\w+.-]*:|<[^\s<>@]+@", match[0]):
        return False
    return not any(start <= match.start() < end for start, end in code_spans)


def _with_placeholders(markdown: str, tags: list[re.Match[str]]) -> tuple[str, list[str]]:
    pieces: list[str] = []
    kept: list[str] = []
    at = 0
    for match in [*tags, None]:
        end = match.start() if match else len(markdown)
        if end > at:
            pieces.append(f"{_OPEN}{len(kept)}{_CLOSE}")
            kept.append(markdown[at:end].replace(_OPEN, "").replace(_CLOSE, ""))
        if match:
            pieces.append(match[0])
            at = match.end()
    return "".join(pieces), kept
