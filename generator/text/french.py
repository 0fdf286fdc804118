"""French letters and typography: folding, slugs, spaces and apostrophes."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

NARROW: Final = "\u202f"
"""The narrow no-break space that French puts before ; : ! ? and inside guillemets."""

NO_BREAK: Final = "\u00a0"
"""The no-break space, as wide as any other."""

_MONTHS: Final = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

_UNDECOMPOSED: Final = str.maketrans(
    {"œ": "oe", "æ": "ae", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th"}
)
"""Latin letters that Unicode does not take apart, as in Yıldırım or Wałęsa."""

_SPACE = "[ \u00a0\u202f\u2009]"
_RULES: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"(?<![^\W_])((?:jus|lors|puis|quoi|quel)?qu|[cdjlmnst])'(?=\S|$)", re.IGNORECASE), r"\1’"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
    (re.compile(rf"«{_SPACE}*(?=\S|$)"), f"«{NARROW}"),
    (re.compile(rf"{_SPACE}*»"), f"{NARROW}»"),
    (re.compile(rf"(?<=\S){_SPACE}+([:;!?]+)(?=[\s»)\]*_.,]|$)"), rf"{NARROW}\1"),
    (re.compile(r"(?<=[^\W_]|[»)’\]])([;!?]+)(?=[\s»)]|$)"), rf"{NARROW}\1"),
    (re.compile(r"(?<=[^\W_]|[»)])(:)(?=[ \u00a0\u202f])"), rf"{NARROW}\1"),
    (re.compile(r"(?<![\d,.])(\d{1,3}) (?=\d{3}(?!\d))"), rf"\1{NARROW}"),
    (re.compile(r"(?<=\d) (?=%)"), NARROW),
    (re.compile(rf"(?:(?<=\d)|(?<=1er)) (?=(?:{_MONTHS})\b)"), NO_BREAK),
    (re.compile(r"(?<![^\W_])(M\.|MM\.|Mme|Mmes) (?=[^\W\d_])"), rf"\1{NO_BREAK}"),
)

_DETERMINERS: Final = (
    "Le|La|Les|Un|Une|Des|Du|Au|Aux|Ce|Cet|Cette|Ces|Mon|Ma|Mes|Son|Sa|Ses|Notre|Nos|Leur|Leurs|Plusieurs|Certains|"
    "Certaines|Quelques|Deux|Trois|Tous|Toutes"
)
"""Words that begin what has no proper name."""


@lru_cache(maxsize=2**14)  # names, titles and dates stand on many pages
def typeset(text: str) -> str:
    """`text` with French spaces, apostrophes and ellipses; typesetting twice changes nothing more.

    Takes prose only: code, addresses and tags are for the caller to keep away
    (`generator.text.markup.typeset_prose`).
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def spaced(text: str) -> str:
    """`text` with French spaces alone: for messages, whose found values must stay letter for letter."""
    return re.sub(r"(?<=\S) (?=[;:!?»])|(?<=«) ", NARROW, text)


def fold(text: str) -> str:
    """`text` in lower case without accents or ligatures: a key to compare and to sort by."""
    return text.lower() if text.isascii() else _NOT_ASCII.sub(_base, text.casefold())


_ARTICLE: Final = re.compile(r"(?:(?:le|la|les|un|une|des) |l['’])(?=\S)", re.IGNORECASE)


def filed(name: str) -> str:
    """What a name stands under in an alphabetical list: « La Gazette » under G."""
    article = _ARTICLE.match(name)
    return fold(name[article.end() :] if article else name)


_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")


def _base(match: re.Match[str]) -> str:
    return _base_of(match[0])


@lru_cache(maxsize=2**12)
def _base_of(char: str) -> str:
    """A letter without what is put on it: what that is does not depend on the letters around it."""
    decomposed = unicodedata.normalize("NFKD", char.translate(_UNDECOMPOSED))
    return "".join(part for part in decomposed if not unicodedata.combining(part))


def slug(text: str) -> str:
    """`text` as an identifier: ASCII, lower case, words joined by single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def count(number: int, singular: str, plural: str | None = None) -> str:
    """« 1 article », « 12 articles »: French puts the plural from two on."""
    return f"{number} {plural_of(number, singular, plural)}"


def plural_of(number: int, singular: str, plural: str | None = None) -> str:
    """The word alone that agrees with a number."""
    return singular if abs(number) < 2 else plural or f"{singular}s"


def enumerate_fr(items: list[str] | tuple[str, ...]) -> str:
    """« a », « a et b », « a, b et c »."""
    return " et ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""


def lower_first(text: str) -> str:
    """`text` with its first letter in lower case, unless it is an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def lower_determiner(text: str) -> str:
    """Free words inside a sentence: « un porte-parole », « sa conseillère », but « Jean Dupont », « D’Alembert »."""
    elided = r"L[’'](?=\S)|D[’'](?=[^\W\d_A-ZÀ-ÖØ-Þ])"
    return lower_first(text) if re.match(rf"(?:{_DETERMINERS})(?= )|{elided}", text) else text


def lower_article(name: str) -> str:
    """A name inside a sentence: « le Times », « l’Écho », « des témoins », but « Ouaga24 » and « Des Moines »."""
    return lower_first(name) if re.match(r"(?:Le|La|Les) |L[’']", name) or _indefinite(name) else name


def of(name: str) -> tuple[str, str]:
    """« de » before a name, as French joins them, and the rest: « du » and « Times », « d’ » and « Ali »."""
    if name.startswith("Des ") and _indefinite(name):
        return of(name.removeprefix("Des "))
    joined = re.match(r"(Le|Les) (?=\S)", name)
    if joined:
        return ("du " if joined[1] == "Le" else "des "), name[joined.end() :]
    return of_person(lower_article(name))


def _indefinite(name: str) -> bool:
    """Whether a name is a description, whose first word is an article and whose second is no name."""
    article, _, rest = name.partition(" ")
    return article in {"Un", "Une", "Des"} and rest[:1].islower()


def of_person(name: str) -> tuple[str, str]:
    """« de » before somebody's name, whose first word may look like an article and is none."""
    return ("d’" if fold(name)[:1] in tuple("aeiou") else "de "), name


def upper_first(text: str) -> str:
    """`text` with its first letter in upper case (accents kept: « Événement »)."""
    return text[:1].upper() + text[1:]
