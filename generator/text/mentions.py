"""Mentions of leaders and places in a text: by name, or by the office held on the day of the text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Final, NamedTuple

from generator.dates import Edtf
from generator.model import Kind, Leader, Place, PlaceKind
from generator.text.anaphora import Before, Told, counterparts_of
from generator.text.bare import ONCE, bare
from generator.text.counterparts import counterparts
from generator.text.countries import countries
from generator.text.lands import adjectives
from generator.text.markup import Part, segments
from generator.text.names import Name, Named, named, names
from generator.text.offices import DayAt, Office, Offices, holders_of, offices, spoken_of
from generator.text.tokens import Table, Words


class Form(StrEnum):
    """How a text mentions somebody or somewhere."""

    NAME = "name"
    DESCRIPTION = "description"


class Mention(NamedTuple):
    """The stretch of a text, from `start` to before `end`, that means a leader or a place."""

    start: int
    end: int
    kind: Kind
    id: str
    form: Form
    linkable: bool = True
    """Whether it stands in running text: not in a heading, nor in a link."""
    metonym: bool = False
    """Whether a seat of power stands for those who sit there: no place then."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names and offices of a dossier, ready to be looked for."""

    names: Table[Name]
    offices: Offices
    kinds: Mapping[str, PlaceKind]
    """What each place is, by its id."""
    capitals: Mapping[str, str]
    """The capitals among the places, by their country."""


def lexicon(leaders: Iterable[Leader], places: Iterable[Place]) -> Lexicon:
    """The names and offices of a dossier's leaders and places."""
    leaders, places = tuple(leaders), tuple(places)
    found = countries()
    capitals = {
        place.country: place.id
        for place in places
        if place.country in found and place.kind is PlaceKind.CITY and place.name == found[place.country].capital
    }
    return Lexicon(names(leaders, places), offices(leaders), {place.id: place.kind for place in places}, capitals)


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A stretch of a text that speaks of another day than the text's own."""

    start: int
    end: int
    day: Edtf


_SAME: Final = str.maketrans("'ʼ\u2010\u2011\u00a0\u202f\u2009\n\t", "’’--     ")
"""Apostrophes, hyphens and spaces that say the same; an en dash stands between names, not in one."""


def find(markdown: str, words: Lexicon, day: Edtf | None, elsewhere: tuple[OtherDay, ...] = ()) -> tuple[Mention, ...]:
    """All mentions of leaders and places in a Markdown text, in order; capitals that mean a government left out.

    Offices are read by the `day` of the text, and not at all where that is unknown; in the
    stretches `elsewhere`, by theirs, that of the first where there are several.
    """
    readable, prose = _readable(markdown)

    def day_at(position: int) -> Edtf | None:
        other = next((found.day for found in elsewhere if found.start <= position < found.end), None)
        return (other or day) if day else None

    breaks = tuple(match.start() for match in re.finditer(r"\n[ \t]*\n", markdown))
    found = [m for m in read(readable, words, day_at, breaks) if not m.metonym and not _is_facility(m)]
    described = _Spans((m.start, m.end) for m in found if m.form is Form.DESCRIPTION)
    return tuple(
        Mention(m.start, m.end, m.kind, m.id, m.form, all(prose[m.start : m.end]))
        for m in found
        if m.form is Form.DESCRIPTION or not described.hold(m.start, m.end)  # a link holds no other
    )


def _is_facility(mention: Mention) -> bool:
    """Whether it is the longer way to say a place, whose name is inside."""
    return mention.kind is Kind.PLACE and mention.form is Form.DESCRIPTION


def _readable(markdown: str) -> tuple[str, list[bool]]:
    """The text with all that is no language blanked out, as long as before; and what of it is prose."""
    text: list[str] = []
    prose: list[bool] = []
    for segment in segments(markdown):
        piece = markdown[segment.start : segment.end].translate(_SAME)
        silent = segment.image or segment.part in {Part.VERBATIM, Part.TARGET}
        text.append("\0" * len(piece) if silent else piece)
        prose += [segment.part is Part.PROSE] * len(piece)
    return "".join(text), prose


_LINE_END: Final = re.compile(r"\n")
_IN_ORDER: Final = attrgetter("start", "end", "kind", "id", "form")
_AS_TOLD: Final = attrgetter("end", "start", "leader")


def read(text: str, lexicon: Lexicon, day_at: DayAt, breaks: Sequence[int]) -> tuple[Mention, ...]:
    """All mentions in a plain text with typographic apostrophes and plain spaces and hyphens, in order.

    `breaks` are the ends of paragraphs: « son homologue » points inside its own.
    """
    ends = frozenset(match.start() for match in _LINE_END.finditer(text))
    text = text.replace("\n", " ")
    words = Words(text)
    found = tuple(named(words, lexicon.names, ends))
    said = tuple(spoken_of(words, lexicon.offices))
    described = _held(text, said, found, lexicon.offices, day_at)
    starts = {name.start: name.owner[1] for name in found}
    leaders = {name.start: (name.owner[1], name.end) for name in found if name.owner[0] is Kind.LEADER}
    before = Before(words, _told(found, described, said), breaks, lexicon.offices.holders, day_at, leaders)
    spans = _Spans((mention.start, mention.end) for mention in described)
    described += tuple(
        Mention(back.start, back.end, Kind.LEADER, back.leader, Form.DESCRIPTION)
        for back in dict.fromkeys((*counterparts_of(before, counterparts(words)), *bare(before, said)))
        if not spans.hold(back.start, back.end) and _not_somebody_else(text, back.end, starts, back.leader)
    )
    kept = [
        Mention(name.start, name.end, *name.owner, Form.NAME, metonym=name.metonym)
        for name in found
        if name.owner[0] is Kind.PLACE or not spans.hold(name.start, name.end)
    ]
    found_all = (*kept, *described, *_facilities(text, kept, lexicon), *_capitals(words, lexicon))
    return tuple(sorted(found_all, key=_IN_ORDER))


def _told(found: Sequence[Named], described: Sequence[Mention], said: Sequence[Office]) -> tuple[Told, ...]:
    """Whom a text has spoken of, in order; offices whose holders the dossier does not know as well."""
    known = {(mention.start, mention.end) for mention in described}
    told = [Told(name.end, name.start, name.owner[1], frozenset()) for name in found if name.owner[0] is Kind.LEADER]
    told += [Told(mention.end, mention.start, mention.id, frozenset()) for mention in described]
    told += [
        Told(office.end, office.start, "", frozenset(wording.rank for wording in office.wordings), office.countries)
        for office in said
        if office.countries and (office.start, office.end) not in known
    ]
    return tuple(sorted(told, key=_AS_TOLD))


_FACILITIES: Final = {
    kind: re.compile(rf"\b(?:la |le |l’|les |sa |ses ){noun}(?: [a-zà-öø-ÿ-]+){{0,3}} (?:de |d’)$", re.I)
    for kind, noun in {
        PlaceKind.BASE: "base",
        PlaceKind.PORT: "port",
        PlaceKind.AIRPORT: "aéroport",
        PlaceKind.CITY: "base(?: navale| aérienne| militaire)",
    }.items()
}


def _facilities(text: str, names: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """« La base italienne d’Aviano »: what a place is, before its name."""
    for name in names:
        before = _FACILITIES.get(lexicon.kinds[name.id]) if name.kind is Kind.PLACE else None
        if before and text[max(0, name.start - 4) : name.start].lower().endswith((" de ", " d’")):
            match = before.search(text, max(0, name.start - 60), name.start)
            if match:
                yield Mention(match.start(), name.end, Kind.PLACE, name.id, Form.DESCRIPTION)


_CAPITAL: Final = frozenset({"capitale"})


def _capitals(words: Words, lexicon: Lexicon) -> Iterator[Mention]:
    """« La capitale norvégienne »."""
    for index in words.among(_CAPITAL):
        if index + 1 < len(words) and words.lead(index).endswith("la ") and words.lead(index + 1) == "capitale ":
            found = {lexicon.capitals[land] for land in adjectives(words.word(index + 1)) if land in lexicon.capitals}
            if len(found) == 1:
                start, end = words.start(index) - 3, words.end(index + 1)
                yield Mention(start, end, Kind.PLACE, found.pop(), Form.DESCRIPTION)


class _Spans:
    """Stretches of a text that do not overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds the whole of another stretch."""
        index = bisect_right(self._spans, (start, float("inf"))) - 1
        return index >= 0 and self._spans[index][0] <= start and end <= self._spans[index][1]


def _held(
    text: str, said: Sequence[Office], found: Sequence[Named], known: Offices, day_at: DayAt
) -> tuple[Mention, ...]:
    starts = {name.start: name.owner[1] for name in found}
    described = []
    for office in said:
        day = day_at(office.start)
        once = ONCE.search(text, max(0, office.start - 14), office.start)
        if day is None or office.plural or office.former or once:
            continue
        held = holders_of(office, known, day) or _of_the_name_behind(text, office, starts, known, day)
        if len(held) == 1:
            (leader,) = held
            if _not_somebody_else(text, office.end, starts, leader) or _is_of_another(text, office):
                described.append(Mention(office.start, office.end, Kind.LEADER, leader, Form.DESCRIPTION))
    return tuple(described)


_OF_ANOTHER: Final = re.compile(
    r"\b(?:envoyée?|émissaire|porte-parole|représentante?|conseill(?:er|ère)|ministre|adjointe?|directeur|secrétaire|"
    r"ambassad(?:eur|rice)|chef de cabinet|bras droit|fils|fille|frère|sœur|épouse|femme|mari|gendre|cousine?|neveu|"
    r"oncle|père|mère|avocate?|médecin|interprète|prédécesseur|successeur|rivale?|allié|proche)s?"
    r"(?: [a-zà-öø-ÿ]+){0,2} (?:du |de la |de l’)$"
)


def _is_of_another(text: str, office: Office) -> bool:
    """« L’envoyé spécial du président tunisien, Untel »: the name behind the comma is that of the envoy."""
    behind = text[office.end : office.end + 2] == ", "
    return behind and _OF_ANOTHER.search(text, max(0, office.start - 60), office.start) is not None


_WHOSE: Final = re.compile(r"\b(?:son|sa) $", re.I)


def _of_the_name_behind(
    text: str, office: Office, starts: Mapping[int, str], known: Offices, day: Edtf
) -> frozenset[str]:
    """« Le ministre de la Défense Untel »: an office without its country is that of the name right behind it."""
    follows = re.compile(r",? ").match(text, office.end)
    leader = starts.get(follows.end()) if follows else None
    if _WHOSE.search(text, max(0, office.start - 5), office.start):  # « son ministre Untel » is read as pointing back
        return frozenset()
    if " " not in text[office.start : office.end].partition(" ")[2]:  # « le président Untel » is a name with its title
        return frozenset()
    holds = leader is not None and any(h.rank in office.ranks and h.at(day) for h in known.holders.of(leader))
    return frozenset({leader}) if leader and holds else frozenset()


def _not_somebody_else(text: str, end: int, starts: Mapping[int, str], leader: str) -> bool:
    """A name right behind an office tells whose it is."""
    follows = re.compile(r",? (?=[A-ZÀ-ÖØ-Þ])").match(text, end)
    if follows is None:
        return True
    holder = starts.get(follows.end())
    if holder is not None:
        return holder == leader or follows[0].startswith(",")
    return follows[0].startswith(",") and re.compile(r"[\w-]+ [A-ZÀ-ÖØ-Þ][\w-]+,").match(text, follows.end()) is None
