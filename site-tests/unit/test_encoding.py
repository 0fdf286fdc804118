"""The text of a file in whatever encoding it comes."""

import pytest

from generator.reading.encoding import decoded

TEXT = "Déjà, l’été s’achève à Évian : « un lac, deux rives ».\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_ones(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding))[0] == TEXT


@pytest.mark.parametrize("said", ["utf-16", "UTF-16LE", "utf_32", "ucs-2", "undefined", "x-unknown", "base64"])
def test_what_a_page_says_of_itself_and_cannot_be_true(said: str) -> None:
    page = f'<meta charset="{said}"><p>{TEXT}</p>'
    for padded in (page, f"{page} ", f"{page}  ", f"{page}   "):
        assert decoded(padded.encode("cp1252"))[0] == padded


def test_what_a_page_says_of_itself_and_can_be_true() -> None:
    page = f'<meta charset="iso-8859-15"><p>{TEXT.replace("’", chr(39))} 5 €</p>'
    assert decoded(page.encode("iso-8859-15")) == (page, "iso-8859-15")
