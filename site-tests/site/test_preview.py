"""Serving while editing, as an editor sees it in a browser and in the terminal."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from harness import ARTICLE, DRAFT, Preview, small_dossier
from playwright.sync_api import Page, Route, expect

_PATIENCE = 60_000
"""Milliseconds after which a page that has not followed is held for stuck."""


@pytest.fixture
def broken() -> bool:
    """Whether the dossier is broken before it is served; a test may say so."""
    return False


@pytest.fixture
def preview(tmp_path: Path, broken: bool) -> Iterator[Preview]:
    """A copy of the small dossier, served."""
    folder = small_dossier(tmp_path).root
    if broken:
        settings = folder / "content" / "dossier.yml"
        settings.write_text(settings.read_text("utf-8").replace("title:", "titre:", 1), "utf-8")
    with closing(Preview(folder)) as preview:
        yield preview


@pytest.fixture(autouse=True)
def _patient() -> Iterator[None]:
    expect.set_options(timeout=_PATIENCE)
    yield
    expect.set_options(timeout=5_000)


def test_the_open_page_follows_edits_and_survives_mistakes(preview: Preview, page: Page) -> None:
    banner, article = page.get_by_role("alert"), page.locator("article.md-content__inner")
    page.goto(f"{preview.address}/articles/2031-05-03-evian/")
    preview.replace(ARTICLE, "deux rives ».", "deux rives ». Le vent se lève.")
    expect(article).to_contain_text("Le vent se lève.")
    preview.says("Site construit")

    preview.replace(ARTICLE, "publisher_basis:", "publisher_bases:")
    expect(banner).to_contain_text(f"{ARTICLE}:5: E102")
    expect(banner).to_contain_text("Vouliez-vous dire «\u202fpublisher_basis\u202f»")
    expect(article).to_contain_text("Le vent se lève.")
    preview.says(f"{ARTICLE}:5: E102")
    preview.says("La dernière page correcte reste affichée")

    page.goto(f"{preview.address}/lieux/evian/")
    expect(banner).to_contain_text("E102")
    page.goto(f"{preview.address}/articles/2031-05-03-evian/")

    preview.replace(ARTICLE, "publisher_bases:", "publisher_basis:")
    expect(banner).to_be_hidden()
    expect(article).to_contain_text("Le vent se lève.")
    preview.says("Site construit")


def test_a_warning_is_folded_on_the_open_page_until_it_is_mended(preview: Preview, page: Page) -> None:
    banner, notice = page.get_by_role("alert"), page.get_by_role("complementary", name="Avertissements")
    told = notice.get_by_text("W315")
    page.goto(f"{preview.address}/articles/2031-05-03-evian/")
    preview.says("Ctrl")
    expect(notice).to_be_hidden()
    preview.replace(ARTICLE, "deux rives ».", "deux rives ». Lire http://example.org/a.")
    expect(notice.get_by_text("1 avertissement")).to_be_visible()
    expect(told).to_be_hidden()
    notice.get_by_text("1 avertissement").press("Enter")
    expect(told).to_be_visible()
    expect(told).to_contain_text(f"{ARTICLE}:15: W315")
    expect(banner).to_be_hidden()
    preview.replace(ARTICLE, "publisher_basis:", "publisher_bases:")
    expect(banner).to_contain_text("E102")
    expect(notice).to_be_hidden()
    preview.replace(ARTICLE, "publisher_bases:", "publisher_basis:")
    expect(banner).to_be_hidden()
    expect(told).to_be_visible()
    preview.replace(ARTICLE, " Lire http://example.org/a.", "")
    expect(notice).to_be_hidden()


def test_an_address_without_its_last_slash_leads_to_the_page_as_on_any_host(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}/articles/2031-05-03-evian")
    assert page.url == f"{preview.address}/articles/2031-05-03-evian/"
    expect(page.locator("h1")).to_contain_text("Deux présidents")


def test_an_edit_built_before_the_page_listens_is_not_missed(preview: Preview, page: Page) -> None:
    preview.says("Ctrl")

    def edit_first(route: Route) -> None:
        preview.replace(ARTICLE, "deux rives ».", "deux rives ». Le vent se lève.")
        preview.says("Site construit")
        route.continue_()

    page.route("**/_dossier/veille", edit_first, times=1)
    page.goto(f"{preview.address}/articles/2031-05-03-evian/")
    expect(page.locator("article")).to_contain_text("Le vent se lève.")


def test_an_edit_is_put_into_the_open_page_where_its_reader_is(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}/articles/2031-05-03-evian/")
    page.evaluate("window.loaded = 'once'")
    preview.replace(ARTICLE, "title: ", "title: Nouveau ! ")
    preview.replace(ARTICLE, "deux rives ».", "deux rives ».\n\n## Le vent\n\nIl se lève.")
    expect(page.locator("article h2#le-vent")).to_be_visible()
    expect(page.locator(".md-nav--secondary [href='#le-vent']")).to_have_count(1)
    expect(page).to_have_title(re.compile("^Nouveau"))
    assert page.evaluate("window.loaded") == "once"


def test_a_page_with_a_drawing_or_another_frame_is_loaded_anew(preview: Preview, page: Page) -> None:
    event = "content/events/visite-evian-2031-05-02.md"
    page.goto(f"{preview.address}/evenements/visite-evian-2031-05-02/")
    expect(page.locator(".carte-vive .carte-lieu")).not_to_have_count(0)
    text = (preview.folder / event).read_text("utf-8")
    preview.write(event, f"{text}\nLe vent se lève.\n")
    expect(page.locator("article")).to_contain_text("Le vent se lève.")
    expect(page.locator(".carte-vive .carte-lieu")).not_to_have_count(0)

    page.goto(f"{preview.address}/articles/2031-05-03-evian/")
    preview.write("content/pages/methode.md", "---\ntitle: La méthode\n---\nOn lit, puis on relie.\n")
    expect(page.get_by_role("navigation", name="Pages du dossier")).to_contain_text("La méthode")


def test_files_that_come_move_and_go_are_followed(preview: Preview, page: Page) -> None:
    banner, article = page.get_by_role("alert"), page.locator("article.md-content__inner")
    page.goto(f"{preview.address}/articles/")
    preview.write("content/articles/2031-05-04-breve.md", DRAFT)
    link = article.get_by_role("link", name="Une brève")
    expect(link).to_be_visible()
    link.click()
    expect(article).to_contain_text("brouillon")

    content = preview.folder / "content"
    (content / "articles" / "2031-05-04-breve.md").rename(content / "articles" / "2031-05-05-breve.md")
    expect(page.locator("h1")).to_have_text("Cette page n’existe pas")
    page.goto(f"{preview.address}/articles/2031-05-05-breve/")
    expect(page.locator("h1")).to_have_text("Une brève")

    place = (content / "places" / "evian.md").read_text("utf-8")
    (content / "places" / "evian.md").unlink()
    expect(banner).to_contain_text("E201")
    expect(page.locator("h1")).to_have_text("Une brève")
    preview.says("content/events/visite-evian-2031-05-02.md:6: E201")
    preview.write("content/places/evian.md", place)
    expect(banner).to_be_hidden()

    (content / "articles" / "2031-05-05-breve.md").unlink()
    expect(page.locator("h1")).to_have_text("Cette page n’existe pas")
    page.goto(f"{preview.address}/articles/")
    expect(page.get_by_role("link", name="Une brève")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Articles")


def test_settings_templates_and_styles_are_followed(preview: Preview, page: Page) -> None:
    banner = page.get_by_role("alert")
    page.goto(preview.address)
    preview.replace("content/dossier.yml", "du lac Léman", "du Léman")
    expect(page.locator("h1")).to_have_text("Le traité du Léman")

    preview.replace("overrides/main.html", "{% block container %}", "{% block container %}<p id='essai'>Essai</p>")
    expect(page.locator("#essai")).to_have_text("Essai")

    with (preview.folder / "overrides" / "assets" / "dossier.css").open("a", encoding="utf-8") as styles:
        styles.write("#essai { color: rgb(1, 2, 3) }\n")
    expect(page.locator("#essai")).to_have_css("color", "rgb(1, 2, 3)")

    preview.replace("overrides/main.html", "{% block container %}", "{% blok container %}")
    expect(banner).to_contain_text("overrides/main.html, ligne")
    expect(page.locator("#essai")).to_have_text("Essai")
    preview.replace("overrides/main.html", "{% blok container %}", "{% block container %}")
    expect(banner).to_be_hidden()


@pytest.mark.parametrize("broken", [True])
def test_a_dossier_that_is_broken_at_first_shows_why_and_then_itself(preview: Preview, page: Page) -> None:
    page.goto(preview.address)
    expect(page.locator("h1")).to_have_text("Pas encore de page")
    expect(page.get_by_role("alert")).to_contain_text("content/dossier.yml:1")
    preview.replace("content/dossier.yml", "titre:", "title:")
    expect(page.locator("h1")).to_have_text("Le traité du lac Léman")
