"""Writes the findings of failed checks and the differences of the reconciliation."""

from collections.abc import Mapping, Sequence

import pyarrow as pa
from duckdb import DuckDBPyConnection

from expectations.audit.record_keys import key_expression
from expectations.catalogue.catalogue import Check
from expectations.gate.columns import column_headings
from expectations.gate.relations import RECORD_ENTITIES, TABLE_OF_ENTITY, standardised
from expectations.gate.rows import flagged_rows

_FINDINGS = """
create or replace table quality.findings (
    finding_id varchar,
    check_id varchar,
    entity varchar,
    field varchar,
    kind varchar,
    severity varchar,
    district varchar,
    pilot varchar,
    delivery_id varchar,
    sheet varchar,
    row_number bigint,
    column_name varchar,
    message_nl varchar,
    message_en varchar,
    source varchar,
    fingerprint varchar,
    is_superseded boolean
)
"""

_FROM_CHECKS = """
insert into quality.findings by name
with

violations as (
    {violations}
),

last_reports as (
    {last_reports}
),

named_violations as (
    select
        violations.*,
        coalesce(deliveries.sequence < last_reports.sequence, false)
            as is_superseded,
        words.* exclude (check_id, format),
        case
            when len(words.headings) > 1
                and violations.column_position
                    between 1 and len(words.headings)
                then words.headings[violations.column_position]
            else nullif(array_to_string(words.headings, ' / '), '')
        end as column_name,
    from violations
    inner join check_words as words
        on violations.check_id = words.check_id
        and coalesce(violations.format, '') = words.format
    left join landing.deliveries
        on violations.delivery_id = deliveries.delivery_id
    left join last_reports on violations.record_key = last_reports.record_key
)

select
    check_id || '-' || row_number() over (
        partition by check_id order by delivery_id, sheet, row_number
    ) as finding_id,
    check_id,
    entity,
    field,
    kind,
    severity,
    district,
    pilot,
    delivery_id,
    sheet,
    row_number,
    column_name,
    coalesce('Kolom ' || column_name || ': ', about_nl || ': ', '')
        || text_nl as message_nl,
    coalesce('Column ' || column_name || ': ', about_en || ': ', '')
        || text_en as message_en,
    'check' as source,
    md5(concat_ws('|', check_id, record_key, column_name)) as fingerprint,
    is_superseded,
from named_violations
"""

_NOTHING_ABOUT = "null::varchar as about_nl, null::varchar as about_en"

_LAST_REPORTS = """
    select
        record_key,
        max(sequence) as sequence,
    from (
        select
            {key} as record_key,
            delivery_id,
        from {records}
        where rejection is null
    ) as records
    inner join landing.deliveries on records.delivery_id = deliveries.delivery_id
    group by record_key
"""

_NO_REPORTS = """
    select
        null::varchar as record_key,
        null::bigint as sequence,
    where false
"""

_FROM_RECONCILIATION = """
insert into quality.findings by name
select
    reconciliation_id as finding_id,
    'reconciliation_' || kind as check_id,
    'reconciliation' as entity,
    indicator_id as field,
    'consistency' as kind,
    'warning' as severity,
    district,
    pilot,
    message_nl,
    message_en,
    'reconciliation' as source,
    md5(concat_ws('|', 'reconciliation', reconciliation_id)) as fingerprint,
    false as is_superseded,
from quality.reconciliation
where not is_equal
"""


def write_check_findings(
    connection: DuckDBPyConnection,
    batches: Mapping[str, str],
    failed: Sequence[Check],
) -> None:
    """Fill `quality.findings` with every row that violates a failed check.

    A finding's `fingerprint` stays the same in other deliveries and releases; it is
    superseded when a later delivery reports the same record.
    """
    connection.execute(_FINDINGS)
    connection.register("check_words", _check_words(connection, failed))
    try:
        for entity, batch in batches.items():
            members = [check for check in failed if check.entity == entity]
            if members:
                connection.execute(_violations_into_findings(entity, batch, members))
    finally:
        connection.unregister("check_words")


def _violations_into_findings(entity: str, batch: str, members: list[Check]) -> str:
    about = "about_nl, about_en" if _is_told_about(entity) else _NOTHING_ABOUT
    key = key_expression(entity)
    last_reports = _NO_REPORTS
    if entity in RECORD_ENTITIES:
        last_reports = _LAST_REPORTS.format(key=key, records=standardised(entity))
    more = f"{key} as record_key, {about},"
    return _FROM_CHECKS.format(
        violations=flagged_rows(batch, members, more), last_reports=last_reports
    )


def _is_told_about(entity: str) -> bool:
    """Whether rows of the batch say in words which month or figure they are."""
    return TABLE_OF_ENTITY.get(entity, "").startswith("quality.")


def add_differences(connection: DuckDBPyConnection) -> None:
    """Add a finding for every published total that the rows do not give back."""
    connection.execute(_FROM_RECONCILIATION)


def _check_words(connection: DuckDBPyConnection, checks: Sequence[Check]) -> pa.Table:
    """One row per check and format: what a finding says, and in which columns."""
    formats = [
        name
        for (name,) in connection.execute(
            "select distinct format from landing.deliveries "
            "where format is not null order by format"
        ).fetchall()
    ]
    schema = pa.schema(
        [
            *((name, pa.string()) for name in _WORDS),
            ("headings", pa.list_(pa.string())),
        ]
    )
    rows = [
        {
            **{name: getattr(check, name, None) for name in _WORDS},
            "format": name,
            "text_nl": f"{check.meaning_nl} {check.advice_nl}",
            "text_en": f"{check.meaning_en} {check.advice_en}",
            "headings": headings.get(name, ()),
        }
        for check in checks
        for headings in [column_headings(check.entity, check.field)]
        for name in ["", *formats]
    ]
    return pa.Table.from_pylist(rows, schema)


_WORDS = (
    "check_id",
    "format",
    "entity",
    "field",
    "kind",
    "severity",
    "text_nl",
    "text_en",
)
