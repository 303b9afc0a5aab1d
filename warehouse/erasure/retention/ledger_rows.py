"""What the ledger no longer needs, by kind of data."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from warehouse.ledger.account_tables import UserSession
from warehouse.ledger.privacy_tables import Erasure, ErasureState
from warehouse.ledger.tables import (
    Base,
    Delivery,
    DeliveryFinding,
    Explanation,
    State,
)
from warehouse.ledger.view_tables import Annotation
from warehouse.ledger.workspace_tables import Acceptance, BuildRequest, Upload

Expired = list[tuple[type[Base], ColumnElement[bool]]]
"""Tables, and which of their rows were kept long enough."""

_PAST = (State.REFUSED, State.REPLACED, State.WITHDRAWN)


def expired_rows(kind: str, before: datetime) -> Expired:
    """The rows of a kind that are older; none for a kind that is in no table."""
    expired: dict[str, Expired] = {
        "past_findings": [
            (DeliveryFinding, _is_of_past(DeliveryFinding.delivery_id, before)),
            (Explanation, _is_of_past(Explanation.delivery_id, before)),
        ],
        "upload_records": [(Upload, Upload.ended_at < before)],
        "job_records": [
            (Acceptance, Acceptance.done_at < before),
            (BuildRequest, BuildRequest.ended_at < before),
        ],
        "user_sessions": [(UserSession, _was_last_used(before))],
        "removed_notes": [(Annotation, Annotation.removed_at < before)],
        "searches": [(Erasure, _was_not_confirmed(before))],
    }
    return expired.get(kind, [])


def count_rows(session: Session, expired: Expired) -> int:
    """How many rows there are."""
    return sum(
        session.scalar(select(func.count()).select_from(table).where(condition)) or 0
        for table, condition in expired
    )


def remove_rows(session: Session, expired: Expired) -> int:
    """Remove the rows; how many there were."""
    count = count_rows(session, expired)
    for table, condition in expired:
        session.execute(
            delete(table).where(condition).execution_options(synchronize_session=False)
        )
    return count


def _is_of_past(
    delivery_id: InstrumentedAttribute[str], before: datetime
) -> ColumnElement[bool]:
    return exists().where(
        Delivery.delivery_id == delivery_id,
        Delivery.state.in_(_PAST),
        func.coalesce(Delivery.decided_at, Delivery.received_at) < before,
    )


def _was_not_confirmed(before: datetime) -> ColumnElement[bool]:
    return and_(Erasure.state == ErasureState.FOUND, Erasure.found_at < before)


def _was_last_used(before: datetime) -> ColumnElement[bool]:
    return or_(UserSession.ended_at < before, UserSession.last_seen_at < before)
