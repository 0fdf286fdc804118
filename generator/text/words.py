"""Words: how many a text has, and which are too common to be anybody’s own name."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from generator.text.french import fold

_WORD: Final = re.compile(r"[^\W_]+")


def word_count(text: str) -> int:
    """How many words a text has; a word is a run of letters or digits."""
    return len(_WORD.findall(text))


def common_words() -> frozenset[str]:
    """Words of everyday French and of the press, folded."""
    return _listed("mots-courants.txt")


def first_names() -> frozenset[str]:
    """Names that many people are given, folded."""
    return _listed("prenoms.txt")


def regions() -> frozenset[str]:
    """Parts of the world and unions of countries that the press speaks of every day, folded."""
    return _listed("regions.txt")


@cache
def _listed(name: str) -> frozenset[str]:
    """The words of a list in `data/`, folded."""
    lines = files("generator.text").joinpath(f"data/{name}").read_text("utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split(", ") if word)
