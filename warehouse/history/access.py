"""Which deliveries somebody may see; another's is as if it did not exist."""

from sqlalchemy.orm import Session

from warehouse.accounts.access import require
from warehouse.accounts.identity import Identity, Right
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import get_delivery
from warehouse.ledger.tables import Delivery
from warehouse.messages import user_error
from warehouse.settings import Settings


def visible_delivery(session: Session, who: Identity, delivery_id: str) -> Delivery:
    """The delivery with its findings and history.

    Raises UserError without the right to read deliveries, and the same UserError for
    one of another district as for one that does not exist.
    """
    require(who, Right.READ_DELIVERIES)
    delivery = get_delivery(session, delivery_id)
    if not who.sees(delivery.district):
        raise user_error("ledger.unknown_delivery", delivery_id=delivery_id)
    return delivery


def read_delivery(settings: Settings, who: Identity, delivery_id: str) -> Delivery:
    """The delivery as `visible_delivery` gives it, readable without its session."""
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return visible_delivery(session, who, delivery_id)
