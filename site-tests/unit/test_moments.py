"""What words of time mean in a press text: by the day of publication, or left open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.reading.moments import moments

DATA = Path(__file__).parent / "data" / "moments.psv"


def rows() -> Iterator[tuple[str, str, str]]:
    for row in DATA.read_text("utf-8").splitlines():
        if not row.startswith("#"):
            published, text, value = row.split("|")
            yield published.strip(), text.strip().replace("⏎", "\n"), value.strip()


@pytest.mark.parametrize(("published", "marked", "value"), tuple(rows()))
def test_words_of_time_mean_what_they_mean_or_stay_open(published: str, marked: str, value: str) -> None:
    start, end = marked.index("{"), marked.index("}") - 1
    found = moments(marked.replace("{", "").replace("}", ""), published)
    assert [moment.value or "" for moment in found if moment.start < end and start < moment.end] == [value]
