"""The command that lays cost beside benefit."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from typing import Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.options import AsJson
from warehouse.cli.output import print_json, print_table
from warehouse.messages import user_error

app = typer.Typer()


@app.command(
    help=tell(
        "Leg kosten naast baten; voorkomen ontruimingen zijn een aanname.",
        "Lay cost beside benefit; prevented evictions are an assumption.",
    )
)
def benefit(
    *,
    by: Annotated[
        str | None,
        typer.Option(help=tell("Uitsplitsen naar, met komma's.", "Split by.")),
    ] = None,
    change: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            help=tell(
                "Een parameter, bijv. hour_rate=65; mag vaker.",
                "A parameter, e.g. hour_rate=65; may be repeated.",
            ),
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Low, middle and high, with the parameters of `cost_parameters.csv`."""
    from warehouse.figures.costs.reading import read_balance

    names = [part.strip() for part in (by or "").split(",") if part.strip()]
    rows = read_balance(settings().warehouse_file, names, _changes(change or []))
    if as_json:
        print_json(rows)
    else:
        print_table(rows)


def _changes(texts: list[str]) -> dict[str, float]:
    """`hour_rate=65` as a number by its name; UserError for anything else."""
    changes = {}
    for text in texts:
        name, _equals, value = text.partition("=")
        try:
            changes[name.strip()] = float(value)
        except ValueError:
            raise user_error("costs.no_number", given=text) from None
    return changes
