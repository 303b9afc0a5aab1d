"""The batches that checks look at: views beside the standardised tables."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from expectations.catalogue import Check
from expectations.columns import feeding_columns, given_expressions

SCHEMA = "gate"
BATCHES = Path(__file__).parent / "batches"

RECORD_ENTITIES = (
    "signals",
    "contact_attempts",
    "bailiff_steps",
    "services",
    "follow_ups",
    "evictions",
    "conferences",
    "claims",
)
DELIVERED_ENTITIES = tuple(
    entity for entity in RECORD_ENTITIES if entity != "contact_attempts"
)
"""The entities of which every delivered record makes a row of its own."""


@dataclass(frozen=True)
class Batches:
    """The batches by entity, and why others could not be made (an exception's name).

    An entity whose tables are not there is in neither: a release holds them all, a
    delivery alone does not.
    """

    names: dict[str, str] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)


@contextmanager
def prepared_batches(
    connection: DuckDBPyConnection, checks: Iterable[Check]
) -> Iterator[Batches]:
    """Make a batch for every entity of the checks, and drop them all afterwards."""
    batches = Batches()
    connection.execute(f"create or replace schema {SCHEMA}")
    try:
        _count_records(connection)
        for entity in dict.fromkeys(check.entity for check in checks):
            if _is_there(connection, entity):
                try:
                    batches.names[entity] = _create_batch(connection, entity)
                except duckdb.Error as error:
                    batches.failures[entity] = type(error).__name__
        yield batches
    finally:
        connection.execute(f"drop schema if exists {SCHEMA} cascade")


def standardised(entity: str) -> str:
    """The table of an entity that checks read."""
    return f"intermediate.int_{entity}__standardised"


def _is_there(connection: DuckDBPyConnection, entity: str) -> bool:
    needed = {
        "deliveries": "landing.deliveries",
        "indicator_values": "marts.indicator_values",
    }
    return _exists(connection, needed.get(entity) or standardised(entity))


def _exists(connection: DuckDBPyConnection, relation: str) -> bool:
    schema, name = relation.split(".")
    found = connection.execute(
        "select 1 from information_schema.tables "
        "where table_schema = ? and table_name = ?",
        [schema, name],
    ).fetchone()
    return found is not None


def _create_batch(connection: DuckDBPyConnection, entity: str) -> str:
    name = f"{SCHEMA}.{entity}"
    query = (BATCHES / f"{entity}.sql").read_text("utf-8")
    _create_given(connection, entity)
    # Counting by a number is several times faster than counting by two texts.
    connection.execute(
        f"""
        create table {SCHEMA}.groups_{entity} as
        select
            row_number() over (order by district, pilot)::integer as check_group,
            district,
            pilot,
        from (select distinct district, pilot from ({query}))
        """
    )
    connection.execute(
        f"""
        create view {name} as
        select
            batch.*,
            given,
            groups.check_group,
        from ({query}) as batch
        left join {SCHEMA}.groups_{entity} as groups
            on batch.district is not distinct from groups.district
            and batch.pilot is not distinct from groups.pilot
        left join {SCHEMA}.given_{entity} as given
            on batch.delivery_id = given.delivery_id
            and batch.format = given.format
        """
    )
    return name


def _create_given(connection: DuckDBPyConnection, entity: str) -> None:
    """One row per delivery and format: which fields it gave, and which it did not."""
    given = given_expressions(entity)
    if entity in RECORD_ENTITIES:
        deliveries = (
            "select delivery_id, format, any_value(delivered_columns) "
            f"as delivered_columns from {standardised(entity)} group by all"
        )
    else:
        deliveries = (
            "select null::varchar as delivery_id, null::varchar as format, "
            "null::varchar[] as delivered_columns where false"
        )
    fields = "".join(f"{given[field].is_given} as {field}, " for field in given)
    missed = ", ".join(
        f"case when {given[field].is_missed} then '{field}' end" for field in given
    )
    connection.execute(
        f"""
        create table {SCHEMA}.given_{entity} as
        select
            delivery_id,
            format,
            {fields}
            list_filter([{missed}]::varchar[], field -> field is not null)
                as missed_fields,
        from ({deliveries})
        """
    )


def _count_records(connection: DuckDBPyConnection) -> None:
    """What the batch of the deliveries is compared with."""
    parts = [
        f"select delivery_id, count(*) as standardised_rows, "
        f"count(*) filter (rejection is null) as counted_rows, "
        f"{_signal_counts(entity)} from {standardised(entity)} group by delivery_id"
        for entity in DELIVERED_ENTITIES
        if _exists(connection, standardised(entity))
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
    if _exists(connection, "marts.fct_signals"):
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


def column_headings(entity: str, field: str | None) -> Mapping[str, tuple[str, ...]]:
    """For each format the headings of the columns that feed a field, in order."""
    return {
        name: tuple(column.header for column in columns)
        for name, columns in feeding_columns(entity, field).items()
    }
