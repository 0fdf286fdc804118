"""From the library to files: Markdown pages, and the data that go with them."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.library import Library
from generator.render.overviews import CHRONOLOGY_CSS, chronology_css
from generator.render.pages import pages
from generator.routes import MEDIA


def render(library: Library, media: Mapping[PurePosixPath, bytes]) -> dict[str, bytes]:
    """Everything that goes into `docs_dir`, by its path there."""
    texts = {**pages(library), CHRONOLOGY_CSS: chronology_css(library)}
    files = {f"{MEDIA}/{path}": data for path, data in media.items()}
    return {path: text.encode() for path, text in texts.items()} | files
