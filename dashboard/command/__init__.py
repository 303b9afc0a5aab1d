"""The command `eropaf`: the warehouse's commands, and those of the dashboard."""

# ruff: noqa: PLC0415  the commands read the language of their help from the settings

from functools import cache
from typing import TYPE_CHECKING

from warehouse.cli.app import run

if TYPE_CHECKING:
    import typer


def main() -> None:
    """Run `eropaf`; the exit code is 1 for an error unless the error has its own."""
    run(all_commands)


@cache
def all_commands() -> "typer.Typer":
    """Return every command there is."""
    from dashboard.command import serving
    from dashboard.takeaway import command as takeaway
    from warehouse.cli.commands import app

    for group in (serving.app, takeaway.app):
        app.add_typer(group)
    return app
