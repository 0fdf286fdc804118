"""The id that was most likely meant by what stands in its place: a name, a part of one, a slip of the pen."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from generator.check.reading import Reading
from generator.check.validate import FORMS
from generator.diagnostics import Problem, nearest
from generator.fields import ID_PATTERN
from generator.model import Event, Leader, Place, PlaceKind, Source
from generator.text.french import slug

_ALIKE: Final = 0.85
"""How near a name must be to another to be a slip of the pen rather than somebody else's."""
_CLOSE: Final = 0.8
"""How near to an id what has not the form of one must be."""
_ADDRESSED: Final = re.compile(r"(?:(?P<who>m|mr|mme|mlle|president|presidente)|(?P<initial>[a-z]))-(?=[a-z]{2})")
"""What stands before a last name in the place of a first one: « Mme », « A. »."""
_SLIP: Final = 0.93
"""How near an id with another date must be to be one."""


def meant(reading: Reading, found: str, ids: Set[str]) -> str | None:
    """The one of some ids that was meant: by a name of its thing, a slip, or the one word that it has in common."""
    wanted = slug(found)
    named = next(
        (id_ for name, id_ in (*_names(reading), *_titles(reading)) if slug(name) == wanted and id_ in ids), None
    )
    parts = [id_ for id_ in sorted(ids) if wanted in id_.split("-")]
    near = nearest(found, ids)
    return named or (near if near and of_one_day(found, near) else None) or (parts[0] if len(parts) == 1 else None)


def of_one_day(found: str, near: str) -> bool:
    """Whether an id has the date of another as far as it gives one, but for a slip: another day is another event."""
    given = _numbers(found)
    return given == _numbers(near)[: len(given)] or bool(get_close_matches(found, [near], cutoff=_SLIP))


def _numbers(text: str) -> list[str]:
    return re.findall(r"[0-9]+", text)


def with_names(reading: Reading) -> Iterator[Problem]:
    """What reading found, with the right id where an id was wanted: by a name, a file or nearly the id."""
    named = dict(sorted((slug(name), id_) for name, id_ in (*_titles(reading), *_names(reading))))
    ids = sorted({ref.id for ref in reading.documents})
    for problem in reading.problems:
        if problem.found and problem.expected == FORMS[ID_PATTERN] and not problem.suggestion:
            yield replace(problem, suggestion=_id_meant(problem.found, named, ids))
        else:
            yield problem


def _id_meant(found: str, named: Mapping[str, str], ids: Sequence[str]) -> str | None:
    """The id that is there and was meant by a text that is none: of its thing's name, its file, or nearly itself."""
    wanted = slug(found.replace("\\", "/").rpartition("/")[2].removesuffix(".md"))
    addressed = _ADDRESSED.match(wanted)
    last = named.get(wanted[addressed.end() :]) if addressed else None
    if addressed and last and (addressed["who"] or last.startswith(addressed["initial"])):
        return last
    close = get_close_matches(wanted, ids, n=1, cutoff=_CLOSE)
    return named.get(wanted) or next((near for near in close if of_one_day(wanted, near)), None)


def leader_meant(reading: Reading, name: str) -> str | None:
    """The id of the leader whose name this is, or nearly a full one, though it is written as a stranger's."""
    known = {slug(source.name) for source, _ in reading.each(Source)}
    if slug(name) in known:
        return None
    names = list(_names(reading, Leader))
    same = {id_ for alias, id_ in names if alias == name.strip()}
    full = {slug(alias): id_ for alias, id_ in names if " " in alias}
    near = get_close_matches(slug(name), sorted(full), n=1, cutoff=_ALIKE) if " " in name.strip() else []
    return min(same) if len(same) == 1 else full[near[0]] if near else None


def _titles(reading: Reading) -> Iterator[tuple[str, str]]:
    """Every title of an event, with the id: two of one title are told apart by their dates."""
    titles = [(event.title, event.id) for event, _ in reading.each(Event)]
    once = Counter(title for title, _ in titles)
    yield from ((title, id_) for title, id_ in titles if once[title] == 1)


def _names(reading: Reading, *kinds: type[Leader | Place]) -> Iterator[tuple[str, str]]:
    """Every name of a leader or place, and the code of a country, with the id."""
    for ref, entity in reading.records.items():
        if isinstance(entity, kinds or (Leader, Place)):
            for name in (entity.name, *entity.aliases):
                yield name, ref.id
            if isinstance(entity, Place) and entity.kind is PlaceKind.COUNTRY and entity.country:
                yield entity.country, ref.id
