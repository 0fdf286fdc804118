"""Where a hand-written page explains what other pages lead to."""

from pathlib import Path

import pytest
from harness import overlaid

from generator.check import check
from generator.link.library import library
from generator.render.desk import explained_in

BASE = Path(__file__).resolve().parents[1] / "sites" / "base"


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("## Ce que ce dossier ne couvre pas", "#ce-que-ce-dossier-ne-couvre-pas"),
        ("## Ce que ce dossier ne couvre pas encore", "#ce-que-ce-dossier-ne-couvre-pas-encore"),
        ("### Ce que CE dossier ne couvre pas", "#ce-que-ce-dossier-ne-couvre-pas"),
        ("## Ce que ce dossier ne couvre pas {#lacunes}", None),
        ("```\n## Ce que ce dossier ne couvre pas\n```", None),
        ("Ce que ce dossier ne couvre pas est vaste.", None),
        ("## Limites", None),
        ("## Comment les sources sont comptées", "#comment-les-sources-sont-comptees"),
    ],
)
def test_it_is_found_where_the_page_has_its_anchor(tmp_path: Path, heading: str, anchor: str | None) -> None:
    page = tmp_path / "content" / "pages" / "methode.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"---\ntitle: Méthode\n---\nTout est inventé.\n\n{heading}\n\nLe reste.\n", "utf-8")
    dossier = check(overlaid(BASE, tmp_path)).dossier
    assert dossier
    assert list(explained_in(library(dossier)).values()) == ([f"methode.md{anchor}"] if anchor else [])
