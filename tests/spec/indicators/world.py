"""A scratch warehouse with empty facts, to be filled by one spec at a time."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.dbt.landing import create_landing
from tests.spec.indicators.defaults import DEFAULTS
from tests.spec.indicators.spec import Record

PREPARED = (
    "indicator_cells",
    "indicator_lines",
    "indicator_members",
    "indicator_member_states",
    "indicator_states",
    "indicator_state_bounds",
    "indicator_prepared",
    "indicator_values",
)
"""The tables that the dashboard and the reports read, each after those it reads."""

PROJECT = Path(__file__).parents[3] / "dbt_project"
AS_OF = "2010-01-01"


@dataclass(frozen=True)
class World:
    """The scratch warehouse, and the SQL of the tables to be made again."""

    database: Path
    compiled: Path

    def load(self, facts: dict[str, list[Record]]) -> None:
        """Empty every fact table and fill those given, with defaults."""
        with duckdb.connect(str(self.database)) as connection:
            for table in DEFAULTS:
                connection.execute(f"delete from marts.{table}")
            for table, rows in facts.items():
                for number, row in enumerate(rows):
                    _insert(connection, table, number, row)
            self._make_again(connection, "indicator_base_households")

    def make_values_again(self) -> None:
        """Compute the tables that the dashboard reads from the facts loaded."""
        with duckdb.connect(str(self.database)) as connection:
            for model in PREPARED:
                self._make_again(connection, model)

    def _make_again(self, connection: duckdb.DuckDBPyConnection, model: str) -> None:
        [file] = self.compiled.rglob(f"{model}.sql")
        sql = file.read_text(encoding="utf-8")
        connection.execute(f"create or replace table marts.{model} as {sql}")


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, number: int, row: Record
) -> None:
    cells = DEFAULTS[table](number, row) | row
    names = ", ".join(cells)
    marks = ", ".join("?" for _ in cells)
    connection.execute(
        f"insert into marts.{table} ({names}) values ({marks})", list(cells.values())
    )


def build_world(folder: Path) -> World:
    """Run the real models on an empty landing; takes some twenty seconds."""
    database = folder / "spec.duckdb"
    with duckdb.connect(str(database)) as connection:
        create_landing(connection)
    command = [
        *(sys.executable, "-m", "dbt.cli.main", "build"),
        *("--select", "+indicator_values"),
        *("--resource-type", "seed", "--resource-type", "model"),
        *("--vars", f"{{as_of: '{AS_OF}'}}"),
        *("--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)),
        *("--target-path", str(folder / "target"), "--log-path", str(folder / "logs")),
    ]
    environment = os.environ | {"EROPAF_BUILD_FILE": str(database)}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]
    return World(database, folder / "target" / "compiled")
