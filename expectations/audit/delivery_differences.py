"""Compares each delivery with the one before it that it repeats or replaces."""

from pathlib import Path

from duckdb import DuckDBPyConnection

from expectations.audit.previous import CATALOGUE, columns_of
from expectations.audit.record_keys import RECORD_KEYS
from expectations.gate.relations import SCHEMA, standardised

COMPARISONS = Path(__file__).parent / "comparisons"

_LINEAGE = frozenset(
    {
        *("record_id", "delivery_id", "sheet", "row_number", "format", "district"),
        *("pilot", "rejection", "unreadable_fields", "unmapped_fields"),
        "delivered_columns",
    }
)
"""Columns that tell where a record came from, not what it says."""

_RECORDS = """
    select
        '{entity}' as entity,
        delivery_id,
        {key} as record_key,
        date_trunc('month', {day})::date as month,
        sheet,
        row_number,
        [{values}]::varchar[] as contents,
    from {relation}
    where rejection is null {condition}
    qualify row_number() over (
        partition by delivery_id, record_key order by row_number desc
    ) = 1
"""

_DELIVERIES = f"""
create or replace table {SCHEMA}.compared_deliveries as
select
    delivery_id,
    sequence,
    format,
    district,
    pilot,
    period,
    true as is_present,
    {{is_new}} as is_new,
from landing.deliveries
{{gone}}
"""

_GONE = f"""
union all
select
    delivery_id,
    sequence,
    format,
    district,
    pilot,
    period,
    false as is_present,
    false as is_new,
from {CATALOGUE}.quality.deliveries
where delivery_id not in (select delivery_id from landing.deliveries)
"""

_DIFFERENCES = f"""
create or replace table quality.delivery_differences as
select * from {SCHEMA}.compared where difference <> 'unchanged'
{{kept}}
order by delivery_id, entity, difference, row_number, earlier_row_number
"""

_COMPARISONS = f"""
create or replace table quality.delivery_comparisons as
select
    delivery_id,
    earlier_delivery_id,
    relation,
    entity,
    count(*) filter (difference = 'added') as added,
    count(*) filter (difference = 'changed') as changed,
    count(*) filter (difference = 'vanished') as vanished,
    count(*) filter (difference = 'unchanged') as unchanged,
from {SCHEMA}.compared
group by all
{{kept}}
order by delivery_id, entity
"""

_KEPT = f"""
union all by name
select * from {CATALOGUE}.quality.{{table}}
where
    relation = 'replaces'
    and delivery_id in (select delivery_id from landing.deliveries)
    and delivery_id not in (
        select delivery_id from {SCHEMA}.delivery_pairs where relation = 'replaces'
    )
"""


def write_delivery_differences(connection: DuckDBPyConnection, can_look: bool) -> None:
    """Fill `quality.delivery_differences` and `quality.delivery_comparisons`.

    The first has a row per record that was added, changed or vanished, the second the
    counts per delivery and entity. A delivery `repeats` one that is still there, and
    `replaces` one that only the previous release holds (`can_look`: it is attached);
    what it replaced is remembered from release to release.
    """
    can_look = can_look and bool(
        columns_of(connection, "quality.deliveries", CATALOGUE)
    )
    is_new = "true"
    if can_look:
        is_new = (
            "delivery_id not in "
            f"(select delivery_id from {CATALOGUE}.quality.deliveries)"
        )
    connection.execute(f"create schema if not exists {SCHEMA}")
    try:
        connection.execute(
            _DELIVERIES.format(is_new=is_new, gone=_GONE if can_look else "")
        )
        _create_records(connection, can_look)
        for name in ("delivery_pairs", "compared"):
            query = (COMPARISONS / f"{name}.sql").read_text("utf-8")
            connection.execute(query)
        for table, query in (
            ("delivery_differences", _DIFFERENCES),
            ("delivery_comparisons", _COMPARISONS),
        ):
            connection.execute(query.format(kept=_kept(connection, table, can_look)))
    finally:
        connection.execute(f"drop schema {SCHEMA} cascade")


def _create_records(connection: DuckDBPyConnection, can_look: bool) -> None:
    """Every record that counts, of deliveries here and of those that are gone."""
    parts, fields = [], []
    for entity, key in RECORD_KEYS.items():
        relation = standardised(entity)
        names = [
            name for name in columns_of(connection, relation) if name not in _LINEAGE
        ]
        if not names:
            # The gate has told already that this table is not there.
            continue
        known = columns_of(connection, relation, CATALOGUE) if can_look else []
        if known:
            names = [name for name in names if name in known]
        values = ", ".join(f"coalesce({name}::varchar, '')" for name in names)
        query = _RECORDS.format(
            entity=entity,
            key=key.expression,
            day=key.day,
            values=values,
            relation="{relation}",
            condition="{condition}",
        )
        parts.append(query.format(relation=relation, condition=""))
        if known:
            gone = (
                f"and delivery_id in (select delivery_id from "
                f"{SCHEMA}.compared_deliveries where not is_present)"
            )
            parts.append(
                query.format(relation=f"{CATALOGUE}.{relation}", condition=gone)
            )
        listed = ", ".join(f"'{name}'" for name in names)
        fields.append(f"select '{entity}' as entity, [{listed}] as names")
    connection.execute(
        f"create or replace table {SCHEMA}.compared_records as "
        + " union all ".join(f"({part})" for part in parts)
    )
    connection.execute(
        f"create or replace table {SCHEMA}.compared_fields as "
        + " union all ".join(fields)
    )


def _kept(connection: DuckDBPyConnection, table: str, can_look: bool) -> str:
    """What an earlier release told of deliveries that are replaced for good."""
    if can_look and columns_of(connection, f"quality.{table}", CATALOGUE):
        return _KEPT.format(table=table)
    return ""
