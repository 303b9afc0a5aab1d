"""Deliveries written into a ledger without a file behind them."""

from datetime import UTC, datetime

from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import move, new_delivery_id
from warehouse.ledger.tables import Delivery, State
from warehouse.settings import Settings


def new_delivery(home: Settings, *states: State, **columns) -> str:
    """Add a delivery (held unless other states are given); its id."""
    delivery = Delivery(
        **{
            "delivery_id": new_delivery_id(),
            "file_name": "lijst.csv",
            "format": "overdrachtsformulier",
            "received_at": datetime(2009, 1, 5, tzinfo=UTC),
            **columns,
        }
    )
    delivery.fingerprint = delivery.delivery_id
    with open_ledger(home.database_url) as ledger, ledger.writing() as session:
        for state in states or (State.RECEIVED, State.HELD):
            move(session, delivery, state)
    return delivery.delivery_id
