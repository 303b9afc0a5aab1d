"""Writes the findings of failed checks and the differences of the reconciliation."""

from collections.abc import Mapping, Sequence

import pyarrow as pa
from duckdb import DuckDBPyConnection

from expectations.catalogue import Check
from expectations.columns import column_headings
from expectations.rows import flagged_rows

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
    source varchar
)
"""

_FROM_CHECKS = """
insert into quality.findings by name
with

violations as (
    {violations}
),

named_violations as (
    select
        violations.*,
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
    coalesce('Kolom ' || column_name || ': ', '') || text_nl as message_nl,
    coalesce('Column ' || column_name || ': ', '') || text_en as message_en,
    'check' as source,
from named_violations
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
from quality.reconciliation
where not is_equal
"""


def write_check_findings(
    connection: DuckDBPyConnection,
    batches: Mapping[str, str],
    failed: Sequence[Check],
) -> None:
    """Fill `quality.findings` with every row that violates a failed check."""
    connection.execute(_FINDINGS)
    connection.register("check_words", _check_words(connection, failed))
    try:
        for entity, batch in batches.items():
            members = [check for check in failed if check.entity == entity]
            if members:
                violations = flagged_rows(batch, members)
                connection.execute(_FROM_CHECKS.format(violations=violations))
    finally:
        connection.unregister("check_words")


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
