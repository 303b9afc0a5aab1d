"""Uploads a large file to a served home: its progress, and the memory of the server.

python -m tests.benchmarks.upload
"""

import random
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.benchmarks.generator import write_form
from tests.integration.served_uploads import Person, Server, add_people
from warehouse.deliveries.template import gate_template
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.workspace_tables import Upload, UploadState
from warehouse.settings import Settings

ROWS = 100_000
DISTRICT = "noord"
SAID = f'{{"district": "{DISTRICT}", "pilot": "stedelijk-2009"}}'
MEGABYTE = 1024 * 1024
MOST_SECONDS = 3600


@dataclass
class Uploaded:
    """What was measured; `seen` holds each new step and row count with its second.

    `before` and `most` are the resident megabytes of the largest web process.
    """

    megabytes: float
    sent: float = 0
    seen: list[tuple[float, str, int]] = field(default_factory=list)
    before: float = 0
    most: float = 0


def main() -> None:
    """Measure once, and print the section for `docs/benchmarks.md`."""
    with tempfile.TemporaryDirectory() as folder:
        print(section(measure_upload(Path(folder))))


def measure_upload(folder: Path, rows: int = ROWS) -> Uploaded:
    """Serve an empty home, upload one file, and follow it until it is checked."""
    folder.mkdir(exist_ok=True)
    settings = Settings(home=folder / "home", _env_file=None)
    gate_template(settings)
    add_people(settings, {"anna": None})
    file = folder / "form.csv"
    write_form(file, random.Random(1), DISTRICT, rows)
    server = Server(settings.home_dir)
    try:
        return _follow(server, settings, file)
    finally:
        server.stop()


def section(found: Uploaded) -> str:
    """The section of the report."""
    steps: dict[str, tuple[float, int]] = {}
    for second, step, rows in found.seen:
        steps[step] = steps.get(step, (second, 0))[0], rows
    lines = [
        f"| {step} | {second:.1f} | {rows:,} |"
        for step, (second, rows) in steps.items()
    ]
    return "\n".join(
        [
            f"## An upload of {ROWS:,} rows",
            "",
            f"One file of {found.megabytes:.1f} MB over HTTP to a served home; "
            f"{len(found.seen)} different states were seen on the way. The largest web "
            f"process held {found.before:.0f} MB before and {found.most:.0f} MB at "
            "most: the file is in memory once, outside the process, and is read by "
            "another.",
            "",
            "| step | seconds since the first byte | rows so far |",
            "|---|---:|---:|",
            f"| sent | {found.sent:.1f} | |",
            *lines,
            "",
        ]
    )


def _follow(server: Server, settings: Settings, file: Path) -> Uploaded:
    person = Person(server.address, "anna")
    content = file.read_bytes()
    found = Uploaded(len(content) / MEGABYTE, before=_web_memory(server))
    start = time.monotonic()
    answer = person.upload(content, file.name, SAID)
    found.sent = time.monotonic() - start
    upload_id = answer.json()["upload_id"]
    with open_ledger(settings.database_url) as ledger:
        while time.monotonic() < start + MOST_SECONDS:
            found.most = max(found.most, _web_memory(server))
            with ledger.reading() as session:
                upload = session.get_one(Upload, upload_id)
            state = (upload.step.value, upload.rows_done)
            if not found.seen or found.seen[-1][1:] != state:
                found.seen.append((time.monotonic() - start, *state))
            if upload.state is not UploadState.RUNNING:
                return found
            time.sleep(0.05)
    raise RuntimeError("the upload was not checked")


def _web_memory(server: Server) -> float:
    """Resident megabytes of the largest process that answers requests."""
    arbiter = psutil.Process(server.process.pid)
    workers = [one for one in arbiter.children() if "serve" in one.cmdline()]
    return max(one.memory_info().rss for one in workers) / MEGABYTE


if __name__ == "__main__":
    main()
