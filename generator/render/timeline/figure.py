"""The timeline in a page: both drawings, and what their signs mean."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.model import Status
from generator.render import labels
from generator.render.timeline.lying import lying
from generator.render.timeline.scale import Moment
from generator.render.timeline.signs import shape, style
from generator.render.timeline.upright import upright
from generator.words import Words

SCRIPT: Final = "assets/chronologie/frise.js"
STYLE: Final = "assets/chronologie/frise.css"
"""What a page with a timeline loads, from the site's root."""
_KEY: Final = (0.0, 0.0, 14.0, 14.0)
_LONG_KEY: Final = (0.0, 0.0, 26.0, 14.0)


def figure(moments: Sequence[Moment], words: Words) -> str:
    """The timeline of some moments; nothing where there is none."""
    if not moments:
        return ""
    drawings = lying(moments, words) + upright(moments, words)
    return (
        f'<figure class="frise">{drawings}'
        f'<figcaption><ul class="frise-legende">{"".join(_legend(moments, words))}</ul></figcaption></figure>'
    )


def _legend(moments: Sequence[Moment], words: Words) -> Iterator[str]:
    """The statuses and the kinds of dates that occur."""
    found = {moment.status for moment in moments}
    for status in Status:
        if status in found:
            yield _key(status, words.gettext(labels.STATUSES[status]), exact=True)
    if not all(moment.exact for moment in moments):
        said = words.gettext("date known to the month, to the year or between two days")
        yield _key(Status.ESTABLISHED, said, exact=False)


def _key(status: Status, words: str, *, exact: bool) -> str:
    box = _KEY if exact else _LONG_KEY
    drawn = shape(box, status, exact=exact)
    size = f'width="{box[2]:.0f}" height="{box[3]:.0f}" viewBox="0 0 {box[2]:.0f} {box[3]:.0f}"'
    return f'<li><svg class="{style(status)}" {size} aria-hidden="true">{drawn}</svg> {words}</li>'
