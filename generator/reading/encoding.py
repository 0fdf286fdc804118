"""The text of a file in whatever encoding French comes in."""

import re
from typing import Final

from charset_normalizer import from_bytes

_FRENCH: Final = ["cp1252", "iso8859_15", "mac_roman", "cp850", "utf_16_le", "utf_16_be"]
"""What French texts come in when they are neither UTF-8 nor marked; the first ones are tried first."""
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{3,20})", re.I)


_WIDE: Final = re.compile(r"(?:utf|ucs)[-_]?(?:16|32|2|4)", re.I)


class UnreadableError(ValueError):
    """Bytes that are no text; the message is in French."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text of some bytes, its line ends as they were, and its encoding. Raises UnreadableError."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding), encoding
    for encoding in ("utf-8", *_declared(data)):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if "\0" not in text:
            return text, encoding
    best = from_bytes(data, cp_isolation=_FRENCH).best()
    if best is None:
        raise UnreadableError("ce fichier n’est pas un texte")
    text = _strictly(data, best.encoding)
    if "\0" in text:
        raise UnreadableError("ce fichier n’est pas un texte")
    usual = data.decode(_FRENCH[0], "replace")
    return (usual, _FRENCH[0]) if _letters(usual) > _letters(text) else (text, best.encoding)


def _letters(text: str) -> int:
    """How many letters a text has that French writes often: of a short one statistics know too little."""
    return sum(map(text.count, "éèàêçùâîôû’«»")) - 9 * text.count("\ufffd")


def _declared(data: bytes) -> tuple[str, ...]:
    """The encoding that a page says it has; none where each letter takes several bytes, or it could not be read so."""
    found = _DECLARED.search(data[:2048])
    name = found[1].decode("ascii") if found else ""
    return (name,) if name and not _WIDE.match(name) else ()


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError("ce fichier n’est pas un texte") from error
