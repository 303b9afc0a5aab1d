"""A delivery beside the one before it: rows, findings and codes that nobody knows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from warehouse.deliveries.outcome import SEVERITIES
from warehouse.ledger.deliveries import get_delivery
from warehouse.ledger.tables import (
    Delivery,
    DeliveryFinding,
    DeliveryUnmapped,
    State,
)

MOST_REPLACEABLE = 20


@dataclass(frozen=True)
class Compared:
    """One count of a delivery and of the earlier one; `name` is a key for its words."""

    name: str
    now: int
    before: int

    @property
    def difference(self) -> int:
        """How much more there is now."""
        return self.now - self.before


@dataclass(frozen=True)
class Comparison:
    """A delivery beside an earlier one; `missing_columns` were delivered before."""

    earlier: Delivery
    counts: tuple[Compared, ...]
    missing_columns: tuple[str, ...]
    new_columns: tuple[str, ...]


def compare_with_earlier(session: Session, delivery_id: str) -> Comparison | None:
    """The comparison with what it replaces, else with the one before; None without.

    The one before is the accepted delivery of the same format, district and pilot
    about the latest earlier month, or without months the last that came before it.
    """
    delivery = get_delivery(session, delivery_id)
    earlier = _earlier(session, delivery)
    if earlier is None:
        return None
    now, before = set(delivery.delivered_columns), set(earlier.delivered_columns)
    return Comparison(
        earlier=earlier,
        counts=tuple(_counts(session, delivery, earlier)),
        missing_columns=tuple(sorted(before - now)),
        new_columns=tuple(sorted(now - before)),
    )


def replaceable(session: Session, delivery: Delivery) -> Sequence[Delivery]:
    """The deliveries whose place it could take: alike, counting or waiting.

    The newest first. One that waits may not know its district yet.
    """
    query = (
        select(Delivery)
        .where(
            Delivery.format == delivery.format,
            Delivery.state.in_((State.HELD, State.ACCEPTED)),
            Delivery.delivery_id != delivery.delivery_id,
        )
        .order_by(Delivery.received_at.desc())
    )
    if delivery.district:
        query = query.where(
            or_(Delivery.district == delivery.district, Delivery.district.is_(None))
        )
    return list(session.scalars(query.limit(MOST_REPLACEABLE)))


def _earlier(session: Session, delivery: Delivery) -> Delivery | None:
    if delivery.replaces:
        return get_delivery(session, delivery.replaces)
    query = select(Delivery).where(
        Delivery.state == State.ACCEPTED,
        Delivery.delivery_id != delivery.delivery_id,
        Delivery.format == delivery.format,
        Delivery.district.is_not_distinct_from(delivery.district),
        Delivery.pilot.is_not_distinct_from(delivery.pilot),
    )
    if delivery.period:
        query = query.where(Delivery.period < delivery.period)
        query = query.order_by(Delivery.period.desc(), Delivery.received_at.desc())
    else:
        query = query.where(Delivery.received_at < delivery.received_at)
        query = query.order_by(Delivery.received_at.desc())
    return session.scalar(query.limit(1))


def _counts(session: Session, now: Delivery, before: Delivery) -> Iterator[Compared]:
    for name in ("rows_read", "rows_accepted", "rows_rejected"):
        yield Compared(name, getattr(now, name), getattr(before, name))
    found, found_before = (_findings(session, one) for one in (now, before))
    for severity in SEVERITIES:
        yield Compared(severity, found[severity], found_before[severity])
    yield Compared("unmapped", _unmapped(session, now), _unmapped(session, before))


def _findings(session: Session, delivery: Delivery) -> Counter[str]:
    rows = session.execute(
        select(DeliveryFinding.severity, func.count())
        .where(DeliveryFinding.delivery_id == delivery.delivery_id)
        .group_by(DeliveryFinding.severity)
    )
    return Counter({severity: count for severity, count in rows})


def _unmapped(session: Session, delivery: Delivery) -> int:
    return (
        session.scalar(
            select(func.count()).where(
                DeliveryUnmapped.delivery_id == delivery.delivery_id
            )
        )
        or 0
    )
