"""Reading raw texts: how well, how its cost grows, and beside a plain pass of Python-Markdown over them."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from time import process_time
from typing import Final

from markdown import markdown
from scoring import score

from bench.figures import Figure
from generator.check import check
from generator.dates import parse
from generator.load.disk import load
from generator.model import Leader, Role
from generator.reading.aligned import align
from generator.reading.analyse import analyse
from generator.reading.evidence import words_against, words_weigh
from generator.reading.layout import is_english
from generator.reading.lines import long_words, words_of
from generator.reading.rules import own_rules
from generator.text.mentions import lexicon, read

ROOT: Final = Path(__file__).resolve().parents[2]
TEXTS: Final = ROOT / "site-tests" / "texts"
ROUNDS: Final = 5
ALIASES: Final = 5_000


def measure(_: Path) -> Iterator[Figure]:
    """Print the scores of each set of texts, then the figures of time."""
    dossier = check(load(ROOT / "content")).dossier
    assert dossier
    words = lexicon(dossier.leaders, dossier.places)
    pages = frozenset(entity.id for entity in (*dossier.leaders, *dossier.places))
    for folder in sorted(path for path in TEXTS.iterdir() if path.is_dir()):
        print(f"{folder.name}: {score(folder, words, pages)}", flush=True)
    raws = [path.read_bytes().decode("utf-8") for path in sorted(TEXTS.glob("*/*.txt"))]
    rules = own_rules()

    def read_all() -> None:
        _forget()
        for raw in raws:
            analyse(raw, words, rules, "2018-03-14")

    def render_all() -> None:
        for raw in raws:
            markdown(raw)

    plain = [align(raw).text for raw in raws]
    day = parse("2018-03-14")

    def find_all() -> None:
        for text in plain:
            read(text, words, lambda _: day, ())

    rendered = "Python-Markdown over the same texts"
    yield _compared(f"finding the names and offices in {len(raws)} texts", find_all, rendered, render_all)
    yield _compared("reading them: noise, names, dates, quotations", read_all, rendered, render_all)
    many = lexicon((*dossier.leaders, *_made(ALIASES)), dossier.places)

    def read_with_many() -> None:
        _forget()
        for raw in raws:
            analyse(raw, many, rules, "2018-03-14")

    yield _compared(f"reading with {ALIASES:,} aliases more", read_with_many, "with the dossier's own", read_all)
    long = "\n\n".join(raws[:8])
    yield _compared(
        "reading a text ten times as long",
        lambda: analyse("\n\n".join(f"{number} {long}" for number in range(10)), words, rules, "2018-03-14"),
        "the text once",
        lambda: analyse(long, words, rules, "2018-03-14"),
    )
    line = "mot " * 250_000
    yield _compared(
        "reading one line of ten million signs",
        lambda: analyse(line * 10, words, rules, "2018-03-14"),
        "one of a million",
        lambda: analyse(line, words, rules, "2018-03-14"),
        rounds=1,
    )


def _forget() -> None:
    """Let no line be known from the reading before: a text is read once."""
    for kept in (words_against, words_weigh, words_of, long_words, is_english):
        kept.cache_clear()


def _compared(
    what: str, one: Callable[[], object], against: str, other: Callable[[], object], rounds: int = ROUNDS
) -> Figure:
    """Milliseconds of the processor for each, taken in turn."""
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for work, times in zip((one, other), found, strict=True):
            start = process_time()
            work()
            times.append(1000 * (process_time() - start))
    return Figure(what, "ms", tuple(found[0]), against, tuple(found[1]))


def _made(aliases: int) -> Iterator[Leader]:
    """Leaders of made names with ten aliases each, and an office."""
    dice = random.Random(1898)
    syllables = "ba ko ri tem sul ga nor ve dha mi lor tan".split()

    def name() -> str:
        return "".join(dice.choice(syllables) for _ in range(4)).capitalize()

    for number in range(aliases // 10):
        yield Leader(
            id=f"fait-{number}",
            path=PurePosixPath("made.md"),
            body="",
            name=f"{name()} {name()}",
            aliases=tuple(f"{name()} {name()}" for _ in range(10)),
            roles=(Role.model_validate({"office": f"ministre de {name()}", "country": "FR"}),),
        )
