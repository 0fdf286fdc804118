"""Whether the words around a date of a press text speak of what is past or of what is to come."""

import re
from functools import lru_cache
from typing import Final

from generator.reading.wordings import (
    ANNOUNCED,
    CLAUSE,
    DATED,
    DUE,
    FUTURE,
    MEETS,
    OFFERED,
    PAST,
    PRESENT,
    TELLS,
    TERM,
    TIMELESS,
    TODAY,
)

_BACK: Final = 110
_ON: Final = 60
_PREPOSITION: Final = re.compile(
    r"\b(?:en|dès|à la|à la fin|au mois de|pour|d’ici|début|fin|mi|vers la|courant)[ -](?:le )?$"
)
_DONE: Final = re.compile(
    r"(?<!\bla )(?<!\bune )(?<!\bsa )(?<!\bleur )(?<!\bcette )(?<!\bde )(?<!\bles )(?<!\bdes )(?<!\bses )(?<!\bces )"
    r"(?<!\ble )(?<!\bun )(?<!\bau )(?<!\bleurs )(?<!\bnos )(?<![l’d]’)(?<![\w’-])"
    r"(?!(?:prévu|attendu|annonc|programm|invit|fix|report|promis|propos|envisag|souhait|espér|convoqu|repouss|"
    r"décal|ajourn|agend|planifi|fai|organis|convi)[a-zà-öø-ÿ]*\b)(?:[a-zà-öø-ÿ]{2,}é|"
    r"suspendu|(?:inter|cor)?rompu|conclu|élu|vendu|rendu|tenu|obtenu|perdu|disparu|reçu|"
    r"(?:ou|décou|rou)vert|(?:re)?pris|(?:re)?conquis|détruit|construit|réduit|mort|né)e?s? $"
)
"""« Annexée en mars »: a participle right before a month says that it has passed."""
_OF_THE: Final = re.compile(r"[a-zà-öø-ÿ](?<!nuit)(?<!soirée)(?<!matinée)(?<!journée) de (?:ce )?$")
_TO_BE: Final = re.compile(
    r"\b(?:être|soi(?:t|ent)|ser(?:a|ont|ait|aient)|aur(?:a|ont|ait|aient)|avoir)(?: été)?(?: [a-z]+ment)? [^\W\d_]+ $"
)
"""« Sera annexée », « doit être signé »."""
_AWAIT: Final = re.compile(
    r"\b(?:attend(?:ent)?|prévoi(?:t|ent)|prépare(?:nt)?|espère(?:nt)?|vise(?:nt)?|organise(?:nt)?|accueille(?:nt)?|"
    r"[Ii]l y a(?= (?:une?|des) )(?! (?:une?|des) (?:ans?|années?|mois|semaines?|jours?)\b)|"
    r"(?<!\b[LlDdCc]e )(?<!\b[Uu]n )(?<!\b[Dd]u )(?<!\b[Aa]u )vote(?:nt)?)(?: (?!qui |que )[\w’-]+){0,4} $"
)
_NEXT: Final = re.compile(
    r"\bprochaine?s? [a-zà-öø-ÿ-]{3,20} ?: (?:en )?$|"
    r"\bà (?:surveiller|suivre|venir) ?: (?:[^.;:!?\n]{2,50} )?(?:en )?$",
    re.I,
)
"""« Prochaine étape : », « à surveiller : »: what follows is to come."""
_SEASON: Final = re.compile(r"\bcet (?:été|automne|hiver),? (?:en |dès |fin |début )?$")
_PUT_OFF: Final = re.compile(
    r"[^.;!?\n]{0,40}?\b(?P<verb>avait|avaient|a|ont|est|sont|fut|furent|vien(?:t|nent) d’être) "
    r"(?:été |finalement |dû être |pourtant |jamais |pas )*"
    r"(?:(?P<never>eu lieu)|reporté|annulé|avancé|repouss|remis|différé|décalé|suspendu|ajourné|supprimé|interrompu)"
)
_TO: Final = re.compile(r" (?:(?:pour|dès|ce|le|la|en|au|à|de|fin|début|courant) |mi-)*$")
_LIKE: Final = re.compile(r"\bcomme (?:déjà |auparavant )?(?:en|fin|début|au mois de|au mois d’)? ?$")
_MONTHS_AWAY: Final = 8
"""Months to come from which one that was « prévu » is as likely past."""
_HAD: Final = re.compile(r"\b(?:(?:s’)?(?:avai|[ée]tai)(?:t|ent))\b")
_STOP: Final = re.compile(r"[.!?\n]")
_LONG: Final = 300
"""Characters on each side within which a sentence is looked at."""
_SOON: Final = 7
_NEAR: Final = 4


_SHORT_WORDS: Final = re.compile(r"[«“][^«»“”.!?;:\n]{1,25}[»”]")
"""« salué »: words that are quoted within a clause do not part it."""
_SUBORDINATE: Final = re.compile(r"\b(?:que|qu’|qui|dont|où|en [a-zà-öø-ÿ]+ant\b)")


@lru_cache(maxsize=4)
def clause_before(text: str, start: int) -> str:
    """What stands in the clause before a place."""
    return CLAUSE.split(_SHORT_WORDS.sub("", text[max(0, start - _BACK) : start]))[-1]


@lru_cache(maxsize=4)
def clause_after(text: str, end: int) -> str:
    """What stands in the clause behind a place."""
    return CLAUSE.split(_SHORT_WORDS.sub("", text[end : end + _ON]))[0]


def is_ahead(text: str, start: int, end: int) -> bool:
    """Whether the words around a date speak of what is to come: the verb nearest to it decides."""
    before, after = clause_before(text, start), clause_after(text, end)
    ahead = [len(before) - found.end() for found in FUTURE.finditer(before)]
    behind = [len(before) - found.end() for found in PAST.finditer(before)]
    if ahead or behind:
        return bool(ahead) and (not behind or min(ahead) <= min(behind))
    first, past = FUTURE.search(_SUBORDINATE.split(after)[0]), PAST.search(after)
    return first is not None and (past is None or first.start() < past.start())


def is_behind(text: str, start: int, end: int) -> bool:
    """Whether a verb says that a date has passed, and none nearer that it is to come."""
    told = PAST.search(clause_before(text, start)) or PAST.search(clause_after(text, end))
    return told is not None and not is_ahead(text, start, end)


def says_nothing(text: str, start: int, end: int) -> bool:
    """Whether no verb around a date says if it has come."""
    around = f"{clause_before(text, start)} {clause_after(text, end)}"
    return not (PAST.search(around) or FUTURE.search(around))


def was_before(text: str, start: int) -> bool:
    """« Était arrivé dans la matinée »: of a day before the one that the text tells of."""
    return _HAD.search(clause_before(text, start)) is not None


def was_due(text: str, start: int) -> bool:
    """« Devait partir mardi »: of a day to come, or of one that has passed."""
    before = clause_before(text, start)
    if TERM.search(before):
        return True
    due = [found.end() for found in DUE.finditer(before)]
    return bool(due) and not any(found.end() > due[-1] for found in PAST.finditer(before))


def is_aside(text: str, start: int, end: int) -> bool:
    """Whether only a subordinate clause behind a date speaks of what is to come: the date itself may have passed."""
    main, *aside = _SUBORDINATE.split(clause_after(text, end))
    around = f"{clause_before(text, start)}|{main}"
    return not (PAST.search(around) or FUTURE.search(around)) and any(map(FUTURE.search, aside))


def is_told_or_due(text: str, start: int, end: int) -> bool:
    """« Lundi, il reçoit son hôte », « le sommet de lundi s’annonce mal »: the day has come or not."""
    before, after = clause_before(text, start), clause_after(text, end)
    if not before.strip():
        main = _SUBORDINATE.split(after)[0]
        return TELLS.search(main) is not None and not (PAST.search(main) or FUTURE.search(main))
    if MEETS.search(before) and says_nothing(text, start, end):
        return not awaits(text, start)
    return bool(after.strip()) and _OF_THE.search(before) is not None and says_nothing(text, start, end)


def put_off(text: str, start: int, end: int) -> str | None:
    """The verb that says what became of what was due on a day: « prévu jeudi, avait été reporté ».

    « Jamais » of what did, or did not, take place: the day has passed.
    """
    if not ANNOUNCED.search(_TO.sub("", clause_before(text, start))):
        return None
    found = _PUT_OFF.match(text, end)
    return found and ("jamais" if found["never"] else found["verb"])


def is_present(text: str, start: int) -> bool:
    """« Reçoit dimanche »: a verb in the present, right before a day, speaks of one to come."""
    return PRESENT.search(text, max(0, start - _ON), start) is not None


def awaits(text: str, start: int) -> bool:
    """« L’attend en août », « prochaine étape : septembre »: a month to come."""
    before = _PREPOSITION.sub("", text[max(0, start - _BACK) : start])
    return _AWAIT.search(before) is not None or PRESENT.search(before) is not None or is_next(text, start)


def is_this_season(text: str, start: int, to_come: int) -> bool:
    """« Cet été, en juillet », said before that month has come."""
    return 0 < to_come <= _SOON and _SEASON.search(text[max(0, start - _ON) : start]) is not None


def ran_out(text: str, start: int, to_come: int) -> bool:
    """« Exigeait le retrait avant fin février », in March: a term that has just passed."""
    return to_come > _MONTHS_AWAY and TERM.search(clause_before(text, start)) is not None


def is_today(text: str, start: int, end: int) -> bool:
    """Whether « aujourd’hui » is the day of publication, and not these times: « a annoncé aujourd’hui »."""
    near = TODAY.finditer(text, max(0, start - _ON), end + _ON)
    return any(found.start() < end and start < found.end() for found in near)


def is_of_old(plain: str, start: int, end: int) -> bool:
    """Whether « hier » or « demain » is no day: « les ennemis d’hier », in a text in lower case without accents."""
    before = plain[max(0, start - 24) : start]
    timeless = TIMELESS.match(plain, end) is not None
    return timeless or (before.endswith(("d’", " de ", " comme ")) and DATED.search(before) is None)


def steps_back(text: str, told: int, start: int) -> bool:
    """Whether the sentence at a place had been so before that of a day told: « Il avait signé »."""
    return _HAD.search(_sentence(text, start)) is not None and _HAD.search(_sentence(text, told)) is None


def _sentence(text: str, at: int) -> str:
    begins = max(text.rfind(sign, max(0, at - _LONG), at) for sign in ".!?\n") + 1
    ends = _STOP.search(text, at, at + _LONG)
    return text[max(begins, at - _LONG) : ends.start() if ends else at + _LONG]


def is_next(text: str, start: int) -> bool:
    """« Prochaine étape : septembre »."""
    return _NEXT.search(text[max(0, start - _ON) : start]) is not None


def is_like(text: str, start: int) -> bool:
    """« Comme en octobre »: what will be again has been so in a month that has passed."""
    return _LIKE.search(text, max(0, start - _ON), start) is not None


def is_done(text: str, start: int) -> bool:
    """« Annexée en mars »."""
    before = _PREPOSITION.sub("", clause_before(text, start))
    return _DONE.search(before) is not None and _TO_BE.search(before) is None


def is_open(text: str, start: int, end: int, to_come: int) -> bool:
    """Whether nothing says if a month is past or in so many months, and the one to come is much the nearer."""
    before = clause_before(text, start)
    if TERM.search(before):
        return True
    ahead = [found[0] for found in FUTURE.finditer(before)]
    if 0 < to_come <= _SOON and OFFERED.search(before):
        return True
    if to_come > _MONTHS_AWAY and ahead and ANNOUNCED.search(ahead[-1]):
        return is_ahead(text, start, end)
    if not 0 < to_come <= _NEAR or PAST.search(before) or ahead:
        return False
    return FUTURE.search(clause_after(text, end)) is None
