"""How much each point of a line matters."""

import heapq
import math
from collections.abc import Sequence
from typing import Final

_METRES_PER_DEGREE: Final = 111_195.0
_SHARE: Final = 0.65
"""Of the side of a square as large as the triangle that a point makes with its neighbours; mapshaper's measure, too."""


def scales(arc: Sequence[tuple[float, float]]) -> list[float]:
    """For each point (lon, lat) of a line the scale in metres up to which it matters; infinite at its ends.

    Points go in the order of the triangles that they make with their neighbours (Visvalingam and
    Whyatt, 1993). Of a closed line three keep their place.
    """
    shrink = math.cos(math.radians(sum(lat for _, lat in arc) / len(arc)))
    plane = [(lon * shrink * _METRES_PER_DEGREE, lat * _METRES_PER_DEGREE) for lon, lat in arc]
    last = len(arc) - 1
    found = [math.inf] * len(arc)
    before, after = list(range(-1, last)), list(range(1, last + 2))

    def area(at: int) -> float:
        (x0, y0), (x, y), (x1, y1) = plane[before[at]], plane[at], plane[after[at]]
        return abs((x - x0) * (y1 - y0) - (x1 - x0) * (y - y0)) / 2

    areas = {at: area(at) for at in range(1, last)}
    queue = [(size, at) for at, size in areas.items()]
    heapq.heapify(queue)
    largest, least = 0.0, 2 if arc[0] == arc[-1] else 0
    while queue and len(areas) > least:
        size, at = heapq.heappop(queue)
        if areas.get(at) != size:  # its neighbours have changed since
            continue
        largest = max(largest, size)
        found[at] = _SHARE * math.sqrt(largest)
        del areas[at]
        before[after[at]], after[before[at]] = before[at], after[at]
        for neighbour in (before[at], after[at]):
            if neighbour in areas:
                areas[neighbour] = area(neighbour)
                heapq.heappush(queue, (areas[neighbour], neighbour))
    return found
