"""Links and images in bodies: what they lead to is there, and whoever follows them can open it.

What MkDocs would refuse must be found here, where its line is known; anchors have `anchors`.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote, unquote

from generator.check.images import ELSEWHERE, image, images_in_html
from generator.check.meant import of_one_day
from generator.check.reading import SETTINGS, Reading
from generator.diagnostics import Problem, nearest
from generator.load.document import Document
from generator.model import Article
from generator.originals.rights import prose
from generator.routes import address, content_target, ref_of, src_uri
from generator.text.french import slug
from generator.text.markup import Link, definitions, footnotes, references, silent
from generator.text.markup import links as inline_links

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_OPENED: Final = frozenset({"https", "http", "mailto", "tel"})
_TAKEN_OUT: Final = frozenset({"javascript", "vbscript", "data"})
"""These have a message of their own."""
_HTTP: Final = re.compile(r"\bhttp://(?!localhost\b|127\.0)[^\s<>\])»]+", re.I)
_UNREAD: Final = re.compile(
    r"(?<!\\)\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\]\("
    r"(?:(?P<target>(?:[^()\n]|\n(?!\s*\n)|\([^()\n]*\))*)\)|(?P<open>[^\s()]*))"
)
"""What Python-Markdown takes for a link, whatever stands in the parentheses, and what lacks the second of these."""
_ADDRESS: Final = r"(?P<target>(?:\.\.?/|https?://)[^()\[\]\s]+|[^()\[\]\s]+\.md(?:#[^()\[\]\s]*)?)"
_FILE: Final = r"(?P<target>\.\./[^\s()\[\]{}<>«»（）\"]+\.md(?:#[\w-]+)?)"
_NO_LINKS: Final = (
    (
        re.compile(rf"\[(?P<words>[^\[\]\n]+)\]\s+\({_ADDRESS}\)"),
        "Une espace sépare « [{words}] » de son adresse : ce n’est pas un lien, et l’adresse se lirait.",
    ),
    (
        re.compile(rf"(?<!\])\((?P<words>[^()\n]+)\)\[{_ADDRESS}\]"),
        "Parenthèses et crochets sont intervertis, « {words} » n’est pas un lien, et l’adresse se lirait.",
    ),
    (
        re.compile(rf"(?:\\?\[|\{{)(?P<words>[^\[\]{{}}()\\\n]+)(?:\\?\]|\}})?[(（]?{_FILE}[)）]?"),
        "Ce lien n’a pas ses quatre signes, « [mots](adresse) » : « {words} » n’est pas lié, et l’adresse se lirait.",
    ),
)
"""Words and an address that were meant for a link."""
_BARE: Final = re.compile(rf"(?<![\w/.]){_FILE}")
"""The address of a file of content/: outside of a link it means nothing to a reader."""
_NO_HOST: Final = re.compile(r"https?://[^/.:]*(?:/.*)?", re.I)
_PREVIEW: Final = re.compile(r"https?://(?:localhost|127\.0\.0\.1)(?::\d+)?(?P<path>/.*)?", re.I)
"""What `dossier serve` shows, on this computer alone."""
_SLIPPED: Final = re.compile(r"https?(?::[/\\]?|;//|//|:///+|:\\\\)(?![/\\])(?P<rest>\S+)", re.I)
"""« https:/site », « https//site »."""
_IN_THE_LINK: Final = "l’adresse dans le lien, « [quelques mots](../dossier/fichier.md) »"


def links(reading: Reading) -> Iterator[Problem]:
    """Problems of the links and images of all bodies."""
    drafts = frozenset(article.path for article, _ in reading.each(Article) if article.status == "draft")
    for document in reading.documents.values():
        for link in reading.compute(inline_links, document.body):
            yield from _inline(reading, document, link, drafts)
        for match in reading.compute(_unread, document.body):
            yield _not_followed(reading, document, match)
        yield from reading.compute(_of_document, document)


def _of_document(document: Document) -> tuple[Problem, ...]:
    """What is wrong wherever the links lead."""
    looks = (_mistyped, _in_two_parts, _notes, images_in_html, _plain_http)
    return tuple(problem for look in looks for problem in look(document))


def content_links(document: Document) -> Iterator[tuple[PurePosixPath, int]]:
    """The files of content/ that a body links to, each with its offset."""
    for found in inline_links(document.body):
        target = content_target(document.body[slice(*found.target)], document.path)
        if target:
            yield target, found.target[0]


def _inline(reading: Reading, document: Document, link: Link, drafts: frozenset[PurePosixPath]) -> Iterator[Problem]:
    target, line = document.body[slice(*link.target)], document.body_line_at(link.target[0])
    words = document.body[slice(*link.text)]
    if link.image:
        yield from image(document, line, words, target)
    elif not words.strip():
        what = f"Le lien vers « {target} » n’a pas de mots : il ne se voit pas."
        yield document.problem("E206", line, what, found=target, expected=_IN_THE_LINK)
    if link.image and ELSEWHERE.match(target):
        return
    file = content_target(target, document.path)
    if wrong := _misaddressed(reading, document, line, target):
        yield wrong
    elif file and file not in reading.targets:
        yield _no_image(reading, document, line, target) if link.image else _broken(reading, document, line, target)
    elif file in drafts and document.path not in drafts:
        what = f"« {target} » est un brouillon : la page publiée n’aura pas ce lien."
        yield document.problem("W305", line, what, found=target)


def _misaddressed(reading: Reading, document: Document, line: int, target: str) -> Problem | None:
    """What keeps an address from leading anywhere, whatever files there are."""
    near, scheme, slipped = None, _SCHEME.match(target), _SLIPPED.fullmatch(target)
    if target == "#":
        what, expected = "Le lien n’a pas d’adresse.", _IN_THE_LINK
    elif preview := _PREVIEW.fullmatch(target):
        what, expected = f"« {target} » est une adresse de l’aperçu.", "un fichier, comme « ../articles/nom.md »"
        near = _meant_by_address(reading, document, preview["path"] or "/")
    elif target.startswith("/") and not target.startswith("//"):
        what, expected = f"« {target} » est une adresse du site.", "un fichier, comme « ../articles/nom.md »"
        near = _meant_by_address(reading, document, target)
    elif slipped or target.startswith("//") or _NO_HOST.fullmatch(target):
        what, expected = f"« {target} » n’est pas une adresse complète.", "une adresse en « https:// »"
        near = f"https://{slipped['rest']}".replace("\\", "/") if slipped else None
        near = f"https:{target}" if target.startswith("//") else near
    elif scheme and scheme[1].lower() not in _OPENED | _TAKEN_OUT:
        what = f"« {target} » ne s’ouvre pas hors de votre ordinateur ou demande un autre programme."
        expected = "un fichier, comme « ../assets/plan.pdf », ou une adresse en « https:// »"
        near = _meant_by_address(reading, document, target)
    else:
        return None
    return document.problem("E206", line, what, found=target, expected=expected, suggestion=near)


def _meant_by_address(reading: Reading, document: Document, target: str) -> str | None:
    """The file whose page has an address of the site, or the one of assets/ whose name it ends in."""
    name = re.split(r"[/\\]", target)[-1]
    assets = [path for path in reading.targets if path.parts[0] == "assets" and path.name == name]
    if len(assets) == 1:
        return _from(document.path, assets[0])
    pages = {address(src_uri(ref)).strip("/"): path for path in reading.targets if (ref := ref_of(path))}
    path = pages.get(target.partition("#")[0].strip("/"))
    return _from(document.path, path) if path else None


def _broken(reading: Reading, document: Document, line: int, target: str) -> Problem:
    known = {_from(document.path, path) for path in reading.targets}
    path = target.replace("\\", "/")  # as Windows writes it
    spaced = quote(" ".join(path.split()))
    near = f"https://{target}" if target.startswith("www.") else spaced if spaced in known else _alike(path, known)
    settings = content_target(target, document.path) == SETTINGS
    what = f"Le lien mène à « {target} », qui {'n’est pas une page du site' if settings else 'n’existe pas'}."
    expected = "un fichier du dossier, comme « ../articles/nom.md », ou une adresse en « https:// »"
    return document.problem("E206", line, what, found=target, expected=expected, suggestion=near)


def _no_image(reading: Reading, document: Document, line: int, target: str) -> Problem:
    known = {_from(document.path, path) for path in reading.targets if path.parts[0] == "assets"}
    named = {address for address in known if PurePosixPath(address).name == PurePosixPath(target).name}
    near = min(named) if len(named) == 1 else _alike(target.replace("\\", "/"), known)
    what = f"L’image « {target} » n’existe pas."
    expected = "un fichier d’assets/, comme « ../assets/nom.jpg »"
    return document.problem("E206", line, what, found=target, expected=expected, suggestion=near)


def _alike(target: str, known: set[str]) -> str | None:
    """The known address that is nearest, if its file's own name is near as well: folders and endings are alike."""
    path, _, anchor = target.partition("#")
    name = PurePosixPath(path).stem
    stems = {other: PurePosixPath(other).stem for other in known}
    named = {other for other, stem in stems.items() if nearest(name, [stem]) and of_one_day(name, stem)}
    near = nearest(path, named) or (min(named) if len(named) == 1 else None)
    return f"{near}#{slug(unquote(anchor))}" if near and anchor else near


def _mistyped(document: Document) -> Iterator[Problem]:
    """Words and an address whose signs are apart or the wrong way round: no link, and the path is published."""
    hidden = [*((link.start, link.end) for link in inline_links(document.body)), *silent(document.body)]
    hidden += [match.span() for match in _unread(document.body)]
    for pattern, what in _NO_LINKS:
        found = [*pattern.finditer(_blanked(document.body, hidden))]
        hidden += [match.span() for match in found]
        for match in found:
            meant, line = f"[{match['words']}]({match['target']})", document.body_line_at(match.start())
            told = what.format(words=match["words"])
            yield document.problem("E206", line, told, found=match[0], expected=_IN_THE_LINK, suggestion=meant)
    for match in _BARE.finditer(_blanked(prose(document.body), hidden)):
        what, line = f"« {match[0]} » n’est pas dans un lien, et se lirait.", document.body_line_at(match.start())
        yield document.problem("E206", line, what, found=match[0], expected=_IN_THE_LINK)


def _from(path: PurePosixPath, target: PurePosixPath) -> str:
    """The address that leads from one content file to another."""
    return quote(posixpath.relpath(target.as_posix(), path.parent.as_posix()))


def _unread(body: str) -> tuple[re.Match[str], ...]:
    """Links whose address is empty or has a space or a line end in it: they would go out as they are."""
    hidden = [*((link.start, link.end) for link in inline_links(body)), *silent(body)]
    return tuple(_UNREAD.finditer(_blanked(body, hidden)))


def _not_followed(reading: Reading, document: Document, match: re.Match[str]) -> Problem:
    closed = match["target"] is not None
    line = document.body_line_at(match.start("target" if closed else "open"))
    target = (match["target"] or "").strip()
    if not closed:
        what = f"La parenthèse du lien vers « {match['open']} » n’est pas fermée."
        return document.problem("E206", line, what, found=match["open"], expected="« ) » après l’adresse")
    if not target:
        return document.problem("E206", line, "Le lien n’a pas d’adresse.", expected=_IN_THE_LINK)
    return _broken(reading, document, line, target)


def _blanked(text: str, stretches: list[tuple[int, int]]) -> str:
    """A text as long as before, with stretches of it blanked out; line ends stay."""
    letters = list(text)
    for start, end in stretches:
        letters[start:end] = [letter if letter == "\n" else " " for letter in letters[start:end]]
    return "".join(letters)


def _in_two_parts(document: Document) -> Iterator[Problem]:
    """`[words][label]` with the address further down: to another site only, where nothing has to be adapted."""
    defined = {definition.label: definition.target for definition in definitions(document.body)}
    for definition in definitions(document.body):
        if content_target(definition.target, document.path) or definition.target.startswith(("/", "#")):
            line = document.body_line_at(definition.start)
            what = f"« [{definition.label}]: {definition.target} » ne peut mener à un fichier du dossier."
            yield document.problem("E206", line, what, found=definition.target, expected=_IN_THE_LINK)
    for reference in references(document.body):
        line = document.body_line_at(reference.start)
        if reference.label not in defined:
            what = f"Le repère « {reference.label} » n’est défini nulle part dans ce texte."
            near = nearest(reference.label, defined)
            yield document.problem("E206", line, what, found=reference.label, expected=_IN_THE_LINK, suggestion=near)
        elif reference.image:
            yield from image(document, line, reference.words, defined[reference.label])


def _notes(document: Document) -> Iterator[Problem]:
    """Footnotes that nothing calls, and calls of notes that are not there."""
    notes = footnotes(document.body)
    for note in notes:
        line = document.body_line_at(note.start)
        if any(other.label == note.label and other.definition is not note.definition for other in notes):
            continue
        what, expected = f"La note « {note.label} » manque.", f"une ligne « [^{note.label}]: texte de la note »"
        if note.definition:
            what, expected = f"Rien n’appelle la note « {note.label} ».", f"« [^{note.label}] » dans le texte"
        yield document.problem("E206", line, what, found=f"[^{note.label}]", expected=expected)


def _plain_http(document: Document) -> Iterator[Problem]:
    body = document.body
    images = [link.target for link in inline_links(body) if link.image]
    for match in _HTTP.finditer(_blanked(body, [*images, *silent(body)])):
        line, found = document.body_line_at(match.start()), match[0].rstrip(".,;:!?")
        what = f"« {found} » n’est pas une adresse sûre."
        expected = "la même en « https:// », si le site répond ainsi"
        yield document.problem("W315", line, what, found=found, expected=expected, suggestion=f"https{found[4:]}")
