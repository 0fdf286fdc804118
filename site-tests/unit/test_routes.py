"""Where each thing has its page, and the links between pages."""

import posixpath
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Kind
from generator.routes import Ref, content_target, index_uri, ref_of, relative, src_uri

PAGES = st.sampled_from(["index.md", "chronologie.md", "lieux/evian.md", "lieux/index.md", "articles/2031.md"])


def test_pages_of_things() -> None:
    assert src_uri(Ref(Kind.LEADER, "aline-vaucher")) == "dirigeants/aline-vaucher.md"
    assert src_uri(Ref(Kind.PAGE, "methode")) == "methode.md"
    assert index_uri(Kind.EVENT) == "evenements/index.md"


@given(PAGES, PAGES, st.sampled_from(["", "#ici"]))
def test_a_relative_link_leads_where_it_should(target: str, page: str, anchor: str) -> None:
    link = relative(target + anchor, page)
    path, _, found = link.partition("#")
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), path or posixpath.basename(page))) == target
    assert found == anchor.removeprefix("#")


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../events/gel.md", "events/gel.md"),
        ("../events/gel.md#date", "events/gel.md"),
        ("autre.md", "articles/autre.md"),
        ("../../ailleurs.md", "../ailleurs.md"),
        ("#ici", None),
        ("", None),
        ("/carte/", None),
        ("https://lac.example/a.md", None),
        ("mailto:a@lac.example", None),
        ("tel:+41", None),
        ("javascript:a()", None),
    ],
)
def test_the_content_file_that_a_link_leads_to(link: str, target: str | None) -> None:
    found = content_target(link, PurePosixPath("articles/lac.md"))
    assert found == (PurePosixPath(target) if target else None)


@pytest.mark.parametrize(
    ("path", "ref"),
    [
        ("places/evian.md", Ref(Kind.PLACE, "evian")),
        ("pages/methode.md", Ref(Kind.PAGE, "methode")),
        ("places/evian.txt", None),
        ("places/a/evian.md", None),
        ("evian.md", None),
        ("autres/evian.md", None),
    ],
)
def test_the_thing_that_a_file_describes(path: str, ref: Ref | None) -> None:
    assert ref_of(PurePosixPath(path)) == ref
