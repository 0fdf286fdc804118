"""Mentions of leaders and places in a text: by name, or by the office held on the day of the text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from generator.dates import Edtf
from generator.model import Kind, Leader, Place, PlaceKind, Role
from generator.text.countries import countries
from generator.text.designations import counterpart_pattern, countries_of, patterns, rank
from generator.text.french import upper_first
from generator.text.markup import Part, segments


class Form(StrEnum):
    """How a text mentions somebody or somewhere."""

    NAME = "name"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """The stretch of a text, from `start` to before `end`, that means a leader or a place."""

    start: int
    end: int
    kind: Kind
    id: str
    form: Form
    linkable: bool = True
    """Whether it stands in running text: not in a heading, nor in a link."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a leader's or a place's name; `owner` is None for somebody outside the dossier."""

    text: str
    owner: tuple[Kind, str] | None
    locative_only: bool = False
    """A capital or a seat of power: without « à », « vers », « au »… the name means the government."""
    bare_surname: bool = False
    """A single word: another first name before it makes another person of it."""
    after: tuple[str, ...] = ()
    """Words of which one stands before it: « Caire » is « Le Caire » only after « au » and « du »."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A leader in one of his roles, with what texts call him while it lasts."""

    leader: str
    role: Role
    rank: str
    pattern: re.Pattern[str]

    def at(self, day: Edtf) -> bool:
        """Whether the role is held on any day that a date may mean."""
        first = self.role.from_.first if self.role.from_ else None
        return day.overlaps(first, self.role.to.last if self.role.to else None)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names and offices of a dossier, ready to be looked for."""

    names: Mapping[str, tuple[Name, ...]]
    """By their first word; longer names first."""
    holders: tuple[Holder, ...]


_SAME: Final = str.maketrans({"'": "’", "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "\u2011": "-"})
_WORD: Final = re.compile(r"\w+")
_DETERMINER: Final = r"(?:\b(?:le |la |l’))?"
_LOCATIVE: Final = re.compile(
    r"(?:\b(?:à|a|au|vers|depuis|dans|sur|hors de|près de|loin de|autour de|jusqu’à|via|de retour à|"
    r"quitter|quitte|quitté|gagner|gagne|gagné|rejoindre|rejoint|regagner|regagne|regagné|"
    r"(?:rues?|aéroport|ville|villes|région|centre|nord|sud|est|ouest|banlieue|faubourgs|environs|habitants?|voyage|"
    r"visite|séjour|étape|rencontre|réunion|sommet|entretien|route|place) (?:de|du|à|au)|"
    r"(?:part|partis?|partir|départ|envol|envolée?|envole|décollé?|décolle|embarqué|embarque|route|vol|avion|train) "
    r"pour|(?:arrive|arrivé|retour|revient|revenu|vient|venu) (?:de|du)) (?:la |le )?|"
    r"\bà (?-i:[A-ZÀ-ÖØ-Þ])[\w-]+ (?:et|ou) (?:à )?)$",
    re.IGNORECASE,
)
_ORIGIN: Final = re.compile(r"(?:\bde |\bdu |\bd’)$", re.IGNORECASE)
_DESTINATION: Final = re.compile(r" (?:à|au|vers|jusqu’à) ")
"""« de Londres au Caire » makes places of both."""
_CONTRACTED: Final = {"Le ": ("au", "du"), "Les ": ("aux", "des")}
"""What « à » and « de » become before the article that a place's name begins with."""
_NOT_ANY_MORE: Final = re.compile(
    r"(?:\b(?:ancien|ancienne|future?|feu|premier|première|prochaine?|ex|vice|une?|aucune?) |\b(?:ex|vice)-)$", re.I
)
_COUNTERPART: Final = re.compile(rf"(?:\b(?:son|leur|le) )?(?<![\w-]){counterpart_pattern()}(?![\w-])", re.I)
_OPENERS: Final = frozenset(
    "À Afin Ainsi Alors Après Au Aussi Aux Avant Avec Car Ce Cependant Certes Cet Cette Chez Comme Contre Dans De "
    "Depuis Dès Des Du Elle En Enfin Ensuite Entre Et Face Fin Grâce Il Ils Jamais Jusqu La Le Les Leur Lors Lorsque "
    "Mais Malgré Même Ni Non Or Ou Où Par Parce Pendant Plus Pour Pourtant Puis Quand Que Quel Qui Quoi Sa Sans Sauf "
    "Selon Ses Si Soit Son Sous Sur Tandis Tant Tel Tout Toutefois Un Une Vers Voici Voilà "
    "M MM Monsieur Président Présidente Ministre Général".split()
)
"""Capitalized words that are no first name."""


def lexicon(leaders: Iterable[Leader], places: Iterable[Place]) -> Lexicon:
    """The names and offices of a dossier's leaders and places."""
    names = [*_leader_names(leaders := tuple(leaders)), *_place_names(places)]
    names += [replace(name, text=upper_first(name.text)) for name in names if name.text[:1].islower()]
    by_first: dict[str, list[Name]] = {}
    for name in sorted(dict.fromkeys(names), key=lambda name: (-len(name.text), name.text)):
        first = _WORD.search(name.text)
        if first:
            by_first.setdefault(first[0], []).append(name)
    return Lexicon(
        {first: tuple(found) for first, found in by_first.items()},
        tuple(_holder(leader.id, role) for leader in leaders for role in leader.roles),
    )


def _leader_names(leaders: Iterable[Leader]) -> Iterator[Name]:
    for leader in leaders:
        for text in (leader.name, *leader.aliases):
            yield Name(text.translate(_SAME), (Kind.LEADER, leader.id), bare_surname=" " not in text)
        for text in leader.not_:
            yield Name(text.translate(_SAME), None)


def _place_names(places: Iterable[Place]) -> Iterator[Name]:
    capitals = {(words.code, words.capital) for words in countries().values()}
    for place in places:
        power = place.kind is PlaceKind.BUILDING or (place.country, place.name) in capitals
        for text in (place.name, *place.aliases):
            name = Name(text.translate(_SAME), (Kind.PLACE, place.id), locative_only=power)
            yield name
            yield from (
                replace(name, text=name.text.removeprefix(article), after=contracted)
                for article, contracted in _CONTRACTED.items()
                if name.text.startswith(article)
            )
        for text in place.not_:
            yield Name(text.translate(_SAME), None)


def _holder(leader: str, role: Role) -> Holder:
    wordings = "|".join(sorted(patterns(role), key=len, reverse=True))
    return Holder(leader, role, rank(role), re.compile(rf"{_DETERMINER}(?<![\w-])(?:{wordings})(?![\w-])", re.I))


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A stretch of a text that speaks of another day than the text's own."""

    start: int
    end: int
    day: Edtf


def find(markdown: str, words: Lexicon, day: Edtf | None, elsewhere: tuple[OtherDay, ...] = ()) -> tuple[Mention, ...]:
    """All mentions in a Markdown text, in order.

    Offices are read by the `day` of the text, and not at all where that is unknown; in the
    stretches `elsewhere`, by theirs.
    """
    readable, prose = _readable(markdown)
    named = tuple(_named(readable, words))
    described = tuple(
        mention
        for mention in _offices(readable, markdown, words, named, day)
        if not any(other.start <= mention.start < other.end for other in elsewhere)
    )
    for other in elsewhere:
        found = _offices(readable, markdown, words, named, other.day)
        described += tuple(mention for mention in found if other.start <= mention.start < other.end)
    spans = {(mention.start, mention.end) for mention in described}
    kept = [m for m in named if not any(s <= m.start and m.end <= e for s, e in spans)]
    placed = {Mention(m.start, m.end, m.kind, m.id, m.form, all(prose[m.start : m.end])) for m in (*kept, *described)}
    return tuple(sorted(placed))


def _offices(
    readable: str, markdown: str, words: Lexicon, named: tuple[Mention, ...], day: Edtf | None
) -> tuple[Mention, ...]:
    """Those whom the text designates by the office that they hold on a day."""
    if day is None:
        return ()
    described = tuple(_described(readable, words, named, day))
    return (*described, *_counterparts(readable, _paragraphs(markdown), words, (*named, *described), day))


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


def _named(text: str, words: Lexicon) -> Iterator[Mention]:
    end = 0
    for token in _WORD.finditer(text):
        if token.start() < end or text[token.start() - 1 : token.start()] == "-":
            continue
        for name in words.names.get(token[0], ()):
            if text.startswith(name.text, token.start()) and _whole(text, token.start() + len(name.text)):
                end = token.start() + len(name.text)
                if name.owner and _means(text, token.start(), name):
                    yield Mention(token.start(), end, *name.owner, Form.NAME)
                break


def _whole(text: str, end: int) -> bool:
    return not re.match(r"\w|-\w", text[end : end + 2])


def _means(text: str, start: int, name: Name) -> bool:
    if name.after and not re.search(rf"\b(?:{'|'.join(name.after)}) $", text[max(0, start - 5) : start], re.I):
        return False
    if name.locative_only:
        if _ORIGIN.search(text, max(0, start - 10), start) and _DESTINATION.match(text, start + len(name.text)):
            return True
        return bool(_LOCATIVE.search(text, max(0, start - 60), start))
    if name.bare_surname:
        before = re.search(r"([A-ZÀ-ÖØ-Þ][\w’.-]*) $", text[max(0, start - 40) : start])
        return before is None or _ends_sentence(before[1]) or re.split(r"[.’]", before[1])[0] in _OPENERS
    return True


def _ends_sentence(word: str) -> bool:
    """Whether the full stop behind a word ends a sentence: that of an initial does not."""
    return re.search(r"[^\W\d_]{2}\.$", word) is not None and word.rstrip(".") not in _OPENERS


def _described(text: str, words: Lexicon, named: tuple[Mention, ...], day: Edtf) -> Iterator[Mention]:
    meant: dict[tuple[int, int], set[str]] = {}
    for holder in words.holders:
        if holder.at(day):
            for match in holder.pattern.finditer(text):
                if not _goes_on_abroad(text, match.end(), holder.role.country):
                    meant.setdefault(match.span(), set()).add(holder.leader)
    starts = {mention.start: mention.id for mention in named}
    for (start, end), leaders in sorted(meant.items()):
        wider = any(s <= start and end <= e and (s, e) != (start, end) for s, e in meant)
        if len(leaders) == 1 and not wider:
            (leader,) = leaders
            if _still(text, start) and _not_somebody_else(text, end, starts, leader):
                yield Mention(start, end, Kind.LEADER, leader, Form.DESCRIPTION)


def _goes_on_abroad(text: str, end: int, country: str) -> bool:
    """Whether another country's adjective follows: « porte-parole de la présidence » goes on with « suisse »."""
    word = re.match(r" (\w+)", text[end : end + 30])
    adjective = countries_of(word[1].lower()) if word else frozenset()
    return bool(adjective) and country not in adjective


def _still(text: str, start: int) -> bool:
    noun = re.compile(r"(?:le |la |l’)", re.I).match(text, start)
    before = text[max(0, start - 20) : noun.end() if noun else start]
    return _NOT_ANY_MORE.search(before) is None


def _not_somebody_else(text: str, end: int, starts: Mapping[int, str], leader: str) -> bool:
    """A name right behind an office tells whose it is."""
    follows = re.match(r",? (?=[A-ZÀ-ÖØ-Þ])", text[end : end + 3])
    if follows is None:
        return True
    named = starts.get(end + follows.end())
    return named == leader or (named is None and follows[0].startswith(","))


def _paragraphs(markdown: str) -> tuple[int, ...]:
    """Where paragraphs end."""
    return tuple(match.start() for match in re.finditer(r"\n[ \t]*\n", markdown))


def _counterparts(
    text: str, breaks: tuple[int, ...], words: Lexicon, mentions: tuple[Mention, ...], day: Edtf
) -> Iterator[Mention]:
    holders = [holder for holder in words.holders if holder.at(day)]
    ranks: dict[str, set[str]] = {}
    for holder in holders:
        ranks.setdefault(holder.leader, set()).add(holder.rank)
    starts = {mention.start: mention.id for mention in mentions}
    for match in _COUNTERPART.finditer(text):
        before = [m for m in mentions if m.kind is Kind.LEADER and m.end <= match.start()]
        if not before:
            continue
        nearest = max(before)
        if any(nearest.end <= at < match.start() for at in breaks):  # a paragraph's pronouns point inside it
            continue
        where = countries_of(match["homologue"].lower())
        found = {
            holder.leader
            for holder in holders
            if holder.role.country in where
            and holder.rank in ranks.get(nearest.id, set())
            and holder.leader != nearest.id
        }
        if len(found) == 1 and _still(text, match.start()):
            (leader,) = found
            if _not_somebody_else(text, match.end(), starts, leader):
                yield Mention(match.start(), match.end(), Kind.LEADER, leader, Form.DESCRIPTION)
