"""What MkDocs says, in French; and the new site in the old one's place."""

from pathlib import Path

import pytest

from generator.publish.site import clear_away, in_french, publish, recover
from generator.text.french import spaced


@pytest.mark.parametrize(
    ("said", "read"),
    [
        (
            "Doc file 'a.md' contains a link 'b.md', but the target is not found among documentation files.",
            "a.md : le lien « b.md » mène à « b.md », qui n’existe pas.",
        ),
        (
            "Doc file 'x/a.md' contains a link 'b.md', but the target 'x/b.md' is not found among documentation files. "
            "Did you mean 'c.md'?",
            "x/a.md : le lien « b.md » mène à « x/b.md », qui n’existe pas.",
        ),
        (
            "Doc file 'a.md' contains a link '#z', but there is no such anchor on this page.",
            "a.md : le lien « #z » mène à un titre qui n’existe pas.",
        ),
        (
            "Doc file 'a.md' contains a link 'b.md#z', but the doc 'b.md' does not contain an anchor '#z'.",
            "a.md : le lien « b.md#z » mène à un titre qui n’existe pas.",
        ),
        (
            "Doc file 'a.md' contains an absolute link '/b/', it was left as is. Did you mean 'b.md'?",
            "a.md : le lien « /b/ » n’est pas un lien relatif vers une page du dossier.",
        ),
        (
            "A reference to 'b.md' is included in the 'nav' configuration, which is not found in the documentation "
            "files.",
            "mkdocs.yml : le menu mène à « b.md », qui n’existe pas.",
        ),
        ("Something else.", "MkDocs signale : Something else."),
    ],
)
def test_mkdocs_speaks_french(said: str, read: str) -> None:
    assert in_french(said) == spaced(read)


def _site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def test_the_new_site_takes_the_old_one_s_place(tmp_path: Path) -> None:
    site, new = _site(tmp_path / "site", "old"), _site(tmp_path / "site.new", "new")
    publish(new, site)
    clear_away(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (site / "index.html").read_text("utf-8") == "new"


def test_without_the_new_site_the_old_one_stays(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", "old")
    with pytest.raises(OSError, match=r"site\.new"):
        publish(tmp_path / "site.new", site)
    assert (site / "index.html").read_text("utf-8") == "old"


def test_a_publication_that_was_cut_off_is_undone(tmp_path: Path) -> None:
    _site(tmp_path / "site.old", "old")
    recover(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
