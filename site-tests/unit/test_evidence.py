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


@pytest.mark.parametrize("heading", ["À lire aussi :\nUn titre bien court\n\n", "Les plus lus\n1. Un titre\n\n"])
def test_an_enumeration_stays_below_a_list_of_titles(heading: str) -> None:
    items = "que des patrouilles partent mercredi ;\nque les soldats quittent la zone ;\nque nul ne bouge"
    text = with_line("between", f"{heading}L’accord prévoit :\n\n{items}")
    cuts = cut_of(text)
    assert cuts
    assert not any("prévoit" in cut or "que " in cut for cut in cuts)


def test_a_headline_right_below_an_advertisement_stays() -> None:
    text = "\n".join(("PUBLICITÉ", "Foire du meuble", TITLE, "\n".join(PARAGRAPHS)))
    cuts = cut_of(text)
    assert TITLE not in "\n".join(cuts)
    assert cuts == ["PUBLICITÉ\nFoire du meuble"]


def test_the_heading_of_the_first_paragraph_stays() -> None:
    text = f"{TITLE}\n\nRésumé\n" + "\n\n".join(PARAGRAPHS)
    assert cut_of(text) == []


def test_a_rendezvous_speaks_to_nobody() -> None:
    told = "Le rendez-vous de Tel-Ombre, selon la presse, a été reporté d’une semaine sur sa demande."
    assert cut_of(with_line("between", told)) == []


def test_what_stands_right_below_the_author_is_about_the_author() -> None:
    about = (
        "Jeanne Dupuis vit à Nîmes depuis six ans et prépare un livre sur les marchés couverts du Midi. "
        "Elle a vu des halles dans onze pays, et en a dessiné la plupart pour une revue d’architecture."
    )
    text = with_line("below", f"À propos de l’auteur\n{about}")
    assert cut_of(text) == [f"À propos de l’auteur\n{about}"]


@given(st.lists(st.sampled_from([line for _, line in lines("above", "between", "below", "heading")]), max_size=8))
def test_no_paragraph_is_lost_whatever_stands_about_it(beside: list[str]) -> None:
    text = "\n\n".join((TITLE, *(part for pair in zip(PARAGRAPHS, (beside * 4)[:4], strict=False) for part in pair)))
    cuts = noise(text, ()).cuts
    for paragraph in PARAGRAPHS[: len(beside)]:
        start = text.index(paragraph)
        assert not any(cut.start < start + len(paragraph) and start < cut.end for cut in cuts)


@pytest.mark.parametrize(
    ("folder", "recall"),
    [("open", 0.92), ("held", 0.92), ("third", 0.83), ("fourth", 0.94), ("fifth", 0.74), ("sixth", 0.81)],
)
def test_most_noise_is_found_without_any_rule(folder: str, recall: float) -> None:
    found = noise_score(TEXTS / folder, (), own_scales())
    assert found.precision >= 0.995, found
    assert found.recall >= recall, found


POLL = "Faut-il un cessez-le-feu ?\nOui\nNon\nSans avis\nVoter"


@pytest.mark.parametrize(
    "poll", [POLL, f"LA QUESTION\nRéponds d’un clic.\n{POLL}", "Y croyez-vous ?\nOui Non\nDébattez !"]
)
def test_a_question_with_boxes_to_tick_is_cut_whole(poll: str) -> None:
    assert " ".join(cut_of(with_line("between", poll))) == poll


@pytest.mark.parametrize("said", ["Y croyez-vous ?\nOui.", "Y croyez-vous ?\nOui, dit-il.\nNon, dit-elle."])
def test_a_question_that_somebody_answers_stays(said: str) -> None:
    assert cut_of(with_line("between", said)) == []


def test_the_count_of_comments_above_an_article_ends_with_its_line() -> None:
    text = "\n\n".join(
        (f"{TITLE}\n38 commentaires\n112 partages\nDEFENSE – Ce que l’accord change à Idlib", *PARAGRAPHS)
    )
    assert cut_of(text) == ["38 commentaires", "112 partages"]


BROKEN = (
    "A lire aussi attentivement le registre du port, on n’y trouve pas",
    "une fois le nom du navire, que des pêcheurs avaient pourtant vu",
    "mardi au large de la vieille jetée. Le capitaine s’y était rendu",
    "en barque, sans prévenir la douane, avec deux de ses matelots.",
    "",
    "S’abonner au gaz russe n’engage à rien, a plaisanté Vladimir",
    'Poutine ; "se désabonner coûte plus cher". Le maire du port, qui',
    "l’écoutait, n’a pas ri. Il recevra la note en mai ou en juin, si",
    "le vent tourne.",
    "",
)


def test_a_broken_paragraph_is_judged_whole() -> None:
    text = align("\n".join((TITLE, "", *BROKEN))).text
    found = noise(text, own_rules())
    assert found.cuts == ()


def test_furniture_broken_in_two_lines_is_cut_whole() -> None:
    further = ("Lire aussi : le long titre d’un autre article de ce journal,", "sur la pêche")
    text = align("\n".join((TITLE, "", *BROKEN, *further))).text
    assert cut_of(text) == [" ".join(further)]


def test_a_heading_that_the_paragraph_takes_up_stays() -> None:
    below = (
        "« Recevez nos alertes, gardez vos sirènes », lançait un pêcheur, que ce bruit empêche de dormir depuis mai."
    )
    text = "\n\n".join((TITLE, *PARAGRAPHS[:2], "Recevez nos alertes", below, *PARAGRAPHS[2:]))
    assert cut_of(text) == []


@pytest.mark.parametrize("above", ["ACCUEIL | POLITIQUE | SOCIETE | SPORT | ANNONCES", "● DIRECT"])
@pytest.mark.parametrize(
    "title",
    ["SYRIE : POUTINE ET ERDOGAN VEULENT UNE ZONE !", "Sotchi : Poutine et Erdogan parlent d’Idleb – suivez le jour"],
)
def test_a_headline_right_below_a_menu_stays(above: str, title: str) -> None:
    assert cut_of("\n".join((above, title, "", "\n\n".join(PARAGRAPHS)))) == [above]


def test_an_underlined_heading_stays() -> None:
    heading = "Une deuxième récolte"
    text = "\n\n".join((TITLE, *PARAGRAPHS[:2], f"{heading}\n{'-' * len(heading)}", *PARAGRAPHS[2:]))
    assert heading not in "".join(cut_of(text))


@pytest.mark.parametrize("heading", ["Dupuis muet devant la presse", "Les halles de nuit"])
def test_the_heading_below_the_clock_of_an_entry_stays(heading: str) -> None:
    text = "\n\n".join((TITLE, *PARAGRAPHS[:2], f"16:41\n{heading}\n{PARAGRAPHS[2]}", PARAGRAPHS[3]))
    assert cut_of(text) == ["16:41"]
