"""The addresses of links, for a page on paper."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.publish.endnotes import Endnote, add_endnotes

CANONICAL = '<link rel="canonical" href="https://dossier.example.org/d/evenements/visite/">'
PAGE = (
    '<!doctype html><html lang="fr"><head>{head}</head><body><article data-kind="{kind}">{body}</article></body></html>'
)
TO_ALINE = "https://dossier.example.org/d/dirigeants/aline/"


def noted(body: str, kind: str = "event", head: str = CANONICAL) -> tuple[LexborHTMLParser, tuple[Endnote, ...]]:
    tree = LexborHTMLParser(PAGE.format(head=head, kind=kind, body=body))
    return tree, add_endnotes(tree)


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
    assert [item.text() for item in tree.css("article > ol.endnotes:last-child > li")] == [
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
        '<p><a class="kicker" href="../">Événements</a></p>',
        "<p>Rien.</p>",
    ],
)
def test_what_leads_elsewhere_or_stands_on_no_paper_has_none(body: str) -> None:
    tree, notes = noted(body)
    assert notes == ()
    assert tree.html == LexborHTMLParser(PAGE.format(head=CANONICAL, kind="event", body=body)).html


@pytest.mark.parametrize(("kind", "head"), [("index", CANONICAL), ("event", "")])
def test_lists_and_pages_without_an_address_have_none(kind: str, head: str) -> None:
    assert noted('<a href="../autre/">autre</a>', kind, head)[1] == ()


def test_words_stay_words() -> None:
    tree, _ = noted('<a href="../autre/">&lt;b&gt; &amp; fils</a>')
    assert "<li>&lt;b&gt; &amp; fils\u202f: https://" in (tree.html or "")
