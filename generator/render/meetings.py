"""The page that says who met whom: a graph, a matrix, and each pair with its events."""

from collections import Counter
from dataclasses import dataclass

from generator.library import Pair
from generator.render.desk import Desk, PageFile
from generator.routes import MEETINGS
from generator.text.french import count


def meetings(desk: Desk) -> PageFile:
    """Who met whom: a matrix, and under it each pair with its events."""
    pairs = desk.library.pairs
    weights = Counter(
        leader.id for pair in pairs for leader in (pair.one, pair.other) for _ in (*pair.meetings, *pair.calls)
    )
    met = sorted((x for x in desk.library.leaders if x.id in weights), key=lambda leader: -weights[leader.id])
    by_ids = {frozenset((pair.one.id, pair.other.id)): pair for pair in pairs}
    matrix = [
        {"leader": row, "cells": [_cell(by_ids.get(frozenset((row.id, other.id))), row is other) for other in met]}
        for row in met
    ]
    meta = {
        "title": "Qui a rencontré qui",
        "description": "Les rencontres et les appels établis par les articles du dossier, personne par personne.",
        "section": "Rencontres",
        "page_kind": "meetings",
    }
    return desk.page(
        "meetings.md.j2", MEETINGS, meta, pairs=pairs, met=met, matrix=matrix, sources=len(desk.library.articles)
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """Where two leaders cross in the table of meetings: what to count, and where it is listed."""

    label: str = ""
    anchor: str = ""
    same: bool = False
    """A leader crosses himself here."""


def _cell(pair: Pair | None, same: bool) -> Cell:
    if pair is None:
        return Cell(same=same)
    counted = ((len(pair.meetings), "rencontre"), (len(pair.calls), "appel"))
    label = "<br>".join(count(number, word) for number, word in counted if number)
    return Cell(label, f"{pair.one.id}--{pair.other.id}")
