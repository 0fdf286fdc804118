"""One-letter slips in names: told from another name only where that is certain."""

from itertools import pairwise
from typing import Final

_LEAST: Final = 5
"""Letters of a word from which a slip can be told."""
_ALIKE: Final = frozenset(map(frozenset, ("cs", "iy", "ck", "kq", "sz", "vw", "gj", "dt")))
"""Letters that stand for one another when a name comes from another script, or under a finger."""


def is_slip(written: str, meant: str) -> bool:
    """Whether a folded word is another with one letter of its inside left out, doubled, swapped or spelt otherwise.

    « Karima » is no slip of « Karim », nor « Marie » one of « Maria ».
    """
    short, long = (written, meant) if len(written) < len(meant) else (meant, written)
    if len(short) < _LEAST or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    if len(short) < len(long):
        return short[-1] == long[-1] and any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))
    wrong = [at for at, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
    if len(wrong) == 1:
        return frozenset((written[wrong[0]], meant[wrong[0]])) in _ALIKE
    neighbours = len(wrong) == 2 and all(later - at == 1 for at, later in pairwise(wrong))
    return neighbours and written[wrong[0]] == meant[wrong[1]] and written[wrong[1]] == meant[wrong[0]]
