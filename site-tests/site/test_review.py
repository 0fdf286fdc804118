"""The review of an import in a browser: opened from the disk, on a narrow screen, on paper, without sight."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from browsing import axe_faults
from playwright.sync_api import Browser, Page

from generator.config import Folders
from generator.importing.draft import Given
from generator.importing.outcome import outcome
from generator.importing.review import review
from generator.importing.shelf import Shelf, shelf
from generator.importing.source import source
from generator.reading.rules import own_rules

ROOT: Final = Path(__file__).resolve().parents[2]
TEXTS: Final = ROOT / "site-tests" / "texts"
NARROW: Final = 320

CUTS: Final = """() => [...document.querySelectorAll(".text .coupe")].map(cut => {
  const style = getComputedStyle(cut);
  return [style.textDecorationLine, style.printColorAdjust, style.backgroundColor];
})"""
"""How each cut is set: the line through it, whether paper keeps its colour, and that colour."""

INK: Final = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const grey = (colour) => {
    canvas.fillStyle = "#fff"; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  return [...document.querySelectorAll(".text .coupe")].map(cut => {
    const style = getComputedStyle(cut);
    return [style.textDecorationColor, style.color, style.backgroundColor].map(grey);
  });
}"""
"""How light the line, the words and the ground of each cut are without colour: 0 is black, 1 is white."""


@pytest.fixture(scope="module")
def known() -> Shelf:
    return shelf(Folders(ROOT, ROOT, ROOT / "build"), own_rules())


@pytest.fixture(scope="module", params=["sixth/09-radiodiffuseur-canadien", "open/01*"])
def written(request: pytest.FixtureRequest, known: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The review of a made text, on the disk."""
    (text,) = TEXTS.glob(f"{request.param}.txt")
    made = outcome(source(text.name, text.read_bytes()), known, Given())
    path = tmp_path_factory.mktemp("review") / "relecture.html"
    path.write_text(review(made), "utf-8", newline="")
    return path


@pytest.fixture
def opened(browser: Browser, written: Path) -> Iterator[Page]:
    """The review as a file, on a narrow screen; nothing that it does may fail."""
    context = browser.new_context(viewport={"width": NARROW, "height": 640}, bypass_csp=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(written.as_uri())
    yield page
    assert said == []
    context.close()


def test_nothing_scrolls_sideways_on_a_narrow_screen(opened: Page) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth") <= NARROW
    wide = f"[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > {NARROW})"
    assert opened.evaluate(f"{wide}.map(e => e.outerHTML.slice(0, 80))") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Page, scheme: str) -> None:
    opened.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert axe_faults(opened) == []


def test_paper_shows_what_is_cut_without_colour(opened: Page) -> None:
    opened.emulate_media(media="print", color_scheme="dark")
    cuts = opened.evaluate(CUTS)
    assert cuts
    assert {(line, kept) for line, kept, _ in cuts} == {("line-through", "exact")}
    assert all(ground != "rgba(0, 0, 0, 0)" for _, _, ground in cuts)
    for line, words, ground in opened.evaluate(INK):
        assert ground - line >= 0.3, "the line through a cut is seen in black and white"
        assert ground - words >= 0.5, "and its words are read"
