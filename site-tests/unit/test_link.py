"""Bodies with their links: nothing nested, nothing lost, each backlink with its sentence."""

import re
from pathlib import PurePosixPath

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse
from generator.link.bodies import Linked, Shelf, link
from generator.model import Article, Kind, Leader, Page, Place, PlaceKind
from generator.routes import Ref
from generator.text.html import clean
from generator.text.markup import typeset_prose
from generator.text.mentions import Lexicon, lexicon

_PATH = PurePosixPath("x.md")
WORDS: Lexicon = lexicon(
    [
        Leader(id="aline-vaucher", path=_PATH, name="Aline Vaucher", aliases=("Vaucher",)),
        Leader(id="paul-mercadier", path=_PATH, name="Paul Mercadier", aliases=("Mercadier",)),
        *(
            Leader.model_validate(
                {"id": id_, "path": _PATH, "name": name}
                | {"roles": [{"office": "ministre de l’Eau", "country": "CH", "from": start, "to": end}]}
            )
            for id_, name, start, end in (
                ("avant", "Ida Avant", "2020", "2025"),
                ("apres", "Léo Après", "2026", "2040"),
            )
        ),
    ],
    [Place(id="evian", path=_PATH, name="Évian", kind=PlaceKind.CITY)],
)

DAYS = {"accord": parse("2024-06-01"), "suite": parse("2029-06-01")}


def linked(body: str, unpublished: frozenset[Ref] = frozenset()) -> Linked:
    article = Article.model_validate(
        {"id": "a", "path": PurePosixPath("articles/a.md"), "title": "A", "date": "2031-05-03", "text": "notice"}
        | {"status": "published", "body": body}
    )
    return link(article, Ref(Kind.ARTICLE, "a"), article.date, Shelf(WORDS, DAYS, unpublished))


_FRAGMENTS = st.sampled_from(
    [
        *("Aline Vaucher", "Vaucher", "Paul Mercadier", "Évian", "d’Évian", "Marc Vaucher", "Mercadier-les-Bains"),
        *(
            "# ",
            "## ",
            "\n",
            "\n\n",
            "    ",
            "- ",
            "> ",
            "| ",
            "`",
            "```",
            "*",
            "**",
            "_",
            "[",
            "]",
            "](",
            ")",
            "!",
            "\\",
        ),
        *(
            "<b>",
            "</b>",
            "<a>",
            "<!--",
            "-->",
            "https://exemple.fr/",
            "[^1]",
            "[x](y.md)",
            "![Vaucher](https://exemple.fr/z.png)",
            "{ .a }",
        ),
        *(" ", ", ", ". ", " ; ", "« ", " »", "&amp;", "<", ">", "mot"),
    ]
)
BODIES = st.lists(_FRAGMENTS, max_size=25).map("".join)


def _unlinked(text: str) -> str:
    return re.sub(r"\[([^\[\]]*)\]\(\.\./(?:dirigeants|lieux)/[^()]*\)", r"\1", text)


@given(BODIES)
def test_without_its_links_a_page_has_the_text_of_its_article(body: str) -> None:
    assert _unlinked(linked(body).markdown) == _unlinked(typeset_prose(clean(body).markdown))


@given(BODIES)
def test_links_are_never_nested_nor_in_headings_or_code(body: str) -> None:
    html = markdown.markdown(
        linked(body).markdown, extensions=["attr_list", "md_in_html", "tables", "footnotes", "fenced_code"]
    )
    generated = r'<a href="\.\./(?:dirigeants|lieux)/[^"]*">'
    assert not re.search(rf"<a\b[^>]*>(?:(?!</a>).)*{generated}", html, re.S)
    assert not re.search(rf"<h[1-6][^>]*>(?:(?!</h[1-6]>).)*{generated}", html, re.S)
    assert not re.search(rf"<code>(?:(?!</code>).)*{generated}", html, re.S)


_INLINE = st.sampled_from(
    [
        *(
            "mot",
            "Aline Vaucher",
            "Vaucher",
            "Paul Mercadier,",
            "d’Évian",
            "« Mercadier »",
            "(Évian)",
            "2 < 3 & 4",
            "a*b",
        ),
        *(
            "*Vaucher*",
            "**Aline Vaucher**",
            "_Évian_",
            "***Mercadier***",
            "`Vaucher`",
            "``Évian ` Évian``",
            "\\[Évian\\]",
        ),
        *("[Vaucher](../leaders/aline-vaucher.md)", "[le lac d’Évian](https://exemple.fr/ 'Évian')", "[Vaucher][1]"),
        *(
            "[*Évian*](../events/accord.md)",
            "[[Vaucher] à Évian](x.md)",
            "[Vaucher (Évian)](<x.md>)",
            "<b>Mercadier</b>",
        ),
        *(
            "![Vaucher](https://exemple.fr/a.png)",
            "[![Évian](https://exemple.fr/a.png) Vaucher](x.md)",
            "https://exemple.fr/Vaucher",
        ),
        *("<https://exemple.fr/Vaucher>", "<vaucher@exemple.fr>", "Évian[^1]", '<abbr title="Vaucher">V</abbr>', "ONU"),
    ]
)
_LINES = st.lists(_INLINE, min_size=1, max_size=8).map(" ".join)
_BLOCKS = st.one_of(
    _LINES,
    st.builds("{} {}".format, st.sampled_from(["#", "##", "-", "1.", ">", "-   ", "    "]), _LINES),
    st.builds("| Évian | b |\n|---|---|\n| {} | Vaucher |".format, _LINES),
    st.builds("{0}\n{1}\n{0}".format, st.sampled_from(["```", "~~~"]), _LINES),
    st.builds("<{0}>{1}\n\n{1}</{0}>".format, st.sampled_from(["div", "blockquote", "p", "cite"]), _LINES),
    st.builds("Vaucher\n:   {}".format, _LINES),
    st.builds("Évian\n{}".format, st.sampled_from(["=====", "-----"])),
    st.builds("[^1]: {}".format, _LINES),
    st.sampled_from(["[1]: https://exemple.fr/Vaucher", "*[ONU]: Vaucher", "---", "<!-- Vaucher -->"]),
)
PAGES = st.lists(_BLOCKS, min_size=1, max_size=6).map("\n\n".join)
_RENDERER = markdown.Markdown(
    extensions=["abbr", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"]
)
"""As mkdocs.yml has it."""


def _rendered(text: str) -> str:
    return _RENDERER.reset().convert(text)


@given(PAGES)
def test_without_its_links_a_rendered_page_is_the_rendered_article(body: str) -> None:
    page, article = _rendered(linked(body).markdown), _rendered(typeset_prose(clean(body).markdown))
    assert re.sub(r"</?a\b[^>]*>", "", page) == re.sub(r"</?a\b[^>]*>", "", article)


@given(PAGES)
def test_no_link_of_a_rendered_page_stands_in_another(body: str) -> None:
    depth = 0
    for tag in re.findall(r"<(/?)a\b", _rendered(linked(body).markdown)):
        depth += -1 if tag else 1
        assert depth in {0, 1}


def test_names_are_linked_around_what_the_editor_linked() -> None:
    body = "[Aline Vaucher à Évian](../events/accord.md), dit Vaucher. ![Évian](../assets/a.png) Évian, [Évian](x.md)."
    assert linked(body).markdown == (
        "[Aline Vaucher à Évian](../evenements/accord.md), dit [Vaucher](../dirigeants/aline-vaucher.md). "
        "![Évian](../medias/a.png) [Évian](../lieux/evian.md), [Évian](x.md)."
    )


@given(BODIES)
def test_a_backlink_s_sentence_marks_something(body: str) -> None:
    for backlink in linked(body).backlinks:
        assert any(piece.marked for piece in backlink.sentence)


def test_the_first_mention_of_a_section_is_linked_and_no_other() -> None:
    text = linked("Vaucher, puis Vaucher.\n\n## Vaucher\n\nVaucher encore.").markdown
    link_ = "[Vaucher](../dirigeants/aline-vaucher.md)"
    assert text == f"{link_}, puis Vaucher.\n\n## Vaucher\n\n{link_} encore."


@pytest.mark.parametrize("before", ["Oh !", "[sic]", "3\\"])
def test_no_link_is_made_where_what_stands_before_it_would_make_it_something_else(before: str) -> None:
    assert linked(f"{before}Vaucher, puis Vaucher.").markdown.endswith(
        "Vaucher, puis [Vaucher](../dirigeants/aline-vaucher.md)."
    )


def test_a_backlink_quotes_the_sentence_around_it() -> None:
    found = linked("Il pleut. Aline **Vaucher** attend Vaucher à [Évian](https://exemple.fr). Il vente.").backlinks
    told = {
        backlink.target.id: "".join(f"<{piece.text}>" if piece.marked else piece.text for piece in backlink.sentence)
        for backlink in found
    }
    assert told == {
        "aline-vaucher": "Aline <Vaucher> attend <Vaucher> à Évian.",
        "evian": "Aline Vaucher attend Vaucher à <Évian>.",
    }


def test_links_between_content_files_lead_to_their_pages() -> None:
    body = "[a](../leaders/paul-mercadier.md#dans-les-articles) ![b](../assets/c/d.png) [e](https://exemple.fr/f.md)"
    assert linked(body).markdown == (
        "[a](../dirigeants/paul-mercadier.md#dans-les-articles) ![b](../medias/c/d.png) [e](https://exemple.fr/f.md)"
    )


def test_a_link_to_a_draft_is_its_bare_text() -> None:
    draft = Ref(Kind.ARTICLE, "2031-01-01-brouillon")
    body = "Voir [le brouillon](2031-01-01-brouillon.md), à lire à [la ville](../places/evian.md)."
    assert linked(body, frozenset({draft})).markdown == "Voir le brouillon, à lire à [la ville](../lieux/evian.md)."


def test_an_event_s_backlink_marks_the_editor_s_words() -> None:
    (found,) = linked("On [partit](../events/depart.md). On revint.").backlinks
    assert found.target == Ref(Kind.EVENT, "depart")
    assert [(piece.text, piece.marked) for piece in found.sentence] == [("On ", False), ("partit", True), (".", False)]


def test_a_sentence_on_an_event_is_understood_by_the_event_s_day() -> None:
    body = "Le ministre suisse de l’Eau parle. Le ministre suisse de l’Eau [signa](../events/accord.md)."
    told = [(link_.target.id, link_.sentence[-1].text) for link_ in linked(body).backlinks]
    assert told == [("apres", " parle."), ("avant", " signa."), ("accord", ".")]


def test_a_sentence_on_several_events_is_understood_by_the_day_of_the_first() -> None:
    body = "Le ministre suisse de l’Eau [signa](../events/accord.md), puis [revint](../events/suite.md)."
    assert [link_.target.id for link_ in linked(body).backlinks] == ["avant", "accord", "suite"]


def test_offices_are_not_read_in_a_text_without_a_day() -> None:
    body = "Le ministre suisse de l’Eau [signa](../events/accord.md)."
    page = Page.model_validate({"id": "p", "path": PurePosixPath("pages/p.md"), "title": "P", "body": body})
    found = link(page, Ref(Kind.PAGE, "p"), None, Shelf(WORDS, DAYS)).backlinks
    assert [link_.target.id for link_ in found] == ["accord"]


def test_backlinks_come_in_the_order_in_which_their_words_begin() -> None:
    found = linked("On attend [le retour de Vaucher](../events/accord.md).").backlinks
    assert [link_.target.id for link_ in found] == ["accord", "aline-vaucher"]
