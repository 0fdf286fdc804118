"""Values kept from one build to the next: computed once, forgotten when nobody asks, never half used."""

from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from generator.load.document import Document, SourceFile, read_article_like
from generator.memo import Memo


def test_a_value_is_computed_once_and_kept_while_it_is_asked_for() -> None:
    asked: list[int] = []

    def doubled(number: int) -> int:
        asked.append(number)
        return 2 * number

    memo = Memo()
    assert [memo(doubled, 2), memo(doubled, 2), memo(doubled, 3)] == [4, 4, 6]
    memo.forget()
    assert memo(doubled, 2) == 4
    memo.forget()
    assert memo(doubled, 3) == 6
    assert asked == [2, 3, 3]


def test_what_can_be_read_only_once_is_not_kept() -> None:
    def numbers(last: int) -> Iterator[int]:
        yield from range(last)

    with pytest.raises(TypeError, match="numbers"):
        Memo()(numbers, 3)


def test_a_file_is_taken_apart_once_while_its_bytes_are_the_same() -> None:
    def read(memo: Memo, body: str) -> object:
        return memo(read_article_like, SourceFile(PurePosixPath("pages/a.md"), f"---\na: b\n---\n\n{body}".encode()))

    memo = Memo()
    first = read(memo, "Un texte.")
    assert isinstance(first, Document)
    assert read(memo, "Un texte.") is first
    assert read(memo, "Un autre.") is not first
