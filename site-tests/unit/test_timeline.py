"""The timeline: time to scale, no sign on another, and a size that does not grow with the dossier."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.model import EventKind, Status
from generator.render.timeline.figure import figure
from generator.render.timeline.layout import extent, stacked
from generator.render.timeline.lying import lying
from generator.render.timeline.scale import Moment, Scale, duration, gaps, ticks, whole_years
from generator.render.timeline.upright import upright
from generator.words import words_in

WORDS = words_in("fr")

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def moment(number: int, first: date, days: int = 0, kind: str = "visite", status: str = "établi") -> Moment:
    last = min(first.toordinal() + days, date.max.toordinal())
    return Moment(
        id=f"m{number}",
        title=f"Événement {number}",
        when="un jour",
        first=first.toordinal(),
        last=last,
        exact=days == 0,
        kind=EventKind(kind),
        status=Status(status),
        href=f"../evenements/m{number}/",
        on_map=f"../carte/#moment-m{number}",
        milestone=number % 7 == 0,
    )


@st.composite
def dossiers(draw: st.DrawFn) -> list[Moment]:
    """Events on any days of some years, many on the same."""
    start = draw(st.dates(date(1, 1, 1), date(9900, 1, 1)))
    spread = draw(st.sampled_from([1, 40, 400, 5_000, 30_000]))
    offsets = draw(st.lists(st.integers(0, spread), min_size=1, max_size=40))
    lengths = st.sampled_from([0, 0, 0, 30, 364])
    kinds, statuses = st.sampled_from(list(EventKind)), st.sampled_from(list(Status))
    return [
        moment(number, start + timedelta(days=offset), draw(lengths), draw(kinds), draw(statuses))
        for number, offset in enumerate(offsets)
    ]


@given(dossiers(), st.integers(1, 8))
def test_no_sign_lies_on_another_and_each_event_has_one(found: list[Moment], rows: int) -> None:
    scale = whole_years(found, 20, 700)
    slots = stacked(found, scale, 14, rows)
    assert sorted(one.id for slot in slots for one in slot.moments) == sorted(one.id for one in found)
    assert {slot.row for slot in slots} <= set(range(rows))
    for row in range(rows):
        for one, other in pairwise(slot for slot in slots if slot.row == row):
            assert one.end + 2 <= other.start + 1e-9
    for slot in slots:
        for shown in slot.moments:
            start, end = extent(shown, scale, 14)
            assert slot.start <= start + 1e-9
            assert end <= slot.end + 1e-9


@given(dossiers())
def test_what_stands_alone_shows_its_true_days(found: list[Moment]) -> None:
    scale = whole_years(found, 0, 700)
    for slot in stacked(found, scale, 14, 4):
        if len(slot.moments) == 1:
            first, last = scale.at(slot.moments[0].first), scale.at(slot.moments[0].last + 1)
            assert abs(slot.middle - (first + last) / 2) < 1e-6
            assert abs(slot.end - slot.start - max(14, last - first)) < 1e-6


@given(DAYS, DAYS, DAYS)
def test_the_scale_is_linear_and_in_order(one: date, other: date, third: date) -> None:
    days = sorted(day.toordinal() for day in (one, other, third))
    scale = whole_years([moment(number, day) for number, day in enumerate((one, other, third))], 5, 600)
    places = [scale.at(day) for day in days]
    assert places == sorted(places)
    assert 5 <= places[0] <= places[-1] <= 605
    day = 600 / (scale.last + 1 - scale.first)
    assert abs(places[1] - places[0] - day * (days[1] - days[0])) < 1e-6


@given(dossiers(), st.floats(120, 1200), st.floats(18, 60))
def test_marks_of_an_axis_leave_room_for_their_words(found: list[Moment], length: float, room: float) -> None:
    scale = whole_years(found, 0, length)
    marks = list(ticks(scale, room, WORDS))
    assert all(scale.first <= mark.day <= scale.last for mark in marks)
    for one, other in pairwise(marks):
        assert scale.at(other.day) - scale.at(one.day) >= room * 0.9  # a month may have 28 days


@given(dossiers())
def test_nothing_happens_in_a_gap(found: list[Moment]) -> None:
    for first, last in gaps(found):
        assert last - first >= 365
        assert not [one for one in found if one.first <= last and one.last >= first]
        assert {one.last + 1 for one in found} >= {first}
        assert {one.first - 1 for one in found} >= {last}


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2012-01-01", "2015-02-28", "3 ans et 2 mois"),
        ("2018-01-01", "2018-12-31", "1 an"),
        ("2020-01-09", "2022-11-30", "2 ans et 10 mois"),
        ("2020-01-09", "2020-02-08", "1 mois"),
    ],
)
def test_how_long_a_gap_is(first: str, last: str, words: str) -> None:
    assert duration(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal(), WORDS) == words


def test_on_a_phone_a_date_stands_over_its_title_and_empty_times_are_as_long_as_they_are() -> None:
    found = [moment(n, date(year, 6, 1)) for n, year in enumerate((2010, 2010, 2010, 2012, 2018))]
    tops = [float(top) for top in re.findall(r"-evenement [^>]*translate\(0 ([\d.]+)\)", upright(found, WORDS))]
    heights = [float(height) for height in re.findall(r'data-haut="([\d.]+)"', upright(found, WORDS))]
    blanks = [after - top - height for (top, after), height in zip(pairwise(tops), heights, strict=False)]
    assert blanks[:2] == pytest.approx([0, 0])
    assert blanks[3] / blanks[2] == pytest.approx(6 / 2, rel=0.02)
    tree = LexborHTMLParser(upright(found, WORDS))
    for sign in tree.css(".frise-evenement"):
        (when,), (title,) = sign.css(".frise-quand"), sign.css(".frise-titre tspan")
        assert float(title.attributes["y"] or 0) - float(when.attributes["y"] or 0) == 15
    assert [text.text() for text in tree.css(".frise-vide")] == [
        "1 an et 11 mois sans événement",
        "5 ans et 11 mois sans événement",
    ]


def test_years_within_one_event_have_marks_apart() -> None:
    found = [moment(1, date(2010, 1, 1), 5 * 365), moment(2, date(2012, 6, 1)), moment(3, date(2016, 6, 1))]
    pieces = re.findall(r"frise-(marque|evenement)[^>]*translate\(0 ([\d.]+)\)", upright(found, WORDS))
    assert [float(top) for _, top in pieces] == sorted(float(top) for _, top in pieces)
    marks = [float(top) for name, top in pieces if name == "marque"]
    assert len(marks) == 7
    assert all(after - mark >= 20 for mark, after in pairwise(marks))


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """The boxes of all signs of a drawing."""
    found = []
    for node in LexborHTMLParser(svg).css(".frise-signe"):
        at = {
            name: float(value or 0) for name, value in node.attributes.items() if re.fullmatch(r"[\d.]+", value or "")
        }
        around = node.parent and node.parent.parent
        moved = around and re.match(r"translate\(0 ([\d.]+)\)", around.attributes.get("transform") or "")
        if moved:
            at |= {name: at[name] + float(moved[1]) for name in at.keys() & {"y", "cy"}}
        if "r" in at and "cx" in at:
            found.append((at["cx"] - at["r"], at["cy"] - at["r"], at["cx"] + at["r"], at["cy"] + at["r"]))
        else:
            found.append((at["x"], at["y"], at["x"] + at["width"], at["y"] + at["height"]))
    return found


@given(dossiers())
def test_drawn_signs_lie_inside_the_drawing_and_apart(found: list[Moment]) -> None:
    for svg in (lying(found, WORDS), upright(found, WORDS)):
        size = re.search(r'viewBox="0 0 (\d+) (\d+)', svg)
        assert size
        drawn = boxes(svg)
        for number, (left, top, right, bottom) in enumerate(drawn):
            assert left >= 0
            assert top >= 0
            assert bottom <= int(size[2])
            assert right <= int(size[1]) + 14  # what is bundled at the very end may reach into the margin
            for other in drawn[number + 1 :]:
                apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
                assert apart, ((left, top, right, bottom), other)


@pytest.mark.parametrize("spread", [1, 700, 9_000, 90_000])
def test_a_crowd_has_a_drawing_of_bounded_size(spread: int) -> None:
    kinds, statuses = list(EventKind), list(Status)
    found = [
        moment(
            number,
            date(1950, 1, 1) + timedelta(days=number * number * 37 % spread),
            number % 3 * 30,
            kinds[number % 10],
            statuses[number % 4],
        )
        for number in range(900)
    ]
    for svg, high in ((lying(found, WORDS), 1000), (upright(found, WORDS), 2000)):
        size = re.search(r'viewBox="0 0 (\d+) (\d+)', svg)
        assert size
        assert int(size[2]) <= high
        told = [
            name
            for node in LexborHTMLParser(svg).css(".frise-evenement")
            for name in (node.attributes["data-evenements"] or "").split()
        ]
        assert sorted(told) == sorted(one.id for one in found)


def test_without_events_there_is_no_timeline() -> None:
    assert figure((), WORDS) == ""


def test_every_sign_is_a_link_with_a_name_and_has_one_to_the_map() -> None:
    found = [moment(1, date(2015, 3, 1)), moment(2, date(2016, 1, 1), 30, "appel", "annoncé")]
    tree = LexborHTMLParser(figure(found, WORDS))
    links = [(node.attributes["xlink:href"], node.css_first("title").text()) for node in tree.css("a")]  # type: ignore[union-attr]  # each has a title
    assert links == 2 * [
        ("../evenements/m1/", "Un jour\u202f: Événement 1 (visite, établi)"),
        ("../carte/#moment-m1", "Sur la carte\u202f: Événement 1"),
        ("../evenements/m2/", "Un jour\u202f: Événement 2 (appel, annoncé)"),
        ("../carte/#moment-m2", "Sur la carte\u202f: Événement 2"),
    ]


def test_without_a_map_nothing_leads_there() -> None:
    tree = LexborHTMLParser(figure([replace(moment(1, date(2015, 3, 1)), on_map="")], WORDS))
    assert len(tree.css(".frise-vers-page")) == 2
    assert not tree.css(".vers-carte, .frise-epingle")


def test_titles_take_two_lines_where_one_would_not_fit_and_every_event_of_some_has_its_own() -> None:
    long = "Une rencontre dont le titre est assez long pour ne tenir dans aucune place d’un seul tenant"
    found = [replace(moment(n, date(2015, n, 1)), title=f"{long} {n}") for n in range(1, 5)]
    found += [moment(9, date(2011, 1, 1)), moment(10, date(2020, 12, 31))]
    tree = LexborHTMLParser(lying(found, WORDS))
    titles = tree.css(".frise-titre")
    assert sorted(" ".join(line.text() for line in title.css("tspan")) for title in titles) == sorted(
        one.title for one in found
    )
    assert max(len(title.css("tspan")) for title in titles) == 2


@given(dossiers())
def test_what_can_be_hit_lies_apart_inside_the_drawing(found: list[Moment]) -> None:
    for svg, width in ((lying(found, WORDS), 814), (upright(found, WORDS), 330)):
        rows: dict[str, list[tuple[float, float]]] = {}
        for node in LexborHTMLParser(svg).css(".frise-cible"):
            row = node.parent and node.parent.parent and node.parent.parent.attributes.get("transform")
            start = float(node.attributes["x"] or 0)
            rows.setdefault(f"{row} {node.attributes['y']}", []).append(
                (start, start + float(node.attributes["width"] or 0))
            )
        for row_of in rows.values():
            assert all(end <= start + 0.11 for (_, end), (start, _) in pairwise(sorted(row_of)))
            assert min(row_of)[0] >= 0
            assert max(end for _, end in row_of) <= width + 14


def test_a_scale_says_its_years() -> None:
    assert Scale(date(2015, 1, 1).toordinal(), date(2024, 12, 31).toordinal(), 0, 1).years == range(2015, 2025)
