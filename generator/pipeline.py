"""The road from content/ to a published site, top to bottom."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from generator.ask import ask_all
from generator.check import Checked, check
from generator.config import Folders
from generator.dates import Edtf
from generator.diagnostics import Problem, in_order
from generator.finish import finish_site
from generator.library import Library, library
from generator.links import LINKS, Survey, links_written, lost, outward, survey
from generator.load import load, load_originals
from generator.render import render
from generator.site import SiteError, build_site, publish
from generator.verification import VERIFICATIONS, written
from generator.verify import Verdict, verify
from generator.write import write

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


def examine(folders: Folders) -> Checked:
    """Read and check the content, write nothing."""
    return check(load(folders.content))


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


def build(folders: Folders, step: Step, *, drafts: bool = False) -> Summary:
    """Build the site and put it in the old one's place.

    Raises ContentError or SiteError, after which the old site is as it was.
    """
    start = monotonic()
    step("Lecture et contrôle du contenu")
    checked = examine(folders)
    if checked.dossier is None:
        raise ContentError(checked.problems)
    step("Mise en relation des textes")
    shelf = library(checked.dossier, checked.verifications, checked.dead, drafts=drafts)
    step("Écriture des pages")
    files = render(shelf, checked.media)
    written = write(files, folders.docs, folders.build / "docs.json")
    step("Construction du site par MkDocs")
    site = build_site(folders, checked.dossier.settings, epoch=_epoch(shelf))
    step("Finition et contrôle des pages")
    faults = finish_site(site.folder)
    if faults:
        raise SiteError("\n".join(faults))
    publish(site.folder, folders.site)
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
