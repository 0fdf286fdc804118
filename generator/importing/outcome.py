"""What becomes of one text that is to be imported, and how that is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.dates import parse
from generator.importing.draft import Draft, Given, draft, stem
from generator.importing.page import page
from generator.importing.shelf import Shelf
from generator.importing.source import Source
from generator.importing.twins import Known, Twin, shingles
from generator.reading.analyse import Reading, analyse
from generator.text.french import count, spaced


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft under the id that it would have; `twin` is an article that has the same text."""

    draft: Draft
    id: str
    twin: Twin | None

    @property
    def doubled(self) -> bool:
        """Whether the article is there already: then nothing is to be written."""
        return self.twin is not None and self.draft.reprint_of is None


def outcome(source: Source, shelf: Shelf, given: Given, *, reprint: bool = False) -> Outcome:
    """Read a text and hold it against the dossier.

    A text that is there already under another publisher is a reprint, an article of its own that leads to the
    first; where one of the publishers is unknown, only the editor can say so (`reprint`).
    """
    reading, said = _read(source, shelf, given)
    made = draft(source, reading, shelf.events, shelf.limits, said)
    found = shelf.texts.twin(source.sha256, shingles(made.working))
    if found and not found.same_file and (reprint or _others(found.known.publisher, made.publisher.value)):
        made = replace(made, reprint_of=found.known.reprint_of or found.known.id)
    return Outcome(made, stem(made, shelf.taken), found)


def shelve(made: Outcome, shelf: Shelf) -> None:
    """Make the article known to the texts that come after it."""
    draft = made.draft
    known = Known(made.id, draft.source.sha256, draft.publisher.value, draft.reprint_of)
    shelf.add(known, shingles(draft.working))


def _others(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)


def _read(source: Source, shelf: Shelf, given: Given) -> tuple[Reading, tuple[Given, ...]]:
    if not source.is_html:
        return analyse(source.text, shelf.lexicon, shelf.rules, given.date), (given,)
    found = page(source.text)
    reading = analyse(found.text, shelf.lexicon, shelf.rules, given.date or found.given.date, found.cuts)
    return reading, (given, found.given)


def told(made: Outcome, written: str | None) -> str:
    """The report of an import; `written` is where the article was put, or None where nothing was written."""
    lines = [*becoming(made, written), *(f"  {fact.name:<11} {fact}" for fact in facts(made))]
    return "\n".join(map(spaced, lines))


def becoming(made: Outcome, written: str | None) -> Iterator[str]:
    """What the text becomes, in a line or two."""
    name, found = made.draft.source.name, made.twin
    shared = f"{round(100 * found.shared)} % du texte en commun" if found else ""
    if found and found.same_file:
        yield f"{name} : déjà dans le dossier, articles/{found.known.id}.md (même fichier). Rien n’est écrit."
    elif found and made.doubled:
        yield f"{name} : même texte que articles/{found.known.id}.md ({shared}). Rien n’est écrit."
        yield "  Si un autre journal l’a repris, --reprise en fait un article, lié au premier."
    else:
        yield f"{name} → {written}" if written else f"{name} : deviendrait articles/{made.id}.md."
    if found and not made.doubled:
        yield f"  reprise     de articles/{found.known.id}.md ({shared})"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a draft says of itself under a name, and what that rests on."""

    name: str
    said: str
    why: str = ""

    def __str__(self) -> str:
        return f"{self.said} ({self.why})" if self.why else self.said


def facts(made: Outcome) -> Iterator[Fact]:
    """What the text gave for the fields of the article, where there is to be one."""
    draft = made.draft
    if made.doubled:
        return
    named = (
        ("titre", draft.title),
        ("date", draft.date),
        ("journal", draft.publisher),
        ("signature", draft.author),
        ("adresse", draft.url),
    )
    for key, field in named:
        yield Fact(key, _shown(key, field.value), field.why)
    if not draft.events:
        yield Fact("événements", "—", "aucun de ceux du dossier n’a ces dates, ces personnes et ce lieu")
    for proposed in draft.events:
        yield Fact("événement", proposed.event, proposed.why)
    yield Fact("citations", count(len(draft.quotes), "proposée"), draft.quotes_why)
    yield Fact("coupes", _cuts(draft.reading))
    yield Fact("encodage", draft.source.encoding)


def _shown(key: str, value: str | None) -> str:
    if not value:
        return "à compléter" if key == "date" else "—"
    return f"{value}, {_PRECISION[parse(value).precision.value]}" if key == "date" else value


_PRECISION = {"day": "au jour près", "month": "au mois près", "year": "à l’année près", "span": "dans un intervalle"}


def _cuts(reading: Reading) -> str:
    cuts, doubts = reading.noise.cuts, reading.noise.doubtful
    signs = sum(cut.end - cut.start for cut in cuts)
    said = f"{count(len(cuts), 'passage')}, {count(signs, 'signe')}" if cuts else "aucune"
    return said + (f" ; {count(len(doubts), 'passage douteux gardé', 'passages douteux gardés')}" if doubts else "")


def summed(made: int, doubled: int, failed: int) -> str:
    """The last line after a folder: how many articles there are now, how many were there before, what failed."""
    parts = [count(made, "article"), count(doubled, "texte déjà présent", "textes déjà présents")]
    return ", ".join((*parts, count(failed, "fichier illisible", "fichiers illisibles"))) + "."
