"""What all tests share: golden files, and Hypothesis without a deadline that a busy machine would miss."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("dossier", deadline=None)
settings.load_profile("dossier")

Golden = Callable[[Path, str], None]
"""Compares a text with a file that holds what is expected of it."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write what golden tests find as what they expect from now on, instead of comparing",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden(file, found)`: equal, or an error; under --accept the file is written and the test skipped."""

    def check(file: Path, found: str) -> None:
        expected = file.read_text("utf-8") if file.exists() else None
        if expected == found:
            return
        if request.config.getoption("--accept"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(found, "utf-8")
            pytest.skip(f"accepted: {file.name} of {file.parent.name} is new; read it before you commit it")
        assert expected is not None, f"{file} is missing: run pytest --accept, then read what it wrote"
        assert found == expected

    return check
