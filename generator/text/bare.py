"""Offices whose country a text leaves unsaid: « le président », « son ministre », « le raïs », « le porte-parole »."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from generator.dates import Edtf
from generator.text.anaphora import HEAD, Before, Pointed, Told, is_spokesman
from generator.text.countries import countries
from generator.text.lands import adjectives
from generator.text.offices import FALLEN, Holder, Office


def bare(before: Before, offices: Iterable[Office]) -> Iterator[Pointed]:
    """All of them of whom it is certain who is meant."""
    for office in offices:
        if office.plural:
            continue
        if office.former:
            yield from _former(before, office)
        elif not office.countries:
            yield from _office(before, office)
        else:
            yield from _of_then(before, office)
    yield from _spokesmen(before)
    yield from _ministers(before)
    yield from _predecessors(before)


_STANDS_ALONE: Final = re.compile(
    r"(?:[.;:!?)»”…]| [»”:;!?]|, (?![A-ZÀ-ÖØ-Þ])| (?:a|ont|avait|aura|est|était|sera|ne|n’|se|s’|doit|devait|va|lui|y|"
    r"en|et|qui|dont|que|l’|le|la|leur|souhaite|veut|reçoit|dit|assure|affirme|rappelle|estime|espère|compte)\b|\Z)"
)
_NOT_OF: Final = re.compile(r"(?! (?:de |du |des |d’|[A-ZÀ-ÖØ-Þ]))(?!-)")
_DEFINITE: Final = re.compile(r"(?:le |la |l’)", re.I)
_WHOSE: Final = re.compile(r"\b(?:son|sa) (?:propre |nouveau |nouvelle |puissant |fidèle )?$", re.I)
_OF: Final = re.compile(r" (?:de |d’)(?=[A-ZÀ-ÖØ-Þ])")


def _office(before: Before, office: Office) -> Iterator[Pointed]:
    day = before.day_at(office.start)
    if day is None:
        return
    whose = _WHOSE.search(before.text, max(0, office.start - 16), office.start)
    if whose:
        yield from _owned(before, office, whose.start(), day)
        return
    of = _OF.match(before.text, office.end)
    owner = before.named(of.end()) if of else None
    if owner:
        yield from _of_the_named(before, office, owner, day)
        return
    if not _DEFINITE.match(before.text, office.start):
        return
    behind = before.named_behind(office.end)
    if behind is not None:
        if any(map(office.means, before.holders.of(behind))) and _is_title(before, office):
            yield Pointed(office.start, office.end, behind)
    elif (_NOT_OF if office.narrow else _STANDS_ALONE).match(before.text, office.end):
        found = _meant(before, office, day)
        if found:
            yield Pointed(office.start, office.end, found)


_THEN: Final = re.compile(r"(?: de l’époque| d’alors| du moment),? ")


ONCE: Final = re.compile(r", (?:alors|à l’époque|naguère|encore|longtemps) $")
"""What stands before an office that somebody once held: « Untel, alors ministre »."""


def _of_then(before: Before, office: Office) -> Iterator[Pointed]:
    """« Le ministre turc d’alors, Untel », « Untel, alors ministre turc »: who once held it, by the name."""
    then = _THEN.match(before.text, office.end)
    once = ONCE.search(before.text, max(0, office.start - 14), office.start)
    leader = before.named(then.end()) if then else before.named_up_to(once.start()) if once else None
    leader = leader if before.day_at(office.start) else None
    if leader and any(h.role.country in office.countries and _fits(office, h) for h in before.holders.of(leader)):
        yield Pointed(office.start, office.end, leader)


def _is_title(before: Before, office: Office) -> bool:
    """Whether it is more than the word before a name: « le président Untel » is a name with its title."""
    return before.text[office.end] == "," or " " in before.text[office.start : office.end].partition(" ")[2]


def _meant(before: Before, office: Office, day: Edtf) -> str | None:
    """Who is meant by an office with an article alone."""
    if _is_quoted(before, office.start):
        return _head_of_speaker(before, office, day)
    near = before.in_paragraph(office.start)
    if office.narrow:
        found = _only(before, office, near, day) or _last(before, office, day) or _the_one_at_home(before, office, day)
        return None if found and _is_abroad(before, office, found, day) else found
    if office.ranks == {HEAD}:
        return _only(before, office, near, day)
    return _only(before, office, near, day) or _only(before, office, before.recent(office.start), day)


def _only(before: Before, office: Office, told: Iterable[Told], day: Edtf) -> str | None:
    """The only one of those told of who holds an office, if no stranger may hold it."""
    found: set[str] = set()
    for one in told:
        if one.leader:
            found |= {h.leader for h in before.held(one, day) if _fits(office, h)}
        elif one.ranks & office.ranks and (not office.narrow or one.lands & _lands(office)):
            found.add("")
    return found.pop() if len(found) == 1 and "" not in found else None


def _last(before: Before, office: Office, day: Edtf) -> str | None:
    """The last one told of whom a word fits that only few are called by."""
    for one in reversed(before.recent(office.start)):
        held = {h.leader for h in before.held(one, day) if office.means(h)}
        if held:
            return held.pop()
    return None


def _is_abroad(before: Before, office: Office, leader: str, day: Edtf) -> bool:
    """« Le souverain », where the sentence, or the one before, is about another country that has one."""
    begins = before.sentence(office.start)
    said = before.text[before.sentence(max(begins - 3, 0)) : office.start]
    own = {h.role.country for h in before.holders.of(leader) if h.at(day)}
    lands = (countries()[code] for code in sorted(_lands(office) - own) if code in countries())
    return any(land.name in said or land.capital in said for land in lands)


def _the_one_at_home(before: Before, office: Office, day: Edtf) -> str | None:
    """« L’émir », where the dossier knows one and the text speaks of his country."""
    held = [h for h in before.holders.titled(w.title for w in office.wordings if w.title) if h.at(day)]
    land = countries().get(held[0].role.country) if len(held) == 1 else None
    if land is None:
        return None
    near = before.text[max(0, office.start - _NEAR) : office.end + _NEAR]
    return held[0].leader if any(word in near for word in (land.name, land.capital)) else None


_NEAR: Final = 300


def _fits(office: Office, holder: Holder) -> bool:
    """Whether somebody may be meant by an office: for a word that all of his rank share, his rank is enough."""
    return office.means(holder) or (not office.narrow and holder.rank in office.ranks)


def _lands(office: Office) -> frozenset[str]:
    return frozenset[str]().union(*(wording.lands for wording in office.wordings))


def _is_quoted(before: Before, position: int) -> bool:
    text, floor = before.text, max(before.paragraph(position), position - _LONGEST, 0)
    opened, closed = (max(text.rfind(mark, floor, position) for mark in marks) for marks in ("«“", "»”"))
    return opened > closed or text.count('"', floor, position) % 2 == 1


_LONGEST: Final = 4000
"""Characters that a quotation has at most."""
_REACH: Final = 200
_SENTENCE_END: Final = re.compile(r"[.!?](?: |\Z)|\n")


def _head_of_speaker(before: Before, office: Office, day: Edtf) -> str | None:
    """« Le président » in the words of a spokesman or a minister: the head of his own state."""
    if office.ranks != {HEAD} or office.narrow:
        return None
    closing = re.compile(r"[»”\"]").search(before.text, office.end, office.end + _REACH)
    behind = closing.end() if closing else office.end
    end = _SENTENCE_END.search(before.text, behind, behind + _REACH)
    until = end.start() if end else behind
    near = before.in_paragraph(office.start)
    after = [told for told in before.in_paragraph(until) if told.start >= behind]
    speakers = after[:1] or [told for told in near if any(map(is_spokesman, before.ranks(told, day)))]
    servants = [t for t in speakers if t.leader and HEAD not in before.ranks(t, day)]
    lands = {land for told in servants for land in before.lands(told, day)}
    if len(lands) != 1 or len({t.leader for t in speakers}) != 1:
        return None
    held = {h.leader for h in before.holders.among(lands, {HEAD}) if h.at(day)}
    return held.pop() if len(held) == 1 else None


_TIGHT: Final = re.compile(r",? (?:et|avec|accompagné (?:de|par)|comme) \Z")


def _owned(before: Before, office: Office, start: int, day: Edtf) -> Iterator[Pointed]:
    """« Son ministre de la Défense »: that of the country whose leader the sentence, or the one before, is about."""
    behind = before.named_behind(office.end)
    if behind is not None:
        if any(_fits(office, holder) for holder in before.holders.of(behind)):
            yield Pointed(start, office.end, behind)
        return
    lands = _owners(before, start, day)
    held = {h.leader for h in before.holders.among(lands, office.ranks) if h.at(day) and _fits(office, h)}
    if office.ranks != {HEAD} and len(lands) == 1 and len(held) == 1:
        yield Pointed(start, office.end, held.pop())


def _owners(before: Before, position: int, day: Edtf) -> frozenset[str]:
    """The countries of which « son » may be said at a position."""
    near = before.in_paragraph(position)
    if near and position - near[-1].end <= _NEAR and _TIGHT.match(before.text[near[-1].end : position]):
        return before.lands(near[-1], day)
    begins = before.sentence(position)
    told = [one for one in near if one.start >= begins]
    if not told and near:
        earlier = before.sentence(max(begins - 3, 0))
        told = [one for one in near if one.start >= earlier]
    return frozenset[str]().union(*(before.lands(one, day) for one in told))


def _of_the_named(before: Before, office: Office, owner: str, day: Edtf) -> Iterator[Pointed]:
    """« Le ministre de la Défense de Untel »."""
    lands = {h.role.country for h in before.holders.of(owner) if h.at(day)}
    held = {h.leader for h in before.holders.among(lands, office.ranks) if h.at(day)} - {owner}
    if len(held) == 1:
        yield Pointed(office.start, office.end, held.pop())


_SPOKESMAN: Final = re.compile(r"\b(?:(?P<his>son)|le) porte-parole\b(?! [a-zé]{2,}(?:ien|ais|ois|ain|e|c|ol)\b)", re.I)
_SPEAKER: Final = frozenset({"porte"})
_SPEAKS_FOR: Final = re.compile(r" (?:de la |du |des |de l’)")


def _spokesmen(before: Before) -> Iterator[Pointed]:
    """« Son porte-parole », « le porte-parole de Untel »: that of a head's country; « le porte-parole »: who spoke."""
    for match in before.matches(_SPOKESMAN, _SPEAKER):
        day = before.day_at(match.start())
        if day is None or _SPEAKS_FOR.match(before.text, match.end()):
            continue
        of = _OF.match(before.text, match.end())
        near = before.in_paragraph(match.start())
        held: set[str] = set()
        end = match.end()
        if of:
            owner, end = before.names.get(of.end(), (None, end))
            lands = {h.role.country for h in before.holders.of(owner) if h.at(day)} if owner else set()
            held = set(_speaking_for(before, lands, day))
        elif match["his"] and near and HEAD in before.ranks(near[-1], day):
            held = set(_speaking_for(before, before.lands(near[-1], day), day))
        elif match["his"] is None and _STANDS_ALONE.match(before.text, end):
            held = {t.leader for t in before.recent(match.start()) if any(map(is_spokesman, before.ranks(t, day)))}
        if len(held) == 1 and "" not in held:
            yield Pointed(match.start(), end, held.pop())


def _speaking_for(before: Before, lands: Iterable[str], day: Edtf) -> Iterator[str]:
    for land in lands:
        for holder in before.holders.among([land], filter(is_spokesman, before.holders.ranks(land))):
            if holder.at(day):
                yield holder.leader


_MINISTER: Final = re.compile(
    r"\b(?:le|la) ministre (?P<of>[a-zà-öø-ÿ]+)"
    r"(?! (?:de |des |du |d’|chargée?|déléguée?|en charge|à l’|sortante?|aux (?-i:[A-ZÀ-ÖØ-Þ])))",
    re.I,
)
_MINISTERS: Final = frozenset({"ministre"})


def _ministers(before: Before) -> Iterator[Pointed]:
    """« Le ministre suisse »: the only minister of that country of whom the text has told."""
    for match in before.matches(_MINISTER, _MINISTERS):
        day = before.day_at(match.start())
        lands = adjectives(match["of"])
        if day is None or not lands:
            continue
        told = (t for t in before.recent(match.start()) if before.lands(t, day) & lands)
        held = {t.leader for t in told if any(rank.startswith("ministre") for rank in before.ranks(t, day))}
        if len(held) == 1 and "" not in held:
            yield Pointed(match.start(), match.end(), held.pop())


_PREDECESSOR: Final = re.compile(r"\bson prédécesseur\b(?!,? (?:[A-ZÀ-ÖØ-Þ]|direct|immédiat))", re.I)
_PREDECESSORS: Final = frozenset({"predecesseur"})


def _predecessors(before: Before) -> Iterator[Pointed]:
    """« Son prédécesseur »: who held last the office of the stranger of whom the paragraph has just told."""
    for match in before.matches(_PREDECESSOR, _PREDECESSORS):
        day = before.day_at(match.start())
        near = before.in_paragraph(match.start())
        if day and near and not near[-1].leader:
            held = set(_ended(before.holders.among(near[-1].lands, near[-1].ranks), day))
            if len(held) == 1:
                yield Pointed(match.start(), match.end(), held.pop())


_EX: Final = re.compile(r"(?:(?:l’|le |la )?(?:ex-|ex |ancien(?:ne)? |ancien(?:ne)?-))$", re.I)
_FRESH: Final = timedelta(days=365)
"""How long after its end an office is still its last holder's: later there may have been others since."""


def _former(before: Before, office: Office) -> Iterator[Pointed]:
    """« L’ex-président tunisien », « le dirigeant déchu »: who held it last, if that ended less than a year ago."""
    day = before.day_at(office.start)
    if day is None:
        return
    sign = _EX.search(before.text, max(0, office.start - 14), office.start)
    fallen = FALLEN.match(before.text, office.end)
    start = sign.start() if sign else office.start
    end = fallen.end() if fallen else office.end
    if office.countries:
        held = before.holders.among(office.countries, office.ranks)
        ended = {*_ended((h for h in held if office.means(h)), day)}
    else:
        told = {one.leader for one in before.recent(office.start) if one.leader}
        ended = {*_ended((h for one in told for h in before.holders.of(one) if office.means(h)), day)}
    if len(ended) == 1:
        yield Pointed(start, end, ended.pop())


def _ended(held: Iterable[Holder], day: Edtf) -> Iterator[str]:
    """Who of these has held an office that ended less than a year before a day."""
    for holder in held:
        if holder.role.to and timedelta(0) <= day.first - holder.role.to.last <= _FRESH:
            yield holder.leader
