"""The settings by which a builder makes the site: mkdocs.yml, in the language of the dossier and complete.

mkdocs.yml speaks English like the rest of the program. `build/mkdocs.yml` is what MkDocs or Zensical reads: the same
with the menu and the words of the templates and scripts from the catalogue, and with what the dossier
says of itself.
"""

import os
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.memo import Compute, afresh
from generator.model import Settings
from generator.publish.press import RefusedError
from generator.render.theme import in_markdown, in_scripts, in_templates
from generator.words import Words

RECIPE: Final = "mkdocs.yml"
"""Its path in the build folder."""


def write_recipe(mkdocs: Path, settings: Settings, words: Words, build: Path, compute: Compute = afresh) -> Path:
    """Write the settings into the build folder, and say where; the folders in them are seen from there.

    Raises RefusedError where mkdocs.yml can't be read; what is wrong in it otherwise is for the builder to say.
    """
    path = build / RECIPE
    text = compute(_recipe, mkdocs, mkdocs.read_bytes(), settings, words)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return path


def _recipe(mkdocs: Path, data: bytes, settings: Settings, words: Words) -> str:
    """The settings for a file `mkdocs` of these bytes."""
    file = BytesIO(data)
    file.name = str(mkdocs)  # from there INHERIT is looked up
    try:
        told: dict[str, Any] = yaml_load(file, loader=get_yaml_loader()) or {}
    except (yaml.YAMLError, ConfigurationError) as error:
        raise RefusedError([str(error)]) from error
    if not isinstance(told, dict):
        raise RefusedError([f"{mkdocs.name}: {told}"])
    return yaml.safe_dump(_worded(told, settings, words, mkdocs.parent), allow_unicode=True, sort_keys=False)


def _worded(told: dict[str, Any], settings: Settings, words: Words, home: Path) -> dict[str, Any]:
    given = told.get("theme")
    theme: dict[str, Any] = dict(given) if isinstance(given, dict) else {"name": given or "material"}
    theme["language"] = words.language
    if "custom_dir" in theme:
        theme["custom_dir"] = os.path.normpath(home.resolve() / theme["custom_dir"])
    extra = {**(told.get("extra") or {}), "words": in_templates(words), "said": in_scripts(words)}
    own: dict[str, Any] = {"docs_dir": "docs", "site_dir": "site", "theme": theme, "extra": extra}
    if isinstance(told.get("markdown_extensions"), list):
        own["markdown_extensions"] = list(_extensions(told["markdown_extensions"], words))
    title, subtitle = words.grammar.typeset(settings.title), words.grammar.typeset(settings.subtitle)
    if isinstance(told.get("nav"), list):
        own["nav"] = list(_menu(told["nav"], words))
    return {**told, "site_name": title, "site_description": subtitle, **own}


def _menu(entries: Iterable[Any], words: Words) -> Iterable[Any]:
    """The entries of a menu; a title that is in no catalogue is the dossier's own and stays."""
    for entry in entries:
        if isinstance(entry, dict):
            named = ((words.catalogue.gettext(str(title)), below) for title, below in entry.items())
            yield {title: list(_menu(below, words)) if isinstance(below, list) else below for title, below in named}
        else:
            yield entry


def _extensions(entries: Iterable[Any], words: Words) -> Iterable[Any]:
    """The extensions of Markdown, with words for what they would say in English."""
    said = in_markdown(words)
    for entry in entries:
        yield {entry: said[entry]} if isinstance(entry, str) and entry in said else entry
