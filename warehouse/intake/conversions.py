"""The standard's conversions, run over distinct texts in an in-memory DuckDB."""

from collections.abc import Collection
from datetime import date
from functools import cache
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa

from seeds.formats import DBT_PROJECT

CONVERSIONS = DBT_PROJECT / "macros" / "conversions.sql"

# Which conversion reads a kind of column; a tick may also be a date.
READERS = {
    "date": "read_date(given)",
    "amount": "read_amount(given)",
    "decimal": "read_decimal(given)",
    "integer": "read_integer(given)",
    "yes_no": "read_yes_no(given)",
    "tick": "coalesce(read_yes_no(given)::varchar, read_date(given)::varchar)",
    "clock": "coalesce(read_daypart(given), read_clock(given)::varchar)",
}


class Conversions:
    """The dbt macros of `conversions.sql`; use it in a with statement."""

    def __init__(self) -> None:
        self._connection = _database().cursor()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def read_dates(self, texts: Collection[str]) -> dict[str, date]:
        """The date behind each readable text; two-digit years as the macro has it."""
        found = self._convert(texts, "read_date(given)")
        return {text: day for text, day in found if day is not None}

    def missing(self, texts: Collection[str]) -> set[str]:
        """The texts that only say that there is no value."""
        return {
            text
            for text, says_so in self._convert(texts, "is_missing(given)")
            if says_so
        }

    def unreadable(self, texts: Collection[str], kind: str) -> set[str]:
        """The texts that are neither missing nor readable as `kind`."""
        return self._that(texts, f"{READERS[kind]} is null and not is_missing(given)")

    def _that(self, texts: Collection[str], condition: str) -> set[str]:
        return {text for text, holds in self._convert(texts, condition) if holds}

    def _convert(
        self, texts: Collection[str], conversion: str
    ) -> list[tuple[str, Any]]:
        """Each text with what the SQL expression makes of it."""
        if not texts:
            return []
        given = pa.table({"given": pa.array(list(texts), pa.string())})
        relation = self._connection.from_arrow(given)
        return relation.project(f"given, {conversion}").fetchall()


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """One database a process, of which each reader takes a cursor of its own."""
    connection = duckdb.connect(":memory:")
    connection.execute(_macros())
    return connection


def _macros() -> str:
    """The SQL of the macro file, without the dbt lines around it."""
    lines = CONVERSIONS.read_text("utf-8").strip().splitlines()
    return "\n".join(lines[1:-1])
