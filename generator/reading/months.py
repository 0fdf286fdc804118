"""Months in a press text that it gives without their year, counted from its publication: « en août »."""

import re

from generator.reading.days import month_number
from generator.reading.spans import Moment
from generator.reading.tense import (
    awaits,
    is_ahead,
    is_done,
    is_like,
    is_next,
    is_open,
    is_this_season,
    put_off,
    ran_out,
)
from generator.reading.years import OF_TWO_YEARS, Years

_OPEN = "la phrase ne dit pas si ce mois est passé ou à venir"


def nearest_month(
    match: re.Match[str], text: str, published: tuple[int, int], years: Years, joined: Moment | None
) -> Moment:
    """The month before the publication, or after it where a verb says so; open where nothing says which.

    `published` is a year and a month; `joined` is the date that this one goes on: « en octobre et en février ».
    """
    (this_year, this_month), (start, end) = published, match.span()
    month, asked = month_number(match["mm"]), (match["mq"] or "").strip()
    side = "" if asked else _side(match, text, published, joined)
    if side == "open":
        return Moment(start, end, None, "month", _OPEN)
    verb = not (asked or side) and month != this_month and is_ahead(text, start, end)
    if asked == "prochain" or side == "ahead" or verb:
        why = "le premier après la parution : la phrase parle de l’avenir"
        return Moment(start, end, f"{this_year + (month <= this_month)}-{month:02}", "month", why)
    if asked:
        year = this_year - (month >= this_month)
        return Moment(start, end, f"{year}-{month:02}", "month", "le dernier avant la parution")
    year = this_year - (month > this_month)
    if years.is_elsewhen(start, year, month):
        return Moment(start, end, None, "month", OF_TWO_YEARS)
    return Moment(start, end, f"{year}-{month:02}", "month", "le plus proche, jusqu’à la parution")


def _side(match: re.Match[str], text: str, published: tuple[int, int], joined: Moment | None) -> str:
    """« ahead » or « past » where something but a verb says so, « open » where it stays so, or nothing."""
    (start, end), (this_year, this_month) = match.span(), published
    month = month_number(match["mm"])
    to_come = (month - this_month) % 12
    became = put_off(text, start, end)
    if became and became != "jamais":
        return "open"
    if is_next(text, start) or (month != this_month and awaits(text, start)) or is_this_season(text, start, to_come):
        return "ahead"
    if joined and joined.value and joined.precision == "month":
        return "ahead" if joined.value > f"{this_year}-{this_month:02}" else "past"
    if is_like(text, start) or is_done(text, start) or ran_out(text, start, to_come) or became:
        return "past"
    return "open" if is_open(text, start, end, to_come) else ""
