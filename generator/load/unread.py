"""What may stand in content/ and give nothing to read."""

from enum import StrEnum


class Unread(StrEnum):
    """Why something in content/ gives no bytes: what an editor reads, up to « Attendu : »."""

    REFUSED = "Le système ne laisse pas lire ce fichier : rendez-vous-en le droit de lecture."
    REFUSED_FOLDER = "Le système ne laisse pas ouvrir ce dossier : rendez-vous-en le droit de lecture."
    FOLDER = "Ce dossier porte le nom d’une fiche : renommez-le ou effacez-le."
    NOT_A_FOLDER = "Un fichier porte le nom d’un dossier de fiches : renommez-le, puis refaites le dossier."
    LINKED_FOLDER = "Ce raccourci mène à un dossier, et n’est pas suivi : mettez le dossier même à cette place."
    NOTHING = "Ce raccourci ne mène à aucun fichier : mettez le fichier même à cette place, ou effacez le raccourci."
    NO_FILE = "Ce n’est ni un fichier ni un dossier ordinaire : effacez-le."

    @property
    def hides_files(self) -> bool:
        """Whether files that would count may stand in what can't be read."""
        return self in {Unread.REFUSED_FOLDER, Unread.NOT_A_FOLDER, Unread.LINKED_FOLDER}
