"""The record of verifications: which quotation was found in which original, and on what day.

`dossier verify` writes `content/verifications.yml`; the build reads it and opens no original.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Annotated, Final

from pydantic import Field

from generator.fields import EdtfDate, Record, Sha256
from generator.model import Article

VERIFICATIONS: Final = PurePosixPath("verifications.yml")
"""The file of the record, from content/."""
_HEADING: Final = (
    "# Écrit par « dossier verify », d’après les originaux ; à ne pas modifier à la main.\n"
    "# Chaque original : son empreinte, le jour, les mots du texte même, puis les empreintes des citations trouvées.\n"
)


class Verified(Record):
    """A quotation found in an original: the fingerprint of its text, and the day on which it was found."""

    sha256: Sha256
    day: EdtfDate


class ReadOriginal(Record):
    """An original that was held against the content: its fingerprint, the day, and the quotations found in it."""

    sha256: Sha256
    day: EdtfDate
    words: Annotated[int, Field(ge=0)]
    """Those of the article alone: menus, captions, comments and other articles' leads in its file do not count."""
    quotes: tuple[Verified, ...] = ()


class Verifications(Record):
    """`content/verifications.yml`."""

    originals: tuple[ReadOriginal, ...] = ()

    def of(self, quote_text: str, article: Article) -> Verified | None:
        """What is recorded of a quotation, if neither it nor the article's original has changed since."""
        original = self.original(article)
        wanted = fingerprint(quote_text)
        return next((found for found in original.quotes if found.sha256 == wanted), None) if original else None

    def original(self, article: Article) -> ReadOriginal | None:
        """What is recorded of the original that an article was read in."""
        wanted = article.original.sha256 if article.original else None
        return next((found for found in self.originals if found.sha256 == wanted), None)


UNVERIFIED: Final = Verifications()
"""The record where there is none."""


def fingerprint(quote_text: str) -> str:
    """SHA-256 of a quotation, in hexadecimal."""
    return hashlib.sha256(quote_text.encode()).hexdigest()


def written(verifications: Verifications) -> str:
    """The text of the file, in the order of the fingerprints: the same for the same record."""
    return (
        _HEADING
        + "originals:"
        + ("\n" + "".join(_lines(verifications.originals)) if verifications.originals else " []\n")
    )


def _lines(originals: Iterable[ReadOriginal]) -> Iterator[str]:
    for original in sorted(originals, key=lambda item: item.sha256):
        yield f"  - sha256: {original.sha256}\n    day: {original.day}\n    words: {original.words}\n    quotes:"
        yield "\n" if original.quotes else " []\n"
        for quote in sorted(original.quotes, key=lambda item: item.sha256):
            yield f"      - {{sha256: {quote.sha256}, day: {quote.day}}}\n"
