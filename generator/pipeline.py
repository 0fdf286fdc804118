"""The road from content/ to a published site, top to bottom."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from generator.ask import ask_all
from generator.check import Checked, check
from generator.config import Folders
from generator.dates import Edtf
from generator.diagnostics import Problem, in_order
from generator.finish import finish_site
from generator.library import Library, library
from generator.links import LINKS, Survey, links_written, lost, outward, survey
from generator.load import load, load_originals
from generator.memo import Compute, Memo, afresh
from generator.render import render
from generator.site import SiteError, build_site, fingerprint, publish
from generator.verification import VERIFICATIONS, written
from generator.verify import Verdict, verify
from generator.write import write

if TYPE_CHECKING:
    from generator.press import Edition

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


@dataclass(slots=True)
class Previous:
    """What a build leaves for the next one, which makes only the rest anew; no page shows a trace of it."""

    memo: Memo = field(default_factory=Memo)
    edition: "Edition | None" = None


def examine(folders: Folders, compute: Compute = afresh) -> Checked:
    """Read and check the content, write nothing."""
    return check(load(folders.content), compute)


def verify_originals(folders: Folders, originals: Path | None, day: Edtf) -> Verdict:
    """Hold the content against the originals in a folder (that of dossier.yml by default), and record what agrees.

    Raises ContentError where the content has errors of its own.
    """
    checked = examine(folders)
    if checked.dossier is None:
        raise ContentError(checked.problems)
    named = {article.original.file for article in checked.dossier.articles if article.original}
    at_hand = load_originals(named, originals or folders.root / checked.dossier.settings.originals)
    verdict = verify(checked, at_hand, day)
    if verdict.verifications != checked.verifications:
        (folders.content / VERIFICATIONS).write_text(written(verdict.verifications), "utf-8")
    return verdict


def check_links(folders: Folders, day: Edtf, timeout: float) -> tuple[Survey, tuple[Problem, ...]]:
    """Ask every address of another site, and record those that are dead; with the warnings that come of it.

    Raises ContentError where the content has errors of its own.
    """
    checked = examine(folders)
    if checked.dossier is None:
        raise ContentError(checked.problems)
    addresses = tuple(outward(checked.records, checked.documents))
    answers = ask_all((address.url for address in addresses), timeout)
    found = survey(addresses, answers, checked.dead, day)
    if found.dead != checked.dead:
        (folders.content / LINKS).write_text(links_written(found.dead), "utf-8")
    return found, in_order(lost(checked.records, checked.documents, found.dead))


def sources(folders: Folders) -> object:
    """All that a build reads of the dossier and its theme: equal where nothing that counts has changed."""
    return load(folders.content), fingerprint(folders.mkdocs, folders.overrides)


def build(folders: Folders, step: Step, *, drafts: bool = False, previous: Previous | None = None) -> Summary:
    """Build the site and put it in the old one's place.

    `previous` holds what earlier builds have left, and then what this one leaves. Raises ContentError
    or SiteError, after which the old site is as it was.
    """
    start = monotonic()
    left = previous or Previous()
    step("Lecture et contrôle du contenu")
    checked = examine(folders, left.memo)
    if checked.dossier is None:
        raise ContentError(checked.problems)
    step("Mise en relation des textes")
    shelf = library(checked.dossier, checked.verifications, checked.dead, left.memo, drafts=drafts)
    step("Écriture des pages")
    files = render(shelf, checked.media, left.memo)
    written = write(files, folders.docs, folders.build / "docs.json")
    step("Construction du site par MkDocs")
    last, left.edition = left.edition, None  # a build that fails leaves none: it has begun to change it
    site = build_site(folders, checked.dossier.settings, epoch=_epoch(shelf), last=last)
    left.edition = site.edition
    step("Finition et contrôle des pages")
    faults = finish_site(site.folder, left.memo)
    if faults:
        raise SiteError("\n".join(faults))
    publish(site.folder, folders.site)
    left.memo.forget()
    return Summary(
        articles=len(shelf.articles),
        leaders=len(shelf.leaders),
        events=len(shelf.events),
        places=len(shelf.places),
        links=sum(data.count(b".md)") + data.count(b".md#") for path, data in files.items() if path.endswith(".md")),
        pages=site.pages,
        changed=written.changed + written.removed,
        seconds=monotonic() - start,
        warnings=checked.problems,
    )


def _epoch(shelf: Library) -> int:
    """The day of the newest article stands in for the time of the build: content alone decides the bytes."""
    newest = max((article.date.last for article in shelf.articles), default=None)
    if newest is None:
        return 0
    return max(0, int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp()))
