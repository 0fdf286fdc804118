"""What the system refuses, in French."""

import errno
import os

import pytest

from generator.refusals import refusal


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "il n’existe pas"),
        (errno.EACCES, "vous n’en avez pas le droit"),
        (errno.ENOSPC, "le disque est plein"),
    ],
)
def test_an_editor_reads_french(number: int, said: str) -> None:
    assert refusal(OSError(number, os.strerror(number), "a.md")) == said


def test_what_we_have_no_words_for_is_marked_as_the_system_s_own() -> None:
    assert refusal(OSError(errno.EXDEV, "Invalid cross-device link")) == "le système dit : Invalid cross-device link"
    assert refusal(OSError("broken")) == "le système dit : broken"
