"""A raw text cut into pieces, none left out: what was cut, what is kept, and how the kept is read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from generator.model import Kind
from generator.reading.analyse import Reading
from generator.reading.noise import Cut


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the raw text, from `start` to before `end`: what it is, and how it is read."""

    start: int
    end: int
    sort: str
    """« coupe », « doute », « titre », « parution », « nom », « lieu », « date » or « citation »."""
    reading: str
    family: str = ""
    """Of what is cut: what it belonged to in the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the marks that lie over it, and those that end with it."""

    text: str
    over: tuple[Mark, ...]
    ending: tuple[Mark, ...]


_FAMILIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        kind: family
        for family, kinds in {
            "page": "navigation site_name masthead rubric running_header page_number page_furniture footer "
            "font_controls live_controls live_label forum header yaml_header date_prefix keywords slug_line tags "
            "metadata buttons infobox widget end_mark",
            "signature": "publication_line byline source_line timestamp reading_time view_count agency_initials "
            "agency_footer agency_boilerplate author_box correction_prompt translation_note "
            "update_note contact postal_address editors_notes",
            "image": "caption inline_caption video_caption caption_duplicate caption_foreign credit image audio_player "
            "video_player transcript",
            "réseaux": "share_bar share_prompt telegram_prompt whatsapp_prompt embedded_tweet social_embed "
            "comment_count comment_form comments_prompt comments reader_prompt",
            "abonnement": "newsletter_box subscribe_prompt support_prompt paywall app_prompt magazine_promo "
            "ad_label ad",
            "renvois": "read_also inline_link related_articles most_read footnotes citation_note address",
            "mentions légales": "cookie_wall copyright legal opinion_disclaimer",
            "répétition": "paragraph_duplicate",
            "code": "shortcode html_residue",
        }.items()
        for kind in kinds.split()
    }
)
FAMILIES: Final = (*dict.fromkeys(_FAMILIES.values()), "autre")
"""What a cut passage belonged to; « autre » where a dossier's own rule names another kind."""


def family(kind: str) -> str:
    """The family of a kind of noise."""
    return _FAMILIES.get(kind, FAMILIES[-1])


def marks(reading: Reading) -> tuple[Mark, ...]:
    """All that was cut from a text or read in it, at positions of the raw text."""
    found = (
        *_stretches(reading, reading.noise.cuts, "coupe"),
        *_stretches(reading, reading.noise.doubtful, "doute"),
        *([_mark(reading, reading.title, "titre", "titre")] if reading.title else []),
        *(_mark(reading, at, "parution", reading.published.why) for at in reading.published.evidence),
        *(
            _mark(
                reading, (m.start, m.end), "nom" if m.kind is Kind.LEADER else "lieu", m.id + (" (pouvoir)" * m.metonym)
            )
            for m in reading.mentions
        ),
        *(_mark(reading, (m.start, m.end), "date", f"{m.value or '?'}, {m.why}") for m in reading.moments),
        *(_mark(reading, (q.start, q.end), "citation", _voices(q.speaker, q.reported_by)) for q in reading.quotations),
    )
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, mark.sort)))


def pieces(raw: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """A text from its first character to its last, broken wherever a mark begins or ends."""
    marks = tuple(marks)
    bounds = sorted({0, len(raw), *(at for mark in marks for at in (mark.start, mark.end))})
    for start, end in pairwise(bounds):
        over = tuple(mark for mark in marks if mark.start <= start and end <= mark.end)
        yield Piece(raw[start:end], over, tuple(mark for mark in over if mark.end == end))


def _mark(reading: Reading, stretch: tuple[int, int], sort: str, said: str) -> Mark:
    return Mark(*reading.aligned.raw(*stretch), sort, said)


def _stretches(reading: Reading, cuts: Iterable[Cut], sort: str) -> Iterator[Mark]:
    for cut in cuts:
        yield replace(_mark(reading, (cut.start, cut.end), sort, cut.rule), family=family(cut.kind))


def _voices(speaker: str | None, reporter: str | None) -> str:
    said = speaker or "qui parle ?"
    return f"{said}, selon {reporter}" if reporter else said
