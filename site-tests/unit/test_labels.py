"""The words in which pages say what records hold."""

import pytest

from generator.model import Role
from generator.words import words_in


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("1894-05-30", "1895-11-01", "du 30 mai 1894 au 1er novembre 1895"),
        ("1896-04", "1898-06-28", "d’avril 1896 au 28 juin 1898"),
        ("1896-08", "1896-10", "d’août 1896 à octobre 1896"),
        ("1896-10", "1899", "d’octobre 1896 à 1899"),
        ("1896", "1899-05", "de 1896 à mai 1899"),
        ("1896-06-25", "1899-05", "du 25 juin 1896 à mai 1899"),
        ("1896-06-25", None, "depuis le 25 juin 1896"),
        ("1896-06", None, "depuis juin 1896"),
        (None, "1899-05-30", "jusqu’au 30 mai 1899"),
        (None, "1899-05", "jusqu’en mai 1899"),
        (None, "1899", "jusqu’en 1899"),
        ("1896?", "1899", "de 1896 (date incertaine) à 1899"),
        ("1896~", "1899", "début : vers 1896 ; fin : 1899"),
        ("1896~", None, "début : vers 1896"),
        (None, "[1898..1899]", "fin : entre 1898 et 1899"),
        (None, None, ""),
    ],
)
def test_the_time_of_an_office(start: str | None, end: str | None, said: str) -> None:
    role = Role.model_validate({"office": "ministre", "country": "FR", "from": start, "to": end})
    assert words_in("fr").period(role).replace("\u202f", " ").replace("\xa0", " ") == said
