"""A dossier on another subject, century and continent: it builds with the same program, which knows neither.

`sites/fachoda` stands beside the small dossiers because it is one: whole, and of made articles. It is
built once, from its `content/` alone.
"""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from browsing import axe_faults
from harness import Site, served
from playwright.sync_api import Browser, expect
from reading import lost_links, parsed, too_wide, wrong_spaces

from generator.check import check
from generator.config import folders
from generator.dates import date_fr
from generator.link.library import everything, ref_to
from generator.load.disk import load
from generator.model import MEETING_KINDS, Dossier, Leader, Place, Source, Status
from generator.pipeline import build
from generator.render.map.countries import BORDERS
from generator.routes import address, src_uri
from generator.text.countries import countries
from generator.text.french import typeset
from generator.words import words_in

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "site-tests" / "sites" / "fachoda" / "content"
ABOUT_THE_WORLD = {
    "generator/text/data/pays.tsv",  # the adjectives and capitals of all countries
    "generator/text/data/autres-adjectifs.tsv",  # other adjectives that the press gives them
    "generator/text/data/autres-noms.tsv",  # other names that the press gives countries
    "generator/text/data/regions.txt",  # the parts of the world
    "generator/text/data/sieges.tsv",  # the seats that stand for those who sit there
    "generator/render/map/countries.py",  # on which side of a border the basemap draws what is disputed
    "generator/locale/fr/LC_MESSAGES/site.po",  # the same in French
    "generator/locale/fr/LC_MESSAGES/site.mo",
    "generator/basemap/territories.py",  # how it does so, in Natural Earth's names
}
"""Files of the program that name countries or towns as data about the whole world."""
ONE_OF_EACH_KIND = (
    "/",
    "/articles/2014-retour-par-djibouti/",
    "/dirigeants/jean-baptiste-marchand/",
    "/lieux/",
    "/lieux/le-caire/",
    "/evenements/second-entretien-delcasse-monson-1898-09/",
    "/chronologie/",
    "/carte/",
    "/rencontres/",
)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    checked = check(load(CONTENT))
    assert checked.problems == ()
    assert checked.dossier is not None
    return checked.dossier


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the second dossier, served on localhost."""
    where = folders(tmp_path_factory.mktemp("fachoda"))
    shutil.copytree(CONTENT, where.content)
    summary = build(where, lambda step: None)
    with served(where.site) as at:
        yield Site(where.site, at, summary)


def test_each_thing_has_a_page_under_its_own_name(second: Site, dossier: Dossier) -> None:
    things = [thing for thing in everything(dossier) if src_uri(ref_to(thing)) != "mentions-legales.md"]
    assert len(things) > 55
    for thing in things:
        name = thing.name if isinstance(thing, Leader | Place | Source) else getattr(thing, "title", "")
        (title,) = parsed(second, f"/{address(src_uri(ref_to(thing)))}").css("h1")
        assert title.text(strip=True) == typeset(name)
    for path in second.pages:
        (title,) = parsed(second, path).css("head > title")
        assert title.text().endswith(typeset(dossier.settings.title)), path


def test_its_links_land_and_its_french_is_set(second: Site) -> None:
    assert lost_links(second) == []
    assert wrong_spaces(second) == []


def test_articles_are_linked_from_what_they_tell_of(second: Site, dossier: Dossier) -> None:
    for article in dossier.articles:
        page = parsed(second, f"/articles/{article.id}/")
        events = {f"../../evenements/{id_}/" for id_ in article.events}
        linked = {node.attributes["href"] or "" for node in page.css("article a[href]")}
        assert events <= linked
        people_and_places = {href for href in linked if href.startswith(("../../dirigeants/", "../../lieux/"))}
        assert len(people_and_places) > 4, article.id
        told = {node.attributes["href"] or "" for node in page.css(".account a[href]")} | events
        for href in told:
            there = parsed(second, href.removeprefix("../.."))
            assert there.css(f'.mentions a[href="../../articles/{article.id}/"]'), (article.id, href)


def test_an_article_of_today_speaks_of_those_who_held_office_then(second: Site) -> None:
    account = parsed(second, "/articles/2004-04-08-avant-l-entente/").css(".account a")
    said = {node.text(): node.attributes["href"] for node in account}
    assert said["le président français"] == "../../dirigeants/felix-faure/"
    assert said["le Premier ministre britannique"] == "../../dirigeants/lord-salisbury/"


def test_a_brother_and_a_namesake_are_not_linked(second: Site) -> None:
    mentions = parsed(second, "/dirigeants/paul-cambon/").css(".mentions p")
    (brothers,) = (mention for mention in mentions if "Jules Cambon" in mention.text())
    assert [node.text() for node in brothers.css("mark")] == ["Cambon"]


def test_the_chronology_goes_through_the_nineteenth_century_in_order(second: Site, dossier: Dossier) -> None:
    page = parsed(second, "/chronologie/")
    assert [node.text(strip=True) for node in page.css("h2")] == ["1895", "1896", "1898", "1899"]
    listed = [node.attributes["href"] or "" for node in page.css(".event-title")]
    events = {f"../evenements/{event.id}/": event for event in dossier.events}
    assert sorted(listed) == sorted(events)
    assert all(events[one].date <= events[other].date for one, other in pairwise(listed))
    days = [node.text() for node in page.css(".event :is(time, .when)")]
    assert days == [typeset(date_fr(events[href].date)) for href in listed]
    assert {"10\u00a0juillet 1898", "entre le 27 et le 30\u00a0septembre 1898"} <= set(days)


def test_the_meetings_are_those_of_established_talks_and_no_others(second: Site, dossier: Dossier) -> None:
    people = {leader.id for leader in dossier.leaders}
    met = {
        frozenset(set(event.participants) & people - set(event.present))
        for event in dossier.events
        if event.kind in MEETING_KINDS and event.status is Status.ESTABLISHED
    }
    pairs = {pair for pair in met if len(pair) == 2}
    page = parsed(second, "/rencontres/")
    cells = {node.attributes["href"] or "" for node in page.css(".matrix td a[href^='#']")}
    assert {frozenset(cell.removeprefix("#").split("--")) for cell in cells} == pairs
    assert len(page.css(".matrix td a[href^='#']")) == 2 * len(pairs)
    assert len(page.css("h2")) == len(pairs) == 5


def test_the_map_shows_its_places_alive_drawn_and_in_words(second: Site, dossier: Dossier, browser: Browser) -> None:
    pinned = {place.name for place in dossier.places if place.lat is not None}
    tree = parsed(second, "/carte/")
    (table,) = (t for t in tree.css("table") if "Pays" in t.text())
    assert {row.css("td")[0].text(strip=True) for row in table.css("tbody tr")} == pinned
    assert len(tree.css(".carte-large .carte-lieux .carte-lieu")) == len(pinned)
    journeys = sum(1 for event in dossier.events for journey in event.journeys if journey.from_)
    assert len(tree.css(".carte-large .carte-trajets path")) == journeys > 8
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{second.address}/carte/")
    expect(page.locator(".carte-vive .carte-lieu").first).to_be_visible()
    shown = page.locator(".carte-vive .carte-etiquette").all_inner_texts()
    shown += page.locator(".carte-pres .carte-lieu").all_text_contents()  # where places crowd, drawn closer
    page.close()
    for name in pinned:
        assert any(name in label for label in shown), name


def test_a_search_finds_no_country_that_a_map_only_shows(second: Site) -> None:
    index = " ".join(gzip.decompress(path.read_bytes()).decode() for path in second.folder.rglob("*.pf_fragment"))
    assert "Fachoda" in index
    drawn = {node.text() for node in parsed(second, "/lieux/fachoda/").css(".carte-pays text")}
    assert {"Algérie", "Libye"} <= drawn
    assert _found({"Algérie", "Libye"}, index) == set()


def test_it_fits_a_phone(second: Site, browser: Browser) -> None:
    assert too_wide(second, browser, 320, ONE_OF_EACH_KIND) == {}


def test_axe_finds_nothing(second: Site, browser: Browser) -> None:
    page = browser.new_page(reduced_motion="reduce")
    found = {}
    for path in ("/dirigeants/jean-baptiste-marchand/", "/chronologie/", "/rencontres/"):  # shaped by the content
        page.goto(second.address + path, wait_until="load")
        if faults := axe_faults(page):
            found[path] = faults
    page.close()
    assert found == {}


def test_every_date_in_a_list_has_the_letters_of_a_date(second: Site, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{second.address}/chronologie/")
    dates = page.locator(".event :is(time, .when)")
    fonts = dates.evaluate_all("nodes => nodes.map(node => getComputedStyle(node).fontFamily)")
    page.close()
    assert len(fonts) == second.summary.events
    assert len(set(fonts)) == 1


# ---- Nothing of one dossier is in the program, nor in the site of another ----


def _names(dossier: Dossier) -> set[str]:
    things: tuple[Leader | Place, ...] = (*dossier.leaders, *dossier.places)
    return {name for thing in things for name in (thing.name, *thing.aliases)}


def _shipped() -> set[str]:
    checked = check(load(ROOT / "content"))
    assert checked.dossier is not None
    return _names(checked.dossier)


def _found(names: set[str], text: str) -> set[str]:
    """Those names that a text holds as whole words."""
    return {name for name in names if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)}


def _program() -> Iterator[tuple[str, str]]:
    """The text of each file of the program, by its path."""
    for path in (ROOT / "mkdocs.yml", *(ROOT / "generator").rglob("*"), *(ROOT / "overrides").rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if path.is_file() and "__pycache__" not in name and name not in ABOUT_THE_WORLD:
            yield name, _text(path)


def _text(path: Path) -> str:
    """The words of a file, whatever it is."""
    text = path.read_bytes().decode("utf-8", "ignore")
    return json.dumps(json.loads(text), ensure_ascii=False) if path.suffix == ".json" else text


def test_the_program_knows_no_name_of_the_dossier_that_ships_with_it() -> None:
    names = _shipped()
    assert len(names) > 50
    assert {path: hits for path, text in _program() if (hits := _found(names, text))} == {}


def test_the_program_knows_no_name_of_this_one(dossier: Dossier) -> None:
    """Countries and capitals apart: London and its country are in addresses and rules of today's world."""
    world = {word for row in countries().values() for word in (row.name, row.capital)}
    names = _names(dossier) - world
    assert {"Marchand", "Fachoda", "Omdourman"} <= names
    assert {path: hits for path, text in _program() if (hits := _found(names, text))} == {}


def test_its_site_holds_no_name_of_the_dossier_that_ships_with_the_program(second: Site, dossier: Dossier) -> None:
    names = _shipped() - _names(dossier)
    assert len(names) > 50
    found = {}
    for path in sorted(second.folder.rglob("*")):
        name = path.relative_to(second.folder).as_posix()
        if path.is_file() and name != "assets/carte/fond.js":  # the basemap and the names of countries near the pins
            text = _text(path).replace(words_in("fr").gettext(BORDERS), "")
            text = re.sub(r'<g class="carte-pays">.*?</g>', "", text, flags=re.S)  # those names, drawn
            if hits := _found(names, text):
                found[name] = hits
    assert found == {}
