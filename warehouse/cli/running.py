"""The commands that run the whole: the demonstration and the dashboard."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from typing import Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.releases import build

app = typer.Typer()


@app.command(
    help=tell(
        "Laad de meegeleverde voorbeeldleveringen en maak een uitgave.",
        "Load the shipped demonstration deliveries and make a release.",
    )
)
def demo() -> None:
    """Files that are there already are not loaded again."""
    from warehouse.deliveries.report import describe
    from warehouse.demo import deliver_demonstration

    language = settings().language
    outcomes = deliver_demonstration(
        settings(), lambda outcome: typer.echo(describe(outcome, language, brief=True))
    )
    build()
    if any(outcome.exit_code for outcome in outcomes):
        raise typer.Exit(1)


@app.command(help=tell("Start het dashboard.", "Start the dashboard."))
def serve(
    host: Annotated[str | None, typer.Option(help=tell("Adres.", "Address."))] = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help=tell("Poort.", "Port."))
    ] = None,
) -> None:
    """On this machine only, unless a host is named; `/healthz` says that it lives."""
    from warehouse.serve import serve as serve_dashboard

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
