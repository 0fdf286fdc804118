"""What the theme and its scripts say: they have no catalogue of their own and are handed their words.

The templates in `overrides/` find theirs in `config.extra.words`, a script in `overrides/assets/` those of
`config.extra.said`, as JSON in the attribute `data-mots` of its element (`generator.publish.recipe` writes both).
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from babel import Locale
from babel.core import get_global

from generator.words import Words, marked

MENU: Final = (
    marked("Home"),
    marked("Articles"),
    marked("Leaders"),
    marked("Places"),
    marked("Events"),
    marked("Chronology"),
    marked("Map"),
    marked("Meetings"),
    marked("Divergences"),
    marked("Sources"),
)
"""The titles of the menu, as mkdocs.yml has them."""

_TEMPLATES: Final[Mapping[str, str]] = {
    "not_found": marked("Page not found"),
    "error": marked("Error 404"),
    "missing": marked("This page does not exist"),
    "ways": marked(
        "The address may have been copied badly, or the page has changed its name. Here is where to read on:"
    ),
    "edit": marked("Edit the source of this page"),
    "pages": marked("Pages of the dossier"),
    "legal": marked("Legal notice"),
    "sections": marked("Sections"),
    "menu": marked("Menu"),
    "find": marked("Search the dossier"),
    "light": marked("Light theme: switch to the dark one"),
    "dark": marked("Dark theme: switch to the light one"),
}
"""What the templates say, by the names that they have for it."""


def in_templates(words: Words) -> dict[str, str]:
    """What the templates of the theme say, by the names that they have for it."""
    said = {name: words.gettext(message) for name, message in _TEMPLATES.items()}
    return {**said, "search": words.pgettext("verb", "Search"), "locale": _locale(words)}


def _locale(words: Words) -> str:
    """The language with the country where most speak it, as Open Graph wants it: « fr_FR »."""
    likely = Locale.parse(str(get_global("likely_subtags")[words.language]))
    return f"{words.language}_{likely.territory}"


def in_markdown(words: Words) -> dict[str, dict[str, str]]:
    """What extensions of Markdown say, by their names and those of their settings; `{}` is a number."""
    return {"footnotes": {"BACKLINK_TITLE": words.gettext("Back to the place of note %(number)s", number="{}")}}


def in_scripts(words: Words) -> dict[str, str]:
    """What the scripts say: JSON by the path of each."""
    said = {
        "assets/carte/vue.js": _map(words),
        "assets/chronologie/frise.js": _timeline(words),
        "assets/recherche/recherche.js": _search(words),
    }
    return {path: json.dumps(each, ensure_ascii=False, separators=(",", ":")) for path, each in said.items()}


def _map(words: Words) -> dict[str, Any]:
    say = words.catalogue.gettext  # the values are for the script to put in
    return {
        "map": say("Map: the arrows move it, plus and minus make it larger and smaller"),
        "closer": say("Zoom in"),
        "farther": say("Zoom out"),
        "close": say("Close"),
        "events": words.plurals("%(num)s event", "%(num)s events"),
        "two": say("%(one)s and %(other)s"),
        "several": words.plurals("%(first)s and %(num)s other place", "%(first)s and %(num)s other places"),
        "more": words.plurals(
            "… and %(num)s other place: make the map larger.", "… and %(num)s other places: make the map larger."
        ),
        "back": say("Previous"),
        "moment": say("Moment"),
        "on": say("Next"),
        "at": say("%(number)s of %(all)s: %(moment)s"),
        "all": say("All moments"),
        "start": say("All moments. “Next” shows them one by one."),
        "left": words.plurals("%(num)s event of %(all)s", "%(num)s events of %(all)s"),
        "everything": say("Show all"),
    }


def of_tiles(words: Words) -> str:
    """What the script of a map says where a reader may ask for tiles, as JSON: no other page names their host."""
    said = {
        "streets": words.gettext("Show the streets (OpenStreetMap)"),
        "notice": words.gettext(
            "The parts of the map that you look at and your IP address will then be sent to the servers of the "
            "OpenStreetMap Foundation, in the United Kingdom."
        ),
        "contributors": words.gettext("© the contributors of OpenStreetMap"),
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _timeline(words: Words) -> dict[str, Any]:
    return {
        "events": words.plurals("%(num)s event", "%(num)s events"),
        "left": words.plurals("%(num)s event of %(all)s", "%(num)s events of %(all)s"),
        "span": words.catalogue.gettext("%(first)s to %(last)s"),
    }


def _search(words: Words) -> dict[str, Any]:
    say = words.catalogue.gettext
    return {
        "grammar": dict(words.grammar.search),
        "found": words.plurals("%(num)s page found.", "%(num)s pages found."),
        "foundFor": words.plurals("%(num)s page found for “%(words)s”.", "%(num)s pages found for “%(words)s”."),
        "none": say("No page found. The index of names is below."),
        "noneFor": say("No page found for “%(words)s”. The index of names is below."),
        "searching": say("Searching…"),
        "failed": say("The search could not be loaded; the index of names is below."),
        "others": words.plurals("See the other one", "See the %(num)s others"),
    }
