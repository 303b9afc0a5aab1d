"""How uploads stand, as the page and the HTTP interface show them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from warehouse.accounts.access import require
from warehouse.deliveries.acceptances import last_acceptance
from warehouse.deliveries.outcome import SEVERITIES
from warehouse.deliveries.uploads.receive_upload import visible_upload
from warehouse.identity import Identity, Right
from warehouse.ledger.connection import Ledger
from warehouse.ledger.tables import Delivery, DeliveryFinding, State
from warehouse.ledger.workspace_tables import Acceptance, Step, Upload, UploadState
from warehouse.messages import Message

MOST_LISTED = 50


@dataclass(frozen=True)
class UploadStatus:
    """One upload with what became of its delivery; `findings` counts by severity.

    `told` is the last sentence for its uploader or decider, `is_being_accepted` is
    true while an acceptance waits for the gate.
    """

    upload_id: str
    file_name: str
    size_bytes: int
    uploaded_by: str
    started_at: datetime
    ended_at: datetime | None
    state: UploadState
    step: Step
    rows_done: int
    told: Message | None
    delivery_id: str | None
    delivery_state: State | None
    format: str | None
    district: str | None
    pilot: str | None
    period: date | None
    rows_read: int
    rows_accepted: int
    rows_rejected: int
    findings: Mapping[str, int]
    decided_by: str | None
    is_being_accepted: bool

    @property
    def is_running(self) -> bool:
        """Whether something still happens by itself."""
        return self.state is UploadState.RUNNING or self.is_being_accepted

    def as_json(self, language: str) -> dict[str, Any]:
        """The status as the HTTP interface gives it."""
        return {
            "upload_id": self.upload_id,
            "file_name": self.file_name,
            "size_bytes": self.size_bytes,
            "uploaded_by": self.uploaded_by,
            "started_at": self.started_at,
            "ended_at": self.ended_at,
            "state": self.state.value,
            "step": self.step.value,
            "rows_done": self.rows_done,
            "message": self.told.text(language) if self.told else None,
            "delivery_id": self.delivery_id,
            "delivery_state": self.delivery_state and self.delivery_state.value,
            "format": self.format,
            "district": self.district,
            "pilot": self.pilot,
            "period": f"{self.period:%Y-%m}" if self.period else None,
            "rows_read": self.rows_read,
            "rows_accepted": self.rows_accepted,
            "rows_rejected": self.rows_rejected,
            "findings": dict(self.findings),
            "decided_by": self.decided_by,
        }


def read_upload_status(
    ledger: Ledger, identity: Identity, upload_id: str
) -> UploadStatus:
    """How one upload stands; UserError when there is none, or it is not theirs."""
    with ledger.reading() as session:
        upload = visible_upload(session, identity, upload_id)
        return _statuses(session, [upload])[0]


def list_upload_statuses(
    ledger: Ledger, identity: Identity, most: int = MOST_LISTED
) -> list[UploadStatus]:
    """The newest uploads that are theirs to see, the newest first.

    Those they uploaded, and those of districts that they may see. Raises UserError
    without the right to deliver.
    """
    require(identity, Right.DELIVER)
    query = select(Upload).order_by(Upload.started_at.desc()).limit(most)
    if identity.districts is not None:
        query = query.outerjoin(
            Delivery, Upload.delivery_id == Delivery.delivery_id
        ).where(
            or_(
                Upload.uploaded_by == identity.user_id,
                Delivery.district.in_(identity.districts),
            )
        )
    with ledger.reading() as session:
        return _statuses(session, list(session.scalars(query)))


def _statuses(session: Session, uploads: list[Upload]) -> list[UploadStatus]:
    ids = {upload.delivery_id for upload in uploads if upload.delivery_id}
    found = session.scalars(select(Delivery).where(Delivery.delivery_id.in_(ids)))
    deliveries = {one.delivery_id: one for one in found}
    counts = _counts(session, ids)
    return [
        _status(
            upload,
            deliveries.get(upload.delivery_id or ""),
            counts.get(upload.delivery_id or "", {}),
            last_acceptance(session, upload.delivery_id)
            if upload.delivery_id
            else None,
        )
        for upload in uploads
    ]


def _counts(session: Session, ids: Collection[str]) -> dict[str, dict[str, int]]:
    """Findings by delivery and severity, the gravest first."""
    rows = session.execute(
        select(DeliveryFinding.delivery_id, DeliveryFinding.severity, func.count())
        .where(DeliveryFinding.delivery_id.in_(ids))
        .group_by(DeliveryFinding.delivery_id, DeliveryFinding.severity)
    )
    counted: dict[str, dict[str, int]] = {}
    for delivery_id, severity, count in rows:
        counted.setdefault(delivery_id, {})[severity] = count
    return {
        key: {name: one[name] for name in SEVERITIES if name in one}
        for key, one in counted.items()
    }


def _status(
    upload: Upload,
    delivery: Delivery | None,
    findings: Mapping[str, int],
    acceptance: Acceptance | None,
) -> UploadStatus:
    return UploadStatus(
        upload_id=upload.upload_id,
        file_name=upload.file_name,
        size_bytes=upload.size_bytes,
        uploaded_by=upload.uploader_name,
        started_at=upload.started_at,
        ended_at=upload.ended_at,
        state=upload.state,
        step=upload.step,
        rows_done=upload.rows_done,
        told=_told(upload, delivery, acceptance),
        delivery_id=upload.delivery_id,
        delivery_state=delivery.state if delivery else None,
        format=(delivery.format if delivery else None) or upload.format,
        district=delivery.district if delivery else upload.said_district,
        pilot=delivery.pilot if delivery else upload.said_pilot,
        period=delivery.period if delivery else upload.said_period,
        rows_read=delivery.rows_read if delivery else 0,
        rows_accepted=delivery.rows_accepted if delivery else 0,
        rows_rejected=delivery.rows_rejected if delivery else 0,
        findings=findings,
        decided_by=delivery.decided_by if delivery else None,
        is_being_accepted=acceptance is not None and acceptance.done_at is None,
    )


def _told(
    upload: Upload, delivery: Delivery | None, acceptance: Acceptance | None
) -> Message | None:
    """What kept a held delivery from being accepted, else how the upload ended."""
    is_held = delivery is not None and delivery.state is State.HELD
    if is_held and acceptance and acceptance.message_nl and acceptance.message_en:
        return Message("decision", acceptance.message_nl, acceptance.message_en)
    if upload.message_nl and upload.message_en:
        return Message("upload", upload.message_nl, upload.message_en)
    return None
