"""The region of a map where its places crowd: drawn a second time, closer, beside the map."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.model import Frame
from generator.render.map.geometry import Projection, frame_around
from generator.render.map.scene import Pin, Scene
from generator.words import Words

_REACH: Final = 40.0
"""Pixels between two places of one region at most: about a sign and the first letters of its name."""
_NEAR: Final = 16.0
"""Pixels below which two signs lie on each other."""
_FEWEST: Final = 3
"""Places that make a region: two have room for their names on either side."""
_GAIN: Final = 2.5
"""How much closer the second drawing is at least."""
_LEAST: Final = 3.0
"""Degrees of longitude that it shows at least."""
WIDTH: Final = 360.0
_RATIO: Final = 0.8


def dense(scene: Scene, projection: Projection) -> Frame | None:
    """The frame of the region of most places among which some can't be told apart in a drawing; None without one.

    A crowded scene has too many such regions for one drawing to help.
    """
    if scene.crowded:
        return None
    regions = [region for region in _regions(scene.pins, projection) if _tight(region, projection)]
    if not regions:
        return None
    region = max(regions, key=len)
    frame = frame_around([(pin.lat, pin.lon) for pin in region], _RATIO, _LEAST)
    whole = projection.frame.east - projection.frame.west
    return frame if whole >= _GAIN * (frame.east - frame.west) else None


def within(scene: Scene, frame: Frame) -> Scene:
    """What of a scene lies in a frame: its places, and the journeys that begin or end at one of them."""
    pins = tuple(pin for pin in scene.pins if frame.holds(pin.lat, pin.lon))
    shown = {pin.place.id for pin in pins}
    arcs = tuple(item for item in scene.arcs if {item.start.place.id, item.end.place.id} & shown)
    return replace(scene, pins=pins, arcs=arcs, closer=None)


def title(scene: Scene, words: Words) -> str:
    """What the closer drawing is called: by its country, if all its places lie in one."""
    countries = {pin.place.country for pin in scene.pins}
    if len(countries) == 1 and (code := countries.pop()):
        return words.gettext("%(country)s, closer", country=words.country(code))
    return words.gettext("Closer")


def _regions(pins: Sequence[Pin], projection: Projection) -> Iterator[list[Pin]]:
    """Places that hang together, each within reach of another."""
    left = sorted(pins, key=lambda pin: pin.place.id)
    while left:
        region = [left.pop(0)]
        for pin in region:
            region += (near := [other for other in left if _distance(pin, other, projection) < _REACH])
            left = [other for other in left if other not in near]
        yield region


def _tight(region: Sequence[Pin], projection: Projection) -> bool:
    pairs = ((one, other) for at, one in enumerate(region) for other in region[at + 1 :])
    return len(region) >= _FEWEST and any(_distance(*pair, projection) < _NEAR for pair in pairs)


def _distance(one: Pin, other: Pin, projection: Projection) -> float:
    return math.dist(projection.point(one.lat, one.lon), projection.point(other.lat, other.lon))
