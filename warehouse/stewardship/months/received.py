"""Which delivery brought which month, from the ledger and the published release."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Row, select

from warehouse.identity import Identity
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import LIVE_STATES, Delivery, State
from warehouse.releases.reading import open_release, read_rows
from warehouse.settings import Settings
from warehouse.stewardship.months.plan import Obligation

HISTORY_MONTHS = 3
"""A delivery about more months tells history, which cannot be late."""

_RELEASED_MONTHS = """
select delivery_id, district, pilot, month, records
from quality.delivery_months
order by delivery_id, month, district, pilot
"""
_HAS_MONTHS = """
select 1 from information_schema.tables
where table_schema = 'quality' and table_name = 'delivery_months'
"""


@dataclass(frozen=True)
class ReleasedMonth:
    """Records of a delivery in one place and month of the published release."""

    district: str | None
    pilot: str | None
    month: date
    records: int


@dataclass(frozen=True)
class Arrival:
    """A live delivery about one month; `records` is known once it is released."""

    owed: Obligation
    month: date
    delivery_id: str
    state: State
    received_at: datetime
    records: int | None = None
    is_history: bool = False


@dataclass(frozen=True)
class Received:
    """The arrivals, and the live deliveries of which nobody knows the month yet."""

    arrivals: tuple[Arrival, ...]
    without_month: tuple[str, ...]


def read_received(settings: Settings, who: Identity) -> Received:
    """Every live delivery that `who` may see, by the months that it is about.

    A delivery is about the month that the ledger names; without one, about those in
    which its records fall, once it is in the published release.
    """
    released = _released_months(settings)
    arrivals: list[Arrival] = []
    without_month: list[str] = []
    for delivery in _live_deliveries(settings):
        found = _arrivals(delivery, released.get(delivery.delivery_id, ()))
        arrivals += [one for one in found if who.sees(one.owed.district)]
        if not found and who.sees(delivery.district):
            without_month.append(delivery.delivery_id)
    return Received(tuple(arrivals), tuple(without_month))


def _live_deliveries(settings: Settings) -> Collection[Row]:
    """What is needed of each delivery, without its findings: there may be many."""
    query = (
        select(
            Delivery.delivery_id,
            Delivery.state,
            Delivery.format,
            Delivery.district,
            Delivery.pilot,
            Delivery.period,
            Delivery.received_at,
        )
        .where(Delivery.state.in_(LIVE_STATES), Delivery.format.is_not(None))
        .order_by(Delivery.received_at)
    )
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return session.execute(query).all()


def _released_months(settings: Settings) -> Mapping[str, list[ReleasedMonth]]:
    """The months of each delivery in the release; none without a release."""
    found: dict[str, list[ReleasedMonth]] = defaultdict(list)
    if not settings.warehouse_file.exists():
        return found
    with open_release(settings) as connection:
        # A release that was made before this table existed tells no months.
        if connection.execute(_HAS_MONTHS).fetchone():
            for row in read_rows(connection, _RELEASED_MONTHS):
                found[row.pop("delivery_id")].append(ReleasedMonth(**row))
    return found


def _arrivals(delivery: Row, released: Iterable[ReleasedMonth]) -> list[Arrival]:
    listed = [one for one in released if delivery.period in (None, one.month)]
    is_history = len({one.month for one in listed}) > HISTORY_MONTHS
    if not listed and delivery.period:
        listed = [ReleasedMonth(None, None, delivery.period, 0)]
    return [
        Arrival(
            owed=Obligation(
                delivery.district or one.district,
                delivery.pilot or one.pilot,
                delivery.format,
            ),
            month=one.month,
            delivery_id=delivery.delivery_id,
            state=delivery.state,
            received_at=delivery.received_at,
            records=one.records or None,
            is_history=is_history,
        )
        for one in listed
    ]
