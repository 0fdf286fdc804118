"""A made dossier of hundreds of articles: for what only shows where there is much of everything."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

FIRST: Final = date(2012, 1, 9)
NAMES: Final = "Adèle Bruno Clara Denis Élise Fabien Gaëlle Hugo Irène Jules Karine Loïc Maëlle Noé Odile".split()
FAMILIES: Final = "Arnoux Baudry Caillard Delmas Esnault Ferrand Gilbert Hervieu".split()
SUBJECTS: Final = (
    "le traité du lac",
    "les droits de pêche",
    "la navette du soir",
    "le niveau des eaux",
    "les deux ports",
)
KINDS: Final = (
    ("visite", "se rend à {place}"),
    ("entretien", "reçoit {other} à {place}"),
    ("appel", "appelle {other}"),
    ("sommet", "réunit {other} et d’autres à {place}"),
    ("déclaration", "s’exprime à {place}"),
)
STATUSES: Final = (("établi", 86), ("annoncé", 8), ("démenti", 3), ("douteux", 3))
SETTINGS: Final = """title: Le grand dossier du lac
subtitle: Trois cents articles inventés, pour voir ce que devient le site quand il y a beaucoup de tout
standfirst: Un dossier inventé de bout en bout.
map: {south: 42, west: -4, north: 51, east: 12}
milestones: [{milestones}]
"""


def write_dossier(content: Path, *, articles: int, events: int, leaders: int, places: int, seed: int = 300) -> None:
    """Write the content of a dossier with so many of each; the same for the same numbers."""
    dice = random.Random(seed)
    people = {f"personne-{n}": f"{NAMES[n % len(NAMES)]} {FAMILIES[n // len(NAMES)]}" for n in range(leaders)}
    towns = {f"ville-{n}": f"Port-{FAMILIES[n % len(FAMILIES)]}-{n + 1}" for n in range(places)}
    days = sorted(FIRST + timedelta(days=dice.randrange(4_600)) for _ in range(events))
    told = [_event(number, day, dice, people, towns) for number, day in enumerate(days)]
    files = {
        "dossier.yml": SETTINGS.replace("{milestones}", ", ".join(name for name, *_ in told[:: max(1, events // 4)])),
        **{f"leaders/{name}.md": _leader(shown, number) for number, (name, shown) in enumerate(people.items())},
        **{f"places/{name}.md": _place(shown, dice) for name, shown in towns.items()},
        **{f"events/{name}.md": text for name, _, _, text in told},
        **dict(_articles(articles, told, dice, people, towns)),
    }
    for path, text in files.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def _leader(name: str, number: int) -> str:
    return (
        f"---\nname: {name}\nroles:\n  - office: présidente du port nᵒ {number + 1}\n    country: FR\n"
        f"    from: 2012-01-01\n---\nUne personne inventée.\n"
    )


def _place(name: str, dice: random.Random) -> str:
    lat, lon = dice.uniform(43.5, 48.9), dice.uniform(-0.5, 6.5)
    return f"---\nname: {name}\nkind: city\ncountry: FR\nlat: {lat:.4f}\nlon: {lon:.4f}\n---\nUn port inventé.\n"


def _event(
    number: int, day: date, dice: random.Random, people: dict[str, str], towns: dict[str, str]
) -> tuple[str, date, str, str]:
    """The id of an event, its day, its title and its file."""
    kind, what = dice.choice(KINDS)
    who, other, *more = dice.sample(list(people), 4)
    town = dice.choice(list(towns))
    title = f"{people[who]} {what.format(place=towns[town], other=people[other])}"
    status = dice.choices([name for name, _ in STATUSES], [weight for _, weight in STATUSES])[0]
    there = [who] if kind in {"visite", "déclaration"} else [who, other, *(more if kind == "sommet" else ())]
    place = "" if kind == "appel" else f"place: {town}\n"
    journeys = f"journeys:\n  - {{who: {who}, to: {town}}}\n" if kind == "visite" else ""
    text = (
        f"---\ntitle: {title}\ndate: {day.isoformat()}\nkind: {kind}\nstatus: {status}\n{place}"
        f"participants: [{', '.join(there)}]\n{journeys}---\nUn événement inventé.\n"
    )
    return f"evenement-{number}-{day.isoformat()}", day, title, text


def _articles(
    number: int,
    told: list[tuple[str, date, str, str]],
    dice: random.Random,
    people: dict[str, str],
    towns: dict[str, str],
) -> Iterator[tuple[str, str]]:
    """Each article tells one or two events of its days, and names people and places besides."""
    for at in range(number):
        first = at * len(told) // number
        chosen = told[first : first + 1 + (at % 3 == 0)]
        day = max(day for _, day, _, _ in chosen) + timedelta(days=1)
        body = "\n\n".join(
            f"D’après la rédaction, [cet événement](../events/{name}.md) compte pour {dice.choice(SUBJECTS)}. "
            f"{people[dice.choice(list(people))]} le dit, et {people[dice.choice(list(people))]} le répète "
            f"à {towns[dice.choice(list(towns))]}."
            for name, *_ in chosen
        )
        ids = ", ".join(name for name, *_ in chosen)
        yield (
            f"articles/{day.isoformat()}-article-{at}.md",
            f"---\ntitle: {dice.choice(SUBJECTS).capitalize()}, épisode {at + 1}\ndate: {day.isoformat()}\n"
            f"publisher: La Gazette des essais\npublisher_basis: texte\ntext: notice\nstatus: published\n"
            f"events: [{ids}]\n---\n{body}\n",
        )
