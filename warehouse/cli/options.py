"""Options that several commands share."""

from typing import Annotated

import typer

from warehouse.cli.language import tell

AsJson = Annotated[
    bool, typer.Option("--json", help=tell("Antwoord als JSON.", "Answer in JSON."))
]
