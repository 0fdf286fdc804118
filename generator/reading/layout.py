"""What the layout of a text gives away: captions and paragraphs that come again, menus above, footers below."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from generator.reading.captions import above_credits
from generator.reading.evidence import Scales, ended, is_sentence
from generator.reading.lines import Line, Reasons, Sheet, is_prose, long_words, words_of
from generator.reading.places import after_the_article, by_evidence, is_deck
from generator.reading.shapes import blocks_of_titles, posts, rows_of_labels, said_twice


def by_layout(sheet: Sheet, cut: Reasons, title: int | None, scales: Scales) -> Reasons:
    """The lines that are cut for where they stand, beside those that rules have cut; `title` is surely the headline."""
    found = posts(sheet.lines) | cut
    found |= by_evidence(sheet, found, scales)
    found |= _trails(sheet.lines, found)
    found |= rows_of_labels(sheet.lines, found)
    found |= said_twice(sheet.lines, found)
    found |= blocks_of_titles(sheet, found)
    for look in (above_credits, _box_titles, _captions_again, _foreign, _repeated, _running_heads, _head, _rows, _foot):
        seen = look(sheet.lines, found)
        if look in {_captions_again, _running_heads, _head} and title not in found:
            seen = {number: why for number, why in seen.items() if number != title or why[1] in _ROWS}
        found |= seen
    found |= by_evidence(sheet, found, scales)  # the site's name is known by now
    return found | after_the_article(sheet, found, scales)


_ROWS: Final = frozenset({"menu", "rubriques"})
"""What signs between words show to be no headline, however much it shares with the article."""


_STEP: Final = re.compile(r"[|›»>•·▸→/–—-](?:(?<![–—-]) ?|(?<= [–—-]) )")


def _trails(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """« Accueil / Monde / … »: the way to the page, which ends with the headline that follows."""
    found: Reasons = {}
    for number, line in enumerate(lines[:-1]):
        step = None if number in cut else _STEP.search(line.text)
        if step:
            below = {words_of(following.text) for following in lines[number + 1 : number + 4]} - {""}
            steps = _STEP.finditer(line.text, step.start())
            if any(words_of(line.text[at.end() :]) in below for at in steps):
                found[number] = ("navigation", "fil-d-ariane")
        elif number not in cut and line.text.endswith(("...", "…")) and _leads_to(line, lines[number + 1 : number + 4]):
            found[number] = ("navigation", "fil-d-ariane")
    return found


def _leads_to(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line ends with what a headline below begins with: « Accueil Politique Le sommet a… »."""
    words = words_of(line.text)
    for following in below:
        whole = words_of(following.text)
        at = words.find(whole[:_BEGUN])
        if len(whole) > _BEGUN and at > 0 and whole.startswith(words[at:]):
            return True
    return False


_BEGUN: Final = 20
"""Characters of a headline that are surely its own."""
_GAP: Final = 3
_CELL: Final = 100


def _rows(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """What stands in a row with what is cut, if that is half of it at least: entries of a menu, parts of a box."""
    found: Reasons = {}
    for row in _side_by_side(lines):
        causes = [cut[n] for n in row if n in cut]
        left = [n for n in row if n not in cut]
        if 2 * len(causes) >= len(row) and all(len(lines[n].text) <= _CELL and not ended(lines[n].text) for n in left):
            found |= dict.fromkeys(left, (causes[0][0], "rangee"))
    return found


def _side_by_side(lines: Sequence[Line]) -> Iterator[Sequence[int]]:
    """The lines that stood beside one another: only a wide gap is between them."""
    row: list[int] = []
    for number, line in enumerate(lines):
        joined = row and line.beside and not line.blank_before and line.start - lines[number - 1].end >= _GAP
        if not joined and len(row) > 1:
            yield row
        row = [*row, number] if joined else [number] if line.beside else []
    if len(row) > 1:
        yield row


_BOXES: Final = frozenset("newsletter_box paywall support_prompt share_prompt telegram_prompt cookie_wall".split())


def _box_titles(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """A short line that begins a block, right above a box that is cut: the box's title."""
    first = next((n for n in range(len(lines)) if n not in cut), 0)
    found: Reasons = {}
    for number, (kind, _) in cut.items():
        above = number - 1
        adjacent = above > first and above not in cut and not lines[number].blank_before and lines[above].blank_before
        if (
            kind in _BOXES
            and adjacent
            and words_of(lines[number].text)
            and len(lines[above].text) <= 60
            and not is_prose(lines[above].text, 30)
        ):
            found[above] = (kind, "titre-de-boite")
    return found


def _captions_again(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """A caption that stands twice, with its credit written differently."""
    captions = [(n, words_of(lines[n].text)) for n, (kind, _) in cut.items() if kind == "caption"]
    found: Reasons = {}
    for number, line in enumerate(lines):
        if number in cut or len(line.text) > 400 or not captions:
            continue
        words = words_of(line.text)
        if any(abs(n - number) <= 3 and _alike(words, caption) for n, caption in captions):
            found[number] = ("caption_duplicate", "legende-repetee")
    return found


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 25 and (long.startswith(short[: int(0.85 * len(short))]) and len(short) >= 0.6 * len(long))


_ENGLISH: Final = frozenset(
    "the of and in with by at for from his on to during after meets attends president shakes".split()
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_FRENCH: Final = frozenset("le la les des du de et en au aux un une son sa ses qui que dans par sur pour à".split())


def _foreign(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """A line in English between those in French: a caption or a notice that was not translated."""
    found: Reasons = {}
    for number, line in enumerate(lines):
        if number not in cut and 25 <= len(line.text) <= 400 and is_english(line.text):
            found[number] = ("caption_foreign", "legende-anglaise")
    return found


@lru_cache(maxsize=2**12)
def is_english(text: str) -> bool:
    """Whether a line has the small words of English, and hardly any of French."""
    words = _LETTERS.findall(text.lower())
    if _ENGLISH.isdisjoint(words):
        return False
    english, french = sum(w in _ENGLISH for w in words), sum(w in _FRENCH for w in words)
    return english > 2 * french and (english >= 3 or (english == 2 and not re.search(r"[àâçèéêëîïôùûœ]", text)))


def _repeated(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """A line that stands in the text already: a caption, a paragraph or the whole article once more."""
    seen: set[str] = set()
    found: Reasons = {}
    for number, line in enumerate(lines):
        words = words_of(line.text)
        if len(words) < 25 or number in cut:
            continue
        if words in seen:
            found[number] = ("paragraph_duplicate", "passage-repete")
        seen.add(words)
    return found


_NUMBER: Final = re.compile(r"\d+")


def _running_heads(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """Headers and footers of pages: a short line that comes back with another number, or three times."""
    bare = [_NUMBER.sub("#", words_of(line.text)) if len(line.text) <= 90 else "" for line in lines]
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


def _head(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """Before the first paragraph: the site's name and its menus, which share no word with the article."""
    left = [n for n in range(len(lines)) if n not in cut]
    first = next((n for n in left if is_prose(lines[n].text, 140)), None)
    if first is None:
        return {}
    prose = [lines[n].text for n in left if n >= first and is_prose(lines[n].text)]
    body = frozenset[str]().union(*map(long_words, prose))
    above = [n for n in left if n < first]
    shares = {n: sum(word in body for word in words_of(lines[n].text).split() if len(word) > 3) for n in above}
    found = _named_below(lines, cut, above)
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
    others = [n for n in rest[1:] if shares[n] >= 1]
    headed = any(shares[n] >= 2 for n in others) and not all(is_deck(lines[n].text) for n in others)
    if rest and shares[rest[0]] == 0 and headed:
        name = lines[rest[0]].text
        told = len(name.split()) > _NAME and _KICKER.search(name)
        if len(name) <= 80 and not told and not lines[rest[0]].beside and not re.search(r"\d{4}|[.!?]$", name):
            found[rest[0]] = ("site_name", "nom-du-site")
    best = max(rest, key=lambda n: shares[n], default=None)
    if best is not None and is_deck(lines[best].text):  # the headline is then right above
        best = max((n for n in rest if n < best and " " in lines[n].text), default=best)
    menu = max((n for n, (kind, _) in cut.items() if kind in _MENUS and best is not None and n < best), default=0)
    for number in rest:
        text = lines[number].text
        if number < menu and number not in found and len(text) <= _SITE and not is_sentence(text):
            found[number] = ("site_name", "nom-du-site")
        if number in found or number == best or _heads_first(lines, number):
            continue
        if len(text.split()) <= 2 and not re.search(r"\d|[.!?»:]", text):
            found[number] = ("rubric", "rubrique")
    return found


_NAME: Final = 7
"""Words from which what has a kicker is a headline."""
_RIGHTS: Final = re.compile(r"©|\(c\) |\bcopyright\b|\btous droits\b", re.IGNORECASE)
"""What stands beside the name of a site at the foot of a page."""
_MENUS: Final = frozenset({"navigation", "rubric", "tags"})
_SITE: Final = 40
"""Characters that the name of a site above its menu has at most."""
_KICKER: Final = re.compile(r"\w(?:\.| ?:) ")


def _named_below(lines: Sequence[Line], cut: Reasons, above: Sequence[int]) -> Reasons:
    """The site's name, where it stands at the foot of the page beside what is said of its rights."""
    rights = [f" {words_of(lines[n].text)} " for n in cut if _RIGHTS.search(lines[n].text)]
    return {
        number: ("site_name", "nom-du-site")
        for number in above
        if len(lines[number].text) <= _SITE and " " in lines[number].text
        if any(f" {words_of(lines[number].text)} " in said for said in rights)
    }


def _heads_first(lines: Sequence[Line], number: int) -> bool:
    """Whether a line begins a block and a paragraph follows right below: its heading, not the site's section."""
    below = lines[number + 1] if number + 1 < len(lines) else None
    return below is not None and lines[number].blank_before and not below.blank_before and is_prose(below.text)


def _is_menu(text: str) -> bool:
    """Five words or more, nearly all with a capital."""
    words = [] if is_sentence(text) else [word for word in text.split() if len(word) > 2]
    return len(words) >= 5 and sum(word[:1].isupper() or word[-1] > "\u024f" for word in words) >= 0.8 * len(words)


_CLOCKS: Final = frozenset({"video_player", "timestamp"})
"""Kinds of noise that stand above each message of a live report: the last one is no footer."""


_INLINE: Final = frozenset("related_articles read_also ad ad_label caption credit social_embed embedded_tweet".split())
"""Kinds of noise that stand between paragraphs too: a sentence below them may be the last one of the article."""


def _foot(lines: Sequence[Line], cut: Reasons) -> Reasons:
    """After the last paragraph: what stands between or behind lines that are cut is of their kind."""
    left = [n for n in range(len(lines)) if n not in cut]
    last = max((n for n in left if is_prose(lines[n].text)), default=None)
    if last is None:
        return {}
    for number in range(last + 1, len(lines)):
        if number in cut:
            if cut[number][0] not in _INLINE:
                break
        elif lines[number].text.endswith(".") and is_prose(lines[number].text, 40):
            last = number
    marks = [n for n, (kind, _) in cut.items() if n > last and kind not in _CLOCKS]
    if not marks:
        return {}
    first = min(marks)
    while first - 1 in left and first - 1 > last and len(lines[first - 1].text.split()) <= 4:
        if is_sentence(lines[first - 1].text):
            break
        first -= 1  # a name or initials right above
    return {n: ("footer", "pied-de-page") for n in left if n >= first}


_ALIKE: Final = 0.85


def nearly_repeated(lines: Sequence[Line], cut: Reasons) -> Iterator[Line]:
    """What stays but may be worth a look: a paragraph very like another."""
    seen: list[tuple[Line, frozenset[str]]] = []
    for number, line in enumerate(lines):
        if number in cut or len(line.text) < 60:
            continue
        words = frozenset(words_of(line.text).split())
        twin = next((one for one, others in seen[-200:] if _nearly_the_same(words, others)), None)
        if twin:
            yield line
        seen.append((line, words))


def _nearly_the_same(some: frozenset[str], others: frozenset[str]) -> bool:
    less, more = sorted((len(some), len(others)))
    return less >= _ALIKE * more and len(some & others) >= _ALIKE * len(some | others)
