"""The last pass over the built HTML: security policy, the theme's faults mended, notes for paper, what must hold."""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.memo import Compute, afresh
from generator.publish.endnotes import add_endnotes
from generator.words import LANGUAGE

_DIRECTIVES: Final = (
    "default-src 'none'",
    "script-src 'self'{scripts}",
    "style-src 'self'",
    "img-src 'self' data:{tiles}",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
_ARTICLE: Final = "article.md-content__inner"
_THEME_SCRIPTS: Final = frozenset(
    {
        "7eb3684fdacd2881f67b9428983273a29d8774d8bc82622af9b65a8ec1032a90",  # how a reader's settings are kept
        "213d571a86bd568ccb65bf92ca3cf95284d8c140997189b0272a503b72fa3988",  # the same, in Zensical 0.0.73
        "0eb10c249dbdb0beef225a10ce5cbe55418cc4a7014cc208f8e7d6ed8f00906e",  # light or dark
        "ffcc0f7735fdab434d257c80e65cec2e88d716991e69757185b7e450e41a5b2f",  # the tab that an address names
    }
)
"""The inline scripts of Material 9.8.1, by their SHA-256 with the path to the site's root left out."""
_ROOT: Final = re.compile(r'^__md_scope=new URL\("[^"<>]*",')
_FETCHING: Final = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "video": "src"}
_RELATIONS_THAT_FETCH: Final = frozenset(
    "stylesheet icon preload modulepreload prefetch preconnect dns-prefetch manifest".split()
)


@dataclass(frozen=True, slots=True)
class Finished:
    """A page as it is published, and what forbids to publish it."""

    html: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FinishedSite:
    """How many pages were finished, and what forbids to publish them, each fault with its page."""

    pages: int
    faults: tuple[str, ...]


def finish(html: str, path: str = "", language: str = LANGUAGE) -> Finished:
    """Finish one page, which is in a language and stands at a path of the site."""
    tree = LexborHTMLParser(html)
    faults = tuple(_faults(tree, language))
    _mend(tree)
    add_endnotes(tree, path)
    scripts = "".join(f" 'sha256-{digest}'" for digest in _digests(tree))
    policy = "; ".join(_DIRECTIVES).format(scripts=scripts, tiles="".join(f" {host}" for host in _tile_hosts(tree)))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    out = re.sub(r"(<meta charset=[^>]*>)", lambda match: match[1] + meta, tree.html or "", count=1)
    return Finished(out, faults)


def _digests(tree: LexborHTMLParser) -> list[str]:
    """The hashes of the theme's inline scripts, in CSP's form; blocks of data need none."""
    texts = (node.text(deep=True) for node in tree.css("script:not([src])") if _is_of_theme(node))
    return sorted({base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts})


def _is_of_theme(script: LexborNode) -> bool:
    text = _ROOT.sub('__md_scope=new URL("",', script.text(deep=True))
    return _runs(script) and hashlib.sha256(text.encode()).hexdigest() in _THEME_SCRIPTS


def _tile_hosts(tree: LexborHTMLParser) -> list[str]:
    """The hosts of the tiles that a reader may ask for, where the dossier's settings allow it."""
    addresses = (urlsplit(node.attributes.get("data-tuiles") or "") for node in tree.css("figure[data-tuiles]"))
    return sorted({f"{address.scheme}://{address.netloc}" for address in addresses})


def _runs(script: LexborNode) -> bool:
    return script.attributes.get("type") in {None, "", "module", "text/javascript"}


def _mend(tree: LexborHTMLParser) -> None:
    """Faults of Material 9.8.1 that axe and the Nu HTML checker report, and the obsolete `align` of table cells."""
    for cell in tree.css("td[align], th[align]"):
        cell.attrs["class"] = f"align-{cell.attributes['align']}"
        del cell.attrs["align"]
    for box in tree.css("input[type=checkbox][autocomplete]"):
        del box.attrs["autocomplete"]
    for node in tree.css('[tabindex=""]'):
        del node.attrs["tabindex"]
    names = {node.attributes["id"] for node in tree.css("[id]")}
    for label in tree.css("label[for]"):
        if label.attributes["for"] not in names:
            del label.attrs["for"]
    for script in tree.css("body > script[src]"):
        script.attrs["defer"] = ""  # no text waits for the theme's script
    _name_tables(tree)


def _name_tables(tree: LexborHTMLParser) -> None:
    """Markdown has no way to say what a table holds and what its heads head: the heading above, and their columns."""
    heading = ""
    for node in tree.css(f"{_ARTICLE} :is(h1, h2, h3, table)"):
        if node.tag != "table":
            heading = node.text().strip()
        elif not node.css("caption"):
            caption = tree.create_node("caption")
            caption.insert_child(heading)
            first = node.child
            if first is None:
                node.insert_child(caption)
            else:
                first.insert_before(caption)
    for head in tree.css("thead th:not([scope])"):
        head.attrs["scope"] = "col"


def _faults(tree: LexborHTMLParser, language: str) -> Iterator[str]:
    root = tree.css_first("html")
    if root is None or root.attributes.get("lang") != language:
        yield f"la page ne dit pas que sa langue est « {language} » (attribut lang)"
    if not any(node.text().strip() for node in tree.css("head > title")):
        yield "la page n’a pas de titre"
    if len(tree.css("h1")) != 1:
        yield f"la page a {len(tree.css('h1'))} titres de niveau 1 ; attendu : un seul"
    for node in tree.css("img:not([alt])"):
        yield f"image sans texte de remplacement : {node.attributes.get('src')}"
    yield from _twice(tree)
    yield from _foreign(tree)
    yield from _scripted(tree)


def _twice(tree: LexborHTMLParser) -> Iterator[str]:
    seen: set[str] = set()
    for node in tree.css("[id]"):
        name = node.attributes.get("id") or ""
        if name in seen:
            yield f"identifiant donné deux fois : « {name} »"
        seen.add(name)


def _foreign(tree: LexborHTMLParser) -> Iterator[str]:
    """What a browser would fetch from somebody else's host."""
    for tag, attribute in _FETCHING.items():
        for node in tree.css(f"{tag}[{attribute}]"):
            address = node.attributes.get(attribute) or ""
            relations = set((node.attributes.get("rel") or "").split())
            if re.match(r"(?:[a-z]+:)?//", address) and (tag != "link" or relations & _RELATIONS_THAT_FETCH):
                yield f"ressource prise chez un tiers : {address}"


def _scripted(tree: LexborHTMLParser) -> Iterator[str]:
    """Scripts that are not the theme's: wherever they came from, they are somebody else's."""
    for node in tree.css("*"):
        attributes = node.attributes
        if node.tag == "script" and _runs(node) and "src" not in attributes and not _is_of_theme(node):
            yield f"script qui n’est pas du thème : « {' '.join(node.text(deep=True).split())[:60]} »"
        for name, value in attributes.items():
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                yield f"script dans l’attribut « {name} » de la balise <{node.tag}>"


def finish_site(
    folder: Path, kept: Mapping[str, bytes], compute: Compute = afresh, language: str = LANGUAGE
) -> FinishedSite:
    """Finish every page of a built site in place.

    `kept` are pages as they were before they were finished, by their paths; they need not be in the folder.
    """
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    faults = []
    for name in sorted(written | kept.keys()):
        path = folder / name
        html = kept[name] if name in kept else path.read_bytes()
        finished = compute(finish, html.decode(), name.removesuffix("index.html"), language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(finished.html, "utf-8", newline="\n")
        faults += [f"{name} : {fault}" for fault in finished.faults]
    return FinishedSite(len(written | kept.keys()), tuple(faults))
