"""The commands that run the whole: the demonstration and the worker."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from typing import TYPE_CHECKING, Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.releases import build
from warehouse.messages import message

if TYPE_CHECKING:
    from warehouse.deliveries.outcome import Outcome

app = typer.Typer()


@app.command(
    help=tell(
        "Laad de meegeleverde voorbeeldleveringen en maak een uitgave.",
        "Load the shipped demonstration deliveries and make a release.",
    )
)
def demo(
    with_city: Annotated[
        bool,
        typer.Option(
            "--with-city/--without-city",
            help=tell(
                "Ook een verzonnen stad: veertien stadsdelen, twee jaar.",
                "An invented city too: fourteen districts, two years.",
            ),
        ),
    ] = True,
) -> None:
    """Files that are there already are not loaded again."""
    from warehouse.cli.demo import deliver_city, deliver_demonstration
    from warehouse.deliveries.report import describe

    language = settings().language

    def report(outcome: "Outcome") -> None:
        typer.echo(describe(outcome, language, brief=True))

    outcomes = deliver_demonstration(settings(), report)
    if with_city:
        outcomes += deliver_city(settings(), report)
    build()
    _make_accounts()
    if any(outcome.exit_code for outcome in outcomes):
        raise typer.Exit(1)


def _make_accounts() -> None:
    """Make an account for every role of the demonstration, and say the passwords."""
    from dataclasses import asdict

    from warehouse.accounts.demonstration import make_demonstration_accounts
    from warehouse.cli.output import print_table

    made = make_demonstration_accounts(settings())
    key = "account.demonstration" if made else "account.demonstration_there"
    typer.echo(message(key).text(settings().language))
    if made:
        print_table([asdict(one) for one in made])


@app.command(
    help=tell(
        "Doe het achtergrondwerk, zonder dashboard.",
        "Do the background work, without a dashboard.",
    )
)
def work() -> None:
    """Checks uploads and builds releases; `serve` runs one of these by itself."""
    from warehouse.worker.consumer import work as work_on

    work_on(settings())
