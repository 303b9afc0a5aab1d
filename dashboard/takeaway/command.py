"""The command that writes the monthly reports: `eropaf report` without more words."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

import os
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.reports import Language, report
from warehouse.identity import COMMAND_LINE, Identity, Role
from warehouse.messages import message, user_error

app = typer.Typer()

# Who reads a report that goes round may not see small numbers.
_READER = Identity(COMMAND_LINE.user_id, COMMAND_LINE.name, Role.VIEWER)
_NAMES = {"nl": "maandverslag", "en": "monthly-report"}


class Shape(StrEnum):
    """As what kind of file a monthly report is written."""

    PDF = "pdf"
    PPTX = "pptx"
    XLSX = "xlsx"


@report.callback(invoke_without_command=True)
def monthly(
    *,
    context: typer.Context,
    district: Annotated[
        str | None,
        typer.Option(help=tell("Eén stadsdeel; anders alle.", "One district, or all.")),
    ] = None,
    month: Annotated[
        str | None,
        typer.Option(
            help=tell("Maand, als 2026-03; anders de laatste.", "Month, as 2026-03.")
        ),
    ] = None,
    shape: Annotated[
        Shape, typer.Option("--format", help=tell("Vorm.", "Form."))
    ] = Shape.PDF,
    language: Annotated[
        Language | None, typer.Option(help=tell("Taal.", "Language."))
    ] = None,
    with_small_numbers: Annotated[
        bool,
        typer.Option(
            "--with-small-numbers",
            help=tell(
                "Met kleine aantallen, voor wie die mag zien.",
                "With small numbers, for who may see them.",
            ),
        ),
    ] = False,
    output: Annotated[
        Path | None, typer.Option(file_okay=False, help=tell("Map.", "Folder."))
    ] = None,
) -> None:
    """One file per district, as for who may not see small numbers unless said so."""
    if context.invoked_subcommand:
        return
    if output is None:
        raise user_error("takeaway.no_output")
    from dashboard.takeaway.files.forms import document_bytes
    from dashboard.takeaway.reports import Wish, monthly_reports

    start, count = time.monotonic(), 0
    chosen = language.value if language else settings().language
    asker = COMMAND_LINE if with_small_numbers else _READER
    output.mkdir(parents=True, exist_ok=True)
    wish = Wish(chosen, district, month)
    for code, of_month, document in monthly_reports(settings(), asker, wish):
        file = output / f"{_NAMES[chosen]}-{code}-{of_month}.{shape.value}"
        _write_private(file, document_bytes(document, shape.value))
        count += 1
    seconds = f"{time.monotonic() - start:.0f}"
    written = message("takeaway.written", count=count, seconds=seconds, folder=output)
    typer.echo(written.text(settings().language))


def _write_private(file: Path, content: bytes) -> None:
    """Write what only its owner can read: whom it is for is theirs to say."""
    aside = file.with_name(f".{file.name}.{os.getpid()}.part")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
