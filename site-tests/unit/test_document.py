"""Content files as text: values, lines, and what an editor reads where YAML fails."""

from pathlib import PurePosixPath
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Problem
from generator.load.document import Document, SourceFile, read_article_like, read_yaml

PATH = PurePosixPath("articles/lac.md")


def read(text: str | bytes) -> Document:
    found = read_article_like(SourceFile(PATH, text if isinstance(text, bytes) else text.encode()))
    assert isinstance(found, Document), found
    return found


def fault(front: str) -> Problem:
    found = read_article_like(SourceFile(PATH, f"---\n{front}\n---\nTexte.\n".encode()))
    found = found.problems[0] if isinstance(found, Document) and found.problems else found
    assert isinstance(found, Problem), found
    return found


NESTED = """\
---
title: Le lac
events: [gel, degel]
quotes:
  - text: un lac
    speaker: Une voix
  -
    text: deux rives
aliases:
- Léman
- "Lac Léman"
source: {title: Atlas, date: 1912}
standfirst: >
  Une longue
  phrase.
---

Le texte.

Sa suite.
"""


def test_every_value_has_its_line() -> None:
    document = read(NESTED)
    assert document.lines == {
        ("title",): 2,
        ("events",): 3,
        ("events", 0): 3,
        ("events", 1): 3,
        ("quotes",): 4,
        ("quotes", 0): 5,
        ("quotes", 0, "text"): 5,
        ("quotes", 0, "speaker"): 6,
        ("quotes", 1): 8,
        ("quotes", 1, "text"): 8,
        ("aliases",): 9,
        ("aliases", 0): 10,
        ("aliases", 1): 11,
        ("source",): 12,
        ("source", "title"): 12,
        ("source", "date"): 12,
        ("standfirst",): 13,
    }
    assert document.metadata["quotes"] == [{"text": "un lac", "speaker": "Une voix"}, {"text": "deux rives"}]
    assert document.metadata["standfirst"] == "Une longue phrase.\n"


def test_the_body_and_its_lines() -> None:
    document = read(NESTED)
    assert document.body == "Le texte.\n\nSa suite."
    assert document.body_line == 18
    assert document.body_line_at(document.body.index("Sa")) == 20


def test_the_line_of_what_is_absent_is_that_of_what_is_around_it() -> None:
    document = read(NESTED)
    assert document.line("quotes", 0, "reported_by") == 5
    assert document.line("quotes", 7, "text") == 4
    assert document.line("place") == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
def test_line_ends_and_byte_order_marks_change_nothing(newline: str, mark: bytes) -> None:
    document = read(mark + NESTED.replace("\n", newline).encode())
    assert document == read(NESTED)


def test_blank_lines_after_the_first_rule_are_counted() -> None:
    document = read("---  \n\n\ntitle: Le lac\n---\n\n\nTexte.\n")
    assert document.line("title") == 4
    assert document.body_line == 8


def test_scalars_stay_as_they_are_written() -> None:
    written = "country: NO\ndate: 2011\nday: 2015-10-20\nlat: 46.40\non: yes\nbig: 1_000\nhour: 12:30\nnil: Null\n"
    assert read(f"---\n{written}---\n").metadata == {
        "country": "NO",
        "date": "2011",
        "day": "2015-10-20",
        "lat": "46.40",
        "on": "yes",
        "big": "1_000",
        "hour": "12:30",
        "nil": "Null",
    }


@given(st.text("[]{}-?:,&*!|>'\" \n#ab\u00a0", max_size=300))
def test_any_front_matter_gives_a_document_or_a_problem(front: str) -> None:
    found = read_yaml(SourceFile(PATH, front.encode()))
    assert isinstance(found, Document) or found.line <= front.count("\n") + 2


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="'")))
def test_what_stands_between_quotes_comes_back(text: str) -> None:
    assert read(f"---\ntitle: '{text}'\n---\n").metadata == {"title": normalize("NFC", text)}


def test_empty_keys_count_as_left_out_but_keep_their_line() -> None:
    document = read("---\ntitle:\nplace: ~\nkind: null\nname: # à trouver\nnote: ''\n---\n")
    assert document.metadata == {"note": ""}
    assert [document.line(key) for key in ("title", "place", "kind", "name")] == [2, 3, 4, 5]


def test_empty_items_do_not_shift_the_lines_of_the_others() -> None:
    document = read("---\nevents:\n  -\n  - gel\n  - {a: b}\n---\n")
    assert document.metadata["events"] == ["gel", {"a": "b"}]
    assert [document.line("events", 0), document.line("events", 1, "a")] == [4, 5]


def test_a_key_written_twice_keeps_its_first_value() -> None:
    document = read("---\ntitle: Un\nquotes:\n  - {text: a, text: b}\ntitle: Deux\n---\n")
    assert document.metadata["title"] == "Un"
    assert sorted((problem.line, problem.code, problem.what) for problem in document.problems) == [
        (4, "E004", "La clé « text » est écrite deux fois (déjà ligne 4). Gardez-en une seule."),
        (5, "E004", "La clé « title » est écrite deux fois (déjà ligne 2). Gardez-en une seule."),
    ]


def test_no_front_matter_between_its_rules() -> None:
    assert read("---\n---\nTexte.").metadata == {}


def test_a_rule_in_the_body_is_part_of_it() -> None:
    assert read("---\ntitle: a\n---\nUn\n\n---\n\nDeux").body == "Un\n\n---\n\nDeux"


@pytest.mark.parametrize(
    ("front", "line", "message"),
    [
        ("title: Le lac : un traité", 2, "Un deux-points suivi d’une espace coupe la valeur."),
        ("title: a\nstandfirst: b\n  suite: c", 4, "Un deux-points suivi d’une espace coupe la valeur."),
        ("title:Le lac\nkind: visite", 2, "Il manque une espace après le deux-points."),
        ("a: b\ntitle:Le lac\nkind: visite", 3, "Il manque une espace après le deux-points."),
        ("title:\tLe lac", 2, "Une tabulation ne peut pas servir d’espace ici."),
        ("events:\n\t- gel", 3, "Une tabulation ne peut pas servir d’espace ici."),
        ("events: [gel, degel\ntitle: a", 2, "Une liste ouverte par « [ » n’est pas fermée."),
        ("title: a\nsource: {title: b\nkind: c", 3, "Un groupe ouvert par « { » n’est pas fermé."),
        ('title: "Le lac\nkind: visite', 2, "Des guillemets droits ouverts ici ne sont pas fermés."),
        ("title: 'Le lac\nkind: visite", 2, "Des guillemets droits ouverts ici ne sont pas fermés."),
        ("title: 'l'été'", 2, "Du texte suit des guillemets droits déjà refermés"),
        ('title: "Le lac" gelé', 2, "Du texte suit des guillemets droits déjà refermés"),
        ('title: "C:\\lac"', 2, "Entre guillemets droits doubles, « \\ » a un sens particulier"),
        ("title: @lac", 2, "Une valeur qui commence par « @ » doit être entre guillemets droits."),
        ("title: `lac`", 2, "Une valeur qui commence par « ` » doit être entre guillemets droits."),
        ("title: *lac*", 2, "Une valeur qui commence par « * » doit être entre guillemets droits."),
        ("title: & lac", 2, "Une valeur qui commence par « & » doit être entre guillemets droits."),
        ("title: % lac", 2, "Une valeur qui commence par « % » doit être entre guillemets droits."),
        ("title: > lac", 2, "Une valeur qui commence par « > » doit être entre guillemets droits."),
        ("title: - lac", 2, "Une liste commence à la ligne, sous son champ ; un texte"),
        ("title: ? lac", 2, "Une valeur qui commence par « ? » doit être entre guillemets droits."),
        ("quotes:\n  - text: @lac", 3, "Une valeur qui commence par « @ » doit être entre guillemets droits."),
        ("title: {{ titre }}", 2, "Une valeur qui commence par « { » ou « [ » doit être entre guillemets droits."),
        ("title: !lac gelé", 2, "YAML donne un sens particulier à « ! »"),
        ("title: &a lac\nkind: *a", 2, "YAML donne un sens particulier à « & »"),
        ("title: &a [*a]", 2, "YAML donne un sens particulier à « & »"),
        ("title: {a: {b: [" + 99 * "[", 2, "Trop de listes ou de groupes l’un dans l’autre"),
        ("title: a\nsuite du titre\nkind: b", 3, "Cette ligne n’a pas la forme « clé: valeur »."),
        ("quotes:\n  - text: a\n   speaker: b", 4, "Le retrait de cette ligne ne s’accorde pas"),
        ("quotes:\n  - text: a\n      speaker: b", 4, "Le retrait de cette ligne ne s’accorde pas"),
        ("quotes:\n  - text: a\nspeaker: b\n    reported_by: c", 4, "Le retrait de cette ligne ne s’accorde pas"),
        ("a: b\ntitle:\u00a0c", 3, "Une espace insécable"),
        ("a: b\n\u202f\u202ftitle: c", 3, "Une espace insécable"),
        ("title: a\n- gel", 3, "Le retrait de cette ligne ne s’accorde pas"),
        ("events: [a, , b]", 2, "Une virgule est de trop."),
        ("title: a\nkind: \x07", 3, "Un signe invisible que YAML n’admet pas se trouve ici, U+0007."),
        ("- a", 2, "Il faut ici une suite de lignes « clé: valeur »."),
        ("un texte", 2, "Il faut ici une suite de lignes « clé: valeur »."),
        ("%lac: a", 2, "Ceci n’est pas du YAML"),
    ],
)
def test_yaml_that_cannot_be_read(front: str, line: int, message: str) -> None:
    problem = fault(front)
    assert (problem.code, problem.line) == ("E003", line)
    assert problem.what.startswith(message)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "E005", 1),
        (b" \n\n", "E005", 1),
        (b"\xef\xbb\xbf", "E005", 1),
        (b"Un texte.\n", "E002", 1),
        (b"\n---\ntitle: a\n---\n", "E002", 1),
        (b"---\ntitle: a\n", "E002", 1),
        (b"---\ntitle: a\n---x\n", "E002", 1),
        ("---\ntitle: été\n---\n".encode("latin-1"), "E001", 2),
        ("---\ntitle: a\n---\n".encode("utf-16"), "E001", 1),
    ],
)
def test_files_that_are_no_content_file(data: bytes, code: str, line: int) -> None:
    found = read_article_like(SourceFile(PATH, data))
    assert isinstance(found, Problem)
    assert (found.code, found.line) == (code, line)


@given(
    st.binary()
    | st.text().map(str.encode)
    | st.text("-\n: ab[]{}'\"&*!|>\t#").map(lambda s: f"---\n{s}\n---\n".encode())
)
def test_any_file_is_read_or_refused(data: bytes) -> None:
    for found in (read_article_like(SourceFile(PATH, data)), read_yaml(SourceFile(PATH, data))):
        assert isinstance(found, Document | Problem)
        if isinstance(found, Problem):
            assert 1 <= found.line <= 2 + max(data.count(b"\n"), data.count(b"\r"))


def test_a_file_that_is_yaml_from_end_to_end() -> None:
    found = read_yaml(SourceFile(PurePosixPath("dossier.yml"), b"title: Le lac\n\nmap: {south: 45}\n"))
    assert isinstance(found, Document)
    assert found.metadata == {"title": "Le lac", "map": {"south": "45"}}
    assert found.line("map", "south") == 3
    assert str(found.shown) == "content/dossier.yml"
