"""What a small card tells of a person, an event, a place or a source before one follows a link to it."""

import json
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from generator.link.library import Library, ref_to
from generator.model import Event, Leader, Place, Role, Source, Status
from generator.render import labels
from generator.render.desk import described
from generator.render.environment import interest_of
from generator.routes import address, src_uri
from generator.text.french import typeset, upper_first
from generator.words import Words

PREVIEWS: Final = "assets/apercus-fiches.js"
"""Its path from `docs_dir`; overrides/assets/apercus.js asks for it when it is first wanted."""


_Told: TypeAlias = Leader | Place | Event | Source


def previews(library: Library, words: Words) -> str:
    """By the address of each page from the site's root: its name, its facts, and one line of the editors'.

    It is a script, so that a page from file:// can load it too.
    The offices of a person stand with their first and last days: the script takes the one of the day of the page
    that is being read (`generator.link.library.role_at`), and on a page without a day `facts`, which say when they
    were held.
    """
    things: tuple[_Told, ...] = (*library.leaders, *library.places, *library.events, *library.sources)
    places = {place.id: place.name for place in library.places}
    told = {}
    for thing in things:
        ref = ref_to(thing)
        told[address(src_uri(ref))] = _told(thing, places, words, draft=ref in library.drafts)
    told = {page: said for page, said in told.items() if said.keys() - {"name"}}
    return f"window.dossierApercus = {json.dumps(told, ensure_ascii=False, separators=(',', ':'))};\n"


def _told(thing: _Told, places: Mapping[str, str], words: Words, *, draft: bool) -> dict[str, Any]:
    told: dict[str, Any] = {"line": described(thing)}
    standing = [words.gettext("draft")] if draft else []
    told["ties"] = typeset(upper_first(labels.interest(words, interest_of(thing))))
    match thing:
        case Source():
            facts = []
            told |= {"name": typeset(thing.name)}
        case Leader():
            last = next(reversed(thing.roles), None)
            facts = [last.office, words.period(last)] if last else []
            told |= {"name": typeset(thing.name), "offices": [_office(role) for role in thing.roles]}
        case Place():
            country = words.country(thing.country) if thing.country and thing.within else ""
            facts = [words.gettext(labels.PLACE_KINDS[thing.kind]), country]
            told |= {"name": typeset(thing.name)}
        case Event():
            facts = [words.date(thing.date), places[thing.place] if thing.place else ""]
            told |= {"name": typeset(thing.title)}
            if thing.status is not Status.ESTABLISHED:
                standing.append(words.gettext(labels.STATUSES[thing.status]))
    told["status"] = ", ".join(standing)
    told["facts"] = typeset(upper_first(", ".join(filter(None, facts))))
    return {key: value for key, value in told.items() if value}


def _office(role: Role) -> tuple[str, str, str]:
    first, last = (role.from_.first if role.from_ else ""), (role.to.last if role.to else "")
    return str(first), str(last), typeset(upper_first(role.office))
