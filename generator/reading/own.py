"""What of a raw text is the article's own, and what came along from the page around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.reading.aligned import align
from generator.reading.noise import blanked, noise
from generator.reading.rules import Rule

_OTHERS: Final = frozenset(
    {"related_articles", "read_also", "most_read", "navigation", "comments", "comment_form", "comments_prompt", "forum"}
)
"""Kinds of noise in which somebody else speaks; a caption, a header or a credit belongs to the article."""


@dataclass(frozen=True, slots=True)
class Own:
    """Parts of a text made even, each as long as it, with blanks for what is left out."""

    article: str
    """The text without all that clings to it."""
    said: str
    """The text without what other articles and readers say."""


def own(raw: str, rules: Sequence[Rule]) -> Own:
    """Part the words of an article from those around it, by the rules of noise."""
    text = align(raw).text
    cuts = noise(text, rules).cuts
    return Own(blanked(text, cuts), blanked(text, [cut for cut in cuts if cut.kind in _OTHERS]))
