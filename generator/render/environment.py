"""Jinja2 as the templates of the pages need it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache, partial
from typing import Any, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import escape as escape_html

from generator.claims.divergences import Divergence
from generator.claims.records import Claim, Weekday
from generator.dates import Edtf, Precision
from generator.link.bodies import Backlink
from generator.link.library import Pair, ref_to
from generator.link.quotations import Quotation
from generator.model import Entity, Interest, Kind, Leader, Place, Source
from generator.render import drafts, labels, marks
from generator.render.credits import Credits, Linked
from generator.render.questions import question_title
from generator.routes import FOLDERS, relative, src_uri
from generator.text.countries import names_country
from generator.text.french import NARROW, slug, typeset, upper_first
from generator.text.markup import escape
from generator.words import Words

Key = TypeVar("Key")


@cache
def environment(words: Words) -> Environment:
    """The templates of this package in one language, strict about names that are not there.

    They know nothing of any dossier. What they say is English there, `{{ _("…") }}`.
    """
    made = Environment(
        loader=PackageLoader("generator.render"),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # they are a part of the program
        autoescape=False,  # the templates write Markdown; every value goes through `text`
    )
    made.extend(newstyle_gettext=True)
    made.filters |= {
        "text": text,
        "subject": subject,
        "date": words.date,
        "when": words.when,
        "time": time,
        "enumerate": words.grammar.listed,
        "upper_first": upper_first,
        "sentence": sentence,
        "contact": contact,
        "country": words.country,
        "says_country": lambda role: names_country(role.office, role.country),
        "day_name": lambda day: words.day_name(tuple(Weekday).index(day)),
        "credit": credit,
        "editorial": editorial,
        "headline": headline,
        "labelled": labelled,
        "link": link,
        "place_of": place_of,
        "prose": prose,
        "period": words.period,
        "slug": slug,
        "tally": lambda quotations: labels.tally(words, quotations),
        "tied": tied_here,
        "ties": lambda thing: ties(words, interest_of(thing)),
        "to": to,
        "voice": voice,
        "voice_by": voice_by,
        "voice_of": voice_of,
        "weekday": words.weekday,
        "question": question,
        "quoted": lambda title: words.gettext("“%(words)s”", words=title),
        "uri": uri,
    }
    made.tests["draft"] = draft
    made.globals |= {
        "words": words,
        "_": words.gettext,
        "key": marks.KEY,
        "undated_mark": marks.undated(words),
        "draft_mark": drafts.mark(words),
        "gettext": words.gettext,
        "ngettext": words.ngettext,
        "pgettext": words.pgettext,
        "npgettext": words.npgettext,
        "coordinates": lambda lat, lon: coordinates(words, lat, lon),
        "place_kinds": _said(words, labels.PLACE_KINDS),
        "event_kinds": {kind: words.gettext(one) for kind, (one, _) in labels.EVENT_KINDS.items()},
        "interests": _said(words, labels.INTERESTS),
        "properties": _said(words, labels.PROPERTIES),
        "statuses": _said(words, labels.STATUSES),
        "outcome_known": words.gettext(labels.OUTCOME_KNOWN),
        "status_sentences": _said(words, labels.STATUS_SENTENCES),
        "text_kind_names": _said(words, labels.TEXT_KIND_NAMES),
        "text_kinds": _said(words, labels.TEXT_KINDS),
        "publisher_bases": _said(words, labels.PUBLISHER_BASES),
        "verdicts": _said(words, labels.VERDICT_NAMES),
    }
    return made


def _said(words: Words, messages: Mapping[Key, str]) -> dict[Key, str]:
    """What messages are in the language, by the same keys."""
    return {key: words.gettext(message) for key, message in messages.items()}


def text(value: object) -> str:
    """Plain text, typeset, as Markdown shows it unchanged."""
    return _text(str(value))


@lru_cache(maxsize=2**14)
def _text(value: str) -> str:
    return escape(typeset(value))


@pass_context
def time(context: Context, value: Edtf) -> str:
    """A date as a `<time>` element, machine-readable where HTML has a form for its precision."""
    shown = escape_html(_words(context).date(value))
    if value.precision is Precision.SPAN:
        return f'<span class="when">{shown}</span>'
    return f'<time datetime="{value.text.rstrip("~?%")}">{shown}</time>'


@pass_context
def sentence(context: Context, backlink: Backlink) -> str:
    """A quoted sentence, with what it is quoted for marked, and the sources that it names credited."""
    named: Credits = context["credited"]
    return named.sentence(backlink.sentence, crediting(_words(context), str(context["page"])))


def contact(value: str) -> str:
    """A way to write to somebody: a link where it is an e-mail address or a page, else the text."""
    if re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", value):
        return f"[{escape(value)}](<mailto:{value}>)"
    return f"<{value}>" if re.fullmatch(r"https://[^\s<>]+", value) else text(value)


def coordinates(words: Words, lat: float, lon: float) -> str:
    """« 48,8566° N, 2,3522° E »."""

    def degrees(value: float, side: str) -> str:
        return f"{words.number(abs(value), '0.####')}°{NARROW}{side}"

    north = words.pgettext("side of a coordinate", "N") if lat >= 0 else words.pgettext("side of a coordinate", "S")
    east = words.pgettext("side of a coordinate", "E") if lon >= 0 else words.pgettext("side of a coordinate", "W")
    return f"{degrees(lat, north)}, {degrees(lon, east)}"


def headline(entity: Entity) -> str:
    """What the page of a record is called."""
    return typeset(
        entity.name if isinstance(entity, Leader | Place | Source) else str(getattr(entity, "title", entity.id))
    )


@pass_context
def labelled(context: Context, entity: Entity) -> str:
    """What the page of a record is called, and that it is a draft where it is one, in plain text."""
    return drafts.named(headline(entity), entity, context["drafts"], _words(context))


def _words(context: Context) -> Words:
    words: Words = context["words"]
    return words


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
def draft(context: Context, entity: Entity) -> bool:
    """Whether a record is a draft, or named by drafts alone."""
    return ref_to(entity) in context["drafts"]


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
    return linked(context, _known(context, speaker)[0], called(context, speaker))


def called(context: Context, speaker: str) -> str:
    """Who speaks, inside a sentence, in plain text."""
    who, name = _known(context, speaker)
    grammar = _words(context).grammar
    if who is None:
        return grammar.lowered(name)
    return name if isinstance(who, Leader) else grammar.inside(name)


@pass_context
def question(context: Context, found: Divergence) -> str:
    """The title of a divergence, in plain text."""
    return question_title(_words(context), found, headline(found.subject), partial(called, context))


@pass_context
def voice_of(context: Context, speaker: str) -> str:
    """Who speaks, after « de »: « de Paul », « d’Aline », « du Times »."""
    who, name = _known(context, speaker)
    grammar = _words(context).grammar
    before, rest = grammar.of_person(name) if isinstance(who, Leader) else grammar.of(name)
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
    return (text(shown) if here else f"[{text(shown)}]({to(context, who)})") + ties(_words(context), who.interest)


@pass_context
def prose(context: Context, value: str) -> str:
    """A note of the editors: plain text, in which a source that is named is credited."""
    named: Credits = context["credited"]
    return named.prose(value, crediting(_words(context), str(context["page"])))


def crediting(words: Words, page: str) -> Linked:
    """How prose on a page credits a source: a link, and its ties where the prose doesn't tell them; none at home."""

    def credited(source: Source, shown: str, untold: tuple[Interest, ...]) -> str:
        target = src_uri(ref_to(source))
        if target == page:
            return text(shown)
        return f"[{text(shown)}]({relative(target, page)})" + ties(words, untold)

    return credited


def ties(words: Words, interest: Iterable[Interest]) -> str:
    """What ties a source or a speaker to what it tells, as it stands beside the name."""
    return "".join(marks.tie(words, tie) for tie in interest)


def tied(words: Words, who: Leader | Source) -> str:
    """Somebody by name, and what ties them to what they tell, in plain text."""
    said = labels.interest(words, who.interest)
    return typeset(", ".join(filter(None, (who.name, said))))


@pass_context
def tied_here(context: Context, who: Leader | Source) -> str:
    """The same, and that it is a draft where it is one."""
    words = _words(context)
    return drafts.named(tied(words, who), who, context["drafts"], words)


def interest_of(thing: Entity) -> tuple[Interest, ...]:
    """What ties a thing to what it tells: nothing, where it is neither a source nor a speaker."""
    return thing.interest if isinstance(thing, Leader | Source) else ()


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
