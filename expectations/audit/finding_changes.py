"""Compares the findings of a release with those of the release before it."""

from duckdb import DuckDBPyConnection

from expectations.audit.previous import CATALOGUE, columns_of

_CHANGES = """
create or replace table quality.finding_changes as
with

findings as (
    {findings}
),

earlier_findings as (
    {earlier_findings}
),

-- The same record may be wrong twice in one file; that is one finding here.
current_findings as (
    select *
    from findings
    where not is_superseded
    qualify row_number() over (partition by fingerprint order by finding_id) = 1
),

previous_findings as (
    select *
    from earlier_findings
    where not is_superseded
    qualify row_number() over (partition by fingerprint order by finding_id) = 1
),

compared_findings as (
    select
        current_findings.fingerprint is not null as is_found_now,
        previous_findings.fingerprint is not null as was_found_before,
        unnest(
            case
                when current_findings.fingerprint is not null
                    then current_findings
                else previous_findings
            end
        ),
    from current_findings
    full join previous_findings
        on current_findings.fingerprint = previous_findings.fingerprint
)

select
    case
        when is_found_now and was_found_before then 'persisting'
        when is_found_now then 'new'
        else 'solved'
    end as change,
    case
        when is_found_now and was_found_before then null
        when source = 'check' and check_id not in ({shared_checks}) then 'check'
        when delivery_id not in ({shared_deliveries}) then 'delivery'
        else 'record'
    end as because,
    ?::varchar as previous_release_id,
    * exclude (is_found_now, was_found_before, is_superseded),
from compared_findings
order by change, check_id, delivery_id, sheet, row_number
"""


def write_finding_changes(
    connection: DuckDBPyConnection, previous_id: str | None
) -> None:
    """Fill `quality.finding_changes` with new, persisting and solved findings.

    The previous release is attached; without one, or with one that told no
    fingerprints, the table is empty. `because` says why a finding is new or solved:
    its `check` is new or gone, its `delivery` came or went, else the `record` changed.
    A finding on a record that a later delivery reports anew is no longer looked at.
    """
    here, there = "quality.findings", f"{CATALOGUE}.quality.findings"
    columns = columns_of(connection, here)
    known = columns_of(connection, here, CATALOGUE) if previous_id else []
    can_compare = set(columns) <= set(known)
    selected = ", ".join(columns)
    nothing = f"select {selected} from {here} where false"
    connection.execute(
        _CHANGES.format(
            findings=f"select {selected} from {here}" if can_compare else nothing,
            earlier_findings=(
                f"select {selected} from {there}" if can_compare else nothing
            ),
            shared_checks=_shared("check_id", "check_results", can_compare),
            shared_deliveries=_shared("delivery_id", "deliveries", can_compare),
        ),
        [previous_id],
    )


def _shared(column: str, table: str, can_compare: bool) -> str:
    """The ids that both releases hold; none when there is nothing to compare."""
    if not can_compare:
        return f"select null::varchar as {column} where false"
    return (
        f"select {column} from quality.{table} "
        f"intersect select {column} from {CATALOGUE}.quality.{table}"
    )
