"""When two values of one property agree: a table, and what holds whatever the values."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.claims.records import Property, Statement
from generator.claims.values import Reading, agree, comparable, read

_WITHIN = {"kremlin": "moscou", "moscou": "russie", "sotchi": "russie", "damas": "syrie"}
_TABLE = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in (Path(__file__).parent / "data" / "agree.psv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def reading(kind: str, value: str) -> Reading:
    """A value as an editor writes it; a number may bring its unit along as the last word."""
    unit = None
    if kind == "number" and not value[-1].isdigit():
        value, _, unit = value.rpartition(" ")
    values = value.split(", ") if kind == "participants" else [value]
    return read(Statement.model_validate({"property": kind, "value": values, "unit": unit}))


@pytest.mark.parametrize("row", _TABLE, ids=lambda row: " | ".join(row[:3]))
def test_they_agree_as_the_table_says_whichever_comes_first(row: tuple[str, ...]) -> None:
    kind, one, other, expected, _ = row
    values = reading(kind, one), reading(kind, other)
    for first, second in (values, values[::-1]):
        assert agree(Property(kind), first, second, _WITHIN) is (expected == "yes")


def test_numbers_of_different_things_are_not_compared() -> None:
    assert not comparable(reading("number", "12 km"), reading("number", "3 heures"))
    assert not comparable(reading("number", "12"), reading("number", "12 délégués"))
    assert not agree(Property.NUMBER, reading("number", "12 km"), reading("number", "12 heures"), {})


@pytest.mark.parametrize("value", ["", "douze", "une dizaine", "3 à 5", "de 3", "au moins de 3 à 5", "5.", "de 5 à 3"])
def test_what_is_no_number_is_refused(value: str) -> None:
    statement = Statement.model_construct(property=Property.NUMBER, value=(value,), unit=None)
    with pytest.raises(ValueError, match="«"):
        read(statement)


@pytest.mark.parametrize("value", ["4.000", "au moins 4.000", "de 3.000 à 5.000"])
def test_a_number_that_reads_in_two_ways_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="se lit de deux façons"):
        reading("number", f"{value} soldats")


@pytest.mark.parametrize("value", ["2,5", "0,125", "12 000,5", "12,345", "1234.567", "2.25"])
def test_a_fraction_is_read(value: str) -> None:
    assert reading("number", value)


_DATES = st.one_of(
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(lambda day: day.strftime("%Y").zfill(4) + day.strftime("-%m-%d")),
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(lambda day: day.strftime("%Y").zfill(4) + day.strftime("-%m")),
    st.integers(1, 9999).map(lambda year: f"{year:04}"),
).flatmap(lambda text: st.sampled_from([text, f"{text}~", f"{text}?"]))


@given(_DATES, _DATES)
def test_dates_agree_with_themselves_and_either_way_round(one: str, other: str) -> None:
    first, second = reading("date", one), reading("date", other)
    assert agree(Property.DATE, first, first, {})
    assert agree(Property.DATE, first, second, {}) is agree(Property.DATE, second, first, {})


@given(st.dates(date(1000, 1, 1), date(9000, 12, 31)), st.integers(1, 400))
def test_two_days_never_agree_and_a_month_holds_those_that_are_its_own(day: date, later: int) -> None:
    other = day + timedelta(days=later)
    assert not agree(Property.DATE, reading("date", day.isoformat()), reading("date", other.isoformat()), {})
    same_month = (day.year, day.month) == (other.year, other.month)
    assert agree(Property.DATE, reading("date", f"{day:%Y-%m}"), reading("date", other.isoformat()), {}) is same_month


@given(st.integers(0, 10**6), st.sampled_from(["ans", "mois", "jours", "heures", "km", "kg", "chevaux", ""]))
def test_a_number_agrees_with_its_own_bounds(number: int, unit: str) -> None:
    plain, least, most = (
        reading("number", f"{bound}{number} {unit}".strip()) for bound in ("", "au moins ", "au plus ")
    )
    assert agree(Property.NUMBER, plain, least, {})
    assert agree(Property.NUMBER, plain, most, {})
    assert agree(Property.NUMBER, least, most, {})
