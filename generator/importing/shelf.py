"""What an import needs to know of the dossier that it imports into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.check.reading import Reading as Content
from generator.check.reading import read
from generator.config import Folders
from generator.importing.twins import Known, shingles
from generator.load.disk import load
from generator.model import Article, Event, Kind, Leader, Place, QuoteLimits
from generator.reading.encoding import UnreadableError, decoded
from generator.reading.rules import Rule
from generator.text.mentions import Lexicon, lexicon


@dataclass(frozen=True, slots=True)
class Shelf:
    """A dossier as an import sees it; what can't be read of it is left out."""

    articles: Path
    originals: Path
    lexicon: Lexicon
    rules: tuple[Rule, ...]
    events: tuple[Event, ...]
    limits: QuoteLimits
    known: tuple[Known, ...]
    taken: frozenset[str]
    """The ids that articles have or had."""
    unseen: int
    """Articles whose text is not at hand, so that no reprint of them can be found."""

    def with_article(self, known: Known) -> "Shelf":
        """The dossier with one more article."""
        return replace(self, known=(*self.known, known), taken=self.taken | {known.id})


def shelf(where: Folders, rules: Sequence[Rule]) -> Shelf:
    """Read the dossier: its names, its events, and the texts that its articles were read in."""
    content = read(load(where.content))
    settings = content.settings
    originals = where.root / (settings.originals if settings else "originals")
    known = tuple(_known(content, originals))
    former = {old for article, _ in content.each(Article) for old in article.formerly}
    return Shelf(
        articles=where.content / "articles",
        originals=originals,
        lexicon=lexicon([one for one, _ in content.each(Leader)], [one for one, _ in content.each(Place)]),
        rules=tuple(rules),
        events=tuple(event for event, _ in content.each(Event)),
        limits=settings.quotes if settings else QuoteLimits(),
        known=known,
        taken=content.ids(Kind.ARTICLE) | former,
        unseen=sum(not one.shingles for one in known),
    )


def _known(content: Content, originals: Path) -> Iterator[Known]:
    for ref, document in content.documents.items():
        if ref.kind is Kind.ARTICLE:
            original = document.metadata.get("original")
            named = original if isinstance(original, dict) else {}
            file = _text(named.get("file"))
            yield Known(
                ref.id,
                _text(named.get("sha256")),
                _text(document.metadata.get("publisher")),
                _text(document.metadata.get("reprint_of")),
                shingles(document.working or _original(originals / file if file else None)),
            )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _original(file: Path | None) -> str:
    """The text of an original, or none where it is not at hand."""
    if file is None or not file.is_file():
        return ""
    try:
        return decoded(file.read_bytes())[0]
    except UnreadableError:
        return ""
