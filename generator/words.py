"""The words that a reader of the site sees or hears, in one language: a value that rendering is given.

The program speaks English; `locale/<language>/LC_MESSAGES/site.po` says it in the language of the dossier (`make
words` renews it). What a catalogue can't say, the language's grammar does (`generator.grammar`); dates, numbers and
names of countries come from Babel.
"""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - `date` is a method here
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from generator.dates import Edtf
from generator.grammar import FRENCH, Grammar
from generator.model import Role

LANGUAGE: Final = "fr"
"""That of a dossier that does not say its own."""
DOMAIN: Final = "site"
"""The name of the catalogues."""
_GRAMMARS: Final[Mapping[str, Grammar]] = MappingProxyType({"fr": FRENCH})
_MANY: Final = 200
"""Numbers among which a catalogue's plurals are looked for."""


def marked(message: str) -> str:
    """`message` itself, marked for the catalogue: whoever shows it has it translated."""
    return message


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language. A message has its values in by name, `%(name)s`; a per cent sign is `%%`."""

    locale: Locale
    catalogue: gettext.NullTranslations
    grammar: Grammar

    @property
    def language(self) -> str:
        """Its code, as HTML's `lang` has it."""
        return str(self.locale.language)

    def gettext(self, message: str, /, **values: object) -> str:
        """A message in this language."""
        return self.catalogue.gettext(message) % values

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """A message that the context tells from another one of the same English words."""
        return self.catalogue.pgettext(context, message) % values

    def ngettext(self, one: str, many: str, number: int, /, **values: object) -> str:
        """A message in the form that agrees with a number, which is `%(num)s` in it."""
        return self.catalogue.ngettext(one, many, number) % {"num": self.number(number), **values}

    def npgettext(self, context: str, one: str, many: str, number: int, /, **values: object) -> str:
        """A message of a context in the form that agrees with a number."""
        return self.catalogue.npgettext(context, one, many, number) % {"num": self.number(number), **values}

    def number(self, value: float, form: str | None = None) -> str:
        """A number, in Babel's form."""
        return str(format_decimal(value, form, locale=self.locale))

    def date(self, value: Edtf) -> str:
        """A date at its precision."""
        return self.grammar.typeset(self.grammar.date(value))

    def when(self, value: Edtf) -> str:
        """A date as a sentence takes it."""
        return self.grammar.typeset(self.grammar.when(value))

    def weekday(self, day: Day) -> str:
        """A day, with the day of the week."""
        return self.grammar.typeset(self.grammar.day(day, weekday=True))

    def period(self, role: Role) -> str:
        """When an office is held."""
        return self.grammar.typeset(self.grammar.period(role))

    def month(self, day: Day) -> str:
        """The name of a day's month, cut short."""
        return str(format_date(day, "MMM", locale=self.locale))

    def day_name(self, number: int) -> str:
        """The name of a day of the week, from 0, Monday."""
        return str(self.locale.days["format"]["wide"][number])

    def country(self, code: str) -> str:
        """The name of a country, or its code where it has none."""
        return str(self.locale.territories.get(code, code))

    def plurals(self, one: str, many: str) -> dict[str, str]:
        """The forms of a message as the catalogue has them, by CLDR's names of plurals, for a script to choose from."""
        found: dict[str, str] = {}
        for number in range(_MANY):
            found.setdefault(str(self.locale.plural_form(number)), self.catalogue.ngettext(one, many, number))
        return found


@cache
def words_in(language: str) -> Words:
    """The words of a language that has a catalogue and a grammar."""
    folder = Path(__file__).parent / "locale"
    return Words(Locale(language), gettext.translation(DOMAIN, str(folder), [language]), _GRAMMARS[language])
