"""Which articles give one text."""

import pytest
from harness import overlaid
from planted import SITES

from generator.check import check
from generator.claims.voices import distinct
from generator.model import Article


@pytest.fixture(scope="module")
def article() -> Article:
    dossier = check(overlaid(SITES / "base", SITES / "base")).dossier
    assert dossier is not None
    return dossier.articles[0]


def texts(article: Article, *dispatches: str) -> int:
    """How many texts articles give that reprint these."""
    made = (article.model_copy(update={"id": f"a{n}", "dispatch": one}) for n, one in enumerate(dispatches))
    return len(distinct(made))


@pytest.mark.parametrize(
    "name",
    [
        "Agence du lac 1er mai 2031",
        "agence du Lac, 1 mai 2031",
        "dépêche de l’Agence du lac du 1er\u00a0mai 2031",
        "1er mai 2031, Agence du lac",
        "Agence du lac (1er mai 2031)",
    ],
)
def test_a_dispatch_is_one_however_it_is_named(article: Article, name: str) -> None:
    assert texts(article, "Agence du lac, 1er mai 2031", name) == 1


@pytest.mark.parametrize("name", ["Agence du lac, 2 mai 2031", "Agence du fleuve, 1er mai 2031", "ТАСС, 1 2031"])
def test_another_day_or_agency_makes_another_dispatch(article: Article, name: str) -> None:
    assert texts(article, "Agence du lac, 1er mai 2031", name) == 2
    assert texts(article, "АФП, 1 2031", name) == 2


def test_a_name_of_little_words_is_a_name(article: Article) -> None:
    assert texts(article, "L’Agence", "La Dépêche") == 2
