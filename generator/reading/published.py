"""When a text was published and under which title, as far as the text itself says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.reading.lines import Line, is_prose, lines_of
from generator.reading.moments import moments
from generator.reading.noise import Cut, inside
from generator.reading.places import is_deck
from generator.reading.rules import flat
from generator.reading.spans import Moment


@dataclass(frozen=True, slots=True)
class Published:
    """A date of publication in EDTF, or None, with the stretches that prove it and the reason in French."""

    value: str | None
    precision: str | None
    evidence: tuple[tuple[int, int], ...]
    why: str


_SAID: Final = re.compile(r"\b(?:publie|paru|poste|mise? en ligne|date)\w{0,2}\b", re.I)
_CHANGED: Final = re.compile(r"\b(?:mise? a jour|modifie|actualise|maj)\w{0,2}\b|~ ?$", re.I)
_KEY: Final = re.compile(r"^(?:date|published(?:_time|_at|_on)?|pubdate|publication|date_publication) ?:", re.I)
_DATELINE: Final = re.compile(r"^(?-i:[A-ZÀ-Þ][A-ZÀ-Þ’ -]{2,30})(?:,? \([^)]{2,30}\))?,? (?:le )?", re.I)
_PLACED: Final = re.compile(r"(?:[A-ZÀ-Þ][\w’-]+[ /-]?){1,4}(?: \([^()]{2,30}\))?, ")
_AGENCY: Final = re.compile(r"(?P<by> \([^()]{2,40}\))? [-–—:] ")
_NUMBER: Final = re.compile(r"\d\d")
_CRAWLED: Final = re.compile(r"\A\s*date (?P<month>\d{4}-\d{2})(?:-\d{2})? ")
_DEICTIC: Final = re.compile(
    r"\bce (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?\d{1,2}(?:er)? [a-zéû]+\b(?! \d{4})"
)


def published(text: str, cuts: Sequence[Cut]) -> Published:
    """The date of publication that a text itself gives; a crawler's mark helps, but proves nothing alone."""
    lines = lines_of(text)
    for weigh in (_by_key, _by_line):
        found = weigh(text, lines, cuts)
        if found:
            return found
    return _by_deictic(text)


def _full_days(text: str, start: int, end: int) -> Iterator[Moment]:
    """The complete dates in a stretch, at their places in the text."""
    for moment in moments(text[start:end], None):
        if moment.value and moment.precision == "day":
            yield Moment(start + moment.start, start + moment.end, moment.value, "day", moment.why, moment.contradicts)


def _by_key(text: str, lines: Sequence[Line], _: Sequence[Cut]) -> Published | None:
    """A line of a header that a program wrote."""
    for line in lines[:25]:
        if _KEY.match(flat(line.text)):
            iso = re.search(r"\b(\d{4}-\d{2}-\d{2})(?=T|\b)", line.text)
            if iso:
                at = (line.start + iso.start(), line.start + iso.end())
                return Published(iso[1], "day", (at,), "clé de date de l’en-tête")
            for day in _full_days(text, line.start, line.end):
                return Published(day.value, "day", ((day.start, day.end),), "clé de date de l’en-tête")
    return None


def _by_line(text: str, lines: Sequence[Line], cuts: Sequence[Cut]) -> Published | None:
    """A line that is about publication: « Publié le… », a date beside the site's name, an agency's dateline."""
    prose = [n for n, line in enumerate(lines) if is_prose(line.text, 140) and not inside(line.start, cuts)]
    first = prose[0] if prose else len(lines)
    menu = max((n for n, line in enumerate(lines[:first]) if _kind(line, cuts) == "navigation"), default=0)
    candidates: list[tuple[int, Moment, str]] = []
    for number, line in enumerate(lines):
        kind = _kind(line, cuts)
        if kind in _OTHER_DAYS or not (number <= first or _may_say(line.text)):
            continue
        for day in _full_days(text, line.start, line.end):
            before = flat(text[line.start : day.start])
            if _SINCE.search(before):
                continue
            if _CHANGED.search(before[-40:]):
                weight, why = 3, "ligne de mise à jour"
            elif _SAID.search(before[-40:]) and (len(line.text) <= 160):
                weight, why = 0, "ligne de publication"
            elif number <= first and _is_dispatch(line.text, day.start - line.start, day.end - line.start):
                weight, why = 1, "date en tête de dépêche"
            elif number < first and (len(line.text) <= 40 or kind in _DATED or day.start == line.start):
                weight, why = 1 + (number < menu), "date en tête de l’article"
            else:
                continue
            candidates.append((weight, day, why))
    if not candidates:
        return None
    weight = min(weight for weight, _, _ in candidates)
    best = [(day, why) for w, day, why in candidates if w == weight]
    values = {day.value for day, _ in best}
    evidence = tuple((day.start, day.end) for day, _ in best)
    if len(values) > 1:
        return Published(None, None, evidence, "plusieurs dates de publication se contredisent")
    day, why = best[0]
    return Published(day.value, "day", evidence, why)


def _kind(line: Line, cuts: Sequence[Cut]) -> str | None:
    """The kind of noise that a line is, if it is any."""
    return next((cut.kind for cut in cuts if cut.start <= line.start < cut.end), None)


_SINCE: Final = re.compile(r"\bdu \d{1,2}(?:er)?(?: [a-z]+)?(?: \d{4})? (?:(?:au|-) ?)?\Z", re.I)
"""« N° 12 du 6 au 12 mai »: of the week that begins on the first of two days."""
_DATED: Final = frozenset({"publication_line", "byline"})
"""Kinds of noise above an article whose date is that of its publication."""


def _may_say(line: str) -> bool:
    """Whether a line below the first paragraph has a number and a word that may make of it the day of publication."""
    plain = flat(line) if _NUMBER.search(line) else ""
    return _SAID.search(plain) is not None or _CHANGED.search(plain) is not None or "~" in plain


def _is_dispatch(line: str, start: int, end: int) -> bool:
    """« NÎMES, 3 mai 2016 », « Nîmes, le 3 mai 2016 – », « Nîmes, 3 mai 2016 (ADM) – »."""
    if _DATELINE.fullmatch(flat(line[:start])):
        return True
    placed, agency = _PLACED.fullmatch(line, 0, start), _AGENCY.match(line, end)
    return bool(placed and agency and (agency["by"] or line.startswith("le ", start)))


_OTHER_DAYS: Final = frozenset(
    "caption caption_duplicate caption_foreign credit embedded_tweet social_embed related_articles read_also most_read "
    "comment_form comments footer tags article_duplicate yaml_header page_furniture".split()
)
"""Kinds of noise whose dates are not the article's."""


def _by_deictic(text: str) -> Published:
    """« Ce 7 janvier », with the month that a crawler noted: both must agree."""
    crawled = _CRAWLED.match(text)
    if crawled is None:
        return Published(None, None, (), "le texte ne le dit pas")
    year, month = crawled["month"].split("-")
    for deictic in _DEICTIC.finditer(text):
        for day in moments(text[deictic.start() + 3 : deictic.end()] + f" {year}", None):
            if day.value and day.precision == "day" and day.value[5:7] == month:
                evidence = ((deictic.start(), deictic.end()), (crawled.start("month"), crawled.end("month")))
                return Published(day.value, "day", evidence, "« ce » jour-là, et le mois noté par le moissonneur")
    return Published(None, None, (), "le mois noté par un moissonneur est un indice, non une preuve")


_WORD: Final = re.compile(r"[a-z0-9]{4,}")
_MARKS: Final = re.compile(r"(?:[#>*_•-]+ |\*\*|_(?=\S))*")
_MARKS_BEHIND: Final = re.compile(r"(?:\*\*|_| ?\{#[^{}]*\})*\Z")
"""What a converter puts around a headline."""
_WORDS: Final = 4
"""Words of a line that may be the headline though it shares none with the article."""
_LEAST: Final = 8
_MOST: Final = 200
"""Characters of a headline."""


def headline(text: str, cuts: Sequence[Cut]) -> tuple[int, int] | None:
    """Where the text's own headline stands, above the first paragraph, or else in a header that a program wrote.

    It is the line that shares most with the article, or the one right above if that reads like a standfirst.
    """
    lines = [line for line in lines_of(text) if not inside(line.start, cuts)]
    first = next((n for n, line in enumerate(lines) if is_prose(line.text, 140)), None)
    if not first:
        return _keyed(text)
    body = {word for line in lines[first:] for word in _WORD.findall(flat(line.text).lower())}
    above = [line for line in lines[:first] if _LEAST <= len(line.text) <= _MOST]
    shares = [len(set(_WORD.findall(flat(line.text).lower())) & body) for line in above]
    told = [n for n, line in enumerate(above) if len(line.text.split()) >= _WORDS and not is_deck(line.text)]
    if not any(shares):
        return _keyed(text) or (_bare(above[told[-1]], lines) if told else None)
    best = shares.index(max(shares))
    heads = [n for n in range(best) if " " in above[n].text and not is_deck(above[n].text)]
    return _bare(above[heads[-1] if heads and is_deck(above[best].text) else best], lines)


def _bare(line: Line, lines: Sequence[Line]) -> tuple[int, int]:
    """A headline without the marks of a converter, with what of it a converter has put into other lines."""
    first = last = lines.index(line)
    while first and not lines[first].blank_before and lines[first].text[0].islower():
        first -= 1
    while last + 1 < len(lines) and not lines[last + 1].blank_before and lines[last + 1].text[0].islower():
        last += 1
    front, behind = _MARKS.match(lines[first].text), _MARKS_BEHIND.search(lines[last].text)
    start = lines[first].start + (front.end() if front else 0)
    end = lines[last].start + behind.start() if behind else lines[last].end
    return (start, end) if start < end else (lines[first].start, lines[last].end)


_TITLED: Final = re.compile(r"^(?:title|titre) ?:(?P<said>[^\n]+)$", re.I | re.M)
_AROUND: Final = ' "«»“”'
"""What may stand around a title in a header."""
_HEADER: Final = 2000
"""Characters in which a header has room."""


def _keyed(text: str) -> tuple[int, int] | None:
    """The title that stands in a header of the file."""
    found = _TITLED.search(text, 0, _HEADER)
    if found is None or not found["said"].strip(_AROUND):
        return None
    start = found.end() - len(found["said"].lstrip(_AROUND))
    return start, start + len(found["said"].strip(_AROUND))
