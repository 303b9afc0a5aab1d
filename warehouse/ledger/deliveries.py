"""What may happen to a delivery, and the questions asked about deliveries."""

import secrets
from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from warehouse.ledger.tables import LIVE_STATES, Delivery, DeliveryEvent, State
from warehouse.messages import message, user_error

_NEXT_STATES: dict[State | None, tuple[State, ...]] = {
    None: (State.RECEIVED, State.REFUSED),
    State.RECEIVED: (State.HELD, State.ACCEPTED),
    State.HELD: (State.ACCEPTED, State.WITHDRAWN, State.REPLACED),
    State.ACCEPTED: (State.WITHDRAWN, State.REPLACED),
}
# Consonants only: no identifier can ever look like a number or a name.
_CONSONANTS = "bcdfghjklmnpqrstvwxz"


def new_delivery_id() -> str:
    """A readable identifier that nobody can guess, such as `D-20261122-kzrbtm`."""
    letters = "".join(secrets.choice(_CONSONANTS) for _ in range(6))
    return f"D-{datetime.now(UTC):%Y%m%d}-{letters}"


def move(
    session: Session, delivery: Delivery, state: State, reason: str | None = None
) -> None:
    """Bring a delivery to `state` and write the step down.

    An accepted delivery gets the next number in the order of acceptance. Raises
    UserError when a delivery in its present state cannot go there.
    """
    if state not in _NEXT_STATES.get(delivery.state, ()):
        state_now = message(f"state.{delivery.state}")
        raise user_error(
            "ledger.too_late",
            delivery_id=delivery.delivery_id,
            state_nl=state_now.nl,
            state_en=state_now.en,
        )
    now = datetime.now(UTC)
    delivery.state = state
    delivery.decided_at = None if state is State.RECEIVED else now
    if state is State.ACCEPTED:
        last = session.scalar(select(func.max(Delivery.sequence))) or 0
        delivery.sequence = last + 1
    delivery.events.append(DeliveryEvent(state=state, happened_at=now, reason=reason))
    session.add(delivery)
    session.flush()


def supersede(session: Session, old: Delivery, new: Delivery) -> None:
    """Let `new` take the place of `old`, which no longer counts."""
    move(session, old, State.REPLACED)
    old.replaced_by = new.delivery_id


def get_delivery(session: Session, delivery_id: str) -> Delivery:
    """The delivery with its findings and history; UserError when there is none."""
    delivery = session.get(
        Delivery,
        delivery_id,
        options=[
            selectinload(Delivery.findings),
            selectinload(Delivery.events),
            selectinload(Delivery.checks),
            selectinload(Delivery.unmapped),
        ],
    )
    if delivery is None:
        raise user_error("ledger.unknown_delivery", delivery_id=delivery_id)
    return delivery


def find_live(session: Session, fingerprint: str) -> Delivery | None:
    """The delivery of the same bytes that still counts or waits, if any."""
    return session.scalar(
        select(Delivery)
        .where(Delivery.fingerprint == fingerprint, Delivery.state.in_(LIVE_STATES))
        .options(selectinload(Delivery.findings))
    )


def list_deliveries(
    session: Session, states: Collection[State] = tuple(State)
) -> list[Delivery]:
    """Deliveries in the given states, in order of acceptance, then of arrival."""
    query = (
        select(Delivery)
        .where(Delivery.state.in_(states))
        .options(selectinload(Delivery.findings))
        .order_by(Delivery.sequence.nulls_last(), Delivery.received_at)
    )
    return list(session.scalars(query))
