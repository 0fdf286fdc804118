"""What the system refuses, in words for an editor."""

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WHY: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.ENOENT: "il n’existe pas",
        errno.EACCES: "vous n’en avez pas le droit",
        errno.EPERM: "vous n’en avez pas le droit",
        errno.EEXIST: "il existe déjà",
        errno.EISDIR: "c’est un dossier",
        errno.ENOTDIR: "un dossier de son chemin n’en est pas un",
        errno.ENOSPC: "le disque est plein",
        errno.EROFS: "on ne peut rien y écrire",
        errno.ENAMETOOLONG: "son nom est trop long",
        errno.ELOOP: "ses liens tournent en rond",
        errno.ETXTBSY: "un programme s’en sert",
        errno.EBUSY: "un programme s’en sert",
    }
)


def refusal(error: OSError) -> str:
    """Why the system refuses a file: « il n’existe pas », or in its own words where we have none."""
    return _WHY.get(error.errno or 0) or f"le système dit : {error.strerror or error}"
