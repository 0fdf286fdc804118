"""Reading raw press texts: what must hold of any text, and how well the made ones are read."""

import dataclasses
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scoring import Score, score

from generator.check import check
from generator.load.disk import load
from generator.reading.aligned import align
from generator.reading.analyse import Reading, analyse, as_data
from generator.reading.noise import blanked, noise
from generator.reading.rules import Reach, Rule, RuleError, own_rules, read_rules
from generator.text.mentions import Lexicon, lexicon

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "site-tests" / "texts"
SAMPLES = (
    *("Bachar el-Assad", "le président russe", "à Damas", "mardi", "le 7 mars 2016", "« Oui »", "\r\n", "\n\n"),
    *("[gard a]", "Lire aussi : un titre", "e\u0301", "&nbsp;", "&#8217;", "VladimirPoutine", "son homologue turc"),
    *("la veille", "Partager sur Facebook", "   ", "Erdog\u0306an", "\u00ad", "Les plus lus", "12/03/2018"),
)
PIECES = st.one_of(st.text(max_size=30), st.sampled_from(SAMPLES))
RAW = st.lists(PIECES, max_size=25).map("".join)


@pytest.fixture(scope="module")
def words() -> Lexicon:
    dossier = check(load(ROOT / "content")).dossier
    assert dossier
    return lexicon(dossier.leaders, dossier.places)


@pytest.fixture(scope="module")
def pages() -> frozenset[str]:
    dossier = check(load(ROOT / "content")).dossier
    assert dossier
    return frozenset(entity.id for entity in (*dossier.leaders, *dossier.places))


def read(raw: str, words: Lexicon) -> Reading:
    return analyse(raw, words, own_rules(), "2018-03-14")


@given(RAW)
@example("a\u0301\r\n&eacute;\u00ad x")
def test_every_place_leads_back_to_the_raw_text(words: Lexicon, raw: str) -> None:
    data = as_data(read(raw, words), "x.txt", raw.encode("utf-8", "surrogateescape"))
    for kind in ("noise", "mentions", "dates", "quotes"):
        for found in data[kind]:  # type: ignore[attr-defined]  # lists of mappings, as JSON has them
            assert 0 <= found["start"] < found["end"] <= len(raw)
            assert raw[found["start"] : found["end"]] == found.get("text", raw[found["start"] : found["end"]])


@given(RAW)
def test_what_is_cut_and_what_is_kept_are_the_whole_text(raw: str) -> None:
    text = align(raw).text
    cuts = noise(text, own_rules()).cuts
    assert all(one.end <= other.start for one, other in pairwise(cuts))
    kept, done = [], 0
    for cut in cuts:
        kept += [text[done : cut.start], text[cut.start : cut.end]]
        done = cut.end
    assert "".join((*kept, text[done:])) == text


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*/*.txt")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_cleaned_text_is_clean(path: Path, words: Lexicon) -> None:
    first = read(path.read_bytes().decode("utf-8"), words)
    assert [cut.rule for cut in read(first.kept, words).noise.cuts if cut.kind not in {"byline", "source_line"}] == []


@pytest.mark.parametrize("turn", ["", "- "])
def test_a_chronology_and_its_heading_stay(turn: str) -> None:
    chronology = (
        "Dix ans de crues en dates\n\n"
        f"{turn}9 août 2016 : la digue de Valmure cède en aval du pont.\n"
        f"{turn}Mai 2017 : accord de Torane.\n"
        f"{turn}22 novembre de la même année : second accord, à Valmure.\n"
    )
    text = f"{'La digue tient encore, dit-on, et personne ne sait pour combien de temps. ' * 3}\n\n{chronology}"
    assert [text[cut.start : cut.end] for cut in noise(text, own_rules()).cuts] == []


def test_dated_headlines_without_a_full_stop_are_no_chronology() -> None:
    links = "Sur le même sujet\n9 août 2016 : la digue a cédé\n3 mai 2017 : un accord\n1er juin 2018 : la pluie"
    text = f"{'La digue tient encore, dit-on au village, et personne ne sait pour combien de temps. ' * 3}\n\n{links}\n"
    cut = {line for cut in noise(text, own_rules()).cuts for line in text[cut.start : cut.end].split("\n")}
    assert cut >= set(links.split("\n"))


PARAGRAPH = "La digue de Valmure tient encore, dit-on au village, et le préfet ne sait pas pour combien de temps. " * 3


@pytest.mark.parametrize(
    ("between", "kept"),
    [
        ("Mairie de Valmure\n@mairie_valmure\nLe pont est fermé, prudence\n9:02 AM · 9 déc. 2024", ""),
        ("Jo 🐘 @jo_225\nMême la pluie s’en mêle 😅\nTraduire le post\n22:47 · 8 déc. 2024 · 58,1 k vues", ""),
        ("La digue de Valmure vue par le préfet, le 5 août.\nJeanne Dupuis/AGENCE/POOL", ""),
        ("La digue de Valmure vue du pont, avec le\npréfet, le 5 août. Jeanne Dupuis/Pool via EPA", ""),
        ("Le préfet, hier, à Valmure. Photo Palais de la préfecture", ""),
        ("digue_valmure_prefet.jpg", ""),
        ("Les réactions à l’étranger", "Les réactions à l’étranger"),
        (
            "[pullquote]Le pont est fermé depuis jeudi, dit-il, et il le restera.[/pullquote]",
            "Le pont est fermé depuis jeudi, dit-il, et il le restera.",
        ),
    ],
)
def test_what_stands_between_two_paragraphs_is_cut_or_stays(between: str, kept: str) -> None:
    text = f"La digue de Valmure tient encore\n\n{PARAGRAPH}\n\n{between}\n\n{PARAGRAPH.replace('village', 'bourg')}\n"
    left = blanked(text, noise(text, own_rules()).cuts)
    middle = left[text.index(between) : text.index(between) + len(between)].strip()
    assert middle == kept


def test_a_heading_below_an_advertisement_s_mark_stays() -> None:
    heading = "Après la digue, Valmure"
    text = f"Un titre\n{PARAGRAPH}\nPublicité\n{heading}\n{PARAGRAPH.replace('village', 'bourg')}\n"
    assert heading in blanked(text, noise(text, own_rules()).cuts)
    ad = text.replace(heading, "Grande foire du meuble")
    assert "foire" not in blanked(ad, noise(ad, own_rules()).cuts)


@pytest.mark.parametrize("rule", own_rules(), ids=lambda rule: rule.name)
def test_each_rule_cuts_its_example(rule: Rule) -> None:
    example = rule.example if rule.reach is not Reach.PASSAGE else f"Un début de ligne, puis {rule.example}"
    found = {cut.rule for text in (rule.example, example, f"\n{rule.example}\n") for cut in noise(text, (rule,)).cuts}
    assert rule.name in found


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[[regle]\n", "ne se lit pas"),
        ('[[regle]]\nnom = "a"\n', "manquantes"),
        ('[[regle]]\nnom="a"\ngenre="b"\nportee="ici"\nmotif="c"\nexemple="c"\n', "portée inconnue"),
        ('[[regle]]\nnom="a"\ngenre="b"\nportee="ligne"\nmotif="("\nexemple="c"\n', "ne se lit pas"),
    ],
)
def test_a_rule_that_cannot_be_used_is_named(toml: str, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        read_rules(toml)


FLOORS = {
    "open": (1.0, 1.0, 0.99, 0.96, 0, 0, 0, 1),
    "held": (1.0, 0.99, 0.98, 0.92, 0, 0, 0, 1),
    "third": (1.0, 0.97, 0.99, 0.95, 0, 0, 0, 2),
    "fourth": (1.0, 0.98, 0.99, 0.97, 0, 0, 0, 0),
    "fifth": (1.0, 0.96, 0.99, 0.95, 0, 0, 0, 2),
    "sixth": (1.0, 0.99, 0.99, 0.85, 0, 0, 0, 0),
    "seventh": (1.0, 0.99, 0.99, 0.98, 0, 0, 0, 0),
    "eighth": (1.0, 0.98, 0.99, 0.95, 0, 0, 0, 0),
    "ninth": (0.98, 0.92, 0.98, 0.89, 0, 1, 0, 4),
    "tenth": (0.99, 0.99, 0.99, 0.79, 0, 0, 0, 1),
    "eleventh": (1.0, 0.98, 0.99, 0.93, 0, 0, 0, 1),
    "twelfth": (1.0, 0.99, 0.99, 0.97, 0, 1, 0, 0),
    "thirteenth": (1.0, 0.88, 0.99, 0.91, 3, 1, 0, 2),
    "fourteenth": (1.0, 0.98, 0.99, 0.97, 0, 0, 0, 0),
    "fifteenth": (0.99, 0.95, 0.99, 0.95, 0, 0, 0, 2),
    "sixteenth": (1.0, 0.999, 0.99, 0.95, 1, 1, 0, 0),
    "seventeenth": (0.99, 0.99, 0.99, 0.93, 0, 1, 1, 0),
    "eighteenth": (0.99, 0.99, 0.99, 0.96, 1, 0, 0, 2),
}
"""What no change may fall below: noise precision and recall, F1 of names and of descriptions; at most
so many wrong dates, metonyms taken for places, wrong days of publication, and titles not found as they are."""


@pytest.mark.parametrize("folder", sorted(FLOORS))
def test_the_made_texts_are_read_as_well_as_before(folder: str, words: Lexicon, pages: frozenset[str]) -> None:
    found: Score = score(TEXTS / folder, words, pages)
    precision, recall, names, descriptions, wrong, metonyms, published, titles = FLOORS[folder]
    assert found.noise.precision >= precision, found
    assert found.noise.recall >= recall, found
    assert found.names.f1 >= names, found
    assert found.descriptions.f1 >= descriptions, found
    assert found.dates.wrong <= wrong, found
    assert found.metonyms_as_places <= metonyms, found
    assert found.published.wrong <= published, found
    assert found.titles.wrong + found.titles.missed <= titles, found


def test_a_homonym_a_street_and_a_family_are_nobody_known(words: Lexicon) -> None:
    text = (
        "Asma al-Assad a longé le lac Assad, puis l’avenue Bassel-al-Assad. Les Assad se taisent, rue de Damas aussi."
    )
    assert [m.id for m in read(text, words).mentions] == []


@pytest.mark.parametrize("led", ["au Grand Palais du", "Palais du", "dans les Rues du", "à l’Hôpital du"])
def test_what_leads_to_a_seat_of_power_makes_a_place_of_it_in_capitals_too(words: Lexicon, led: str) -> None:
    (found,) = read(f"Une visite {led} Kremlin, mardi.", words).mentions
    assert (found.id, found.metonym) == ("kremlin", False)


def test_an_office_is_that_of_its_day(words: Lexicon) -> None:
    def who(text: str, day: str) -> list[str]:
        return [m.id for m in analyse(text, words, own_rules(), day).mentions]

    assert who("Le président syrien a parlé.", "2015-10-21") == ["bachar-el-assad"]
    assert who("Le président syrien a parlé.", "2025-02-01") == []
    assert who("Le président américain a parlé.", "2016-12-23") == []
    assert who("Le ministre turc Untel a vu son homologue syrien.", "2015-10-21") == []


@pytest.mark.parametrize("text", ["Il franchit la porte du Kremlin.", "Des cars dorment dans le vieux Damas."])
def test_a_door_and_old_streets_are_of_a_place(words: Lexicon, text: str) -> None:
    assert [m.metonym for m in analyse(text, words, own_rules(), "2015-10-21").mentions] == [False]


def test_who_receives_his_guest_is_not_the_guest(words: Lexicon) -> None:
    def forms(text: str) -> list[str]:
        return [m.form.value for m in analyse(text, words, own_rules(), "2015-10-21").mentions]

    assert forms("Il parle.\n\nAccueillant son hôte, Vladimir Poutine a souri.") == ["name"]
    assert forms("Il a salué son hôte, Vladimir Poutine.") == ["description", "name"]


def test_records_are_frozen() -> None:
    (rule, *_) = own_rules()
    with pytest.raises(dataclasses.FrozenInstanceError):
        rule.name = "autre"  # type: ignore[misc]  # that it can't be set is what is tested


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("NÎMES, 3 mai 2016 - Les halles ont rouvert.", "2016-05-03"),
        ("Nîmes, 3 mai 2016 (Agence) - Les halles ont rouvert.", "2016-05-03"),
        ("Nîmes/Arles, le 3 mai 2016 – Les halles ont rouvert.", "2016-05-03"),
        ("Nîmes, 3 mai 2016. Une file de cars attend.", None),
        ("Nîmes, le 3 mai 2016. Une file de cars attend.", None),
        ("Réunis à Nîmes, le 3 mai 2016 – un mardi –, ils avaient voté.", None),
        ("La Gazette / Par Jeanne D. MOREL, le 3 mai 2016 à 00h00", "2016-05-03"),
        ("Publié le 03-05-16 à 07h14", "2016-05-03"),
        ("Économie, Nîmes | 03.05.2016 ~ 04.05.2016", "2016-05-03"),
    ],
)
def test_a_line_above_an_article_says_when_it_was_published(words: Lexicon, line: str, day: str | None) -> None:
    body = "Le conseil a voté la réouverture des halles, fermées depuis l’hiver, au terme de quatre heures de débat."
    text = "\n\n".join(("Les halles rouvrent à Nîmes", line, f"{body} {body}"))
    assert analyse(text, words, own_rules()).published.value == day
