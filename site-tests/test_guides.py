"""The guides at the root: what they link to is there."""

import re
from pathlib import Path

import pytest

from generator.text.markup import headings, links, plain

ROOT = Path(__file__).resolve().parents[1]
GUIDES = sorted(ROOT.glob("*.md"))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_link_and_anchor_lands(guide: Path) -> None:
    text = guide.read_text("utf-8")
    targets = [text[slice(*link.target)] for link in links(text)]
    lost = [target for target in targets if not target.startswith("https://") and not _lands(target, guide)]
    assert lost == []


def _lands(target: str, guide: Path) -> bool:
    path, _, anchor = target.partition("#")
    file = guide.parent / path if path else guide
    if not file.exists():
        return False
    return not anchor or anchor in _anchors(file.read_text("utf-8"))


def _anchors(text: str) -> set[str]:
    """The anchors that a source browser gives to the headings of a Markdown text."""
    lines = [text[start:].split("\n", 1)[0] for start, _ in headings(text)]
    return {re.sub(r"[^\w\- ]", "", plain(line).lower()).replace(" ", "-") for line in lines}


def test_the_guides_link_to_each_other_and_to_their_own_headings() -> None:
    found = [
        guide.read_text("utf-8")[slice(*link.target)] for guide in GUIDES for link in links(guide.read_text("utf-8"))
    ]
    assert {"GUIDE-EDITEUR.md", "CONTRIBUTING.md", "CHANGELOG.md", "#les-messages"} <= set(found)
