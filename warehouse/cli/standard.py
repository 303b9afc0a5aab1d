"""The commands about the registration standard: its document and its workbook."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from warehouse.cli.language import settings, tell

app = typer.Typer()
standard = typer.Typer(
    help=tell(
        "De registratiestandaard: document en leeg werkboek.",
        "The registration standard: document and empty workbook.",
    ),
    no_args_is_help=True,
)
app.add_typer(standard, name="standard")


class Language(StrEnum):
    """The languages of the standard."""

    NL = "nl"
    EN = "en"


InLanguage = Annotated[
    Language | None,
    typer.Option("--language", help=tell("Taal: nl of en.", "Language: nl or en.")),
]
ToFile = Annotated[
    Path | None,
    typer.Option("--output", help=tell("Bestand om te schrijven.", "File to write.")),
]


@standard.command(
    help=tell(
        "Maak het document voor een stadsdeel.", "Make the document for a district."
    )
)
def document(language: InLanguage = None, output: ToFile = None) -> None:
    """Markdown; without --output it is printed."""
    from warehouse.standard.document import render_document
    from warehouse.standard.fields import load_standard

    text = render_document(load_standard(), language or settings().language)
    if output is None:
        typer.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    _tell_written(output)


@standard.command(
    help=tell(
        "Maak een leeg werkboek in het formaat van de standaard.",
        "Make an empty workbook in the format of the standard.",
    )
)
def template(language: InLanguage = None, output: ToFile = None) -> None:
    """An .xlsx file, in the present folder unless --output says where."""
    from warehouse.standard.fields import load_standard
    from warehouse.standard.template import write_template

    chosen = language or settings().language
    named = Path("registratie.xlsx" if chosen == "nl" else "registration.xlsx")
    path = output or named
    write_template(load_standard(), path, chosen)
    _tell_written(path)


def _tell_written(path: Path) -> None:
    typer.echo(tell(f"Geschreven: {path}", f"Written: {path}"))
