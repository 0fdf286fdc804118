"""What the real dossier says of its sources' disagreements, and the way from one to the texts and back."""

from pathlib import Path
from typing import Literal

import pytest
from browsing import axe_faults
from harness import Site
from playwright.sync_api import Browser, Page, expect
from reading import parsed, too_wide

from generator.check import check
from generator.claims.divergences import Divergence
from generator.dates import date_fr
from generator.link.library import Library, library
from generator.load.disk import load
from generator.model import Event
from generator.routes import address, src_uri

ROOT = Path(__file__).resolve().parents[2]
_OCTOBER = "evenements--visite-assad-moscou-2015-10-20--date"
_LAST = "evenements--rencontre-poutine-assad-mars-2015-alleguee--last"
PAGES = (
    "/divergences/",
    "/evenements/rencontre-poutine-assad-mars-2015-alleguee/",
    "/articles/2024-07-25-entretien-a-moscou/",
    "/lieux/syrie/",
    "/dirigeants/vladimir-poutine/",
)


@pytest.fixture(scope="module")
def shelf() -> Library:
    checked = check(load(ROOT / "content"))
    assert checked.dossier is not None
    return library(checked.dossier, checked.verifications)


def _row(divergence: Divergence) -> str:
    rules = ", ".join(finding.rule for finding in divergence.findings) or "rédaction"
    values = ", ".join(" ".join(voice.statement.value) for voice in divergence.voices)
    return " | ".join((divergence.anchor, divergence.verdict or "", rules, values))


def test_they_are_those_that_were_found_by_hand(shelf: Library) -> None:
    rows = (Path(__file__).parent / "divergences.psv").read_text("utf-8").splitlines()
    assert sorted(map(_row, shelf.divergences)) == sorted(row for row in rows if not row.startswith("#"))


def test_what_stands_against_the_last_meeting_and_the_first_journey_is_named(shelf: Library) -> None:
    by_anchor = {divergence.anchor: divergence for divergence in shelf.divergences}
    (last,) = by_anchor["evenements--rencontre-poutine-assad-mars-2015-alleguee--last"].findings
    assert [event.id for event in last.events] == [
        "visite-assad-moscou-2015-10-20",
        "visite-assad-sotchi-2017-11-20",
        "visite-poutine-damas-2020-01-07",
    ]
    (first,) = by_anchor["evenements--visite-assad-moscou-2015-10-20--first"].findings
    assert [event.id for event in first.events] == ["rencontre-poutine-assad-mars-2015-alleguee"]


def test_every_box_gives_source_date_words_and_whether_they_were_verified(site: Site, shelf: Library) -> None:
    page = parsed(site, "/divergences/")
    boxes = page.css(".divergence")
    assert len(boxes) == len(shelf.divergences)
    for divergence in shelf.divergences:
        there = f"/{address(src_uri(divergence.question.subject))}"
        for tree in (page, parsed(site, there)):
            (box,) = (box for box in tree.css(".divergence") if box.css(f'[id="{divergence.anchor}"]'))
            rows = box.css(".voices li")
            assert len(rows) == len(divergence.voices) + len(divergence.opposed)
            for row, voice in zip(rows, divergence.voices, strict=False):
                assert row.css(".voice-source time"), divergence.anchor
                if voice.claim:
                    own = tree is not page and divergence.subject in voice.articles
                    assert own or row.css('.voice-source > a[href*="articles/"]'), divergence.anchor
                    found = [shelf.verifications.of(quote, having[0]) for quote, having in voice.quoted]
                    marks = [" ".join(mark.text().split()) for mark in row.css(".verified, .unverified")]
                    assert len(marks) == len(found) >= bool(voice.claim.quote), divergence.anchor
                    for mark, one in zip(marks, found, strict=True):
                        expected = f"vérifiée dans l’original le {date_fr(one.day)}" if one else "non vérifiée"
                        assert mark.replace("\u00a0", " ") == expected, divergence.anchor


def test_every_row_gives_a_value_with_the_words_of_its_text_or_whose_it_is(site: Site) -> None:
    for row in parsed(site, "/divergences/").css(".voices li"):
        (value,) = row.css(".voice-value")
        said = row.text()
        assert value.text() != "sans date relevée", said
        assert "vérifiée dans l’original" in said or "Hors des articles" in said


def test_a_leader_s_page_has_a_box_where_he_is_a_voice_and_links_to_the_rest(site: Site, shelf: Library) -> None:
    page = parsed(site, "/dirigeants/vladimir-poutine/")
    boxed = {title.attributes["id"] for title in page.css(".divergence h3")}
    assert boxed == {
        "lieux--syrie--number--combattants-venus-d-ex-urss",
        "evenements--reprise-alep-2016-12--text--mot-employe",
    }
    assert all(box.css('.about a[href*="/"]') for box in page.css(".divergence"))
    linked = {str(link.attributes["href"]).partition("#")[2] for link in page.css('.index a[href*="divergences/#"]')}
    about = {
        one.anchor
        for one in shelf.divergences
        if isinstance(one.subject, Event) and "vladimir-poutine" in one.subject.participants
    }
    assert linked == about - boxed
    assert linked
    (box,) = parsed(site, "/dirigeants/bachar-el-assad/").css(".divergence h3")
    assert box.attributes["id"] == "lieux--syrie--text--forces-maintenues-dans-le-nord-ouest"


def test_an_announcement_and_its_denial_are_no_contradiction(site: Site) -> None:
    at = "evenements--rencontre-erdogan-assad-moscou-2024-08-dementie--status"
    (box,) = (box for box in parsed(site, "/divergences/").css(".divergence") if box.css(f'[id="{at}"]'))
    assert "Annoncé d’après une voix, démenti d’après une autre." in box.text()
    assert "vraies ensemble" not in box.text()


def test_certain_errors_come_first_and_suppositions_are_marked(site: Site) -> None:
    page = parsed(site, "/divergences/")
    headings = [heading.text() for heading in page.css("h2")]
    assert headings == ["Erreurs certaines", "Erreurs probables", "Nuances", "Limites des sources"]
    supposed = [node for node in page.css("dt") if node.text() == "Ce qu’elle suppose"]
    assert len(supposed) == len(page.css(".facts--held .editors")) == 5


def test_from_a_divergence_to_both_articles_and_back(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/divergences/#{_OCTOBER}")
    box = page.locator(".divergence", has=page.locator(f'[id="{_OCTOBER}"]'))
    sources = box.locator('.voice-source > a[href*="articles/"]')
    titles = sources.all_inner_texts()
    assert len(titles) == 2
    for title in titles:
        box.get_by_role("link", name=title).click()
        assert page.inner_text("h1") == title
        page.get_by_role("link", name="Le 20 ou le 21 octobre 2015").click()
        assert page.url == f"{site.address}/divergences/#{_OCTOBER}"
    box.locator(".about a").click()
    assert page.inner_text("h1") == "Bachar el-Assad se rend à Moscou"
    expect(page.locator(f'[id="{_OCTOBER}"]')).to_be_visible()
    page.get_by_role("link", name="Toutes les divergences du dossier").click()
    assert page.url == f"{site.address}/divergences/"


def test_from_a_last_meeting_to_every_article_that_reports_a_later_one_and_back(site: Site, shelf: Library) -> None:
    (last,) = (one for one in shelf.divergences if one.anchor == _LAST)
    (box,) = (box for box in parsed(site, "/divergences/").css(".divergence") if box.css(f'[id="{_LAST}"]'))
    rows = [row for row in box.css(".voices li") if "rapporte" in row.text()]
    targets = [link.attributes["href"] or "" for row in rows for link in row.css('.voice-source a[href*="articles/"]')]
    contrary = {article.id for one in last.opposed for article in one.articles}
    assert {Path(target).name for target in targets} == contrary
    assert len(contrary) == 4
    assert all("vérifiée dans l’original" in row.text() for row in rows)
    completed = {one.event.id for one in last.opposed if one.dated and one.dated.claim and one.dated.claim.given}
    assert len(completed) == 3
    assert sum("complété par la rédaction" in row.text() for row in rows) == 3
    assert not box.css(".voices li > p")  # the columns are those of the item itself
    for id_ in contrary:
        assert parsed(site, f"/articles/{id_}/").css(f'a[href$="divergences/#{_LAST}"]'), id_


def test_what_is_known_from_elsewhere_and_undisputed_stands_on_the_event(site: Site) -> None:
    facts = parsed(site, "/evenements/appel-poutine-assad-2016-03/").css(".facts")[0].text()
    assert "27\u00a0mars 2016" in facts
    assert "Europe 1" in facts


def test_a_source_shows_what_is_claimed_in_its_words(site: Site) -> None:
    assert len(parsed(site, "/sources/kremlin/").css(".quotations .details .verified")) == 5


def test_what_an_article_only_reports_is_shown_as_nobody_elses_words(site: Site) -> None:
    for path, reported in {
        "/dirigeants/bachar-el-assad/": ("retirer ses troupes du nord", "la lutte contre le terrorisme"),
        "/sources/kremlin/": ("remonte à mars", "le précédent appel", "a eu lieu mercredi"),
    }.items():
        (words,) = parsed(site, path).css(".quotations")
        told = [line.text() for line in words.css(".in-substance")]
        assert all(line.startswith("En substance, dans les mots d") for line in told)
        said = " ".join(quote.text() for quote in words.css("blockquote"))
        for phrase in reported:
            assert phrase not in said, phrase
            assert any(phrase in line for line in told), phrase
    spoken = " ".join(quote.text() for quote in parsed(site, "/dirigeants/dmitri-peskov/").css("blockquote"))
    assert "la lutte contre le terrorisme" in spoken


def test_an_accusation_without_an_accuser_says_so(site: Site) -> None:
    for path in ("/articles/2024-07-25-entretien-a-moscou/", "/dirigeants/vladimir-poutine/"):
        (accusation,) = parsed(site, path).css(".accusation")
        assert accusation.text().count("L’article ne le dit pas.") == 2, path


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site: Site, browser: Browser, path: str, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.address + path, wait_until="load")
    found = axe_faults(page)
    context.close()
    assert found == []


def test_the_boxes_fit_the_narrowest_phone(site: Site, browser: Browser) -> None:
    assert too_wide(site, browser, 320, PAGES) == {}
