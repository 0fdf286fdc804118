"""The settings that builders read: mkdocs.yml with the words of the dossier's language, and all else as it was."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Settings
from generator.publish.press import RefusedError
from generator.publish.recipe import write_recipe
from generator.words import words_in

SETTINGS = Settings(title="Le lac", subtitle="Deux rives", standfirst="Un essai")


def made(folder: Path, text: str) -> Any:
    """What builders read of a mkdocs.yml."""
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    path = write_recipe(folder / "mkdocs.yml", SETTINGS, words_in("fr"), folder / "build")
    assert path == folder / "build" / "mkdocs.yml"
    return yaml.safe_load(path.read_text("utf-8"))


def test_the_dossier_says_its_name_and_the_folders_stand_beside_the_file(tmp_path: Path) -> None:
    told = made(tmp_path, "site_name: X\ndocs_dir: build/docs\nplugins: [meta]\n")
    assert (told["site_name"], told["site_description"]) == ("Le lac", "Deux rives")
    assert (told["docs_dir"], told["site_dir"], told["plugins"]) == ("docs", "site", ["meta"])


@pytest.mark.parametrize("theme", ["theme: material", "theme: {name: material, language: en}", ""])
def test_the_theme_speaks_the_language_of_the_dossier(tmp_path: Path, theme: str) -> None:
    assert made(tmp_path, theme)["theme"] == {"name": "material", "language": "fr"}


def test_the_folder_of_the_theme_is_found_from_anywhere(tmp_path: Path) -> None:
    told = made(tmp_path, "theme: {name: material, custom_dir: overrides}")
    assert told["theme"]["custom_dir"] == str(tmp_path.resolve() / "overrides")


def test_a_title_that_no_catalogue_has_stays(tmp_path: Path) -> None:
    menu = "nav:\n  - Home: index.md\n  - Presse: articles/index.md\n  - a.md\n  - Places:\n      - Map: carte.md\n"
    assert made(tmp_path, menu)["nav"] == [
        {"Accueil": "index.md"},
        {"Presse": "articles/index.md"},
        "a.md",
        {"Lieux": [{"Carte": "carte.md"}]},
    ]


def test_footnotes_lead_back_in_words(tmp_path: Path) -> None:
    told = made(tmp_path, "markdown_extensions:\n  - abbr\n  - footnotes\n  - tables: {use_align_attribute: true}\n")
    assert told["markdown_extensions"] == [
        "abbr",
        {"footnotes": {"BACKLINK_TITLE": "Retour à l’appel de la note {}"}},
        {"tables": {"use_align_attribute": True}},
    ]


@pytest.mark.parametrize("text", ["a: [1\nb: {\n", "abc"])
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RefusedError):
        made(tmp_path, text)


def test_settings_may_be_inherited(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("copyright: Nous\nstrict: true\n", "utf-8")
    told = made(tmp_path, "INHERIT: base.yml\nstrict: false\n")
    assert (told["copyright"], told["strict"]) == ("Nous", False)
    assert "INHERIT" not in told
