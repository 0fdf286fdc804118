"""Sentences that say whose words they give: those are the article's, whatever words it quotes."""

import re
from typing import Final

_STEMS: Final = (
    r"affirm|ajout|assur|annonc|expliqu|estim|jug|lanc|soulign|précis|indiqu|rappel|confi|gliss|racont|résum|rép[éè]t|"
    r"not|rel[eè]v|soupir|ironis|comment|demand|insist|martel|murmur|observ|plaisant|regrett|dénonc|plaid|prév[ie]|"
    r"tranch|conc[éè]d|critiqu|déclar|détaill|interrog|poursui|promet|reconn|rican|souri|témoign|admet|concl|écri|bala|"
    r"rétorqu|raill|renchéri|philosoph|analys|décrypt|nuanc|souffl|répond|avou|croi|croyai|dis?|fais?|averti|av[eo]u|"
    r"s’(?:amus|inqui[èe]t|étonn|indign|emport|agac|exclam|interrog)|se (?:souv|félicit|défend|lament|justifi|désol)"
)
_INCISE: Final = re.compile(
    rf"[,»”\"](?: (?:{_STEMS})(?:e|es|ent|t|it|s|ait|aient|ient|ut|a)?(?:-(?:t-)?(?:il|elle|on|ils|elles))?"
    r"(?: [a-zà-öø-ÿ]+ment)?,? (?:une?\b|l[ea]s?\b|l’|des\b|d’|s(?:on|a|es)\b|ce(?:t|tte|s)?\b|plusieurs\b|certains\b|"
    r"M\.|Mme\b|(?=[A-ZÀ-ÖØ-Þ]))|"
    r" (?:[a-zà-öø-ÿ]+|s’[a-zà-öø-ÿ]+)-(?:t-)?(?:il|elle|on|ils|elles)\b|"
    r"(?<=[»”\"]),? (?:a|ont|avait|avaient|aurait|auraient)(?: [a-zà-öø-ÿ]+){0,2} [a-zà-öø-ÿ]+(?:é|u|i|it|is)\b)"
)
"""« …, dit un vieil ami », « … », a-t-il dit, « … », a répondu une passante."""
_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")


def gives_words(text: str) -> bool:
    """Whether a line has words in it that say who speaks: « …, ironise un passant »."""
    return _INCISE.search(text) is not None


def is_quotation(text: str) -> bool:
    """Whether a line is somebody's words from end to end, but for marks of emphasis."""
    return _QUOTED.fullmatch(text.strip("*_ ")) is not None


def without_quoted(text: str) -> str:
    """A line without what stands in it between quotation marks, or as it is if nothing else does."""
    rest = _QUOTED.sub("", text)
    return rest if any(map(str.isalnum, rest)) else text
