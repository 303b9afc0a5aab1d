"""What the commands about accounts and about tokens share."""

# ruff: noqa: PLC0415  the ledger is imported when a command runs, not for --help

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.output import print_json, print_table
from warehouse.identity import Role

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

InRole = Annotated[
    Role, typer.Option("--role", help=tell("Rol van het account.", "Its role."))
]
Districts = Annotated[
    list[str] | None,
    typer.Option(
        "--district",
        help=tell(
            "Stadsdeel, meermaals te geven; zonder is het de hele regio.",
            "District, may be repeated; the whole region without.",
        ),
    ),
]


@contextmanager
def reading() -> "Iterator[Session]":
    """Read the ledger of this installation."""
    from warehouse.ledger.connection import open_ledger

    with open_ledger(settings().database_url) as ledger, ledger.reading() as session:
        yield session


@contextmanager
def writing() -> "Iterator[Session]":
    """Change the ledger of this installation: all of it, or nothing on an error."""
    from warehouse.ledger.connection import open_ledger

    with open_ledger(settings().database_url) as ledger, ledger.writing() as session:
        yield session


def show(rows: Sequence[Mapping[str, object]], as_json: bool) -> None:
    """Print rows for people or for programs."""
    if as_json:
        print_json(rows)
        return
    print_table([{key: _plain(value) for key, value in row.items()} for row in rows])


def _plain(value: object) -> object:
    return ", ".join(value) if isinstance(value, list) else value
