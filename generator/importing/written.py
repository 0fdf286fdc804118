"""A draft as the file that an editor opens."""

import json
import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

from generator.importing.draft import Draft
from generator.text.working import fenced

_PLAIN: Final = re.compile(r"[^\W_](?:[^\n\"#:\\]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
"""What YAML reads as it is written, outside a list in brackets."""
_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def article_file(draft: Draft, original: str) -> str:
    """The Markdown of a draft whose original has the name `original` in the folder of the originals."""
    front = "\n".join(line for line in _front(draft, original))
    return normalize("NFC", f"---\n{front}\n---\n\n{fenced(draft.working)}")


def scalar(text: str) -> str:
    """A text on one line as a YAML value."""
    clean = " ".join(_NOT_TEXT.sub(" ", text).split())
    return clean if _PLAIN.fullmatch(clean) and clean not in {"null"} else json.dumps(clean, ensure_ascii=False)


def _front(draft: Draft, original: str) -> Iterator[str]:
    yield f"title: {scalar(draft.title.value or '')}"
    if draft.date.value:
        yield f"date: {draft.date.value}"
        if draft.date_basis:
            yield f"date_basis: {scalar(draft.date_basis)}"
    else:
        yield f"# date: à donner, par exemple 2017-11-21 ({draft.date.why})"
    if draft.publisher.value:
        yield f"publisher: {scalar(draft.publisher.value)}"
        yield f"publisher_basis: {draft.publisher_basis}"
    if draft.author.value:
        yield f"author: {scalar(draft.author.value)}"
    if draft.url.value:
        yield f"url: {scalar(draft.url.value)}"
    yield "text: notice"
    yield "status: draft"
    if draft.reprint_of:
        yield f"reprint_of: {draft.reprint_of}"
    yield "original:"
    yield f"  file: {scalar(original)}"
    yield f"  sha256: {draft.source.sha256}"
    if draft.events:
        yield "events:"
        for proposed in draft.events:
            yield f"  # proposé : {proposed.why}"
            yield f"  - {proposed.event}"
    if draft.quotes:
        yield "quotes:"
        for quote in draft.quotes:
            yield f"  - text: {scalar(quote.text)}"
            yield f"    speaker: {quote.speaker}"
            if quote.reported_by:
                yield f"    reported_by: {quote.reported_by}"
            yield f"    speech: {'indirect' if quote.indirect else 'direct'}"
