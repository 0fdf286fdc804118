"""Names of sources: each means one source, makes an address of a page, and is no slip for another."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from generator.check.meant import leader_meant
from generator.check.names import claimed_twice
from generator.check.reading import Reading
from generator.check.references import is_id
from generator.diagnostics import Problem
from generator.link.sources import name_key, references, speaks_itself, voices_of
from generator.load.document import Document, Position
from generator.model import Article, Leader, Source, Subject
from generator.text.french import slug

_ALIKE: Final = 0.85
"""How much two names resemble each other where one may be a slip for the other, by difflib's measure."""


def sources(reading: Reading) -> Iterator[Problem]:
    """Names that two sources claim, and names of sources without a file that look wrong."""
    claimed: dict[str, Source | Leader] = {
        name_key(name): leader for leader, _ in reading.each(Leader) for name in (leader.name, *leader.aliases)
    }
    filed: dict[str, Source] = {}
    for source, document in reading.each(Source):
        for name, position in _written(source):
            other = claimed.setdefault(name_key(name), source)
            if other is not source:
                yield claimed_twice(name, other, document, document.line(*position))
            elif speaks_itself(name):
                what = f"« {name} » désigne partout l’article lui-même."
                yield document.problem("E205", document.line(*position), what, found=name)
            filed.setdefault(name_key(name), source)
    names = {key: source.name for key, source in filed.items()}
    for name, document, position in calls(reading):
        meant = filed.get(name_key(name))
        if meant and not _goes_by(meant, name):
            yield _by_its_file(name, meant, document, position)
        if name_key(name) not in names:
            yield from _unfiled(name, document, position, names)
            names[name_key(name)] = name
    for name, document, position in _voices(reading):
        if name_key(name) not in names:
            yield from _unknown(name, document, position, names)
            names[name_key(name)] = name


def _goes_by(source: Source, name: str) -> bool:
    """Whether a name is one that a source's file gives, and not only that of the file."""
    return name == source.id or name_key(name) in {name_key(own) for own in (source.name, *source.aliases)}


def _by_its_file(name: str, source: Source, document: Document, position: Position) -> Problem:
    what = f"« {name} » serait lu « {source.name} », parce que la fiche {source.path} porte ce nom de fichier."
    expected = f"« {name} » parmi les « aliases » de cette fiche, ou un autre nom de fichier"
    return document.problem("W321", document.line(*position), what, found=name, expected=expected)


def _written(source: Source) -> Iterator[tuple[str, Position]]:
    yield source.id, ()
    yield source.name, ("name",)
    for index, alias in enumerate(source.aliases):
        yield alias, ("aliases", index)


def calls(reading: Reading) -> Iterator[tuple[str, Document, Position]]:
    """The names of those who published what the dossier relies on, each with its place."""
    for article, document in reading.each(Article):
        if article.publisher:
            yield article.publisher, document, ("publisher",)
    for subject, document in reading.each(Subject):
        for reference, position in references(subject):
            yield reference.publisher, document, (*position, "publisher")
            for number, name in enumerate(reference.also_in):
                yield name, document, (*position, "also_in", number)


def _voices(reading: Reading) -> Iterator[tuple[str, Document, Position]]:
    """The names of those from whom something is had, each with its place; ids are looked at elsewhere."""
    for subject, document in reading.each(Subject):
        for who, position in voices_of(subject):
            if not (is_id(who) or speaks_itself(who) or leader_meant(reading, who)):
                yield who, document, position


def _unfiled(name: str, document: Document, position: Position, names: Mapping[str, str]) -> Iterator[Problem]:
    """A name without a file makes a page of its own: it must have an address, and not be a slip of the pen."""
    line = document.line(*position)
    if slug(name) in {"", "index"}:
        what = f"Le nom « {name} » ne peut pas faire l’adresse d’une page."
        expected = "une fiche dans sources/, par exemple sources/nom-du-journal.md, dont c’est le « name »"
        yield document.problem("E221", line, what, found=name, expected=expected)
        return
    near = get_close_matches(name_key(name), sorted(names), n=1, cutoff=_ALIKE)
    if near:
        what = f"« {name} » n’a pas de fiche dans sources/ ; si c’est une autre source, donnez-lui une fiche."
        yield document.problem("W321", line, what, found=name, suggestion=names[near[0]])


def _unknown(name: str, document: Document, position: Position, names: Mapping[str, str]) -> Iterator[Problem]:
    """A name without a file or a page: a reader is told neither who that is nor what ties it to what it tells."""
    near = get_close_matches(name_key(name), sorted(names), n=1, cutoff=_ALIKE)
    what = f"« {name} » est cité sans avoir de fiche : le site le nomme, sans page ni ce qui le lie à ce qu’il dit."
    expected = f"une fiche dans sources/, par exemple sources/{slug(name) or 'qui-parle'}.md, dont c’est le « name »"
    expected += ", ou l’identifiant d’un dirigeant"
    meant = names[near[0]] if near else None
    yield document.problem("W328", document.line(*position), what, found=name, expected=expected, suggestion=meant)
