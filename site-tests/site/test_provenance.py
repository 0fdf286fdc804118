"""From what a person is quoted as passing on to the article, and back by the source, in a browser."""

from harness import Site
from playwright.sync_api import Page, expect


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
