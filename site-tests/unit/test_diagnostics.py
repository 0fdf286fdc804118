"""Problems: their order, their severity, and the nearest right value."""

from pathlib import PurePosixPath

import pytest

from generator.diagnostics import Problem, Severity, errors, in_order, nearest


def problem(code: str, path: str = "content/a.md", line: int = 1, message: str = "Message.") -> Problem:
    return Problem(code, PurePosixPath(path), line, message)


def test_a_problem_says_where_and_what() -> None:
    assert str(problem("E101", line=3)) == "content/a.md:3: E101 Message."
    assert str(problem("E101", line=0)) == "content/a.md: E101 Message."


def test_a_problem_says_what_is_expected_and_what_was_meant_on_one_line() -> None:
    told = Problem("E105", PurePosixPath("a.md"), 3, "Trouvé « 2\nmai ».", "2\nmai", "une date", "2031-05-02")
    assert told.message.replace("\u202f", " ") == (
        "Trouvé « 2 mai ». Attendu : une date. Vouliez-vous dire « 2031-05-02 » ?"
    )


def test_a_code_must_be_documented() -> None:
    with pytest.raises(KeyError):
        problem("E999")


def test_errors_come_before_warnings_then_by_place() -> None:
    w, late, early, other = (
        problem("W301"),
        problem("E101", line=9),
        problem("E102", line=2),
        problem("E101", "content/b.md"),
    )
    assert in_order([w, other, late, early, late]) == (early, late, other, w)
    assert errors([w, late]) == (late,)
    assert (w.severity, late.severity) == (Severity.WARNING, Severity.ERROR)


@pytest.mark.parametrize(
    ("found", "candidates", "near"),
    [
        ("eviann", ["evian", "lausanne"], "evian"),
        ("etabli", ["établi", "démenti"], "établi"),
        ("EVIAN", ["evian"], "evian"),
        ("lac", ["evian", "lausanne"], None),
        ("", ["evian"], None),
        ("evian", [], None),
    ],
)
def test_the_nearest_right_value(found: str, candidates: list[str], near: str | None) -> None:
    assert nearest(found, candidates) == near


def test_the_nearest_value_does_not_depend_on_the_order() -> None:
    assert nearest("ab", ["abc", "abd"]) == nearest("ab", ["abd", "abc"])
