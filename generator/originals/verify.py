"""Articles held against the originals they were read in: fingerprints, quotations, and what was taken over."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from unicodedata import normalize

from generator.check import Checked
from generator.dates import Edtf
from generator.diagnostics import Problem, Severity
from generator.link.library import everything, ref_to
from generator.load.document import Document, Position
from generator.model import Article, Kind, Original, TextKind
from generator.originals.likeness import alike
from generator.originals.rights import (
    QUOTED,
    is_our_account,
    line_of,
    passages,
    quotations,
    share_problem,
    speaks_of_terms,
    stands_in,
    too_large_a_share,
    written,
)
from generator.originals.verification import ReadOriginal, Verifications, Verified, fingerprint
from generator.reading.own import own
from generator.reading.rules import Rule
from generator.routes import Ref
from generator.text.markup import plain
from generator.text.quotations import copied, find, nearest, side_by_side, word_runs
from generator.text.words import word_count

_COPY: Final = 8
"""Words in a row that count as taken over where they stand outside quotations: names and titles take up to seven."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not agree with an original; for a quotation with both texts, differences marked."""

    problem: Problem
    quotation: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class _Ours:
    """A text in our own words, with its place in a file; in some no passage between guillemets is a quotation."""

    text: str
    of_terms: bool
    document: Document
    position: Position

    def line(self, offset: int) -> int:
        """The file's line of a place in the text."""
        return line_of(self.document, self.position, offset)


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

    @property
    def disagreements(self) -> tuple[Finding, ...]:
        """The findings that are errors; the others an editor has to look at."""
        return tuple(found for found in self.findings if found.problem.severity is Severity.ERROR)


def verify(checked: Checked, originals: Mapping[str, bytes], day: Edtf, rules: Sequence[Rule]) -> Verdict:
    """Hold a dossier without errors against those of its originals that are at hand.

    What an earlier record holds of the same quotation in the same original keeps its day. `rules` tell an article
    from what else its file holds: its length is its own, and a quotation counts only where it speaks.
    """
    dossier, documents, earlier = checked.dossier, checked.documents, checked.verifications
    assert dossier is not None
    findings: list[Finding] = []
    absent: list[tuple[Article, str, Document]] = []
    read: dict[str, ReadOriginal] = {}
    runs: set[tuple[str, ...]] = set()
    texts: dict[str, str] = {}
    bare: dict[str, str] = {}
    lengths: dict[str, int] = {}
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
            texts[article.id] = text
            parts = own(text, rules)
            bare[article.id] = parts.article
            runs |= word_runs(text, _COPY)
            lengths[article.id] = word_count(parts.article)
            kept = _held(article, parts.said, lengths[article.id], known, day)
            absent.append((article, parts.said, document))
            findings += map(Finding, share_problem(article, document, dossier.settings.quotes, kept.words))
        if kept:
            read[kept.sha256] = _together(read.get(kept.sha256), kept)
    for article, said, document in absent:
        findings += _absent(article, texts, said, document)
    findings += map(Finding, alike(dossier.articles, bare, documents))
    ours = tuple(_ours(checked, texts))
    findings += _copies(ours, runs, dossier.settings.quotes.max_words)
    findings += _copied_files(checked.media, runs, dossier.settings.quotes.max_words)
    findings += _shares(checked, ours, texts, lengths)
    if texts and all(article.id in texts for article in dossier.articles if article.original):
        listed = (quote for article in dossier.articles for quote, _ in quotations(article))  # told of by `_absent`
        findings += _unheard((text for text in ours if not text.of_terms), (*texts.values(), *listed))
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


def _held(article: Article, said: str, words: int, known: ReadOriginal | None, day: Edtf) -> ReadOriginal:
    """The record of an original at hand and of the quotations that stand in what the article says."""
    found = {fingerprint(quote) for quote, _ in quotations(article) if find(normalize("NFC", quote), said)}
    days = {quote.sha256: quote.day for quote in known.quotes} if known else {}
    assert article.original is not None
    return ReadOriginal(
        sha256=article.original.sha256,
        day=known.day if known else day,
        words=words,
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


def _absent(article: Article, texts: Mapping[str, str], said: str, document: Document) -> Iterator[Finding]:
    """The quotations of an article that its original does not have, or only where the article does not speak."""
    text = texts[article.id]
    for quote, position in quotations(article):
        wanted = normalize("NFC", quote)
        if find(wanted, said):
            continue
        if find(wanted, text):
            what = f"« {quote} » n’est que dans ce qui entoure l’article : d’autres articles, ou des lecteurs."
            expected = "les mots de l’article lui-même"
            yield Finding(document.problem("W327", document.line(*position), what, found=quote, expected=expected))
        else:
            passage = nearest(quote, text)
            elsewhere = next((id_ for id_, other in texts.items() if id_ != article.id and find(wanted, other)), None)
            what = f"« {quote} » n’est pas dans l’original" + (
                f", mais dans celui de « {elsewhere} »." if elsewhere else "."
            )
            problem = document.problem("E224", document.line(*position), what, found=quote, suggestion=passage or None)
            yield Finding(problem, *(side_by_side(quote, passage) if passage else (quote, "")))


def _copies(texts: Iterable[_Ours], runs: Set[tuple[str, ...]], most: int) -> Iterator[Finding]:
    """Passages of our texts that an original has word for word, but for quotations and the few words beside them."""
    for ours in texts:
        alone = _unquoted(ours.text, most)
        for start, end in copied(ours.text, runs, _COPY):
            passage = " ".join(ours.text[start:end].split())
            if word_count(alone[start:end]) >= _COPY:
                what = f"« {passage} » est repris mot pour mot d’un original."
                expected = "vos propres mots, ou une citation"
                yield Finding(ours.document.problem("E225", ours.line(start), what, found=passage, expected=expected))


def _copied_files(media: Mapping[PurePosixPath, bytes], runs: Set[tuple[str, ...]], most: int) -> Iterator[Finding]:
    """Files in plain text that are handed out as they are, and hold more of an original than a quotation may."""
    for path, data in media.items():
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            continue  # a picture, or a document that only its own program reads
        for start, end in copied(text, runs, _COPY):
            words = text[start:end].split()
            if len(words) > most:
                what = f"« {' '.join(words[:4])}… » est repris mot pour mot d’un original, sur {len(words)} mots."
                expected = "un fichier sans les mots de l’article"
                line = text.count("\n", 0, start) + 1
                yield Finding(Problem("E225", PurePosixPath("content/assets") / path, line, what, expected=expected))


def _unheard(texts: Iterable[_Ours], originals: Iterable[str]) -> Iterator[Finding]:
    """Passages between guillemets that no original holds: another publication's words, or nobody's."""
    held = tuple(text.lower() for text in originals)
    for ours in texts:
        for passage, offset in passages(ours.text):
            if not stands_in(passage, held):
                what = f"« {passage} » n’est dans aucun original."
                expected = "les mots d’un article, ou ceux d’une source que vous nommez"
                yield Finding(ours.document.problem("W323", ours.line(offset), what, found=passage, expected=expected))


def _shares(
    checked: Checked, texts: Iterable[_Ours], originals: Mapping[str, str], lengths: Mapping[str, int]
) -> Iterator[Finding]:
    """Originals of which all records together quote too much; what one article quotes too much of it is told there."""
    assert checked.dossier is not None
    limits = checked.dossier.settings.quotes
    marked = {passage for ours in texts for passage, _ in passages(ours.text)}
    for article in checked.dossier.articles:
        text = originals.get(article.id)
        if text is None or article.text is not TextKind.NOTICE:
            continue
        listed = {quote for quote, _ in quotations(article)}
        spans = [span for passage in marked | listed if (span := find(normalize("NFC", plain(passage)), text))]
        quoted, words = word_count(_covered(text, spans)), lengths[article.id]
        document = checked.documents[ref_to(article)]
        alone = any(share_problem(article, document, limits, words))
        if not alone and 100 * quoted > limits.max_share * words:
            what = "Les citations de toutes les fiches ensemble"
            yield Finding(too_large_a_share(document, quoted, words, limits, what))


def _covered(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """What of a text lies in any of some spans."""
    kept = [" "] * len(text)
    for start, end in spans:
        kept[start:end] = text[start:end]
    return "".join(kept)


def _ours(checked: Checked, originals: Mapping[str, str]) -> Iterator[_Ours]:
    """Every text that the site shows as our own words; the headline of an article that has one is its title."""
    assert checked.dossier is not None
    if checked.settings_document:
        for position, text in written(checked.dossier.settings):
            yield _Ours(text, False, checked.settings_document, position)
    for entity in filter(is_our_account, everything(checked.dossier)):
        for position, text in written(entity):
            headline = position == ("title",) and _words(text) == _words(_first_line(originals.get(entity.id, "")))
            if not (headline and isinstance(entity, Article)):
                yield _Ours(text, speaks_of_terms(entity), checked.documents[ref_to(entity)], position)


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


def _words(text: str) -> frozenset[tuple[str, ...]]:
    """A text as all its words in their order, case and accents aside."""
    return word_runs(text, word_count(text))


def _unquoted(text: str, most: int) -> str:
    """A text with blanks, as many, for its quotations of so many words at most."""
    return QUOTED.sub(lambda match: match[0] if word_count(match[0]) > most else " " * len(match[0]), text)


def _text(data: bytes) -> str:
    """An original as text; an old file that is not UTF-8 is read as Windows wrote it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return normalize("NFC", text)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
