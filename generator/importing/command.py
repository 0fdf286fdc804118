"""`dossier import`: a copied text, a saved page or a folder of them becomes articles to be read through."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.config import Folders
from generator.importing.draft import Given
from generator.importing.outcome import Outcome, outcome, shelve, summed, told
from generator.importing.review import review
from generator.importing.shelf import Shelf, shelf
from generator.importing.source import Source, source
from generator.importing.store import store
from generator.reading.command import Day, rules_of
from generator.reading.encoding import UnreadableError
from generator.refusals import refusal
from generator.text.french import count, spaced, typeset

_SUFFIXES: Final = {".txt", ".text", ".md", ".html", ".htm", ".xhtml"}
"""What is taken from a folder; a file that is named itself may have any."""


@click.command(
    "import",
    short_help="Fait un brouillon d’article d’un texte ou d’une page.",
    help="Fait un brouillon d’article d’un texte copié ou d’une page enregistrée, de chacun des fichiers d’un dossier, "
    "ou de l’entrée standard (« - »). Rien de ce qui existe n’est modifié.",
)
@click.argument("fichier", type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option("--date", "day", type=Day(), help="Date de parution, si le texte ne la donne pas.")
@click.option("--publisher", help="Journal, agence ou site qui l’a publié.")
@click.option("--author", help="Signature.")
@click.option("--url", help="Adresse de l’article, en https://.")
@click.option("--title", help="Titre.")
@click.option("--reprise", "reprint", is_flag=True, help="Garde un texte repris d’un autre article, et le lie à lui.")
@click.option("--dry-run", is_flag=True, help="Dit ce qui serait fait, sans rien écrire.")
@click.option("--review", "reviewed", is_flag=True, help="Écrit dans build/review une page qui montre les coupes.")
@click.pass_obj
def import_command(  # noqa: PLR0913, PLR0917 - one argument for each option
    where: Folders,
    fichier: Path,
    day: str | None,
    publisher: str | None,
    author: str | None,
    url: str | None,
    title: str | None,
    reprint: bool,
    dry_run: bool,
    reviewed: bool,
) -> None:
    """Import a text, a page or a folder; go on past a file that can't be."""
    if not where.content.is_dir():
        raise click.ClickException(spaced(f"Il n’y a pas de dossier « content » dans {where.root}."))
    paths = sorted(_files(fichier)) if fichier.is_dir() else [fichier]
    given = Given(title, day, publisher, author, url)
    if len(paths) > 1 and (title or url):
        raise click.UsageError(typeset("--title et --url valent pour un seul texte."))
    state = shelf(where, rules_of(where))
    made = doubled = failed = 0
    for number, path in enumerate(paths, start=1):
        if fichier.is_dir():
            click.echo(f"[{number}/{len(paths)}] {path.name}", err=True)
        try:
            done = outcome(_source(path), state, given, reprint=reprint)
            click.echo(told(done, None if dry_run or done.doubled else _written(done, state, where)))
            if reviewed:
                click.echo(f"  relecture   {_reviewed(done, where)}")
        except (UnreadableError, OSError) as error:
            failed += 1
            click.echo(spaced(f"{path} : {_explained(error)}. Ce fichier n’est pas importé."), err=True)
            continue
        if done.doubled:
            doubled += 1
        else:
            made += 1
            shelve(done, state)
    if fichier.is_dir():
        click.echo(summed(made, doubled, failed))
        _tell_of_others(fichier)
    _end(failed, state)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in _SUFFIXES)


def _left_aside(folder: Path) -> tuple[str, ...]:
    """What of a folder is no text by its name; hidden files are the system's."""
    taken = {*_files(folder)}
    return tuple(sorted(path.name for path in folder.iterdir() if path not in taken and not path.name.startswith(".")))


def _source(path: Path) -> Source:
    if path == Path("-"):
        return source("entree.txt", sys.stdin.buffer.read())
    return source(path.name, path.read_bytes())


def _written(made: Outcome, state: Shelf, where: Folders) -> str:
    return store(made, state.articles, state.originals).relative_to(where.root).as_posix()


def _reviewed(made: Outcome, where: Folders) -> str:
    """Write the review, anew each time: it lies in build/, where nobody writes."""
    path = where.build / "review" / f"{made.id}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(review(made), "utf-8", newline="")
    return path.relative_to(where.root).as_posix()


def _explained(error: UnreadableError | OSError) -> str:
    return refusal(error) if isinstance(error, OSError) else str(error)


def _tell_of_others(folder: Path) -> None:
    aside = _left_aside(folder)
    if aside:
        click.echo(spaced(f"Laissés de côté (ni .txt ni .html) : {', '.join(aside)}."), err=True)


def _end(failed: int, state: Shelf) -> NoReturn:
    if state.unseen:
        articles = count(state.unseen, "article")
        click.echo(
            spaced(
                f"{articles} du dossier sans texte dans {state.originals.name}/ : une reprise n’en serait pas reconnue."
            ),
            err=True,
        )
    sys.exit(1 if failed else 0)
