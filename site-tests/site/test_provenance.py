"""From what a person is quoted as passing on to the article, and back by the source, in a browser."""

import pytest
from harness import Site
from playwright.sync_api import Page, expect
from reading import parsed


def test_a_chain_of_quotation_leads_to_the_article_and_to_the_source(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/dirigeants/dmitri-peskov/")
    passed_on = page.locator(".quotations p", has_text="Rapportant en substance des propos de Bachar el-Assad")
    expect(passed_on).to_contain_text("citation vérifiée dans l’original le")
    page.locator(".quotations .mention-source a").first.click()
    quoted = page.locator(".quotes li", has_text="la lutte contre le terrorisme")
    expect(quoted).to_contain_text("en substance, dans les mots de Dmitri Peskov partie au conflit")
    expect(quoted).to_contain_text("vérifiée dans l’original le")
    provenance = page.locator(".facts--provenance")
    expect(provenance).to_contain_text("Les 8 citations ont été retrouvées dans l’original.")
    provenance.get_by_role("link", name="RT France").click()
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
    assert "Le Kremlin partie au conflit" in " ".join(facts.split())


def test_what_is_not_on_record_of_an_outside_source_is_said(site: Site) -> None:
    page = parsed(site, "/sources/medias-presse-info/").css_first("article")
    assert page is not None
    said = " ".join(page.text().split())
    assert "ni titre ni adresse au dossier" in said
    assert "ni qui la publie" in said
    assert "l’appel à l’émir du Qatar le lundi, avant celui à Donald Trump" in said


@pytest.mark.parametrize("path", ["/articles/2016-12-23-appel-apres-alep/", "/dirigeants/vladimir-poutine/"])
def test_words_that_do_not_say_what_they_are_about_have_a_context(site: Site, path: str) -> None:
    (quoted,) = (
        node for node in parsed(site, path).css(".quotes li, .quotations p") if "un pas très important" in node.text()
    )
    (context,) = quoted.css(".context")
    assert "la reprise d’Alep" in context.text()
