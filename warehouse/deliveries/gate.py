"""The delivery gate: one delivery alone in a scratch database, and the checks on it."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.deliveries.outcome import Finding
from warehouse.deliveries.template import CompiledModel, gate_template
from warehouse.releases.landing import (
    LandedDelivery,
    load_deliveries,
    load_mappings,
)
from warehouse.releases.store import DATABASE_NAME
from warehouse.settings import Settings
from warehouse.stewardship.mappings.record import landed_mappings

if TYPE_CHECKING:
    from expectations.gate.gate import Check, CheckResult, RowFinding

MOST_FINDINGS = 500
"""Findings kept for each check of a delivery; the rest is only counted."""


@dataclass(frozen=True)
class CheckCount:
    """The outcome of one check: rows to which it applies, rows that violate it."""

    check_id: str
    severity: str
    status: str
    assessed: int
    violating: int


@dataclass(frozen=True)
class UnmappedText:
    """A text that nobody mapped, the landing column it stands in, and how often."""

    code_list: str
    column_name: str
    source_text: str
    occurrences: int


@dataclass(frozen=True)
class GateResult:
    """What the gate found, and how many records can never count.

    `failed` holds the severities of the checks that failed: a check may tolerate a
    few violating rows, which are findings all the same.
    """

    findings: tuple[Finding, ...]
    failed: frozenset[str]
    rows_rejected: int
    checks: tuple[CheckCount, ...] = ()
    unmapped: tuple[UnmappedText, ...] = ()


def run_delivery_gate(settings: Settings, delivery: LandedDelivery) -> GateResult:
    """Bring one delivery up to the standard and run every check of the gate on it."""
    template = gate_template(settings)
    models = template.models_for(delivery.format)
    settings.work_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="gate-", dir=settings.work_dir) as folder:
        database = Path(folder) / DATABASE_NAME
        shutil.copyfile(template.database, database)
        with duckdb.connect(str(database)) as connection:
            load_deliveries(connection, [delivery])
            load_mappings(connection, landed_mappings(settings))
            for model in models:
                connection.execute(
                    f"create or replace table {model.relation} as {model.sql}"
                )
            rows_rejected = _count_rejected(connection, models)
            unmapped = _list_unmapped(connection, models)
        results = _check(database)
    return GateResult(
        findings=tuple(one for result in results for one in _findings_of(result)),
        failed=frozenset(
            result.check.severity
            for result in results
            if result.status in ("fail", "error")
        ),
        rows_rejected=rows_rejected,
        checks=tuple(
            CheckCount(
                result.check.check_id,
                result.check.severity,
                result.status,
                result.assessed,
                result.violating,
            )
            for result in results
            if result.status != "not_applicable"
        ),
        unmapped=unmapped,
    )


def _check(database: Path) -> "list[CheckResult]":
    # Great Expectations takes seconds to import; only a gate may pay for that.
    from expectations.gate.gate import run_gate  # noqa: PLC0415

    return run_gate(database, "delivery", MOST_FINDINGS)


def _count_rejected(connection: DuckDBPyConnection, models: list[CompiledModel]) -> int:
    """Records of the file that a staging model of its format rejects."""
    rejecting = [
        f"select sheet, row_number from {model.relation} where rejection is not null"
        for model in models
        if model.folder and "rejection" in connection.table(model.relation).columns
    ]
    if not rejecting:
        return 0
    rejected = " union ".join(rejecting)
    row = connection.execute(f"select count(*) from ({rejected})").fetchone()
    return int(row[0]) if row else 0


def _list_unmapped(
    connection: DuckDBPyConnection, models: list[CompiledModel]
) -> tuple[UnmappedText, ...]:
    """What nobody mapped in the rows that count, the most frequent first."""
    listing = [
        f"select sheet, row_number, unnest(unmapped_codes, recursive := true) "
        f"from {model.relation} where rejection is null"
        for model in models
        if model.folder and "unmapped_codes" in connection.table(model.relation).columns
    ]
    if not listing:
        return ()
    rows = connection.execute(
        f"""
        select code_list, column_name, mode(source_text), count(*)
        from ({" union ".join(listing)})
        group by code_list, column_name, source_code
        order by count(*) desc, code_list, source_code
        limit {MOST_FINDINGS}
        """
    ).fetchall()
    return tuple(UnmappedText(*row) for row in rows)


def _findings_of(result: "CheckResult") -> list[Finding]:
    """A check's findings; one without a place when it names no rows."""
    if result.status == "error" or (result.status == "fail" and not result.rows):
        return [_finding(result.check)]
    return [_finding(result.check, row) for row in result.rows]


def _finding(check: "Check", row: "RowFinding | None" = None) -> Finding:
    return Finding(
        check_id=check.check_id,
        severity=check.severity,
        message_nl=f"{check.meaning_nl} {check.advice_nl}",
        message_en=f"{check.meaning_en} {check.advice_en}",
        field=f"{check.entity}.{check.field}" if check.field else None,
        column=row.column if row else None,
        sheet=row.sheet if row else None,
        row=row.row_number if row else None,
    )
