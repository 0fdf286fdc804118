"""Dates of stated precision, and how French writes them."""

import re
from contextlib import suppress
from datetime import date, timedelta
from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import EDTF_PATTERN, DateError, Edtf, Precision, date_fr, day_fr, parse, when_fr

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 30))
MARKS = st.sampled_from(["", "~", "?", "%"])
WIDTHS = st.sampled_from([4, 7, 10])


def as_date(value: struct_time) -> date:
    return date(value.tm_year, value.tm_mon, value.tm_mday)


@given(DAYS, WIDTHS, MARKS)
def test_plain_forms_mean_what_the_edtf_package_says(day: date, width: int, mark: str) -> None:
    text = day.isoformat()[:width] + mark
    ours, theirs = parse(text), parse_edtf(text)
    assert (ours.first, ours.last) == (as_date(theirs.lower_strict()), as_date(theirs.upper_strict()))
    both = bool(theirs.is_uncertain_and_approximate)
    assert ours.approximate == (both or bool(theirs.is_approximate))
    assert ours.uncertain == (both or bool(theirs.is_uncertain))


@pytest.mark.parametrize(
    ("text", "precision"),
    [("2031", "year"), ("2031-05", "month"), ("2031-05-02", "day"), ("2031-21", "span"), ("2031/2032", "span")],
)
def test_precision(text: str, precision: str) -> None:
    assert parse(text).precision is Precision(precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hier",
        "0000",
        "-0100",
        "2031-00",
        "2031-13",
        "2031-33",
        "2031-04-31",
        "2031-02-29",
        "2100-02-29",
        "2031-1X",
        "２０３１",
        "31-05-02",
        "2031-5-2",
        "2031-05-02/2031-04-30",
        "2031-05-02/..",
        "2031/",
        "/2031-05",
        "../2031",
        "unknown/2031",
        "2031-06-31/2032",
        "Y-17E7",
        "y170000002",
    ],
)
def test_impossible_dates_are_told_in_french(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match=r"^« .*") as caught:
        parse(text)
    said = str(caught.value)
    assert said.startswith(f"« {text} »")
    assert "year" not in said
    assert "object" not in said
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2 mai 2031", "2031-05-02"),
        ("1er mai 2031", "2031-05-01"),
        ("02/05/2031", "2031-05-02"),
        ("2.5.2031", "2031-05-02"),
        ("mai 2031", "2031-05"),
        ("Décembre 2031", "2031-12"),
        ("05/2031", "2031-05"),
        ("2031-5-2", "2031-05-02"),
        ("2031/05", "2031-05"),
        ("2031-05-32", "2031-05-31"),
        ("2031-04-31~", "2031-04-30"),
        ("2031-20-05", "2031-05-20"),
        ("2031-31-04", None),
        ("31 avril 2031", None),
        ("2031-13", None),
        ("un jour", None),
    ],
)
def test_the_date_that_was_meant_is_proposed_as_edtf(written: str, meant: str | None) -> None:
    with pytest.raises(DateError) as caught:
        parse(written)
    assert (caught.value.found, caught.value.suggestion) == (written, meant)


@given(st.from_regex(r"[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", fullmatch=True))
def test_what_is_proposed_is_a_date(text: str) -> None:
    meant = None
    try:
        parse(text)
    except DateError as error:
        meant = error.suggestion
    assert meant is None or parse(meant)


PARTS = st.builds(
    "{}{}".format,
    st.sampled_from(["2031", "203X", "20XX", "2031-05", "2031-02-28", "2031-22", "2031-XX", "2031-04-XX", "2031-02-30"])
    | DAYS.map(str),
    MARKS,
)


@given(PARTS | st.builds("{}/{}".format, PARTS, PARTS) | st.builds("[{}..{}]".format, PARTS, PARTS))
def test_the_pattern_knows_every_date(text: str) -> None:
    with suppress(DateError):
        parse(text)
        assert re.search(EDTF_PATTERN, text)


@pytest.mark.parametrize(
    "text", ["02/05/2031", "2 mai 2031", "2031-13", "2031-02-30", "2031-04-31", "hier", "", "2031-5-2", "2031/", "31"]
)
def test_the_pattern_refuses_what_is_plainly_no_date(text: str) -> None:
    assert re.search(EDTF_PATTERN, text) is None


@pytest.mark.parametrize("written", ["40 mai 2031", "02/13/2031", "mai", "2 floréal 2031"])
def test_nothing_is_proposed_for_what_is_no_date_in_french_either(written: str) -> None:
    with pytest.raises(ValueError, match=r"n’est pas une date$"):
        parse(written)


@given(st.text())
def test_any_other_text_is_refused_with_a_value_error(text: str) -> None:
    with suppress(ValueError):  # and nothing else
        assert parse(text).first <= parse(text).last


@pytest.mark.parametrize(
    ("text", "said", "in_a_sentence"),
    [
        ("2000-05-01", "1er mai 2000", "le 1er mai 2000"),
        ("2017-11-20", "20 novembre 2017", "le 20 novembre 2017"),
        ("2017-11-21~", "vers le 21 novembre 2017", "vers le 21 novembre 2017"),
        ("2017-11-21?", "21 novembre 2017 (date incertaine)", "le 21 novembre 2017 (date incertaine)"),
        ("2017-11-21%", "vers le 21 novembre 2017 (date incertaine)", "vers le 21 novembre 2017 (date incertaine)"),
        ("2022-12", "décembre 2022", "en décembre 2022"),
        ("2022-12~", "vers décembre 2022", "vers décembre 2022"),
        ("2011", "2011", "en 2011"),
        ("2011~", "vers 2011", "vers 2011"),
        ("2011?", "2011 (date incertaine)", "en 2011 (date incertaine)"),
        ("2031-21", "printemps 2031", "au printemps 2031"),
        ("2031-22", "été 2031", "à l’été 2031"),
        ("2031-23", "automne 2031", "à l’automne 2031"),
        ("2031-24", "hiver 2031", "à l’hiver 2031"),
        ("2031-21~", "vers le printemps 2031", "vers le printemps 2031"),
        ("2031-22~", "vers l’été 2031", "vers l’été 2031"),
        ("2031-24?", "hiver 2031 (date incertaine)", "à l’hiver 2031 (date incertaine)"),
        ("2031-05-02/2031-05-04", "du 2 au 4 mai 2031", "du 2 au 4 mai 2031"),
        ("2031-05-01/2031-06-03", "du 1er mai au 3 juin 2031", "du 1er mai au 3 juin 2031"),
        ("2031-12-30/2032-01-02", "du 30 décembre 2031 au 2 janvier 2032", "du 30 décembre 2031 au 2 janvier 2032"),
        ("2031-05-02/2031-05-02", "2 mai 2031", "le 2 mai 2031"),
        ("[2031-05-02..2031-05-04]", "entre le 2 et le 4 mai 2031", "entre le 2 et le 4 mai 2031"),
        ("[2031-05-02,2031-05-03]", "2 ou 3 mai 2031", "le 2 ou le 3 mai 2031"),
        ("{2031-05-01,2031-05-03,2031-05-04}", "1er, 3 et 4 mai 2031", "le 1er, le 3 et le 4 mai 2031"),
        ("[2031-04-30,2031-05-03]", "30 avril ou 3 mai 2031", "le 30 avril ou le 3 mai 2031"),
        (
            "[2030-12-31,2031-01-01]",
            "31 décembre 2030 ou 1er janvier 2031",
            "le 31 décembre 2030 ou le 1er janvier 2031",
        ),
        ("[2031-05,2031-06]", "mai ou juin 2031", "en mai ou en juin 2031"),
        ("{2030-12,2031-06}", "décembre 2030 et juin 2031", "en décembre 2030 et en juin 2031"),
        ("[2030,2031]", "2030 ou 2031", "en 2030 ou en 2031"),
        ("[2031-05-02,2031-06]", "entre le 2 mai et le 30 juin 2031", "entre le 2 mai et le 30 juin 2031"),
        ("[2031-05-02,2031-05-04..2031-05-06]", "entre le 2 et le 6 mai 2031", "entre le 2 et le 6 mai 2031"),
        ("2031-03/2031-05", "de mars à mai 2031", "de mars à mai 2031"),
        ("2031-10/2032-02", "d’octobre 2031 à février 2032", "d’octobre 2031 à février 2032"),
        ("2031/2033", "de 2031 à 2033", "de 2031 à 2033"),
        ("[2031,2033]", "2031 ou 2033", "en 2031 ou en 2033"),
        ("203X", "entre 2030 et 2039", "entre 2030 et 2039"),
        ("2031-05-XX", "mai 2031", "en mai 2031"),
        ("2031-XX", "2031", "en 2031"),
    ],
)
def test_french(text: str, said: str, in_a_sentence: str) -> None:
    assert date_fr(parse(text)) == said
    assert when_fr(parse(text)) == in_a_sentence


def test_weekdays() -> None:
    assert day_fr(date(2017, 11, 20), weekday=True) == "lundi 20 novembre 2017"
    assert day_fr(date(2000, 5, 1), weekday=True) == "lundi 1er mai 2000"


@given(DAYS, st.integers(0, 800))
def test_an_interval_holds_its_ends_and_nothing_else(first: date, days: int) -> None:
    last = min(first, date(9990, 1, 1)) + timedelta(days=days)
    first = min(first, last)
    span = parse(f"{first.isoformat()}/{last.isoformat()}")
    assert (span.first, span.last) == (first, last)
    assert span.overlaps(first, first)
    assert span.overlaps(last, None)
    assert not span.overlaps(None, first - timedelta(days=1)) if first > date.min else True
    assert not span.overlaps(last + timedelta(days=1), None)


@given(st.lists(DAYS.flatmap(lambda day: WIDTHS.map(lambda width: day.isoformat()[:width])), min_size=1))
def test_dates_sort_by_their_first_day(texts: list[str]) -> None:
    found = sorted(map(parse, texts))
    assert [value.first for value in found] == sorted(value.first for value in found)


def test_a_date_prints_as_it_was_written() -> None:
    assert str(parse("2017-11-21~")) == "2017-11-21~"
    assert str(parse(" 2017 \n")) == "2017"
    assert isinstance(parse("2017"), Edtf)
