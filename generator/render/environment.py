"""Jinja2 as the templates of the pages need it."""

import re
from functools import cache, lru_cache
from typing import Any

from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import escape as escape_html

from generator.claims.records import Claim
from generator.dates import Edtf, Precision, date_fr, day_fr, when_fr
from generator.library import Pair, ref_to
from generator.link import Backlink
from generator.model import Entity, Kind, Leader, Place, Source
from generator.quotations import Quotation
from generator.render import labels
from generator.routes import FOLDERS, relative, src_uri
from generator.text.countries import country_name
from generator.text.french import NARROW, count, enumerate_fr, lower_article, lower_first, of, typeset, upper_first
from generator.text.markup import escape


@cache
def environment() -> Environment:
    """The templates of this package, strict about names that are not there; they know nothing of any dossier."""
    made = Environment(
        loader=PackageLoader("generator.render"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # the templates write Markdown; every value goes through `text`
    )
    made.filters |= {
        "text": text,
        "subject": subject,
        "date": lambda value: typeset(date_fr(value)),
        "when": lambda value: typeset(when_fr(value)),
        "time": time,
        "count": count,
        "enumerate": enumerate_fr,
        "upper_first": upper_first,
        "sentence": sentence,
        "contact": contact,
        "country": country_name,
        "credit": credit,
        "editorial": editorial,
        "headline": headline,
        "link": link,
        "place_of": place_of,
        "period": lambda role: typeset(labels.period(role)),
        "tally": labels.tally,
        "to": to,
        "voice": voice,
        "voice_by": voice_by,
        "voice_of": voice_of,
        "weekday": lambda day: typeset(day_fr(day, weekday=True)),
        "quoted": lambda title: f"«{NARROW}{title}{NARROW}»",
        "uri": uri,
    }
    made.globals |= {
        "coordinates": coordinates,
        "place_kinds": labels.PLACE_KINDS,
        "event_kinds": labels.EVENT_KINDS,
        "properties": labels.PROPERTIES,
        "statuses": labels.STATUSES,
        "outcome_known": typeset(labels.OUTCOME_KNOWN),
        "status_sentences": {key: typeset(value) for key, value in labels.STATUS_SENTENCES.items()},
        "text_kind_names": labels.TEXT_KIND_NAMES,
        "text_kinds": {key: typeset(value) for key, value in labels.TEXT_KINDS.items()},
        "publisher_bases": {key: typeset(value) for key, value in labels.PUBLISHER_BASES.items()},
    }
    return made


def text(value: object) -> str:
    """Plain text, typeset, as Markdown shows it unchanged."""
    return _text(str(value))


@lru_cache(maxsize=2**14)
def _text(value: str) -> str:
    return escape(typeset(value))


def time(value: Edtf) -> str:
    """A date as a `<time>` element, machine-readable where HTML has a form for its precision."""
    shown = escape_html(typeset(date_fr(value)))
    if value.precision is Precision.SPAN:
        return f'<span class="when">{shown}</span>'
    return f'<time datetime="{value.text.rstrip("~?%")}">{shown}</time>'


def sentence(backlink: Backlink) -> str:
    """A quoted sentence, with what it is quoted for marked."""
    return "".join(
        f"<mark>{text(piece.text)}</mark>" if piece.marked else text(piece.text) for piece in backlink.sentence
    )


def contact(value: str) -> str:
    """A way to write to somebody: a link where it is an e-mail address or a page, else the text."""
    if re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", value):
        return f"[{escape(value)}](<mailto:{value}>)"
    return f"<{value}>" if re.fullmatch(r"https://[^\s<>]+", value) else text(value)


def coordinates(lat: float, lon: float) -> str:
    """« 48,8566° N, 2,3522° E »."""

    def degrees(value: float) -> str:
        return str(format_decimal(abs(value), "0.####", locale="fr"))

    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "O"
    return f"{degrees(lat)}°{NARROW}{north}, {degrees(lon)}°{NARROW}{east}"


def headline(entity: Entity) -> str:
    """What the page of a record is called."""
    return entity.name if isinstance(entity, Leader | Place | Source) else str(getattr(entity, "title", entity.id))


@pass_context
def to(context: Context, entity: Entity) -> str:
    """The link from the page that is being written to the page of a record."""
    return uri(context, src_uri(ref_to(entity)))


@pass_context
def link(context: Context, entity: Entity) -> str:
    """A record by its name, which leads to its page except from there."""
    shown = text(headline(entity))
    return shown if src_uri(ref_to(entity)) == context["page"] else f"[{shown}]({to(context, entity)})"


@pass_context
def uri(context: Context, target: str) -> str:
    """The link from the page that is being written to a page or file of `docs_dir`."""
    page: Any = context["page"]
    return relative(target, str(page))


@pass_context
def credit(context: Context, name: str) -> str:
    """A source by one of its names: its linked name, and what ties it to what it tells."""
    source: Source | None = context["named"].of(name)
    return linked(context, source, source.name) if source else text(name)


@pass_context
def voice(context: Context, speaker: str) -> str:
    """Who speaks, at the beginning of a sentence: a leader, a source or free text."""
    return linked(context, *_known(context, speaker))


@pass_context
def voice_by(context: Context, speaker: str) -> str:
    """Who speaks, inside a sentence: « l’Élysée »."""
    who, name = _known(context, speaker)
    return linked(context, who, lower_article(name) if who else lower_first(name))


@pass_context
def voice_of(context: Context, speaker: str) -> str:
    """Who speaks, after « de »: « de Paul », « d’Aline », « du Times »."""
    who, name = _known(context, speaker)
    before, rest = of(name)
    return before + linked(context, who, rest)


def _known(context: Context, speaker: str) -> tuple[Leader | Source | None, str]:
    """The leader of an id or the source of a name, if it is one, and what to call it."""
    who: Leader | Source | None = context["leaders"].get(speaker) or context["named"].of(speaker)
    return who, who.name if who else speaker


def linked(context: Context, who: Leader | Source | None, shown: str) -> str:
    """A name that leads to its page, except from there; with what ties a source or a speaker to what it tells."""
    if who is None:
        return text(shown)
    here = src_uri(ref_to(who)) == context["page"]
    marks = "".join(f' <span class="interest">{text(tie)}</span>' for tie in who.interest)
    return (text(shown) if here else f"[{text(shown)}]({to(context, who)})") + marks


@pass_context
def subject(context: Context, claim: Claim) -> Entity | None:
    """What is claimed something of; nothing if it is a draft."""
    folder, _, id_ = claim.about.rpartition("/")
    kinds = {Kind.EVENT: "events", Kind.LEADER: "leaders", Kind.PLACE: "places", Kind.ARTICLE: "articles"}
    meant = (context[name].get(id_) for kind, name in kinds.items() if folder in {"", FOLDERS[kind]})
    return next((entity for entity in meant if entity), None)


@pass_context
def place_of(context: Context, quotation: Quotation, name: str) -> int:
    """Where a voice stands in the chain of a quotation: 0 for who said it, then those who passed it on."""
    return next(at for at, voice in enumerate(quotation.voices) if context["named"].same(voice, name))


def editorial(pair: Pair) -> list[str]:
    """Those of a pair whom the texts of a shared event designate without naming."""
    events = (*pair.meetings, *pair.calls)
    return [who.name for who in (pair.one, pair.other) if any(who.id in event.identified for event in events)]
