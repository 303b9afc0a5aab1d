"""A delivery's outcome in sentences."""

from collections import defaultdict

from warehouse.deliveries.outcome import INFORMATION, Finding, Outcome
from warehouse.messages import message

MOST_ROWS = 5
"""Places named for each kind of finding; the JSON output names them all."""


def describe(outcome: Outcome, language: str, brief: bool = False) -> str:
    """What became of a delivery; `brief` leaves out its lighter findings."""
    values = {
        "file_name": outcome.file_name,
        "delivery_id": outcome.delivery_id,
        "rows_read": outcome.rows_read,
        "rows_accepted": outcome.rows_accepted,
        "format": outcome.format or "-",
        "district": outcome.district or "-",
        "pilot": outcome.pilot or "-",
        "period": f"{outcome.period:%Y-%m}" if outcome.period else "-",
    }
    keys = [f"report.{outcome.status}"]
    if outcome.already_known:
        keys.insert(0, "report.already_known")
    if outcome.format and not brief:
        keys.append("report.place")
    lines = [message(key, **values).text(language) for key in keys]
    hold_back = brief and outcome.exit_code == 0
    return "\n".join(lines + ([] if hold_back else _findings(outcome, language)))


def _findings(outcome: Outcome, language: str) -> list[str]:
    """One line for each different finding, with the first rows it is about."""
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in outcome.findings:
        alike[finding.severity, finding.message(language)].append(finding)
    return [
        _line(severity, text, members, language)
        for (severity, text), members in alike.items()
    ]


def _line(severity: str, text: str, members: list[Finding], language: str) -> str:
    label = message(f"severity.{severity}").text(language)
    if severity == INFORMATION and not any(member.row for member in members):
        return f"- {label}: {text}"
    return f"- {label} ({len(members)}x){_places(members, language)}: {text}"


def _places(members: list[Finding], language: str) -> str:
    places = [_place(member, language) for member in members if member.row]
    shown = "; ".join(places[:MOST_ROWS])
    more = "; ..." if len(places) > MOST_ROWS else ""
    return f", {shown}{more}" if shown else ""


def _place(finding: Finding, language: str) -> str:
    """Sheet, row and column of a finding, as far as it has them."""
    row = message("report.row", row=finding.row).text(language)
    return " ".join(part for part in (finding.sheet, row, finding.column) if part)
