"""The theme's own type, in which the cards of pages are set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typeface:
    """A variable font in its two cuts (WOFF2), as the files have it."""

    latin: bytes
    extended: bytes
    """The Latin letters that the other cut has not."""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """What is read, and what shows the way."""

    serif: Typeface
    sans: Typeface
