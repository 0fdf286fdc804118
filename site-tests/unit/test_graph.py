"""The graph of meetings: who is tied stands close, no number lies on another, calls stand apart."""

from itertools import combinations, permutations
from math import hypot

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.render.graph import Person, Tie, draw, ordered
from generator.words import words_in


def people(number: int) -> list[Person]:
    return [Person(f"p{at}", f"Personne au nom long {at}", f"../dirigeants/p{at}/") for at in range(number)]


def tie(one: int, other: int, meetings: int = 1, calls: int = 0) -> Tie:
    return Tie(f"p{one}", f"p{other}", meetings, calls, f"p{one}--p{other}")


@pytest.mark.parametrize("number", [2, 3, 7, 10])
def test_where_all_met_all_no_number_lies_on_another(number: int) -> None:
    ties = [tie(one, other, 3, 2) for one, other in combinations(range(number), 2)]
    tree = LexborHTMLParser(draw(people(number), ties, words_in("fr")))
    circles = [tuple(float(node.attributes[name] or "") for name in ("cx", "cy", "r")) for node in tree.css("circle")]
    assert len(circles) == 2 * len(ties)
    for (x, y, r), (x1, y1, r1) in combinations(circles, 2):
        assert hypot(x - x1, y - y1) >= r + r1
    width, height = 360, float((tree.css_first("svg").attributes["viewBox"] or "").split()[3])  # type: ignore[union-attr]  # it is there
    for x, y, r in circles:
        assert r <= x <= width - r
        assert r <= y <= height - r


def test_every_mark_is_a_link_with_a_name_and_calls_stand_apart() -> None:
    tree = LexborHTMLParser(draw(people(2), [tie(0, 1, meetings=4, calls=1)], words_in("fr")))
    links = {node.css_first("title").text(): node.attributes["xlink:href"] for node in tree.css("a")}  # type: ignore[union-attr]  # each has a title
    names = ["Personne au nom long 0", "Personne au nom long 1"]
    both = " et ".join(names)
    assert links == {
        f"{both}\u202f: 4 rencontres": "#p0--p1",
        f"{both}\u202f: 1 appel": "#p0--p1",
        names[0]: "../dirigeants/p0/",
        names[1]: "../dirigeants/p1/",
    }
    assert len(tree.css("a.graphe-rencontre")) == len(tree.css("a.graphe-appel")) == 1


def test_those_who_are_tied_stand_together_whatever_the_order_given() -> None:
    ties = [tie(0, 3, 5), tie(3, 1, 2), tie(2, 4, 1)]
    for given in permutations(people(5)):
        found = [person.id for person in ordered(given, ties)]
        groups = {frozenset(found[:2]), frozenset(found[2:])} | {frozenset(found[:3]), frozenset(found[3:])}
        assert {frozenset({"p2", "p4"}), frozenset({"p0", "p1", "p3"})} <= groups, found
