"""Cut typefaces down to the letters of a French page: `python -m generator.publish.subset FOLDER`.

FOLDER holds the files of the packages that overrides/assets/vendor.toml names, under the names they have there. Those
of the Latin letters are written into overrides/assets/fonts; a renewal needs this, a build does not. The licence of
Source Serif reserves that name for the unchanged font, so ours is called Dossier Serif.
"""

import sys
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS: Final = frozenset(
    {
        *range(0x20, 0x7F),
        *range(0xA0, 0x100),
        *map(ord, "ıŒœʼ–—‘’‚“”„•…‹›€↑↓−"),
        0x2009,
    }
)
"""French, its neighbours in Western Europe, typography. Other letters are in files that few pages ask for."""
NARROW: Final = 0x202F
THIN: Final = 0x2009
"""The space that French puts before « ; » is no letter of these files, but the thin space is as wide."""
WEIGHTS: Final = (400, 700)
FEATURES: Final = ("calt", "ccmp", "kern", "liga", "locl", "mark", "mkmk", "pnum", "tnum")
NAMES: Final = {"Source Serif 4": "Dossier Serif"}
FILES: Final = (
    "source-serif-4-latin-wght-normal.woff2",
    "source-serif-4-latin-wght-italic.woff2",
    "inter-latin-wght-normal.woff2",
)
FOLDER: Final = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "fonts"


def cut(origin: Path, target: Path) -> None:
    """Write a variable font with our letters and weights alone, under the name that its licence leaves us."""
    font = TTFont(origin, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=list(FEATURES), hinting=False, name_IDs=["*"]))
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    for table in font["cmap"].tables:
        table.cmap[NARROW] = table.cmap[THIN]
    font["gvar"].ensureDecompiled()
    instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    for record in font["name"].names:
        told = record.toUnicode()
        for reserved, ours in NAMES.items():
            told = told.replace(reserved, ours).replace(reserved.replace(" ", ""), ours.replace(" ", ""))
        if record.nameID:  # 0 is the notice of copyright, which stays word for word
            record.string = told
    font.flavor = "woff2"
    font.save(target, reorderTables=None)


def cut_all(origin: Path, target: Path) -> None:
    """Cut the files of one folder into another."""
    for name in FILES:
        cut(origin / name, target / name)


if __name__ == "__main__":
    cut_all(Path(sys.argv[1]), FOLDER)
