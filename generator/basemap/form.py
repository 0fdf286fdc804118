"""The form of the basemap's file, for whoever writes it and whoever reads it.

The file has `lines` of points, and `lands` made of them, the largest piece of each first. A line is one
list of longitude, latitude and level for each point, longitude and latitude in steps of a degree and
from the second point on as the difference to the one before. A piece has its area `km2`, or null where it
shares a border, and its `rings`, the outline first: the lines of each, `~i` for line `i` backwards.

The level of a point says how much it matters: two levels double the scale up to which it is worth
drawing. Whoever draws fewer points takes those of a higher level, and a border that two countries
share stays one line.
"""

import math
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parent / "data" / "world.json"
STEPS: Final = 100
"""Steps of coordinates in a degree: one is about a kilometre."""
FINEST: Final = 1500.0
"""Metres to which the basemap is true where all its points are drawn: level 0."""
ALWAYS: Final = 99
"""The level of points without which borders would come apart: where three meet, and three of each island."""
_ISLAND: Final = 5.0
_LARGEST: Final = 1.0
"""Squares of a map's scale from which on it shows an island, and a country's largest."""


def metres(level: int) -> float:
    """What a map is true to that draws the points of a level and above."""
    return FINEST * 2 ** (level / 2)


def level(scale: float) -> int:
    """The level of a point that matters up to a scale in metres; negative where it matters on no map."""
    return ALWAYS if math.isinf(scale) else math.floor(2 * math.log2(max(scale, 1.0) / FINEST))


def shown(square_km: float | None, level: int, *, largest: bool) -> bool:
    """Whether a map of a level shows a piece; one that shares a border (None) it always does."""
    least = (_LARGEST if largest else _ISLAND) * (metres(level) / 1000) ** 2
    return square_km is None or square_km >= least
