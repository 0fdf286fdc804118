"""Whether the name of a capital or of a seat of power means the place, or the government that sits there."""

import re
from collections.abc import Set
from typing import Final

from generator.text.tokens import Words

_THERE: Final = frozenset({"à ", "a ", "au ", "vers ", "depuis ", "dans ", "sur ", "via ", "vieux "})
"""What makes a place of the name that it leads to."""
_LEADS: Final = (
    *("de ", "du ", "d’", "pour ", "par ", "entre ", "contre ", "visant ", "et ", "ou "),
    *("quitt", "regagn", "rejoi", "travers", "visit", "bombard", "survol", "pilonn", "encercl", "assiég", "endeuill"),
    *("frappé ", "frappent ", "secou"),
)
"""What all else begins with that may stand last before a place."""
_LOCATIVE: Final = re.compile(
    r"\b(?:(?:hors de|près de|loin de|autour de|"
    r"quitt[a-zé]+|re?gagn[a-zé]+|rejoi[a-zé]+|travers[a-zé]+|visit[a-zé]+|bombard[a-zé]+|survol[a-zé]+|"
    r"pilonn[a-zé]+|encercl[a-zé]+|assi[ée]g[a-zé]+|endeuill[a-zé]+|secou[a-zé]+|"
    r"(?:attentats?|attaques?|frappes?|raids?|explosions?|tirs|roquettes|missiles|bombes|drones|séisme)"
    r"(?: [a-zà-öø-ÿ’]+){0,3} (?:frappé|frappent)|"
    r"(?:murs?|entrevue|cafés?|vue?s?|rues|aéroport|ville|villes|région|centre|nord|sud|est|ouest|banlieue|faubourgs|environs|habitants?|voyage|"
    r"visite|séjour|étape|rencontre|réunion|sommet|entretien|route|quartiers?|périphérie|"
    r"université|fuite|chute|hôpital|marché|ciel|rues|souk|studios?|hôtel|ambassades?|présents?|heure|"
    r"salles?|salons?|murs|cour|couloirs?|grilles|portes?|seuil|palais|bureaux?|provinces?|gouvernorats?|sorties?|entrées?|"
    r"abords|hauteurs|collines|places|ruines|cafés|cimetières?|églises?|rives|pentes|centre-ville|accès|cathédrale|mosquées?|"
    r"monastères?|musées?|gares?|prisons?|stades?|parcs?|casernes?|citadelle|antichambres?)"
    r"(?: [a-zà-öø-ÿ]{5,})? (?:(?:de |d’)(?:[A-ZÀ-ÖØ-Þ])[\w’-]+,? (?:et )?){0,3}(?:de|du|à|au)|"
    r"(?:(?:re)?part|(?:re)?partis?|(?:re)?partir|départ|envol|envol(?:e|ent|er|ée?s?)|décollé?|décoller?|embarquée?s?|"
    r"embarquer?|route|vol|vols|avion|train|quitt[a-zé]+ [\w’-]+)"
    r"(?: (?:hier|demain|aussitôt|ensuite|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|dans la nuit|ce soir|"
    r"ce matin|dans la soirée|le lendemain|plus tard))? pour|"
    r"(?:arriv|reven|revien|rentr|débarqu|fui|sort|évacu|extrad|expuls|chass|enfu|exfiltr|évad|origin|décoll|empar)[a-zéè]*"
    r" (?:de|du)|"
    r"répart(?:ie?s?|ir|it|issent) entre|"
    r"(?:retour|vient|viennent|venue?s?|venant|parti|partis) (?:de|du)|(?:pass|transit)[a-zé]+ par|"
    r"(?:vols?|liaisons?|lignes?|trains?|navettes?|trajets?)(?: [a-zà-öø-ÿ]+){0,2} entre"
    r"(?: (?:[A-ZÀ-ÖØ-Þ])[\w’-]+ et)?|"
    r"(?:frappes?|raids?|bombardements?|tirs?|missiles?|roquettes|drones)(?: [a-zà-öø-ÿ]+){0,2} (?:contre|visant)) "
    r"(?:la |le )?|"
    r"(?:maîtres?|hommes? forts?) (?:de |d’)|"
    r"à (?:[A-ZÀ-ÖØ-Þ])[\w-]+ (?:et|ou) )$"
)
_ADDRESSED: Final = re.compile(
    r"\b(?:(?:donn|accord|demand|impos|reproch|rappel|attribu|imput|parl|mentir|promi|promet|offert|offr|livr|vend|"
    r"fourni|ordonn|enjoin|répon|apport|transm|propos|conseill|permet|permis|réclam|interdi|signifi|suggér|garanti|"
    r"assur|pardonn|suffi|apparten|appartien|incomb|coût|résist|obéi|soumet|soumis|"
    r"(?<!se )(?:dé)?montrer|prouv)[a-zà-öø-ÿ]*"
    r"(?: à (?:[A-ZÀ-ÖØ-Þ])[\w-]+(?: d’abord)?,? et)? à |"
    r"(?:gestes?|pressions?|sanctions?|influence|emprise|ascendant|frein|accords?|désaccords?|divergences?|différends?|"
    r"aucune?|silence|ligne|position|discussions?|dossier) sur )$"
)
"""« Promettre à », « faire pression sur »: one does that to a government."""
_FALLS: Final = re.compile(
    r" (?:tomb(?:e|a|ait|era)\b|"
    r"(?:est|était|fut|a été|avait été|sera) (?:tomb|encercl|assiég|bombard|pilonn|conquis|évacu))"
)
"""« Oslo est tombée »: what befalls a town."""
_DATELINE: Final = re.compile(r" ?: (?![«“\"])")
"""« Oslo : un sommet sans lendemain »: where a headline says its place."""
_TOWARDS: Final = frozenset({"à ", "sur "})
_ORIGIN: Final = frozenset({"de ", "du ", "d’"})
_DESTINATION: Final = re.compile(r" (?:à|au|vers|jusqu’à|jusqu’au) (?=(?:la |l’)?[A-ZÀ-ÖØ-Þ])")
"""« de Londres au Caire » makes places of both."""


_NO_NAME: Final = re.compile(r"(?<![\w-])(?<!\bd’)(?<!\bd[eu] )(?<!\bà )(?<!\bet )(?<!\bentre )[A-ZÀ-Þ]")
"""The capital of a word that none of the patterns takes for a name: « au Grand Palais de »."""


def _before(text: str, start: int) -> str:
    """What leads to a name, in lower case but for other names: a pattern that looks at case is quicker."""
    return _NO_NAME.sub(lambda match: match[0].lower(), text[max(0, start - 60) : start])


def is_place(words: Words, index: int, end: int, ends: Set[int]) -> bool:
    """Whether the name of a seat of power means the place: after « à », « vers », « les rues de »."""
    text, start, lead = words.text, words.start(index), words.lead(index)
    if lead in _TOWARDS and _ADDRESSED.search(_before(text, start)):
        return False
    if (start == 0 or start - 1 in ends) and _DATELINE.match(text, end):
        return True
    if (lead in _ORIGIN and _DESTINATION.match(text, end)) or _FALLS.match(text, end):
        return True
    if lead in {"la ", "le "}:
        lead = words.lead(index - 1)
    return lead in _THERE or (lead.startswith(_LEADS) and _LOCATIVE.search(_before(text, start)) is not None)
