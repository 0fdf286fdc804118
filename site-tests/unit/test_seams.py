"""Where a converter has dropped the end of a line, and where it has not."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.aligned import align
from generator.reading.seams import seams

DATA: Final = Path(__file__).parent / "data" / "seams.psv"
CASES: Final = [line for line in DATA.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("line", CASES)
def test_lost_line_ends_are_found_and_no_others(line: str) -> None:
    text = line.replace("¶", "")
    found = "".join(("¶" if at in seams(text) else "") + char for at, char in enumerate(text))
    assert found == line


@given(st.text("aàZÉ.»5)‘’ \n«&;", max_size=60))
def test_an_even_text_leads_back_to_the_raw_one(raw: str) -> None:
    even = align(raw)
    assert len(even.at) == len(even.text) + 1
    assert list(even.at) == sorted(even.at)
    assert even.at[-1] == len(raw)
    assert all(raw[slice(*even.raw(n, n + 1))] == char for n, char in enumerate(even.text) if char.isalnum())
