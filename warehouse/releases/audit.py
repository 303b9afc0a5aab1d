"""The audit of a finished release: every check of the release gate."""

from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.errors import UserError
from warehouse.messages import message

if TYPE_CHECKING:
    from expectations.audit.audit import AuditOutcome


def audit(database: Path, previous: Path | None = None) -> "AuditOutcome":
    """Run the release gate and write what it found into the release.

    `previous` is the published file that the findings are compared with.
    Raises UserError when a blocking check fails or a check cannot be run.
    """
    # Great Expectations takes seconds to import; only a gate may pay for that.
    from expectations.audit.audit import write_findings  # noqa: PLC0415
    from expectations.gate.gate import run_gate  # noqa: PLC0415

    outcome = write_findings(database, run_gate(database, "release"), previous)
    if not outcome.may_publish:
        raise UserError(
            message("release.not_passed", checks=" ".join(outcome.reasons_nl)).nl,
            message("release.not_passed", checks=" ".join(outcome.reasons_en)).en,
        )
    return outcome
