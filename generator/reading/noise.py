"""What clings to an article's text: found, named, and never cut without a rule that says why."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.reading.rules import Reach, Rule, flat
from generator.text.french import fold


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A stretch, from `start` to before `end`, that is no part of the article: its kind, and the rule's name."""

    start: int
    end: int
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without the white space around it."""

    start: int
    end: int
    text: str
    blank_before: bool
    """Whether an empty line, or the text's beginning, stands before it."""


@dataclass(frozen=True, slots=True)
class Noise:
    """What a text holds beside the article, and what only looks so and stays."""

    cuts: tuple[Cut, ...]
    doubtful: tuple[Cut, ...]


_ENDED: Final = re.compile(r"[.!…][»\"”’)\]\s]*$|\.[»\"” ]*\[\d+\]$|[.!?…] ?[»\"”]$")
_PROSE: Final = 80
_LONG_PROSE: Final = 200
_LONGEST: Final = 420


_CELL: Final = re.compile(r"[^\s](?:[^\n]*?[^\s])??(?= {3}|\Z)")
"""What stands in a column: wide gaps part what a page had side by side."""


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not empty; what wide gaps part counts as lines of its own."""
    found, at, blank = [], 0, True
    for raw in text.split("\n"):
        for cell in _CELL.finditer(raw.rstrip()):
            found.append(Line(at + cell.start(), at + cell.end(), cell[0], blank))
            blank = False
        blank = not raw.strip()
        at += len(raw) + 1
    return tuple(found)


def is_prose(line: str, least: int = _PROSE) -> bool:
    """Whether a line reads like running text: long enough, and ended like a sentence."""
    return len(line) >= least and _ENDED.search(line) is not None


def noise(text: str, rules: Sequence[Rule], apart: Sequence[Cut] = ()) -> Noise:
    """All that clings to a text, in order; nothing overlaps. What is left holds nothing more by the same rules.

    `apart` is known to be cut.
    """
    cuts = tuple(_merged(text, apart))
    while True:
        found = _once(_masked(text, cuts), rules)
        if not found.cuts:
            return Noise(cuts, found.doubtful)
        cuts = tuple(_merged(text, [*cuts, *found.cuts]))


def _once(text: str, rules: Sequence[Rule]) -> Noise:
    """What clings to a text at first sight: where that is gone, more may show."""
    plain = flat(text)
    passages = [cut for rule in rules if rule.reach is Reach.PASSAGE for cut in _passages(plain, rule)]
    masked = _masked(text, passages)
    lines = lines_of(masked)
    whole = [rule for rule in rules if rule.reach is not Reach.PASSAGE]
    by_line = [_rule_of(line.text, whole) for line in lines]
    cut = _by_rules(lines, by_line)
    cut |= _captioned(lines, cut)
    cut |= _captions_again(lines, cut)
    cut |= _foreign(lines, cut)
    cut |= _repeated(lines, cut)
    cut |= _running_heads(lines, cut)
    cut |= _head(lines, cut)
    cut |= _foot(lines, cut)
    cuts = [Cut(lines[i].start, lines[i].end, *why) for i, why in sorted(cut.items())]
    return Noise(tuple(_merged(text, [*passages, *cuts])), tuple(_doubtful(lines, cut)))


_Cuts = dict[int, tuple[str, str]]
"""Kind and rule, by the number of the line that is cut."""


def _passages(plain: str, rule: Rule) -> Iterator[Cut]:
    for match in rule.pattern.finditer(plain):
        if match.end() > match.start():
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            end = match.end() - len(match[0]) + len(match[0].rstrip())
            if start < end:
                yield Cut(start, end, rule.kind, rule.name)


def _masked(text: str, cuts: Iterable[Cut]) -> str:
    parts, done = [], 0
    for cut in sorted(cuts):
        if cut.start >= done:
            parts += [text[done : cut.start], re.sub(r"[^\n]", " ", text[cut.start : cut.end])]
            done = cut.end
    return "".join((*parts, text[done:]))


_MARKS: Final = re.compile(r"^(?:[>*_•●▪► ]+|#+ )+")
"""Marks of a list, a heading or emphasis before a line's words."""


def _rule_of(line: str, rules: Sequence[Rule]) -> Rule | None:
    """The first rule that describes a line; none is asked about a line longer than a paragraph of boilerplate."""
    if len(line) > _LONGEST:
        return None
    plain = flat(_MARKS.sub("", line).rstrip("*_ ") or line)
    return next((rule for rule in rules if rule.pattern.fullmatch(plain)), None)


def _by_rules(lines: Sequence[Line], rules: Sequence[Rule | None]) -> _Cuts:
    cut: _Cuts = {}
    for number, rule in enumerate(rules):
        if rule is None or (number in cut and rule.reach is Reach.LINE):
            continue
        cut.setdefault(number, (rule.kind, rule.name))
        for following in range(number + 1, _reached(lines, rules, number, rule)):
            cut.setdefault(following, (rule.kind, rule.name))
    return cut


def _reached(lines: Sequence[Line], rules: Sequence[Rule | None], number: int, rule: Rule) -> int:
    """The number of the first line that a rule found at a line does not reach any more."""
    if rule.reach is Reach.LINE:
        return number + 1
    for following in range(number + 1, len(lines)):
        line = lines[following]
        if rules[following] is not None and rule.reach is not Reach.END:
            return following
        if rule.reach is Reach.BOX and (line.blank_before or is_prose(line.text)):
            return following
        if rule.reach is Reach.FOLLOWING and is_prose(line.text, 100):
            return following
        if rule.reach is Reach.END and is_prose(line.text, _LONG_PROSE) and line.blank_before:
            return following
    return len(lines)


def _words(line: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(line)))


def _captioned(lines: Sequence[Line], cut: _Cuts) -> _Cuts:
    """A short line right above a credit, unless it is the first that is left: that may be the headline."""
    found: _Cuts = {}
    first = next((n for n in range(len(lines)) if n not in cut), 0)
    for number, (kind, _) in cut.items():
        above = number - 1
        adjacent = above > first and above not in cut and not lines[number].blank_before
        if kind == "credit" and adjacent and len(lines[above].text) <= 200 and not is_prose(lines[above].text):
            found[above] = ("caption", "legende-au-dessus-du-credit")
    return found


def _captions_again(lines: Sequence[Line], cut: _Cuts) -> _Cuts:
    """A caption that stands twice, with its credit written differently."""
    captions = [(n, _words(lines[n].text)) for n, (kind, _) in cut.items() if kind == "caption"]
    found: _Cuts = {}
    for number, line in enumerate(lines):
        if number in cut or len(line.text) > 400 or not captions:
            continue
        words = _words(line.text)
        if any(abs(n - number) <= 3 and _alike(words, caption) for n, caption in captions):
            found[number] = ("caption_duplicate", "legende-repetee")
    return found


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 25 and (long.startswith(short[: int(0.85 * len(short))]) and len(short) >= 0.6 * len(long))


_ENGLISH: Final = frozenset(
    "the of and in with by at for from his on to during after meets attends president shakes".split()
)
_FRENCH: Final = frozenset("le la les des du de et en au aux un une son sa ses qui que dans par sur pour à".split())


def _foreign(lines: Sequence[Line], cut: _Cuts) -> _Cuts:
    """A line in English between those in French: a caption or a notice that was not translated."""
    found: _Cuts = {}
    for number, line in enumerate(lines):
        if number not in cut and 25 <= len(line.text) <= 400:
            words = re.findall(r"[^\W\d_]+", line.text.lower())
            english, french = sum(w in _ENGLISH for w in words), sum(w in _FRENCH for w in words)
            if english > 2 * french and (
                english >= 3 or (english == 2 and not re.search(r"[àâçèéêëîïôùûœ]", line.text))
            ):
                found[number] = ("caption_foreign", "legende-anglaise")
    return found


def _repeated(lines: Sequence[Line], cut: _Cuts) -> _Cuts:
    """A line that stands in the text already: a caption, a paragraph or the whole article once more."""
    seen: set[str] = set()
    found: _Cuts = {}
    for number, line in enumerate(lines):
        words = _words(line.text)
        if len(words) < 25 or number in cut:
            continue
        if words in seen:
            found[number] = ("paragraph_duplicate", "passage-repete")
        seen.add(words)
    return found


def _running_heads(lines: Sequence[Line], cut: _Cuts) -> _Cuts:
    """Headers and footers of pages: a short line that comes back with another number, or three times."""
    bare = [re.sub(r"\d+", "#", _words(line.text)) if len(line.text) <= 90 else "" for line in lines]
    times = Counter(bare)
    return {
        number: ("running_header", "titre-courant")
        for number, words in enumerate(bare)
        if number not in cut
        and len(words) >= 5
        and not is_prose(lines[number].text, 40)
        and (times[words] >= 3 or (times[words] == 2 and "#" in words and not re.match(r"#? ?h? ?#", words)))
    }


_TOPIC: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’-]*(?: [\w’-]+)?")
_PARTED: Final = re.compile(r" ?[|›»>•·▸→] ?| [-–—/] ")


def _head(lines: Sequence[Line], cut: _Cuts) -> _Cuts:
    """Before the first paragraph: the site's name and its menus, which share no word with the article."""
    left = [n for n in range(len(lines)) if n not in cut]
    first = next((n for n in left if is_prose(lines[n].text, 140)), None)
    if first is None:
        return {}
    body = Counter(word for n in left if n >= first for word in _words(lines[n].text).split() if len(word) > 3)
    above = [n for n in left if n < first]
    shares = {n: sum(word in body for word in _words(lines[n].text).split() if len(word) > 3) for n in above}
    found: _Cuts = {}
    for number in above:
        text = lines[number].text
        parts = [part for part in _PARTED.split(text) if part.strip()]
        short = all(len(part.split()) <= 5 for part in parts)
        trail = len(parts) >= 2 and re.search(r" [›>] ?", text) is not None
        if (len(parts) >= 3 or trail) and short:
            found[number] = ("navigation", "menu")
        elif text.count(", ") >= 2 and all(_TOPIC.fullmatch(part) for part in text.split(", ")):
            found[number] = ("navigation", "rubriques")
        elif 3 * shares[number] <= len(text.split()) and _is_menu(text):
            found[number] = ("navigation", "menu-sans-separateur")
    rest = [n for n in above if n not in found]
    if rest and shares[rest[0]] == 0 and any(shares[n] >= 2 for n in rest[1:]):
        name = lines[rest[0]].text
        if len(name) <= 80 and not re.search(r"\d{4}|[.!?]$", name):
            found[rest[0]] = ("site_name", "nom-du-site")
    best = max(rest, key=lambda n: shares[n], default=None)
    for number in rest:
        text = lines[number].text
        if number not in found and number != best and len(text.split()) <= 2 and not re.search(r"\d|[.!?»:]", text):
            found[number] = ("rubric", "rubrique")
    return found


def _is_menu(text: str) -> bool:
    """Five words or more, nearly all with a capital."""
    words = [word for word in text.split() if len(word) > 2]
    return len(words) >= 5 and sum(word[:1].isupper() for word in words) >= 0.8 * len(words)


def _foot(lines: Sequence[Line], cut: _Cuts) -> _Cuts:
    """After the last paragraph: what stands between or behind lines that are cut is of their kind."""
    left = [n for n in range(len(lines)) if n not in cut]
    last = max((n for n in left if is_prose(lines[n].text)), default=None)
    if last is None:
        return {}
    marks = [n for n in cut if n > last]
    if not marks:
        return {}
    first = min(marks)
    while first - 1 in left and first - 1 > last and len(lines[first - 1].text.split()) <= 4:
        first -= 1  # a name or initials right above
    return {n: ("footer", "pied-de-page") for n in left if n >= first}


def _doubtful(lines: Sequence[Line], cut: _Cuts) -> Iterator[Cut]:
    """What stays but may be worth a look: a paragraph very like another."""
    seen: list[tuple[Line, frozenset[str]]] = []
    for number, line in enumerate(lines):
        if number in cut or len(line.text) < 60:
            continue
        words = frozenset(_words(line.text).split())
        twin = next((one for one, others in seen[-200:] if len(words & others) >= 0.85 * len(words | others)), None)
        if twin:
            yield Cut(line.start, line.end, "paragraph_duplicate", "passage-presque-repete")
        seen.append((line, words))


def _merged(text: str, cuts: Iterable[Cut]) -> Iterator[Cut]:
    """Cuts in order, without overlaps; neighbours by one rule, with only white space between, are one."""
    last: Cut | None = None
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if last is None:
            last = cut
        elif cut.start < last.end:
            if cut.end > last.end:
                yield last
                last = Cut(last.end, cut.end, cut.kind, cut.rule)
        elif cut.rule == last.rule and not text[last.end : cut.start].strip():
            last = Cut(last.start, cut.end, last.kind, last.rule)
        else:
            yield last
            last = cut
    if last is not None:
        yield last


def blanked(text: str, cuts: Sequence[Cut]) -> str:
    """`text`, as long as before, with what is cut made blank; its line ends stay."""
    return _masked(text, cuts)


def inside(position: int, cuts: Sequence[Cut]) -> bool:
    """Whether a position lies in one of the cuts, which are in order."""
    index = bisect_right(cuts, position, key=lambda cut: cut.start) - 1
    return index >= 0 and position < cuts[index].end
