"""What is cut for its shape alone, without any rule or clue: and what has nearly that shape and stays."""

from pathlib import Path

import pytest

from generator.reading.aligned import align
from generator.reading.noise import noise

TITLE, *PARAGRAPHS = (
    (Path(__file__).parent / "noise" / "article.txt").read_text("utf-8").replace("'", "’").strip().split("\n\n")
)
QUOTED = "« Nous avons évité une catastrophe »"


def cut_of(*blocks: str) -> list[str]:
    text = align("\n\n".join((TITLE, *PARAGRAPHS[:2], *blocks, *PARAGRAPHS[2:]))).text
    return [text[cut.start : cut.end] for cut in noise(text, ()).cuts]


@pytest.mark.parametrize(
    "block",
    [
        "Quatre trains par jour\nLe musée rouvre ses portes",
        "Un été sans pluie\nLes vignes du Nord\nTrois recettes de confiture",
        "Fil bleu  Grand angle  Cahiers du soir",
        "Son homologue Vladimir Poutine a parlé d’une « décision sérieuse ».",
    ],
)
def test_what_has_the_shape_of_furniture_is_cut(block: str) -> None:
    assert "\n".join(cut_of(block)) == block


@pytest.mark.parametrize(
    "block",
    [
        "Quatre trains par jour",
        "Le plan prévoit :\nun couloir au nord\nun autre au sud",
        "Le plan prévoit :\n\nUn couloir au nord\nUn autre au sud",
        "– un couloir au nord\n– un autre au sud",
        "Un couloir au nord.\nUn autre au sud.",
        QUOTED,
        "« Un couloir au nord\nUn autre au sud »",
        "Il a dit oui.  Puis non.  Puis rien.",
        "Son homologue a parlé d’une « décision sérieuse » pour la région entière.",
    ],
)
def test_what_is_the_article_stays(block: str) -> None:
    assert cut_of(block) == []


def test_a_headline_is_no_site_name_after_another() -> None:
    blocks = ("La Gazette", "Trêve. Un dîner glacé au bord de la mer Noire", *PARAGRAPHS)
    text = "\n".join(blocks)
    assert "dîner" not in " ".join(text[cut.start : cut.end] for cut in noise(text, ()).cuts)
