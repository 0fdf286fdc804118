"""The catalogues of the site: they say all that the program asks for and nothing else, and say it well."""

import json
import re
import tomllib
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.render.labels import EVENT_KINDS, INTERESTS, PLACE_KINDS, PROPERTIES, STATUSES, VERDICT_NAMES
from generator.render.theme import MENU, in_scripts, in_templates, of_tiles
from generator.text.french import typeset
from generator.words import Words, words_in

ROOT: Final = Path(__file__).resolve().parents[2]
LOCALE: Final = ROOT / "generator" / "locale"
LANGUAGES: Final = sorted(path.parents[1].name for path in LOCALE.glob("*/LC_MESSAGES/site.po"))
PLACEHOLDER: Final = re.compile(r"%\((\w+)\)s|%(.?)")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What the program asks for, gathered by the command of the Makefile."""
    (line,) = re.findall(r"pybabel -q (extract .*?)\\\n\s*(.*?-w 120) -o", (ROOT / "Makefile").read_text("utf-8"))
    made = tmp_path_factory.mktemp("words") / "site.pot"
    mapping = ["generator/locale/babel.cfg", "generator/render", "generator/search"]
    absolute = {path: str(ROOT / path) for path in mapping}
    arguments = [absolute.get(word, word) for word in " ".join(line).split()]
    command = ["pybabel", "-q", *arguments, "-o", str(made), *(str(ROOT / path) for path in mapping[1:])]
    CommandLineInterface().run(command)  # type: ignore[no-untyped-call]  # Babel annotates no part of it
    return read_po(BytesIO(made.read_bytes()))


def catalogue(language: str) -> Catalog:
    return read_po(BytesIO((LOCALE / language / "LC_MESSAGES" / "site.po").read_bytes()), locale=language)


def messages(found: Catalog) -> list[Message]:
    return [message for message in found if message.id]


def keys(found: Catalog) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in messages(found)}


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_all_that_is_asked_for_and_nothing_else(language: str, template: Catalog) -> None:
    said = catalogue(language)
    assert keys(said) == keys(template)
    assert len(keys(said)) > 300
    assert not said.obsolete
    for message in messages(said):
        assert not message.fuzzy, message.id
        assert all(forms(message.string)), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_is_what_is_compiled(language: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    assert compiled.getvalue() == (LOCALE / language / "LC_MESSAGES" / "site.mo").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_agree(language: str) -> None:
    """A form for exactly one thing may do without its number, every other has all values of the English."""
    for message in messages(catalogue(language)):
        english = {name for text in forms(message.id) for name, _ in PLACEHOLDER.findall(text)}
        for text in (*forms(message.id), *forms(message.string)):
            found = Counter(name for name, _ in PLACEHOLDER.findall(text))
            assert set(found) | {"num"} == english | {"num"}, message.id
            assert all(rest == "%" for name, rest in PLACEHOLDER.findall(text) if not name), message.id


def test_the_french_is_set_as_french_is() -> None:
    for message in messages(catalogue("fr")):
        for text in forms(message.string):
            assert typeset(text.replace("%%", "%")) == text.replace("%%", "%")


def test_what_has_a_name_in_the_model_has_one_in_words() -> None:
    asked = {key for key, _ in keys(catalogue("fr"))}
    named = (*INTERESTS.values(), *PLACE_KINDS.values(), *PROPERTIES.values(), *STATUSES.values())
    assert {*named, *VERDICT_NAMES.values(), *(word for pair in EVENT_KINDS.values() for word in pair)} <= asked


def test_the_titles_of_the_menu_are_those_of_mkdocs_yml() -> None:
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda loader, node: "")
    told = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader)
    assert tuple(title for entry in told["nav"] for title in entry) == MENU


def test_templates_and_scripts_ask_for_the_words_that_they_are_given() -> None:
    words = words_in("fr")
    asked = {
        name
        for path in sorted((ROOT / "overrides").rglob("*.html"))
        for name in re.findall(r"config\.extra\.words\.(\w+)", path.read_text("utf-8"))
    }
    assert asked == set(in_templates(words))
    for path, told in in_scripts(words).items():
        script = (ROOT / "overrides" / path).read_text("utf-8")
        assert set(re.findall(r"\bWORDS\.(\w+)", script)) == set(json.loads(told)), path
    script = (ROOT / "overrides" / "assets" / "carte" / "vue.js").read_text("utf-8")
    assert set(re.findall(r"\bsaid\.(\w+)", script)) == set(json.loads(of_tiles(words)))


def test_no_script_of_ours_has_french_of_its_own() -> None:
    vendored = tomllib.loads((ROOT / "overrides" / "assets" / "vendor.toml").read_text("utf-8"))["package"]
    theirs = {ROOT / "overrides" / path for package in vendored for path in package["files"]}
    ours = set((ROOT / "overrides").rglob("*.js")) - theirs
    assert len(ours) > 4
    for path in sorted(ours):
        text = re.sub(r"(?m)^\s*//.*$|\s// .*$", "", path.read_text("utf-8"))
        assert re.findall(r"[^\x00-\x7f…’ʼ‘œæ]", text) == [], path


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 événement"), (1, "1 événement"), (2, "2 événements"), (1234, "1\u202f234 événements")],
)
def test_numbers_agree_and_are_set(number: int, said: str) -> None:
    assert words_in("fr").ngettext("%(num)s event", "%(num)s events", number) == said


def test_scripts_know_the_plurals_by_cldr_s_names() -> None:
    words: Words = words_in("fr")
    assert words.plurals("%(num)s event", "%(num)s events") == {
        "one": "%(num)s événement",
        "other": "%(num)s événements",
    }
