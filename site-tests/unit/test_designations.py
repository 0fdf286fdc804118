"""What a text may call the holder of an office."""

import re

import pytest

from generator.model import Role
from generator.text.countries import countries, country_name
from generator.text.designations import rank, title


def role(office: str, country: str, *known_as: str) -> Role:
    return Role(office=office, country=country, known_as=known_as)


@pytest.mark.parametrize(
    ("office", "country", "expected"),
    [
        ("président de la République tunisienne", "TN", "président"),
        ("présidente de la Confédération suisse", "CH", "présidente"),
        ("président des États-Unis", "US", "président"),
        ("émir du Qatar", "QA", "émir"),
        ("ministre de la Défense", "TN", "ministre de la Défense"),
        ("ministre de la Défense de la Tunisie", "TN", "ministre de la Défense"),
        ("président tunisien", "TN", "président"),
        ("président de la République", "TN", "président de la République"),
        ("ministre tunisienne de la Défense", "TN", "ministre de la Défense"),
        ("chef de l’État tunisien", "TN", "chef de l’État"),
        ("président du Conseil constitutionnel", "FR", "président du Conseil constitutionnel"),
        ("roi", "NO", "roi"),
        ("gouverneur de la Terre-Adélie", "AQ", "gouverneur de la Terre-Adélie"),
    ],
)
def test_an_office_without_its_country(office: str, country: str, expected: str) -> None:
    assert title(role(office, country)) == expected


def test_heads_of_state_are_counterparts_whatever_their_title() -> None:
    assert rank(role("émir du Qatar", "QA")) == rank(role("présidente de la Confédération suisse", "CH"))
    assert rank(role("chef de l’État tunisien", "TN")) == rank(role("Président de la République", "TN"))
    assert rank(role("président du gouvernement", "ES")) == rank(role("Première ministre britannique", "GB"))
    assert rank(role("ministre de la Défense", "TN")) != rank(role("ministre des Finances", "TN"))


@pytest.mark.parametrize("code", sorted(countries()))
def test_every_country_has_its_words(code: str) -> None:
    words = countries()[code]
    assert re.fullmatch("[A-Z]{2}", code)
    assert words.name
    assert words.capital
    assert words.masculine == words.masculine.strip().lower()
    assert words.feminine == words.feminine.strip().lower()


def test_country_names() -> None:
    assert country_name("CH") == "Suisse"
    assert country_name("QQ") == "QQ"
