"""Whether a licence is one: free words that say by what right a text is published, and not that there is none."""

import re
from typing import Final

from generator.text.french import fold

_NONE: Final = re.compile(
    r"(?:(?:aucune?|sans|pas(?: de| d)?)(?: (?:licence|droits?|autorisation|accord|permission))?|"
    r"n|non|no|none|neant|nil|n a|so|(?:licence )?(?:inconnue?|unknown)|"
    r"a (?:demander|verifier|preciser|completer|definir|voir)|todo|tbd|x+|copyright|licence|license|"
    r"(?:(?:tous )?droits|all rights) reserve(?:s|d)|oui|yes|ok|true|false)?"
)
"""What stands in the place of a licence where there is none, without its punctuation; be it nothing."""


def gives_right(licence: str) -> bool:
    """Whether a text says by what right something is published: « CC BY 4.0 », « accord écrit de L’Écho »."""
    return _NONE.fullmatch(" ".join(re.findall(r"[^\W_]+", fold(licence)))) is None
