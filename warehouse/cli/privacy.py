"""The commands of privacy: erasing a person's records, and retention."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from typing import TYPE_CHECKING, Annotated, Any

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.options import AsJson
from warehouse.cli.output import print_json, print_table
from warehouse.identity import COMMAND_LINE

if TYPE_CHECKING:
    from warehouse.erasure.service import Search

app = typer.Typer()

FIELDS = {
    "contract_number": ("Contractnummer", "Contract number"),
    "citizen_number": ("Burgerservicenummer", "Citizen service number"),
    "client_number": ("Cliëntnummer", "Client number"),
    "district": ("Stadsdeel van het cliëntnummer", "District of the client number"),
    "name": ("Naam", "Name"),
    "birth_date": ("Geboortedatum", "Birth date"),
    "postcode": ("Postcode", "Postcode"),
    "house_number": ("Huisnummer", "House number"),
}


@app.command(
    help=tell(
        "Wis de records van iemand die daarom vraagt; vraagt om de gegevens.",
        "Erase the records of somebody who asks for it; prompts for identifiers.",
    )
)
def erase(
    resume: Annotated[
        bool,
        typer.Option(
            help=tell(
                "Maak af wat eerder is gevraagd en werd afgebroken.",
                "Finish what was asked for before and was broken off.",
            )
        ),
    ] = False,
) -> None:
    """Identifiers are asked for, not given: a command line is kept in histories."""
    if resume:
        _finish()
        return
    from warehouse.erasure.identifiers import Identifiers
    from warehouse.erasure.service import carry_out, confirm_erasure, find_person

    given = {name: _ask(*labels) for name, labels in FIELDS.items()}
    found = find_person(settings(), Identifiers(**given), COMMAND_LINE)
    _show(found)
    question = tell(
        "Alles wissen, en latere rijen over deze persoon weigeren?",
        "Erase everything, and refuse later rows about this person?",
    )
    if not typer.confirm(question):
        typer.echo(tell("Er is niets gewist.", "Nothing was erased."))
        return
    confirm_erasure(settings(), found.erasure_id, COMMAND_LINE)
    _tell_done(carry_out(settings(), found.erasure_id).proof)


@app.command(
    help=tell(
        "Verwijder wat lang genoeg is bewaard.", "Remove what was kept long enough."
    )
)
def retention(
    dry_run: Annotated[
        bool,
        typer.Option(
            help=tell("Verwijder niets; tel alleen.", "Remove nothing; only count.")
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """By the periods of `seeds/standard/retention.csv`."""
    from warehouse.erasure.retention.apply import apply_retention

    language = settings().language
    rows = [
        {
            "kind": one.period.kind,
            "label": one.period.label(language),
            "days": one.period.days,
            "removed": one.count,
        }
        for one in apply_retention(settings(), dry_run=dry_run)
    ]
    if as_json:
        print_json(rows)
    else:
        print_table(rows)


def _ask(label_nl: str, label_en: str) -> str:
    """What is typed, out of sight; empty when it is not known."""
    label = tell(f"{label_nl} (mag leeg)", f"{label_en} (may be empty)")
    answer: str = typer.prompt(label, default="", show_default=False, hide_input=True)
    return answer.strip()


def _show(found: "Search") -> None:
    rows = [
        {
            "delivery_id": one.delivery.delivery_id,
            "format": one.delivery.format,
            "district": one.delivery.district,
            "state": one.delivery.state.value,
            "rows": one.rows,
        }
        for one in found.deliveries
    ]
    print_table(rows, ["delivery_id", "format", "district", "state", "rows"])
    count, releases = found.rows, len(found.releases)
    typer.echo(
        tell(
            f"Gevonden: {count} rijen, in {releases} uitgaven.",
            f"Found: {count} rows, in {releases} releases.",
        )
    )


def _tell_done(proof: dict[str, Any]) -> None:
    rows = sum(proof["deliveries"].values())
    releases = len(proof["releases"])
    typer.echo(
        tell(
            f"Gewist: {rows} rijen, uit {releases} uitgaven. Hertel: `eropaf build`.",
            f"Erased: {rows} rows, from {releases} releases. Recount: `eropaf build`.",
        )
    )


def _finish() -> None:
    from warehouse.erasure.record import waiting_erasures
    from warehouse.erasure.service import carry_out
    from warehouse.ledger.connection import open_ledger

    url = settings().database_url
    with open_ledger(url) as ledger, ledger.reading() as session:
        waiting = waiting_erasures(session)
    for erasure_id in waiting:
        _tell_done(carry_out(settings(), erasure_id).proof)
    if not waiting:
        typer.echo(tell("Er wacht niets.", "Nothing waits."))
