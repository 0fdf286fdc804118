"""What a page says of itself where it is shared, listed or read by machine."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

import pytest
from harness import Site, Watch, served, small_dossier
from PIL import Image
from playwright.sync_api import Page, expect
from reading import parsed
from selectolax.lexbor import LexborHTMLParser

from generator.check import check
from generator.config import Folders
from generator.dates import Precision
from generator.link.library import ref_to
from generator.load.disk import load
from generator.model import Dossier, PublisherBasis, Status
from generator.originals.verification import Verifications
from generator.pipeline import build
from generator.routes import address, src_uri
from generator.text.french import typeset

HOST: Final = "https://dossier.test/sous/"
DAY: Final = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
REQUIRED: Final = {
    "Article": {"identifier", "datePublished", "isBasedOn"},  # one of them: a page's own, or that of what was read
    "Event": {"name", "url", "description"},
    "Person": {"name"},
    "Place": {"name"},
    "City": {"name", "url"},
    "Country": {"name", "url"},
    "Airport": {"name", "url"},
    "Organization": {"name"},
    "WebSite": {"name", "url"},
    "WebPage": {"name", "url", "isPartOf"},
    "CollectionPage": {"name", "url", "isPartOf", "description"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "GeoCoordinates": {"latitude", "longitude"},
    "PostalAddress": {"addressCountry"},
    "PropertyValue": {"propertyID", "value"},
    "Role": {"hasOccupation"},
    "Occupation": {"name"},
    "CreativeWork": {"name"},
}

Node = dict[str, Any]


@pytest.fixture(scope="module")
def published(real: Folders, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real dossier, built for an address."""
    where = replace(real, build=tmp_path_factory.mktemp("published"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", HOST)
        return Site(where.site, HOST, build(where, lambda step: None))


@pytest.fixture(scope="module")
def dossier(real: Folders) -> tuple[Dossier, Verifications]:
    checked = check(load(real.content))
    assert checked.dossier is not None
    return checked.dossier, checked.verifications


def told(tree: LexborHTMLParser) -> dict[str, str]:
    """What a page's head says, by the name of the property."""
    return {
        node.attributes.get("property") or node.attributes.get("name") or "": node.attributes.get("content") or ""
        for node in tree.css("head meta[property], head meta[name]")
    }


def titled(tree: LexborHTMLParser) -> str:
    (title,) = tree.css("head > title")
    return title.text()


def graph(tree: LexborHTMLParser) -> list[Node]:
    (script,) = tree.css('script[type="application/ld+json"]')
    read = json.loads(script.text())
    assert read["@context"] == "https://schema.org"
    nodes: list[Node] = read["@graph"]
    return nodes


def nodes_in(value: object) -> Iterator[Node]:
    """Every node of a graph, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes_in(inner)


def pages(site: Site) -> Iterator[tuple[str, LexborHTMLParser]]:
    for path in site.pages:
        if path != "/404.html":
            yield path, parsed(site, path)


def file_at(site: Site, address: str) -> Path:
    """The file that answers at an address of the site."""
    assert address.startswith(HOST), address
    path = address.removeprefix(HOST)
    return site.folder / (f"{path}index.html" if not path or path.endswith("/") else path)


def test_every_page_says_what_it_is(published: Site) -> None:
    for path, tree in pages(published):
        said = told(tree)
        here = urljoin(HOST, path.lstrip("/"))
        (canonical,) = tree.css("link[rel=canonical]")
        assert canonical.attributes["href"] == said["og:url"] == here
        assert said["og:title"] in titled(tree), path
        assert said["description"] == said["og:description"] != "", path
        assert said["og:type"] in {"article", "profile", "website"}
        assert (said["og:locale"], said["twitter:card"]) == ("fr_FR", "summary_large_image")
    titles = [titled(tree) for _, tree in pages(published)]
    assert len(set(titles)) == len(titles)
    descriptions = [told(tree)["description"] for _, tree in pages(published)]
    assert len(set(descriptions)) == len(descriptions)


def test_every_page_has_a_picture_of_its_own(published: Site) -> None:
    seen = set()
    for path, tree in pages(published):
        said = told(tree)
        file = file_at(published, said["og:image"])
        with Image.open(file) as picture:
            assert picture.size == (int(said["og:image:width"]), int(said["og:image:height"])) == (1200, 630)
            assert picture.format == "PNG"
        assert file.stat().st_size < 30_000, path
        assert said["og:image:alt"] == said["og:title"]
        seen.add(file.read_bytes())
    assert len(seen) == len(list(pages(published)))


def test_what_machines_read_is_whole(published: Site) -> None:
    kinds = set()
    for path, tree in pages(published):
        for node in nodes_in(graph(tree)):
            kind = node["@type"]
            kinds.add(kind)
            needed = REQUIRED[kind]
            assert needed & node.keys() if kind == "Article" else needed <= node.keys(), (path, node)
            assert all(value not in ("", None, []) for value in node.values()), (path, node)
            for name in ("startDate", "endDate", "datePublished", "dateModified"):
                assert re.fullmatch(DAY, node.get(name, "2000")), (path, node)
            for name in ("url", "item", "image"):
                if name in node and "identifier" not in node:
                    assert file_at(published, node[name]).is_file(), (path, node[name])
    assert {"Article", "Event", "Person", "Place", "BreadcrumbList", "WebSite", "CollectionPage"} <= kinds


def test_the_way_from_the_home_page_stands_on_every_other(published: Site) -> None:
    for path, tree in pages(published):
        crumbs = [node for node in graph(tree) if node["@type"] == "BreadcrumbList"]
        assert len(crumbs) == (path != "/"), path
        for node in crumbs:
            items = node["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert (items[0]["item"], items[-1]["item"]) == (HOST, urljoin(HOST, path.lstrip("/")))


def _main(site: Site, path: str) -> Node:
    return graph(parsed(site, path))[0]


def test_an_article_names_what_it_is_based_on(published: Site, dossier: tuple[Dossier, Verifications]) -> None:
    for article in dossier[0].articles:
        node = _main(published, f"/articles/{article.id}/")
        assert (node["@type"], node["headline"]) == ("Article", typeset(article.title))
        read = node["isBasedOn"]
        assert article.original is not None
        assert read["identifier"]["value"] == article.original.sha256
        assert read.get("url") == article.url
        sure = not (article.date.approximate or article.date.uncertain) and article.date.precision is not Precision.SPAN
        assert read.get("datePublished") == (str(article.date) if sure else None), article.id
        named = article.publisher_basis in {PublisherBasis.TEXT, PublisherBasis.DECLARED}
        assert ("publisher" in read) == named, article.id
        assert not {"author", "datePublished"} & node.keys(), "nobody says who wrote the account, nor since when"
        assert not {"articleBody", "text"} & {key for inner in nodes_in(node) for key in inner}


def test_only_what_happened_is_an_event(published: Site, dossier: tuple[Dossier, Verifications]) -> None:
    seen = set()
    for event in dossier[0].events:
        nodes = graph(parsed(published, f"/evenements/{event.id}/"))
        kinds = {node["@type"] for node in nodes_in(nodes)}
        assert ("Event" in kinds) == (event.status is Status.ESTABLISHED), event.id
        if event.status is not Status.ESTABLISHED:
            continue
        node = nodes[0]
        assert node["name"] == typeset(event.title)
        plain = re.fullmatch(DAY, str(event.date)) is not None
        assert ("startDate" in node) == (plain or "/" in str(event.date))
        assert str(event.date).startswith(node.get("startDate", ""))
        named = {who["name"] for who in node.get("attendee", ())}
        people = {leader.id: leader.name for leader in dossier[0].leaders}
        assert named == {people[id_] for id_ in event.participants if id_ in people and id_ not in event.identified}
        seen.add(plain)
    assert seen


def test_people_and_places_are_named_as_such(published: Site, dossier: tuple[Dossier, Verifications]) -> None:
    for leader in dossier[0].leaders:
        node = _main(published, f"/dirigeants/{leader.id}/")
        assert (node["@type"], node["name"]) == ("Person", leader.name)
        offices = [role["hasOccupation"]["name"] for role in node.get("hasOccupation", ())]
        assert offices == [role.office for role in leader.roles]
    for place in dossier[0].places:
        node = _main(published, f"/lieux/{place.id}/")
        assert node["@type"] in {"Place", "City", "Country", "Airport"}
        point = node.get("geo", {})
        assert (point.get("latitude"), point.get("longitude")) == (place.lat, place.lon)


def test_the_sitemap_gives_the_day_that_the_content_gives(
    published: Site, dossier: tuple[Dossier, Verifications]
) -> None:
    listed = dict(
        re.findall(
            r"<loc>([^<]+)</loc>\s*(?:<lastmod>([^<]+)</lastmod>)?",
            (published.folder / "sitemap.xml").read_text("utf-8"),
        )
    )
    assert set(listed) == {urljoin(HOST, path.lstrip("/")) for path, _ in pages(published)}
    content, verified = dossier
    for article in content.articles:
        read = verified.original(article)
        days = [str(read.day) if read else "", str(article.original.read or "") if article.original else ""]
        days += [str(correction.date) for correction in article.corrections]
        assert listed[f"{HOST}articles/{article.id}/"] == max(days)
    newest = max(listed[f"{HOST}articles/{article.id}/"] for article in content.articles)
    assert listed[HOST] >= newest
    assert listed[f"{HOST}methode/"] == max((str(c.date) for p in content.pages for c in p.corrections), default="")


def test_every_page_that_shows_an_article_has_a_day(published: Site, dossier: tuple[Dossier, Verifications]) -> None:
    written = {f"/{address(src_uri(ref_to(page)))}" for page in dossier[0].pages}
    sitemap = (published.folder / "sitemap.xml").read_text("utf-8")
    dated = set(re.findall(r"<loc>([^<]+)</loc>\s*<lastmod>", sitemap))
    for path, tree in pages(published):
        shown = tree.css('.md-content__inner a[href*="articles/2"]')
        if shown and path not in written:
            assert urljoin(HOST, path.lstrip("/")) in dated, path


def test_without_an_address_nothing_pretends_to_one(site: Site) -> None:
    for path, tree in pages(site):
        said = told(tree)
        assert not {"og:url", "og:image"} & said.keys(), path
        assert (said["og:title"] != "", said["twitter:card"]) == (True, "summary"), path
        own = [node for node in nodes_in(graph(tree)) if "identifier" not in node]
        assert not [node for node in own if {"url", "image", "item"} & node.keys()], path
    assert not (site.folder / "assets" / "partage").exists()


def test_the_manifest_leads_to_icons_of_their_size(site: Site, page: Page, watch: Watch) -> None:
    page.goto(f"{site.address}/dirigeants/")
    address = page.locator("link[rel=manifest]").evaluate("node => node.href")
    manifest = page.evaluate("async address => (await fetch(address)).json()", address)
    assert (manifest["lang"], manifest["name"]) == ("fr", page.locator(".wordmark").first.inner_text())
    assert urljoin(address, manifest["start_url"]) == f"{site.address}/"
    for icon in manifest["icons"]:
        file = site.folder / icon["src"]
        if icon["type"] == "image/png":
            with Image.open(file) as picture:
                assert icon["sizes"] == "{}x{}".format(*picture.size)
        else:
            assert file.read_text("utf-8").startswith("<svg")
    touch = page.locator("link[rel=apple-touch-icon]").evaluate("node => node.href")
    assert (site.folder / touch.removeprefix(f"{site.address}/")).is_file()
    assert watch.console == []


@pytest.mark.parametrize(
    ("path", "links_in"),
    [
        ("/articles/2017-11-21-assad-a-sotchi/", ".account a"),
        ("/articles/", "h2 a"),
        ("/dirigeants/", ".name"),
        ("/evenements/", ".event-title"),
        ("/sources/", ".name"),
    ],
)
def test_a_printed_page_gives_its_own_address_and_those_that_it_links_to(
    published: Site, page: Page, path: str, links_in: str
) -> None:
    with served(published.folder) as address:
        page.goto(address + path)
        expect(page.locator(".endnotes")).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".endnotes")).to_be_visible()
        own = page.locator(".endnotes > p").inner_text()
        assert own == f"{page.title()}\u202f: {HOST}{path.removeprefix('/')}"
        links = page.locator(links_in)
        numbers = [int(number or 0) for number in links.evaluate_all("nodes => nodes.map(n => n.dataset.note)")]
        notes = page.locator(".endnotes li").all_inner_texts()
        goals = links.evaluate_all("nodes => nodes.map(n => new URL(n.href).pathname)")
        assert len(numbers) >= 5
        for number, goal in zip(numbers, goals, strict=True):
            assert notes[number - 1].endswith(f"\u202f: {HOST}{goal.removeprefix('/')}")
        mark = links.first.evaluate("node => getComputedStyle(node, '::after').content")
        assert mark == f'"{numbers[0]}"'


def test_the_sitemap_leads_nobody_to_a_page_that_has_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", HOST)
    small = small_dossier(tmp_path)
    leader = small.content / "leaders" / "aline-vaucher.md"
    leader.write_text(leader.read_text("utf-8").replace("\nname:", "\nformerly: [a-vaucher]\nname:", 1), "utf-8")
    build(small, lambda step: None)
    listed = (small.site / "sitemap.xml").read_text("utf-8")
    assert (small.site / "dirigeants" / "a-vaucher" / "index.html").exists()
    assert f"<loc>{HOST}dirigeants/aline-vaucher/</loc>" in listed
    assert "a-vaucher/<" not in listed.replace("aline-vaucher/<", "")
