"""Sources by their names."""

from pathlib import PurePosixPath

import pytest

from generator.link.sources import name_key, source_names
from generator.model import Source

_AGENCY = Source(id="adl", path=PurePosixPath("sources/adl.md"), name="L’Agence du Lac", aliases=("Правда",))


@pytest.mark.parametrize("name", ["L’Agence du Lac", "l'agence du lac", "Agence  du Lac", "ADL", "правда"])
def test_a_source_answers_to_its_names_however_they_are_written(name: str) -> None:
    assert source_names([_AGENCY], [], []).of(name) is _AGENCY


@pytest.mark.parametrize("name", ["Agence du Lac Noir", "La", "Lac", None])
def test_a_source_answers_to_no_other_name(name: str | None) -> None:
    assert source_names([_AGENCY], [], []).of(name) is None


def test_a_name_that_is_an_article_keeps_a_key() -> None:
    assert name_key("Les") == "les"
