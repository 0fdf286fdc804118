"""What nobody gave leave to publish stands nowhere in a build: sentences planted in originals and drafts."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.config import Folders, folders
from generator.pipeline import build

SITES = Path(__file__).resolve().parents[1] / "sites"
_ORIGINAL = "semisoriginal"
"""A word of each sentence of the originals that is not a marked quotation."""
_DRAFT = "semisbrouillon"
"""A word of each field of the draft, of its files, of what it alone names, and of what an editor notes for himself."""

_PACKED = b"\x1f\x8b"
"""How gzip begins, whatever the file is called."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The small dossier with planted sentences, the originals where they usually are, built for publication."""
    root = tmp_path_factory.mktemp("planted")
    for source in (SITES / "base", SITES / "withheld"):
        shutil.copytree(source, root, dirs_exist_ok=True)
    made = folders(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://dossier.test/")
        build(made, lambda step: None)
    return made


@pytest.fixture(scope="module")
def previewed(planted: Folders, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The same dossier as `dossier serve` builds it."""
    made = Folders(planted.root, planted.theme, tmp_path_factory.mktemp("preview"))
    build(made, lambda step: None, drafts=True)
    return made


def _holding(word: str, folder: Path) -> list[str]:
    """The files of a folder in whose name or content a word stands, unpacked where they are packed."""
    return [path.relative_to(folder).as_posix() for path, text in _texts(folder) if word in text]


def _texts(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            unpacked = gzip.decompress(data) if data.startswith(_PACKED) else data
            yield path, f"{path.relative_to(folder)}\n{unpacked.decode('utf-8', 'replace')}".casefold()


def test_the_seeds_are_there(planted: Folders) -> None:
    assert len(_holding(_ORIGINAL, planted.root / "originals")) == 2
    assert len(_holding(_DRAFT, planted.content)) == 8


@pytest.mark.parametrize("word", [_ORIGINAL, _DRAFT])
def test_nothing_of_a_build_holds_a_planted_word(planted: Folders, word: str) -> None:
    assert _holding("un lac, deux rives", planted.site / "assets" / "pagefind")
    assert list((planted.site / "assets" / "partage").rglob("*.png"))
    assert _holding(word, planted.build) == []


def test_a_marked_quotation_and_a_shared_file_are_published(planted: Folders) -> None:
    assert "articles/2031-05-03-evian.md" in _holding("un lac, deux rives", planted.docs)
    assert (planted.site / "medias" / "plan.txt").is_file()


def test_a_preview_shows_drafts_and_no_original(previewed: Folders) -> None:
    assert (previewed.site / "articles" / "2031-05-09-semisbrouillon" / "index.html").is_file()
    assert (previewed.site / "medias" / "annexe-semisbrouillon.txt").is_file()
    assert (previewed.site / "medias" / "second-semisbrouillon.txt").is_file()
    assert _holding(_ORIGINAL, previewed.build) == []


def test_a_preview_says_of_drafts_that_they_are(previewed: Folders) -> None:
    naming = _holding("titre semisbrouillon</a>", previewed.site)
    assert "index.html" in naming
    assert "corrections/index.html" in naming
    assert "divergences/index.html" in naming
    pages = dict(_texts(previewed.site))
    for name in naming:
        page = pages[previewed.site / name]
        marked = page.count('titre semisbrouillon</a> <span class="status status--draft">brouillon')
        assert marked == page.count("titre semisbrouillon</a>"), name


@pytest.mark.parametrize(
    "page",
    [
        "articles/2031-05-09-semisbrouillon",
        "evenements/entretien-semisbrouillon",
        "dirigeants/lise-semisbrouillon",
        "lieux/quai-semisbrouillon",
        "sources/semisbrouillon-du-matin",
    ],
)
def test_what_only_a_draft_names_is_marked_as_it_is(previewed: Folders, page: str) -> None:
    (head,) = LexborHTMLParser((previewed.site / page / "index.html").read_text("utf-8")).css("header.head")
    assert [mark.text() for mark in head.css(".status--draft")] == ["brouillon"]


def test_an_event_that_only_a_draft_names_is_marked_wherever_it_is_listed(previewed: Folders) -> None:
    listed = _holding("entretien semisbrouillon</a>", previewed.site)
    assert {"chronologie/index.html", "evenements/index.html", "dirigeants/paul-mercadier/index.html"} <= {*listed}
    for name in listed:
        page = LexborHTMLParser((previewed.site / name).read_text("utf-8"))
        for link in page.css(".events a"):
            if link.text().casefold() == "entretien semisbrouillon":
                line = link.parent.parent if link.parent and link.parent.tag == "strong" else link.parent
                assert line
                assert line.css(".status--draft"), name


@pytest.mark.parametrize(
    ("listing", "name"),
    [
        ("dirigeants", "lise semisbrouillon"),
        ("lieux", "quai semisbrouillon"),
        ("lieux/france", "quai semisbrouillon"),
        ("sources", "semisbrouillon du matin"),
        ("sources", "annuaire semisbrouillon"),
    ],
)
def test_a_list_marks_what_only_a_draft_names(previewed: Folders, listing: str, name: str) -> None:
    page = (previewed.site / listing / "index.html").read_text("utf-8").casefold()
    marked = page.split(f"{name}</a>")[1:]
    assert marked
    assert all('status--draft">brouillon' in rest.split("<a ")[0] for rest in marked)
