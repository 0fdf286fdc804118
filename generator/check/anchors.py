"""Anchors: the places on pages that links lead to, `page.md#here` or `#here`."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final
from urllib.parse import unquote

from generator.check.reading import Reading
from generator.diagnostics import Problem, nearest
from generator.load.document import Document
from generator.model import Article, Entity, Event, Leader, Page, Place, Source
from generator.render.sections import sections, template_of
from generator.routes import Ref, content_target, ref_of
from generator.text.french import typeset
from generator.text.html import clean
from generator.text.markup import escape, typeset_prose
from generator.text.markup import links as inline_links
from generator.text.rendered import ids
from generator.words import LANGUAGE, Words, words_in

_MOST_TOLD: Final = 8
"""Anchors that a message names."""


def anchors(reading: Reading) -> Iterator[Problem]:
    """Links to anchors that are not on the page, and anchors that a page has twice."""
    words = words_in(reading.settings.language if reading.settings else LANGUAGE)

    @cache
    def on_page(ref: Ref) -> tuple[str, ...]:
        return reading.compute(ids, _page(ref, reading.records[ref], words))

    for ref, document in reading.documents.items():
        for link in reading.compute(inline_links, document.body):
            target = document.body[slice(*link.target)]
            file, _, anchor = target.partition("#")
            path = content_target(target, document.path)
            page = ref if not file else ref_of(path) if path else None
            if anchor and page in reading.records and unquote(anchor) not in on_page(page):
                yield _lost(document, document.body_line_at(link.target[0]), target, on_page(page))
        if ref in reading.records and re.search(r"\{[^}\n]*#", document.body):
            yield from _twice(document, on_page(ref))


def _page(ref: Ref, entity: Entity, words: Words) -> str:
    """The page of a thing, as far as anchors are concerned; its title is the first of them."""
    title = entity.name if isinstance(entity, Leader | Place | Source) else ""
    title = entity.title if isinstance(entity, Article | Event | Page) else title
    body = typeset_prose(clean(entity.body).markdown)
    headings = (f"## {heading}" for heading in sections(template_of(ref), words))
    return "\n\n".join((f"# {escape(typeset(title))}", body, *headings))


def _lost(document: Document, line: int, target: str, known: tuple[str, ...]) -> Problem:
    file, _, anchor = target.partition("#")
    near = nearest(anchor, known)
    where = f"dans « {file} »" if file else "sur cette page"
    told = ", ".join(f"#{name}" for name in known[:_MOST_TOLD])
    return document.problem(
        "E206",
        line,
        f"Le lien mène au titre « #{anchor} », qui n’existe pas {where}.",
        found=target,
        expected=None if near else f"l’un des titres de la page, {told}",
        suggestion=f"{file}#{near}" if near else None,
    )


def _twice(document: Document, known: tuple[str, ...]) -> Iterator[Problem]:
    for name in sorted({name for name in known if known.count(name) > 1}):
        written = list(re.finditer(rf"\{{[^{{}}\n]*#{re.escape(name)}(?![\w-])", document.body))
        line = document.body_line_at(written[-1].start()) if written else document.body_line
        what = f"L’ancre « #{name} » est donnée deux fois sur cette page. Changez-en une."
        yield document.problem("E219", line, what, found=name)
