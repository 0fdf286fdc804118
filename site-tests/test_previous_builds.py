"""A build that begins with what the previous one left makes the same files as one that begins with nothing."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from harness import ARTICLE, DRAFT, bytes_below, small_dossier

from generator.config import Folders
from generator.link.library import library
from generator.pipeline import ContentError, Previous, build, catch_up, examine
from generator.publish.finish import finish_site
from generator.publish.site import SiteError
from generator.render.entries import entries
from generator.search.index import copies_of, indexed, write_index
from generator.words import words_in

EVENT = "content/events/visite-evian-2031-05-02.md"
PLACE = "content/places/evian.md"
PICTURE = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


@dataclass(frozen=True)
class Edit:
    """What somebody does to the files of a dossier."""

    name: str
    do: Callable[[Path], object]
    wrong: type[Exception] | None = None
    """What a build then ends with, where it is a mistake."""


def written(name: str, path: str, text: str | bytes) -> Edit:
    def do(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())

    return Edit(name, do)


def changed(name: str, path: str, *pairs: tuple[str, str], wrong: type[Exception] | None = None) -> Edit:
    def do(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (root / path).write_text(text, "utf-8")

    return Edit(name, do, wrong)


def renamed(name: str, path: str, to: str, wrong: type[Exception] | None = None) -> Edit:
    return Edit(name, lambda root: (root / path).rename(root / to), wrong)


def removed(name: str, path: str, wrong: type[Exception] | None = None) -> Edit:
    return Edit(name, lambda root: (root / path).unlink(), wrong)


LEADER = "content/leaders/paul-mercadier.md"
EDITS = (
    changed("a sentence and a headline", ARTICLE, ("deux rives ».", "deux rives ». Voilà."), ("présidents", "chefs")),
    changed("no such place", EVENT, ("place: evian", "place: evain"), wrong=ContentError),
    changed("the place again, and a sentence", EVENT, ("place: evain", "place: evian"), ("rapportée", "racontée")),
    written("a new draft, which is the newest article", "content/articles/2031-05-04-breve.md", DRAFT),
    removed("a place that others name", PLACE, wrong=ContentError),
    written("the place in another way", PLACE, "---\nname: Évian\nkind: city\nlat: 46.4\nlon: 6.6\n---\nUne rive.\n"),
    changed(
        "a link to a title that is not there",
        ARTICLE,
        ("Voilà", "[Voilà](../leaders/paul-mercadier.md#ses-mots)"),
        wrong=ContentError,
    ),
    changed("the title", LEADER, ("rive sud.", "rive sud.\n\n## Ses mots\n\nAucun.")),
    changed("the title that another page leads to", LEADER, ("## Ses mots", "## Ses silences"), wrong=ContentError),
    changed("the title as before", LEADER, ("## Ses silences", "## Ses mots")),
    renamed("a draft renamed", "content/articles/2031-05-04-breve.md", "content/articles/2031-05-05-breve.md"),
    changed("a picture that is not there", PLACE, ("Une rive.", "![Une rive](../assets/rive.gif)"), wrong=ContentError),
    written("the picture", "content/assets/rive.gif", PICTURE),
    written("another picture", "content/assets/rive.gif", PICTURE.replace(b"\xff", b"\xfe")),
    removed("the draft is gone", "content/articles/2031-05-05-breve.md"),
    changed("another title, another standfirst", "content/dossier.yml", ("lac Léman", "Léman"), ("inventé", "imaginé")),
    changed("a style", "overrides/assets/dossier.css", ("}", "}\n")),
    changed("a broken template", "overrides/main.html", ("{% endblock %}", "{% endbloc %}"), wrong=SiteError),
    changed(
        "the template mended, but for a name",
        "overrides/main.html",
        ("{% endbloc %}", "{% endblock %}"),
        ("config.site_name", "config.nom.nom"),
        wrong=SiteError,
    ),
    changed(
        "another template", "overrides/main.html", ("config.nom.nom", "config.site_name"), ("<title>", "<title>« ")
    ),
    changed("a menu that leads nowhere", "mkdocs.yml", ("carte.md", "plan.md"), wrong=SiteError),
    changed("another menu", "mkdocs.yml", ("plan.md", "carte.md"), ("- Articles:", "- Presse:")),
)


def test_whatever_one_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://exemple.fr/dossier/")
    kept, previous = small_dossier(tmp_path / "dossier"), Previous()
    build(kept, lambda step: None, drafts=True, previous=previous, hurried=True)
    for edit in EDITS:
        standing = bytes_below(kept.site)
        edit.do(kept.root)
        if edit.wrong:
            with pytest.raises(edit.wrong):
                build(kept, lambda step: None, drafts=True, previous=previous, hurried=True)
            assert bytes_below(kept.site) == standing, edit.name
        else:
            build(kept, lambda step: None, drafts=True, previous=previous, hurried=True)
            catch_up(kept, previous)
            fresh = replace(kept, build=tmp_path / "fresh")
            build(fresh, lambda step: None, drafts=True)
            assert bytes_below(kept.docs) == bytes_below(fresh.docs), edit.name
            assert bytes_below(kept.site) == bytes_below(fresh.site), edit.name


def _made_anew(kept: Folders, previous: Previous, edit: Edit) -> set[str]:
    """The pages that a build makes after an edit instead of taking them from the one before."""
    build(kept, lambda step: None, drafts=True, previous=previous, hurried=True)
    assert previous.edition
    before = previous.edition.leaves
    edit.do(kept.root)
    build(kept, lambda step: None, drafts=True, previous=previous, hurried=True)
    after = previous.edition.leaves
    return {uri for uri, leaf in after.items() if leaf is not before.get(uri)}


@pytest.mark.parametrize(
    ("edit", "pages"),
    [
        (changed("nothing", ARTICLE), set()),
        (changed("a sentence", ARTICLE, ("deux rives ».", "deux rives ». Rien de plus.")), {ARTICLE}),
        (written("a draft", "content/articles/2031-05-03-breve.md", DRAFT.replace("-04", "-03")), None),
    ],
    ids=lambda value: value.name if isinstance(value, Edit) else "",
)
def test_only_what_an_edit_touches_is_made_anew(tmp_path: Path, edit: Edit, pages: set[str] | None) -> None:
    kept = small_dossier(tmp_path)
    made = _made_anew(kept, Previous(), edit)
    if pages is None:
        assert "articles/2031-05-03-breve.md" in made
        assert "methode.md" not in made
    else:
        assert made == {page.removeprefix("content/") for page in pages}


def test_a_plugin_of_a_theme_s_own_may_remember_pages_so_nothing_is_kept(tmp_path: Path) -> None:
    kept = small_dossier(tmp_path)
    config = kept.mkdocs.read_text("utf-8")
    assert "plugins: []" in config
    kept.mkdocs.write_text(config.replace("plugins: []", "plugins: [meta]"), "utf-8")
    made = _made_anew(kept, Previous(), changed("nothing", ARTICLE))
    assert made == {path.relative_to(kept.docs).as_posix() for path in kept.docs.rglob("*.md")}


def test_mkdocs_itself_makes_the_same_site(tmp_path: Path) -> None:
    where, words = small_dossier(tmp_path), words_in("fr")
    build(where, lambda step: None)
    dossier = examine(where).dossier
    assert dossier
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    midnight = "1935532800"  # 3 May 2031, the day of the only article
    done = subprocess.run(
        [*command, "--config-file", str(where.build / "mkdocs.yml"), "--site-dir", str(tmp_path / "other")],
        cwd=where.root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": midnight},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    finish_site(tmp_path / "other", {})
    copies = copies_of(tmp_path / "other", entries(library(dossier), words), words)
    write_index(tmp_path / "other", indexed(copies, words.language))
    assert bytes_below(tmp_path / "other") == bytes_below(where.site)
