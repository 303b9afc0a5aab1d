"""The batches that checks look at: views beside the standardised tables."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from expectations.catalogue.catalogue import Check
from expectations.gate.columns import given_expressions
from expectations.gate.record_counts import count_records
from expectations.gate.relations import (
    RECORD_ENTITIES,
    SCHEMA,
    TABLE_OF_ENTITY,
    standardised,
    table_exists,
)

BATCHES = Path(__file__).parent / "batches"


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
        count_records(connection)
        for entity in dict.fromkeys(check.entity for check in checks):
            if _is_there(connection, entity):
                try:
                    batches.names[entity] = _create_batch(connection, entity)
                except duckdb.Error as error:
                    batches.failures[entity] = type(error).__name__
        yield batches
    finally:
        connection.execute(f"drop schema if exists {SCHEMA} cascade")


def _is_there(connection: DuckDBPyConnection, entity: str) -> bool:
    needed = TABLE_OF_ENTITY.get(entity) or standardised(entity)
    return table_exists(connection, needed)


def _create_batch(connection: DuckDBPyConnection, entity: str) -> str:
    name = f"{SCHEMA}.{entity}"
    query = (BATCHES / f"{entity}.sql").read_text("utf-8")
    _create_given(connection, entity)
    _create_groups(connection, entity, query)
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


def _create_groups(connection: DuckDBPyConnection, entity: str, query: str) -> None:
    """One row per district and pilot, with a number, which counts faster than text."""
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
            list_filter([{missed}]::varchar[], lambda field: field is not null)
                as missed_fields,
        from ({deliveries})
        """
    )
