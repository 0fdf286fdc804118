"""What MkDocs finds wrong in mkdocs.yml, as an editor reads it."""

from pathlib import Path

import pytest
from harness import small_dossier
from mkdocs.config.defaults import MkDocsConfig

from generator.check.builder import OPTIONS, builder, told
from generator.model import Settings
from generator.pipeline import ContentError, build, builder_faults
from generator.publish.site import SiteError, build_site
from generator.text.french import spaced
from generator.words import words_in

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = Settings(title="Le lac", subtitle="Deux rives", standfirst="Un essai")


def test_its_options_are_those_of_mkdocs() -> None:
    assert {name for name, _ in MkDocsConfig._schema} | {"INHERIT"} == OPTIONS


def test_that_of_the_project_has_no_fault() -> None:
    assert builder((ROOT / "mkdocs.yml").read_bytes()) == ()


def test_faults_stop_a_build_before_mkdocs_is_asked(tmp_path: Path) -> None:
    where = small_dossier(tmp_path)
    where.mkdocs.write_text("site_name: a\ntheme: material\n", "utf-8")
    with pytest.raises(ContentError) as refused:
        build(where, lambda step: None)
    assert [(problem.path.name, problem.code) for problem in refused.value.problems] == [("mkdocs.yml", "E101")]
    where.mkdocs.unlink()
    assert builder_faults(where) == ()


def test_what_is_inherited_is_not_missing() -> None:
    assert builder(b"INHERIT: base.yml\n") == ()


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        (
            "name: material",
            "name: materiel",
            "E104 Thème inconnu « materiel ». Attendu : l’un des thèmes mkdocs, readthedocs, material.",
        ),
        ("custom_dir: overrides", "custom_dir: overides", "E106 Le dossier « overides » n’existe pas."),
        ("  - abbr\n", "  - abreviations\n", "E106 L’extension « abreviations » ne peut être chargée."),
        ("plugins: []", "plugins: [cherche]", "E106 Le greffon « cherche » n’est pas installé."),
        ("    anchors: warn", "    anchors: non", "E104 Valeur inconnue « non ». Attendu : l’une des valeurs warn,"),
        (
            "plugins: []",
            "plugins: []\nextra_templates: a.html",
            "E103 Réglage « extra_templates » : valeur d’un mauvais type. Attendu : une liste.",
        ),
        (
            "plugins: []",
            "plugins: []\ndev_addr: ici",
            "E106 MkDocs refuse le réglage « dev_addr » et dit en anglais : «",
        ),
    ],
)
def test_a_value_that_mkdocs_refuses_is_told_in_french_on_its_line(
    tmp_path: Path, old: str, new: str, read: str
) -> None:
    where = small_dossier(tmp_path)
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert old in text
    changed = text.replace(old, new)
    where.mkdocs.write_text(changed, "utf-8")
    where.docs.mkdir(parents=True)
    with pytest.raises(SiteError) as refused:
        build_site(where, SETTINGS, words_in("fr"), epoch=0)
    (problem,) = refused.value.problems
    line = 1 + text[: text.index(old)].count("\n") + new.rstrip("\n").count("\n")
    assert str(problem).startswith(spaced(f"mkdocs.yml:{line}: {read}"))


def test_what_mkdocs_says_of_something_else_is_none_of_its_settings() -> None:
    assert told(b"site_name: a\n", "Doc file 'a.md' contains a link 'b.md', but the target is not found.") is None
