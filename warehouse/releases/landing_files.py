"""Keeps the landing folder in step with the ledger."""

from collections.abc import Collection
from pathlib import Path

from warehouse.ledger.connection import Ledger
from warehouse.ledger.deliveries import list_deliveries
from warehouse.ledger.tables import State

KEPT_STATES = (State.RECEIVED, State.HELD, State.ACCEPTED, State.WITHDRAWN)
"""The states in which a delivery's file is kept; what is withdrawn can come back."""


def remove_unowned(
    ledger: Ledger, landing_dir: Path, owners: Collection[State]
) -> None:
    """Remove files of which the ledger knows no delivery in one of the states.

    Under the ledger's write lock, so that a file that is being put in place stays, and
    one that is half written is nobody's any more.
    """
    if not landing_dir.exists():
        return
    with ledger.writing() as session:
        owned = {one.delivery_id for one in list_deliveries(session, owners)}
        for file in landing_dir.glob("*.parquet"):
            if file.stem not in owned:
                file.unlink()
        for file in landing_dir.glob(".*.part"):
            file.unlink()
