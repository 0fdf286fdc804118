"""How well texts are read, held against annotations made by hand; `texts/README.md` says how they are written."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.reading.aligned import align
from generator.reading.analyse import analyse, as_data
from generator.reading.evidence import Scales
from generator.reading.noise import noise
from generator.reading.rules import Rule, own_rules
from generator.text.mentions import Lexicon

_LENGTHS = {"year": 4, "month": 7, "day": 10}
Span = Mapping[str, Any]


@dataclass
class Tally:
    """What was found rightly, what wrongly, and what was missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"{self.precision:.3f}/{self.recall:.3f} (F1 {self.f1:.3f})"


@dataclass
class Score:
    """The figures of a set of texts: characters of noise, mentions, dates."""

    noise: Tally = field(default_factory=Tally)
    names: Tally = field(default_factory=Tally)
    descriptions: Tally = field(default_factory=Tally)
    dates: Tally = field(default_factory=Tally)
    """`missed` are those left open; `wrong` those with another value."""
    dates_extra: int = 0
    metonyms_as_places: int = 0
    published: Tally = field(default_factory=Tally)
    titles: Tally = field(default_factory=Tally)

    def __str__(self) -> str:
        return (
            f"noise {self.noise}, names {self.names}, descriptions {self.descriptions}, "
            f"dates {self.dates.right} right, {self.dates.wrong} wrong, {self.dates.missed} open, "
            f"{self.dates_extra} extra, {self.metonyms_as_places} metonyms as places, publication "
            f"{self.published.right} right, {self.published.wrong} wrong, {self.published.missed} open, "
            f"titles {self.titles.right} of {self.titles.right + self.titles.wrong + self.titles.missed}"
        )


def score(folder: Path, words: Lexicon, pages: frozenset[str]) -> Score:
    """Read all texts of a folder with their dates known, and once more without; `pages` are the ids that count."""
    total = Score()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        raw = (folder / gold["file"]).read_bytes().decode("utf-8")
        read = analyse(raw, words, own_rules(), gold["publication_date"]["value"])
        found = as_data(read, gold["file"], raw.encode())
        _noise(total.noise, gold, raw, _positions(found["noise"]))  # type: ignore[arg-type]  # as JSON has it
        _mentions(total, gold, found, pages)
        _dates(total, gold, found, _positions(gold["noise"]))
        alone = analyse(raw, words, own_rules()).published.value
        _count(total.published, alone, gold["publication_date"]["value"])
        _title(total.titles, gold.get("title"), found["title"])  # type: ignore[arg-type]  # as JSON has it
    return total


def noise_score(folder: Path, rules: Sequence[Rule], scales: Scales) -> Tally:
    """Only how much of the noise of a folder's texts is cut, by these rules and on these scales."""
    total = Tally()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        raw = (folder / gold["file"]).read_bytes().decode("utf-8")
        aligned = align(raw)
        cut = (aligned.raw(cut.start, cut.end) for cut in noise(aligned.text, rules, (), scales).cuts)
        _noise(total, gold, raw, {at for low, high in cut for at in range(low, high)})
    return total


def _count(tally: Tally, found: str | None, wanted: str) -> None:
    tally.missed += found is None
    tally.right += found is not None and wanted.startswith(found)
    tally.wrong += found is not None and not wanted.startswith(found)


def _title(tally: Tally, wanted: str | None, found: Mapping[str, Any] | None) -> None:
    """White space counts neither way."""
    said = found and found["text"].split()
    tally.missed += found is None and wanted is not None
    tally.right += found is not None and wanted is not None and said == wanted.split()
    tally.wrong += found is not None and (wanted is None or said != wanted.split())


def _noise(tally: Tally, gold: Mapping[str, Any], raw: str, cut: set[int]) -> None:
    """Count characters; white space and what is marked as optional count neither way."""
    must = _positions(z for z in gold["noise"] if not z.get("optional"))
    neutral = _positions(z for z in gold["noise"] if z.get("optional"))
    neutral |= {at for at, char in enumerate(raw) if char.isspace()}
    tally.right += len((must & cut) - neutral)
    tally.wrong += len(cut - must - neutral)
    tally.missed += len(must - cut - neutral)


def _positions(zones: Sequence[Span] | Iterator[Span]) -> set[int]:
    return {at for zone in zones for at in range(zone["start"], zone["end"])}


def _overlap(one: Span, other: Span) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _fits(got: Span, want: Span) -> bool:
    shared = min(got["end"], want["end"]) - max(got["start"], want["start"])
    near = want["start"] - got["start"] <= 5 and got["end"] - want["end"] <= 5
    return bool(2 * shared >= want["end"] - want["start"] and near)


def _mentions(total: Score, gold: Mapping[str, Any], found: Mapping[str, Any], pages: frozenset[str]) -> None:
    marked = gold["mentions"]
    neutral = [m for m in marked if m.get("group") or m.get("link") == "no"]
    seats = [m for m in marked if m["form"] == "metonym"]
    wanted = [
        m
        for m in marked
        if m["type"] in {"person", "place"} and m["form"] in {"name", "description"} and m["id"] in pages
        if not (m.get("in_noise") or m in neutral)
    ]
    left = list(wanted)
    for mention in found["mentions"]:
        tally = total.names if mention["form"] == "name" else total.descriptions
        if any(_overlap(mention, seat) for seat in seats):
            total.metonyms_as_places += not mention["metonym"]
            continue
        if mention["metonym"] or any(_overlap(mention, m) and m["id"] == mention["id"] for m in neutral):
            continue
        hit = next(
            (m for m in left if (m["form"], m["id"]) == (mention["form"], mention["id"]) and _fits(mention, m)), None
        )
        tally.right += hit is not None
        tally.wrong += hit is None
        if hit is not None:
            left.remove(hit)
    for mention in left:
        (total.names if mention["form"] == "name" else total.descriptions).missed += 1


def _dates(total: Score, gold: Mapping[str, Any], found: Mapping[str, Any], noise: set[int]) -> None:
    for want in gold["dates"]:
        counts = want.get("precision") in _LENGTHS and want.get("resolved") and want.get("derivable") != "wk"
        if not counts or want.get("in_noise"):
            continue
        got = [d for d in found["dates"] if _overlap(d, want)]
        length = _LENGTHS[want["precision"]]
        if not got or not got[0]["value"]:
            total.dates.missed += 1
        elif any(d["precision"] == want["precision"] and d["value"][:length] == want["resolved"][:length] for d in got):
            total.dates.right += 1
        else:
            total.dates.wrong += 1
    for got in found["dates"]:
        stands_alone = not any(_overlap(got, want) for want in gold["dates"])
        total.dates_extra += bool(got["value"]) and stands_alone and got["start"] not in noise
