"""Many patterns held against a text at once find what each finds by itself, whatever the patterns and the text."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.reading.aligned import align
from generator.reading.evidence import own_scales
from generator.reading.lines import lines_of
from generator.reading.needed import ways
from generator.reading.rules import Reach, flat, own_rules
from generator.reading.sieve import Sieve

TEXTS = Path(__file__).resolve().parents[1] / "texts"
RAWS = tuple(path.read_bytes().decode("utf-8") for path in sorted(TEXTS.glob("*/*.txt")))
LINES = tuple(sorted({flat(line.text) for raw in RAWS for line in lines_of(align(raw).text) if len(line.text) <= 420}))
CLUES = tuple(clue.pattern for clue in own_scales().clues)
WHOLE = tuple(rule.pattern for rule in own_rules() if rule.reach is not Reach.PASSAGE)
PASSAGES = tuple(rule.pattern for rule in own_rules() if rule.reach is Reach.PASSAGE)

MADE = (
    *("vous|votre|vos", r"\b(?:lire|voir) (?:aussi|encore)\b", r"^\W*(?:re)?lire", r"(?:^|\s)#\w{3,}", "(?=.*ab)b+a?"),
    *(r"\d{1,2}[/.]\d{2}", r"(?<=\d) +\d{1,4} ab", r"(?<![ab])a{2,3}b", "(?-i:AB|[A-C]b)c?", "(?:ab|a?)b*", "x*"),
    *(r"(a|b)\1c", "[abk]s", r"\Aab|b\Z", "(?:(?<=\n)|\\A)a[^\n]*b", "i(?:s|k)+e", "a(?>b|ab)c", "(?m:^a)b", "(?!a)b"),
)
SIGNS = st.sampled_from([*"abcklimnrstuvxeABKS 012/.#’\n", "\u0131", "\u0130", "\u017f", "\u212a", "é", "٣", "lire"])
TEXT = st.lists(SIGNS, max_size=30).map("".join)
SOME = st.lists(st.sampled_from(MADE), min_size=1, max_size=5)
FLAGS = st.sampled_from([re.IGNORECASE, re.IGNORECASE | re.MULTILINE, re.NOFLAG])


def found(patterns: tuple[re.Pattern[str], ...], text: str) -> list[int]:
    return [number for number, pattern in enumerate(patterns) if pattern.search(text)]


def describing(patterns: tuple[re.Pattern[str], ...], text: str) -> int | None:
    return next((number for number, pattern in enumerate(patterns) if pattern.fullmatch(text)), None)


def matches(patterns: tuple[re.Pattern[str], ...], text: str) -> list[tuple[int, tuple[int, int]]]:
    return [(number, m.span()) for number, pattern in enumerate(patterns) for m in pattern.finditer(text) if m[0]]


@given(SOME, FLAGS, TEXT)
@example(["i(?:s|k)+e"], re.IGNORECASE, "\u0130\u017fe \u0131\u212ae")
@example(["(?m:^a)b"], re.NOFLAG, "\nab")
def test_a_sieve_finds_what_each_pattern_finds(sources: list[str], flags: re.RegexFlag, text: str) -> None:
    patterns = tuple(re.compile(source, flags) for source in sources)
    sieve = Sieve(patterns)
    assert sieve.found(text) == found(patterns, text)
    assert [(number, m.span()) for number, m in sieve.matches(text)] == matches(patterns, text)
    assert Sieve(patterns, whole=True).describing(text) == describing(patterns, text)


@pytest.fixture(scope="module")
def sieves() -> tuple[Sieve, Sieve, Sieve]:
    return Sieve(CLUES), Sieve(WHOLE, whole=True), Sieve(PASSAGES)


@given(st.sampled_from(LINES), st.sampled_from(LINES), st.integers(0, 420), TEXT)
def test_of_lines_the_rules_say_what_each_says(
    sieves: tuple[Sieve, Sieve, Sieve], line: str, other: str, at: int, put: str
) -> None:
    clues, whole, passages = sieves
    for text in (line, line[:at] + put.replace("\n", " ") + line[at:], line[:at] + other[at:]):
        assert clues.found(text) == found(CLUES, text)
        assert whole.describing(text) == describing(WHOLE, text)
    text = f"{line}\n{put}{other}"
    assert [(number, m.span()) for number, m in passages.matches(text)] == matches(PASSAGES, text)


def test_nothing_is_sought_where_no_pattern_is() -> None:
    assert Sieve(()).found("ab") == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"\bnewsletters?\b", [{"newsl"}]),
        ("vous|votre|vos", [{"vous", "votre", "vos"}]),
        (r".*(?:cookies|traceurs)", [{"cookies", "traceurs"}]),
        (r"\d{4}-\d\d", [{"0000-"}]),
        ("[^a]+", [None]),
    ],
)
def test_the_words_that_a_pattern_needs_are_read_off_it(source: str, words: list[set[str] | None]) -> None:
    found = [way.words and set(way.words) for way in ways(re.compile(source, re.IGNORECASE), whole=False)]
    assert sorted(found, key=str) == sorted(words, key=str)
