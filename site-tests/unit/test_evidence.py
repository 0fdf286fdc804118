"""Evidence against lines: what furniture of press sites is cut without any rule, and what must stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring import noise_score

from generator.reading.aligned import align
from generator.reading.evidence import own_scales
from generator.reading.noise import Noise, noise
from generator.reading.rules import own_rules

DATA = Path(__file__).parent / "noise"
TEXTS = Path(__file__).resolve().parents[1] / "texts"
TITLE, *PARAGRAPHS = (DATA / "article.txt").read_text("utf-8").strip().split("\n\n")


def lines(*places: str) -> Iterator[tuple[str, str]]:
    for row in (DATA / "lines.psv").read_text("utf-8").splitlines():
        place, _, line = row.partition(" | ")
        if place in places:
            yield place, align(line).text.strip()


def with_line(place: str, line: str) -> str:
    middle = len(PARAGRAPHS) // 2
    if place == "above":
        return "\n\n".join((TITLE, line, *PARAGRAPHS))
    if place == "below":
        return "\n\n".join((TITLE, *PARAGRAPHS, line))
    return "\n\n".join((TITLE, *PARAGRAPHS[:middle], line, *PARAGRAPHS[middle:]))


def cut_of(text: str) -> list[str]:
    return [text[cut.start : cut.end] for cut in noise(text, own_rules()).cuts]


@pytest.mark.parametrize(("place", "line"), tuple(lines("above", "between", "below")))
def test_furniture_is_cut_and_nothing_else(place: str, line: str) -> None:
    assert " ".join(" ".join(cut_of(with_line(place, line))).split()) == " ".join(line.split())


@pytest.mark.parametrize(("place", "line"), tuple(lines("heading", "sentence")))
def test_what_may_be_the_article_stays(place: str, line: str) -> None:
    assert cut_of(with_line("between", line)) == []


@pytest.mark.parametrize(("place", "line"), tuple(lines("sentence")))
def test_a_last_sentence_stays(place: str, line: str) -> None:
    if line.endswith("."):
        assert cut_of(with_line("below", line)) == []


def test_a_cut_names_its_clues() -> None:
    (cut,) = noise(with_line("between", "Profitez de nos offres sans engagement"), ()).cuts
    assert cut.rule == "indices : abonnement + invitation + redaction + sans-point + courte"
    assert cut.kind == "subscribe_prompt"


def test_what_stays_in_doubt_is_flagged() -> None:
    found: Noise = noise(with_line("between", "Partager le pouvoir"), own_rules())
    assert found.cuts == ()
    assert [doubt.rule for doubt in found.doubtful] == ["indices : partage + sans-point + courte + rien-de-commun"]


@given(st.lists(st.sampled_from([line for _, line in lines("above", "between", "below", "heading")]), max_size=8))
def test_no_paragraph_is_lost_whatever_stands_about_it(beside: list[str]) -> None:
    text = "\n\n".join((TITLE, *(part for pair in zip(PARAGRAPHS, (beside * 4)[:4], strict=False) for part in pair)))
    cuts = noise(text, ()).cuts
    for paragraph in PARAGRAPHS[: len(beside)]:
        start = text.index(paragraph)
        assert not any(cut.start < start + len(paragraph) and start < cut.end for cut in cuts)


@pytest.mark.parametrize(
    ("folder", "recall"), [("open", 0.88), ("held", 0.9), ("third", 0.81), ("fourth", 0.9), ("fifth", 0.73)]
)
def test_most_noise_is_found_without_any_rule(folder: str, recall: float) -> None:
    found = noise_score(TEXTS / folder, (), own_scales())
    assert found.precision >= 0.995, found
    assert found.recall >= recall, found
