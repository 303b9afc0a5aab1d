"""The command that serves the dashboard."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from typing import Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.identity import COMMAND_LINE
from warehouse.messages import message

app = typer.Typer()


@app.command(help=tell("Start het dashboard.", "Start the dashboard."))
def serve(
    host: Annotated[str | None, typer.Option(help=tell("Adres.", "Address."))] = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help=tell("Poort.", "Port."))
    ] = None,
) -> None:
    """On this machine only, unless a host is named; `/healthz` says that it lives."""
    from dashboard.serve import serve as serve_dashboard

    _make_first_administrator()
    chosen_host, chosen_port = host or settings().host, port or settings().port
    address = f"http://{chosen_host}:{chosen_port}/"
    serve_dashboard(
        settings(),
        chosen_host,
        chosen_port,
        lambda: typer.echo(
            tell(f"Het dashboard staat op {address}", f"The dashboard is at {address}")
        ),
    )


def _make_first_administrator() -> None:
    """Make an administrator where there is no account; say the password, once."""
    from warehouse.accounts.users import add_first_administrator
    from warehouse.cli.account_parts import writing
    from warehouse.cli.accounts import tell_password

    with writing() as session:
        made = add_first_administrator(session, COMMAND_LINE)
    if made:
        typer.echo(message("account.first_administrator").text(settings().language))
        tell_password(made[0].user_name, made[1])
