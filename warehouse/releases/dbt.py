"""Runs dbt in this process on a database file that the caller names."""

import contextlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from seeds.formats import DBT_PROJECT

_ERROR_HEADING = re.compile(r"\w+ Error( in .*)?")


@dataclass(frozen=True)
class DbtFailure:
    """A node of the project that did not succeed: its kind, name and first words."""

    kind: str
    name: str
    message: str


@dataclass(frozen=True)
class DbtWorkplace:
    """Where a run reads and writes: the database and dbt's own folder."""

    database: Path
    folder: Path

    @property
    def manifest(self) -> Path:
        """The description of the project that a run leaves behind."""
        return self.folder / "target" / "manifest.json"


def run_dbt(
    command: str,
    place: DbtWorkplace,
    arguments: Sequence[str] = (),
    as_of: date | None = None,
) -> list[DbtFailure]:
    """Run one dbt command, such as `build`; the failures, empty when all went well.

    The database file is closed afterwards, so that it can be moved or opened.
    """
    # dbt takes two seconds to import; only a build may pay for that.
    from dbt.cli.main import dbtRunner  # noqa: PLC0415
    from dbt.contracts.results import RunExecutionResult  # noqa: PLC0415

    os.environ["EROPAF_BUILD_FILE"] = str(place.database)
    try:
        outcome = dbtRunner().invoke(
            [*command.split(), *_fixed_arguments(place, as_of), *arguments]
        )
    finally:
        _close_database()
    if outcome.success:
        return []
    if not isinstance(outcome.result, RunExecutionResult):
        return [DbtFailure("project", "eropaf", _first_line(outcome.exception))]
    return [
        DbtFailure(
            str(result.node.resource_type),
            result.node.name,
            _first_line(result.message),
        )
        for result in outcome.result.results
        if result.status in ("error", "fail")
    ]


def described(failures: Iterable[DbtFailure]) -> str:
    """What failed and why, in one line."""
    return "; ".join(f"{one.kind} {one.name} ({one.message})" for one in failures)


def _fixed_arguments(place: DbtWorkplace, as_of: date | None) -> list[str]:
    variables = {"as_of": as_of.isoformat()} if as_of else {}
    return [
        f"--project-dir={DBT_PROJECT}",
        f"--profiles-dir={DBT_PROJECT}",
        f"--target-path={place.folder / 'target'}",
        f"--log-path={place.folder / 'logs'}",
        f"--vars={json.dumps(variables)}",
        "--log-level=none",
        "--log-level-file=info",
        "--no-version-check",
    ]


def _close_database() -> None:
    """Close the file that dbt-duckdb otherwise keeps open until the process ends."""
    from dbt.adapters.duckdb.connections import (  # noqa: PLC0415
        DuckDBConnectionManager,
    )

    # It has no environment when the run failed before it opened the file.
    with contextlib.suppress(Exception):
        DuckDBConnectionManager.env().close()
    DuckDBConnectionManager.close_all_connections()


def _first_line(message: object) -> str:
    """The telling line of dbt's message: the first below `... Error in ...`."""
    lines = [line.strip() for line in str(message or "").splitlines() if line.strip()]
    telling = [line for line in lines if not _ERROR_HEADING.fullmatch(line)]
    return (telling or lines or [""])[0]
