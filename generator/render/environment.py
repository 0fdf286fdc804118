"""Jinja2 as the templates of the pages need it."""

import re
from typing import Any

from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import escape as escape_html

from generator.dates import Edtf, Precision, date_fr, when_fr
from generator.library import Pair, ref_to
from generator.link import Backlink
from generator.model import Entity, Leader, Source
from generator.render import labels
from generator.routes import relative, src_uri
from generator.text.countries import country_name
from generator.text.french import NARROW, count, enumerate_fr, lower_article, lower_first, typeset, upper_first
from generator.text.markup import escape


def environment() -> Environment:
    """The templates of this package, strict about names that are not there."""
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
        "period": lambda role: typeset(labels.period(role)),
        "to": to,
        "voice": voice,
        "uri": uri,
    }
    made.globals |= {
        "coordinates": coordinates,
        "place_kinds": labels.PLACE_KINDS,
        "event_kinds": labels.EVENT_KINDS,
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
    return escape(typeset(str(value)))


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


@pass_context
def to(context: Context, entity: Entity) -> str:
    """The link from the page that is being written to the page of a record."""
    return uri(context, src_uri(ref_to(entity)))


@pass_context
def uri(context: Context, target: str) -> str:
    """The link from the page that is being written to a page or file of `docs_dir`."""
    page: Any = context["page"]
    return relative(target, str(page))


@pass_context
def credit(context: Context, name: str, *, lower: bool = False) -> str:
    """A source by one of its names: its linked name, and what ties it to what it tells."""
    source: Source | None = context["named"].of(name)
    if source is None:
        return text(name)
    shown = text(lower_article(source.name) if lower else source.name)
    ties = "".join(f' <span class="interest">{text(tie)}</span>' for tie in source.interest)
    here = src_uri(ref_to(source)) == context["page"]
    return (shown if here else f"[{shown}]({to(context, source)})") + ties


@pass_context
def voice(context: Context, speaker: str, *, lower: bool = False) -> str:
    """Who speaks: a leader's linked name, or free text (« l’Élysée » inside a sentence)."""
    leader: Leader | None = context["leaders"].get(speaker)
    if leader:
        return f"[{text(leader.name)}]({to(context, leader)})"
    if context["named"].of(speaker):
        return credit(context, speaker, lower=lower)
    return text(lower_first(speaker) if lower else speaker)


def editorial(pair: Pair) -> list[str]:
    """Those of a pair whom the texts of a shared event designate without naming."""
    events = (*pair.meetings, *pair.calls)
    return [who.name for who in (pair.one, pair.other) if any(who.id in event.identified for event in events)]
