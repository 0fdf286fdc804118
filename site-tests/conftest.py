"""What all tests share: golden files, and Hypothesis without a deadline that a busy machine would miss."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import Golden
from hypothesis import settings

from generator.check import check
from generator.link.library import library
from generator.load.disk import load
from generator.render import render
from generator.words import words_in

settings.register_profile("dossier", deadline=None)
settings.register_profile("mutation", deadline=None, max_examples=20, derandomize=True)
settings.load_profile("dossier")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write what golden tests find as what they expect from now on, instead of comparing",
    )
    parser.addoption(
        "--axe-everywhere",
        action="store_true",
        help="have axe look at every page on both screens by day and by night, instead of the largest of each kind",
    )


def pytest_collection_finish(session: pytest.Session) -> None:
    """Under mutmut, whose workers are forks of a process that has collected the tests: read once what each would read.

    The basemap, names of countries and words take seconds to read, most mutants less than one to be noticed.
    """
    if session.config.option.collectonly and settings.get_current_profile_name() == "mutation":
        base = check(load(Path(__file__).parent / "sites" / "base" / "content"))
        assert base.dossier is not None
        render(library(base.dossier), base.media, words_in("fr"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Iterator[Golden]:
    """`golden(file, found)`: equal, or an error; under --accept files are written, and the test ends as skipped."""
    accepted: list[str] = []

    def check(file: Path, found: str) -> None:
        expected = file.read_text("utf-8") if file.exists() else None
        if expected == found:
            return
        if request.config.getoption("--accept"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(found, "utf-8")
            accepted.append(f"{file.parent.name}/{file.name}")
            return
        assert expected is not None, f"{file} is missing: run pytest --accept, then read what it wrote"
        assert found == expected

    yield check
    if accepted:
        pytest.skip(f"accepted, to be read before they are committed: {', '.join(accepted)}")
