"""The commands of the warehouse, gathered."""

import typer

from warehouse.cli import (
    accounts,
    costs,
    deliveries,
    exports,
    months,
    privacy,
    reading,
    releases,
    reports,
    running,
    standard,
    stewardship,
)
from warehouse.cli.language import tell

app = typer.Typer(
    name="eropaf",
    help=tell(
        "Eropaf Monitor: registraties van Vroeg-Eropaf innemen, keuren en tonen.",
        "Eropaf Monitor: take in, check and show the registrations of Vroeg-Eropaf.",
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
GROUPS = (
    *(running, deliveries, releases, reading, stewardship, reports, exports),
    standard,
    accounts,
    months,
    costs,
    privacy,
)
for group in GROUPS:
    app.add_typer(group.app)
