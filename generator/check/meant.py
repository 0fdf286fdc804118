"""The id that was most likely meant by what stands in its place: a name, a part of one, a slip of the pen."""

from collections.abc import Iterator, Set
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from generator.check.reading import Reading
from generator.check.validate import FORMS
from generator.diagnostics import Problem, nearest
from generator.fields import ID_PATTERN
from generator.model import Leader, Place, Source
from generator.text.french import slug

_ALIKE: Final = 0.85
"""How near a name must be to another to be a slip of the pen rather than somebody else's."""


def meant(reading: Reading, found: str, ids: Set[str]) -> str | None:
    """The one of some ids that was meant: by a name of its thing, a slip, or the one word that it has in common."""
    wanted = slug(found)
    named = next((id_ for name, id_ in _names(reading) if slug(name) == wanted and id_ in ids), None)
    parts = [id_ for id_ in sorted(ids) if wanted in id_.split("-")]
    return named or nearest(found, ids) or (parts[0] if len(parts) == 1 else None)


def with_names(reading: Reading) -> Iterator[Problem]:
    """What reading found, with the right id where an id was wanted and the name of a known thing was given."""
    ids = dict(sorted((slug(name), id_) for name, id_ in _names(reading)))
    for problem in reading.problems:
        named = ids.get(slug(problem.found)) if problem.found and problem.expected == FORMS[ID_PATTERN] else None
        yield replace(problem, suggestion=named) if named else problem


def leader_meant(reading: Reading, name: str) -> str | None:
    """The id of the leader whose full name this is, or nearly, though it is written as a stranger's."""
    full = {slug(alias): id_ for alias, id_ in _names(reading, Leader) if " " in alias}
    known = {slug(source.name) for source, _ in reading.each(Source)}
    near = get_close_matches(slug(name), sorted(full), n=1, cutoff=_ALIKE) if " " in name.strip() else []
    return full[near[0]] if near and slug(name) not in known else None


def _names(reading: Reading, *kinds: type[Leader | Place]) -> Iterator[tuple[str, str]]:
    """Every name of a leader or place, with the id."""
    for ref, entity in reading.records.items():
        if isinstance(entity, kinds or (Leader, Place)):
            for name in (entity.name, *entity.aliases):
                yield name, ref.id
