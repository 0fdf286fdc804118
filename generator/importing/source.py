"""What an editor hands over to be imported: its bytes, its fingerprint and its text, whatever its encoding."""

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from generator.reading.encoding import UnreadableError, decoded

_HTML: Final = re.compile(
    r"\A\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class Source:
    """A text to import, under the name of its file."""

    name: str
    data: bytes
    text: str
    encoding: str
    """As Python names it."""

    @property
    def sha256(self) -> str:
        """The fingerprint of the file as it came."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def is_html(self) -> bool:
        """Whether this is a page that a browser saved rather than a text that was copied from it."""
        return _HTML.match(self.text[:4000]) is not None


def source(name: str, data: bytes) -> Source:
    """The text of some bytes. Raises UnreadableError where they are none, or empty."""
    text, encoding = decoded(data)
    if not text.strip():
        raise UnreadableError("le fichier est vide")
    return Source(name, data, text, encoding)
