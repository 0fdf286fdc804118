"""Keys and values written otherwise than the model has them, in French or with a slip: what was meant."""

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

from generator.diagnostics import nearest
from generator.fields import CONTACT_PATTERN, COUNTRY_PATTERN, ID_PATTERN, URL_PATTERN
from generator.text.countries import countries, country_codes
from generator.text.french import fold
from generator.text.lands import rows

_FRENCH: Final[Mapping[str, tuple[str, ...]]] = {
    "a": ("to",),
    "adresse": ("url",),
    "aeroport": ("airport",),
    "affirmations": ("claims",),
    "alias": ("aliases",),
    "apres": ("after",),
    "archives": ("archive",),
    "auteur": ("author", "speaker"),
    "autres-noms": ("aliases",),
    "avere": ("établi",),
    "batiment": ("building",),
    "brouillon": ("draft",),
    "chapeau": ("standfirst",),
    "chapo": ("standfirst",),
    "charge": ("office",),
    "citation": ("quote", "text"),
    "citations": ("quotes",),
    "complet": ("full",),
    "confirme": ("établi",),
    "contexte": ("context",),
    "conversation": ("entretien",),
    "correction": ("corrections",),
    "coup-de-fil": ("appel",),
    "courriel": ("email",),
    "de": ("from",),
    "debut": ("from",),
    "depuis": ("from", "since"),
    "editeur": ("publisher",),
    "est": ("east",),
    "evenement": ("events", "event"),
    "evenements": ("events",),
    "extrait": ("extract",),
    "fin": ("to",),
    "fonction": ("office",),
    "fonctions": ("roles",),
    "genre": ("kind",),
    "historique": ("historical",),
    "incertain": ("douteux",),
    "integral": ("full",),
    "interet": ("interest",),
    "intitule": ("title", "label"),
    "jour": ("weekday",),
    "journal": ("publisher",),
    "jusqu-a": ("to",),
    "langue": ("language",),
    "latitude": ("lat",),
    "lien": ("url",),
    "lieu": ("place",),
    "locuteur": ("speaker",),
    "longitude": ("lon",),
    "media": ("publisher",),
    "nature": ("kind",),
    "nie": ("démenti",),
    "nom": ("name",),
    "nord": ("north",),
    "orateur": ("speaker",),
    "ouest": ("west",),
    "par": ("by",),
    "pays": ("country",),
    "poste": ("office",),
    "presents": ("present",),
    "prevu": ("annoncé",),
    "propriete": ("property",),
    "publie": ("published",),
    "qui": ("who",),
    "rapporte-par": ("reported_by",),
    "rapporteur": ("reported_by",),
    "rectifications": ("corrections",),
    "redaction": ("rédaction",),
    "remarque": ("note",),
    "rencontre": ("entretien",),
    "reprise": ("reprint_of",),
    "resume": ("standfirst",),
    "role": ("roles",),
    "site": ("publisher",),
    "sous-titre": ("subtitle",),
    "statut": ("status",),
    "sud": ("south",),
    "suite": ("outcome",),
    "sujet": ("about",),
    "surnoms": ("aliases",),
    "telephone": ("appel",),
    "texte": ("text",),
    "titre": ("title",),
    "trajets": ("journeys",),
    "type": ("kind",),
    "valeur": ("value",),
    "vers": ("to",),
    "ville": ("city",),
}
"""What an editor writes in French or in other words, folded, and what the model has: the first that is known there."""


def key_meant(found: str, known: Collection[str]) -> str | None:
    """The key or value that was most likely meant, be it written in French."""
    french = {word: meant[0] for word, keys in _FRENCH.items() if (meant := [key for key in keys if key in known])}
    word = re.sub(r"[_\s’']+", "-", fold(found))
    if word in _FRENCH:
        return french.get(word)
    near = nearest(found, known, _ALIKE) or nearest(word, french, _ALIKE)
    return french.get(near or "", near)


def value_meant(found: str, pattern: str) -> str | None:
    """What was most likely meant by a text that has not the form of a pattern in `fields`; ids are sought elsewhere."""
    if pattern == ID_PATTERN:
        return None
    if pattern == COUNTRY_PATTERN:
        return country_meant(found)
    if pattern == CONTACT_PATTERN:
        bare = re.sub(r"^mailto:", "", found.strip(), flags=re.IGNORECASE)
        bare = f"https://{bare}" if bare.startswith("www.") else bare
        return bare if re.fullmatch(pattern, bare) else None
    if pattern == URL_PATTERN:
        bare = re.sub(r"^(?:https?:)?/*(?=\S)", "", found.strip(), flags=re.IGNORECASE)
        return f"https://{bare}" if re.fullmatch(URL_PATTERN, f"https://{bare}") else None
    return found.lower() if re.fullmatch(pattern, found.lower()) else None


_DEGREES: Final = re.compile(
    r"(?P<sign>-?)(?P<whole>\d+(?:[.,]\d+)?) ?°?(?: ?(?P<minutes>\d{1,2}) ?['’′](?: ?(?P<seconds>[\d.]+) ?[\"”″])?)?"
    r" ?(?P<side>[NSEWO]?)"
)
_PAIR: Final = re.compile(r"(-?\d+\.\d+)[,;]? +(-?\d+\.\d+)")
"""Latitude and longitude together, as maps give them."""
_TRUTH: Final = {"oui": "true", "vrai": "true", "non": "false", "faux": "false"}


def number_meant(found: str, *, second: bool) -> str | None:
    """The number that degrees in another writing are; of a pair, the first or the second."""
    found = found.strip().translate(dict.fromkeys(map(ord, "\u2212\u2013"), "-"))
    if pair := _PAIR.fullmatch(found):
        return pair[2 if second else 1]
    match = _DEGREES.fullmatch(found)
    if not match:
        return None
    below = int(match["minutes"] or 0) / 60 + float(match["seconds"] or 0) / 3600
    whole = match["whole"].replace(",", ".")
    sign = "-" if match["sign"] or match["side"] in {"S", "W", "O"} else ""
    return f"{sign}{float(whole) + below:.4f}" if match["minutes"] else f"{sign}{whole}"


def truth_meant(found: object) -> str | None:
    """« true » or « false » for what says so in French."""
    return _TRUTH.get(str(found).lower())


def country_meant(found: str) -> str | None:
    """The code of the one country that is named otherwise: « USA », « UK », « suisse », « Norvege »."""
    code = found.replace(".", "").strip().upper()
    if code in country_codes():
        return code
    now = country_codes().intersection(get_global("territory_aliases").get(code, ()))
    meant = now or (_named(fold(found.strip())) if len(code) > _LONGEST_CODE else _names().get(fold(code), frozenset()))
    return min(meant) if len(meant) == 1 else None


_LONGEST_CODE: Final = 3
"""Letters: what is no longer may be another code, and is no slip in a name."""
_ALIKE: Final = 0.75
"""How near a word must be to a key or a value to be a slip of it: a wrong guess is worse than none."""
_LIKE_A_COUNTRY: Final = 0.85
"""How near to the name of a country: these are many, and like one another."""


def _named(name: str) -> frozenset[str]:
    """The countries that a folded name may mean: as a whole, with a slip, or as the beginning of several names."""
    if name in _names():
        return _names()[name]
    longer = [other for other in _names() if re.match(rf"{re.escape(name)}[ -]", other)]
    near = longer or get_close_matches(name, _names(), cutoff=_LIKE_A_COUNTRY)
    return frozenset[str]().union(*(_names()[other] for other in near))


@cache
def _names() -> Mapping[str, frozenset[str]]:
    """The countries that a name or an adjective may mean, folded."""
    found: dict[str, set[str]] = {}
    for code, name in _spelt():
        found.setdefault(fold(name), set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


def _spelt() -> Iterator[tuple[str, str]]:
    names = Locale("fr").territories
    yield from ((code, str(names[code])) for code in sorted(country_codes()))
    yield from ((code, form) for code, words in countries().items() for form in (words.masculine, words.feminine))
    for table in ("autres-noms.tsv", "autres-adjectifs.tsv"):
        yield from ((code, name) for code, name in rows(table))
