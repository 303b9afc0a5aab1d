"""Great Expectations on DuckDB: one connection, kept open, and no noise."""

import builtins
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

# Read by Great Expectations when it is imported.
os.environ["GX_ANALYTICS_ENABLED"] = "false"

import great_expectations as gx
import sqlalchemy
from duckdb import DuckDBPyConnection
from duckdb_engine import ConnectionWrapper
from great_expectations.data_context import EphemeralDataContext
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.datasource.fluent import SQLDatasource
from great_expectations.execution_engine import SqlAlchemyExecutionEngine


class KeptConnectionEngine(SqlAlchemyExecutionEngine):
    """An engine that fetches before it closes.

    Great Expectations closes the connection of an unknown dialect before it fetches
    the rows; DuckDB then has none. Keeping the connection is what it does for SQLite.
    """

    @contextmanager
    def get_connection(self) -> Iterator[sqlalchemy.Connection]:
        """The one connection of this engine, usable again after an error."""
        if self._connection is None:
            self._connection = self.engine.connect()
        try:
            yield self._connection
        except Exception:
            self._connection.rollback()
            raise


class DuckdbDatasource(SQLDatasource):
    """A datasource of Great Expectations that works on DuckDB."""

    type: Literal["duckdb"] = "duckdb"  # type: ignore[assignment]

    @property
    def execution_engine_type(self) -> builtins.type[KeptConnectionEngine]:
        """The engine that keeps its connection."""
        return KeptConnectionEngine


@contextmanager
def quiet_context(
    connection: DuckDBPyConnection, schema: str
) -> Iterator[tuple[EphemeralDataContext, Any]]:
    """A context without files or progress bars, and a datasource on `connection`.

    The datasource opens cursors of that same connection, in `schema`: a second
    connection with other settings to the same file would be refused. Nothing is
    logged meanwhile, because an error of DuckDB may quote a value.
    """
    cursors: list[DuckDBPyConnection] = []

    def open_cursor() -> ConnectionWrapper:
        cursors.append(connection.cursor())
        cursors[-1].execute(f"use {schema}")
        return ConnectionWrapper(cursors[-1])

    with _silence():
        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        add_datasource: Callable[..., Any] = context.data_sources.add_duckdb
        datasource = add_datasource(
            name="warehouse",
            connection_string="duckdb://",
            kwargs={"creator": open_cursor, "pool_reset_on_return": None},
        )
        try:
            yield context, datasource
        finally:
            for cursor in cursors:
                cursor.close()


@contextmanager
def _silence() -> Iterator[None]:
    previous = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(previous)
