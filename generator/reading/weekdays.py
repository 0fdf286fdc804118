"""Days of the week in a press text, counted from its publication: « mardi », « lundi 23 », « jeudi prochain »."""

import re
from datetime import date, timedelta
from typing import Final

from generator.reading.rules import flat
from generator.reading.spans import Moment
from generator.reading.tense import (
    awaits,
    is_ahead,
    is_aside,
    is_done,
    is_told_or_due,
    put_off,
    says_nothing,
    was_due,
)
from generator.reading.wordings import DAYS

_WEEK: Final = 7
_AROUND: Final = 45
"""Days around the publication among which « lundi 23 » is looked for."""
_JUST_NOW: Final = 2
"""Days after a weekday within which « dernier » may mean that of the week before; so « prochain », before one."""

_WEEK_BEFORE: Final = re.compile(r"\bla semaine (?:derniere|passee|prochaine),? \Z")

_EVENING: Final = re.compile(r" (?:soir|dans la (?:soiree|nuit)|en (?:fin de )?soiree)\Z")
"""What makes of the publication's own weekday that of a week before, for a paper that comes out earlier."""
_NIGHT: Final = re.compile(r"\bnuit de \Z")
"""What makes of a day that of the night to come, or of a week before: « la nuit de mardi à mercredi », on a Tuesday."""


def weekday(match: re.Match[str], text: str, published: date) -> Moment:
    """The day that a weekday in `text` means; open where the sentence does not say on which side it lies."""
    if match["wn"]:
        return _numbered(match, published)
    if match["w8"]:
        ahead = (DAYS.index(match["ww"]) - published.weekday() - 1) % _WEEK + 1
        found = published + timedelta(ahead + _WEEK)
        return Moment(*match.span(), found.isoformat(), "day", "une semaine après le premier qui suit la parution")
    before = _WEEK_BEFORE.search(flat(text[max(0, match.start() - 24) : match.start()]))
    week = match["ws"] or (before and before[0])
    return _of_week(match, week, published) if week else _named(match, text, published)


def _open(match: re.Match[str], why: str) -> Moment:
    return Moment(*match.span(), None, "day", why)


def _named(match: re.Match[str], text: str, published: date) -> Moment:
    """« Mardi », « mardi dernier »: before the publication, or after it where a verb says so."""
    back = (published.weekday() - DAYS.index(match["ww"])) % _WEEK
    asked = (match["wq"] or "").strip()
    became = put_off(text, *match.span())
    if became in {"avait", "avaient", "jamais"}:
        found = published - timedelta(back or _WEEK)
        return Moment(
            *match.span(),
            found.isoformat(),
            "day",
            "le dernier avant la parution : il a passé",
        )
    done = is_done(text, match.start())
    due = became is not None or was_due(text, match.start()) or _starts(match, text)
    due = due or (not done and (is_aside(text, *match.span()) or is_told_or_due(text, *match.span())))
    night = not back and (
        _NIGHT.search(text, max(0, match.start() - 9), match.start()) is not None
        or (_EVENING.search(match[0]) is not None and not match[0].startswith("ce "))
    )
    if not asked and ((back and due) or night):
        return _open(match, "la phrase ne dit pas si ce jour est passé ou à venir")
    if asked == "prochain" and _WEEK - back <= _JUST_NOW:
        return _open(match, "de cette semaine ou de la suivante : la phrase ne le dit pas")
    if asked in {"dernier", "passe"} and 0 < back <= min(_JUST_NOW, published.weekday()):
        return _open(match, "de cette semaine ou de la précédente : la phrase ne le dit pas")
    if asked in {"dernier", "passe"}:
        days, why = -(back or _WEEK), "le dernier avant la parution"
    elif asked == "prochain" or (
        back and not (asked or done) and (_is_near(match, text, back) or is_ahead(text, *match.span()))
    ):
        days, why = _WEEK - back, "le premier après la parution : la phrase parle de l’avenir"
    else:
        days, why = -back, "le plus proche, jusqu’à la parution"
    found = published + timedelta(days)
    return Moment(*match.span(), found.isoformat(), "day", why)


def _numbered(match: re.Match[str], published: date) -> Moment:
    """« Lundi 23 »: the nearest day that is both."""
    named, number = DAYS.index(match["ww"]), int(match["wn"])
    days = (published + timedelta(step) for step in sorted(range(-_AROUND, _AROUND + 1), key=abs))
    found = next((day for day in days if (day.weekday(), day.day) == (named, number)), None)
    why = "le plus proche jour de ce nom et de ce numéro" if found else "aucun jour proche n’a ce nom et ce numéro"
    return Moment(*match.span(), found.isoformat() if found else None, "day", why)


def _of_week(match: re.Match[str], said: str, published: date) -> Moment:
    """« Mardi de la semaine dernière », of weeks that begin on Monday; « suivante » counts from what was told."""
    if re.search("preced|suiv", said):
        return _open(match, "la semaine dont il est question n’est pas connue")
    step = -1 if re.search("dern|pass", said) else 1 if re.search("proch", said) else 0
    found = published + timedelta(DAYS.index(match["ww"]) - published.weekday() + step * _WEEK)
    return Moment(*match.span(), found.isoformat(), "day", "de la semaine dite, comptée depuis la parution")


def _is_near(match: re.Match[str], text: str, back: int) -> bool:
    """« Ce vendredi », said on a Thursday; « reçoit dimanche », « l’attend dimanche »: days to come."""
    if match["weekday"].startswith("ce ") and back >= _WEEK - _JUST_NOW:
        return True
    return awaits(text, match.start())


def _starts(match: re.Match[str], text: str) -> bool:
    """« Dès mardi », where no verb says whether that has come."""
    return match["weekday"].startswith("des ") and says_nothing(text, *match.span())
