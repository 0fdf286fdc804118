"""MkDocs makes HTML of the pages, and makes again only those that may have changed since the last edition.

These are the steps of `mkdocs.commands.build.build`, taken with MkDocs' own functions. MkDocs is held at
one version, and a test compares what comes out with what the command `mkdocs build` makes.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from typing import Final, TypeAlias

from jinja2 import Environment, TemplateError
from mkdocs import utils
from mkdocs.commands.build import _build_extra_template, _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

_PUBLISHED: Final = InclusionLevel.is_included
_WITHHELD: Final = frozenset({InclusionLevel.EXCLUDED, InclusionLevel.DRAFT})


class RefusedError(Exception):
    """MkDocs found something wrong: `messages`, in its own words."""

    def __init__(self, messages: Iterable[str]) -> None:
        super().__init__("MkDocs")
        self.messages = tuple(messages)


@dataclass(frozen=True, slots=True)
class Look:
    """What decides, beside the pages, what a site looks like."""

    mkdocs: Path
    docs: Path
    target: Path
    """Where the site is built: MkDocs' `site_dir`."""
    standing: Path
    """Where the site of the last edition stands, if it still does."""
    theme: str
    """A fingerprint of mkdocs.yml and of the theme's own files."""


@dataclass(frozen=True, slots=True)
class _Theme:
    """MkDocs' settings, templates and files of the theme, ready for use."""

    look: Look
    config: MkDocsConfig
    templates: Environment
    files: tuple[File, ...]
    lasting: bool
    """Whether it may serve again: no plugin is there that might remember pages."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page as it was made, and all that it was made from beside the theme."""

    file: File
    source: bytes
    asked: frozenset[tuple[str, bool]]
    """The files (`src_uri`) that its links ask for, and whether each was there."""
    html: bytes | None
    """None where the template gave nothing."""


_State: TypeAlias = tuple[int, int]
"""Of a file: when it was changed (nanoseconds) and how long it is (bytes)."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What MkDocs made, for the next edition to begin with."""

    theme: _Theme
    epoch: int
    menu: tuple[tuple[object, ...], ...]
    """What every page shows of those in the menu."""
    leaves: Mapping[str, _Leaf]
    """By `src_uri`."""
    media: Mapping[str, _State]
    """What is no page, by its path in the site."""

    @property
    def pages(self) -> Mapping[str, bytes]:
        """The HTML of all pages, by their paths in the site: those that stayed as they were are in no folder."""
        return {leaf.file.dest_uri: leaf.html for leaf in self.leaves.values() if leaf.html is not None}


def press(look: Look, epoch: int, last: Edition | None) -> Edition:
    """Build a site with MkDocs, strict; pages that are as in the last edition are not written.

    `epoch` (seconds since 1970) is what stands for the time of the build; it must be in the
    environment too. Raises RefusedError with all that MkDocs found wrong.
    """
    with _messages() as messages:
        try:
            theme = last.theme if last and last.theme.look == look and last.theme.lasting else _theme(look)
            kept = last if last and last.theme is theme and last.epoch == epoch else None
            edition = _edition(theme, epoch, kept)
        except TemplateError as error:
            raise RefusedError([_placed(error)]) from error
        except (Abort, BuildError, ConfigurationError) as error:
            raise RefusedError(messages or [str(error)]) from error
    if messages:
        raise RefusedError(messages)
    return edition


def _theme(look: Look) -> _Theme:
    config = load_config(
        config_file=str(look.mkdocs),
        docs_dir=str(look.docs),
        site_dir=str(look.target),
        strict=True,
    )
    templates = config.theme.get_env()
    files = Files([])
    files.add_files_from_theme(templates, config)
    lasting = not config.hooks and not config.plugins
    return _Theme(look, config, templates, tuple(files), lasting)


@dataclass(frozen=True, slots=True)
class _Site:
    """What MkDocs works on in one build."""

    config: MkDocsConfig
    templates: Environment
    files: Files
    docs: Sequence[File]
    """The pages among the files."""
    nav: Navigation


def _edition(theme: _Theme, epoch: int, last: Edition | None) -> Edition:
    known = last.leaves if last else {}
    config = _begun(theme.config)
    files = _files(theme, config, known)
    docs = files.documentation_pages(inclusion=_PUBLISHED)
    stale = [file for file in docs if not _stands(known.get(file.src_uri), files)]
    for file in stale:
        file.page = None
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    asked = {file.src_uri: _read(file, files, config) for file in stale}
    menu = _menu(nav)
    if last and menu != last.menu:
        asked = {file.src_uri: _read(file, files, config) for file in docs}
    site = _Site(config, config.plugins.on_env(theme.templates, config=config, files=files), files, docs, nav)
    media = _write_common(site, theme.look.standing, last.media if last else {})
    leaves = {
        file.src_uri: _made(file, asked[file.src_uri], site) if file.src_uri in asked else known[file.src_uri]
        for file in docs
    }
    _end(site)
    return Edition(theme, epoch, menu, leaves, media)


def _begun(config: MkDocsConfig) -> MkDocsConfig:
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    return config


def _files(theme: _Theme, config: MkDocsConfig, known: Mapping[str, _Leaf]) -> Files:
    """The files of `docs_dir`, those of pages the same objects as in the last edition, and of the theme."""
    found = get_files(config)
    files = Files(known[file.src_uri].file if file.src_uri in known else file for file in found)
    for file in theme.files:  # what is in docs_dir comes before what the theme has
        if file.src_uri not in files.src_uris:
            files.append(file)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    return files


def _stands(leaf: _Leaf | None, files: Files) -> bool:
    """Whether a page would come out as it did: its text is the same, and its links find or miss the same files."""
    return (
        leaf is not None
        and leaf.file.content_bytes == leaf.source
        and all((files.get_file_from_path(uri) is not None) == found for uri, found in leaf.asked)
    )


class _Enquiry(Files):
    """Files that remember what they were asked for."""

    def __init__(self, files: Files) -> None:
        super().__init__(files)
        self.asked: set[tuple[str, bool]] = set()

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file of a page or a medium, by its `src_uri`."""
        found = super().get_file_from_path(path)
        self.asked.add((path, found is not None))
        return found


def _read(file: File, files: Files, config: MkDocsConfig) -> frozenset[tuple[str, bool]]:
    """Make HTML of a page's Markdown; the files that its links asked for."""
    enquiry = _Enquiry(files)
    _populate_page(_page(file, config), config, enquiry)
    return frozenset(enquiry.asked)


def _page(file: File, config: MkDocsConfig) -> Page:
    return file.page or Page(None, file, config)


def _menu(nav: Navigation) -> tuple[tuple[object, ...], ...]:
    return tuple((page.file.src_uri, page.title, page.meta) for page in nav.pages)


def _write_common(site: _Site, standing: Path, last: Mapping[str, _State]) -> Mapping[str, _State]:
    """Write what is no page: media, the theme's files, and what its templates make of all pages together."""
    utils.clean_directory(site.config.site_dir)
    media = {}
    for file in site.files:
        if not file.is_documentation_page() and file.inclusion not in _WITHHELD:
            state = media[file.dest_uri] = _state(file)
            if not (last.get(file.dest_uri) == state and _shared(standing / file.dest_uri, Path(file.abs_dest_path))):
                file.copy_file()
    for name in site.config.theme.static_templates:
        _build_theme_template(name, site.templates, site.files, site.config, site.nav)
    for name in site.config.extra_templates:
        _build_extra_template(str(name), site.files, site.config, site.nav)
    return media


def _state(file: File) -> _State:
    found = Path(file.abs_src_path or "").stat()
    return found.st_mtime_ns, found.st_size


def _shared(standing: Path, target: Path) -> bool:
    """Let two sites have one file of which neither changes anything; whether the disk can."""
    if target.suffix == ".html":  # the last pass writes into it
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.hardlink_to(standing)
    except OSError:
        return False
    return True


def _made(file: File, asked: frozenset[tuple[str, bool]], site: _Site) -> _Leaf:
    """A page put into its template and written."""
    _build_page(_page(file, site.config), site.config, site.docs, site.nav, site.templates)
    written = Path(file.abs_dest_path)
    html = written.read_bytes() if written.is_file() else None
    return _Leaf(file, file.content_bytes, asked, html)


def _end(site: _Site) -> None:
    """Hold the links between all pages against each other."""
    for file in site.docs:
        _page(file, site.config).validate_anchor_links(files=site.files, log_level=site.config.validation.links.anchors)
    site.config.plugins.on_post_build(config=site.config)
    site.config.plugins.on_shutdown()


def _placed(error: TemplateError) -> str:
    """A template's error with the template and the line in which it struck."""
    frames = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).suffix in {".html", ".xml"}]
    if not frames:
        return str(error)
    return f"Template '{frames[-1].filename}', line {frames[-1].lineno}: {error}"


@contextmanager
def _messages() -> Iterator[list[str]]:
    """The warnings and errors that MkDocs logs meanwhile."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield found
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagates
