"""Words: how many a text has, and which are too common to be anybody's name."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from generator.text.french import fold

_WORD: Final = re.compile(r"[^\W_]+")


def word_count(text: str) -> int:
    """How many words a text has; a word is a run of letters or digits."""
    return len(_WORD.findall(text))


@cache
def common_words() -> frozenset[str]:
    """Words of everyday French and of the press, folded, from `data/mots-courants.txt`."""
    lines = files("generator.text").joinpath("data/mots-courants.txt").read_text("utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split(", ") if word)
