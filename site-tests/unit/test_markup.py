"""Markdown as text: what is prose, what is not."""

import html
import re

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.french import NARROW
from generator.text.markup import Part, code, escape, headings, plain, replace, segments, typeset_prose

PIECES = st.sampled_from(
    [
        *"\n#`*_[]()!<>\\|:-+=~{}\"'&; aé1",
        "\n\n",
        "```",
        "~~~",
        "    ",
        "](",
        "![",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "https://lac.example/",
        "[^1]",
        "{: .note }",
        "- ",
        "1. ",
        "> ",
        "&amp;",
        "mot",
    ]
)
MARKDOWN = st.lists(PIECES, max_size=30).map("".join) | st.text()


def parts(text: str) -> list[tuple[str, str]]:
    return [(text[segment.start : segment.end], segment.part.name.lower()) for segment in segments(text)]


def of(text: str, part: Part) -> list[str]:
    return [text[segment.start : segment.end] for segment in segments(text) if segment.part is part]


@given(MARKDOWN)
def test_segments_cover_the_text_without_gap_or_overlap(text: str) -> None:
    at = 0
    for segment in segments(text):
        assert segment.start == at < segment.end
        at = segment.end
    assert at == len(text)


@given(st.text(st.sampled_from("abcé ,;.!?’«»\n")))
def test_a_text_without_any_sign_is_prose(text: str) -> None:
    prose = re.sub(r"(?m)^ +", "", text)
    assert {segment.part for segment in segments(prose)} <= {Part.PROSE}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("du `code` ici", [("du ", "prose"), ("`code`", "verbatim"), (" ici", "prose")]),
        ("``a ` b`` c", [("``a ` b``", "verbatim"), (" c", "prose")]),
        ("un ` seul", [("un ` seul", "prose")]),
        (
            "[le lac](lac.md) gelé",
            [
                ("[", "verbatim"),
                ("le lac", "link_text"),
                ("](", "verbatim"),
                ("lac.md", "target"),
                (")", "verbatim"),
                (" gelé", "prose"),
            ],
        ),
        (
            '[lac](<a.md> "Le lac")',
            [
                ("[", "verbatim"),
                ("lac", "link_text"),
                ("](<", "verbatim"),
                ("a.md", "target"),
                ('> "Le lac")', "verbatim"),
            ],
        ),
        ("[lac][l]", [("[", "verbatim"), ("lac", "link_text"), ("][l]", "verbatim")]),
        ("un [mot] seul", [("un [mot] seul", "prose")]),
        ("# Le lac", [("# Le lac", "heading")]),
        ("- # Le lac", [("- # Le lac", "heading")]),
        ("Le lac\n======\nbleu", [("Le lac\n", "heading"), ("======", "verbatim"), ("\nbleu", "prose")]),
        ("a <b>c</b>", [("a ", "prose"), ("<b>", "verbatim"), ("c", "prose"), ("</b>", "verbatim")]),
        ("3 < 4 et 5 > 4", [("3 < 4 et 5 > 4", "prose")]),
        ("voir https://lac.example/a_b.", [("voir ", "prose"), ("https://lac.example/a_b.", "verbatim")]),
        ("<https://lac.example>", [("<https://lac.example>", "verbatim")]),
        ("lac@gazette.example", [("lac@gazette.example", "verbatim")]),
        ("a &eacute; b", [("a ", "prose"), ("&eacute;", "verbatim"), (" b", "prose")]),
        (r"une \* étoile", [("une ", "prose"), (r"\*", "verbatim"), (" étoile", "prose")]),
        ("lac[^1] gelé", [("lac", "prose"), ("[^1]", "verbatim"), (" gelé", "prose")]),
        ("lac{: .note } gelé", [("lac", "prose"), ("{: .note }", "verbatim"), (" gelé", "prose")]),
        ("<!-- a\n\nb --> c", [("<!-- a\n\nb -->", "verbatim"), (" c", "prose")]),
        ("<a href='x'>Aline</a> b", [("<a href='x'>Aline</a>", "verbatim"), (" b", "prose")]),
        ("a\n\n    code\n\nb", [("a\n\n", "prose"), ("    code\n", "verbatim"), ("\nb", "prose")]),
        ("```\na\n\nb\n```\nc", [("```\na\n\nb\n```", "verbatim"), ("\nc", "prose")]),
        ("~~~ yaml\na: b\n~~~~\nc", [("~~~ yaml\na: b\n~~~~", "verbatim"), ("\nc", "prose")]),
        ("```\nsans fin", [("```\nsans fin", "verbatim")]),
        ("[l]: lac.md\nmot", [("[l]: lac.md", "verbatim"), ("\nmot", "prose")]),
        ("*[ONU]: les Nations\nmot", [("*[ONU]:", "verbatim"), (" les Nations", "raw"), ("\nmot", "prose")]),
    ],
)
def test_segments(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("<div>a <b>b</b>\n\n[c](d.md)</div> e", ["a ", "b", "\n\n[c](d.md)"]),
        ("<div>a<div>b</div>c</div>\nd", ["a", "b", "c"]),
        ("<DIV>a</div>\nd", ["a"]),
        ("mot\n   <p>a</p>", ["   ", "a"]),
        ("<div>a\n\n# b", ["a\n\n# b"]),
        ("<p>a</p>\n<ul><li>b</li></ul>", ["a", "b"]),
        ("mot <p>a</p>", []),
        ("- <p>a</p>", []),
        ("<hr>\na", []),
        ("<cite>a</cite>", []),
        ("```\n<p>a</p>\n```", []),
        ("<!--\n<p>-->a", []),
    ],
)
def test_html_that_begins_a_line_is_raw_to_its_end(text: str, raw: list[str]) -> None:
    assert of(text, Part.RAW) == raw


def test_raw_text_is_typeset() -> None:
    assert typeset_prose("<p>L'été [l'eau](a'b) ?</p>") == f"<p>L’été [l’eau](a’b){NARROW}?</p>"


def test_the_cells_of_a_table_are_prose_and_its_rules_are_not() -> None:
    table = "| Rive | Ville |\n|------|:-----:|\n| sud  | Évian |\n"
    assert of(table, Part.VERBATIM) == ["|------|:-----:|"]
    assert "Évian" in "".join(of(table, Part.PROSE))


def test_images_say_so() -> None:
    by_part = [(segment.part, segment.image) for segment in segments("![le lac](lac.png) [b](c)")]
    assert (Part.TARGET, True) in by_part
    assert (Part.LINK_TEXT, True) in by_part
    assert (Part.TARGET, False) in by_part


def test_addresses_with_parentheses_and_titles() -> None:
    assert of("[a](lac_(Suisse).md) [b](c.md 'd')", Part.TARGET) == ["lac_(Suisse).md", "c.md"]


def test_no_link_in_code() -> None:
    assert of("`[a](b.md)`\n\n```\n[c](d.md)\n```\n", Part.TARGET) == []


def test_code_leaves_indented_text_out() -> None:
    text = "- a\n\n    `b` suite\n\n```\nc\n```"
    assert sorted(text[start:end] for start, end in code(text)) == ["```\nc\n```", "`b`"]


@given(MARKDOWN)
def test_typesetting_leaves_verbatim_parts_alone(text: str) -> None:
    kept = [piece for piece in of(text, Part.VERBATIM) if piece.strip()]
    changed = typeset_prose(text)
    at = 0
    for piece in kept:
        at = changed.index(piece, at) + len(piece)


def test_typeset_prose() -> None:
    typed = "# Quoi ?\n\nL'accord : `a ?` et [l'idée !](l'idee.md) ; fin"
    printed = f"# Quoi{NARROW}?\n\nL’accord{NARROW}: `a ?` et [l’idée{NARROW}!](l'idee.md){NARROW}; fin"
    assert typeset_prose(typed) == printed


def test_replace_takes_edits_in_any_order() -> None:
    assert replace("abcdef", [(4, 5, "5"), (0, 2, "12"), (3, 3, "+")]) == "12c+d5f"
    assert replace("abc", []) == "abc"


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("un **mot** _penché_", "un mot penché"),
        ("[le lac](lac.md) et [l’autre][l]", "le lac et l’autre"),
        ("![une vue](lac.png) du lac", "du lac"),
        ("[![une vue](lac.png)](lac.md) du lac", "du lac"),
        ("## Un titre", "Un titre"),
        ("- un point\n- deux", "un point deux"),
        ("* un point", "un point"),
        ("1. un point", "un point"),
        ("> cité", "cité"),
        ("du `code`", "du code"),
        ("a<br>b <b>c</b>", "ab c"),
        ("a <!-- caché --> b", "a b"),
        ("lac[^1]", "lac"),
        (r"une \* étoile", "une * étoile"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a_b_c", "a_b_c"),
        ("l’&eacute;t&eacute;", "l’été"),
        ("sur\ndeux   lignes", "sur deux lignes"),
        (f"quoi{NARROW}?", f"quoi{NARROW}?"),
    ],
)
def test_plain(markdown: str, words: str) -> None:
    assert plain(markdown) == words


def rendered(markdown: str) -> str:
    page = python_markdown.markdown(
        markdown,
        extensions=["toc", "tables", "fenced_code", "attr_list", "md_in_html", "footnotes", "def_list", "abbr"],
    )
    return html.unescape(re.sub(r"<[^>]*>", lambda match: "" if match[0] in {"<p>", "</p>"} else match[0], page))


LINE = st.text(
    st.sampled_from("aé1 #*_`[](){}<>!|\\:;.-+=~&\"'^/«»’0") | st.characters(exclude_categories=["C", "Z"]), max_size=40
)


@given(LINE)
def test_an_escaped_text_is_rendered_as_it_was(text: str) -> None:
    text = text.strip()
    assert rendered(escape(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "# a",
        "1. a",
        "12) a",
        "- a",
        "+ a",
        "* a",
        "> a",
        ": a",
        "---",
        "===",
        "~~~",
        "{: .a }",
        "a {: .b }",
        "[a]: b",
        "[^1]: a",
        "*[a]: b",
        "| a | b |",
        "&eacute;",
        "<b>a</b>",
        "![a](b)",
        "https://lac.example/a_b_c",
        "a\\",
        "\\*a\\*",
        "``a``",
    ],
)
def test_no_sign_of_markdown_survives_escaping(text: str) -> None:
    assert rendered(escape(text)) == text


def test_escaping_makes_one_line() -> None:
    assert "\n" not in escape("a\nb")


def test_headings_have_their_level_and_code_has_none() -> None:
    text = "# Un\n\n## Deux\n\nTrois\n===\n\nQuatre\n---\n\n```\n# code\n```\n"
    assert [(text[start:].partition("\n")[0], level) for start, level in headings(text)] == [
        ("# Un", 1),
        ("## Deux", 2),
        ("Trois", 1),
        ("Quatre", 2),
    ]
