"""What MkDocs need not make again, and what it must though no page has changed."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from harness import bytes_below

from generator.config import Folders
from generator.model import Settings
from generator.publish.site import SiteError, build_site
from generator.words import words_in

if TYPE_CHECKING:
    from generator.publish.press import Edition

CONFIG = """\
site_name: Essai
theme: {name: material, language: fr}
plugins: []
not_in_nav: "*.md"
nav: [index.md, a.md]
"""


@dataclass
class Pages:
    """A folder of pages, built again and again."""

    where: Folders
    edition: "Edition | None" = None
    settings: Settings = field(default_factory=lambda: Settings(title="Essai", subtitle="Des pages", standfirst="Peu"))

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.where.docs / f"{name}.md").write_text(text, "utf-8")

    def remove(self, name: str) -> None:
        (self.where.docs / f"{name}.md").unlink()

    def build(self) -> dict[str, bytes]:
        """Build after what was built before, and from nothing: the same; else an AssertionError."""
        last, self.edition = self.edition, None
        built = build_site(self.where, self.settings, words_in("fr"), epoch=0, last=last)
        self.edition = built.edition
        found = {**bytes_below(built.folder), **built.edition.pages}
        fresh = build_site(self.where, self.settings, words_in("fr"), epoch=0)
        assert found == bytes_below(fresh.folder)
        return found


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    """Three pages, the second of which leads to the third."""
    made = Pages(Folders(tmp_path, tmp_path, tmp_path / "build"))
    made.where.docs.mkdir(parents=True)
    made.where.mkdocs.write_text(CONFIG, "utf-8")
    made.write(index="# Accueil\n", a="# Page a\n\n[Vers b](b.md)\n", b="# Page b\n")
    return made


def test_a_link_to_a_page_that_has_gone_is_found_though_its_own_page_stays(pages: Pages) -> None:
    pages.build()
    pages.remove("b")
    with pytest.raises(SiteError, match=r"a\.md.*b\.md"):
        pages.build()
    pages.write(b="# Page b\n")
    pages.build()


def test_a_page_that_comes_leaves_the_others_as_they_are(pages: Pages) -> None:
    pages.build()
    pages.write(c="# Page c\n")
    assert b"Page c" in pages.build()["c/index.html"]


def test_a_title_in_the_menu_is_new_on_every_page(pages: Pages) -> None:
    assert b"Page a" in pages.build()["b/index.html"]
    pages.write(a="# Page alpha\n\n[Vers b](b.md)\n")
    assert b"Page alpha" in pages.build()["b/index.html"]
