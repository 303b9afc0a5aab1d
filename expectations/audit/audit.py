"""Writes what the release gate found into the release, and judges it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection

from expectations.audit.delivery_differences import write_delivery_differences
from expectations.audit.doubts import write_doubtful_indicators
from expectations.audit.finding_changes import write_finding_changes
from expectations.audit.findings import add_differences, write_check_findings
from expectations.audit.previous import previous_release
from expectations.audit.scores import write_scores
from expectations.gate.batches import prepared_batches
from expectations.gate.results import CheckResult, GroupResult

_CHECK_RESULTS = """
create or replace table quality.check_results as
select
    check_id,
    district,
    pilot,
    status,
    assessed,
    violating,
from written_results
order by check_id, district, pilot
"""


@dataclass(frozen=True)
class AuditOutcome:
    """Whether a release may be published, why not, and what was found.

    `checks` counts the checks by status, `findings` the findings by severity.
    """

    may_publish: bool
    reasons_nl: tuple[str, ...]
    reasons_en: tuple[str, ...]
    checks: dict[str, int]
    findings: dict[str, int]


def write_findings(
    database: Path, results: Sequence[CheckResult], previous: Path | None = None
) -> AuditOutcome:
    """Write what the gate found into the schema `quality` of a DuckDB file.

    `results` come from the release gate on the same file, `previous` is the file of
    the release published before it. A release may not be published when a check could
    not be run or a blocking check failed.
    """
    checks = [result.check for result in results if result.status != "error"]
    failed = [result.check for result in results if result.status == "fail"]
    with duckdb.connect(str(database)) as connection:
        connection.execute("create schema if not exists quality")
        with prepared_batches(connection, checks) as batches:
            write_check_findings(connection, batches.names, failed)
            write_scores(connection, batches.names, checks)
        add_differences(connection)
        _write_check_results(connection, results)
        write_doubtful_indicators(connection, checks)
        _write_changes(connection, previous)
        findings = dict(
            connection.execute(
                "select severity, count(*) from quality.findings group by all"
            ).fetchall()
        )
    stopping = [result for result in results if stops_publication(result)]
    return AuditOutcome(
        may_publish=not stopping,
        reasons_nl=tuple(_reason_nl(result) for result in stopping),
        reasons_en=tuple(_reason_en(result) for result in stopping),
        checks=dict(Counter(result.status for result in results)),
        findings=findings,
    )


def stops_publication(result: CheckResult) -> bool:
    """Whether a release must not be published because of this result."""
    is_blocked = result.check.severity == "blocking" and result.status == "fail"
    return is_blocked or result.status == "error"


def _write_changes(connection: DuckDBPyConnection, previous: Path | None) -> None:
    with previous_release(connection, previous) as previous_id:
        write_finding_changes(connection, previous_id)
        write_delivery_differences(connection, can_look=previous_id is not None)


def _write_check_results(
    connection: DuckDBPyConnection, results: Sequence[CheckResult]
) -> None:
    """One row per check, district and pilot; places are null for the whole region."""
    rows = [
        {
            "check_id": result.check.check_id,
            "district": part.district,
            "pilot": part.pilot,
            "status": part.status,
            "assessed": part.assessed,
            "violating": part.violating,
        }
        for result in results
        for part in result.groups or [GroupResult(None, None, result.status)]
    ]
    schema = pa.schema(
        [
            ("check_id", pa.string()),
            ("district", pa.string()),
            ("pilot", pa.string()),
            ("status", pa.string()),
            ("assessed", pa.int64()),
            ("violating", pa.int64()),
        ]
    )
    connection.register("written_results", pa.Table.from_pylist(rows, schema))
    connection.execute(_CHECK_RESULTS)
    connection.unregister("written_results")


def _reason_nl(result: CheckResult) -> str:
    check = result.check
    if result.status == "error":
        return f"{check.check_id} kon niet worden uitgevoerd ({result.error})."
    return f"{check.check_id}: {check.meaning_nl} ({result.violating} keer)"


def _reason_en(result: CheckResult) -> str:
    check = result.check
    if result.status == "error":
        return f"{check.check_id} could not be run ({result.error})."
    return f"{check.check_id}: {check.meaning_en} ({result.violating} times)"
