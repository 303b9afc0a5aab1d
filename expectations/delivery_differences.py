"""Compares each delivery with the one before it that it repeats or replaces."""

from duckdb import DuckDBPyConnection

from expectations.previous import CATALOGUE, columns_of
from expectations.record_keys import RECORD_KEYS
from expectations.relations import SCHEMA, standardised

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

# A delivery is compared with the last one before it of the same format and place that
# is about the same month or shares a record with it.
_PAIRS = f"""
create or replace table {SCHEMA}.delivery_pairs as
with

sharing as (
    select distinct
        later.delivery_id,
        earlier.delivery_id as earlier_delivery_id,
    from {SCHEMA}.compared_records as later
    inner join {SCHEMA}.compared_records as earlier
        on later.entity = earlier.entity
        and later.record_key = earlier.record_key
        and later.delivery_id <> earlier.delivery_id
)

select
    later.delivery_id,
    later.format,
    later.district,
    later.pilot,
    arg_max(earlier.delivery_id, earlier.sequence) as earlier_delivery_id,
    case
        when arg_max(earlier.is_present, earlier.sequence) then 'repeats'
        else 'replaces'
    end as relation,
from {SCHEMA}.compared_deliveries as later
inner join {SCHEMA}.compared_deliveries as earlier
    on later.format = earlier.format
    and later.district is not distinct from earlier.district
    and later.pilot is not distinct from earlier.pilot
    and later.sequence > earlier.sequence
    and (earlier.is_present or later.is_new)
left join sharing
    on later.delivery_id = sharing.delivery_id
    and earlier.delivery_id = sharing.earlier_delivery_id
where
    later.is_present
    and (sharing.delivery_id is not null or later.period = earlier.period)
group by all
"""

# A repeated delivery need not tell all that the earlier one told: only in the months
# that it is about can a record be missed.
_COMPARED = f"""
create or replace table {SCHEMA}.compared as
with

later as (
    select
        pairs.earlier_delivery_id,
        pairs.relation,
        records.*,
    from {SCHEMA}.delivery_pairs as pairs
    inner join {SCHEMA}.compared_records as records
        on pairs.delivery_id = records.delivery_id
),

spans as (
    select
        delivery_id,
        min(month) as first_month,
        max(month) as last_month,
    from later
    group by delivery_id
),

earlier as (
    select
        pairs.delivery_id,
        pairs.relation,
        records.* exclude (delivery_id),
        records.delivery_id as earlier_delivery_id,
        pairs.relation = 'replaces'
            or coalesce(
                records.month between spans.first_month and spans.last_month, false
            ) as is_expected,
    from {SCHEMA}.delivery_pairs as pairs
    inner join {SCHEMA}.compared_records as records
        on pairs.earlier_delivery_id = records.delivery_id
    left join spans on pairs.delivery_id = spans.delivery_id
)

select
    coalesce(later.delivery_id, earlier.delivery_id) as delivery_id,
    coalesce(later.earlier_delivery_id, earlier.earlier_delivery_id)
        as earlier_delivery_id,
    coalesce(later.relation, earlier.relation) as relation,
    coalesce(later.entity, earlier.entity) as entity,
    case
        when earlier.record_key is null then 'added'
        when later.record_key is null then 'vanished'
        when later.contents = earlier.contents then 'unchanged'
        else 'changed'
    end as difference,
    coalesce(later.record_key, earlier.record_key) as record_key,
    coalesce(later.month, earlier.month) as month,
    later.sheet,
    later.row_number,
    earlier.sheet as earlier_sheet,
    earlier.row_number as earlier_row_number,
    case
        when later.contents <> earlier.contents
            then list_where(
                fields.names,
                list_transform(
                    list_zip(later.contents, earlier.contents),
                    lambda pair: pair[1] <> pair[2]
                )
            )
    end as changed_fields,
from later
full join earlier
    on later.delivery_id = earlier.delivery_id
    and later.entity = earlier.entity
    and later.record_key = earlier.record_key
left join {SCHEMA}.compared_fields as fields
    on coalesce(later.entity, earlier.entity) = fields.entity
where later.record_key is not null or earlier.is_expected
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
        connection.execute(_PAIRS)
        connection.execute(_COMPARED)
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
