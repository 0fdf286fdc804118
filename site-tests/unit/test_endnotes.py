"""The addresses of links, for a page on paper."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.publish.endnotes import Endnote, add_endnotes

CANONICAL = '<link rel="canonical" href="https://dossier.example.org/d/evenements/visite/">'
PAGE = (
    '<!doctype html><html lang="fr"><head><title>La visite – Le dossier</title>{head}</head>'
    '<body><article data-kind="{kind}">{body}</article></body></html>'
)
TO_ALINE = "https://dossier.example.org/d/dirigeants/aline/"


def noted(body: str, kind: str = "event", head: str = CANONICAL) -> tuple[LexborHTMLParser, tuple[Endnote, ...]]:
    tree = LexborHTMLParser(PAGE.format(head=head, kind=kind, body=body))
    return tree, add_endnotes(tree, "evenements/visite/")


def test_links_to_one_page_have_one_number() -> None:
    tree, notes = noted(
        '<p><a href="../../dirigeants/aline/">Aline\n Vaucher</a>, <a href="../../lieux/evian/">Évian</a>, '
        '<a href="../../dirigeants/aline/#citations">ses propos</a></p>'
    )
    assert notes == (
        Endnote(TO_ALINE, "Aline Vaucher"),
        Endnote("https://dossier.example.org/d/lieux/evian/", "Évian"),
    )
    assert [link.attributes["data-note"] for link in tree.css("a")] == ["1", "2", "1"]
    assert [item.text() for item in tree.css("article > .endnotes:last-child > ol > li")] == [
        f"Aline Vaucher\u202f: {TO_ALINE}",
        "Évian\u202f: https://dossier.example.org/d/lieux/evian/",
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="#bas">plus bas</a>',
        '<a href="./">cette page</a>',
        '<a href="https://presse.example/">ailleurs</a>',
        '<a href="mailto:aline@example.org">écrire</a>',
        '<h2>Ici<a class="headerlink" href="../autre/">¶</a></h2>',
        '<figure><p><a href="../../carte/">sur la carte</a></p></figure>',
        '<svg><a href="../autre/"><text>signe</text></a></svg>',
        '<table class="matrix"><tr><td><a href="../autre/">3</a></td></tr></table>',
        '<p><a class="kicker" href="../">Événements</a></p>',
        "<p>Rien.</p>",
    ],
)
def test_what_leads_elsewhere_or_stands_on_no_paper_has_none(body: str) -> None:
    tree, notes = noted(body)
    assert notes == ()
    assert (tree.css("[data-note]"), tree.css(".endnotes ol")) == ([], [])


def test_a_page_gives_its_own_address() -> None:
    tree, _ = noted("<p>Rien.</p>", "index")
    assert [line.text() for line in tree.css("article > .endnotes:last-child > p")] == [
        "La visite – Le dossier\u202f: https://dossier.example.org/d/evenements/visite/"
    ]


def test_where_the_address_of_the_site_is_not_known_they_are_told_from_its_root() -> None:
    tree, notes = noted('<a href="../../dirigeants/aline/#la">Aline</a>, <a href="../../">Accueil</a>', "index", "")
    assert notes == (Endnote("dirigeants/aline/", "Aline"), Endnote("./", "Accueil"))
    assert [line.text() for line in tree.css(".endnotes p")] == ["La visite – Le dossier\u202f: evenements/visite/"]


def test_what_is_no_page_of_the_dossier_has_no_address() -> None:
    tree = LexborHTMLParser("<html><head></head><body><article><a href='x/'>x</a></article></body></html>")
    before = tree.html
    assert (add_endnotes(tree, "404.html"), tree.html) == ((), before)


def test_words_stay_words() -> None:
    tree, _ = noted('<a href="../autre/">&lt;b&gt; &amp; fils</a>')
    assert "<li>&lt;b&gt; &amp; fils\u202f: https://" in (tree.html or "")


def test_words_keep_the_spaces_they_were_set_with() -> None:
    _, notes = noted('<a href="../autre/">Une «\u202fvisite\u202f»\n du 7\u00a0mai</a>')
    assert notes[0].words == "Une «\u202fvisite\u202f» du 7\u00a0mai"
