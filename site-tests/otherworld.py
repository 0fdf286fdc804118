"""A language that nobody speaks, in which no letter is Latin: what is Latin on its pages has escaped the catalogue.

What the catalogue says is in Cyrillic letters, what editors wrote in Greek ones, and Babel and the theme speak Greek.
"""

import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import Enum
from gettext import NullTranslations
from typing import Any, Final

from babel import Locale
from babel.dates import format_date

from generator.check import Checked
from generator.fields import Record
from generator.grammar import Grammar
from generator.model import Dossier, Source
from generator.text.markup import Part, segments
from generator.words import Words, words_in

LATIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]")
"""A Latin letter."""
_GREEK: Final = dict(zip("abcdefghijklmnopqrstuvwxyz", "αβγδεφχηιξκλμνοπθρστυωψζυζ", strict=True))
_CYRILLIC: Final = dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувшжыз", strict=True))
_WHOLE: Final = frozenset({"id", "path", "formerly", "country", "sha256", "url", "file"})
"""Fields whose values are no words."""
_SOURCES: Final = frozenset({"publisher", "also_in", "speaker", "reported_by", "told_by", "by"})
"""Fields that name a source."""
_MEASURED: Final = frozenset({"date", "place", "participants", "status", "after"})
"""Properties whose values are no words."""


def _respelt(text: str, letters: Mapping[str, str]) -> str:
    plain = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "Oe"))
    found = (letters.get(char.lower(), char) for char in plain if not unicodedata.combining(char))
    capital = (char.isupper() for char in plain if not unicodedata.combining(char))
    return "".join(char.upper() if big else char for char, big in zip(found, capital, strict=True))


def greek(text: str) -> str:
    """An editor's words."""
    return _respelt(text, _GREEK)


def numbered(name: str) -> str:
    """The name of a source, which needs a sign that may stand in an address."""
    return f"{greek(name)} {zlib.crc32(name.encode())}"


def cyrillic(message: str) -> str:
    """A message of the catalogue; its placeholders stay."""
    parts = re.split(r"(%\(\w+\)s)", message)
    return "".join(part if number % 2 else _respelt(part, _CYRILLIC) for number, part in enumerate(parts))


class _Catalogue(NullTranslations):
    """The French catalogue, respelt; what it does not have stays Latin."""

    def __init__(self) -> None:
        super().__init__()
        self._french = words_in("fr").catalogue
        self.said: set[str] = set()

    def gettext(self, message: str) -> str:
        return self._known(message, self._french.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._known(msgid1, self._french.ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        return self._known(message, self._french.pgettext(context, message))

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self._known(msgid1, self._french.npgettext(context, msgid1, msgid2, n))

    def _known(self, message: str, french: str) -> str:
        self.said.add(message)
        return cyrillic(french)


_LOCALE: Final = Locale("el")
_GRAMMAR: Final = Grammar(
    typeset=str,
    day=lambda day, /, *, weekday=False: str(format_date(day, "full" if weekday else "long", locale=_LOCALE)),
    date=lambda date: str(format_date(date.first, "long", locale=_LOCALE)),
    when=lambda date: str(format_date(date.first, "long", locale=_LOCALE)),
    period=lambda role: "–".join(str(day.first.year) if day else "" for day in (role.from_, role.to)),
    listed=", ".join,
    inside=str,
    lowered=str,
    of=lambda name: ("", name),
    of_person=lambda name: ("", name),
    search={"empty": [], "elided": "ω", "spaces": []},
)


def other_words() -> Words:
    """The words of that language; `catalogue.said` are the messages that were asked for."""
    return Words(_LOCALE, _Catalogue(), _GRAMMAR)


def other_content(checked: Checked) -> Checked:
    """A dossier with all that its editors wrote in Greek letters."""
    dossier = checked.dossier
    assert dossier is not None
    ids = {entity.id for kind in (dossier.leaders, dossier.places, dossier.events) for entity in kind}
    return replace(checked, dossier=Dossier.model_construct(**_fields(dossier, ids)))


def _fields(record: Record, ids: set[str]) -> dict[str, Any]:
    kept = _WHOLE | ({"value"} if getattr(record, "property", None) in _MEASURED else set())
    return {
        name: value if name in kept else _other(value, ids, _speller(record, name))
        for name in type(record).model_fields
        for value in [getattr(record, name)]
    }


def _speller(record: Record, name: str) -> Callable[[str], str]:
    if name == "body":
        return _body
    if name == "value" and getattr(record, "property", None) == "number":
        return _bare_number
    of_source = name in _SOURCES or (isinstance(record, Source) and name in {"name", "aliases"})
    return numbered if of_source else greek


def _bare_number(text: str) -> str:
    """A number without the words around it: « 300 » of « environ 300 »."""
    found = re.search(r"\d+", text)
    return found[0] if found else text


def _other(value: Any, ids: set[str], spelt: Callable[[str], str]) -> Any:
    if isinstance(value, Record):
        return value.model_copy(update=_fields(value, ids))
    if isinstance(value, tuple):
        return tuple(_other(each, ids, spelt) for each in value)
    words = isinstance(value, str) and not isinstance(value, Enum) and value not in ids | _FIXED
    return spelt(value) if words else value


_FIXED: Final = frozenset({"draft", "published", "texte", "rédaction", "fr", "direct", "indirect"})
"""Values that stand for themselves."""


def _body(text: str) -> str:
    """A body; its headings have other anchors, to which no link leads."""
    text = re.sub(r"(?<=\.md)#[^)\s]+", "", text)
    parts = ((part.part, text[part.start : part.end]) for part in segments(text))
    return "".join(words if kind in {Part.TARGET, Part.VERBATIM, Part.RAW} else _prose(words) for kind, words in parts)


def _prose(text: str) -> str:
    """Prose of a body, without its tags and the attributes that Markdown reads."""
    parts = re.split(r"(\{[^{}\n]*\}|<[^<>\n]*>)", text)
    return "".join(part if number % 2 else greek(part) for number, part in enumerate(parts))


def escaped(texts: Iterable[str]) -> set[str]:
    """Those of some texts that have a Latin letter."""
    return {" ".join(text.split()) for text in texts if LATIN.search(text)}
