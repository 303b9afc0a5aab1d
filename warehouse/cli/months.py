"""The commands of the month board: how the months stand, and reminders."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.options import AsJson
from warehouse.cli.output import print_json, print_table
from warehouse.identity import COMMAND_LINE

if TYPE_CHECKING:
    from warehouse.stewardship.months.board import Board
    from warehouse.stewardship.months.standing import Cell

app = typer.Typer()

Until = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m"],
        help=tell("Laatste maand (JJJJ-MM).", "Last month (YYYY-MM)."),
    ),
]


@app.command(
    help=tell(
        "Toon per maand wat er moest komen en wat er binnen is.",
        "Show for each month what was owed and what came in.",
    )
)
def months(until: Until = None, as_json: AsJson = False) -> None:
    """Twelve months, by default up to the last that was owed."""
    from warehouse.stewardship.months.standing import Standing

    rows = [
        _row(cell)
        for cell in _board(until).cells
        if cell.standing is not Standing.NOT_EXPECTED
    ]
    if as_json:
        print_json(rows)
    else:
        print_table(rows)


@app.command(
    help=tell(
        "Schrijf de herinnering aan een stadsdeel.",
        "Write the reminder to a district.",
    )
)
def remind(
    district: Annotated[str, typer.Argument(help=tell("Stadsdeel.", "District."))],
    until: Until = None,
) -> None:
    """In the language of the settings; nothing is sent."""
    from warehouse.stewardship.months.reminders import write_reminder

    text = write_reminder(_board(until), COMMAND_LINE, district, settings().language)
    nothing = tell("In deze maanden is niets te laat.", "Nothing is late in these.")
    typer.echo(text or nothing)


def _board(until: datetime | None) -> "Board":
    from warehouse.stewardship.months.board import read_board

    return read_board(settings(), COMMAND_LINE, until.date() if until else None)


def _row(cell: "Cell") -> dict[str, Any]:
    return {
        "month": f"{cell.month:%Y-%m}",
        "district": cell.owed.district,
        "pilot": cell.owed.pilot,
        "format": cell.owed.format,
        "standing": cell.standing.value,
        "due_on": cell.due_on,
        "days_late": cell.days_late,
        "records": cell.records,
        "deliveries": list(dict.fromkeys(one.delivery_id for one in cell.arrivals)),
    }
