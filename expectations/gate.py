"""The two gates: every check of the catalogue, assessed by Great Expectations."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from expectations.batches import prepared_batches
from expectations.catalogue import Check, Gate, load_catalogue
from expectations.results import (
    CheckResult,
    GroupResult,
    RowFinding,
    status_of,
    worst_of,
)
from expectations.rows import violating_rows

__all__ = ["Check", "CheckResult", "GroupResult", "RowFinding", "run_gate"]

MOST_ROWS = 1000
"""Violating rows listed for each failed check; all of them are counted."""

Counts = Mapping[str, int]


def run_gate(
    database: Path, gate: Gate, most_rows: int = MOST_ROWS
) -> list[CheckResult]:
    """Assess every check of a gate on the standardised tables of a DuckDB file.

    One result per check, in the order of the catalogue. A check that cannot be run
    gets the status error; nothing is raised for it.
    """
    checks = [check for check in load_catalogue() if check.runs_at(gate)]
    with (
        duckdb.connect(str(database)) as connection,
        prepared_batches(connection, checks) as batches,
    ):
        results: dict[str, CheckResult] = {}
        counted = _counts_by_check(connection, checks, batches)
        for entity, batch in batches.items():
            members = [check for check in checks if check.entity == entity]
            missed = _missed_fields(connection, entity, batch)
            results |= {
                check.check_id: _result(check, counted[check.check_id], missed)
                for check in members
            }
            _add_rows(connection, batch, results, members, most_rows)
    return [results.get(check.check_id) or _absent(check, gate) for check in checks]


def _counts_by_check(
    connection: DuckDBPyConnection,
    checks: Sequence[Check],
    batches: Mapping[str, str],
) -> Mapping[str, tuple[Counts, Counts] | str]:
    """Assessed and violating rows by group, or the name of an exception."""
    # Great Expectations takes seconds to import; only a gate may pay for that.
    from expectations.validation import validated_counts  # noqa: PLC0415

    return validated_counts(
        connection, [check for check in checks if check.entity in batches], batches
    )


def _result(
    check: Check,
    counted: tuple[Counts, Counts] | str,
    missed: Mapping[str, frozenset[str]],
) -> CheckResult:
    if isinstance(counted, str):
        return CheckResult(check, "error", error=counted)
    assessed, violating = counted
    groups = [
        _group_result(
            check,
            group,
            (assessed.get(group, 0), violating.get(group, 0)),
            check.field in missed_fields,
        )
        for group, missed_fields in missed.items()
    ]
    return CheckResult(
        check,
        worst_of(group.status for group in groups),
        sum(assessed.values()),
        sum(violating.values()),
        groups=groups,
    )


def _group_result(
    check: Check, group: str, counts: tuple[int, int], is_missed: bool
) -> GroupResult:
    district, _, pilot = group.partition("|")
    status = status_of(check, *counts, is_missed)
    return GroupResult(district or None, pilot or None, status, *counts)


def _missed_fields(
    connection: DuckDBPyConnection, entity: str, batch: str
) -> Mapping[str, frozenset[str]]:
    """For each group of a batch the fields for which a delivery had no column."""
    rows = connection.execute(
        f"""
        select check_group, list(missed_fields) as missed_fields
        from (
            select distinct check_group, delivery_id, format from {batch}
        ) as delivered
        left join gate.given_{entity} as given
            on delivered.delivery_id = given.delivery_id
            and delivered.format = given.format
        group by check_group
        order by check_group
        """
    ).fetchall()
    return {
        group: frozenset(field for fields in lists for field in fields or ())
        for group, lists in rows
    }


def _add_rows(
    connection: DuckDBPyConnection,
    batch: str,
    results: dict[str, CheckResult],
    members: Sequence[Check],
    most_rows: int,
) -> None:
    failed = [check for check in members if results[check.check_id].status == "fail"]
    for check_id, row in violating_rows(connection, batch, failed, most_rows):
        results[check_id].rows.append(row)


def _absent(check: Check, gate: Gate) -> CheckResult:
    """A delivery need not hold every entity; a release must."""
    if gate == "delivery":
        return CheckResult(check, "not_applicable")
    return CheckResult(check, "error", error="table is not there")
