"""Where each thing has its page: paths in `docs_dir` (`src_uri`) and the links between them."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from generator.model import Kind

FOLDERS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.ARTICLE: "articles",
        Kind.LEADER: "leaders",
        Kind.PLACE: "places",
        Kind.EVENT: "events",
        Kind.SOURCE: "sources",
        Kind.PAGE: "pages",
    }
)
"""The folder of content/ that holds each kind."""

SECTIONS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.ARTICLE: "articles",
        Kind.LEADER: "dirigeants",
        Kind.PLACE: "lieux",
        Kind.EVENT: "evenements",
        Kind.SOURCE: "sources",
    }
)
"""The folder of the site that holds each kind; hand-written pages stand at its root."""

HOME: Final = "index.md"
CHRONOLOGY: Final = "chronologie.md"
MEETINGS: Final = "rencontres.md"
DIVERGENCES: Final = "divergences.md"
MAP: Final = "carte.md"
MAP_TABLES: Final = "carte/tableaux.md"
"""What a map shows, in words, where that is too much for the map's own page."""
SEARCH: Final = "recherche.md"
CORRECTIONS: Final = "corrections.md"
LEGAL: Final = "mentions-legales.md"
RESERVED: Final = frozenset(
    "index chronologie rencontres carte corrections divergences donnees recherche 404 assets medias".split()
)
"""Names at the site's root that a hand-written page can't take."""
MEDIA: Final = "medias"
"""Where content/assets/ goes."""
SEARCH_INDEX: Final = "assets/pagefind"
"""Where the index of the search goes, in the site; `overrides/assets/recherche/` looks for it there."""


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A thing that has a page: its kind and its id."""

    kind: Kind
    id: str


def src_uri(ref: Ref) -> str:
    """The page of a thing, from `docs_dir`."""
    return f"{ref.id}.md" if ref.kind is Kind.PAGE else f"{SECTIONS[ref.kind]}/{ref.id}.md"


def index_uri(kind: Kind) -> str:
    """The index page of a kind, from `docs_dir`."""
    return f"{SECTIONS[kind]}/index.md"


def address(uri: str) -> str:
    """The address of a page in the site, from its root: « dirigeants/x/ » of « dirigeants/x.md »."""
    return f"{uri.removesuffix('.md')}/".removesuffix("index/")


@lru_cache(maxsize=2**16)
def relative(target: str, page: str) -> str:
    """The link from the page `page` to `target`, both from `docs_dir`; an anchor may follow the target."""
    path, mark, anchor = target.partition("#")
    if path == page and mark:
        return f"#{anchor}"
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + mark + anchor


def href(target: str, page: str) -> str:
    """The address of a page (`src_uri`) or file, as HTML in the page `page` writes it."""
    here = address(page).rstrip("/") or "."
    if target.endswith(".md"):
        return posixpath.relpath(address(target).rstrip("/") or ".", here) + "/"
    return posixpath.relpath(target, here)


def content_target(target: str, path: PurePosixPath) -> PurePosixPath | None:
    """The file of content/ that a link in the content file `path` leads to; None for other addresses."""
    file = target.partition("#")[0]
    if not file or file.startswith("/") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", file):
        return None
    return PurePosixPath(posixpath.normpath(posixpath.join(path.parent.as_posix(), unquote(file))))


def ref_of(path: PurePosixPath) -> Ref | None:
    """The thing that a content file describes, if it is one of those that have a page."""
    kinds = {folder: kind for kind, folder in FOLDERS.items()}
    if len(path.parts) != 2 or path.suffix != ".md" or path.parts[0] not in kinds:
        return None
    return Ref(kinds[path.parts[0]], path.stem)
