"""What became of a delivery, as the command line and the dashboard show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from warehouse.ledger.tables import Delivery, DeliveryFinding, Explanation, State
from warehouse.messages import Message

BLOCKING, ERROR, WARNING, INFORMATION = "blocking", "error", "warning", "information"
SEVERITIES = (BLOCKING, ERROR, WARNING, INFORMATION)
"""From the gravest to the lightest."""

EXIT_CODES = {State.ACCEPTED: 0, State.REFUSED: 2, State.HELD: 3}


@dataclass(frozen=True)
class Finding:
    """One thing found in a delivery, led back to its place in the file."""

    check_id: str
    severity: str
    message_nl: str
    message_en: str
    field: str | None = None
    column: str | None = None
    sheet: str | None = None
    row: int | None = None

    def message(self, language: str) -> str:
        """The text in `language`."""
        return self.message_en if language == "en" else self.message_nl

    def as_json(self, language: str) -> dict[str, Any]:
        """The finding as the command line prints it."""
        return {
            "check_id": self.check_id,
            "severity": self.severity,
            "field": self.field,
            "column": self.column,
            "sheet": self.sheet,
            "row": self.row,
            "message": self.message(language),
        }

    def as_row(self) -> DeliveryFinding:
        """The finding as the ledger keeps it."""
        return DeliveryFinding(
            check_id=self.check_id,
            severity=self.severity,
            field=self.field,
            column_name=self.column,
            sheet=self.sheet,
            row_number=self.row,
            message_nl=self.message_nl,
            message_en=self.message_en,
        )

    @classmethod
    def of_message(cls, message: Message, severity: str) -> "Finding":
        """A finding of intake itself; the sentence's key is its check."""
        return cls(message.key, severity, message.nl, message.en)

    @classmethod
    def of(cls, row: DeliveryFinding) -> "Finding":
        """The finding that the ledger kept."""
        return cls(
            check_id=row.check_id,
            severity=row.severity,
            message_nl=row.message_nl,
            message_en=row.message_en,
            field=row.field,
            column=row.column_name,
            sheet=row.sheet,
            row=row.row_number,
        )


@dataclass(frozen=True)
class Outcome:
    """What became of one delivery; `already_known` when its bytes were seen before."""

    delivery_id: str
    file_name: str
    status: State
    format: str | None
    district: str | None
    pilot: str | None
    period: date | None
    rows_read: int
    rows_accepted: int
    rows_rejected: int
    findings: tuple[Finding, ...]
    already_known: bool = False
    explanations: tuple[dict[str, Any], ...] = ()
    sign_off: dict[str, Any] | None = None

    @classmethod
    def of(cls, delivery: Delivery, already_known: bool = False) -> "Outcome":
        """The outcome that the ledger holds for a delivery, its notes among them."""
        found = map(Finding.of, delivery.findings)
        notes = [_note(Message(**note)) for note in delivery.notes]
        return cls(
            delivery_id=delivery.delivery_id,
            file_name=delivery.file_name,
            status=delivery.state,
            format=delivery.format,
            district=delivery.district,
            pilot=delivery.pilot,
            period=delivery.period,
            rows_read=delivery.rows_read,
            rows_accepted=delivery.rows_accepted,
            rows_rejected=delivery.rows_rejected,
            findings=tuple(gravest_first([*found, *notes])),
            already_known=already_known,
            explanations=tuple(map(_explanation, delivery.explanations)),
            sign_off=_sign_off(delivery),
        )

    @property
    def exit_code(self) -> int:
        """What the command line returns: 0 accepted, 2 refused, 3 held."""
        return EXIT_CODES.get(self.status, 0)

    def as_json(self, language: str) -> dict[str, Any]:
        """The outcome as the stable interface prints it."""
        return {
            "delivery_id": self.delivery_id,
            "file_name": self.file_name,
            "status": self.status.value,
            "already_known": self.already_known,
            "format": self.format,
            "district": self.district,
            "pilot": self.pilot,
            "period": f"{self.period:%Y-%m}" if self.period else None,
            "rows_read": self.rows_read,
            "rows_accepted": self.rows_accepted,
            "rows_rejected": self.rows_rejected,
            "findings": [finding.as_json(language) for finding in self.findings],
            "explanations": list(self.explanations),
            "sign_off": self.sign_off,
        }


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by severity, otherwise in the order in which they were found."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))


def _note(told: Message) -> Finding:
    """What intake noted: a warning when its key says so, else information."""
    is_warning = told.key.startswith("warning.")
    return Finding.of_message(told, WARNING if is_warning else INFORMATION)


def _explanation(row: Explanation) -> dict[str, Any]:
    return {
        "check_id": row.check_id,
        "sheet": row.sheet,
        "row": row.row_number,
        "text": row.text,
        "explained_by": row.explained_by,
        "explained_at": row.explained_at,
    }


def _sign_off(delivery: Delivery) -> dict[str, Any] | None:
    """The declaration that the delivery is fit for use, while it holds."""
    last = delivery.sign_offs[-1] if delivery.sign_offs else None
    if last is None or not last.is_fit:
        return None
    return {
        "signed_by": last.signed_by,
        "signed_at": last.signed_at,
        "note": last.note,
    }
