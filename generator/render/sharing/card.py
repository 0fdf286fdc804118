"""The picture that stands for a page where it is shared: its headline on paper, as a PNG."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFont

from generator.publish.typefaces import Typeface, Typefaces
from generator.text.french import NARROW, NO_BREAK

SIZE: Final = (1200, 630)
"""In pixels, as Open Graph's readers want it."""
_PAPER: Final = (252, 250, 245)
_INK: Final = (29, 31, 34)
_ACCENT: Final = (154, 44, 28)
_INKS: Final = 11
_ACCENTS: Final = 5
"""Shades from paper to ink and from paper to the accent: with them a pixel takes four bits."""
_MARGIN: Final = 80
_MUTED: Final = 185
"""How much ink, of 255, what stands beside the headline has."""
_HEADLINE_SIZES: Final = (88, 80, 72, 64, 58, 52)
_HEADLINE_LINES: Final = 4
_HEADLINE_HEIGHT: Final = 330
EXTENDED: Final = re.compile(
    "([\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u02ce-\u02d7\u02dd-\u02ff\u0304\u0308\u0329"
    "\u1d00-\u1dbf\u1e00-\u1e9f\u1ef2-\u1eff\u2020\u20a0-\u20ab\u20ad-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]+)"
)
"""Letters that only the extended cut of a typeface has: its `unicode-range` in overrides/assets/polices.css."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card, from top to bottom."""

    dossier: str
    kicker: str
    headline: str
    line: str


class _Letters:
    """A typeface at one size and weight."""

    def __init__(self, typeface: Typeface, size: int, weight: int) -> None:
        self.size = size
        self._cuts = (_font(typeface.latin, size, weight), _font(typeface.extended, size, weight))

    def width(self, text: str) -> float:
        return sum(font.getlength(run) for font, run in self._runs(text))

    def draw(self, canvas: ImageDraw.ImageDraw, at: tuple[float, float], text: str, strength: int = 255) -> None:
        """Draw a line; `at` is where its baseline begins."""
        x, y = at
        for font, run in self._runs(text):
            canvas.text((x, y), run, fill=strength, font=font, anchor="ls")
            x += font.getlength(run)

    def lines(self, text: str, width: float) -> list[str]:
        """A text in lines as wide as that; a word that is wider stands alone."""
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".lstrip()
            if lines[-1] and self.width(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def cut(self, text: str, width: float) -> str:
        """A text in one line, cut where it would be wider: at a word, or in one that is wider itself."""
        if self.width(text) <= width:
            return text
        end = bisect_right(range(1, len(text)), width, key=lambda end: self.width(text[:end] + "…"))
        kept = text[:end].rpartition(" ")[0] or text[:end]
        return kept.rstrip(" ,;:.–-" + NARROW + NO_BREAK) + "…"

    def _runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        for number, run in enumerate(EXTENDED.split(text.replace(NARROW, NO_BREAK))):  # neither cut has the narrow one
            if run:
                yield self._cuts[number % 2], run


@lru_cache(maxsize=64)
def _font(data: bytes, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """A font that sets letter by letter: what shapes better is not on every machine, and the bytes must be the same."""
    font = ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def drawn(card: Card, typefaces: Typefaces) -> bytes:
    """The PNG of a card: the same bytes for the same card."""
    ink, accent = Image.new("L", SIZE), Image.new("L", SIZE)
    on_ink, on_accent = ImageDraw.Draw(ink), ImageDraw.Draw(accent)
    width, height = SIZE
    room = width - 2 * _MARGIN
    small, strong = _Letters(typefaces.sans, 30, 500), _Letters(typefaces.sans, 28, 650)
    on_accent.rectangle((0, 0, width, 15), fill=255)
    strong.draw(on_accent, (_MARGIN, 96), strong.cut(card.kicker, room))
    letters, lines = _headline(card.headline, typefaces.serif, room)
    for number, line in enumerate(lines):
        letters.draw(on_ink, (_MARGIN, 128 + letters.size + number * _leading(letters.size)), line)
    small.draw(on_ink, (_MARGIN, height - 122), small.cut(card.line, room), _MUTED)
    on_ink.rectangle((_MARGIN, height - 96, width - _MARGIN, height - 95), fill=70)
    strong.draw(on_ink, (_MARGIN, height - 48), strong.cut(card.dossier, room))
    return _packed(ink, accent)


def _headline(text: str, typeface: Typeface, room: float) -> tuple[_Letters, list[str]]:
    """A headline in the largest letters in which it has room; cut at a word where it has none in the smallest."""
    for size in _HEADLINE_SIZES:
        letters = _Letters(typeface, size, 640)
        lines = letters.lines(text, room)
        fits = len(lines) <= _HEADLINE_LINES and len(lines) * _leading(size) <= _HEADLINE_HEIGHT
        if fits and all(letters.width(line) <= room for line in lines):
            return letters, lines
    rest = " ".join(lines[_HEADLINE_LINES - 1 :])
    kept = [*lines[: _HEADLINE_LINES - 1], rest]
    return letters, [letters.cut(line, room) for line in kept]


def _leading(size: int) -> int:
    return round(size * 1.16)


def _packed(ink: Image.Image, accent: Image.Image) -> bytes:
    """Two layers, nowhere both dark, as a picture of sixteen colours."""
    inks = ink.point([round(value * (_INKS - 1) / 255) for value in range(256)])
    reds = accent.point([round(value * _ACCENTS / 255) for value in range(256)])
    shifted = reds.point([value + _INKS - 1 if value else 0 for value in range(256)])
    picture = ImageChops.lighter(inks, shifted)
    picture.putpalette([*_ramp(_INK, _INKS - 1), *_ramp(_ACCENT, _ACCENTS)[3:]])
    out = BytesIO()
    picture.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _ramp(colour: tuple[int, int, int], steps: int) -> list[int]:
    """The shades from paper to a colour, both ends included."""
    return [
        round(paper + (full - paper) * step / steps)
        for step in range(steps + 1)
        for paper, full in zip(_PAPER, colour, strict=True)
    ]
