"""The id that was most likely meant by what stands in its place: a name, a part of one, a slip of the pen."""

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from generator.check.reading import Reading
from generator.check.validate import FORMS
from generator.diagnostics import Problem, nearest
from generator.fields import ID_PATTERN
from generator.model import Leader, Place, PlaceKind, Source
from generator.text.countries import country_codes
from generator.text.french import slug

_ALIKE: Final = 0.85
"""How near a name must be to another to be a slip of the pen rather than somebody else's."""
_CLOSE: Final = 0.8
"""How near to an id what has not the form of one must be."""
_SLIP: Final = 0.93
"""How near an id with another date must be to be one."""


def meant(reading: Reading, found: str, ids: Set[str]) -> str | None:
    """The one of some ids that was meant: by a name of its thing, a slip, or the one word that it has in common."""
    wanted = slug(found)
    named = next((id_ for name, id_ in _names(reading) if slug(name) == wanted and id_ in ids), None)
    parts = [id_ for id_ in sorted(ids) if wanted in id_.split("-")]
    near = nearest(found, ids)
    return named or (near if near and _of_one_day(found, near) else None) or (parts[0] if len(parts) == 1 else None)


def _of_one_day(found: str, near: str) -> bool:
    """Whether two ids don't differ by a date, or are alike but for a slip: another day is another event."""
    return _numbers(found) in ([], _numbers(near)) or bool(get_close_matches(found, [near], cutoff=_SLIP))


def _numbers(text: str) -> list[str]:
    return re.findall(r"[0-9]+", text)


def with_names(reading: Reading) -> Iterator[Problem]:
    """What reading found, with the right id where an id was wanted: by a name, a file or nearly the id."""
    named = dict(sorted((slug(name), id_) for name, id_ in _names(reading)))
    ids = sorted({ref.id for ref in reading.documents})
    for problem in reading.problems:
        if problem.found and problem.expected == FORMS[ID_PATTERN]:
            wanted = slug(problem.found.replace("\\", "/").rpartition("/")[2].removesuffix(".md"))
            close = get_close_matches(wanted, ids, n=1, cutoff=_CLOSE)
            new = None if problem.found in country_codes() else wanted  # a code is never an id
            yield replace(problem, suggestion=named.get(wanted) or next(iter(close), new) or None)
        else:
            yield problem


def leader_meant(reading: Reading, name: str) -> str | None:
    """The id of the leader whose full name this is, or nearly, though it is written as a stranger's."""
    full = {slug(alias): id_ for alias, id_ in _names(reading, Leader) if " " in alias}
    known = {slug(source.name) for source, _ in reading.each(Source)}
    near = get_close_matches(slug(name), sorted(full), n=1, cutoff=_ALIKE) if " " in name.strip() else []
    return full[near[0]] if near and slug(name) not in known else None


def _names(reading: Reading, *kinds: type[Leader | Place]) -> Iterator[tuple[str, str]]:
    """Every name of a leader or place, and the code of a country, with the id."""
    for ref, entity in reading.records.items():
        if isinstance(entity, kinds or (Leader, Place)):
            for name in (entity.name, *entity.aliases):
                yield name, ref.id
            if isinstance(entity, Place) and entity.kind is PlaceKind.COUNTRY and entity.country:
                yield entity.country, ref.id
