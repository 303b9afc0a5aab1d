"""Builds a generated region through the commands that its districts would use."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from tests.oracle.registrations import make_region
from tests.oracle.writing import Delivery, write_region
from warehouse.cli.commands import app
from warehouse.cli.language import settings as cached_settings

SETTINGS = {
    "EROPAF_AS_OF": "2010-06-30",
    # Counting is tested here, not hiding, which takes long where counts are small.
    "EROPAF_SMALL_NUMBER": "1",
}


def run(home: Path, *words: str) -> str:
    """Run the command in a home of its own; give what it printed."""
    settings = SETTINGS | {"EROPAF_HOME": str(home)}
    cached_settings.cache_clear()
    done = CliRunner().invoke(app, list(words), env=settings)
    assert done.exit_code == 0, done.output
    return done.stdout


def build_region(folder: Path, seed: int) -> str:
    """Deliver and release a region in `folder`/home; takes a minute or more.

    Gives, as JSON, per delivered file its name, its number of records and the answer
    of the command.
    """
    files = folder / "files"
    files.mkdir()
    told = [
        {
            "file": delivery.path.name,
            "records": delivery.records,
            "answer": _deliver(folder / "home", delivery),
        }
        for delivery in write_region(make_region(seed), files, seed)
    ]
    run(folder / "home", "build")
    return json.dumps(told)


def _deliver(home: Path, delivery: Delivery) -> dict:
    """Deliver one written file as its district would."""
    words = ["deliver", str(delivery.path), "--yes", "--json"]
    if delivery.district:
        words += ["--district", delivery.district]
    if delivery.pilot:
        words += ["--pilot", delivery.pilot]
    return json.loads(run(home, *words))
