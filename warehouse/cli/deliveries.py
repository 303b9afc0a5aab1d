"""The commands on deliveries: deliver, accept, withdraw, list."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.options import AsJson
from warehouse.cli.output import print_json, print_table

if TYPE_CHECKING:
    from warehouse.deliveries.outcome import Outcome

app = typer.Typer()

District = Annotated[str | None, typer.Option(help=tell("Stadsdeel.", "District."))]
Pilot = Annotated[str | None, typer.Option(help="Pilot.")]
Period = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m"], help=tell("Maand (JJJJ-MM).", "Month (YYYY-MM).")),
]
DeliveryId = Annotated[
    str, typer.Argument(help=tell("Nummer van de levering.", "Id of the delivery."))
]


@app.command(help=tell("Neem een bestand in.", "Take in a file."))
def deliver(
    *,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    source_format: Annotated[
        str | None, typer.Option("--format", help=tell("Formaat.", "Format."))
    ] = None,
    district: District = None,
    pilot: Pilot = None,
    period: Period = None,
    replace: Annotated[
        str | None,
        typer.Option(
            help=tell(
                "Nummer van de levering die vervangen wordt.",
                "Id of the delivery that this one replaces.",
            )
        ),
    ] = None,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes",
            help=tell(
                "Aanvaard alles zonder blokkerende bevinding.",
                "Accept whatever has no blocking finding.",
            ),
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Exit code 0 accepted, 2 refused, 3 held for a decision."""
    from warehouse.deliveries.deliver import Request, deliver_file
    from warehouse.deliveries.placing import Place

    request = Request(
        file=file,
        source_format=source_format,
        place=Place(district, pilot, period.date() if period else None),
        replaces=replace,
        yes=yes,
    )
    _report(deliver_file(settings(), request), as_json)


@app.command(
    help=tell("Aanvaard een aangehouden levering.", "Accept a delivery that is held.")
)
def accept(
    delivery_id: DeliveryId,
    district: District = None,
    pilot: Pilot = None,
    period: Period = None,
    as_json: AsJson = False,
) -> None:
    """Exit code 0 accepted, 3 still held: a blocking finding remains."""
    from warehouse.deliveries.decide import accept_delivery
    from warehouse.deliveries.placing import Place

    place = Place(district, pilot, period.date() if period else None)
    _report(accept_delivery(settings(), delivery_id, place), as_json)


@app.command(
    help=tell("Trek een levering in: zij telt niet meer.", "Withdraw a delivery.")
)
def withdraw(
    delivery_id: DeliveryId,
    reason: Annotated[
        str | None, typer.Option(help=tell("Waarom, zonder namen.", "Why, no names."))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The next release no longer holds it."""
    from warehouse.deliveries.decide import withdraw_delivery

    outcome = withdraw_delivery(settings(), delivery_id, reason)
    if as_json:
        print_json(outcome.as_json(settings().language))
    else:
        typer.echo(
            tell(
                f"Levering {delivery_id} is ingetrokken. `eropaf build` maakt een "
                "uitgave zonder haar.",
                f"Delivery {delivery_id} is withdrawn. `eropaf build` makes a release "
                "without it.",
            )
        )


@app.command(name="deliveries", help=tell("Toon alle leveringen.", "List deliveries."))
def list_all(as_json: AsJson = False) -> None:
    """Every delivery with its state."""
    from warehouse.deliveries.decide import list_outcomes

    outcomes = list_outcomes(settings())
    if as_json:
        print_json([outcome.as_json(settings().language) for outcome in outcomes])
        return
    columns = ("delivery_id", "file_name", "status", "format", "district", "pilot")
    rows = [outcome.as_json(settings().language) for outcome in outcomes]
    print_table(rows, [*columns, "period", "rows_accepted", "rows_rejected"])


def _report(outcome: "Outcome", as_json: bool) -> None:
    """Print what became of a delivery, and end with its exit code."""
    if as_json:
        print_json(outcome.as_json(settings().language))
    else:
        from warehouse.deliveries.report import describe

        typer.echo(describe(outcome, settings().language))
    raise typer.Exit(outcome.exit_code)
