"""What says by what right a text is published, and what only stands in its place."""

import pytest

from generator.text.licences import gives_right


@pytest.mark.parametrize(
    "licence",
    [
        "CC BY 4.0",
        "CC0",
        "CC BY-SA 4.0 (images : tous droits réservés)",
        "Licence ouverte 2.0",
        "domaine public",
        "accord écrit de La Gazette des essais",
        "Accord obtenu le 3 mai 2031, demandé en avril",
        "libre de droits",
        "Etalab 2.0",
    ],
)
def test_a_licence_or_an_agreement_gives_the_right(licence: str) -> None:
    assert gives_right(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "aucune",
        "en attente",
        "pas encore",
        "Autorisation demandée",
        "Tous droits réservés, autorisation demandée.",
        "© La Gazette des essais",
        "Copyright La Gazette 2031",
        "CC",
        "accord en cours",
        "à demander",
        "?",
        "",
    ],
)
def test_waiting_for_one_or_having_none_does_not(licence: str) -> None:
    assert not gives_right(licence)
