"""What may happen to a delivery, and the questions asked about deliveries."""

import secrets
from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from warehouse.errors import UserError
from warehouse.ledger.tables import LIVE_STATES, Delivery, DeliveryEvent, State
from warehouse.messages import message, user_error

_NEXT_STATES: dict[State | None, tuple[State, ...]] = {
    None: (State.RECEIVED, State.REFUSED),
    State.RECEIVED: (State.HELD, State.ACCEPTED, State.WITHDRAWN),
    State.HELD: (
        *(State.HELD, State.ACCEPTED, State.REFUSED),
        *(State.WITHDRAWN, State.REPLACED),
    ),
    State.ACCEPTED: (State.HELD, State.WITHDRAWN, State.REPLACED),
}
# Consonants only: no identifier can ever look like a number or a name.
CONSONANTS = "bcdfghjklmnpqrstvwxz"


def new_delivery_id() -> str:
    """A readable identifier that nobody can guess, such as `D-20261122-kzrbtm`."""
    letters = "".join(secrets.choice(CONSONANTS) for _ in range(6))
    return f"D-{datetime.now(UTC):%Y%m%d}-{letters}"


def move(
    session: Session,
    delivery: Delivery,
    state: State,
    reason: str | None = None,
    actor: str | None = None,
) -> None:
    """Bring a delivery to `state` and write the step down, with who took it and why.

    A delivery that is accepted for the first time gets the next number in the order
    of acceptance. Raises UserError when one in its present state cannot go there.
    """
    if state not in _NEXT_STATES.get(delivery.state, ()):
        raise _too_late(delivery)
    _step(session, delivery, state, reason, actor)


def restore(
    session: Session,
    delivery: Delivery,
    reason: str | None = None,
    actor: str | None = None,
) -> None:
    """Bring a withdrawn delivery back to where it was, with its number in the order.

    Raises UserError when it is not withdrawn, or when the same bytes live again.
    """
    if delivery.state is not State.WITHDRAWN:
        raise _too_late(delivery)
    if twin := find_live(session, delivery.fingerprint):
        raise user_error("ledger.came_again", delivery_id=twin.delivery_id)
    before = next(
        event.state
        for event in reversed(delivery.events)
        if event.state is not State.WITHDRAWN
    )
    _step(session, delivery, before, reason, actor)


def supersede(
    session: Session, old: Delivery, new: Delivery, actor: str | None = None
) -> None:
    """Let `new` take the place of `old`, which no longer counts."""
    move(session, old, State.REPLACED, actor=actor)
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


def _step(
    session: Session,
    delivery: Delivery,
    state: State,
    reason: str | None,
    actor: str | None,
) -> None:
    now = datetime.now(UTC)
    is_received = state is State.RECEIVED
    delivery.state = state
    delivery.decided_at = None if is_received else now
    delivery.decided_by = None if is_received else actor
    if state is State.ACCEPTED and delivery.sequence is None:
        last = session.scalar(select(func.max(Delivery.sequence))) or 0
        delivery.sequence = last + 1
    delivery.events.append(
        DeliveryEvent(state=state, happened_at=now, reason=reason, actor=actor)
    )
    session.add(delivery)
    session.flush()


def _too_late(delivery: Delivery) -> UserError:
    state_now = message(f"state.{delivery.state}")
    return user_error(
        "ledger.too_late",
        delivery_id=delivery.delivery_id,
        state_nl=state_now.nl,
        state_en=state_now.en,
    )
