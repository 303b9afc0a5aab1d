"""Reading the published release, also in a process that has it open already."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.messages import user_error
from warehouse.settings import Settings

# DuckDB refuses a second connection to a file with other settings: these are the
# ones of the dashboard, which serves many readers with one thread each.
_AS_THE_DASHBOARD: dict[str, Any] = {"threads": 1}

Record = dict[str, Any]


@contextmanager
def open_release(settings: Settings) -> Iterator[DuckDBPyConnection]:
    """The published release, read-only; UserError when there is none."""
    if not settings.warehouse_file.exists():
        raise user_error("release.none")
    file = str(settings.warehouse_file.resolve())
    with duckdb.connect(file, read_only=True, config=_AS_THE_DASHBOARD) as connection:
        yield connection


def read_rows(
    connection: DuckDBPyConnection, sql: str, parameters: Record | None = None
) -> list[Record]:
    """The rows that `sql` gives with named parameters, by column name."""
    cursor = connection.execute(sql, parameters or {})
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
