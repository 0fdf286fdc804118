"""Words in a drawing: how much room they take, and how they break into lines."""

from collections.abc import Sequence
from typing import Final

from markupsafe import escape

BROAD: Final = 0.56
"""Width of a letter as a share of its height, on the safe side for Inter."""


def wrapped(text: str, letters: int) -> tuple[str, ...]:
    """A text in lines of at most so many letters; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def written(lines: Sequence[str], x: float, y: float, leading: float, style: str) -> str:
    """Lines of text under one another, the first with its base at `y`."""
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{y + number * leading:.1f}">{escape(line)}</tspan>' for number, line in enumerate(lines)
    )
    return f'<text class="{style}" aria-hidden="true">{spans}</text>'
