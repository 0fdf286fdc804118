"""What a language does that no catalogue can say: elision, contraction, dates in a sentence, letters and spaces.

French is here. Another language has a `Grammar` of its own beside it: English, say, needs no elision, writes « of »
before any name and the day before the month; the catalogue alone (`generator.words`) can't know that.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, Protocol

from generator.dates import Edtf, Precision, date_fr, day_fr, when_fr
from generator.model import Role
from generator.text.french import NARROW, enumerate_fr, lower_article, lower_determiner, of, of_person, typeset


class DayWriter(Protocol):
    """Writes a day, with or without the day of the week."""

    def __call__(self, day: date, /, *, weekday: bool = False) -> str:
        """« lundi 20 novembre 2017 »."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language builds what goes into the sentences of its catalogue."""

    typeset: Callable[[str], str]
    """Spaces, apostrophes and dots as the language sets them."""
    day: DayWriter
    date: Callable[[Edtf], str]
    """A date at its precision: « vers le 21 novembre 2017 »."""
    when: Callable[[Edtf], str]
    """A date as a sentence takes it: « en décembre 2022 »."""
    period: Callable[[Role], str]
    """When an office is held; nothing where nobody says it."""
    listed: Callable[[Sequence[str]], str]
    """« a, b et c »."""
    inside: Callable[[str], str]
    """A name inside a sentence: « le Times »."""
    lowered: Callable[[str], str]
    """Free words inside a sentence: « un porte-parole »."""
    of: Callable[[str], tuple[str, str]]
    """What stands for « of » before a name, and the name after it: « d’ » and « Aline »."""
    of_person: Callable[[str], tuple[str, str]]
    """The same before somebody's name: « de » and « Le Duc Tho »."""
    search: Mapping[str, object]
    """What the script of the search must know of the language (`overrides/assets/recherche/recherche.js`).

    `empty` are words that say nothing, `elided` a regular expression for what stands before an apostrophe, and
    `spaces` pairs of a regular expression and what takes the place of its matches in a text that is shown.
    """


def period_fr(role: Role) -> str:
    """When an office is held: « du 7 mai 2000 au 7 mai 2008 », « d’avril 1896 à 1898 », « depuis 1896 », or nothing."""
    start, end = role.from_, role.to
    if any(day and (day.approximate or day.precision is Precision.SPAN) for day in (start, end)):
        return " ; ".join(f"{word} : {date_fr(day)}" for word, day in (("début", start), ("fin", end)) if day)
    if start and end:
        return f"{_from(start)} {_to(end)}"
    if start:
        return f"depuis le {date_fr(start)}" if start.precision is Precision.DAY else f"depuis {date_fr(start)}"
    if end:
        return f"jusqu’{_to(end)}" if end.precision is Precision.DAY else f"jusqu’en {date_fr(end)}"
    return ""


def _from(start: Edtf) -> str:
    said = date_fr(start)
    if start.precision is Precision.DAY:
        return f"du {said}"
    return f"d’{said}" if said[0] in "ao" else f"de {said}"


def _to(end: Edtf) -> str:
    return f"au {date_fr(end)}" if end.precision is Precision.DAY else f"à {date_fr(end)}"


FRENCH: Final = Grammar(
    typeset=typeset,
    day=day_fr,
    date=date_fr,
    when=when_fr,
    period=period_fr,
    listed=lambda items: enumerate_fr(tuple(items)),
    inside=lower_article,
    lowered=lower_determiner,
    of=of,
    of_person=of_person,
    search=MappingProxyType(
        {
            "empty": "à au aux ce ces d de des du en et l la le les par pour qu que qui sur un une".split(),
            "elided": r"[cdjlmnst]|\p{L}*qu",
            "spaces": [["'", "’"], [" ([;:!?»%])", f"{NARROW}$1"], ["« ", f"«{NARROW}"]],
        }
    ),
)
