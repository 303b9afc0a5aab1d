"""The commands about tokens for the HTTP interface, and about the audit trail."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from typing import Annotated

import typer

from warehouse.cli.account_parts import Districts, InRole, reading, show, writing
from warehouse.cli.language import settings, tell
from warehouse.cli.options import AsJson
from warehouse.cli.output import print_json
from warehouse.identity import COMMAND_LINE, Right, Role
from warehouse.messages import message

token = typer.Typer(
    help=tell(
        "Sleutels voor automatisch aanleveren.", "Tokens for automatic delivery."
    ),
    no_args_is_help=True,
)
audit = typer.Typer(
    help=tell("Het logboek van wie wat deed.", "The trail of who did what."),
    no_args_is_help=True,
)


@token.command("list", help=tell("Toon de sleutels.", "List the tokens."))
def list_tokens(as_json: AsJson = False) -> None:
    """By their first letters; the whole token is not kept."""
    from warehouse.accounts.tokens import list_tokens as listed

    with reading() as session:
        rows = [
            {
                "token_id": one.token_id,
                "prefix": one.prefix,
                "organisation": one.organisation,
                "role": one.role.value,
                "districts": one.districts,
                "scopes": one.scopes,
                "expires_at": one.expires_at,
                "revoked_at": one.revoked_at,
                "last_used_at": one.last_used_at,
            }
            for one in listed(session)
        ]
    show(rows, as_json)


@token.command("add", help=tell("Maak een sleutel.", "Make a token."))
def add_token(
    organisation: Annotated[
        str, typer.Argument(help=tell("Naam van de organisatie.", "Its owner."))
    ],
    *,
    role: InRole = Role.DELIVERER,
    scope: Annotated[
        list[Right], typer.Option(help=tell("Recht, meermaals te geven.", "Right."))
    ],
    district: Districts = None,
    days: Annotated[int, typer.Option(help=tell("Geldigheid.", "Validity."))] = 90,
) -> None:
    """Prints the token once."""
    from warehouse.accounts.tokens import TokenRequest, make_token

    request = TokenRequest(organisation, role, scope, district or None, days)
    with writing() as session:
        made, text = make_token(session, request, COMMAND_LINE)
    said = message("token.made", token_id=made.token_id, until=f"{made.expires_at:%F}")
    typer.echo(said.text(settings().language))
    typer.echo(text)


@token.command(help=tell("Trek een sleutel in.", "Revoke a token."))
def revoke(token_id: str) -> None:
    """It opens nothing from now on."""
    from warehouse.accounts.tokens import revoke_token

    with writing() as session:
        revoke_token(session, token_id, COMMAND_LINE)
    typer.echo(tell("De sleutel is ingetrokken.", "The token is revoked."))


@audit.command(
    help=tell(
        "Ga na of niemand het logboek heeft veranderd.",
        "Check that nobody changed the trail.",
    )
)
def verify(as_json: AsJson = False) -> None:
    """Exit code 1 when an entry does not fit; note the last hash somewhere else."""
    from dataclasses import asdict

    from warehouse.accounts.audit import verify as walk

    with reading() as session:
        chain = walk(session)
    if as_json:
        print_json(asdict(chain))
    else:
        key = "audit.broken" if chain.broken_at else "audit.whole"
        typer.echo(message(key, **asdict(chain)).text(settings().language))
    if chain.broken_at:
        raise typer.Exit(1)
