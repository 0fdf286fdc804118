"""Importing: nothing is lost, nothing is overwritten, nothing of the working text is published."""

import hashlib
import re
import shutil
import tempfile
from dataclasses import replace
from importlib import resources
from pathlib import Path, PurePosixPath

import markdown
import pytest
from click.testing import CliRunner, Result
from harness import overlaid
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.check import check
from generator.claims.voices import distinct
from generator.cli import dossier as command
from generator.config import Folders
from generator.diagnostics import errors
from generator.importing.clues import outlet
from generator.importing.draft import Draft, Given
from generator.importing.outcome import Outcome, outcome, shelve, told
from generator.importing.passages import family, marks, pieces
from generator.importing.review import review
from generator.importing.shelf import Shelf, shelf
from generator.importing.signatures import signature
from generator.importing.source import source
from generator.importing.store import create, store
from generator.importing.written import article_file, scalar
from generator.link.library import library
from generator.load.disk import load
from generator.load.document import Document, SourceFile, read_article_like
from generator.model import Leader
from generator.reading.encoding import UnreadableError
from generator.reading.rules import own_rules
from generator.render import render
from generator.text.html import clean
from generator.text.mentions import lexicon
from generator.text.working import fenced, split
from generator.words import words_in

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "site-tests" / "sites" / "base"
DATA = Path(__file__).parent / "data"
TEXT = (DATA / "copie.txt").read_text("utf-8")
LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), max_size=40)
    | st.sampled_from(
        ["-->", "<!--", "--!>", "FIN DU TEXTE DE TRAVAIL -->", "<!-- TEXTE DE TRAVAIL", "# x", "[a](b)", "```"]
    ),
    max_size=6,
).map("\n".join)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"))
"""Zeros and byte order marks are left out: they tell of another encoding."""


def here(root: Path) -> Folders:
    return Folders(root, ROOT, root / "build")


@pytest.fixture(scope="module")
def base() -> Shelf:
    return shelf(here(BASE), own_rules())


def imported(text: str, base: Shelf, said: Given | None = None) -> Outcome:
    return outcome(source("copie.txt", text.encode()), base, said or Given())


def as_document(file: str) -> Document:
    found = read_article_like(SourceFile(PurePosixPath("articles/x.md"), file.encode()))
    assert isinstance(found, Document)
    return found


OUTLETS = [
    tuple(part.strip() for part in row.split(" |"))
    for row in (DATA / "outlets.psv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]


SIGNATURES = [
    [[name.strip() for name in part.split(";") if name.strip()] for part in row.split(" |")]
    for row in (DATA / "signatures.psv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]


@pytest.mark.parametrize(("line", "people", "houses", "unclear"), SIGNATURES)
def test_who_signs_is_a_person_or_a_house(
    line: list[str], people: list[str], houses: list[str], unclear: list[str]
) -> None:
    (said,) = line
    found = signature(said, lambda name: outlet(name, said) is not None)
    assert (*map(list, (found.people, found.houses, found.unclear)),) == (people, houses, unclear)


@pytest.mark.parametrize(("line", "rest", "name"), OUTLETS)
def test_a_line_above_an_article_is_its_publisher_or_a_label(line: str, rest: str, name: str) -> None:
    assert (outlet(line, f"{line}\n{rest}") or "") == name


def test_what_of_a_folder_is_no_text_is_told(dossier: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "textes"
    (folder / "plus").mkdir(parents=True)
    for name in ("un.txt", "photo.jpg", ".cache"):
        (folder / name).write_text(TEXT, "utf-8")
    done = run(dossier, monkeypatch, "import", str(folder), "--dry-run")
    assert "1 article, " in done.stdout
    assert "Laissés de côté (ni .txt ni .html) : photo.jpg, plus." in done.stderr.replace("\u202f", " ")


@pytest.fixture(scope="module")
def made(base: Shelf) -> Draft:
    return imported(TEXT, base).draft


def test_the_text_fills_in_what_it_says_of_itself(made: Draft, base: Shelf) -> None:
    assert made.title.value == "Deux présidents se parlent au bord du lac"
    assert made.date.value == "2031-05-03"
    assert "ligne de publication" in made.date.why
    assert (made.publisher.value, made.publisher_basis) == ("La Gazette des essais", "texte")
    assert made.author.value == "Jeanne Dutilleul"
    assert made.url.value is None
    assert [proposed.event for proposed in made.events] == ["visite-evian-2031-05-02"]
    assert [(quote.text, quote.speaker) for quote in made.quotes] == [("Le lac est à nous deux", "aline-vaucher")]
    assert "\n    speech: direct\n" in article_file(made, "copie.txt")
    assert "Partager" not in made.working
    assert imported(TEXT, base).id == "2031-05-03-deux-presidents-parlent-bord-lac"


@pytest.mark.parametrize(
    ("words", "indirect"), [("Je reviendrai au bord du lac", False), ("Paul Mercadier reviendra au bord du lac", True)]
)
def test_words_that_name_their_speaker_are_those_of_who_passes_them_on(base: Shelf, words: str, indirect: bool) -> None:
    spokesman = Leader.model_validate(
        {
            "id": "jean-rive",
            "path": PurePosixPath("x"),
            "name": "Jean Rive",
            "roles": [{"office": "porte-parole de la présidence", "country": "FR", "from": "2030"}],
        }
    )
    dossier = check(load(BASE / "content")).dossier
    assert dossier is not None
    known = replace(base, lexicon=lexicon((*dossier.leaders, spokesman), dossier.places))
    text = f"Interrogé sur Paul Mercadier, le porte-parole de la présidence française a déclaré : « {words} »."
    made = imported(f"{TEXT}\n\n{text}\n", known, Given(date="2031-05-03")).draft
    (quote,) = (quote for quote in made.quotes if quote.text == words)
    assert (quote.speaker, quote.reported_by, quote.indirect) == ("paul-mercadier", "jean-rive", indirect)
    assert f"\n    speech: {'indirect' if indirect else 'direct'}\n" in article_file(made, "copie.txt")


def test_what_the_editor_says_counts_before_the_text(base: Shelf) -> None:
    said = Given("Mon titre", "2031-05", "Le Lac", "J. D.", "https://exemple.invalid/lac")
    made = imported(TEXT, base, said).draft
    assert [made.title.value, made.date.value, made.publisher.value, made.author.value, made.url.value] == [
        said.title, said.date, said.publisher, said.author, said.url
    ]  # fmt: skip
    assert made.publisher_basis == "déclaré"


def test_a_draft_passes_the_check_but_for_the_account_to_write(tmp_path: Path, base: Shelf) -> None:
    files = {file.path: file for file in load(BASE / "content")}
    written = article_file(imported(TEXT, base).draft, "copie.txt").encode()
    path = PurePosixPath("articles/2031-05-03-deux-presidents.md")
    checked = check([*files.values(), SourceFile(path, written)])
    assert [problem.code for problem in checked.problems] == ["W341"]


def test_without_a_date_the_draft_says_that_it_lacks_one(base: Shelf) -> None:
    made = imported("Aline Vaucher est arrivée au bord du lac sans un mot, et elle en est repartie de même.", base)
    assert made.id.startswith("sans-date-")
    assert "\n# date: " in article_file(made.draft, "x.txt")
    assert "à compléter" in told(made, None)


@given(text=LINES, notice=st.sampled_from(["", "Notre compte rendu.", "Un <b>autre</b>.\n"]))
def test_working_text_is_published_by_nothing_but_a_licence(text: str, notice: str) -> None:
    body = f"{notice}\n\n{fenced('SECRET ' + text)}"
    for front in ("text: notice", "text: full", "text: extract", "text: notice\nlicence: CC0", "licence: CC0"):
        document = as_document(f"---\n{front}\nstatus: draft\n---\n{body}")
        assert document.body == notice.rstrip()
        assert document.working is not None
    assert "SECRET" not in clean(body).markdown, "nor by who reads the file without knowing of working text"
    assert "SECRET" in as_document(f"---\ntext: full\nlicence: CC0\n---\n{body}").body


@given(text=LINES)
def test_published_working_text_reads_as_it_was(text: str) -> None:
    paragraphs = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    published = split(fenced(text), publish=True).body
    shown = markdown.markdown(published, extensions=["attr_list", "footnotes", "tables"])
    assert [" ".join(line.split()) for line in _text(shown)] == paragraphs


def _text(html: str) -> list[str]:
    return [node.text() for node in LexborHTMLParser(html).css("p")]


def test_a_fence_without_end_hides_all_that_follows() -> None:
    parted = split("Le compte rendu.\n\n<!-- texte de travail\n\nSECRET\n\n-->\n\nencore SECRET")
    assert "SECRET" not in parted.body
    assert parted.body.startswith("Le compte rendu.")


def test_lines_stay_where_they_are_when_the_working_text_goes() -> None:
    body = "Avant.\n\n" + fenced("Un\nDeux") + "\nAprès."
    assert split(body).body.split("\n").index("Après.") == body.split("\n").index("Après.")


@given(st.text())
def test_any_text_is_a_yaml_value(text: str) -> None:
    document = as_document(f"---\nx: {scalar(text)}\ny: z\n---\n")
    assert document.metadata["y"] == "z"
    if text.isprintable() and " ".join(text.split()):
        assert isinstance(document.metadata["x"], str)


@given(st.lists(st.binary(max_size=30), max_size=6))
def test_nothing_is_ever_overwritten(contents: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.md"
        for data in contents:
            if path.exists():
                with pytest.raises(FileExistsError):
                    create(path, data)
            else:
                create(path, data)
        assert [file.read_bytes() for file in Path(folder).iterdir()] == contents[:1]


def test_originals_of_one_name_lie_side_by_side_untouched(tmp_path: Path, base: Shelf) -> None:
    articles, originals = tmp_path / "articles", tmp_path / "originals"
    for text in (TEXT, TEXT.replace("lac", "pré"), TEXT):
        made = outcome(
            source("Copié 1.TXT", text.encode("cp1252")), base, Given(title=f"Titre {len(list(tmp_path.rglob('*')))}")
        )
        store(made, articles, originals)
    assert sorted(path.name for path in originals.iterdir()) == ["copie-1-2.txt", "copie-1.txt"]
    assert (originals / "copie-1.txt").read_bytes() == TEXT.encode("cp1252")
    assert len(list(articles.iterdir())) == 3


def test_an_article_that_came_in_between_stays(tmp_path: Path, base: Shelf) -> None:
    made = imported(TEXT, base)
    (tmp_path / f"{made.id}.md").write_text("déjà là", "utf-8")
    with pytest.raises(FileExistsError):
        store(made, tmp_path, tmp_path / "originals")
    assert (tmp_path / f"{made.id}.md").read_text("utf-8") == "déjà là"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "mac_roman"])
def test_encodings_are_found_out(encoding: str) -> None:
    data = TEXT.replace("\n", "\r\n").encode(encoding)
    found = source("x.txt", data)
    assert found.text == TEXT.replace("\n", "\r\n")
    assert found.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("data", [b"", b" \n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        source("x", data)


def test_no_made_text_becomes_a_draft_with_errors(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    state = shelf(here(tmp_path), own_rules())
    paths = sorted((ROOT / "site-tests" / "texts").glob("*/*.txt"))
    for path in paths:
        made = outcome(source(path.name, path.read_bytes()), state, Given())
        if not made.doubled:
            store(made, state.articles, state.originals)
            shelve(made, state)
    assert len(list((tmp_path / "content" / "articles").iterdir())) > len(paths) * 0.9
    assert errors(check(load(tmp_path / "content")).problems) == ()


def test_words_that_a_text_quotes_twice_are_one_quotation(base: Shelf) -> None:
    said = "Paul Mercadier a déclaré : « {} ». Il a parlé longtemps au bord du lac, devant la presse d’Évian."
    again = said.format("Je reviendrai au bord du lac").replace("Il a parlé", "Il avait parlé")
    text = "\n\n".join((TEXT, said.format("Je reviendrai, au bord du lac"), again))
    quotes = imported(text, base, Given(date="2031-05-03")).draft.quotes
    assert [quote.text for quote in quotes if "reviendrai" in quote.text] == ["Je reviendrai, au bord du lac"]


def test_the_same_file_and_a_reprint_are_not_doubled() -> None:
    then = shelf(here(BASE), own_rules())
    first = imported(TEXT, then)
    shelve(first, then)
    again = imported(TEXT, then)
    assert again.doubled
    assert again.twin is not None
    assert again.twin.same_file
    cut = TEXT.replace("\nPartager sur Facebook\n", "").replace("La Gazette des essais\n", "")
    reprint = imported(cut, then)
    assert reprint.doubled
    assert "Rien n" in told(reprint, None)
    kept = outcome(source("x.txt", cut.encode()), then, Given(), reprint=True)
    assert (kept.doubled, kept.draft.reprint_of) == (False, first.id)
    elsewhere = imported(cut, then, Given(publisher="L’Écho des lacs"))
    assert elsewhere.draft.reprint_of == first.id
    assert f"reprint_of: {first.id}" in article_file(elsewhere.draft, "x.txt")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(text=LINES.filter(str.strip))
def test_any_text_makes_a_draft_that_can_be_read(base: Shelf, text: str) -> None:
    made = imported(text, base)
    document = as_document(article_file(made.draft, "x.txt"))
    assert document.body == ""
    assert document.metadata["status"] == "draft"
    assert "None" not in told(made, None).split("\n", 1)[0]


def test_a_reprint_is_no_second_source() -> None:
    checked = check(overlaid(BASE, BASE.parent / "valid" / "reprint"))
    assert checked.dossier is not None
    assert [[one.id for one in group] for group in distinct(checked.dossier.articles)] == [
        ["2031-05-03-evian", "2031-05-04-evian-reprise"]
    ]


def test_the_rules_of_a_dossier_have_their_place_in_it() -> None:
    assert check([*load(BASE / "content"), SourceFile(PurePosixPath("bruit.toml"), b"")]).problems == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=TEXTS.filter(str.strip) | LINES.filter(str.strip).map(TEXT.__add__))
def test_what_is_cut_and_what_is_kept_are_the_whole_text(base: Shelf, text: str) -> None:
    reading = imported(text, base).draft.reading
    found = tuple(pieces(reading.raw, marks(reading)))
    assert "".join(piece.text for piece in found) == text
    kept = "".join(piece.text for piece in found if all(mark.sort != "coupe" for mark in piece.over))
    assert all(mark.reading for piece in found for mark in piece.over), "a rule for each cut"
    words = {word for word in reading.kept.split() if word.isascii() and word.isalpha()}
    assert all(word in kept for word in words)


def test_the_review_shows_the_whole_text_and_loads_nothing(base: Shelf) -> None:
    page = LexborHTMLParser(review(imported(TEXT + "<script>1</script>", base)))
    assert page.css("script, link, img, [src], [href]") == []
    shown = page.css_first(".text")
    assert shown is not None
    assert "La Gazette des essais" in [node.text() for node in shown.css(".coupe")]
    for label in shown.css("small"):
        label.decompose()
    assert shown.text() == TEXT + "<script>1</script>"


NEW = {
    "article": ["title=Un lac : deux rives", "date=2031-05", "publisher=Le Lac", "url="],
    "leader": ["name=Zoé Prévost", "office=ministre", "country=FR", "from=2030"],
    "place": ["name=Thonon", "kind=city", "country=FR", "lat=46.37", "lon=6.48"],
    "event": ["title=Un traité", "date=2031-05-04", "kind=accord", "status=annoncé", "place=evian"],
}


def run(where: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str, said: str | bytes = "") -> Result:
    monkeypatch.chdir(where)
    return CliRunner().invoke(command, arguments, input=said)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    shutil.copytree(BASE / "content", tmp_path / "content")
    return tmp_path


@pytest.mark.parametrize("sort", NEW)
def test_a_new_file_is_started_and_passes_the_check(sort: str, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in dossier.rglob("*.md")}
    options = [part for answer in NEW[sort] for part in ("--set", answer)]
    for _ in range(2):
        done = run(dossier, monkeypatch, "new", sort, *options)
        assert done.exit_code == 0, done.output
    assert all(path.read_bytes() == data for path, data in before.items())
    made = set(dossier.rglob("*.md")) - set(before)
    assert len(made) == 2, "the second has another name"
    min(made, key=lambda path: len(path.name) * -1).unlink()  # the second, whose names are those of the first
    assert {problem.code for problem in check(load(dossier / "content")).problems} <= {"W341", "W304", "W301"}


def test_four_questions_start_an_article(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run(dossier, monkeypatch, "new", said="Au bord du lac\n2031-05-04\n\n\n")
    assert done.exit_code == 0, done.output
    assert done.stdout.count("\n") <= 5
    text = (dossier / "content" / "articles" / "2031-05-04-au-bord-du-lac.md").read_text("utf-8")
    assert text == "---\ntitle: Au bord du lac\ndate: 2031-05-04\ntext: notice\nstatus: draft\n---\n"


def test_a_wrong_choice_is_asked_again(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run(dossier, monkeypatch, "new", "place", said="Thonon\nville\ncity\nFR\n\n\n")
    assert done.exit_code == 0, done.output
    text = (dossier / "content" / "places" / "thonon.md").read_text("utf-8")
    assert text == "---\nname: Thonon\nkind: city\ncountry: FR\n---\n"


def test_drafts_without_an_account_have_pages_in_the_preview(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(dossier, monkeypatch, "import", "-", said=TEXT.replace("La Gazette", "SECRET La Gazette"))
    run(dossier, monkeypatch, "new", said="Au bord du lac\n2031-05-04\n\n\n")
    checked = check(load(dossier / "content"))
    assert checked.dossier is not None
    files = render(library(checked.dossier, drafts=True), checked.media, words_in("fr"))
    assert "articles/2031-05-04-au-bord-du-lac.md" in files
    assert not any(b"sous la pluie" in data for data in files.values())


def test_an_answer_that_the_check_would_refuse_writes_nothing(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(dossier.rglob("*"))
    done = run(dossier, monkeypatch, "new", "--set", "title=Titre", "--set", "date=4 mai 2031")
    assert done.exit_code != 0
    assert "Date de parution" in done.stderr
    assert "2031-05-04" in done.stderr
    assert sorted(dossier.rglob("*")) == before


def test_an_answer_is_asked_again_at_once_with_the_reason(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Titre\n4 mai 2031\n2031-05-04\n\nhttp://gazette.example/a\nhttps://gazette.example/a\n"
    done = run(dossier, monkeypatch, "new", said=said)
    assert done.exit_code == 0, done.output
    assert done.output.count("Date de parution") == 2
    assert "« https://gazette.example/a »".replace(" ", "\u202f") in done.output
    text = (dossier / "content" / "articles" / "2031-05-04-titre.md").read_text("utf-8")
    assert text.startswith("---\ntitle: Titre\ndate: 2031-05-04\nurl: https://gazette.example/a\n")


@pytest.mark.parametrize(
    ("sort", "said", "written"),
    [
        ("place", "Thonon\ncity\nFR\n46,37\n6,48\n", "lat: 46.37\nlon: 6.48\n"),
        ("leader", "Jonas Keller\nmaire\nCH\n2017 ?\n", "from: 2017?\n"),
    ],
)
def test_french_spelling_is_no_mistake(
    sort: str, said: str, written: str, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run(dossier, monkeypatch, "new", sort, said=said)
    assert done.exit_code == 0, done.output
    assert any(written in path.read_text("utf-8") for path in (dossier / "content").glob("*/*.md"))


def test_a_folder_is_imported_past_a_bad_file(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = dossier / "textes"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, "utf-8")
    (texts / "b.txt").write_bytes(b"\0\1\2\xff")
    (texts / "c.txt").write_text(TEXT, "utf-8")
    (texts / "d.txt").write_text("Paul Mercadier n’a rien dit ce jour-là à Évian, ni le lendemain.", "utf-8")
    (texts / "photo.jpg").write_bytes(b"\xff\xd8")
    dry = run(dossier, monkeypatch, "import", "--dry-run", "textes")
    assert not (dossier / "originals").exists()
    done = run(dossier, monkeypatch, "import", "--review", "textes")
    assert done.exit_code == 1
    assert "2 articles, 1 texte déjà présent, 1 fichier illisible." in done.stdout.replace("\u202f", " ")
    assert done.stdout.splitlines()[-1] == dry.stdout.splitlines()[-1]
    assert "[2/4] b.txt" in done.stderr
    assert sorted(path.name for path in (dossier / "originals").iterdir()) == ["a.txt", "d.txt"]
    assert len(list((dossier / "build" / "review").iterdir())) >= 2
    again = run(dossier, monkeypatch, "import", "textes/a.txt")
    assert "même fichier" in again.stdout


def test_a_text_comes_from_standard_input(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run(dossier, monkeypatch, "import", "-", said=TEXT.encode("cp1252"))
    assert done.exit_code == 0, done.output
    (made,) = (dossier / "content" / "articles").glob("2031-05-03-deux-*.md")
    assert f"sha256: {hashlib.sha256(TEXT.encode('cp1252')).hexdigest()}" in made.read_text("utf-8")


def test_a_saved_page_gives_its_article_and_its_metadata(base: Shelf) -> None:
    page = (DATA / "page-enregistree.html").read_bytes()
    made = outcome(source("page.html", page), base, Given())
    draft = made.draft
    assert draft.title.value == "Deux présidents se parlent au bord du lac"
    assert (draft.date.value, draft.publisher.value, draft.author.value) == (
        "2031-05-03", "La Gazette des essais", "Jeanne Dutilleul"
    )  # fmt: skip
    assert draft.url.value == "https://gazette.example.org/lac"
    assert "Le lac est à nous deux" in draft.working
    for furniture in ("Accueil", "Abonnez-vous", "Tous droits réservés", "alert("):
        assert furniture not in draft.working
    assert "Abonnez-vous" in review(made)
    assert [proposed.event for proposed in draft.events] == ["visite-evian-2031-05-02"]


@pytest.mark.parametrize(("name", "kept"), [("000_7861f0.txt", "000_7861f0.txt"), ("Copié 1.TXT", "copie-1.txt")])
def test_an_original_keeps_its_name_where_any_system_takes_it(
    name: str, kept: str, tmp_path: Path, base: Shelf
) -> None:
    store(outcome(source(name, TEXT.encode()), base, Given()), tmp_path / "articles", tmp_path / "originals")
    assert [path.name for path in (tmp_path / "originals").iterdir()] == [kept]


def test_every_kind_that_the_program_cuts_belongs_to_a_family() -> None:
    """« autre » is for the kinds of a dossier's own rules."""
    data = resources.files("generator.reading") / "data"
    kinds = {
        kind
        for name in ("bruit.toml", "indices.toml")
        for kind in re.findall(r'^genre = "(\w+)"', (data / name).read_text("utf-8"), re.M)
    }
    assert len(kinds) > 20
    assert {kind for kind in kinds if family(kind) == "autre"} == set()
    assert family("chose-de-ce-dossier") == "autre"
