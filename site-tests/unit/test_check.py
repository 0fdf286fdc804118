"""From files to a dossier. What each mistake is answered with stands in sites/invalid."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from unicodedata import normalize

import pytest

from generator.check import Checked, check
from generator.load.disk import load
from generator.load.document import SourceFile

BASE = load(Path(__file__).parent.parent / "sites/base/content")


def checked(changes: Mapping[str, str | None] | None = None) -> Checked:
    """The base, with files changed, added or (None) taken away."""
    files = {file.path: file for file in BASE}
    for name, text in (changes or {}).items():
        path = PurePosixPath(name)
        if text is None:
            del files[path]
        else:
            files[path] = SourceFile(path, text.encode())
    return check(files.values())


def codes(changes: Mapping[str, str | None]) -> list[str]:
    return [problem.code for problem in checked(changes).problems]


def text(name: str) -> str:
    return next(file.data.decode() for file in BASE if str(file.path) == name)


ARTICLE, EVENT, PLACE = "articles/2031-05-03-evian.md", "events/visite-evian-2031-05-02.md", "places/evian.md"
LEADER = "leaders/aline-vaucher.md"


def test_a_dossier_holds_every_thing_in_the_order_of_its_id() -> None:
    dossier = checked().dossier
    assert dossier is not None
    assert [leader.id for leader in dossier.leaders] == ["aline-vaucher", "paul-mercadier"]
    assert [place.id for place in dossier.places] == ["evian", "france"]
    assert [article.id for article in dossier.articles] == ["2031-05-03-evian"]
    assert [event.id for event in dossier.events] == ["visite-evian-2031-05-02"]
    assert [page.id for page in dossier.pages] == ["methode"]
    assert dossier.articles[0].path == PurePosixPath(ARTICLE)
    assert dossier.articles[0].body.startswith("Aline Vaucher [s’est rendue")


def test_the_order_of_the_files_does_not_matter() -> None:
    assert check(reversed(BASE)) == check(BASE)


def test_assets_are_media_whatever_they_are() -> None:
    files = (*BASE, SourceFile(PurePosixPath("assets/vues/lac.bin"), b"\xff\x00"))
    assert check(files).media == {PurePosixPath("vues/lac.bin"): b"\xff\x00"}
    assert check(files).problems == ()


def test_assets_can_be_linked_to() -> None:
    changed = text(ARTICLE) + "\n![Le lac](../assets/lac.png)\n"
    assert codes({ARTICLE: changed}) == ["E206"]
    assert codes({ARTICLE: changed, "assets/lac.png": ""}) == []


def test_a_file_name_may_be_decomposed_and_its_address_written_with_escapes() -> None:
    link = "\n![Le lac](../assets/lac%20gel\u00e9.png)\n"
    for form in ("NFC", "NFD"):
        name = normalize(form, "assets/lac gel\u00e9.png")
        assert codes({ARTICLE: text(ARTICLE) + link, name: ""}) == []
        assert checked({name: ""}).media.keys() == {PurePosixPath("lac gel\u00e9.png")}


def test_links_elsewhere_are_not_followed() -> None:
    body = "\n[a](https://a.example) [b](mailto:b@a.example) <https://a.example/b.md>\n"
    assert codes({ARTICLE: text(ARTICLE) + body}) == []


def test_a_link_may_lead_to_the_title_of_a_page() -> None:
    for anchor in ("leaders/aline-vaucher.md#aline-vaucher", "places/evian.md#evian", "pages/methode.md#methode"):
        assert codes({ARTICLE: f"{text(ARTICLE)}\n[a](../{anchor})\n"}) == []


def test_links_in_code_are_none() -> None:
    assert codes({ARTICLE: text(ARTICLE) + "\n`[a](nulle-part.md)`\n"}) == []


def test_what_is_broken_in_one_file_makes_no_message_in_another() -> None:
    assert codes({PLACE: "---\nname: [\n---\n"}) == ["E003"]
    assert codes({LEADER: "---\nnom: Aline\n---\n"}) == ["E102"]
    assert codes({ARTICLE: "---\ntitle: [\n---\nTexte.\n"}) == ["E003"]
    assert codes({EVENT: "---\ntitle: [\n---\n"}) == ["E003"]


def test_settings_that_cannot_be_read_leave_the_rest_to_be_checked() -> None:
    broken = {"dossier.yml": "title: [", PLACE: text(PLACE).replace("within: france", "within: frence")}
    assert codes(broken) == ["E003", "E201"]
    assert checked(broken).dossier is None


def test_warnings_do_not_stop_a_build() -> None:
    changes = {ARTICLE: text(ARTICLE) + "\n<u onclick='a()'>b</u>\n"}
    assert codes(changes) == ["W303"]
    assert checked(changes).dossier is not None


def test_several_may_be_ministers_of_state_at_once() -> None:
    office = "office: président de la République française"
    other = "name: Jean Rive\nroles: [{office: ministre d’État, country: FR, from: 2030-01-01}]"
    changes = {"leaders/jean-rive.md": f"---\n{other}\n---\nIl conseille.\n"}
    paul = "leaders/paul-mercadier.md"
    assert codes({**changes, paul: text(paul).replace(office, "office: ministre d’État")}) == []


@pytest.mark.parametrize(
    "said",
    [
        "Le vendredi 2 mai,",
        "Du vendredi 2 au samedi 3 mai,",
        "En 1992, le samedi 2 mai,",  # which was one
        "Le samedi 2 décembre,",  # too far from the article's date to tell the year
        "Selon l’article 31.02.2031 du code,",
        "Le 31 mai ou le 1er juin,",
        "Au nº 31-06-2031,",
    ],
)
def test_a_day_that_may_be_right_is_left_alone(said: str) -> None:
    assert codes({ARTICLE: text(ARTICLE).replace("Aline Vaucher [", f"{said} Aline Vaucher [")}) == []


def test_everything_in_one_text_is_reported() -> None:
    changed = (
        text(EVENT)
        .replace("place: evian", "place: genève")
        .replace("kind: visite", "kind: gel")
        .replace("2031-", "31-")
    )
    assert codes({EVENT: changed}) == ["E105", "E104", "E106"]


def test_quotations_are_measured_by_the_dossier_s_own_limit() -> None:
    assert codes({"dossier.yml": text("dossier.yml") + "quotes: {max_words: 3}\n"}) == ["E209"]
    assert codes({"dossier.yml": text("dossier.yml") + "quotes: {max_words: 4}\n"}) == []


def test_speakers_may_be_named_in_free_text_and_are_asked_for_a_file() -> None:
    for speaker in ("Le Conseil", "des riverains", "La Gazette"):
        assert codes({ARTICLE: text(ARTICLE).replace("speaker: aline-vaucher", f"speaker: {speaker}")}) == ["W328"]


def test_a_name_belongs_to_one_thing_whatever_its_apostrophe() -> None:
    changes = {
        "places/a.md": "---\nname: L’Étang\nkind: region\n---\n",
        "places/b.md": '---\nname: Étang\naliases: ["L\'Étang"]\nkind: region\n---\n',
    }
    assert codes(changes) == ["E205"]
    assert checked(changes).problems[0].line == 3


def test_a_name_may_be_said_twice_of_the_same_thing() -> None:
    assert (
        codes({LEADER: text(LEADER).replace("aliases: [Vaucher]", "aliases: [Vaucher, Aline Vaucher, Vaucher]")}) == []
    )


def test_former_names_are_free_names() -> None:
    def formerly(*names: str) -> list[str]:
        return codes({LEADER: text(LEADER).replace("aliases:", f"formerly: [{', '.join(names)}]\naliases:")})

    assert formerly("a-vaucher") == []
    assert formerly("aline-vaucher") == ["E211"]
    assert formerly("paul-mercadier") == ["E211"]
    assert formerly("index") == ["E211"]


def test_a_page_cannot_take_the_address_of_another_by_its_former_name() -> None:
    changed = text("pages/methode.md").replace("title:", "formerly: [carte]\ntitle:")
    assert codes({"pages/methode.md": changed}) == ["E211"]


def test_countries_take_part_in_events_but_cities_do_not() -> None:
    def participant(id_: str) -> list[str]:
        return codes({EVENT: text(EVENT).replace("paul-mercadier]", f"{id_}]")})

    assert participant("france") == []
    assert participant("evian") == ["E204"]


def test_offices_may_begin_and_end_on_the_same_day_or_stay_open() -> None:
    def until(end: str) -> list[str]:
        return codes({LEADER: text(LEADER).replace("    to: 2031-12-31\n", end)})

    assert until("    to: 2031-01-01\n") == []
    assert until("    to: 2031\n") == []
    assert until("") == []
    assert until("    to: 2030\n") == ["E207"]


def test_an_empty_folder_lacks_its_settings_only() -> None:
    assert [problem.code for problem in check(()).problems] == ["E007"]
