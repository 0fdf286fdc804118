"""Captions that stand above the line of their credit, whole or broken."""

import re
from collections.abc import Sequence
from typing import Final

from generator.reading.lines import Line, Reasons, is_prose

_CAPTION: Final = 200
"""Characters that a caption has at most."""
_CREDIT: Final = 60
"""Characters that the names of a credit have at most."""
_RUNS_ON: Final = re.compile(
    r"(?:[,’]|\b(?:à|au|aux|avec|chez|contre|dans|de|des|devant|du|en|entre|et|la|le|les|leur|lors|par|pour|puis|sa|"
    r"ses|son|sous|sur|un|une|vers))$"
)
"""What a line ends with that no headline and no paragraph does."""


def above_credits(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """Short lines right above a credit, but the first that is left: that may be the headline."""
    found: Reasons = {}
    first = next((n for n in range(len(lines)) if n not in cut), 0)
    last = max((n for n, line in enumerate(lines) if n not in cut and is_prose(line.text)), default=0)
    for number, (kind, _) in cut.items():
        above = number - 1
        adjacent = above > first and above not in cut and not lines[number].blank_before
        if not adjacent or len(lines[above].text) > _CAPTION:
            continue
        credited = kind == "credit" or (kind == "caption" and len(lines[number].text) <= _CREDIT)
        if kind == "caption" and _RUNS_ON.search(lines[above].text):
            found[above] = ("caption", "legende-en-deux-lignes")
        elif (kind == "credit" and not is_prose(lines[above].text)) or (
            credited and _is_alone(lines, cut, above, last)
        ):
            found[above] = ("caption", "legende-au-dessus-du-credit")
    return found


def _is_alone(lines: Sequence[Line], cut: Reasons, number: int, last: int) -> bool:
    """Whether a line and its credit stand alone above a paragraph, or with a line above that is cut."""
    after = number + 2 >= len(lines) or lines[number + 2].blank_before
    if lines[number].blank_before:
        return after and number + 1 < last
    return after and number - 1 in cut and lines[number - 1].blank_before
