"""Patterns whose cost may grow faster than the text are seen, and none of ours is one.

Time proves nothing on a busy machine, and what doubles it may need a text that no test thinks of. So the structure is
looked at: Python's `re` tries ways one after another, and there are more ways than signs only where a repetition may
be parted in more than one way, in another one or beside another one.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator.reading
from generator.reading.costs import costly
from generator.reading.evidence import own_scales
from generator.reading.rules import Reach, own_rules


def patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    for rule in own_rules():
        yield rule.name, rule.pattern, rule.reach is Reach.PASSAGE
    for clue in own_scales().clues:
        yield clue.name, clue.pattern, False
    for module in iter_modules(generator.reading.__path__):
        for name, value in vars(import_module(f"generator.reading.{module.name}")).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value, False


@pytest.mark.parametrize(("name", "pattern", "searched"), tuple(patterns()))
def test_no_pattern_of_ours_costs_more_than_the_text_is_long(
    name: str, pattern: re.Pattern[str], searched: bool
) -> None:
    assert costly(pattern, searched) is None, name


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(a+)+b", "emboîtées"),
        (r"(?:\w+ ?)+x", "emboîtées"),
        ("(?:(?:ab)+|a)+c", "emboîtées"),
        ("(?:a{1,20}){1,20}", "emboîtées"),
        ("(?:a*)*", "vide"),
        ("(?:x|(?:a+)?)*", "vide"),
        (".*.*=", "se touchent"),
        (r"\s*\W*x", "se touchent"),
        ("(?:a*)a*b", "se touchent"),
    ],
)
def test_a_costly_pattern_is_named(pattern: str, said: str) -> None:
    assert said in (costly(re.compile(pattern)) or "")


@pytest.mark.parametrize(
    "pattern",
    ["(?:[ab]+c)+", r"(?:\w+ )+", "(a*b)*", "(?:a++ ?)+b", "(?:a+$)+", "(?=a+)a+b", "[^x]*x.*", ".{0,9}.{0,9}"],
)
def test_a_cheap_pattern_passes(pattern: str) -> None:
    assert costly(re.compile(pattern)) is None


def test_what_is_searched_everywhere_begins_with_no_endless_repetition() -> None:
    assert costly(re.compile(r".*x")) is None
    assert "au début" in (costly(re.compile(r".*x"), searched=True) or "")


@given(st.from_regex(r"[a-z]{1,3}", fullmatch=True), st.sampled_from(("(?:{0}+)+", "(?:{0}*)*", "(?:x?{0}+)*z")))
def test_a_repetition_in_a_repetition_is_seen_whatever_it_repeats(word: str, form: str) -> None:
    assert costly(re.compile(form.format(f"(?:{word})"))) is not None
