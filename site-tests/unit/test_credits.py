"""Sources that prose names: found behind their articles, credited once, with the ties that the prose doesn't tell."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.link.bodies import Piece
from generator.model import Interest, Source
from generator.render.credits import credits_of
from generator.render.environment import text


def _source(name: str, *interest: Interest, aliases: tuple[str, ...] = ()) -> Source:
    return Source(id="x", path=PurePosixPath("sources/x.md"), name=name, aliases=aliases, interest=interest).model_copy(
        update={"id": name}
    )


def _linked(source: Source, shown: str, untold: tuple[Interest, ...]) -> str:
    return f"[{shown}]" + "".join(f"({tie})" for tie in untold)


CREDITS = credits_of(
    [
        _source("Le Palais", Interest.PARTY, aliases=("Présidence genevoise",)),
        _source("Radio Rade", Interest.STATE, Interest.AGENCY),
        _source("Un journal du lac"),
        _source("lac.info"),
    ],
    {tie: tie.value for tie in Interest},
)


@pytest.mark.parametrize(
    ("prose", "credited"),
    [
        ("D’après le Palais, non.", "D’après le [Palais](partie au conflit), non."),
        ("Il parle au Palais, un palais.", "Il parle au Palais, un palais."),
        ("Les mots du Palais, partie au conflit.", "Les mots du [Palais], partie au conflit."),
        ("Le Palais et la ville sont parties au conflit.", "Le [Palais] et la ville sont parties au conflit."),
        ("Selon la présidence genevoise.", "Selon la [présidence genevoise](partie au conflit)."),
        ("Radio Rade, média d’État, le dit.", "[Radio Rade](agence), média d’État, le dit."),
        (
            "Lu sur Radio Rade. Radio Rade est une agence et un média d’État.",
            "Lu sur [Radio Rade]. Radio Rade est une agence et un média d’État.",
        ),
        ("Une agence l’a dit. Radio Rade aussi.", "Une agence l’a dit. [Radio Rade](média d’État)(agence) aussi."),
        ("Radio Radeau et avant-Radio Rade-là.", "Radio Radeau et avant-Radio Rade-là."),
        ("Ce que « Radio Rade » dit.", "Ce que «\u202fRadio Rade\u202f» dit."),
        ("Un journal du lac, puis un journal du lac.", "[Un journal du lac], puis un journal du lac."),
        ("Sur lac.info. Et sur lac.info.fr.", "Sur [lac.info]. Et sur lac.info.fr."),
    ],
)
def test_prose_credits_the_sources_that_it_names(prose: str, credited: str) -> None:
    assert CREDITS.prose(prose, _linked) == credited


def test_a_body_leaves_headings_links_and_code_alone() -> None:
    body = "## Le Palais\n\n[Le Palais](x.md), `le Palais`, le Palais et le Palais.\n"
    assert CREDITS.body(body, _linked) == (
        "## Le Palais\n\n[Le Palais](x.md), `le Palais`, le [Palais](partie au conflit) et le Palais.\n"
    )


def test_a_sentence_keeps_its_mark_and_is_read_as_a_whole() -> None:
    pieces = [Piece("Le Palais", False), Piece(", partie au conflit", True), Piece(", dit Radio Rade.", False)]
    assert CREDITS.sentence(pieces, _linked) == (
        "Le [Palais]<mark>, partie au conflit</mark>, dit [Radio Rade](média d’État)(agence)."
    )


@given(st.text())
def test_prose_that_names_no_source_is_text(value: str) -> None:
    assert credits_of([], {}).prose(value, _linked) == text(value)


@given(
    st.lists(
        st.sampled_from(["le Palais", "Radio Rade", " ", "« ", " »", "partie au conflit", ". ", "*", "lac.info", "\n"])
    )
)
def test_crediting_changes_no_word(parts: list[str]) -> None:
    value = "".join(parts)

    def bare(_source: Source, shown: str, _untold: tuple[Interest, ...]) -> str:
        return text(shown)

    assert CREDITS.prose(value, bare) == text(value)
