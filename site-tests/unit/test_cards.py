"""The cards that stand for pages: any headline has room, every letter is drawn, the same card is the same bytes."""

import re
from io import BytesIO
from pathlib import Path
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from generator.load.disk import load_typefaces
from generator.render.sharing.card import EXTENDED, SIZE, Card, drawn

TYPEFACES: Final = load_typefaces(Path(__file__).resolve().parents[2] / "overrides")
PAPER: Final = (252, 250, 245)
LETTERS: Final = "ÀÂÇÉÈÊËÎÏÔŒÙÛŸàâæçéèêëîïôœùûüÿ«»’–…·0123456789 ŞşĞğİıĀāĂăČčĐđŁłŃńŐőŘřŠšŤťŮůŽžḤḥṢṣṬṭẒẓ"


def picture(card: Card) -> Image.Image:
    return Image.open(BytesIO(drawn(card, TYPEFACES))).convert("RGB")


def card(headline: str = "Un titre", line: str = "1er mai 2031", kicker: str = "Articles") -> Card:
    return Card("Un dossier", kicker, headline, line)


@settings(max_examples=25)
@given(st.text(max_size=400), st.text(max_size=200), st.text(max_size=200))
def test_any_words_stay_within_the_margins(headline: str, line: str, kicker: str) -> None:
    data = drawn(card(headline, line, kicker), TYPEFACES)
    assert data == drawn(card(headline, line, kicker), TYPEFACES)
    shown = Image.open(BytesIO(data)).convert("RGB")
    assert shown.size == SIZE
    for strip in ((0, 20, 60, 630), (1140, 20, 1200, 630)):
        assert shown.crop(strip).getcolors() == [(60 * 610, PAPER)]


def test_the_longest_headline_leaves_room_for_the_line_under_it() -> None:
    long = picture(card("La délégation poursuit ses entretiens dans la capitale voisine " * 9))
    assert long.crop((0, 470, 1200, 480)).getcolors() == [(12000, PAPER)]
    assert len(long.crop((80, 250, 1120, 350)).getcolors() or ()) > 2


def test_a_short_headline_is_larger_than_a_long_one() -> None:
    def height(headline: str, bottom: int) -> int:
        """Of the first letter, which ends somewhere above `bottom`."""
        first = (
            picture(card(headline)).crop((80, 110, 120, bottom)).convert("L").point(lambda value: 255 * (value < 128))
        )
        box = first.getbbox()
        assert box
        return box[3] - box[1]

    assert height("H", 240) > 1.5 * height("H " * 300, 200)


def test_each_line_changes_the_picture() -> None:
    cards = (card(), card(headline="Un autre"), card(line="2 mai 2031"), card(kicker="Lieux"), Card("D", "", "", ""))
    assert len({drawn(each, TYPEFACES) for each in cards}) == len(cards)


def test_it_weighs_little() -> None:
    assert (
        len(drawn(card("Une délégation se rend dans la capitale voisine pour deux jours d’entretiens"), TYPEFACES))
        < 25_000
    )


def test_every_letter_of_a_name_has_a_shape() -> None:
    def shapes(letter: str) -> list[bytes]:
        shown = picture(card(headline=letter, line=letter))
        return [shown.crop(box).tobytes() for box in ((80, 110, 240, 300), (80, 470, 160, 530))]

    missing = shapes("\ue000")
    for letter in LETTERS.replace(" ", ""):
        assert all(one != other for one, other in zip(shapes(letter), missing, strict=True)), letter


def test_narrow_spaces_are_spaces() -> None:
    assert drawn(card("Un mot\u202f: deux"), TYPEFACES) == drawn(card("Un mot\u00a0: deux"), TYPEFACES)


def test_the_two_cuts_are_one_typeface() -> None:
    for typeface in (TYPEFACES.serif, TYPEFACES.sans):
        cuts = [ImageFont.truetype(BytesIO(cut), 200) for cut in (typeface.latin, typeface.extended)]
        assert len({cut.getmetrics() for cut in cuts}) == 1  # by name they differ: the one that we cut has another
        assert len({cut.getname()[1] for cut in cuts}) == 1


def test_the_extended_cut_is_asked_for_the_letters_that_the_stylesheet_gives_it() -> None:
    css = (Path(__file__).resolve().parents[2] / "overrides" / "assets" / "polices.css").read_text("utf-8")
    ranges = {match for match in re.findall(r"unicode-range: ([^;]+);", css) if "U+0100" in match}
    (extended,) = ranges
    wanted = {
        chr(code)
        for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", extended)
        for code in range(int(first, 16), int(last or first, 16) + 1)
    }
    assert {chr(code) for code in range(0x10000) if EXTENDED.fullmatch(chr(code))} == wanted
