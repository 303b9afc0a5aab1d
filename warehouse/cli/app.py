"""Starts the command line and turns errors that a user can mend into plain words."""

import sys
from collections.abc import Callable

import typer
from pydantic import ValidationError

from warehouse.cli.language import tell
from warehouse.errors import UserError, whereabouts


def main() -> None:
    """Run the warehouse's commands alone; `eropaf` has the dashboard's too."""
    run(_commands)


def run(load: Callable[[], typer.Typer]) -> None:
    """Run the commands that `load` imports; they read their language from settings.

    The exit code is 1 for an error unless the error has its own.
    """
    try:
        load()()
    except ValidationError as error:
        sys.exit(_wrong_settings(error))
    except UserError as error:
        typer.echo(tell(error.message_nl, error.message_en), err=True)
        sys.exit(error.exit_code)
    except Exception as error:
        sys.exit(_unexpected(error))


def _commands() -> typer.Typer:
    from warehouse.cli.commands import app  # noqa: PLC0415

    return app


def _unexpected(error: Exception) -> str:
    heading = tell("Onverwachte fout", "Unexpected error")
    return f"{heading}: {whereabouts(error)}"


def _wrong_settings(error: ValidationError) -> str:
    names = ", ".join(
        f"EROPAF_{problem['loc'][0]}".upper() for problem in error.errors()
    )
    return f"Instelling onjuist / wrong setting: {names}"
