"""Raw HTML in Markdown: nothing that runs a program comes through, and nothing else changes."""

import re

import markdown as python_markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.text.html import TAGS, UNCLOSED, clean

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html", "footnotes", "def_list"]


def render(markdown: str) -> str:
    return str(python_markdown.markdown(markdown, extensions=EXTENSIONS))


def dangers(page: str) -> list[str]:
    """What a browser would run, or take for something else than text, in a rendered page."""
    found = []
    for node in LexborHTMLParser(page).css("*"):
        if node.tag not in TAGS | {"html", "head", "body", "a", "h1", "h2", "h3", "h4", "h5", "h6"}:
            found.append(f"<{node.tag}>")
        for name, value in node.attributes.items():
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            leads = name in {"href", "src", "cite"} and address.startswith(("javascript:", "vbscript:", "data:"))
            if name.startswith("on") or leads:
                found.append(f"{name}={value}")
    return found


@pytest.mark.parametrize(
    ("markdown", "cleaned", "removed"),
    [
        ("un *lac* <b>bleu</b>", "un *lac* <b>bleu</b>", []),
        ("a < b > c", "a < b > c", []),
        ("un<br>lac", "un<br>lac", []),
        (
            "<https://lac.example/a?b=c&d> <lac@gazette.example>",
            "<https://lac.example/a?b=c&d> <lac@gazette.example>",
            [],
        ),
        ("a <script>b</script> c", "a  c", ["<script>"]),
        ("a <em>b", "a <em>b</em>", []),
        ("a</div> b", "a b", []),
        ('<p style="x" class="y">a</p>', '<p class="y">a</p>', ["<p style>"]),
        ("<img src=a.png alt=b onerror=c()>", '<img src="a.png" alt="b">', ["<img onerror>"]),
        ('<img src="javascript:a()">', "<img>", []),
        ("<iframe src='https://lac.example'></iframe>", "", ["<iframe>"]),
        ('<a href="https://lac.example">lac</a>', "lac", ["<a>"]),
        ("a <!-- b --> c", "a  c", []),
        ("a <!-- b", "a ", [UNCLOSED]),
        ("`<script>` et <b>c</b>", "`<script>` et <b>c</b>", []),
        ("```\n<script>a</script>\n```\n<i>b</i>", "```\n<script>a</script>\n```\n<i>b</i>", []),
        ("`<!--` et <script>a</script>", "`<!--` et ", ["<script>"]),
        ("<script", "&lt;script", []),
        ("<?php a ?>b", "b", ["<?>"]),
        ("[a](javascript:b())", "[a](#)", ["javascript:"]),
        ("[a](JaVa&#115;cript:b)", "[a](#)", ["javascript:"]),
        ("[a] [b](c.md)\n\n[a]: javascript:b()\n", "[a] [b](c.md)\n\n[a]: #\n", ["javascript:"]),
        ("*a*{: onclick=b }", "*a*", ["onclick="]),
        ("*a*{: .note }", "*a*{: .note }", []),
        ("<table>\n<tr>\n<td>a</td>\n</tr>\n</table>", "<table>\n<tbody><tr>\n<td>a</td>\n</tr>\n</tbody></table>", []),
    ],
)
def test_clean(markdown: str, cleaned: str, removed: list[str]) -> None:
    assert clean(markdown).markdown == cleaned
    assert [tag for tag, _ in clean(markdown).removed] == removed


@pytest.mark.parametrize(
    "markdown",
    [
        "<div>\n`<script>alert(1)</script>`\n</div>",
        "<div>\n```\n<script>alert(1)</script>\n```\n</div>",
        "`a\n<script>alert(1)</script>\n`",
        "# a `b\n<script>alert(1)</script>`",
        "- `a\n- <script>alert(1)</script>`",
        "> `a\n\n<script>alert(1)</script>`",
        "a | `b\n--|--\n<script>alert(1)</script>` | c",
        '<div title="<b>" onmouseover=alert(1) x="</b>">\na</div>',
        "<a:b onclick=alert(1)>c",
        "<div>\n<https://a.example/onclick=alert(1)>\n</div>",
        "<https://a.example/onclick=alert(1)>",
        "<https:onclick=alert(1)>",
        "<b title='`'><img src=x onerror=alert(1)>`",
        "<!--><script>alert(1)</script>-->",
        "<!-- a --!><script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</script>",
        "<<script>alert(1)//<</script>",
        "<svg/onload=alert(1)>",
        "<math><mi xlink:href='javascript:alert(1)'>",
        "<img src=x onerror=alert(1)//",
        "<img\nsrc=x\nonerror=alert(1)>",
        "[a]: javascript:alert(1)\n\n[b][a]",
        "[a]\n\n[a]: <javascript:alert(1)>",
        "[a](<javascript:alert(1)>)",
        "[a](java\nscript:alert(1))",
        "[a](\x01javascript:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](javascript&colon;alert(1))",
        "[a]( data:text/html,<script>alert(1)</script>)",
        "![a](vbscript:b)",
        "# a {: onclick=alert(1) }",
        "# a {onclick=alert(1)}",
        "a\n{: .b\tonclick='alert(1)' }",
        "*a*{:onclick=alert(1)}",
        "``` {onclick=alert(1)}\na\n```",
        "<div markdown=1>\n*a*{: onclick=alert(1)}\n</div>",
        "<div markdown>\n\n`<script>`\n\n<script>alert(1)</script>\n</div>",
        "[^1]\n\n[^1]: `\n    <script>alert(1)</script>`",
        "a\n:   `b\n\n    <script>alert(1)</script>`",
        "<style>@import 'a'</style>",
        "<base href=//a.example>",
        "<form action=javascript:alert(1)><button>a",
        "<textarea><script>alert(1)</script>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "\ue0000\ue001<script>alert(1)</script>\ue0001\ue001",
        "<b title='\ue0000\ue001'>a</b>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?a <script>alert(1)</script> ?>",
        "<!a <script>alert(1)</script> >",
        "~~~\n<script>\n~~~~~\n<script>alert(1)</script>",
        "    <script>\n\n<script>alert(1)</script>",
        "``<script>`` `` ` <script>alert(1)</script> ` ``",
        "<<a href=x>script>alert(1)</script>",
        "<<</b>b>script>alert(1)</script>",
        "<\ue000script>alert(1)</script>",
        '<div><![CDATA[ "\n```\n]]><script>alert(1)</script>',
        "<?\n```\n ?><scr<script>ipt>",
    ],
)
def test_what_was_written_to_deceive(markdown: str) -> None:
    cleaned = clean(markdown)
    assert dangers(render(cleaned.markdown)) == []
    assert dangers(render(clean(cleaned.markdown).markdown)) == []


FRAGMENTS = st.sampled_from(
    [
        *"\n`<>\"'=/ -_*#|[](){}!:&;",
        "\n\n",
        "    ",
        "\t",
        "```",
        "\n```\n",
        "~~~",
        "<div>",
        "<div markdown='1'>",
        "</div>",
        "<p title='",
        '<b title="',
        "</b>",
        "<script>",
        "</script>",
        "<scr",
        "ipt>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<a href=javascript:alert(1)>",
        "<x:y onclick=alert(1)>",
        "<https://a.example/onclick=alert(1)>",
        "<!--",
        "-->",
        "--!>",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        " onclick=alert(1) ",
        "{: onclick=alert(1) }",
        "{onfocus='alert(1)'}",
        "[a](javascript:alert(1))",
        "[a][b]",
        "\n[b]: javascript:alert(1)\n",
        "java&#115;cript:",
        "&lt;script&gt;",
        "[^1]",
        "\n[^1]: ",
        "- ",
        "> ",
        "# ",
        "\n---\n",
        "| a | b |\n|---|---|\n",
        "\na\n:   ",
        "\\",
        "\ue000",
        "\ue001",
        "1",
        "mot",
    ]
)


@settings(max_examples=400)
@given(st.lists(FRAGMENTS, max_size=14).map("".join))
@example("`\n<script>alert(1)</script>\n`")
def test_nothing_runs_in_the_rendered_page(markdown: str) -> None:
    cleaned = clean(markdown).markdown
    assert dangers(render(cleaned)) == [], cleaned


@given(st.text())
def test_a_text_without_a_tag_comes_back_unchanged(text: str) -> None:
    text = text.replace("<", "")
    assert clean(text).markdown == text
    assert clean(text).removed == ()


@given(
    st.lists(st.text(st.characters(exclude_characters="<>`&\r", exclude_categories=["C"]) | st.just("\n")), min_size=1)
)
def test_the_text_around_tags_is_untouched(pieces: list[str]) -> None:
    text = "<b>|</b>".join(pieces)
    if "\ue000" not in text and "\ue001" not in text:
        assert clean(text).markdown == text


@given(st.lists(FRAGMENTS, max_size=10).map("".join))
def test_what_went_is_said_with_its_place(markdown: str) -> None:
    for what, at in clean(markdown).removed:
        assert what
        assert 0 <= at <= len(markdown)
