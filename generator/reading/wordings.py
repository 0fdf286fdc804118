"""How the French press writes dates, without accents; and the verbs that tell what is past from what is to come."""

import re
from collections.abc import Iterator
from typing import Final

DAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS: Final = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
SHORT: Final = {
    short: number
    for number, words in enumerate(
        "jan janv|feb fev fevr|mar|apr avr|may|jun|jul juil|aou aug|sep sept|oct|nov|dec".split("|"), 1
    )
    for short in words.split()
}
"""What programs shorten the names of months to, in French or in English, and editors too."""
NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(), start=1
    )
} | {"une": 1, "vingt": 20, "trente": 30}
HOURS: Final = {"vingt-quatre": 1, "24": 1, "quarante-huit": 2, "48": 2, "soixante-douze": 3, "72": 3}
"""Days in so many hours."""

DAY: Final = rf"(?:{'|'.join(DAYS)})"
MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
_PART: Final = r"(?: (?:matin|midi|apres-midi|soir|dans la (?:matinee|soiree|nuit)|en (?:fin de )?(?:matinee|soiree)))?"
_LAST_YEAR: Final = r" de l’(?:an (?:dernier|passe)|annee (?:derniere|passee|precedente))\b"
_FULL: Final = (
    rf"(?P<full>(?:(?:le |ce |du |au )?(?P<fw>{DAY}),? )?(?:(?:le|ce|du|au) )?(?P<fd>\d{{1,2}})(?:er)? "
    rf"(?P<fm>{MONTH}\b|(?:janv|fevr?|avr|juil|sept|oct|nov|dec)\.|(?:{'|'.join(SHORT)})\b(?= (?:19|20)\d\d\b))"
    rf"(?: (?P<fy>(?:1[5-9]|20)\d\d)\b|"
    r"(?P<fr> de (?:la meme annee|cette annee-la|l’annee (?:suivante|d’apres|d’avant))\b)|"
    rf"(?P<fq> (?:dernier|prochain|passe|suivant)\b|{_LAST_YEAR}))?{_PART})"
)
_ISO: Final = r"(?P<iso>(?<![\d/.-])(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)(?:-(?P<id>\d\d))?(?![\d/-]))"
_SLASHED: Final = (
    r"(?P<slashed>(?<![\d/.])(?P<sd>\d{1,2})(?:[/.](?P<sm>\d{1,2})[/.]|"
    r"(?:(?<=le \d)|(?<=le \d\d)|(?=-\d\d-(?:19|20)\d\d\b))-(?P<sn>\d\d)-)(?P<sy>(?:19|20)?\d\d)(?![\d/-]))"
)
_WEEKDAY: Final = (
    rf"(?P<weekday>\b(?:(?:ce|des|le)(?: meme)? )?(?P<ww>{DAY})(?P<wq> (?:dernier|prochain|passe|suivant))?"
    r"(?P<wn> (?:[12]?\d|3[01])"
    r"(?= (?:et|au|dans|a|avec|pour|puis|lors|en|soir|matin|apres-midi)\b|[,.;:!?)»](?!\d)|\Z))?"
    rf"{_PART}\b(?P<w8> en huit\b)?"
    r"(?P<ws> de (?:cette semaine|la semaine (?:derniere|passee|prochaine|precedente|suivante|en cours))\b)?"
    r"(?P<wl>-la\b)?)"
)
_MONTH_ALONE: Final = (
    rf"(?P<month>\b(?P<mp>(?:debut|fin|mi)[ -]|le mois (?:de |d’))?(?P<mm>{MONTH})\b"
    rf"(?: (?P<my>(?:1[5-9]|20)\d\d)\b|(?P<mq> (?:dernier|prochain|passe)\b)|"
    rf"(?P<mt> (?:suivant|precedent)\b| de (?:cette annee-la|la meme annee)\b)|(?P<ml>{_LAST_YEAR}))?)"
)
_NEAR: Final = (
    r"(?P<near>\b(?:avant-hier|hier(?: (?:matin|soir|apres-midi))?|apres-demain|demain(?: (?:matin|soir))?|"
    r"(?:(?:ce|cet) (?:matin|midi|soir|apres-midi)|cette nuit)(?!-la\b)|"
    rf"aujourd’hui(?: (?:meme|(?P<nw>{DAY})))?)\b)"
)
_ANAPHORA: Final = (
    r"(?P<anaphora>\b(?:(?:au lendemain|a la veille)(?= (?:de |du |d’|des ))|"
    r"l’avant-veille|la veille|le (?:lendemain|surlendemain)|le (?:matin|soir) meme|"
    r"le meme (?:matin|soir)|le jour (?:suivant|d’apres|precedent|d’avant)|"
    r"le (?:jour meme|meme jour)(?! (?:ou|que)\b)|(?:ce (?:jour|matin|soir)|cette nuit|cet apres-midi)-la|"
    r"(?:plus (?:tot|tard) )?(?:dans|en fin de|en debut de|au cours de) (?:la )?(?:matinee|soiree|nuit|journee)|"
    r"(?:dans l’|en (?:debut|milieu|fin) d’)apres-midi|en (?:soiree|matinee))\b(?P<of> (?:de |du |d’|des ))?)"
    rf"|(?P<later>\b(?:(?P<lh>{'|'.join(HOURS)}) heures|(?P<ln>\d{{1,2}}|[a-z]+) (?P<lu>jours?|ans?)) "
    r"(?P<lw>plus tard\b|plus tot\b|(?:apres|auparavant)(?=[,.;]|\Z)))"
)
_SPAN: Final = (
    r"(?P<beside>\b(?:l[ea] meme mois|ce mois-la|(?:le|du|au) mois (?:suivant|precedent|d’apres|d’avant))\b)|"
    r"(?P<span>\b(?:(?:plus tot |plus tard )?ce mois-ci|"
    r"(?:(?:au|le) (?:debut|milieu)|(?:a |avant )?la fin) de ce mois(?:-ci|(?!-la))|en (?:debut|milieu|fin) de mois|"
    r"dans le courant (?:du mois(?: (?:dernier|passe|prochain))?|de l’annee(?: prochaine| derniere)?)|"
    r"(?:au|le) (?:debut|milieu) de l’annee(?! (?:\d|de|d’|derniere|passee|prochaine|precedente|suivante|scolaire)\b)|"
    r"(?:au|le) (?:debut|milieu) du mois(?! (?:de|d’|dernier|passe|precedent|prochain|suivant)\b)|"
    r"(?:le|du|au) mois (?:dernier|passe|prochain)|"
    r"(?:a |avant )?la fin du mois|l’annee (?:derniere|passee|prochaine)|l’an (?:dernier|passe|prochain)|"
    r"cette annee(?!-la)|l’annee (?:a venir|en cours)|(?:a |avant )?la fin de l’annee)\b)"
)
_AGO: Final = r"(?P<ago>\b(?P<ad>il y a|dans) (?P<an>\d{1,3}|[a-z]+) (?P<au>jours?|mois|ans?|annees?)\b(?! et demi))"
_THEN: Final = (
    r"(?P<then>\b(?:cette annee-la|(?:la|cette) meme annee|l’annee (?:suivante|d’apres|d’avant|precedente))\b)"
)
_NUMBER: Final = (
    r"(?P<number>\b(?:le|des le) (?P<nd>(?:[12]?\d|3[01]))(?:er)?"
    rf"(?:(?P<nm> (?:de ce mois(?:-ci|-la)?|du meme mois|"
    rf"du mois(?: (?:dernier|passe|prochain|en cours)|(?! (?:d[e’] ?{MONTH}|de chaque|suivant|precedent)\b)))\b)|"
    r"(?=[,.;:!?)»](?!\d)| (?:et|dans|a|avec|pour|puis|lors|par|au (?:matin|soir))\b|\Z)))"
)
_YEAR: Final = (
    r"(?P<year>(?:(?<=\bmi-)|(?<![\d/.,:€$-]))\b(?P<yy>(?:19[0-9]|20[0-4])\d|(?<=\ben )(?:1[5-8]|20(?=[5-9]))\d\d)\b"
    r"(?![\d/.:-]?\d| ?(?:%|€|euros?|dollars?|morts?|"
    r"soldats?|hommes?|personnes?|combattants?|km|metres?|civils?|refugies?|fois|ans|jours)))"
)
_KINDS: Final = (_ISO, _SLASHED, _FULL, _NUMBER, _AGO, _THEN, _SPAN, _NEAR, _ANAPHORA, _WEEKDAY, _MONTH_ALONE, _YEAR)
ANY: Final = re.compile("|".join(_KINDS))
"""Any date, where it begins."""
_ALONE: Final = "|".join((*DAYS, *MONTHS, "hier", "demain", "aujourd’hui"))
_FIRST: Final = "|".join("le la l ce cet cette du au des dans il plus a avant apres en debut fin mi".split())
_SECOND: Final = "|".join(
    "mois annee an avant veille lendemain surlendemain meme matin midi soir apres nuit jour cours debut milieu fin y "
    "tot tard le matinee soiree".split()
)
_MAY_BEGIN: Final = re.compile(
    rf"(?<![^\W_])(?:\d|(?:{_ALONE})(?![^\W_])|(?:{_FIRST})(?=[ ’-](?:\d|(?:{_ALONE}|{_SECOND})(?![^\W_])|"
    r"la (?:fin|matinee|soiree|nuit|veille)|ce mois|le courant|[^\W_]++ (?:jour|mois|an)))|[^\W_]++(?= (?:jour|an))|"
    r"(?:vingt|quarante|soixante)(?=-[^\W_]++ heures))"
)
"""What any kind of date begins with: a number, a day, two words that go together, or what stands before « jours »."""


def dates_in(text: str) -> Iterator[re.Match[str]]:
    """What may be a date in a text in lower case without accents, one after another."""
    done = 0
    for sign in _MAY_BEGIN.finditer(text):
        found = ANY.match(text, sign.start()) if sign.start() >= done else None
        if found:
            yield found
            done = found.end()


MONTH_BEFORE: Final = re.compile(
    r"(?:\b(?:en|de|depuis|des|debut|fin|mi|courant|au mois de|jusqu’en|jusqu’a|avant|apres|a|vers|pour|d’ici|entre|et|"
    r"ou|puis|le mois de|remonte a|remontait a|printemps|ete) |\b(?:d’|l’|mi-))$"
)
_EVENTS: Final = (
    r"(?:reunion|sommet|rencontre|entretien|entrevue|seance|audience|annonce|discours|declaration|attentat|attaque|"
    r"frappe|bombardement|conference|visite|vote|scrutin|appel|journee|soiree|communique|edition)s?"
)
DATED: Final = re.compile(rf"\b{_EVENTS} (?:d’|de )\Z")
"""« La réunion d’hier »: of the day before; « les ennemis d’hier » are of old."""
TIMELESS: Final = re.compile(r" (?:encore|comme)\b")
"""« Hier encore infréquentable », « demain comme hier »: of these times."""
_LETTER: Final = "[a-zà-öø-ÿ]"
_EVENT: Final = (
    r"(?:annoncé|déclaré|affirmé|indiqué|dit|dénoncé|appelé|estimé|assuré|confirmé|démenti|reçu|rencontré|présidé|signé|"
    r"conclu|arrivé|entretenu|réuni|laissé entendre|fait (?:savoir|état|part)|publié|inauguré|accueilli|évoqué|exprimé|"
    r"condamné|salué|souligné|rappelé|proposé|adopté|tenu|eu lieu|connu|exhorté|promis|rejeté|demandé)(?:e|s|es)?"
)
TODAY: Final = re.compile(
    rf"(?:\bc’est-à-dire|\b(?:a|ont|est|sont)(?: {_LETTER}+(?:ment|i))? {_EVENT},?) aujourd’hui\b|"
    rf"\b(?:a|ont|est|sont) aujourd’hui {_EVENT}\b"
)
"""« A annoncé aujourd’hui »: the day of publication; « est devenu aujourd’hui » is of these times."""
_IN_R: Final = (
    r"(?:(?:re|dé)?c?ouv|(?:dé)?liv|manœuv|œuv|(?:re|at|é)?ti|(?:in|as|con|res|ex|trans|sou)pi|admi|dési|(?:cha)?vi|engend|"
    r"(?:en|des|dé)?(?:ser|mar|ter|bar)|remonte|date)r(?:ait|aient)\b"
)
"""Imperfects that end as conditionals do: « ouvrait », « retirait »; and « remonterait », « daterait », of the past."""
_INVITED: Final = (
    r"(?<!son )(?<!leur )(?<!ses )(?<!leurs )(?<!un )(?<!des )(?<!les )(?<!l’)(?<!d’)"
    r"(?<!était pas )(?<!étaient pas )(?<!pas été )invitée?s?"
)
"""The participle, not the guest."""
_BY_NOBODY: Final = r"(?<!\ba )(?<!\bont )(?<!\bavait )(?<!\bavaient )"
"""« Reporté », but not « a reporté », which tells of the day itself."""
_WAS: Final = r"(?<!était )(?<!étaient )(?<!été )(?<!fut )"
_UNTIL: Final = (
    r"(?:[Aa]u plus tard|[Dd]’ici|[Aa]vant|[Jj]usqu’(?:à|au|en))"
    r"(?= (?:(?:à|au|la|le|en|fin|début|mi|mois de) ){0,3}\Z)|"
    r"(?<=\A )au plus tard"
)
"""What makes the day or month right behind it one to come; « avant le sommet » says nothing of another."""
FUTURE: Final = re.compile(
    rf"\b(?:doi(?:t|vent)|(?:est|sont) (?:annoncé|convié)e?s?|"
    rf"{_WAS}(?:attendue?s?|prévue?s?|programmée?s?|censée?s?|supposée?s?)|"
    rf"à paraître|prochaine?s?|veut|"
    rf"veulent|compte(?:nt)?|entend(?:ent)?|sous peu|"
    rf"(?:je |j’)(?:[a-zà-öø-ÿ’]+ )?{_LETTER}{{2,}}rai|"
    rf"{_BY_NOBODY}(?:{_INVITED}|reportée?s?|fixée?s?)|(?:repouss|décal|ajourn|renvoy)ée?s? (?:à|au)|"
    rf"va|vont|{_UNTIL}|"
    rf"ferai(?:t|ent)|irai(?:t|ent)|"
    rf"(?!{_IN_R}){_LETTER}{{2,}}(?:(?<![éèa])r(?:a|ont|ons|ez)|(?:[ei]|[nu]d|v|r)r(?:ait|aient))(?:-t-\w+)?|[A-ZÀ-ÖØ-Þ]{_LETTER}+r(?:a-t-|ont-)\w+)\b"
)
_DUE: Final = "(?:attendu|prévu|programmé|annoncé|convié|invité|fixé)"
PAST: Final = re.compile(
    rf"\b(?:a|ont|avait|avaient|"
    rf"(?:est|sont)(?! (?:(?:[a-z]+ )?{_DUE}e?s?|une?|l[ea]|l’[a-z]+|des|les)\b)|"
    rf"était|étaient|s’est|se sont|eu|fut|furent|depuis|remonte|"
    rf"(?<!ent )déjà|après|"
    rf"(?:au|se)rai(?:t|ent) {_LETTER}+(?:é|ée|és|ées|i|is|ie|it|u|us|ue|ert)|"
    rf"{_IN_R}|{_LETTER}{{2,}}(?:ait|aient)(?<![eidv]rait)(?<![eidv]raient))\b"
)
"""Verbs that speak of what is to come or has been: looked for in lower case, for « Ankara » is no verb."""
ANNOUNCED: Final = re.compile(
    r"\b(?:attendu|prévu|programmé|invité|reporté|fixé)e?s?"
    r"(?: (?:à|au|aux|en|dans|chez)(?: (?:l[ea]s?|un|une|sa|son|leur)\b)? [\w’-]+(?: [a-zà-öø-ÿ]+)?)?$"
)
"""Participles among these: what was announced may have been long ago."""
_MEETS: Final = (
    r"\b(?:reçoi(?:t|vent)|se rend(?:ent)?|rencontrent|(?:il|elle|qui|y) rencontre|accueille(?:nt)?|"
    r"s’ouvr(?:e|ent)|se tien(?:t|nent)|se réuni(?:t|ssent)|débute(?:nt)?|commence(?:nt)?|se retrouvent?|s’envolent?|"
    r"s’entretien(?:t|nent)|reprend|reprennent|revien(?:t|nent)|(?:a|ont) lieu|démarre(?:nt)?|arrive(?:nt)?|"
    r"(?:re)?partent|repart|regagne(?:nt)?|rejoi(?:nt|gnent)|expire(?:nt)?|s’achève(?:nt)?|prend fin|prennent fin|"
    r"s’exprime(?:nt)?|se prononce(?:nt)?|inaugure(?:nt)?|effectue(?:nt)?|entame(?:nt)?)"
)
PRESENT: Final = re.compile(rf"{_MEETS}(?: (?:à|au|en|aux) [\w’-]+| y)?,? (?:dès )?$")
"""Verbs that, in the present and right before a day, speak of one to come."""
MEETS: Final = re.compile(
    rf"(?:{_MEETS}|(?<!\b[SsLlMm]a )(?<!\b[Uu]ne )(?<!\b[Cc]ette )(?<!\bleur )(?<!\bde )"
    r"\brencontre(?= (?:son|sa|ses|leurs?|les?|la|M\.|[A-ZÀ-ÖØ-Þ])))\b[^,]*$"
)
"""Verbs in the present before a day: the story goes on, or it will happen."""
TELLS: Final = re.compile(rf"{_MEETS}\b|\b(?:vote|signe|prononce|examine|visite)(?:nt)?\b")
"""Verbs that, in the present and behind a day, tell of it or say that it will come: « lundi, il reçoit son hôte »."""
OFFERED: Final = re.compile(r"\b(?:propos|promet|promis|suggér|convi|envisag)[a-zà-öø-ÿ]*\b")
"""What is offered has not come yet."""
TERM: Final = re.compile(
    rf"ait\b[^,]*? {_UNTIL}|\bavant qu[e’]|"
    r"\b(?:a|ont|est|sont|fut|furent)\b(?! jusqu|[^,]*\b(?:donn|laiss|accord|fix|impos|prolong|étend)[a-zé]+\b)"
    r"[^,]*? jusqu’(?:à|au)(?: la)? \Z"
)
"""« Avait donné jusqu’à », « avant qu’il ne parte »: of a day to come, or of one that has passed."""
DUE: Final = re.compile(
    r"\b(?:devai(?:t|ent)|(?:se |s’)(?:prépar|apprêt)[a-zé]+ à|"
    r"(?:Attendu|Prévu|Programmé|Annoncé|Reporté|Repoussé|Fixé|Censé|Convié)e?s?|"
    r"étai(?:t|ent) (?:attendu|prévu|programmé|annoncé|censé|supposé)e?s?|"
    r"(?:[Ii]nitialement|[Dd]’abord|à l’origine) (?:attendu|prévu|programmé|fixé)e?s?|"
    r"[Àà] [a-zà-öø-ÿ\d]+ (?:jours?|heures|semaines?) (?:de |du |d’|des )[^,]{3,40}, \Z|"
    r"été (?:fixé|programmé|reporté)e?s? (?:à |au )?\Z|"
    r"(?:de |pour |d’|vouloir |devoir |pouvoir |espérer |à (?!paraître))"
    r"[a-zà-öø-ÿ]{2,}(?:er|ir|re)(?: (?!(?:de|pour|d’) )[\w’-]+){0,3} \Z)"
)
"""What was due, or somebody meant to do, on a day: « devait partir mardi », « a promis de revenir mardi »."""
CLAUSE: Final = re.compile(r"(?<!\bM)(?<!\bMM)[.!?;:\n«»]")
ADDRESS: Final = re.compile(r"\b(?:rue|avenue|place|boulevard|square|quai|pont|stade|gare|cite) (?:de |du |d’|des )?$")
