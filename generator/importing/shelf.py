"""What an import needs to know of the dossier that it imports into."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check.reading import Reading as Content
from generator.check.reading import read
from generator.config import Folders
from generator.importing.twins import Known, Texts, shingles
from generator.load.disk import load
from generator.model import Article, Event, Kind, Leader, Place, QuoteLimits
from generator.reading.encoding import UnreadableError, decoded
from generator.reading.rules import Rule
from generator.text.mentions import Lexicon, lexicon


@dataclass(frozen=True, slots=True)
class Shelf:
    """A dossier as an import sees it, and fills it; what can't be read of it is left out."""

    articles: Path
    originals: Path
    lexicon: Lexicon
    rules: tuple[Rule, ...]
    events: tuple[Event, ...]
    limits: QuoteLimits
    texts: Texts
    taken: set[str]
    """The ids that articles have or had."""
    unseen: int
    """Articles whose text is not at hand, so that no reprint of them can be found."""

    def add(self, known: Known, of: frozenset[int]) -> None:
        """One more article, with the shingles of its text."""
        self.texts.add(known, of)
        self.taken.add(known.id)


def shelf(where: Folders, rules: Sequence[Rule]) -> Shelf:
    """Read the dossier: its names, its events, and the texts that its articles were read in."""
    content = read(load(where.content))
    settings = content.settings
    originals = where.root / (settings.originals if settings else "originals")
    texts, unseen = _texts(content, originals)
    former = {old for article, _ in content.each(Article) for old in article.formerly}
    return Shelf(
        articles=where.content / "articles",
        originals=originals,
        lexicon=lexicon([one for one, _ in content.each(Leader)], [one for one, _ in content.each(Place)]),
        rules=tuple(rules),
        events=tuple(event for event, _ in content.each(Event)),
        limits=settings.quotes if settings else QuoteLimits(),
        texts=texts,
        taken={*content.ids(Kind.ARTICLE), *former},
        unseen=unseen,
    )


def _texts(content: Content, originals: Path) -> tuple[Texts, int]:
    """The texts of a dossier, and the number of its articles that have none at hand."""
    texts, unseen = Texts(), 0
    for ref, document in content.documents.items():
        if ref.kind is Kind.ARTICLE:
            original = document.metadata.get("original")
            named = original if isinstance(original, dict) else {}
            file = _text(named.get("file"))
            of = shingles(document.working or _original(originals / file if file else None))
            said = (_text(document.metadata.get(key)) for key in ("publisher", "reprint_of"))
            texts.add(Known(ref.id, _text(named.get("sha256")), *said), of)
            unseen += not of
    return texts, unseen


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
