"""Whether a licence is one: free words that say by what right a text is published, and not that there is none."""

import re
from typing import Final

from generator.text.french import fold

_NONE: Final = re.compile(
    r"(?:(?:aucune?|sans|pas(?: de| d)?)(?: (?:licence|droits?|autorisation|accord|permission))?|"
    r"n|non|no|none|neant|nil|n a|so|cc|(?:licence )?(?:inconnue?|unknown)|"
    r"a (?:demander|verifier|preciser|completer|definir|voir)|todo|tbd|x+|copyright|licence|license|"
    r"(?:(?:tous )?droits|all rights) reserve(?:s|d)|oui|yes|ok|true|false)?"
)
"""What stands in the place of a licence where there is none, without its punctuation; be it nothing."""


_WAITS: Final = re.compile(
    r"\b(?:en attente|pas encore|a venir|bientot|en cours|droits? reserves?|rights reserved)\b|"
    r"\b(?:demandee?s?|sollicitee?s?)$|^copyright\b"
)
"""What says anywhere in the words that there is none yet, or none for us."""
_OPEN: Final = re.compile(r"\bcc (?:by|0)\b|\bdomaine public\b|\baccord (?:ecrit|donne|obtenu)\b")
"""What says by itself that there is one."""


def gives_right(licence: str) -> bool:
    """Whether a text says by what right something is published: « CC BY 4.0 », « accord écrit de L’Écho »."""
    words = " ".join(re.findall(r"[^\W_]+", fold(licence.replace("©", "copyright "))))
    return _OPEN.search(words) is not None or not (_NONE.fullmatch(words) or _WAITS.search(words))
