"""Signs of a text that nobody sees: they come along from web pages and messages."""

import unicodedata
from typing import Final

_NAMES: Final = {
    "\u00ad": "trait d’union conditionnel",
    "\u200b": "espace de largeur nulle",
    "\u200c": "antiliant",
    "\u200d": "liant",
    "\u200e": "marque de gauche à droite",
    "\u200f": "marque de droite à gauche",
    "\u2060": "espace insécable de largeur nulle",
    "\ufeff": "indicateur d’ordre des octets",
}


def invisible(text: str) -> str:
    """The signs of a text that can't be seen, each named once: « U+200E (marque de gauche à droite) »."""
    signs = dict.fromkeys(sign for sign in text if unicodedata.category(sign) == "Cf")
    return ", ".join(map(named, signs))


def named(sign: str) -> str:
    """The number of a sign, with its name where it has one in French."""
    name = _NAMES.get(sign)
    return f"U+{ord(sign):04X}" + (f" ({name})" if name else "")
