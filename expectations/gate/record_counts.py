"""Counts each delivery's records on their way into a release."""

from duckdb import DuckDBPyConnection

from expectations.gate.relations import (
    RECORD_ENTITIES,
    SCHEMA,
    standardised,
    table_exists,
)

DELIVERED_ENTITIES = tuple(
    entity for entity in RECORD_ENTITIES if entity != "contact_attempts"
)
"""The entities of which every delivered record makes a row of its own."""


def count_records(connection: DuckDBPyConnection) -> None:
    """What the batch of the deliveries is compared with."""
    parts = [
        f"select delivery_id, count(*) as standardised_rows, "
        f"count(*) filter (rejection is null) as counted_rows, "
        f"{_signal_counts(entity)} from {standardised(entity)} group by delivery_id"
        for entity in DELIVERED_ENTITIES
        if table_exists(connection, standardised(entity))
    ]
    _create_counts(
        connection,
        "standardised_rows",
        parts,
        "delivery_id, standardised_rows, counted_rows, counted_signals, dated_signals",
    )
    staged = [
        f"select delivery_id, count(*) as staged_rows from {relation} group by all"
        for relation in _staging_tables(connection)
    ]
    _create_counts(connection, "staged_rows", staged, "delivery_id, staged_rows")
    published = "0"
    if table_exists(connection, "marts.fct_signals"):
        published = "(select count(*) from marts.fct_signals)"
    connection.execute(
        f"create table {SCHEMA}.published_rows as "
        f"select {published}::bigint as published_signals"
    )


def _signal_counts(entity: str) -> str:
    if entity != "signals":
        return "0 as counted_signals, 0 as dated_signals"
    return (
        "count(*) filter (rejection is null) as counted_signals, "
        "count(*) filter (rejection is null and signal_date is not null) "
        "as dated_signals"
    )


def _create_counts(
    connection: DuckDBPyConnection, name: str, parts: list[str], columns: str
) -> None:
    """One row per delivery: the largest of its counts over the parts."""
    keys, *counts = columns.split(", ")
    empty = ", ".join(
        [f"null::varchar as {keys}", *(f"0::bigint as {count}" for count in counts)]
    )
    united = " union all by name ".join([*parts, f"select {empty} where false"])
    largest = ", ".join(f"max({count})::bigint as {count}" for count in counts)
    connection.execute(
        f"create table {SCHEMA}.{name} as "
        f"select {keys}, {largest} from ({united}) group by {keys}"
    )


def _staging_tables(connection: DuckDBPyConnection) -> list[str]:
    """The staging tables with a row per record; those of the ledger have none."""
    rows = connection.execute(
        """
        select table_name from information_schema.columns
        where table_schema = 'staging' and column_name = 'row_number'
            and table_name in (
                select table_name from information_schema.columns
                where table_schema = 'staging' and column_name = 'delivery_id'
            )
        order by table_name
        """
    ).fetchall()
    return [f"staging.{name}" for (name,) in rows]
