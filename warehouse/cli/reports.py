"""The commands that write reports: on one delivery, or on the checks of a release."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.messages import message

app = typer.Typer()
report = typer.Typer(no_args_is_help=True)
app.add_typer(
    report,
    name="report",
    help=tell(
        "Maandverslag per stadsdeel; of een verslag van een levering of de controles.",
        "Monthly report per district; or a report on a delivery or on the checks.",
    ),
)


class Form(StrEnum):
    """In what form a report is written."""

    XLSX = "xlsx"
    HTML = "html"


class Language(StrEnum):
    """In what language a report is written."""

    NL = "nl"
    EN = "en"


@report.command(
    help=tell(
        "Verslag van één levering: bevindingen, tellingen en een brief.",
        "Report on one delivery: findings, counts and a letter.",
    )
)
def delivery(
    delivery_id: Annotated[
        str, typer.Argument(help=tell("Nummer van de levering.", "Id of the delivery."))
    ],
    form: Annotated[
        Form, typer.Option("--format", help=tell("Vorm.", "Form."))
    ] = Form.XLSX,
    language: Annotated[
        Language | None, typer.Option(help=tell("Taal.", "Language."))
    ] = None,
    output: Annotated[
        Path | None, typer.Option(dir_okay=False, help=tell("Bestand.", "File."))
    ] = None,
) -> None:
    """Held and refused deliveries too."""
    from warehouse.exports.reports.build import delivery_report, write_report

    chosen = language.value if language else settings().language
    built = delivery_report(settings(), delivery_id, chosen)
    file = write_report(built, form.value, output)
    written = message("report.written", title=built.title, file=file)
    typer.echo(written.text(settings().language))


@report.command(
    help=tell(
        "Bladzijden van Great Expectations over de uitgave.",
        "Great Expectations' own pages on the release.",
    )
)
def checks(
    output: Annotated[
        Path | None, typer.Option(file_okay=False, help=tell("Map.", "Folder."))
    ] = None,
) -> None:
    """The suites and their validation, to open in a browser without a network."""
    from warehouse.exports.reports.data_docs import write_data_docs

    page = write_data_docs(settings(), output)
    written = message("report.checks_written", file=page)
    typer.echo(written.text(settings().language))
