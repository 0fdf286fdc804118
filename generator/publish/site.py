"""MkDocs makes HTML of the pages; the finished site takes the old one's place."""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.check.builder import told
from generator.config import Folders
from generator.diagnostics import Problem
from generator.memo import Compute, afresh
from generator.model import Settings
from generator.text.french import spaced
from generator.words import Words

if TYPE_CHECKING:
    from generator.publish.press import Edition


class SiteError(Exception):
    """MkDocs did not build the site; the message is in French and says why.

    `problems` are what it found wrong in mkdocs.yml, where that is all.
    """

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


_FRENCH: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (
        re.compile(
            r"Doc file '(?P<page>.+)' contains a link '(?P<link>.+)', "
            r"but the target(?: '(?P<target>.+?)')? is not found.*",
            re.S,
        ),
        "{page} : le lien « {link} » mène à « {target} », qui n’existe pas.",
    ),
    (
        re.compile(
            r"Doc file '(?P<page>.+)' contains a link '(?P<link>.+)', "
            r"but (?:there is no such anchor|the doc .+ does not contain an anchor).*",
            re.S,
        ),
        "{page} : le lien « {link} » mène à un titre qui n’existe pas.",
    ),
    (
        re.compile(
            r"Doc file '(?P<page>.+)' contains an? (?:absolute|unrecognized relative) link '(?P<link>.+?)'.*", re.S
        ),
        "{page} : le lien « {link} » n’est pas un lien relatif vers une page du dossier.",
    ),
    (
        re.compile(r"A reference to '(?P<page>.+)' is included in the 'nav'.*", re.S),
        "mkdocs.yml : le menu mène à « {page} », qui n’existe pas.",
    ),
    (
        re.compile(
            r"The following pages exist in the docs directory, but are not included "
            r'in the "nav" configuration:(?P<pages>.*)',
            re.S,
        ),
        "Ces pages ne sont pas dans le menu de mkdocs.yml :{pages}",
    ),
    (
        re.compile(r"Template '(?P<page>.+)', line (?P<line>\d+): (?P<said>.+)", re.S),
        "{page}, ligne {line} : le gabarit a une faute. Jinja signale : {said}",
    ),
)
"""What MkDocs says and what an editor reads. Other messages pass as they are, marked as MkDocs' own."""


def in_french(message: str) -> str:
    """A message of MkDocs in French, if it is one that an editor may meet."""
    for pattern, french in _FRENCH:
        match = pattern.fullmatch(message.strip())
        if match:
            return spaced(french.format(**{name: value or match["link"] for name, value in match.groupdict().items()}))
    return spaced(f"MkDocs signale : {message}")


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site that MkDocs has built and that waits to be finished and published."""

    folder: Path
    edition: "Edition"
    """Whose pages are still to be written, where they are as they were."""


def build_site(  # noqa: PLR0913 - a site is made of these
    folders: Folders,
    settings: Settings,
    words: Words,
    compute: Compute = afresh,
    *,
    epoch: int,
    last: "Edition | None" = None,
) -> BuiltSite:
    """Have MkDocs, strict, build `docs` into a folder beside the published site.

    `epoch` (seconds since 1970) stands in for the time of the build, so that it leaves no trace.
    With the edition of the `last` build, pages that stay as they were are taken from it. Raises
    SiteError with all that MkDocs found wrong.
    """
    _demand_environment()
    with _environment({"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(epoch)}):
        # The theme prints its notice when MkDocs is imported: not before the environment forbids it.
        from generator.publish.press import Look, RefusedError, press  # noqa: PLC0415
        from generator.publish.recipe import write_recipe  # noqa: PLC0415

        try:
            recipe = write_recipe(folders.mkdocs, settings, words, folders.build, compute)
            look = Look(
                mkdocs=recipe,
                docs=folders.docs,
                target=folders.build / "site.new",
                standing=folders.site,
                theme=fingerprint(recipe, folders.overrides),
            )
            edition = press(look, epoch, last)
        except RefusedError as error:
            data = folders.mkdocs.read_bytes()
            problems = [problem for message in error.messages if (problem := told(data, message))]
            whole = problems if len(problems) == len(error.messages) else []
            raise SiteError("\n".join(in_french(message) for message in error.messages), whole) from error
    return BuiltSite(look.target, edition)


def fingerprint(*paths: Path) -> str:
    """A hash that changes with any of these files, and of those below these folders."""
    digest = hashlib.sha256()
    for top in paths:
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file():
                digest.update(f"{path}\0{path.stat().st_size}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def site_url() -> str:
    """The address of the site's root, with a slash at its end, from the environment; empty where none is given.

    Raises SiteError where it is no address.
    """
    url = os.environ.get("SITE_URL", "")
    if url and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", url):
        raise SiteError(
            spaced(f"SITE_URL : trouvé « {url} », attendu une adresse comme « https://exemple.fr/dossier/ ».")
        )
    return f"{url.rstrip('/')}/" if url else ""


def _demand_environment() -> None:
    """Raise SiteError where a variable of the environment would make MkDocs fail in its own words."""
    site_url()
    moment = os.environ.get("SOURCE_DATE_EPOCH", "0")
    if not moment.isdecimal():
        raise SiteError(spaced(f"SOURCE_DATE_EPOCH : trouvé « {moment} », attendu un nombre de secondes."))


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """Environment variables set for a while; those that the caller's environment has come first."""
    added = {key: value for key, value in values.items() if key not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for key in added:
            os.environ.pop(key, None)


def publish(new: Path, site: Path, keeping: Sequence[str] = ()) -> None:
    """Put `new` in the place of `site`, which waits beside it for `clear_away`.

    Folders that `new` lacks and the old site has, named in `keeping`, come along. Whatever goes wrong, one of the
    two stands there whole.
    """
    recover(site)
    if site.exists():
        site.rename(_old(site))
    try:
        new.rename(site)
    except OSError:
        recover(site)
        raise
    for folder in keeping:
        (site / folder).parent.mkdir(parents=True, exist_ok=True)
        (_old(site) / folder).rename(site / folder)


def recover(site: Path) -> None:
    """Undo a publication that was cut off between its two renames."""
    if _old(site).exists() and not site.exists():
        _old(site).rename(site)
    clear_away(site)


def clear_away(site: Path) -> None:
    """Remove what stood in a site's place before, if anything waits there."""
    shutil.rmtree(_old(site), ignore_errors=True)


def _old(site: Path) -> Path:
    return site.with_name(f"{site.name}.old")
