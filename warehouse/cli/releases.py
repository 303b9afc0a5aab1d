"""The commands on releases: build, list, roll back, status."""

# ruff: noqa: PLC0415  services are imported when their command runs, not for --help

from typing import Annotated

import typer

from warehouse.cli.language import settings, tell
from warehouse.cli.options import AsJson
from warehouse.cli.output import print_json, print_table
from warehouse.messages import message

app = typer.Typer()


@app.command(
    help=tell("Maak, keur en publiceer een uitgave.", "Make and publish a release.")
)
def build(as_json: AsJson = False) -> None:
    """The published release stays as it is until the new one has passed."""
    from warehouse.publishing.make_release import build_release

    manifest = build_release(settings())
    if as_json:
        print_json(manifest.model_dump())
        return
    timings = manifest.timings
    seconds = timings.intake + timings.dbt + timings.audit + timings.publish
    typer.echo(
        tell(
            f"Uitgave {manifest.release_id} is gepubliceerd: "
            f"{len(manifest.deliveries)} leveringen, in {seconds:.0f} seconden.",
            f"Release {manifest.release_id} is published: "
            f"{len(manifest.deliveries)} deliveries, in {seconds:.0f} seconds.",
        )
    )


@app.command(
    name="releases", help=tell("Toon de bewaarde uitgaven.", "List the kept releases.")
)
def list_all(as_json: AsJson = False) -> None:
    """The newest first; the published one is marked."""
    from warehouse.releases.store import current_release, list_releases

    current = current_release(settings())
    rows = [
        {
            "release_id": manifest.release_id,
            "built_at": manifest.built_at,
            "as_of": manifest.as_of,
            "deliveries": len(manifest.deliveries),
            "published": current is not None
            and manifest.release_id == current.release_id,
        }
        for manifest in list_releases(settings())
    ]
    if as_json:
        print_json(rows)
    else:
        columns = ("release_id", "built_at", "as_of", "deliveries", "published")
        print_table(rows, columns)


@app.command(help=tell("Publiceer een eerdere uitgave.", "Publish an earlier release."))
def rollback(
    release: Annotated[
        str, typer.Argument(help=tell("Nummer van de uitgave.", "Id of the release."))
    ],
    as_json: AsJson = False,
) -> None:
    """Readers follow within seconds."""
    from warehouse.releases.store import rollback as publish_again

    manifest = publish_again(settings(), release)
    if as_json:
        print_json(manifest.model_dump())
    else:
        typer.echo(
            tell(
                f"Uitgave {manifest.release_id} is weer gepubliceerd.",
                f"Release {manifest.release_id} is published again.",
            )
        )


@app.command(
    help=tell(
        "Schrijf de documentatie van alle tabellen en kolommen.",
        "Write the documentation of all tables and columns.",
    )
)
def docs() -> None:
    """One HTML page that dbt makes of the published release."""
    from warehouse.publishing.docs import write_docs

    typer.echo(write_docs(settings()))


@app.command(help=tell("Toon hoe het ervoor staat.", "Show how things stand."))
def status(as_json: AsJson = False) -> None:
    """The published release, the deliveries by state, and what waits for a build."""
    from warehouse.cli.status import read_status

    answer = read_status(settings())
    if as_json:
        print_json(answer)
        return
    release = answer["release"]
    print_table(
        [
            {"": tell("uitgave", "release"), " ": release and release["release_id"]},
            {"": tell("gezien op", "as of"), " ": release and release["as_of"]},
            *(
                {"": message(f"state.{state}").text(settings().language), " ": number}
                for state, number in answer["deliveries"].items()
            ),
            {
                "": tell("nog niet in de uitgave", "not yet in the release"),
                " ": len(answer["pending"]),
            },
        ]
    )
