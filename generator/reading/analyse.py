"""The reading of one raw text: noise, title, dates, mentions, quotations, names without a page."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.dates import Edtf, parse
from generator.model import Kind
from generator.reading.aligned import Aligned, align
from generator.reading.moments import moments
from generator.reading.noise import Cut, Noise, blanked, merged, noise
from generator.reading.published import Published, headline, published
from generator.reading.rules import Rule
from generator.reading.spans import Moment
from generator.reading.speech import Quotation, quotations
from generator.reading.unknown import Unknown, unknown
from generator.text.mentions import Lexicon, Mention, read


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says, at positions of its even form; `aligned` leads back to the raw one."""

    raw: str
    aligned: Aligned
    noise: Noise
    title: tuple[int, int] | None
    published: Published
    mentions: tuple[Mention, ...]
    moments: tuple[Moment, ...]
    quotations: tuple[Quotation, ...]
    unknown: tuple[Unknown, ...]

    @property
    def kept(self) -> str:
        """The text without its noise; what stood around a cut moves together, blank lines do not pile up."""
        blank = blanked(self.aligned.text, self.noise.cuts)
        written = "".join(
            char
            for index, char in enumerate(blank)
            if self.aligned.at[index] < self.aligned.at[index + 1] or char == "\n"
        )
        return tidy(written)


def analyse(
    raw: str, lexicon: Lexicon, rules: Sequence[Rule], day: str | None = None, apart: Sequence[Cut] = ()
) -> Reading:
    """Read a raw text; `day` is its date of publication (EDTF) where it is known from elsewhere.

    `apart` are stretches of the raw text that are known to be no part of the article.
    """
    aligned = align(raw)
    found = noise(aligned.text, rules, [_even(cut, aligned) for cut in apart])
    found = replace(found, cuts=tuple(merged(aligned.text, [*found.cuts, *_coded_blanks(raw, aligned, found.cuts)])))
    when = Published(day, _precision(day), (), "donnée") if day else published(aligned.text, found.cuts)
    text = blanked(aligned.text, found.cuts)
    spoken = parse(when.value) if when.value else None
    breaks = tuple(match.start() for match in _BREAK.finditer(text))

    def day_at(_: int) -> Edtf | None:
        return spoken

    mentions = read(text, lexicon, day_at, breaks)
    quoted = quotations(text, mentions)
    starts = [quotation.start for quotation in quoted]

    def in_quotation(position: int) -> bool:
        index = bisect_right(starts, position) - 1
        return index >= 0 and position < quoted[index].end and quoted[index].end - quoted[index].start > 30

    return Reading(
        raw=raw,
        aligned=aligned,
        noise=found,
        title=headline(aligned.text, found.cuts),
        published=when,
        mentions=mentions,
        moments=moments(text, when.value, in_quotation, aligned.text),
        quotations=quoted,
        unknown=unknown(text, mentions),
    )


_BREAK: Final = re.compile(r"\n(?![ \t]*[a-zà-öø-ÿ])|(?<=[.!?…»”\"):])[ \t]*\n|\n[ \t]*\n")
"""Where a paragraph ends: a line that begins in lower case goes on the one above, unless that ended a sentence."""
_CODED_BLANK: Final = re.compile(r"&(?:nbsp|#160|#[xX][aA]0|ensp|emsp|thinsp);")


def _coded_blanks(raw: str, aligned: Aligned, cuts: Sequence[Cut]) -> Iterator[Cut]:
    """« &nbsp; » on a line that holds nothing else: what a page needed, and no part of the article."""
    left, end, empty = blanked(aligned.text, cuts), 0, True
    for match in _CODED_BLANK.finditer(raw):
        at = bisect_left(aligned.at, match.start())
        if at >= end:
            start, end = left.rfind("\n", end, at) + 1 or end, (left.find("\n", at) + 1 or len(left) + 1)
            empty = not left[start:end].strip()
        if empty:
            yield Cut(at, at + 1, "html_residue", "espace-codee")


def _even(cut: Cut, aligned: Aligned) -> Cut:
    """A stretch of the raw text in the even one."""
    return replace(cut, start=bisect_left(aligned.at, cut.start), end=bisect_left(aligned.at, cut.end))


def _precision(day: str) -> str:
    return {4: "year", 7: "month"}.get(len(day), "day")


def tidy(text: str) -> str:
    """A text with blanks in it as paragraphs: what stood around a cut moves together."""
    ended = re.sub(r"[ \t]+(?=\n|\Z)", "", text)
    return re.sub(r"\n{3,}", "\n\n", ended).strip() + "\n"


def as_data(reading: Reading, file: str, data: bytes) -> dict[str, object]:
    """A reading as JSON writes it, with the name of its file and the fingerprint of its bytes.

    Positions are code points of the raw text.
    """

    def span(start: int, end: int) -> dict[str, int]:
        low, high = reading.aligned.raw(start, end)
        return {"start": low, "end": high}

    def said(start: int, end: int) -> dict[str, object]:
        low, high = reading.aligned.raw(start, end)
        return {"start": low, "end": high, "text": reading.raw[low:high]}

    when = reading.published
    return {
        "file": file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "title": said(*reading.title) if reading.title else None,
        "publication_date": {
            "value": when.value,
            "precision": when.precision,
            "evidence": [list(reading.aligned.raw(*stretch)) for stretch in when.evidence],
            "why": when.why,
        },
        "noise": [{**span(c.start, c.end), "kind": c.kind, "rule": c.rule} for c in reading.noise.cuts],
        "doubtful": [{**span(c.start, c.end), "kind": c.kind, "rule": c.rule} for c in reading.noise.doubtful],
        "mentions": [
            {**said(m.start, m.end), "id": m.id, "type": _type(m.kind), "form": m.form.value, "metonym": m.metonym}
            for m in reading.mentions
        ],
        "dates": [
            {**said(m.start, m.end), "value": m.value, "precision": m.precision, "why": m.why}
            | ({"contradicts": True} if m.contradicts else {})
            for m in reading.moments
        ],
        "quotes": [
            {**span(q.start, q.end), "speaker": q.speaker, "reported_by": q.reported_by} for q in reading.quotations
        ],
        "unknown": [{"text": u.text, "count": u.count} for u in reading.unknown],
    }


def _type(kind: Kind) -> str:
    return "leader" if kind is Kind.LEADER else "place"
