"""The road from content/ to a published site, top to bottom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from generator.check import Checked, check
from generator.check.builder import builder
from generator.config import Folders
from generator.diagnostics import Problem, in_order
from generator.link.library import Library, library
from generator.load.disk import load, load_typefaces
from generator.memo import Compute, Memo, afresh
from generator.publish.finish import finish_site
from generator.publish.site import SiteError, build_site, clear_away, fingerprint, publish, site_url
from generator.publish.write import write
from generator.render import render
from generator.render.entries import entries
from generator.render.sharing.head import NOWHERE, Publication
from generator.routes import SEARCH_INDEX
from generator.search.index import Copies, copies_of, indexed, write_index
from generator.words import Words, words_in

if TYPE_CHECKING:
    from generator.publish.press import Edition

Step = Callable[[str], None]
"""Told in French what the build is doing now."""


class ContentError(Exception):
    """The content has errors: `problems` holds these and the warnings, in order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("content")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made."""

    articles: int
    leaders: int
    events: int
    places: int
    links: int
    pages: int
    changed: int
    seconds: float
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """A site whose search does not know yet what has changed."""

    shelf: Library
    words: Words


@dataclass(slots=True)
class Previous:
    """What a build leaves for the next one, which makes only the rest anew; no page shows a trace of it."""

    memo: Memo = field(default_factory=Memo)
    edition: "Edition | None" = None
    index: Mapping[str, bytes] | None = None
    """The index of the search, and what it is made of."""
    copies: Copies = ()
    owed: "Owed | None" = None
    """What the site that stands is made of, if its index is that of an older one."""


def examine(folders: Folders, compute: Compute = afresh) -> Checked:
    """Read and check the content, write nothing."""
    return check(load(folders.content), compute)


def builder_faults(folders: Folders) -> tuple[Problem, ...]:
    """What is wrong with the settings of MkDocs, as far as it can be said without it."""
    try:
        return builder(folders.mkdocs.read_bytes())
    except OSError:
        return ()  # which a build says of itself


def sources(folders: Folders) -> tuple[object, object]:
    """All that a build reads: of the dossier, and of its theme. Equal where nothing that counts has changed."""
    return load(folders.content), fingerprint(folders.mkdocs, folders.overrides)


def build(  # noqa: PLR0913 - what one may ask for beside the folders, each by its name
    folders: Folders,
    step: Step,
    *,
    drafts: bool = False,
    previous: Previous | None = None,
    hurried: bool = False,
    speaks: Callable[[str], Words] = words_in,
) -> Summary:
    """Build the site and put it in the old one's place.

    `previous` holds what earlier builds have left, and then what this one leaves. One that is `hurried`
    keeps their index of the search, which takes longer than all the rest, and leaves the old site lying
    beside the new one: `catch_up` does what is left to do.
    `speaks` has the words of the dossier's language.
    Raises ContentError or SiteError, after which the old site is as it was.
    """
    start = monotonic()
    left = previous or Previous()
    step("Lecture et contrôle du contenu")
    checked = examine(folders, left.memo)
    settings = builder_faults(folders)
    if checked.dossier is None or settings:
        raise ContentError(in_order((*checked.problems, *settings)))
    words = speaks(checked.dossier.settings.language)
    step("Mise en relation des textes")
    shelf = library(checked.dossier, checked.verifications, checked.dead, left.memo, drafts=drafts)
    step("Écriture des pages")
    url = site_url()
    publication = Publication(url, load_typefaces(folders.overrides)) if url else NOWHERE
    files = render(shelf, checked.media, words, left.memo, publication)
    written = write(files, folders.docs, folders.build / "docs.json")
    step("Construction du site par MkDocs")
    last, left.edition = left.edition, None  # a build that fails leaves none: it has begun to change it
    try:
        site = build_site(folders, checked.dossier.settings, words, left.memo, epoch=_epoch(shelf), last=last)
    except SiteError as error:
        if error.problems:
            raise ContentError(in_order((*checked.problems, *error.problems))) from error
        raise
    left.edition = site.edition
    step("Finition et contrôle des pages")
    finished = finish_site(site.folder, site.edition.pages, left.memo, words.language)
    if finished.faults:
        raise SiteError("\n".join(finished.faults))
    step("Index de la recherche")
    stands = left.index is not None and (folders.site / SEARCH_INDEX).is_dir()
    left.owed = Owed(shelf, words) if hurried and stands else None
    if left.owed is None:
        _read_for_index(site.folder, shelf, words, left)
        write_index(site.folder, left.index or {})
    publish(site.folder, folders.site, keeping=(SEARCH_INDEX,) if left.owed else ())
    if not hurried:
        clear_away(folders.site)
    left.memo.forget()
    return Summary(
        articles=len(shelf.articles),
        leaders=len(shelf.leaders),
        events=len(shelf.events),
        places=len(shelf.places),
        links=sum(data.count(b".md)") + data.count(b".md#") for path, data in files.items() if path.endswith(".md")),
        pages=finished.pages,
        changed=written.changed + written.removed,
        seconds=monotonic() - start,
        warnings=checked.problems,
    )


def catch_up(folders: Folders, previous: Previous) -> None:
    """Give the site that stands the index that a hurried build owes it, and clear away the one before.

    Raises SiteError.
    """
    clear_away(folders.site)
    owed, previous.owed = previous.owed, None
    if owed is not None and _read_for_index(folders.site, owed.shelf, owed.words, previous):
        write_index(folders.site, previous.index or {})


def _read_for_index(folder: Path, shelf: Library, words: Words, previous: Previous) -> bool:
    """Make the index of a finished site, unless the one that was left is as good; whether it was made."""
    copies = copies_of(folder, entries(shelf, words), words, previous.memo)
    if previous.index is not None and copies == previous.copies:
        return False
    previous.index, previous.copies = indexed(copies, words.language), copies
    return True


def _epoch(shelf: Library) -> int:
    """The day of the newest article stands in for the time of the build: content alone decides the bytes."""
    newest = max((article.date.last for article in shelf.articles), default=None)
    if newest is None:
        return 0
    return max(0, int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp()))
