"""When a press text speaks of: each date in it, resolved by the day of publication, and why."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.reading.days import month_number, nearest, valid
from generator.reading.rules import flat, lowered
from generator.reading.wordings import (
    ADDRESS,
    ANNOUNCED,
    CLAUSE,
    DAY,
    DAYS,
    DUE,
    FUTURE,
    MONTH,
    MONTH_BEFORE,
    NUMBERS,
    OFFERED,
    PAST,
    PRESENT,
    dates_in,
)

_REMEMBERED = 40
"""Days told before that « le lendemain » may point to: more would make long texts slow."""
_WEEK = 7
_JUST_NOW = 2
"""Days after a weekday within which « dernier » may mean that of the week before."""
_MONTHS_AWAY = 8
"""Months to come from which one that was « prévu » is as likely past."""
_HEADING = 80
"""Characters that the heading of a paragraph has at most."""
_LONG_AGO = 60
"""Days before the publication from which a date is background: « le lendemain » points past it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a text: its value in EDTF at the precision that the text gives, or None, and the reason in French."""

    start: int
    end: int
    value: str | None
    precision: str
    why: str
    contradicts: bool = False
    """Whether the weekday that stands beside it is not that of the date."""


def moments(text: str, published: str | None, quoted: Callable[[int], bool] = lambda _: False) -> tuple[Moment, ...]:
    """All dates in an even text, in order; `published` is EDTF (a day, a month or a year), or None.

    A precision that the text does not give is never invented; what only a reader who knows the world
    could resolve has no value. `quoted` says whether a position lies in somebody's words.
    """
    reader = _Reader(text, published, quoted)
    return tuple(filter(None, (reader.read(match) for match in dates_in(reader.text))))


class _Reader:
    """Reads one text; what « la veille » means depends on the last day told."""

    def __init__(self, text: str, published: str | None, quoted: Callable[[int], bool]) -> None:
        self.text = lowered(flat(text))
        self._written = text
        self._quoted = quoted
        self._day = date.fromisoformat(published) if published and len(published) == 10 else None
        self._year = int(published[:4]) if published else None
        self._month = int(published[5:7]) if published and len(published) >= 7 else None
        self._told: list[tuple[int, date]] = []
        self._year_told: int | None = None
        self._readers: dict[str, Callable[[re.Match[str]], Moment | None]] = {
            "iso": self._iso,
            "slashed": self._slashed,
            "full": self._full,
            "ago": self._ago,
            "span": self._span,
            "near": self._near,
            "anaphora": self._anaphora,
            "later": self._later,
            "weekday": self._weekday,
            "month": self._month_alone,
            "year": self._year_alone,
        }

    def read(self, match: re.Match[str]) -> Moment | None:
        if ADDRESS.search(self.text[max(0, match.start() - 16) : match.start()]):
            return None
        kind = next(name for name in self._readers if match[name] is not None)
        found = self._readers[kind](match)
        if found and found.value and re.search(r"\b(?:1[5-9]|20)\d\d\b", match[0]):
            self._year_told = int(found.value[:4])
        if found and found.value and found.precision == "day":
            self._told.append((found.start, date.fromisoformat(found.value)))
        return found

    def _iso(self, match: re.Match[str]) -> Moment | None:
        value = match["iso"]
        if match["id"] and valid(int(match["iy"]), int(match["im"]), int(match["id"])) is None:
            return None
        if not 1 <= int(match["im"]) <= 12:
            return None
        return Moment(*match.span(), value, "day" if match["id"] else "month", "date complète dans le texte")

    def _slashed(self, match: re.Match[str]) -> Moment | None:
        year = int(match["sy"])
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        found = valid(year, int(match["sm"]), int(match["sd"]))
        if found is None:
            return None
        return Moment(*match.span(), found.isoformat(), "day", "date complète dans le texte, jour en tête")

    def _full(self, match: re.Match[str]) -> Moment | None:
        month = month_number(match["fm"])
        weekday = DAYS.index(match["fw"]) if match["fw"] else None
        number = int(match["fd"])
        if match["fy"]:
            found = valid(int(match["fy"]), month, number)
            why = "date complète dans le texte"
        elif re.match(r" (?:de la meme annee|de cette annee-la)", self.text[match.end() :]):
            found = valid(self._year_told, month, number) if self._year_told else None
            why = "jour et mois, de l’année dite avant"
        else:
            found, why = (
                nearest(self._day, month, number, weekday),
                "jour et mois ; l’année la plus proche de la parution",
            )
            since = re.search(r"\bdepuis (?:le )?$", self.text[max(0, match.start() - 12) : match.start()]) is not None
            if found and self._day and found > self._day and (since or match["full"].startswith("depuis")):
                found, why = valid(found.year - 1, month, number), "jour et mois ; « depuis » en fait un jour passé"
        if found is None:
            return None if match["fy"] or self._day else Moment(*match.span(), None, "day", "l’année n’est pas dite")
        wrong = weekday is not None and found.weekday() != weekday
        if wrong:
            why += f" ; ce jour était un {DAYS[found.weekday()]}, non un {match['fw']}"
        return Moment(*match.span(), found.isoformat(), "day", why, wrong)

    def _ago(self, match: re.Match[str]) -> Moment | None:
        number = int(match["an"]) if match["an"].isdigit() else NUMBERS.get(match["an"])
        if number is None or self._day is None:
            return None
        found = self._day + timedelta(number if match["ad"] == "dans" else -number)
        return Moment(*match.span(), found.isoformat(), "day", "compté depuis la parution")

    def _span(self, match: re.Match[str]) -> Moment | None:
        said = match["span"]
        if self._year is None:
            return Moment(
                *match.span(), None, "year" if "an" in said else "month", "la date de parution n’est pas connue"
            )
        step = 1 if re.search(r"prochain|suivant|a venir", said) else -1 if re.search(r"dern|pass|preced", said) else 0
        if "mois" in said:
            if self._month is None:
                return None
            index = self._year * 12 + self._month - 1 + step
            return Moment(
                *match.span(), f"{index // 12}-{index % 12 + 1:02}", "month", "mois compté depuis la parution"
            )
        return Moment(*match.span(), f"{self._year + step}", "year", "année comptée depuis la parution")

    def _near(self, match: re.Match[str]) -> Moment | None:
        if self._quoted(match.start()):
            return None
        said = match["near"]
        if self._day is None:
            return Moment(*match.span(), None, "day", "la date de parution n’est pas connue")
        steps = {"avant-hier": -2, "hier": -1, "apres-demain": 2, "demain": 1}
        step = next((days for word, days in steps.items() if said.startswith(word)), 0)
        found = self._day + timedelta(step)
        return Moment(*match.span(), found.isoformat(), "day", "compté depuis le jour de parution")

    def _same_sentence(self, start: int) -> bool:
        """Whether a day has been told in the sentence already: « mercredi 16, dans la soirée » is that day."""
        sentence = re.split(r"[.!?\n]", self.text[:start])[-1]
        return re.search(rf"\b{DAY}\b|\d {MONTH}|\bhier\b|\bveille\b|\blendemain\b", sentence) is not None

    def _anaphora(self, match: re.Match[str]) -> Moment | None:
        said = match["anaphora"]
        part = re.match(r"(?:dans|en fin|au cours)", said) is not None
        if part:
            return self._part_of_day(match)
        told = self._last_told(match.start())
        if "jour" in said and not self._told_near(match.start()) and len(self._days()) != 1:
            return None
        if (
            told is None or match["of"] or self._in_passing(match.start(), told) or self._is_detached(match)
        ):  # « la veille du sommet »: on which day that is, is not said
            return Moment(*match.span(), None, "day", "le jour dont il est question n’est pas connu")
        steps = {"l’avant-veille": -2, "la veille": -1, "le lendemain": 1, "le surlendemain": 2}
        step = next((days for word, days in steps.items() if said.startswith(word)), 0)
        found = told + timedelta(step)
        return Moment(*match.span(), found.isoformat(), "day", f"compté depuis le {told.isoformat()}, dit avant")

    def _told_near(self, position: int) -> bool:
        """Whether a day has been told in the same paragraph."""
        return bool(self._told) and "\n" not in self.text[self._told[-1][0] : position]

    def _in_passing(self, position: int, told: date) -> bool:
        """Whether « la veille » stands within a sentence, and the day told is another paragraph's, of weeks before."""
        begins = re.search(r"(?:[.!?\n«] ?|^)$", self.text[max(0, position - 3) : position]) is not None
        old = self._day is not None and (self._day - told).days > _WEEK
        return old and not begins and not self._told_near(position)

    def _is_detached(self, match: re.Match[str]) -> bool:
        """Whether « la veille » may count from several days: of « l’appel de la veille », or where none is near."""
        if self._told_near(match.start()) or "meme" in match["anaphora"] or "jour" in match["anaphora"]:
            return False
        if self.text[max(0, match.start() - 3) : match.start()] == "de " or self._is_heading(match):
            return True
        return len(self._days()) > 1

    def _days(self) -> frozenset[date]:
        """The days told of last."""
        return frozenset(day for _, day in self._told[-_REMEMBERED:])

    def _is_heading(self, match: re.Match[str]) -> bool:
        """Whether it stands in a line that is no sentence."""
        start = self.text.rfind("\n", 0, match.start()) + 1
        line = self.text[start : (self.text.find("\n", match.end()) + 1 or len(self.text) + 1) - 1].strip()
        return len(line) <= _HEADING and line[-1:] not in set('.!?…»"”') and start > 0

    def _part_of_day(self, match: re.Match[str]) -> Moment | None:
        """« Dans la soirée »: of the day of publication, unless the text has since told of another."""
        if self._day is None or self._same_sentence(match.start()) or self._last_told(match.start()) != self._day:
            return None
        return Moment(
            match.start("anaphora"), match.end("anaphora"), self._day.isoformat(), "day", "le jour de parution"
        )

    def _later(self, match: re.Match[str]) -> Moment | None:
        number = int(match["ln"]) if match["ln"].isdigit() else NUMBERS.get(match["ln"])
        told = self._last_told(match.start())
        if number is None or told is None:
            return None
        found = told + timedelta(number if match["lw"] in {"plus tard", "apres"} else -number)
        return Moment(*match.span(), found.isoformat(), "day", f"compté depuis le {told.isoformat()}, dit avant")

    def _last_told(self, position: int) -> date | None:
        """The last day told before a position; one of long ago counts only in its own paragraph."""
        for start, day in reversed(self._told[-_REMEMBERED:]):
            recent = self._day is None or abs((self._day - day).days) <= _LONG_AGO
            if recent or "\n" not in self.text[start:position]:
                return day
        return self._day

    def _weekday(self, match: re.Match[str]) -> Moment | None:
        habitual = re.match(r"le ", match["weekday"]) is not None and not match["wq"]
        if habitual or (self._quoted(match.start()) and not match["wq"]):
            return None
        if self._day is None:
            return Moment(*match.span(), None, "day", "la date de parution n’est pas connue")
        back = (self._day.weekday() - DAYS.index(match["ww"])) % 7
        asked = (match["wq"] or "").strip()
        if not asked and back and (self._was_due(match) or self._starts(match)):
            return Moment(*match.span(), None, "day", "la phrase ne dit pas si ce jour est passé ou à venir")
        if asked in {"dernier", "passe"} and 0 < back <= min(_JUST_NOW, self._day.weekday()):
            return Moment(*match.span(), None, "day", "de cette semaine ou de la précédente : la phrase ne le dit pas")
        if asked in {"dernier", "passe"}:
            days, why = -(back or 7), "le dernier avant la parution"
        elif asked in {"prochain", "suivant"} or (back and (self._is_near(match, back) or self._is_ahead(match))):
            days, why = 7 - back, "le premier après la parution : la phrase parle de l’avenir"
        else:
            days, why = -back, "le plus proche, jusqu’à la parution"
        found = self._day + timedelta(days)
        return Moment(*match.span(), found.isoformat(), "day", why)

    def _is_near(self, match: re.Match[str], back: int) -> bool:
        """« Ce vendredi », said on a Thursday; « reçoit dimanche »: days to come."""
        if match["weekday"].startswith("ce ") and back >= _WEEK - _JUST_NOW:
            return True
        return PRESENT.search(self._written, max(0, match.start() - 60), match.start()) is not None

    def _is_ahead(self, match: re.Match[str]) -> bool:
        """Whether the words around a date speak of what is to come: the verb nearest to it decides."""
        before = CLAUSE.split(self._written[max(0, match.start() - 110) : match.start()])[-1]
        after = CLAUSE.split(self._written[match.end() : match.end() + 60])[0]
        ahead = [len(before) - found.end() for found in FUTURE.finditer(before)]
        behind = [len(before) - found.end() for found in PAST.finditer(before)]
        if ahead or behind:
            return bool(ahead) and (not behind or min(ahead) <= min(behind))
        first, past = FUTURE.search(after), PAST.search(after)
        return first is not None and (past is None or first.start() < past.start())

    def _starts(self, match: re.Match[str]) -> bool:
        """« Dès mardi », where no verb says whether that has come."""
        if not match["weekday"].startswith("des "):
            return False
        around = CLAUSE.split(self._written[max(0, match.start() - 110) : match.start()])[-1]
        around += " " + CLAUSE.split(self._written[match.end() : match.end() + 60])[0]
        return not (PAST.search(around) or FUTURE.search(around))

    def _was_due(self, match: re.Match[str]) -> bool:
        """« Devait partir mardi »: of a day to come, or of one that has passed."""
        before = CLAUSE.split(self._written[max(0, match.start() - 110) : match.start()])[-1]
        due = [found.end() for found in DUE.finditer(before)]
        return bool(due) and not any(found.end() > due[-1] for found in PAST.finditer(before))

    def _month_alone(self, match: re.Match[str]) -> Moment | None:
        month = month_number(match["mm"])
        if match["my"]:
            return Moment(*match.span(), f"{match['my']}-{month:02}", "month", "mois et année dans le texte")
        start = match.start()
        before = self.text[max(0, start - 24) : start]
        if not (match["mp"] or match["mq"] or match["ml"] or MONTH_BEFORE.search(before)):
            return None
        if self._year is None or self._month is None:
            return Moment(*match.span(), None, "month", "l’année n’est pas dite")
        if match["ml"]:
            return Moment(*match.span(), f"{self._year - 1}-{month:02}", "month", "l’année avant la parution")
        asked = (match["mq"] or "").strip()
        if not asked and self._is_open(match, month):
            return Moment(*match.span(), None, "month", "la phrase ne dit pas si ce mois est passé ou à venir")
        ahead = asked == "prochain" or (not asked and month != self._month and self._is_ahead(match))
        if ahead:
            year, why = (
                self._year + (month <= self._month),
                "le premier après la parution : la phrase parle de l’avenir",
            )
        elif asked:
            year, why = self._year - (month >= self._month), "le dernier avant la parution"
        else:
            year, why = self._year - (month > self._month), "le plus proche, jusqu’à la parution"
        return Moment(*match.span(), f"{year}-{month:02}", "month", why)

    def _is_open(self, match: re.Match[str], month: int) -> bool:
        """Whether nothing says if a month is past or to come, and the one to come is much the nearer."""
        to_come = (month - (self._month or month)) % 12
        before = CLAUSE.split(self._written[max(0, match.start() - 110) : match.start()])[-1]
        ahead = [found[0] for found in FUTURE.finditer(before)]
        if 0 < to_come <= _WEEK and OFFERED.search(before):
            return True
        if to_come > _MONTHS_AWAY and ahead and ANNOUNCED.search(ahead[-1]):
            return self._is_ahead(match)
        return 0 < to_come <= 4 and not (PAST.search(before) or ahead)

    def _year_alone(self, match: re.Match[str]) -> Moment | None:
        before = self.text[max(0, match.start() - 26) : match.start()]
        named = re.search(
            r"\b(?:en|depuis|de|des|d’ici|jusqu’en|fin|debut|mi|annees?|an|avant|apres|et|a|ete|hiver|automne|printemps|"
            r"vers|courant|entre|pour|la guerre de|du|annee)[ -]$|\($|, $",
            before,
        )
        return Moment(*match.span(), match["yy"], "year", "année dans le texte") if named else None
