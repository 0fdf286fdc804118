"""The signs of a timeline: how firm an event is and how well its date is known, told by shape, pattern and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import escape

from generator.model import Status
from generator.render import labels
from generator.render.room import Box
from generator.render.timeline.layout import Slot
from generator.render.timeline.scale import Moment
from generator.text.french import upper_first
from generator.words import Words


@dataclass(frozen=True, slots=True)
class Beside:
    """What belongs to a sign: SVG that is part of its link, attributes of the whole, the box of the way to the map."""

    label: str = ""
    where: str = ""
    pin: Box | None = None


def sign(slot: Slot, box: Box, words: Words, beside: Beside) -> str:
    """A sign that fills a box: a link to the page of its event, or to its year in the list if it stands for several.

    Beside it a link of its own may lead to the event's moment on the map. The addresses stand in `xlink:href`, which
    no builder of sites rewrites, and over which the instant navigation of the theme does not stumble; the role says
    that it is a link to what knows the attribute `href` only.
    """
    body, worn, target = _several(slot, box) if len(slot.moments) > 1 else _one(slot, box)
    ids = " ".join(moment.id for moment in slot.moments)
    return (
        f'<g class="frise-evenement {worn}" data-evenements="{ids}"{" " + beside.where if beside.where else ""}>'
        f'<a class="frise-vers-page" role="link" xlink:href="{escape(target)}">'
        f"<title>{escape(told(slot.moments, words))}</title>{body}{beside.label}</a>"
        f"{_to_map(slot.moments[0], beside.pin, words) if beside.pin else ''}</g>"
    )


def _to_map(moment: Moment, box: Box, words: Words) -> str:
    """The link to the moment of an event on the map: a pin in the middle of what can be hit."""
    left, top, right, bottom = box
    said = words.gettext("On the map: %(title)s", title=moment.title)
    return (
        f'<a class="vers-carte" role="link" xlink:href="{escape(moment.on_map)}"><title>{escape(said)}</title>'
        f'<rect class="frise-cible" x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" '
        f'height="{bottom - top:.1f}"/>{_pin((left + right) / 2, (top + bottom) / 2)}</a>'
    )


def _pin(x: float, y: float) -> str:
    """A pin, around a middle."""
    drop = f"M{x:.1f},{y + 7:.1f}c-2,-3 -5,-5 -5,-8.5a5,5 0 0 1 10,0c0,3.5 -3,5.5 -5,8.5z"
    return f'<path class="frise-epingle" d="{drop}m-1.5,-8.5a1.5,1.5 0 1 0 3,0a1.5,1.5 0 1 0 -3,0z"/>'


def told(moments: Sequence[Moment], words: Words) -> str:
    """What a sign says: date, title, kind and status of its event, or how many events it stands for."""
    first, last = moments[0], moments[-1]
    if first is last:
        return words.gettext(
            "%(day)s: %(title)s (%(kind)s, %(status)s)",
            day=upper_first(first.when),
            title=first.title,
            kind=words.gettext(labels.EVENT_KINDS[first.kind][0]),
            status=words.gettext(labels.STATUSES[first.status]),
        )
    years = sorted({_year(moment.first) for moment in moments})
    span = str(years[0])
    if len(years) > 1:
        span = words.gettext("%(first)s to %(last)s", first=years[0], last=years[-1])
    # the script of the timeline says the same of what its filters leave
    number = words.ngettext("%(num)s event", "%(num)s events", len(moments))
    return f"{number}, {span}"


def _year(day: int) -> int:
    return date.fromordinal(day).year


def shape(box: Box, status: Status, *, exact: bool) -> str:
    """A disc for a known day and a bar for a span, with a cross if it was denied and a question mark if doubtful."""
    left, top, right, bottom = box
    x, y = (left + right) / 2, (top + bottom) / 2
    half = min(right - left, bottom - top) / 2 - 1
    body = f'<circle class="frise-signe" cx="{x:.1f}" cy="{y:.1f}" r="{half:.1f}"/>' if exact else _bar(box)
    if status is Status.DENIED:
        arm = half * 0.45
        one, other = f"M{x - arm:.1f},{y - arm:.1f}L{x + arm:.1f},{y + arm:.1f}", f"M{x - arm:.1f},{y + arm:.1f}"
        return f'{body}<path class="frise-croix" d="{one}{other}L{x + arm:.1f},{y - arm:.1f}"/>'
    if status is Status.DOUBTFUL:
        return f'{body}<text class="frise-doute" x="{x:.1f}" y="{y + 3.5:.1f}" aria-hidden="true">?</text>'
    return body


def _one(slot: Slot, box: Box) -> tuple[str, str, str]:
    (moment,) = slot.moments
    return shape(box, moment.status, exact=moment.exact), style(moment.status), moment.href


def style(status: Status) -> str:
    """The class of a sign by its event's status."""
    return f"frise-{status.name.lower()}"


def _several(slot: Slot, box: Box) -> tuple[str, str, str]:
    left, top, right, bottom = box
    number = (
        f'<text class="frise-nombre" x="{(left + right) / 2:.1f}" y="{(top + bottom) / 2 + 3.5:.1f}" '
        f'aria-hidden="true">{len(slot.moments)}</text>'
    )
    return _bar(box) + number, "frise-plusieurs", f"#annee-{_year(slot.moments[0].first)}"


def _bar(box: Box) -> str:
    left, top, right, bottom = box
    return (
        f'<rect class="frise-signe" x="{left + 1:.1f}" y="{top + 1:.1f}" width="{right - left - 2:.1f}" '
        f'height="{bottom - top - 2:.1f}" rx="2"/>'
    )
