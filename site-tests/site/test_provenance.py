"""From what a person is quoted as passing on to the article, and back by the source, in a browser."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from harness import Site
from playwright.sync_api import Page, expect
from reading import parsed
from selectolax.lexbor import LexborNode

from generator.check import check
from generator.load.disk import load


def test_a_chain_of_quotation_leads_to_the_article_and_to_the_source(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/dirigeants/dmitri-peskov/")
    passed_on = page.locator(".quotations p", has_text="Rapportant en substance des propos de Bachar el-Assad")
    expect(passed_on).to_contain_text("citation vérifiée dans l’original le")
    page.locator(".quotations .mention-source a").first.click()
    quoted = page.locator(".quotes li", has_text="la lutte contre le terrorisme")
    expect(quoted).to_contain_text("en substance, dans les mots de Dmitri Peskov \u2060partie au conflit")
    expect(quoted).to_contain_text("vérifiée dans l’original le")
    provenance = page.locator(".facts--provenance")
    expect(provenance).to_contain_text("Les 8 citations ont été retrouvées dans l’original.")
    provenance.get_by_role("link", name="RT France").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("RT France")
    expect(page.locator(".head .interest")).to_have_text("média d’État")
    page.locator(".card h3 a").click()
    expect(page.locator(".facts--provenance")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "heading", "events"),
    [
        (
            "/sources/rt-france/",
            "Événements connus par les seuls articles de cette source",
            {
                "visite-poutine-hmeimim-2017-12-11",
                "visite-poutine-damas-2020-01-07",
                "rencontre-poutine-erdogan-istanbul-2020-01-08",
            },
        ),
        (
            "/sources/ouaga24/",
            "Événements connus par les seuls articles de cette source",
            {"memorandum-russo-americain-2015-10-20"},
        ),
        (
            "/sources/kremlin/",
            "Événements que les articles ne tiennent que de cette source",
            {
                "appel-poutine-assad-2016-03",
                "visite-assad-sotchi-2017-11-20",
                "entretien-poutine-assad-moscou-2024-07-24",
            },
        ),
        (
            "/dirigeants/dmitri-peskov/",
            "Événements que les articles ne tiennent que de cette personne",
            {"visite-poutine-damas-2020-01-07"},
        ),
        (
            "/sources/",
            "Événements lus seulement dans un article de source non identifiée",
            {
                "visite-assad-sotchi-2017-11-20",
                "appel-poutine-trump-2017-11-21",
                "appels-poutine-moyen-orient-2017-11-21",
                "sommet-sotchi-2017-11-22",
            },
        ),
    ],
)
def test_a_source_s_page_lists_the_events_that_are_known_through_it_alone(
    site: Site, path: str, heading: str, events: set[str]
) -> None:
    (title,) = (node for node in parsed(site, path).css("h2, h3") if node.text() == heading)
    listed = title.next
    while listed is not None and "events" not in (listed.attributes.get("class") or ""):
        listed = listed.next
    assert listed is not None
    links = listed.css("a.event-title")
    assert {(link.attributes["href"] or "").rstrip("/").rpartition("/")[2] for link in links} == events


def test_an_event_says_from_whom_alone_the_articles_have_it(site: Site) -> None:
    facts = parsed(site, "/evenements/visite-assad-sotchi-2017-11-20/").css(".facts")[0].text()
    assert "Connu par" in facts
    assert "Le Kremlin \u2060partie au conflit" in " ".join(facts.split())


def test_what_is_not_on_record_of_an_outside_source_is_said(site: Site) -> None:
    page = parsed(site, "/sources/medias-presse-info/").css_first("article")
    assert page is not None
    said = " ".join(page.text().split())
    assert "ni titre ni adresse au dossier" in said
    assert "Elle ne sait pas de qui ce site tient" in said
    assert "l’appel à l’émir du Qatar le lundi, avant celui à Donald Trump" in said


@pytest.mark.parametrize("path", ["/articles/2016-12-23-appel-apres-alep/", "/dirigeants/vladimir-poutine/"])
def test_words_that_do_not_say_what_they_are_about_have_a_context(site: Site, path: str) -> None:
    (quoted,) = (
        node for node in parsed(site, path).css(".quotes li, .quotations p") if "un pas très important" in node.text()
    )
    (context,) = quoted.css(".context")
    assert "la reprise d’Alep" in context.text()


def test_wherever_a_source_is_linked_its_ties_are_told_in_the_same_block(site: Site) -> None:
    checked = check(load(Path(__file__).resolve().parents[2] / "content"))
    assert checked.dossier is not None
    ties = {f"/sources/{source.id}/": source.interest for source in checked.dossier.sources if source.interest}
    seen, silent = 0, []
    for path in site.pages:
        for link in parsed(site, path).css("article.md-content__inner a[href]"):
            target = urljoin(path, link.attributes.get("href") or "")
            block: LexborNode | None = link
            while block is not None and block.tag not in {"p", "li", "dd", "td", "h2", "h3"}:
                block = block.parent
            said = " ".join(block.text().split()).lower() if block is not None else ""
            for tie in ties.get(target, ()):
                seen += 1
                if not re.search(" ".join(f"{word}s?" for word in tie.lower().split()), said):
                    silent.append((path, target, tie, said))
    assert seen > 100
    assert silent == []


def test_a_source_that_no_text_names_has_its_page(site: Site) -> None:
    page = parsed(site, "/sources/journal-turc/").css_first("article")
    assert page is not None
    assert "rencontrerait al-Assad à Moscou en août" in page.text()
    (link, *_) = parsed(site, "/evenements/rencontre-erdogan-assad-moscou-2024-08-dementie/").css(
        'a[href$="sources/journal-turc/"]'
    )
    assert link.text() == "Un journal turc"


@pytest.mark.parametrize(
    ("event", "count", "why"),
    [
        ("visite-assad-moscou-2015-10-20", "2 articles, au plus 2 sources indépendantes.", "origine commune"),
        ("visite-assad-sotchi-2017-11-20", "1 article, une seule source indépendante.", "le tient du Kremlin"),
    ],
)
def test_an_event_counts_its_independent_sources_and_leads_to_the_method(
    site: Site, event: str, count: str, why: str
) -> None:
    tree = parsed(site, f"/evenements/{event}/")
    (counted,) = tree.css(".count")
    reasons = counted.next
    while reasons is not None and reasons.tag != "p":
        reasons = reasons.next
    assert counted.text() == count
    assert reasons is not None
    assert why in reasons.text()
    assert reasons.css('a[href$="methode/#comment-les-sources-sont-comptees"]')
