"""Places that must lie in the right country on the basemap: control points of its making and of its tests."""

from typing import Final, NamedTuple


class Place(NamedTuple):
    """A point, and the country whose outline alone has to hold it."""

    name: str
    iso: str | None
    """ISO 3166-1 alpha-2; Kosovo has none."""
    latitude: float
    longitude: float


PLACES: Final = (
    # Where a map has pins, and capitals around.
    Place("Sotchi", "RU", 43.5855, 39.7231),
    Place("Tartous", "SY", 34.8890, 35.8866),
    Place("Istanbul", "TR", 41.0082, 28.9784),
    Place("Lattaquié", "SY", 35.5317, 35.7901),
    Place("Hmeimim", "SY", 35.4011, 35.9487),
    Place("Moscou", "RU", 55.7558, 37.6173),
    Place("Kremlin", "RU", 55.7520, 37.6175),
    Place("Damas", "SY", 33.5138, 36.2765),
    Place("Alep", "SY", 36.2021, 37.1343),
    Place("Doha", "QA", 25.2854, 51.5310),
    Place("Qatar", "QA", 25.3548, 51.1839),
    Place("Ankara", "TR", 39.9334, 32.8597),
    Place("Téhéran", "IR", 35.6892, 51.3890),
    Place("Astana", "KZ", 51.1694, 71.4491),
    Place("Le Caire", "EG", 30.0444, 31.2357),
    Place("Beyrouth", "LB", 33.8938, 35.5018),
    Place("Paris", "FR", 48.8566, 2.3522),
    Place("Roissy", "FR", 49.0097, 2.5479),
    Place("Maroc", "MA", 31.7917, -7.0926),
    Place("Ukraine", "UA", 48.3794, 31.1656),
    Place("France", "FR", 46.2276, 2.2137),
    Place("Iran", "IR", 32.4279, 53.6880),
    Place("Russie", "RU", 61.5240, 105.3188),
    Place("Syrie", "SY", 34.8021, 38.9968),
    Place("Turquie", "TR", 38.9637, 35.2433),
    # The policy of borders, point by point (see `territories`).
    Place("Kouneitra", "SY", 33.1256, 35.8239),
    Place("Majdal Chams", "SY", 33.2667, 35.7667),
    Place("Katzrin", "SY", 32.992, 35.691),
    Place("Safed", "IL", 32.9646, 35.4960),
    Place("Simferopol", "UA", 44.95, 34.10),
    Place("Sébastopol", "UA", 44.58, 33.55),
    Place("Kertch", "UA", 45.33, 36.40),
    Place("Donetsk", "UA", 48.0, 37.8),
    Place("Louhansk", "UA", 48.57, 39.3),
    Place("Marioupol", "UA", 47.12, 37.52),
    Place("Soukhoumi", "GE", 43.02, 41.04),
    Place("Tskhinvali", "GE", 42.22, 43.97),
    Place("Tiraspol", "MD", 46.84, 29.62),
    Place("Nicosie nord", "CY", 35.22, 33.36),
    Place("Morphou", "CY", 35.20, 33.00),
    Place("Hargeisa", "SO", 9.56, 44.06),
    Place("Laâyoune", "EH", 27.14, -13.10),
    Place("Smara", "EH", 26.74, -11.67),
    Place("Tan-Tan", "MA", 28.30, -11.00),
    Place("Stepanakert", "AZ", 39.82, 46.75),
    Place("Baïkonour", "KZ", 45.96, 63.31),
    Place("Hébron", "PS", 31.53, 35.10),
    Place("Jérusalem-Est", "PS", 31.785, 35.245),
    Place("Gaza", "PS", 31.502, 34.466),
    Place("Pristina", None, 42.66, 21.16),
)
