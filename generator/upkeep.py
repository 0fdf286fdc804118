"""What is done beside the road, now and then: each looks at what the content rests on, and records what it found."""

from pathlib import Path

from generator.addresses.ask import ask_all
from generator.addresses.links import LINKS, Survey, links_written, lost, outward, survey
from generator.config import Folders
from generator.dates import Edtf
from generator.diagnostics import Problem, in_order
from generator.load.disk import load_originals, load_rules
from generator.originals.verification import VERIFICATIONS, written
from generator.originals.verify import Verdict, verify
from generator.pipeline import ContentError, examine


def verify_originals(folders: Folders, originals: Path | None, day: Edtf) -> Verdict:
    """Hold the content against the originals in a folder (that of dossier.yml by default), and record what agrees.

    Raises ContentError where the content has errors of its own.
    """
    checked = examine(folders)
    if checked.dossier is None:
        raise ContentError(checked.problems)
    named = {article.original.file for article in checked.dossier.articles if article.original}
    at_hand = load_originals(named, originals or folders.root / checked.dossier.settings.originals)
    verdict = verify(checked, at_hand, day, load_rules(folders.content))
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
