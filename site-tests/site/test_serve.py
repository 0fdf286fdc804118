"""Serving while editing, as an editor sees it in a browser."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60_000
"""Milliseconds after which a page that has not followed is held for stuck."""


@pytest.fixture
def broken() -> bool:
    """Whether the dossier is broken before it is served; a test may say so."""
    return False


@pytest.fixture
def served(tmp_path: Path, broken: bool) -> Iterator[tuple[str, Path]]:
    """A copy of the small dossier, served; its address and its folder."""
    source = ROOT / "site-tests" / "sites" / "base" / "content"
    for file in source.rglob("*"):
        if file.is_file():
            copy = tmp_path / "content" / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    if broken:
        settings = tmp_path / "content" / "dossier.yml"
        settings.write_text(settings.read_text("utf-8").replace("title:", "titre:", 1), "utf-8")
    command = [sys.executable, "-u", "-m", "generator", "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if match := re.search(r"http://127\.0\.0\.1:\d+", line):
                yield match[0], tmp_path
                break
        else:
            pytest.fail("".join(said))
        process.terminate()
        process.stdout.read()


def test_the_open_page_follows_edits_and_survives_mistakes(served: tuple[str, Path], page: Page) -> None:
    address, folder = served
    settings = folder / "content" / "dossier.yml"
    written = settings.read_text("utf-8")
    title = re.search(r"^title: (.*)$", written, re.M)
    assert title is not None
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    good = page.inner_text("h1")

    settings.write_text(written.replace(title[0], "title: Un titre refait"), "utf-8")
    expect(page.locator("h1")).to_have_text("Un titre refait", timeout=_PATIENCE)

    settings.write_text(written.replace(title[0], "titre: Sans titre"), "utf-8")
    expect(page.get_by_role("alert")).to_contain_text("content/dossier.yml:", timeout=_PATIENCE)
    expect(page.get_by_role("alert")).to_contain_text("Vouliez-vous dire «\u202ftitle\u202f»")
    expect(page.locator("h1")).to_have_text("Un titre refait")

    settings.write_text(written, "utf-8")
    expect(page.locator("h1")).to_have_text(good, timeout=_PATIENCE)
    expect(page.get_by_role("alert")).to_be_hidden()


@pytest.mark.parametrize("broken", [True])
def test_a_dossier_that_is_broken_at_first_shows_why_and_then_itself(served: tuple[str, Path], page: Page) -> None:
    address, folder = served
    page.goto(address)
    expect(page.locator("h1")).to_have_text("Pas encore de page")
    expect(page.get_by_role("alert")).to_contain_text("content/dossier.yml:1")
    settings = folder / "content" / "dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("titre:", "title:", 1), "utf-8")
    expect(page.locator("h1")).to_have_text("Le traité du lac Léman", timeout=_PATIENCE)
