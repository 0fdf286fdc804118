"""The review of an import: one HTML page that shows what was cut and how the rest was read."""

from collections import Counter
from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.importing.outcome import Fact, Outcome, becoming, facts
from generator.importing.passages import FAMILIES, Mark, marks, pieces
from generator.text.french import NO_BREAK, spaced, typeset

_LEGEND = {
    "nom": "personne",
    "lieu": "lieu",
    "date": "date",
    "citation": "citation",
    "titre": "titre",
    "parution": "parution",
    "doute": "douteux, gardé",
}


def review(made: Outcome) -> str:
    """The page for an import: complete in itself, to be opened from the disk or printed."""
    environment = Environment(
        loader=PackageLoader("generator.importing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    reading = made.draft.reading
    found = marks(reading)
    return environment.get_template("review.html.j2").render(
        made=made,
        becoming=[spaced(line.strip()) for line in becoming(made, None)],
        facts=[Fact(fact.name, spaced(fact.said), spaced(fact.why)) for fact in facts(made)],
        title=typeset(f"Relecture de {made.draft.source.name}"),
        pieces=list(pieces(reading.raw, found)),
        cut=_counted(found),
        legend=_LEGEND,
        families={name: number for number, name in enumerate(FAMILIES)},
        unknown=reading.unknown,
        nbsp=NO_BREAK,
    )


def _counted(found: Sequence[Mark]) -> list[tuple[str, int, int]]:
    """Each family of what was cut: how many passages and how many characters."""
    passages: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for mark in found:
        if mark.sort == "coupe":
            passages[mark.family] += 1
            characters[mark.family] += mark.end - mark.start
    return [(name, passages[name], characters[name]) for name in FAMILIES if passages[name]]
