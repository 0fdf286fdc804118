"""Addresses of pages: each belongs to one thing, past ones included."""

from collections.abc import Iterator

from generator.check.reading import Reading
from generator.check.sources import calls
from generator.diagnostics import Problem
from generator.link.sources import name_key, names_of
from generator.model import Kind, Source
from generator.routes import RESERVED, SECTIONS, Ref, src_uri
from generator.text.french import slug


def addresses(reading: Reading) -> Iterator[Problem]:
    """Problems of pages that would stand at the same address."""
    yield from _shared_ids(reading)
    taken = {src_uri(ref): (ref, f"celui de {reading.documents[ref].shown}") for ref in reading.records}
    for ref, name in _unfiled(reading):
        taken.setdefault(src_uri(ref), (ref, f"l’adresse de la source « {name} »"))
    for ref, entity in reading.records.items():
        document = reading.documents[ref]
        if _is_reserved(ref):
            what = f"L’adresse « /{_address(ref)}/ » est celle d’une page du site : renommez ce fichier."
            yield document.problem("E211", 1, what, found=ref.id)
        for index, old in enumerate(entity.formerly):
            line, former = document.line("formerly", index), Ref(ref.kind, old)
            if _is_reserved(former):
                what = f"L’adresse « /{_address(former)}/ » est celle d’une page du site : retirez-la."
                yield document.problem("E211", line, what, found=old)
                continue
            other, whose = taken.setdefault(src_uri(former), (ref, f"celui de {document.shown}"))
            if other != ref or old == ref.id:
                whose = "le nom actuel de cette fiche" if old == ref.id else whose
                what = f"L’ancien nom « {old} » est {whose} : retirez-le de « formerly »."
                yield document.problem("E211", line, what, found=old)


def _unfiled(reading: Reading) -> Iterator[tuple[Ref, str]]:
    """The pages of sources that only articles and editors name."""
    filed = {name_key(name) for source, _ in reading.each(Source) for name in names_of(source)}
    for name, _, _ in calls(reading):
        if name_key(name) not in filed:
            yield Ref(Kind.SOURCE, slug(name)), name


def _shared_ids(reading: Reading) -> Iterator[Problem]:
    """A leader and a place of one id could not be told apart among participants."""
    for ref, document in reading.documents.items():
        if ref.kind is Kind.LEADER and Ref(Kind.PLACE, ref.id) in reading.names:
            what = f"« {ref.id} » est aussi l’identifiant d’un lieu (places/{ref.id}.md) : renommez l’un des deux."
            yield document.problem("E215", 1, what, found=ref.id)


def _address(ref: Ref) -> str:
    return src_uri(ref).removesuffix(".md").removesuffix("/index")


def _is_reserved(ref: Ref) -> bool:
    """Whether a page that the generator makes stands at a thing's address."""
    if ref.kind is Kind.PAGE:
        return ref.id in RESERVED or ref.id in SECTIONS.values()
    return ref.id == "index"
