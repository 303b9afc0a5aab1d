"""The audit of a finished release: every check of the release gate."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from warehouse.messages import user_error


@dataclass(frozen=True)
class Audited:
    """How many checks ended how, and how many findings of each severity."""

    checks: dict[str, int]
    findings: dict[str, int]


def audit(database: Path) -> Audited:
    """Run the release gate and write what it found into the release.

    Raises UserError when a blocking check fails or cannot be run.
    """
    # Great Expectations takes seconds to import; only a gate may pay for that.
    from expectations.audit import write_findings  # noqa: PLC0415
    from expectations.gate import run_gate  # noqa: PLC0415

    results = run_gate(database, "release")
    write_findings(database, results)
    blocking = [
        result
        for result in results
        if result.check.severity == "blocking" and result.status in ("fail", "error")
    ]
    if blocking:
        checks = "; ".join(
            f"{result.check.check_id} ({result.violating}x)" for result in blocking
        )
        raise user_error("release.not_passed", checks=checks)
    findings: Counter[str] = Counter()
    for result in results:
        findings[result.check.severity] += result.violating
    return Audited(
        checks=dict(Counter(result.status for result in results)),
        findings=dict(findings),
    )
