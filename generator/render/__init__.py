"""From the library to files: Markdown pages, and the data that go with them."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.link.library import Library
from generator.memo import Compute, afresh
from generator.render.map.figure import shared_files
from generator.render.map.scene import whole
from generator.render.maps import figures
from generator.render.pages import pages
from generator.render.previews import PREVIEWS, previews
from generator.render.sharing.card import drawn
from generator.render.sharing.head import NOWHERE, Publication, card_uri
from generator.render.sharing.manifest import MANIFEST, manifest
from generator.routes import MEDIA
from generator.words import Words


def render(
    library: Library,
    media: Mapping[PurePosixPath, bytes],
    words: Words,
    compute: Compute = afresh,
    publication: Publication = NOWHERE,
) -> dict[str, bytes]:
    """Everything that goes into `docs_dir`, by its path there."""
    maps = figures(library, words, compute)
    made_pages = pages(library, words, maps, publication)
    texts = {page.uri: page.text for page in made_pages}
    texts |= {MANIFEST: manifest(library.dossier.settings, words.language), PREVIEWS: previews(library, words)}
    texts |= {made.path: made.script for made in maps.values()}
    files = {f"{MEDIA}/{path}": data for path, data in media.items() if path not in library.withheld} | (
        compute(shared_files, whole(library), library.dossier.settings.map, words) if maps else {}
    )
    if typefaces := publication.typefaces:
        files |= {card_uri(page.uri): compute(drawn, page.card, typefaces) for page in made_pages if page.card}
    return {path: text.encode() for path, text in texts.items()} | files
