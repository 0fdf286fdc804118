"""When a press text speaks of: each date in it, resolved by the day of publication, and why."""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from generator.reading.days import month_number, nearest, valid
from generator.reading.months import nearest_month
from generator.reading.rules import flat, lowered
from generator.reading.spans import Moment, ago, count, span
from generator.reading.stamps import stamps
from generator.reading.tense import (
    is_ahead,
    is_behind,
    is_done,
    is_next,
    is_of_old,
    is_present,
    is_today,
    was_before,
)
from generator.reading.told import LONG_AGO, Told
from generator.reading.weekdays import weekday
from generator.reading.wordings import ADDRESS, ANY, DAY, DAYS, HOURS, MONTH_BEFORE, dates_in
from generator.reading.years import OF_TWO_YEARS, Years

_FRESH = timedelta(days=3)
"""How old a day is at most, whose evening may be told of without its name."""
_BEHIND = re.compile(r" (?:de |du |d’|des )[^,.;:!?\n]{3,60}, ")
_NAMED = re.compile(rf"(?: encore| meme)?, (?={DAY}\b)")
"""What stands between « la veille » and the weekday that it was."""
_OF_YEAR = re.compile(r", (?:(?:en|des|au mois de|au mois d’) )?")
"""What stands between a year and a month of it: « l’an dernier, en mars »."""
_ALSO = re.compile(r" et (?:en |de |d’|depuis )?")
"""What stands between two months of which one goes on the other."""
_JOINED = re.compile(r" (?:a|et|ou|puis|jusqu’a) ")
"""What stands between two days of which the second follows the first."""


def moments(
    text: str, published: str | None, quoted: Callable[[int], bool] = lambda _: False, whole: str | None = None
) -> tuple[Moment, ...]:
    """All dates in an even text, in order; `published` is EDTF (a day, a month or a year), or None.

    A precision that the text does not give is never invented; what only a reader who knows the world
    could resolve has no value. `quoted` says whether a position lies in somebody's words; `whole` is the text with
    its noise, where `text` has blanks for it.
    """
    reader = _Reader(text, published, quoted, whole or text)
    return tuple(filter(None, (reader.read(match) for match in dates_in(reader.text))))


class _Reader:
    """Reads one text; what « la veille » means depends on the last day told."""

    def __init__(self, text: str, published: str | None, quoted: Callable[[int], bool], whole: str) -> None:
        self.text = lowered(flat(text))
        self._written = text
        self._quoted = quoted
        self._day = date.fromisoformat(published) if published and len(published) == 10 else None
        self._year = int(published[:4]) if published else None
        self._month = int(published[5:7]) if published and len(published) >= 7 else None
        self._told = Told(self.text, text, self._day)
        self._years = Years(self.text, text, self._year)
        self._last: Moment | None = None
        self._stamps = deque(stamps(lowered(flat(whole)), self.text, self._day))
        self._readers: dict[str, Callable[[re.Match[str]], Moment | None]] = {
            "iso": self._iso,
            "slashed": self._slashed,
            "full": self._full,
            "ago": lambda match: ago(match, self._day),
            "then": self._years.then,
            "beside": self._years.month_beside,
            "span": lambda match: span(match, self._year, self._month),
            "near": self._near,
            "anaphora": self._anaphora,
            "later": self._later,
            "number": self._number,
            "weekday": self._weekday,
            "month": self._month_alone,
            "year": self._year_alone,
        }

    def read(self, match: re.Match[str]) -> Moment | None:
        apart = match[0].startswith(("le ", "ce "))  # « en place le 15 octobre » is no street
        if not apart and ADDRESS.search(self.text[max(0, match.start() - 16) : match.start()]):
            return None
        while self._stamps and self._stamps[0][0] <= match.start():
            self._begin(self._stamps.popleft()[1])
        kind = next(name for name in self._readers if match[name] is not None)
        found = self._readers[kind](match)
        if found:
            self._years.add(found)
        self._last = found or self._last
        if found and found.precision == "day":
            self._told.add(found.start, date.fromisoformat(found.value) if found.value else None)
        return found

    def _begin(self, day: date) -> None:
        """Begin an entry of a live page, which was written on that day."""
        self._day, self._year, self._month = day, day.year, day.month

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
        found = valid(year, int(match["sm"] or match["sn"]), int(match["sd"]))
        if found is None:
            return None
        return Moment(*match.span(), found.isoformat(), "day", "date complète dans le texte, jour en tête")

    def _full(self, match: re.Match[str]) -> Moment | None:
        month = month_number(match["fm"])
        named = DAYS.index(match["fw"]) if match["fw"] else None
        number = int(match["fd"])
        if match["fy"]:
            found = valid(int(match["fy"]), month, number)
            why = "date complète dans le texte"
        elif match["fr"]:
            year = self._years.meant(match["fr"], match.start())
            found, why = valid(year, month, number) if year else None, "jour et mois, de l’année dite avant"
        elif match["fq"] and self._day and "an" in match["fq"]:
            found, why = valid(self._day.year - 1, month, number), "jour et mois, de l’année avant la parution"
        elif match["fq"] and self._day:
            found, why = self._asked(match["fq"].strip(), month, number), "jour et mois ; le texte dit de quelle année"
        elif above := self._told.item_above(match.start()):
            days = (valid(above.year + shift, month, number) for shift in (0, 1))
            found, why = (
                next((day for day in days if day and day >= above), None),
                "le premier après celui du point d’avant",
            )
        else:
            found = nearest(self._day, month, number, named)
            why = "jour et mois ; l’année la plus proche de la parution"
            if named is None and found and self._years.is_elsewhen(match.start(), found.year, month):
                return Moment(*match.span(), None, "day", OF_TWO_YEARS)
            since = re.search(r"\bdepuis (?:le )?$", self.text[max(0, match.start() - 12) : match.start()]) is not None
            if found and self._day and found > self._day and (since or match["full"].startswith("depuis")):
                found, why = valid(found.year - 1, month, number), "jour et mois ; « depuis » en fait un jour passé"
        if found is None:
            return None if match["fy"] or self._day else Moment(*match.span(), None, "day", "l’année n’est pas dite")
        wrong = named is not None and found.weekday() != named
        if wrong:
            why += f" ; ce jour était un {DAYS[found.weekday()]}, non un {match['fw']}"
        return Moment(*match.span(), found.isoformat(), "day", why, wrong)

    def _asked(self, asked: str, month: int, number: int) -> date | None:
        """« Le 8 décembre dernier », « prochain »."""
        assert self._day
        years = (0, 1) if asked in {"prochain", "suivant"} else (0, -1)
        days = [valid(self._day.year + shift, month, number) for shift in years]
        ahead = years[1] > 0
        return next((day for day in days if day and day != self._day and (day > self._day) == ahead), None)

    def _number(self, match: re.Match[str]) -> Moment | None:
        """« Attendu le 29 », « dès le 17 »: the nearest day of that number, where a verb says on which side."""
        if match["nm"] and match["nm"].endswith(("-la", "du meme mois")):
            return self._years.day_of_month(match)
        if match["nm"] and self._day:
            step = -1 if re.search("dern|pass", match["nm"]) else 1 if "proch" in match["nm"] else 0
            month = self._day.year * 12 + self._day.month - 1 + step
            day = valid(month // 12, month % 12 + 1, int(match["nd"]))
            return Moment(*match.span(), day.isoformat(), "day", "du mois dit") if day else None
        last = self._last if self._last and self._last.precision == "month" else None
        if last and self._told.is_one_paragraph(last.start, match.start()):
            return self._years.day_of_month(match)
        told = self._told.last(match.start())
        if self._day is None or told is None or abs((self._day - told).days) > LONG_AGO:
            return None
        span, number = match.span(), int(match["nd"])
        ahead = is_ahead(self._written, *span) or is_present(self._written, match.start())
        if not ahead and not (is_behind(self._written, *span) or is_done(self._written, match.start())):
            return None
        months = [self._day.year * 12 + self._day.month - 1 + shift for shift in ((0, 1) if ahead else (0, -1))]
        days = (valid(month // 12, month % 12 + 1, number) for month in months)
        found = next((day for day in days if day and (day > self._day if ahead else day <= self._day)), None)
        if found and not ahead and told.replace(day=1) < found.replace(day=1) and self._told.near(match.start()):
            found = valid(told.year, told.month, number) if number > told.day else None
        return Moment(*span, found.isoformat() if found else None, "day", "le plus proche jour de ce numéro")

    def _near(self, match: re.Match[str]) -> Moment | None:
        if self._quoted(match.start()):
            return None
        said = match["near"]
        if said == "aujourd’hui" and not is_today(self._written, *match.span()):
            return None
        named = _NAMED.match(self.text, match.end()) is not None
        if said in {"hier", "demain"} and not named and is_of_old(self.text, *match.span()):
            return None
        if self._day is None:
            return Moment(*match.span(), None, "day", "la date de parution n’est pas connue")
        if match["nw"] and match["nw"] != DAYS[self._day.weekday()]:
            return Moment(*match.span(), None, "day", "la parution n’est pas de ce jour de la semaine")
        steps = {"avant-hier": -2, "hier": -1, "apres-demain": 2, "demain": 1}
        step = next((days for word, days in steps.items() if said.startswith(word)), 0)
        found = self._day + timedelta(step)
        return Moment(*match.span(), found.isoformat(), "day", "compté depuis le jour de parution")

    def _anaphora(self, match: re.Match[str]) -> Moment | None:
        said = match["anaphora"]
        beside = self._beside(match) if match["of"] else self._named(match)
        if beside or said.startswith("au"):
            return beside
        part = re.match(r"(?:dans|en |au cours|plus t)", said) is not None
        if part:
            return self._part_of_day(match)
        told = self._told.last(match.start())
        if (
            ("jour" in said or said.endswith("-la"))
            and not self._told.near(match.start())
            and len(self._told.days()) != 1
        ):
            return None
        if (
            told is None or not self._told.days() or self._told.is_open(match, told)
        ):  # « la veille du sommet »: on which day that is, is not said
            return Moment(*match.span(), None, "day", "le jour dont il est question n’est pas connu")
        steps = {"l’avant-veille": -2, "la veille": -1, "le lendemain": 1, "le surlendemain": 2} | {
            f"le jour {said}": step
            for step, said in ((1, "suivant"), (1, "d’apres"), (-1, "precedent"), (-1, "d’avant"))
        }
        if self._day and told > self._day and not is_ahead(self._written, *match.span()):
            return Moment(*match.span(), None, "day", "le jour dit avant est à venir, celui-ci est peut-être passé")
        step = next((days for word, days in steps.items() if said.startswith(word)), 0)
        found = told + timedelta(step)
        return Moment(*match.span(), found.isoformat(), "day", f"compté depuis le {told.isoformat()}, dit avant")

    def _beside(self, match: re.Match[str]) -> Moment | None:
        """« Le 16 mars, au lendemain de son entretien », « au lendemain de l’annonce, mardi »: the day beside it."""
        last = self._last if self._last and self._last.value else None
        said = last if last and self.text[last.end : match.start()] == ", " else None
        behind = _BEHIND.match(self.text, match.start("of")) if not said else None
        found = ANY.match(self.text, behind.end()) if behind else None
        kind = next((name for name in ("full", "weekday") if found and found[name]), None)
        said = self._readers[kind](found) if found and kind else said
        return replace(said, start=match.start(), end=match.end(), why="le jour dit à côté") if said else None

    def _named(self, match: re.Match[str]) -> Moment | None:
        """« La veille encore, mercredi »: the weekday says which day that was."""
        between = _NAMED.match(self.text, match.end())
        found = ANY.match(self.text, between.end()) if between else None
        day = self._weekday(found) if found and found["weekday"] else None
        return (
            replace(day, start=match.start(), end=match.end(), why="le jour dit à côté") if day and day.value else None
        )

    def _part_of_day(self, match: re.Match[str]) -> Moment | None:
        """« Dans la soirée »: of the day of publication, or of the one that the paragraph is telling of."""
        start, end = match.span("anaphora")
        told = self._told.last(start)
        if self._day is None or told is None or self._told.is_unsure() or self._told.in_sentence(start):
            return None
        if told == self._day and was_before(self._written, start):
            return None
        fresh = timedelta(0) <= self._day - told <= _FRESH and self._told.near(start)
        if match["of"] or (told != self._day and not (fresh and is_behind(self._written, start, end))):
            return None
        why = "le jour de parution" if told == self._day else f"le {told.isoformat()}, dit avant"
        return Moment(start, end, told.isoformat(), "day", why)

    def _later(self, match: re.Match[str]) -> Moment | None:
        if match["lu"] and match["lu"].startswith("an"):
            return self._years.later(match)
        number = HOURS[match["lh"]] if match["lh"] else count(match["ln"], "jour")
        above = self._told.item_above(match.start())
        told = above or self._told.last(match.start())
        if number is None or told is None:
            return None
        if not above and (self._told.is_unsure() or self._told.is_one_of_several(match.start())):
            return Moment(*match.span(), None, "day", "le jour dont il est question n’est pas connu")
        found = told + timedelta(number if match["lw"] in {"plus tard", "apres"} else -number)
        return Moment(*match.span(), found.isoformat(), "day", f"compté depuis le {told.isoformat()}, dit avant")

    def _weekday(self, match: re.Match[str]) -> Moment | None:
        that = self._that_day(match) if match["wl"] or " meme " in match["weekday"] else None
        if that and (that.value or match["wl"]):
            return that
        told = match["wq"] or match["wn"] or match["ws"] or match["w8"]
        habitual = re.match(r"le ", match["weekday"]) is not None and not told
        if habitual or (self._quoted(match.start()) and not told):
            return None
        if self._day is None:
            return Moment(*match.span(), None, "day", "la date de parution n’est pas connue")
        joined = self._last if self._is_joined(match.start()) and not told else None
        if joined and (joined.value or DAYS[self._day.weekday()] != match["ww"]):
            return self._after(match, date.fromisoformat(joined.value) if joined.value else None)
        if match["wq"] == " suivant":
            near = self._told.near(match.start()) and not self._told.is_unsure()
            return self._after(match, self._told.last(match.start()) if near else None)
        return weekday(match, self._written, self._day)

    def _that_day(self, match: re.Match[str]) -> Moment:
        """« Ce mardi-là »: the one Tuesday that was told."""
        told = self._told.named(DAYS.index(match["ww"]))
        why = "le jour de ce nom, dit avant" if told else "le jour dont il est question n’est pas connu"
        return Moment(*match.span(), told.isoformat() if told else None, "day", why)

    def _is_joined(self, start: int) -> bool:
        """Whether a day goes on the one right before it: « lundi et mardi »."""
        last = self._last
        return bool(last and last.precision == "day" and _JOINED.fullmatch(self.text, last.end, start))

    def _after(self, match: re.Match[str], told: date | None) -> Moment:
        """« Le mardi suivant », « de lundi à mardi »: the first after a day that was told."""
        if told is None:
            return Moment(*match.span(), None, "day", "le jour dont il est question n’est pas connu")
        found = told + timedelta((DAYS.index(match["ww"]) - told.weekday() - 1) % 7 + 1)
        return Moment(*match.span(), found.isoformat(), "day", f"compté depuis le {told.isoformat()}, dit avant")

    def _month_alone(self, match: re.Match[str]) -> Moment | None:
        start = match.start()
        asked = match["my"] or match["mq"] or match["ml"] or match["mt"] or match["mp"]
        before = self.text[max(0, start - 24) : start]
        if not (asked or is_next(self._written, start) or MONTH_BEFORE.search(before)):
            return None
        if match["mt"]:
            return self._years.counted(match)
        month = month_number(match["mm"])
        if told := self._year_of(match):
            return Moment(*match.span(), f"{told[0]}-{month:02}", "month", told[1])
        if self._year is None or self._month is None:
            return Moment(*match.span(), None, "month", "l’année n’est pas dite")
        last = self._last if self._last and _ALSO.fullmatch(self.text, self._last.end, start) else None
        return nearest_month(match, self._written, (self._year, self._month), self._years, last)

    def _year_of(self, match: re.Match[str]) -> tuple[str, str] | None:
        """The year of a month that the text gives, and why: « mars 2015 », « l’an dernier, en mars »."""
        if match["my"]:
            return match["my"], "mois et année dans le texte"
        if match["ml"]:
            return (f"{self._year - 1}", "l’année avant la parution") if self._year else None
        last = self._last if self._last and self._last.precision == "year" and not match["mq"] else None
        if last and last.value and _OF_YEAR.fullmatch(self.text, last.end, match.start()):
            return last.value, "de l’année dite juste avant"
        return None

    def _year_alone(self, match: re.Match[str]) -> Moment | None:
        before = self.text[max(0, match.start() - 26) : match.start()]
        named = re.search(
            r"\b(?:en|depuis|de|des|d’ici|jusqu’en|fin|debut|mi|annees?|an|avant|apres|et|a|ete|hiver|automne|printemps|"
            r"vers|courant|entre|pour|la guerre de|du|annee)[ -]$|\($|, $",
            before,
        )
        return Moment(*match.span(), match["yy"], "year", "année dans le texte") if named else None
