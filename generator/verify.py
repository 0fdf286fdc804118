"""Articles held against the originals they were read in: fingerprints, quotations, and what was taken over."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial
from typing import Final
from unicodedata import normalize

from generator.check import Checked
from generator.dates import Edtf
from generator.diagnostics import Problem
from generator.document import Document
from generator.library import everything, ref_to
from generator.model import Article, Entity, Kind, Original, TextKind
from generator.rights import QUOTED, prose, quotations, share_problem
from generator.routes import Ref
from generator.text.quotations import copied, find, nearest, side_by_side, word_runs
from generator.text.words import word_count
from generator.verification import ReadOriginal, Verifications, Verified, fingerprint

_COPY: Final = 8
"""Words in a row that count as taken over where they stand outside quotations: names and titles take up to seven."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not agree with an original; for a quotation with both texts, differences marked."""

    problem: Problem
    quotation: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found, and the record that comes of it."""

    findings: tuple[Finding, ...]
    verifications: Verifications
    verified: int
    """Quotations found in their originals, now or earlier."""
    unverified: int
    """Quotations of articles whose original is not at hand or not named, and of which there is no record."""
    missing: tuple[str, ...]
    """Files of originals that are not at hand."""


def verify(checked: Checked, originals: Mapping[str, bytes], day: Edtf) -> Verdict:
    """Hold a dossier without errors against those of its originals that are at hand.

    What an earlier record holds of the same quotation in the same original keeps its day.
    """
    dossier, documents, earlier = checked.dossier, checked.documents, checked.verifications
    assert dossier is not None
    findings: list[Finding] = []
    read: dict[str, ReadOriginal] = {}
    runs: set[tuple[str, ...]] = set()
    for article in dossier.articles:
        known = earlier.original(article)
        document = documents[Ref(Kind.ARTICLE, article.id)]
        data = originals.get(article.original.file) if article.original else None
        if article.original is None:
            continue
        if data is None:
            kept = _kept(article, known)
        elif _sha256(data) != article.original.sha256:
            findings.append(_another(article.original, data, document))
            continue
        else:
            text = _text(data)
            runs |= word_runs(text, _COPY)
            kept = _held(article, text, known, day)
            findings += _absent(article, text, document)
            findings += map(Finding, share_problem(article, document, dossier.settings.quotes, kept.words))
        if kept:
            read[kept.sha256] = _together(read.get(kept.sha256), kept)
    findings += _copies(everything(dossier), documents, runs)
    verifications = Verifications(originals=tuple(read[key] for key in sorted(read)))
    counted = [(article, text) for article in dossier.articles for text, _ in quotations(article)]
    verified = sum(verifications.of(text, article) is not None for article, text in counted)
    named = sorted({article.original.file for article in dossier.articles if article.original})
    return Verdict(
        findings=tuple(sorted(findings, key=lambda finding: (finding.problem.path, finding.problem.line))),
        verifications=verifications,
        verified=verified,
        unverified=len(counted) - verified,
        missing=tuple(name for name in named if name not in originals),
    )


def _kept(article: Article, known: ReadOriginal | None) -> ReadOriginal | None:
    """What is recorded of an original that is not at hand, less the quotations that changed since."""
    if known is None:
        return None
    wanted = {fingerprint(text) for text, _ in quotations(article)}
    return known.model_copy(update={"quotes": tuple(quote for quote in known.quotes if quote.sha256 in wanted)})


def _held(article: Article, text: str, known: ReadOriginal | None, day: Edtf) -> ReadOriginal:
    """The record of an original at hand and of the quotations that stand in it."""
    found = {fingerprint(quote) for quote, _ in quotations(article) if find(normalize("NFC", quote), text)}
    days = {quote.sha256: quote.day for quote in known.quotes} if known else {}
    assert article.original is not None
    return ReadOriginal(
        sha256=article.original.sha256,
        day=known.day if known else day,
        words=word_count(text),
        quotes=tuple(Verified(sha256=key, day=days.get(key, day)) for key in sorted(found)),
    )


def _together(one: ReadOriginal | None, other: ReadOriginal) -> ReadOriginal:
    """What several articles that were read in one original have of it."""
    quotes = {quote.sha256: quote for quote in (*(one.quotes if one else ()), *other.quotes)}
    return other.model_copy(update={"quotes": tuple(quotes[key] for key in sorted(quotes))})


def _another(original: Original, data: bytes, document: Document) -> Finding:
    what = (
        f"Le fichier « {original.file} », d’empreinte {_sha256(data)}, n’est pas le texte qui a été lu. "
        "Remettez le bon fichier, ou relisez celui-ci et corrigez « sha256 »."
    )
    return Finding(document.problem("E223", document.line("original", "sha256"), what, found=original.sha256))


def _absent(article: Article, text: str, document: Document) -> Iterator[Finding]:
    """The quotations of an article that its original does not have."""
    for quote, position in quotations(article):
        if not find(normalize("NFC", quote), text):
            passage = nearest(quote, text)
            what = f"« {quote} » n’est pas dans l’original."
            problem = document.problem("E224", document.line(*position), what, found=quote, suggestion=passage or None)
            yield Finding(problem, *side_by_side(quote, passage))


def _copies(
    entities: Iterable[Entity], documents: Mapping[Ref, Document], runs: Set[tuple[str, ...]]
) -> Iterator[Finding]:
    """Passages of our texts, quotations aside, that an original has word for word."""
    for entity in entities:
        if isinstance(entity, Article) and entity.text is not TextKind.NOTICE:
            continue
        document = documents[ref_to(entity)]
        for text, line_at in _ours(entity, document):
            for start, end in copied(text, runs, _COPY):
                passage = " ".join(text[start:end].split())
                what = f"« {passage} » est repris mot pour mot d’un original."
                expected = "vos propres mots, ou une citation"
                yield Finding(document.problem("E225", line_at(start), what, found=passage, expected=expected))


def _ours(entity: Entity, document: Document) -> Iterator[tuple[str, Callable[[int], int]]]:
    """The texts of a record that are our own words, quotations cut out, with the line of each of their places."""
    if isinstance(entity, Article) and entity.standfirst:
        for _, piece in _unquoted(entity.standfirst):
            yield piece, lambda _: document.line("standfirst")
    for offset, piece in _unquoted(prose(document.body)):
        yield piece, partial(_line, document, offset)


def _line(document: Document, offset: int, at: int) -> int:
    return document.body_line_at(offset + at)


def _unquoted(text: str) -> Iterator[tuple[int, str]]:
    """The pieces of a text between its quotations, with their offsets."""
    at = 0
    for match in QUOTED.finditer(text):
        yield at, text[at : match.start()]
        at = match.end()
    yield at, text[at:]


def _text(data: bytes) -> str:
    """An original as text; an old file that is not UTF-8 is read as Windows wrote it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return normalize("NFC", text)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
