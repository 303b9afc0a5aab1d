"""The command on exports: a DDAS delivery with its report."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

import json
import os
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.options import AsJson
from warehouse.cli.output import print_json

app = typer.Typer()


class Kind(StrEnum):
    """What can be exported."""

    DDAS = "ddas"


@app.command(
    help=tell(
        "Maak een DDAS-levering uit de gepubliceerde uitgave.",
        "Make a DDAS delivery from the published release.",
    )
)
def export(
    *,
    kind: Annotated[Kind, typer.Argument()],
    municipality: Annotated[
        str, typer.Option(help=tell("Gemeentecode, vier cijfers.", "Four digits."))
    ],
    date_from: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"])],
    date_to: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"])],
    version: Annotated[str, typer.Option(help=tell("Versie.", "Version."))] = "1.2",
    keys: Annotated[
        Path | None,
        typer.Option(
            help=tell(
                "Eigen sleutelbestand; het wordt nergens bewaard.",
                "Your own key file; it is stored nowhere.",
            )
        ),
    ] = None,
    pseudonymised: Annotated[
        bool,
        typer.Option(
            "--pseudonymised",
            help=tell("Proeflevering zonder personen.", "Trial without persons."),
        ),
    ] = False,
    organisation: Annotated[
        str | None, typer.Option(help=tell("Wie aanlevert.", "Who delivers."))
    ] = None,
    output: Annotated[
        Path | None, typer.Option(help=tell("Bestand.", "File to write."))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Writes the delivery, and beside it a report of what it could not say."""
    from warehouse.exports.ddas.export import Wish, export_ddas

    wish = Wish(
        municipality,
        date_from.date(),
        date_to.date(),
        version,
        keys,
        pseudonymised,
        organisation,
    )
    made = export_ddas(settings(), wish)
    period = f"{wish.first}-{wish.last}"
    file = output or Path(f"ddas-{municipality}-{period}-v{version}.json")
    report = file.with_name(f"{file.stem}-verslag.json")
    _write_private(file, made.document)
    _write_private(report, made.report)
    if as_json:
        print_json({"file": file, "report_file": report, **made.report})
    else:
        typer.echo(_summary(made.report, file, report))


def _write_private(path: Path, content: object) -> None:
    """Write JSON that only its owner can read: a delivery names persons."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(content, stream, ensure_ascii=False, indent=2)
            stream.write("\n")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _summary(report: dict[str, Any], file: Path, report_file: Path) -> str:
    left_out = sum(each["signals"] for each in report["left_out"].values())
    lines = [
        tell(
            f"{file.name}: {report['signals_delivered']} van de "
            f"{report['signals_in_period']} signalen, {report['cases_delivered']} "
            f"zaken, {report['attempts_delivered']} contactpogingen "
            f"(DDAS {report['version']}).",
            f"{file.name}: {report['signals_delivered']} of "
            f"{report['signals_in_period']} signals, {report['cases_delivered']} "
            f"cases, {report['attempts_delivered']} contact attempts "
            f"(DDAS {report['version']}).",
        ),
        tell(f"Weggelaten: {left_out} signalen.", f"Left out: {left_out} signals."),
        *(
            f"  {reason}: {one['signals']}"
            for reason, one in report["left_out"].items()
        ),
        tell("Geen plaats in DDAS:", "No place in DDAS:"),
        *(f"  {name}: {n}" for name, n in report["fields_without_place"].items()),
        *(f"  {name}: {n}" for name, n in report["tables_without_place"].items()),
        tell("Anders of niet gezegd:", "Said otherwise or not:"),
        *(
            f"  {one['field']} {one['code']} > {one['delivered_as'] or '-'}: "
            f"{one['count']}"
            for one in report["values_without_equal"]
        ),
        tell(f"Alles staat in {report_file.name}.", f"See {report_file.name}."),
    ]
    return "\n".join(lines)
