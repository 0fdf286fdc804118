"""`dossier analyse`: the reading of a raw text as data."""

import json
import sys
from pathlib import Path

import click

from generator.config import Folders
from generator.dates import parse
from generator.load.disk import load_rules
from generator.pipeline import examine
from generator.reading.analyse import analyse, as_data
from generator.reading.encoding import UnreadableError, decoded
from generator.reading.rules import Rule, RuleError
from generator.text.french import typeset
from generator.text.mentions import Lexicon, lexicon


class Day(click.ParamType[str]):
    """A date at the precision of a day, a month or a year."""

    name = "AAAA[-MM[-JJ]]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value as it is, if it is such a date."""
        try:
            parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)
        if len(value) not in {4, 7, 10} or not value.replace("-", "").isdigit():
            self.fail(typeset(f"« {value} » n'est pas une date comme 2017, 2017-11 ou 2017-11-21."), param, ctx)
        return value


@click.command("analyse", short_help="Lit un texte brut.", help="Lit un texte brut : bruit, noms, dates, citations.")
@click.argument("fichier", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--date", "day", type=Day(), help="Date de parution, si elle est connue d’ailleurs.")
@click.option("--json", "as_json", is_flag=True, help="Donne tout, en JSON.")
@click.pass_obj
def analyse_command(where: Folders, fichier: Path, day: str | None, as_json: bool) -> None:
    """Print the reading of a text."""
    try:
        data = fichier.read_bytes()
        raw, _ = decoded(data)
    except UnreadableError as error:
        raise click.ClickException(typeset(f"{fichier} : {error}.")) from error
    reading = analyse(raw, known(where), rules_of(where), day)
    told = as_data(reading, fichier.name, data)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    click.echo(reading.kept)


def known(where: Folders) -> Lexicon:
    """The names and offices of the dossier here; without a content folder, none."""
    if not where.content.is_dir():
        return lexicon((), ())
    checked = examine(where)
    if checked.dossier is None:
        for problem in checked.problems:
            click.echo(str(problem), err=True)
        sys.exit(1)
    return lexicon(checked.dossier.leaders, checked.dossier.places)


def rules_of(where: Folders) -> tuple[Rule, ...]:
    """The rules of noise that hold here; one that can't be used ends the command."""
    try:
        return load_rules(where.content)
    except RuleError as error:
        raise click.ClickException(f"content/bruit.toml : {error}") from error
