"""Images in bodies: what they show is told in words, is ours, and is something that a browser shows."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics import Problem
from generator.load.document import Document
from generator.text.french import fold
from generator.text.html import tags

ELSEWHERE: Final = re.compile(r"(?:https?:)?//", re.I)
"""How the address of another site begins."""
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WITH_WORDS: Final = "quelques mots qui disent ce que montre l’image, « ![Vue du lac](../assets/lac.jpg) »"
_OUR_OWN: Final = "une copie dans assets/, avec le droit de la publier : « ![Vue du lac](../assets/lac.jpg) »"
_SHOWN: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"})
_FILE_NAME: Final = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|heic)|(?:img|dsc|dscn|pxl)[_-]?\d[\d_-]*", re.I)
_NO_WORDS: Final = frozenset(
    {"", "image", "img", "photo", "alt", "alt text", "texte", "texte alternatif", "description"}
)
"""What programs and templates put where words are wanted, folded."""


def image(document: Document, line: int, words: str, target: str) -> Iterator[Problem]:
    """Problems of an image in Markdown, but for whether its file is there."""
    yield from _words(document, line, words, target)
    if ELSEWHERE.match(target):
        yield _from_elsewhere(document, line, target)
    elif (
        (ending := PurePosixPath(re.split("[?#]", target)[0]).suffix)
        and ending.lower() not in _SHOWN
        and not _SCHEME.match(target)
    ):
        what = f"« {target} » n’est pas une image qu’un navigateur montre."
        expected = f"un fichier {', '.join(sorted(_SHOWN))} ; un autre document se lie, « [le plan]({target}) »"
        yield document.problem("E206", line, what, found=target, expected=expected)


def images_in_html(document: Document) -> Iterator[Problem]:
    """Problems of the images of a body that are written as tags."""
    for tag in tags(document.body):
        if tag.name != "img":
            continue
        line, source = document.body_line_at(tag.start), tag.attributes.get("src", "")
        if ELSEWHERE.match(source):
            yield _from_elsewhere(document, line, source)
        elif not _SCHEME.match(source):
            what = f"L’adresse « {source} » d’une balise <img> n’est pas adaptée au site : l’image manquerait."
            expected = "une image en Markdown, « ![Vue du lac](../assets/lac.jpg) »"
            yield document.problem("E206", line, what, found=source, expected=expected)
        yield from _words(document, line, tag.attributes.get("alt", ""), source)


def _words(document: Document, line: int, words: str, source: str) -> Iterator[Problem]:
    said = " ".join(re.sub(r"[^\w.-]", " ", words).split())
    if not re.search(r"\w", said) or fold(said) in _NO_WORDS:
        what = f"L’image « {source} » n’a pas de texte de remplacement."
    elif _FILE_NAME.fullmatch(said):
        what = f"Le texte de remplacement « {said} » est un nom de fichier."
    else:
        return
    yield document.problem("E217", line, what, found=source, expected=_WITH_WORDS)


def _from_elsewhere(document: Document, line: int, source: str) -> Problem:
    what = f"L’image « {source} » serait prise sur un autre site, qui saurait qui lit la page."
    return document.problem("E218", line, what, found=source, expected=_OUR_OWN)
