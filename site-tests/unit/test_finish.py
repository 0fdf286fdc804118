"""The last pass: the policy, the theme's faults, and what forbids to publish a page."""

import base64
import hashlib
from typing import Final

import pytest

from generator.publish.finish import finish

PAGE = (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Titre</title><script>{script}</script></head>'
    '<body><article class="md-content__inner md-typeset"><h1>Titre</h1>{body}</article></body></html>'
)


TABS: Final = (
    "var target=document.getElementById(location.hash.slice(1));"
    'target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"))'
)
"""An inline script of the theme."""


def page(body: str = "", script: str = TABS) -> str:
    return PAGE.format(body=body, script=script)


def test_the_policy_comes_first_and_names_the_theme_s_scripts() -> None:
    finished = finish(page())
    digest = base64.b64encode(hashlib.sha256(TABS.encode()).digest()).decode()
    assert finished.faults == ()
    assert f"script-src 'self' 'sha256-{digest}';" in finished.html
    assert finished.html.index("Content-Security-Policy") < finished.html.index("<script>")
    assert finished.html.startswith("<!DOCTYPE html>") or finished.html.startswith("<!doctype html>")


def test_finishing_keeps_the_page_s_text() -> None:
    body = "<p>« Été » &amp; <b>hiver</b>\u202f; a &lt; b</p>"
    assert body in finish(page(body)).html


@pytest.mark.parametrize(
    ("fault", "mended"),
    [
        ('<input type="checkbox" autocomplete="off">', '<input type="checkbox">'),
        ('<div tabindex="">x</div>', "<div>x</div>"),
        ('<table><tbody><tr><td align="right">1</td></tr></tbody></table>', '<td class="align-right">1</td>'),
    ],
)
def test_the_theme_s_faults_are_mended(fault: str, mended: str) -> None:
    assert mended in finish(page(fault)).html


def test_the_policy_lets_nobody_else_s_script_run() -> None:
    finished = finish(page(script='var a = "é" && 1 < 2'))
    assert "script-src 'self';" in finished.html
    assert finished.faults == ('script qui n’est pas du thème : « var a = "é" && 1 < 2 »',)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<script>alert(1)</script>", "script qui n’est pas du thème"),
        ('<p onclick="alert(1)">x</p>', "« onclick »"),
        ('<a href=" JavaScript:alert(1)">x</a>', "« href »"),
        ('<img src="https://ailleurs.example/a.png" alt="x">', "ressource prise chez un tiers"),
        ('<img src="//ailleurs.example/a.png" alt="x">', "ressource prise chez un tiers"),
        ('<iframe src="https://ailleurs.example/"></iframe>', "ressource prise chez un tiers"),
        ('<img src="a.png">', "image sans texte de remplacement"),
        ("<h1>Encore</h1>", "2 titres de niveau 1"),
        ('<p id="a"></p><p id="a"></p>', "identifiant donné deux fois"),
    ],
)
def test_these_pages_are_not_published(body: str, said: str) -> None:
    (fault,) = finish(page(body)).faults
    assert said in fault


def test_a_link_to_somebody_else_is_no_request() -> None:
    head = page('<a href="https://ailleurs.example/">x</a>')
    canonical = head.replace("</head>", '<link rel="canonical" href="https://ici.example/"></head>')
    assert finish(canonical).faults == ()
    assert finish(canonical.replace("canonical", "preconnect")).faults != ()


def test_a_page_in_no_language_or_without_a_title_is_not_published() -> None:
    assert finish(page().replace(' lang="fr"', "")).faults != ()
    assert finish(page().replace("<title>Titre</title>", "<title> </title>")).faults != ()


def test_only_a_page_that_offers_tiles_may_fetch_them() -> None:
    offered = finish(page('<figure data-tuiles="https://tuiles.example/{z}/{x}/{y}.png"></figure>'))
    assert "img-src 'self' data: https://tuiles.example;" in offered.html
    assert "img-src 'self' data:;" in finish(page("<figure></figure>")).html
