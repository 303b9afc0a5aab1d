"""The commands about accounts."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from typing import Annotated

import typer

from warehouse.cli import tokens
from warehouse.cli.account_parts import Districts, InRole, reading, show, writing
from warehouse.cli.language import settings, tell
from warehouse.cli.options import AsJson
from warehouse.identity import COMMAND_LINE
from warehouse.messages import message

app = typer.Typer()
accounts = typer.Typer(
    help=tell("Accounts voor het dashboard.", "Accounts for the dashboard."),
    no_args_is_help=True,
)
app.add_typer(accounts, name="accounts")
accounts.add_typer(tokens.token, name="token")
app.add_typer(tokens.audit, name="audit")

UserName = Annotated[
    str, typer.Argument(help=tell("Gebruikersnaam.", "User name of the account."))
]


@accounts.command("list", help=tell("Toon de accounts.", "List the accounts."))
def list_all(as_json: AsJson = False) -> None:
    """Never with a password, nor what is kept of it."""
    from warehouse.accounts.users import list_users

    with reading() as session:
        rows = [
            {
                "user_name": user.user_name,
                "name": user.display_name,
                "role": user.role.value,
                "districts": user.districts,
                "is_active": user.is_active,
                "last_signed_in_at": user.last_signed_in_at,
            }
            for user in list_users(session)
        ]
    show(rows, as_json)


@accounts.command(help=tell("Maak een account.", "Make an account."))
def add(
    user_name: UserName,
    *,
    role: InRole,
    name: Annotated[
        str | None, typer.Option(help=tell("Naam van de persoon.", "Person's name."))
    ] = None,
    district: Districts = None,
) -> None:
    """Prints a password for one time, which nobody can look up afterwards."""
    from warehouse.accounts.users import NewUser, add_user

    new = NewUser(user_name, name or user_name, role, district or None)
    with writing() as session:
        user, password = add_user(session, new, COMMAND_LINE)
    tell_password(user.user_name, password)


@accounts.command(help=tell("Sluit een account af.", "Shut an account."))
def disable(user_name: UserName) -> None:
    """Whoever is signed in with it, is no longer."""
    from warehouse.accounts.users import disable_user

    with writing() as session:
        disable_user(session, user_name, COMMAND_LINE)
    typer.echo(tell("Het account is afgesloten.", "The account is shut."))


@accounts.command(help=tell("Open een account weer.", "Open an account again."))
def enable(user_name: UserName) -> None:
    """Also lifts a lock."""
    from warehouse.accounts.users import enable_user

    with writing() as session:
        enable_user(session, user_name, COMMAND_LINE)
    typer.echo(tell("Het account is open.", "The account is open."))


@accounts.command(
    "reset-password",
    help=tell("Geef een nieuw eenmalig wachtwoord.", "Give a new one-time password."),
)
def reset(user_name: UserName) -> None:
    """Prints it once; the old one and every session end."""
    from warehouse.accounts.users import reset_password

    with writing() as session:
        user, password = reset_password(session, user_name, COMMAND_LINE)
    tell_password(user.user_name, password)


def tell_password(user_name: str, password: str) -> None:
    """Say a one-time password, once."""
    said = message("account.password", user_name=user_name, password=password)
    typer.echo(said.text(settings().language))
