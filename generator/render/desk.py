"""The desk at which a page is written: one library, one set of templates, what every page has."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import yaml
from jinja2 import Environment

from generator.link.library import Library, ref_to
from generator.model import Article, Entity, Event
from generator.render import labels
from generator.render.credits import Credits, credits_of
from generator.render.drafts import marked
from generator.render.environment import crediting, environment
from generator.render.map.figure import STYLES, Figure
from generator.render.marks import keyed
from generator.render.sharing.card import Card
from generator.render.sharing.head import NOWHERE, Publication, head
from generator.routes import CORRECTIONS, LEGAL, Ref, address, src_uri
from generator.text.french import slug, typeset
from generator.text.html import clean
from generator.text.markup import plain
from generator.text.rendered import ids
from generator.text.sentences import sentences
from generator.words import Words


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page of `docs_dir`, and the card that stands for it where it is shared."""

    uri: str
    """Its `src_uri`."""
    text: str
    """Complete with front matter."""
    card: Card | None = None


_COVERAGE: Final = "ce-que-ce-dossier-ne-couvre-pas"
"""How the anchor of the section that says what is missing begins, on whichever hand-written page has it."""
_COUNTING: Final = "comment-les-sources-sont-comptees"
"""The same of the section that says which articles count as one source."""
_DESCRIPTION_LENGTH: Final = 200
_BODY: Final = "\ue020"
"""Stands for the body while the lines around it are set, for in a body every line counts."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Writes pages from one library, in one language, with one set of templates."""

    library: Library
    words: Words
    templates: Environment
    figures: Mapping[str, Figure]
    """The maps, by the `src_uri` of their pages."""
    explained: Mapping[str, str]
    """Where hand-written pages explain what other pages lead to (`explained_in`)."""
    common: str
    """The front matter that all pages have (`common_front_matter`)."""
    credited: Credits
    """The names by which prose knows the sources."""
    by_id: Mapping[str, Mapping[str, Entity]]
    """What templates look up: articles, leaders, events and places by their ids."""
    publication: Publication = NOWHERE

    def page(
        self, template: str, uri: str, meta: Mapping[str, Any], source: Entity | None = None, **values: object
    ) -> PageFile:
        """One page: `meta` is its front matter, `source` the record whose file an edit link leads to."""
        library, figure = self.library, self.figures.get(uri)
        first = {key: value for key, value in meta.items() if value}
        last: dict[str, object] = {}
        if figure:
            last["stylesheets"] = [*STYLES, *first.pop("stylesheets", ())]
            last["scripts"] = list(figure.scripts)  # not in the text, where not every builder leaves addresses alone
        if source:
            last["source"] = f"content/{source.path}"
        shared = head(library, self.words, self.publication, uri, meta, source)
        text = self.templates.get_template(template).render(
            page=uri,
            subject=source,
            meta=(front_matter(first) + self.common + front_matter({**last, **shared.front})).rstrip(),
            settings=library.dossier.settings,
            **self.by_id,
            named=library.named,
            drafts=library.drafts,
            credited=self.credited,
            dead=library.dead,
            coverage=self.explained.get(_COVERAGE),
            counting=self.explained.get(_COUNTING),
            verifications=library.verifications,
            map=figure.html if figure else "",
            **{key: _BODY if key == "body" else value for key, value in values.items()},
        )
        body = str(values.get("body", ""))
        whole = _squeezed(keyed(text, body, self.words)).replace(_BODY, body)
        return PageFile(uri, marked(whole, uri, library.drafts, self.words), shared.card)

    def about(self, entity: Entity, template: str, meta: Mapping[str, Any], **values: object) -> PageFile:
        """The page of one record."""
        ref = ref_to(entity)
        title = labels.SECTION_TITLES.get(ref.kind)
        section = self.words.gettext(title) if title else ""
        front = {**meta, "section": section, "page_kind": ref.kind.value}
        if isinstance(entity, Article | Event):
            front["day"] = f"{entity.date.first}/{entity.date.last}"
        return self.page(
            template,
            src_uri(ref),
            front,
            entity,
            body=self.body(ref),
            backlinks=self.library.backlinks.get(ref, ()),
            **values,
        )

    def body(self, ref: Ref) -> str:
        """A record's body as its page has it."""
        return self.credited.body(self.library.bodies[ref], crediting(self.words, src_uri(ref)))


def described(entity: Entity, given: str | None = None) -> str:
    """A record in one line: the one given, else the body's first sentence, cut at a word."""
    whole = typeset(plain(given)) if given else _first_sentence(entity.body)
    return whole if len(whole) <= _DESCRIPTION_LENGTH else whole[:_DESCRIPTION_LENGTH].rpartition(" ")[0] + "…"


@lru_cache(maxsize=2**10)
def _first_sentence(body: str) -> str:
    text = typeset(plain(clean(body).markdown))
    return next((text[start:end] for start, end in sentences(text)), "")


def front_matter(values: Mapping[str, object]) -> str:
    """YAML, a line a value."""
    return "".join(_dumped(key, json.dumps(value)) for key, value in values.items())


@lru_cache(maxsize=2**14)
def _dumped(key: str, value: str) -> str:
    """A line of front matter; `value` is JSON, by which equal values are known."""
    return yaml.safe_dump({key: json.loads(value)}, allow_unicode=True, sort_keys=False, width=10**6)


def common_front_matter(library: Library, words: Words) -> str:
    """What all pages tell the theme: no side columns; at the foot hand-written pages, corrections, the legal page."""
    written = [page for page in library.dossier.pages if src_uri(ref_to(page)) != LEGAL]
    links = [(typeset(page.title), src_uri(ref_to(page))) for page in written]
    links += [(words.gettext("Corrections"), CORRECTIONS), (words.gettext("Legal notice"), LEGAL)]
    footer = [{"title": title, "url": address(uri)} for title, uri in links]
    return front_matter({"hide": ["navigation", "toc"], "footer": footer})


def laid_out(library: Library, words: Words, figures: Mapping[str, Figure], publication: Publication = NOWHERE) -> Desk:
    """The desk for the pages of a library, with the maps by the `src_uri` of their pages."""
    common = common_front_matter(library, words)
    said = {tie: words.gettext(label) for tie, label in labels.INTERESTS.items()}
    credited = credits_of(library.sources, said)
    explained, kinds = explained_in(library), ("articles", "leaders", "events", "places")
    by_id = {kind: {entity.id: entity for entity in getattr(library, kind)} for kind in kinds}
    return Desk(library, words, environment(words), figures, explained, common, credited, by_id, publication)


def explained_in(library: Library) -> Mapping[str, str]:
    """The sections of hand-written pages to which other pages lead, by how their anchors begin."""
    found: dict[str, str] = {}
    for page in library.dossier.pages:
        for wanted in (_COVERAGE, _COUNTING):
            anchors = ids(library.bodies[ref_to(page)]) if wanted in slug(page.body) else ()
            anchor = next((one for one in anchors if one.startswith(wanted)), None)
            if anchor:
                found.setdefault(wanted, f"{src_uri(ref_to(page))}#{anchor}")
    return found


def _squeezed(text: str) -> str:
    """Never more than one blank line in a row, and none at the end."""
    lines: list[str] = []
    for line in text.splitlines():
        stripped = line.rstrip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return "\n".join(lines).rstrip() + "\n"
