"""The command `dossier`: what an editor types and reads."""

import gettext
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

import click
from rich.console import Console

from generator.check.publication import ahead
from generator.config import Folders, folders
from generator.dates import Edtf, parse
from generator.diagnostics import Problem, Severity, errors, in_order
from generator.importing.command import import_command
from generator.importing.new import new_command
from generator.pipeline import ContentError, Previous, Summary, build, builder_faults, catch_up, examine, sources
from generator.publish.site import SiteError
from generator.reading.command import analyse_command
from generator.refusals import refusal
from generator.report import Format, report
from generator.schema import RECORDS
from generator.schema import text as schema_text
from generator.serve.server import Outcome, PortTakenError, Sources, Work, serve
from generator.text.french import NARROW, count, enumerate_fr, spaced, typeset
from generator.upkeep import check_links, verify_originals


def _day(_context: click.Context, _option: click.Parameter, given: str | None) -> Edtf:
    """The day that an option gives, else today."""
    try:
        return parse((date.fromisoformat(given) if given else datetime.now(tz=UTC).date()).isoformat())
    except ValueError as error:
        raise click.BadParameter(spaced(f"« {given} » n’est pas un jour ; attendu : AAAA-MM-JJ.")) from error


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="COMMANDE [ARGUMENTS]",
)
@click.version_option(version("dossier-de-presse"), prog_name="dossier", help="Affiche la version.")
@click.pass_context
def dossier(context: click.Context) -> None:
    """Construit le dossier de presse dont le dossier « content » est ici."""
    context.obj = folders(Path.cwd())


_format = click.option(
    "--format",
    "shape",
    type=click.Choice([shape.value for shape in Format]),
    default=Format.TEXT.value,
    show_default=True,
    callback=lambda _context, _option, value: Format(value),
    help="Forme des messages : « text » pour vous, « json » et « github » pour un programme.",
)


@dossier.command(
    "build", short_help="Construit le site.", help="Contrôle le contenu et construit le site dans build/site."
)
@_format
@click.pass_obj
def build_command(where: Folders, shape: Format) -> None:
    """Build the site; with --format json, standard output holds the JSON alone."""
    _demand_content(where)
    aside = shape is Format.JSON
    try:
        summary = _build(where, aside=aside)
    except (ContentError, SiteError, OSError) as error:
        if isinstance(error, ContentError):
            _print_problems(error.problems, shape)
            _say(_tally(error.problems), err=True)
        else:
            _say(_explained(error), err=True)
        _say(typeset("Le site n'a pas été reconstruit ; le précédent, s'il existe, est intact."), err=True)
        sys.exit(1)
    _print_problems(summary.warnings, shape)
    _say(_summary(summary), err=aside)
    where_to = "À lire : « make serve », puis http://127.0.0.1:8000/. À publier : le dossier build/site."
    _say(typeset(where_to), err=aside)


@dossier.command("check", help="Contrôle le contenu sans rien écrire.")
@_format
@click.option(
    "--date",
    "day",
    callback=_day,
    metavar="JOUR",
    help="Jour après lequel une date est à venir, AAAA-MM-JJ ; à défaut, aujourd’hui.",
)
@click.pass_obj
def check_command(where: Folders, shape: Format, day: Edtf) -> None:
    """Check the content; with --format json, standard output holds the JSON alone."""
    _demand_content(where)
    checked = examine(where)
    later = ahead(checked.records, checked.documents, day)
    problems = in_order((*checked.problems, *builder_faults(where), *later))
    _print_problems(problems, shape)
    _say(_tally(problems), err=shape is Format.JSON)
    sys.exit(1 if errors(problems) else 0)


@dossier.command(
    "schema",
    short_help="Montre le schéma JSON des fichiers de contenu.",
    help="Montre le schéma JSON d’une sorte de fichiers, ou les écrit tous dans un dossier.",
)
@click.argument("kind", type=click.Choice(list(RECORDS)), required=False, metavar="[SORTE]")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), metavar="DOSSIER", help="Où les écrire tous.")
def schema_command(kind: str | None, into: Path | None) -> None:
    """Print a JSON Schema, or write them all."""
    if (kind is None) == (into is None):
        raise click.UsageError(typeset(f"Attendu : --into DOSSIER, ou une sorte de fichiers ({', '.join(RECORDS)})."))
    if kind:
        _say(schema_text(kind).rstrip())
    elif into:
        into.mkdir(parents=True, exist_ok=True)
        for name in RECORDS:
            (into / f"{name}.json").write_text(schema_text(name), "utf-8", newline="\n")
        _say(typeset(f"{len(RECORDS)} schémas écrits dans {into}."))


@dossier.command(
    "verify",
    short_help="Cherche chaque citation dans son original.",
    help="Cherche chaque citation dans l’original et consigne celles qui s’y trouvent (content/verifications.yml).",
)
@click.option(
    "--originals",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="DOSSIER_ORIGINALS",
    metavar="DOSSIER",
    help="Dossier des originaux ; à défaut celui que nomme DOSSIER_ORIGINALS, puis celui de dossier.yml.",
)
@click.option(
    "--date", "day", callback=_day, metavar="JOUR", help="Jour à consigner, AAAA-MM-JJ ; à défaut, aujourd’hui."
)
@click.pass_obj
def verify_command(where: Folders, originals: Path | None, day: Edtf) -> None:
    """Hold the content against the originals."""
    _demand_content(where)
    try:
        verdict = verify_originals(where, originals, day)
    except (ContentError, OSError) as error:
        _say(_explained(error), err=True)
        sys.exit(1)
    for finding in verdict.findings:
        _say(str(finding.problem), err=True)
        if finding.quotation:
            original = finding.original or "(rien d’approchant)"
            _say(f"    citation  {finding.quotation}\n    original  {original}", err=True)
    if verdict.missing:
        _say(spaced(f"Originaux absents, non consultés : {', '.join(verdict.missing)}."))
    _say(
        spaced(
            f"{count(verdict.verified, 'citation vérifiée', 'citations vérifiées')}, "
            f"{count(verdict.unverified, 'non vérifiée', 'non vérifiées')} ; "
            f"{count(len(verdict.disagreements), 'désaccord')} avec les originaux."
        )
    )
    sys.exit(1 if verdict.disagreements else 0)


@dossier.command(
    "links",
    short_help="Demande aux autres sites si leurs adresses répondent.",
    help="Demande aux autres sites si leurs adresses répondent et consigne celles qui sont mortes (content/links.yml).",
)
@click.option(
    "--date", "day", callback=_day, metavar="JOUR", help="Jour à consigner, AAAA-MM-JJ ; à défaut, aujourd’hui."
)
@click.option("--timeout", default=20.0, show_default=True, type=click.FloatRange(0.1), help="Attente, en secondes.")
@click.pass_obj
def links_command(where: Folders, day: Edtf, timeout: float) -> None:
    """Ask whether the addresses of other sites answer."""
    _demand_content(where)
    try:
        found, problems = check_links(where, day, timeout)
    except (ContentError, OSError) as error:
        _say(_explained(error), err=True)
        sys.exit(1)
    _print_problems(problems)
    for address, answer in found.unsure:
        _say(spaced(f"{address.document.shown}:{address.line}: {address.url} : {answer.said} ; à revoir."), err=True)
    dead, unsure = len(found.dead.dead), len({address.url for address, _ in found.unsure})
    _say(spaced(f"{count(dead, 'adresse morte', 'adresses mortes')}, {count(unsure, 'incertaine')}."))
    sys.exit(1 if problems else 0)


@dossier.command(
    "serve", short_help="Montre le site pendant qu’on l’écrit.", help="La page ouverte suit chaque modification."
)
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port local ; 0 : un libre."
)
@click.pass_obj
def serve_command(where: Folders, port: int) -> None:
    """Serve the site, drafts included, and follow the editor's changes."""
    _demand_content(where)
    preview, previous = replace(where, build=where.build / "serve"), Previous()

    def rebuild() -> Outcome:
        try:
            summary = _build(preview, drafts=True, previous=previous)
        except (ContentError, SiteError, OSError) as error:
            explained = _explained(error)
            _say(explained, err=True)
            if (preview.site / "index.html").exists():
                _say("La dernière page correcte reste affichée.", err=True)
            return Outcome(explained)
        _print_problems(summary.warnings)
        _say(_summary(summary))
        return Outcome(warnings=tuple(map(str, summary.warnings)))

    def ready(port: int) -> None:
        _say(typeset(f"À lire : http://127.0.0.1:{port}/ (Ctrl+C pour arrêter)."))

    def found() -> Sources:
        try:
            return Sources(*sources(where))
        except OSError:
            return Sources(object(), object())  # like nothing before: the build will say what is wrong

    def later() -> None:
        try:
            catch_up(preview, previous)
        except (SiteError, OSError) as error:
            _say(_explained(error), err=True)

    work = Work(preview.site, (where.content, where.overrides, where.mkdocs), found, rebuild, later)
    preview.site.mkdir(parents=True, exist_ok=True)
    try:
        serve(work, ready, port)
    except PortTakenError as error:
        raise click.ClickException(
            typeset(f"Le port {port} est déjà pris : choisissez-en un autre avec --port.")
        ) from error
    except KeyboardInterrupt:
        _say("Arrêté.")


dossier.add_command(analyse_command)
dossier.add_command(import_command)
dossier.add_command(new_command)


def _build(where: Folders, *, drafts: bool = False, aside: bool = False, previous: Previous | None = None) -> Summary:
    """Build, and say what is being done: a moving line on a terminal, a line a step elsewhere.

    `aside` keeps that out of standard output.
    """
    console = Console(highlight=False, markup=False, stderr=aside)
    if not console.is_terminal:
        return build(where, lambda step: _say(f"{step}…", err=aside), drafts=drafts, previous=previous, hurried=drafts)
    with console.status("Préparation…") as status:
        return build(where, lambda step: status.update(f"{step}…"), drafts=drafts, previous=previous, hurried=drafts)


def _demand_content(where: Folders) -> None:
    if not where.content.is_dir():
        message = f"Il n'y a pas de dossier « content » dans {where.root}. Placez-vous dans le dossier de presse."
        raise click.ClickException(typeset(message))


def _explained(error: ContentError | SiteError | OSError) -> str:
    if isinstance(error, OSError):
        return spaced(f"Ce fichier ne peut servir : {error.filename or '(sans nom)'} ; {refusal(error)}.")
    if isinstance(error, SiteError):
        return str(error)
    return "\n".join([*map(str, error.problems), _tally(error.problems)])


def _tally(problems: Sequence[Problem]) -> str:
    bad, warned = len(errors(problems)), sum(p.severity is Severity.WARNING for p in problems)
    if not problems:
        return "Le contenu est correct."
    return f"{count(bad, 'erreur')}, {count(warned, 'avertissement')}."


def _summary(made: Summary) -> str:
    counted = [
        count(made.articles, "article"),
        count(made.leaders, "dirigeant"),
        count(made.events, "événement"),
        count(made.places, "lieu", "lieux"),
        count(made.links, "lien"),
        count(made.pages, "page"),
    ]
    seconds = f"{made.seconds:.1f}".replace(".", ",")
    return f"Site construit en {seconds}{NARROW}s{NARROW}: {enumerate_fr(counted)}."


def _print_problems(problems: Sequence[Problem], shape: Format = Format.TEXT) -> None:
    told = report(problems, shape)
    if told:
        _say(told, err=shape is Format.TEXT)


def _say(message: str, *, err: bool = False) -> None:
    click.echo(message, err=err)


def main() -> None:
    """Run the command in French: gettext translates what click itself says."""
    os.environ["LANGUAGE"] = "fr"
    gettext.bindtextdomain("dossier", str(Path(__file__).parent / "locale"))
    gettext.textdomain("dossier")
    dossier(prog_name="dossier")
