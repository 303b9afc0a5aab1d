"""The commands that read: indicators, checks and questions in SQL."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from datetime import datetime
from typing import Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.options import AsJson
from warehouse.cli.output import print_json, print_table
from warehouse.messages import user_error

app = typer.Typer()


@app.command(
    name="settings",
    help=tell("Toon de instellingen en wat zij betekenen.", "Show the settings."),
)
def list_settings(*, as_json: AsJson = False) -> None:
    """Names, defaults and meanings; never a value in force, which may be secret."""
    from warehouse.settings import Settings

    rows = [
        {
            "setting": f"EROPAF_{name.upper()}",
            "default": "" if field.default is None else str(field.default),
            "meaning": field.description,
        }
        for name, field in Settings.model_fields.items()
    ]
    if as_json:
        print_json(rows)
    else:
        print_table(rows)


@app.command(help=tell("Bereken indicatoren.", "Compute indicators."))
def indicators(
    *,
    indicator: Annotated[
        str | None,
        typer.Option(help=tell("Namen, met komma's.", "Names, with commas.")),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(help=tell("Uitsplitsen naar, met komma's.", "Split by.")),
    ] = None,
    date_from: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"])
    ] = None,
    date_to: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"])
    ] = None,
    where: Annotated[
        str | None,
        typer.Option(
            help=tell("Alleen waar, bijv. district=noord.", "Only where, e.g. a=b,c=d.")
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Without --by the region's total; shares are fractions."""
    from warehouse.figures.indicators import read_indicators

    rows = read_indicators(
        settings().warehouse_file,
        indicators=_listed(indicator) or None,
        by=_listed(by),
        date_from=date_from.date() if date_from else None,
        date_to=date_to.date() if date_to else None,
        where=_conditions(where),
    )
    if as_json:
        print_json(rows)
    else:
        print_table(rows)


@app.command(
    help=tell("Toon de catalogus van toetsen.", "List the catalogue of checks.")
)
def checks(as_json: AsJson = False) -> None:
    """Every check with its meaning and how to mend what it finds."""
    from expectations.catalogue.catalogue import load_catalogue

    rows = [check.described() for check in load_catalogue()]
    if as_json:
        print_json(rows)
    else:
        shown = tell("meaning_nl", "meaning_en")
        print_table(rows, ["check_id", "severity", "field", shown])


@app.command(
    help=tell(
        "Stel een vraag in SQL aan de gepubliceerde uitgave.",
        "Ask the published release a question in SQL.",
    )
)
def query(sql: Annotated[str, typer.Argument()], as_json: AsJson = False) -> None:
    """Read-only."""
    from warehouse.releases.query import run_query

    names, rows = run_query(settings(), sql)
    listed = [dict(zip(names, row, strict=True)) for row in rows]
    if as_json:
        print_json(listed)
    else:
        print_table(listed, names)


def _listed(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]


def _conditions(text: str | None) -> dict[str, list[str]]:
    """`a=b,a=c,d=e` as the values of each name; UserError for a part without `=`."""
    conditions: dict[str, list[str]] = {}
    for part in _listed(text):
        name, equals, value = part.partition("=")
        if not equals:
            raise user_error("command.where_without_equals", part=part)
        conditions.setdefault(name.strip(), []).append(value.strip())
    return conditions
