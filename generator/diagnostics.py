"""What can be wrong in a dossier: each problem has a code, a place, and a way to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from generator.text.french import fold, spaced
from generator.text.invisible import invisible


class Severity(StrEnum):
    """How bad a problem is: errors stop the build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


CODES: Final[dict[str, str]] = {
    "E001": "fichier illisible (pas en UTF-8)",
    "E002": "en-tête YAML absent ou non fermé",
    "E003": "YAML mal formé",
    "E004": "clé répétée dans l’en-tête",
    "E005": "fichier vide",
    "E006": "nom de fichier qui n’est pas un identifiant",
    "E007": "dossier.yml absent",
    "E008": "TOML mal formé",
    "E009": "marques d’un conflit de git",
    "E010": "fichier que le système ne laisse pas lire",
    "E101": "champ obligatoire absent",
    "E102": "champ inconnu",
    "E103": "valeur d’un mauvais type",
    "E104": "valeur inconnue",
    "E105": "date impossible",
    "E106": "valeur refusée",
    "E201": "lieu inconnu",
    "E202": "dirigeant inconnu",
    "E203": "événement inconnu",
    "E204": "participant inconnu",
    "E205": "alias revendiqué deux fois",
    "E206": "lien rompu",
    "E207": "fonction qui finit avant de commencer",
    "E208": "corps vide",
    "E209": "citation trop longue",
    "E210": "texte publié sans licence",
    "E211": "adresse de page prise deux fois",
    "E212": "coordonnées incomplètes ou de trop",
    "E213": "personne nommée sans être participante",
    "E214": "valeur répétée dans une liste",
    "E215": "identifiant partagé par un dirigeant et un lieu",
    "E216": "titre de niveau 1 dans un texte",
    "E217": "image sans texte de remplacement",
    "E218": "image prise sur un autre site",
    "E219": "ancre donnée deux fois",
    "E220": "marque du texte de travail abîmée",
    "E221": "nom de source qui ne fait pas d’adresse",
    "E222": "citations en trop grande part de l’original ou du texte",
    "E223": "original qui n’a pas l’empreinte dite",
    "E224": "citation absente de l’original",
    "E225": "passage repris d’un original hors citation",
    "E226": "date qui précède la parution de l’article",
    "E231": "affirmation sur une fiche inconnue",
    "E232": "valeur qui ne convient pas à la propriété",
    "E233": "champ ou propriété qui n’a pas sa place",
    "E234": "affirmation sans intitulé",
    "E235": "divergence dont personne ne parle",
    "E236": "nombres qui ne se comparent pas",
    "E241": "article inconnu",
    "E251": "motif qui ne se lit pas",
    "E252": "motif trop coûteux",
    "W301": "événement qu’aucun article ne nomme",
    "W302": "événement jamais lié dans le texte de l’article",
    "W303": "balise HTML retirée",
    "W304": "article qui ne nomme aucun événement",
    "W305": "lien vers un brouillon",
    "W306": "suite d’une valeur perdue derrière un dièse",
    "W307": "titre trop long",
    "W308": "fonction tenue deux fois à la même date",
    "W309": "nom trop court ou trop courant",
    "W310": "coordonnées hors du pays",
    "W311": "lieu loin de tous les autres",
    "W312": "jour qui contredit le calendrier",
    "W313": "article paru avant ce qu’il rapporte",
    "W314": "événement établi par une simple annonce",
    "W315": "adresse en http",
    "W316": "lettres accentuées abîmées",
    "W317": "brouillon à compléter",
    "W318": "date qui n’est pas encore venue",
    "W319": "date qui contredit le nom du fichier",
    "W321": "source sans fiche, au nom voisin d’une autre",
    "W322": "passage entre guillemets absent des citations",
    "W323": "passage entre guillemets qu’aucun original ne contient",
    "W324": "personne citée sans fiche, au nom voisin d’une fiche",
    "W325": "même original pour deux articles qui ne sont pas liés",
    "W326": "texte presque entier d’un article qui n’est pas lié",
    "W327": "citation prise autour de l’article",
    "W328": "source ou personne citée sans fiche",
    "W329": "fiche qui dit la même chose qu’une autre",
    "W331": "adresse qui ne répond plus, sans copie archivée",
    "W332": "contradiction que la rédaction n’a pas jugée",
    "W333": "jugement qui ne répond pas à la contradiction que le programme constate",
    "W334": "jugement écrit quand il y avait plus de voix, ou moins",
    "W341": "compte rendu à écrire",
    "W342": "texte de travail dans un article publié",
    "W343": "ligne « --- » qui fait un titre",
    "W344": "guillemets qui ne sont pas fermés",
    "W345": "paragraphe en retrait, qui se lirait comme du code",
    "W351": "règle qui ne coupe pas son exemple",
    "W352": "règle qui couperait l’article",
}
"""Every code with what it stands for; E codes are errors, W codes warnings."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, at `path` (relative to the dossier) and `line` (from 1; 0: the whole file)."""

    code: str
    path: PurePosixPath
    line: int
    what: str
    """What is wrong and, where there is only one way to mend it, how: whole sentences."""
    found: str | None = None
    """The value that was found, letter for letter, where one value is at fault."""
    expected: str | None = None
    """What stands there in a correct file, as it follows « Attendu : », without full stop."""
    suggestion: str | None = None
    """The right value that was most likely meant."""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(self.code)

    @property
    def severity(self) -> Severity:
        """Error or warning, from the code's first letter."""
        return Severity.ERROR if self.code.startswith("E") else Severity.WARNING

    @property
    def message(self) -> str:
        """What an editor reads: what is wrong, what is expected, what was probably meant; on one line."""
        signs = invisible(self.found or "")
        hidden = f" Un signe qui ne se voit pas s’y trouve, effacez-le : {signs}." if signs else ""
        expected = f" Attendu : {self.expected}." if self.expected else ""
        meant = f" Vouliez-vous dire « {self.suggestion} » ?" if self.suggestion else ""
        return spaced(" ".join(f"{self.what}{hidden}{expected}{meant}".splitlines()))

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {self.code} {self.message}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors before warnings, then by file and line; the same problem only once."""
    return tuple(
        sorted(
            set(problems),
            key=lambda p: (p.severity is Severity.WARNING, p.path, p.line, p.code, p.message, p.found or ""),
        )
    )


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def nearest(found: str, candidates: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The candidate that `found` was most likely meant to be, case and accents aside; `cutoff` is difflib's, 0 to 1."""
    by_folded = {fold(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    close = get_close_matches(fold(found), sorted(by_folded), n=1, cutoff=cutoff)
    return by_folded[close[0]] if close else None
