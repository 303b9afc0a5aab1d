"""The commands of stewards: unmapped codes, mappings, explanations, sign-offs."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.options import AsJson
from warehouse.cli.output import print_json, print_table
from warehouse.messages import user_error

if TYPE_CHECKING:
    from warehouse.stewardship.mappings.record import MappingRequest

app = typer.Typer()

By = Annotated[str, typer.Option("--by", help=tell("Uw naam.", "Your name."))]
Note = Annotated[
    str | None,
    typer.Option(
        help=tell(
            "Toelichting, zonder persoonsgegevens.", "A note, without personal data."
        )
    ),
]
DeliveryId = Annotated[
    str, typer.Argument(help=tell("Nummer van de levering.", "Id of the delivery."))
]


def _day(shown: str) -> object:
    return typer.Option(formats=["%Y-%m-%d"], help=shown)


@app.command(
    help=tell(
        "Toon de werklijst: teksten die nog niemand vertaald heeft.",
        "List the work: texts that nobody has mapped yet.",
    )
)
def unmapped(as_json: AsJson = False) -> None:
    """As the published release has them."""
    from warehouse.stewardship.mappings.work_list import work_list

    rows = work_list(settings())
    if as_json:
        print_json(rows)
        return
    columns = ("code_list", "format", "district", "source_text", "occurrences")
    print_table(rows, [*columns, "deliveries", "status", "suggested_code"])


@app.command(
    name="map",
    help=tell(
        "Leg vast welke code bij een tekst hoort; geldt vanaf de volgende uitgave.",
        "Record which code a text stands for; it holds from the next release on.",
    ),
)
def map_code(
    *,
    code_list: Annotated[str | None, typer.Argument()] = None,
    source_text: Annotated[str | None, typer.Argument()] = None,
    code: Annotated[str | None, typer.Argument()] = None,
    by: By = "",
    source_format: Annotated[
        str | None, typer.Option("--format", help=tell("Formaat.", "Format."))
    ] = None,
    district: Annotated[
        str | None, typer.Option(help=tell("Stadsdeel.", "District."))
    ] = None,
    valid_from: Annotated[
        datetime | None, _day(tell("Eerste dag.", "First day."))
    ] = None,
    valid_to: Annotated[
        datetime | None, _day(tell("Laatste dag.", "Last day."))
    ] = None,
    note: Note = None,
    file: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help=tell("CSV-bestand met vertalingen.", "CSV file of mappings."),
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            help=tell(
                "Leg niets vast; toon hoeveel rijen het raakt.",
                "Record nothing; show how many rows it touches.",
            )
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """One mapping, or those of a file: all of them or none."""
    from warehouse.stewardship.mappings.files import read_mappings
    from warehouse.stewardship.mappings.record import MappingRequest

    if file:
        requests = read_mappings(file)
    elif code_list and source_text and code:
        first = valid_from.date() if valid_from else None
        last = valid_to.date() if valid_to else None
        scope = (source_format, district, first, last)
        requests = [MappingRequest(code_list, source_text, code, *scope, note)]
    else:
        raise user_error("mapping.incomplete")
    if dry_run:
        _preview(requests, as_json)
    else:
        _record(requests, by, as_json)


@app.command(
    help=tell("Toon de vertalingen van beheerders.", "List the mappings of stewards.")
)
def mappings(as_json: AsJson = False) -> None:
    """All of them, those that were undone too."""
    from warehouse.stewardship.mappings.record import as_json as mapping_json
    from warehouse.stewardship.mappings.record import list_mappings

    rows = [mapping_json(one) for one in list_mappings(settings())]
    if as_json:
        print_json(rows)
        return
    columns = ("mapping_id", "code_list", "source_text", "code", "format", "district")
    print_table(rows, [*columns, "mapped_by", "mapped_at", "status"])


@app.command(help=tell("Maak een vertaling ongedaan.", "Undo a mapping."))
def unmap(mapping_id: int, by: By) -> None:
    """It stays in the history."""
    from warehouse.stewardship.mappings.record import undo_mapping

    undo_mapping(settings(), mapping_id, by)
    typer.echo(
        tell(
            f"Vertaling {mapping_id} geldt vanaf de volgende uitgave niet meer.",
            f"Mapping {mapping_id} no longer holds from the next release on.",
        )
    )


@app.command(
    help=tell(
        "Licht een bevinding toe. Schrijf geen persoonsgegevens op.",
        "Explain a finding. Write no personal data.",
    )
)
def explain(
    delivery_id: DeliveryId,
    check_id: str,
    *,
    text: Annotated[
        str, typer.Option(help=tell("De toelichting.", "The explanation."))
    ],
    by: By,
    sheet: Annotated[str | None, typer.Option(help=tell("Tabblad.", "Sheet."))] = None,
    row: Annotated[int | None, typer.Option(min=1, help=tell("Rij.", "Row."))] = None,
) -> None:
    """Kept with name and time; earlier explanations stay."""
    from warehouse.stewardship.explanations.record import Subject
    from warehouse.stewardship.explanations.record import explain as keep

    keep(settings(), delivery_id, Subject(check_id, sheet, row), text, by)
    typer.echo(tell("De toelichting is bewaard.", "The explanation was kept."))


@app.command(
    help=tell("Verklaar een levering geschikt.", "Declare a delivery fit for use.")
)
def sign(delivery_id: DeliveryId, by: By, note: Note = None) -> None:
    """Kept with name and time."""
    from warehouse.stewardship.explanations.record import sign as declare

    declare(settings(), delivery_id, by, note)
    typer.echo(
        tell(
            f"Levering {delivery_id} is geschikt verklaard.",
            f"Delivery {delivery_id} is declared fit for use.",
        )
    )


@app.command(
    help=tell("Neem een verklaring terug.", "Take a declaration of fitness back.")
)
def unsign(delivery_id: DeliveryId, by: By, note: Note = None) -> None:
    """Both stay in the history."""
    from warehouse.stewardship.explanations.record import unsign as take_back

    take_back(settings(), delivery_id, by, note)
    typer.echo(
        tell(
            f"Levering {delivery_id} is niet langer geschikt verklaard.",
            f"Delivery {delivery_id} is no longer declared fit for use.",
        )
    )


def _preview(requests: "list[MappingRequest]", as_json: bool) -> None:
    from warehouse.stewardship.mappings.record import check_request
    from warehouse.stewardship.mappings.work_list import preview

    rows = [preview(settings(), check_request(request)) for request in requests]
    if as_json:
        print_json(rows)
    else:
        print_table(rows)


def _record(requests: "list[MappingRequest]", by: str, as_json: bool) -> None:
    from warehouse.stewardship.mappings.record import as_json as mapping_json
    from warehouse.stewardship.mappings.record import record_mappings

    recorded = [mapping_json(one) for one in record_mappings(settings(), requests, by)]
    if as_json:
        print_json(recorded)
        return
    numbers = ", ".join(str(one["mapping_id"]) for one in recorded)
    typer.echo(
        tell(
            f"Vastgelegd: vertaling {numbers}. `eropaf build` past toe.",
            f"Recorded: mapping {numbers}. `eropaf build` applies it.",
        )
    )
