"""The two gates: every check of the catalogue, assessed by Great Expectations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from expectations.catalogue.catalogue import Check, Gate, load_catalogue
from expectations.gate.batches import prepared_batches
from expectations.gate.results import (
    CheckResult,
    GroupResult,
    RowFinding,
    status_of,
    worst_of,
)
from expectations.gate.rows import violating_rows

__all__ = ["Check", "CheckResult", "GroupResult", "RowFinding", "run_gate"]

MOST_ROWS = 1000
"""Violating rows listed for each failed check; all of them are counted."""

Counts = Mapping[int, int]


@dataclass(frozen=True)
class Group:
    """A district and pilot of a batch, and the fields that a delivery of it lacked."""

    number: int
    district: str | None
    pilot: str | None
    missed_fields: frozenset[str]


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
        counted = _counts_by_check(
            connection, [check for check in checks if check.entity in batches.names]
        )
        for entity, batch in batches.names.items():
            members = [check for check in checks if check.entity == entity]
            groups = _groups(connection, entity, batch)
            results |= {
                check.check_id: _result(check, counted[check.check_id], groups)
                for check in members
            }
            _add_rows(connection, batch, results, members, most_rows)
    return [
        results.get(check.check_id) or _not_run(check, gate, batches.failures)
        for check in checks
    ]


def _counts_by_check(
    connection: DuckDBPyConnection, checks: Sequence[Check]
) -> Mapping[str, tuple[Counts, Counts] | str]:
    """Assessed and violating rows by group, or the name of an exception."""
    # Great Expectations takes seconds to import; only a gate may pay for that.
    from expectations.gate.validation import validated_counts  # noqa: PLC0415

    return validated_counts(connection, checks)


def _result(
    check: Check, counted: tuple[Counts, Counts] | str, groups: Sequence[Group]
) -> CheckResult:
    if isinstance(counted, str):
        return CheckResult(check, "error", error=counted)
    assessed, violating = counted
    parts = [
        _group_result(
            check, group, assessed.get(group.number, 0), violating.get(group.number, 0)
        )
        for group in groups
    ]
    return CheckResult(
        check,
        worst_of(part.status for part in parts),
        sum(assessed.values()),
        sum(violating.values()),
        groups=parts,
    )


def _group_result(
    check: Check, group: Group, assessed: int, violating: int
) -> GroupResult:
    is_missed = check.field in group.missed_fields
    status = status_of(check, assessed, violating, is_missed)
    return GroupResult(group.district, group.pilot, status, assessed, violating)


def _groups(connection: DuckDBPyConnection, entity: str, batch: str) -> Sequence[Group]:
    rows = connection.execute(
        f"""
        select delivered.* exclude (delivery_id, format), list(missed_fields)
        from (
            select distinct check_group, district, pilot, delivery_id, format
            from {batch}
        ) as delivered
        left join gate.given_{entity} as given
            on delivered.delivery_id = given.delivery_id
            and delivered.format = given.format
        group by all
        order by check_group
        """
    ).fetchall()
    return [
        Group(
            number,
            district,
            pilot,
            frozenset(field for fields in missed for field in fields or ()),
        )
        for number, district, pilot, missed in rows
    ]


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


def _not_run(check: Check, gate: Gate, failures: Mapping[str, str]) -> CheckResult:
    """A delivery need not hold every entity; a release must."""
    if check.entity in failures:
        return CheckResult(check, "error", error=failures[check.entity])
    if gate == "delivery":
        return CheckResult(check, "not_applicable")
    return CheckResult(check, "error", error="table is not there")
