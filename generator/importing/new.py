"""`dossier new`: a few questions, then an empty file to write in."""

import sys
from typing import Final

import click

from generator.check.reading import read
from generator.config import Folders
from generator.importing.blank import FORMS, Blank, Question, blank, mended, refused
from generator.importing.store import create
from generator.load.disk import load
from generator.model import Kind
from generator.text.french import NARROW, typeset

_NAMES: Final = {"article": Kind.ARTICLE, "leader": Kind.LEADER, "place": Kind.PLACE, "event": Kind.EVENT}


@click.command(
    "new",
    short_help="Commence une fiche : article, dirigeant, lieu ou événement.",
    help="Pose quelques questions et commence une fiche : article (par défaut), leader (dirigeant), place (lieu) "
    "ou event (événement).",
)
@click.argument("sorte", type=click.Choice(list(_NAMES)), default="article", metavar="[SORTE]")
@click.option(
    "--set", "given", multiple=True, metavar="CHAMP=VALEUR", help="Répond d’avance ; plusieurs fois si besoin."
)
@click.pass_obj
def new_command(where: Folders, sorte: str, given: tuple[str, ...]) -> None:
    """Start a content file."""
    if not where.content.is_dir():
        raise click.ClickException(typeset(f"Il n'y a pas de dossier « content » dans {where.root}."))
    kind = _NAMES[sorte]
    said = _said(given, {question.field for question in FORMS[kind].questions})
    wrong = [
        typeset(f"{question.asked} : {why}")
        for question in FORMS[kind].questions
        if (why := refused(kind, question.field, mended(question.field, said.get(question.field, ""))))
    ]
    if wrong:
        raise click.UsageError("\n".join(wrong))
    answers = {
        question.field: said[question.field] if question.field in said else _answer(kind, question)
        for question in FORMS[kind].questions
    }
    made = blank(kind, answers, read(load(where.content)).ids(kind))
    if not isinstance(made, Blank):
        for problem in made:
            click.echo(problem.message, err=True)
        click.echo("Rien n’est écrit.", err=True)
        sys.exit(1)
    path = where.content / made.path
    path.parent.mkdir(parents=True, exist_ok=True)
    create(path, made.text.encode("utf-8"))
    click.echo(typeset(f"content/{made.path} : à remplir, puis « make content »."))


def _said(given: tuple[str, ...], fields: set[str]) -> dict[str, str]:
    said = dict(pair.partition("=")[::2] for pair in given)
    for field in said.keys() - fields:
        raise click.UsageError(typeset(f"Champ inconnu « {field} ». Attendu : {', '.join(sorted(fields))}."))
    return said


def _answer(kind: Kind, question: Question) -> str:
    """An answer that can be taken: one that can't is asked again at once, with the reason."""

    def taken(given: str) -> str:
        answer = mended(question.field, given)
        if why := refused(kind, question.field, answer):
            raise click.UsageError(why)
        return answer

    choices = click.Choice([str(choice) for choice in question.choices]) if question.choices else None
    return str(
        click.prompt(
            typeset(question.asked),
            type=choices,
            default=None if question.needed else "",
            show_default=False,
            prompt_suffix=f"{NARROW}: ",
            value_proc=None if choices else taken,
        )
    )
