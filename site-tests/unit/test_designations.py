"""What a text may call the holder of an office."""

import re

import pytest

from generator.model import Role
from generator.text.countries import countries, country_name
from generator.text.designations import counterpart_pattern, countries_of, literal, patterns, rank, title


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
        ("roi", "NO", "roi"),
        ("gouverneur de la Terre-Adélie", "AQ", "gouverneur de la Terre-Adélie"),
    ],
)
def test_an_office_without_its_country(office: str, country: str, expected: str) -> None:
    assert title(role(office, country)) == expected


def test_heads_of_state_are_counterparts_whatever_their_title() -> None:
    assert rank(role("émir du Qatar", "QA")) == rank(role("présidente de la Confédération suisse", "CH"))
    assert rank(role("ministre de la Défense", "TN")) != rank(role("ministre des Finances", "TN"))


@pytest.mark.parametrize(
    ("office", "country", "text"),
    [
        ("président de la République tunisienne", "TN", "président tunisien"),
        ("président de la République tunisienne", "TN", "président de la Tunisie"),
        ("président de la République tunisienne", "TN", "chef d'État tunisien"),
        ("ministre de la Défense", "TN", "ministre tunisien de la Défense"),
        ("ministre de la Défense", "TN", "ministre de la Défense tunisien"),
        ("émir du Qatar", "QA", "émir qatari"),
    ],
)
def test_patterns_find_it(office: str, country: str, text: str) -> None:
    assert any(re.fullmatch(pattern, text, re.IGNORECASE) for pattern in patterns(role(office, country)))


def test_a_country_without_adjective_leaves_the_wordings_that_are_given() -> None:
    assert patterns(role("gouverneur", "AQ", "le patron")) == ("gouverneur", r"le\s+patron")


@pytest.mark.parametrize("text", ["chef de l'État", "chef de l’État", "chef  de\nl’État"])
def test_literal_whatever_spaces_and_apostrophes(text: str) -> None:
    assert re.fullmatch(literal("chef de l’État"), text)


def test_counterparts() -> None:
    found = re.search(counterpart_pattern(), "son homologue nord-coréen")
    assert found
    assert countries_of(found["homologue"]) == {"KP"}
    assert countries_of("congolais") == {"CD", "CG"}
    assert countries_of("lacustre") == frozenset()


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
