"""The release before the one under audit, opened beside it to compare with."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from duckdb import DuckDBPyConnection

CATALOGUE = "previous_release"


@contextmanager
def previous_release(
    connection: DuckDBPyConnection, file: Path | None
) -> Iterator[str | None]:
    """Attach a released file read-only; its release id, or None without a release.

    The id is the name of the folder in which the file lies.
    """
    if file is None or not file.exists():
        yield None
        return
    path = file.resolve()
    connection.execute(f"attach '{path}' as {CATALOGUE} (read_only)")
    try:
        yield path.parent.name
    finally:
        connection.execute(f"detach {CATALOGUE}")


def columns_of(
    connection: DuckDBPyConnection, relation: str, catalogue: str | None = None
) -> list[str]:
    """The columns of `schema.table`, in order; empty when it is not there."""
    schema, table = relation.split(".")
    rows = connection.execute(
        "select column_name from duckdb_columns() "
        "where database_name = coalesce(?, current_database()) "
        "and schema_name = ? and table_name = ? order by column_index",
        [catalogue, schema, table],
    ).fetchall()
    return [name for (name,) in rows]
