"""What may happen to a delivery, and the questions asked about deliveries."""

import secrets
from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from warehouse.errors import UserError
from warehouse.ledger.tables import LIVE_STATES, Delivery, DeliveryEvent, State

_NEXT_STATES: dict[State | None, tuple[State, ...]] = {
    None: (State.RECEIVED, State.REFUSED),
    State.RECEIVED: (State.HELD, State.ACCEPTED),
    State.HELD: (State.ACCEPTED, State.WITHDRAWN, State.REPLACED),
    State.ACCEPTED: (State.WITHDRAWN, State.REPLACED),
}
_DUTCH = {
    State.RECEIVED: "ontvangen",
    State.HELD: "aangehouden",
    State.ACCEPTED: "aanvaard",
    State.REFUSED: "geweigerd",
    State.REPLACED: "vervangen",
    State.WITHDRAWN: "ingetrokken",
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
        raise UserError(
            f"Levering {delivery.delivery_id} is al {_DUTCH[delivery.state]}; "
            "dit kan nu niet meer.",
            f"Delivery {delivery.delivery_id} is already {delivery.state}; "
            "this is no longer possible.",
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
        options=[selectinload(Delivery.findings), selectinload(Delivery.events)],
    )
    if delivery is None:
        raise UserError(
            f"Levering {delivery_id} bestaat niet. `eropaf deliveries` toont alle.",
            f"There is no delivery {delivery_id}. `eropaf deliveries` lists them.",
        )
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
