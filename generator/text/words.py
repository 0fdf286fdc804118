"""Counting words."""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")


def word_count(text: str) -> int:
    """How many words a text has; a word is a run of letters or digits."""
    return len(_WORD.findall(text))
