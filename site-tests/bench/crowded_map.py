"""The map page of a made dossier with 2,000 places and 5,000 journeys, against the shipped dossier's."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from html import escape
from pathlib import Path, PurePosixPath
from typing import Final

import frontmatter
from browsing import opened_browser
from harness import served
from markdown import Markdown
from mkdocs.config import load_config
from playwright.sync_api import Browser

from bench.figures import Figure
from generator.check import check
from generator.config import folders
from generator.dates import parse
from generator.link.library import Library, library
from generator.load.disk import load
from generator.model import Dossier, Event, EventKind, Journey, Leader, Place, PlaceKind, Status
from generator.pipeline import build
from generator.render.desk import laid_out
from generator.render.maps import large_figure, map_pages
from generator.render.theme import in_scripts
from generator.routes import MAP
from generator.words import words_in

ROOT: Final = Path(__file__).resolve().parents[2]
PLACES: Final = 2_000
JOURNEYS: Final = 5_000
ROUNDS: Final = 7
_OPEN: Final = """
window.opened = new Promise((done) => {
  const look = () => document.querySelector(".carte-vive .carte-lieu")
    ? requestAnimationFrame(() => done(performance.now()))
    : requestAnimationFrame(look);
  requestAnimationFrame(look);
});
"""
"""Says when the first frame with markers is shown, in milliseconds from the start of the navigation."""


def measure(workshop: Path) -> Iterator[Figure]:
    """Build both pages below an empty folder, then open them in turn."""
    real = replace(folders(ROOT), build=workshop / "build")
    build(real, lambda step: None)
    _add_crowded_page(real.site)
    with served(real.site) as address, opened_browser() as browser:
        crowded, shipped = [], []
        for _ in range(ROUNDS):
            shipped.append(_opened(browser, f"{address}/carte/"))
            crowded.append(_opened(browser, f"{address}/foule/"))
        zoomed = [_zoomed(browser, f"{address}/{page}/") for page in ("foule", "carte")]
    what = f"map with {PLACES:,} places and {JOURNEYS:,} journeys, open after"
    yield Figure(what, "ms", tuple(crowded), "the shipped map", tuple(shipped))
    yield Figure("the same, zoomed in after", "ms", zoomed[0], "the shipped map", zoomed[1])


def _opened(browser: Browser, url: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(_OPEN)
    page.goto(url, wait_until="commit")
    time = page.evaluate("window.opened")
    context.close()
    return float(time)  # a whole number of milliseconds comes as an int


def _zoomed(browser: Browser, url: str) -> tuple[float, ...]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(url)
    page.locator(".carte-vive .carte-lieu").first.wait_for()
    script = """() => new Promise((done) => {
        const start = performance.now();
        document.querySelector(".leaflet-control-zoom-in").click();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
    })"""
    times = [page.evaluate(script) for _ in range(ROUNDS)]
    context.close()
    return tuple(times)


def _add_crowded_page(site: Path) -> None:
    """The crowded map's page beside the shipped one: /foule/ as /carte/ would be in that dossier."""
    made = _made()
    words = words_in("fr")
    figure = large_figure(made, words)
    assert figure
    text = next(page.text for page in map_pages(laid_out(made, words, {MAP: figure})) if page.uri == MAP)
    config = load_config(str(ROOT / "mkdocs.yml"))
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    article = re.sub(
        r'href="([a-z]+/[a-z0-9-]+)\.md"', r'href="../\1/"', markdown.convert(frontmatter.loads(text).content)
    )
    own = (path.replace("carte/carte.js", "carte/carte-foule.js") for path in figure.scripts)
    told = in_scripts(words)
    article += "".join(
        f'<script defer src="../{path}" data-mots="{escape(told.get(path, "{}"))}"></script>' for path in own
    )
    shell = (site / "carte" / "index.html").read_text("utf-8")
    page = re.sub(
        r"(<article[^>]*>).*(</article>)", lambda match: match[1] + article + match[2], shell, flags=re.DOTALL
    )
    (site / "foule").mkdir()
    (site / "foule" / "index.html").write_text(page, "utf-8")
    (site / "assets" / "carte" / "carte-foule.js").write_text(figure.script, "utf-8")


def _made() -> Library:
    """A dossier of the shipped one's settings and frame, whose one leader travels from random place to random place."""
    dice = random.Random(2015)
    checked = check(load(ROOT / "content"))
    assert checked.dossier
    assert checked.dossier.settings.map
    settings = checked.dossier.settings.model_copy(update={"milestones": ()})
    frame = checked.dossier.settings.map
    nowhere = PurePosixPath("made.md")
    places = tuple(
        Place(
            id=f"lieu-{number}",
            path=nowhere,
            body="",
            name=f"Lieu {number}",
            kind=PlaceKind.CITY,
            country="FR",
            lat=round(dice.uniform(frame.south, frame.north), 4),
            lon=round(dice.uniform(frame.west, frame.east), 4),
        )
        for number in range(PLACES)
    )
    leader = Leader(id="voyageuse", path=nowhere, body="", name="Une voyageuse")
    return library(
        Dossier(
            settings=settings,
            leaders=(leader,),
            places=places,
            events=tuple(_journey(number, leader, dice.sample(places, 2), dice) for number in range(JOURNEYS)),
        )
    )


def _journey(number: int, leader: Leader, ends: list[Place], dice: random.Random) -> Event:
    start, end = ends
    day = date(1990, 1, 1) + timedelta(days=dice.randrange(12_000))
    return Event(
        id=f"voyage-{number}",
        path=PurePosixPath("made.md"),
        body="",
        title=f"Voyage {number}",
        date=parse(day.isoformat()),
        kind=EventKind.VISIT,
        status=dice.choices(list(Status), (90, 4, 3, 3))[0],
        place=end.id,
        participants=(leader.id,),
        journeys=(Journey.model_validate({"who": leader.id, "from": start.id, "to": end.id}),),
    )
