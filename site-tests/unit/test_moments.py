"""What words of time mean in a press text: by the day of publication, or left open."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.moments import moments
from generator.reading.wordings import ANY, dates_in

DATA = Path(__file__).parent / "data" / "moments.psv"


def rows() -> Iterator[tuple[str, str, str]]:
    for row in DATA.read_text("utf-8").splitlines():
        if not row.startswith("#"):
            published, text, value = row.split("|")
            yield published.strip(), text.strip().replace("⏎", "\n"), value.strip()


@pytest.mark.parametrize(("published", "marked", "value"), tuple(rows()))
def test_words_of_time_mean_what_they_mean_or_stay_open(published: str, marked: str, value: str) -> None:
    start, end = marked.index("{"), marked.index("}") - 1
    found = moments(marked.replace("{", "").replace("}", ""), published)
    assert [moment.value or "" for moment in found if moment.start < end and start < moment.end] == (
        [] if value == "-" else [value]
    )


SPOKEN = (
    "le la l’ ce cet cette du au des dans il y a plus tot tard avant apres en debut fin mi mois annee an veille "
    "lendemain surlendemain meme matin midi soir nuit jour jours cours courant milieu hier demain lundi mars 3 12 2015 "
    "15/07/2015 2015-07-15 quinze quelques de d’ soiree matinee dernier passe prochain ci la auparavant "
    "annees ans suivante derniere journee pres suivant de precedent aujourd’hui vingt-quatre heures courant "
    "par semaine 18-05-18 huit cette"
).split()
GAPS = st.sampled_from((" ", " ", " ", "-", "’", ", ", "\n"))


def anywhere(text: str) -> list[tuple[int, int]]:
    """Where dates stand, if every word is tried."""
    found, done = [], 0
    for word in re.finditer(r"\w+", text):
        match = ANY.match(text, word.start()) if word.start() >= done else None
        if match:
            found.append(match.span())
            done = match.end()
    return found


@given(st.lists(st.tuples(st.sampled_from(SPOKEN), GAPS).map("".join), max_size=40).map("".join))
def test_no_date_is_passed_over_for_what_it_begins_with(text: str) -> None:
    assert [match.span() for match in dates_in(text)] == anywhere(text)


def test_no_date_of_three_words_is_passed_over() -> None:
    text = ";\n".join(" ".join(words) for words in product(SPOKEN, repeat=3))
    assert [match.span() for match in dates_in(text)] == anywhere(text)


@pytest.mark.parametrize(
    ("below", "value"), [("Le maire est arrivé.", "2025-08-14"), ("                    ", "2025-08-15")]
)
def test_a_stamp_that_is_noise_heads_an_entry_where_one_stands_below(below: str, value: str) -> None:
    whole = f"13 août, 18h10\n{below}\n\n14 août, 9h\nIl est reparti ce matin."
    kept = whole.replace("13 août, 18h10", " " * 14).replace("14 août, 9h", " " * 11)
    (found,) = moments(kept, "2025-08-15", whole=whole)
    assert found.value == value
