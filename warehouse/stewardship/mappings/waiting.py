"""Texts that nobody mapped in deliveries that are in no release yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import LIVE_STATES, Delivery, DeliveryUnmapped
from warehouse.releases.store import current_release
from warehouse.settings import Settings
from warehouse.stewardship.mappings.spelling import source_code


@dataclass(frozen=True)
class WaitingText:
    """A text as the delivery gate found it, and how often, in one delivery."""

    code_list: str
    source_text: str
    source_code: str
    column_name: str
    occurrences: int
    delivery_id: str
    format: str
    district: str | None


def waiting_texts(settings: Settings) -> Sequence[WaitingText]:
    """The unmapped texts of live deliveries that the published release lacks."""
    query = (
        select(DeliveryUnmapped, Delivery.format, Delivery.district)
        .join(Delivery, Delivery.delivery_id == DeliveryUnmapped.delivery_id)
        .where(Delivery.state.in_(LIVE_STATES), Delivery.format.is_not(None))
        .order_by(DeliveryUnmapped.unmapped_id)
    )
    published = current_release(settings)
    released = {one.delivery_id for one in published.deliveries} if published else set()
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        found = session.execute(query).all()
    return [
        WaitingText(
            code_list=text.code_list,
            source_text=text.source_text,
            source_code=source_code(text.code_list, text.source_text),
            column_name=text.column_name,
            occurrences=text.occurrences,
            delivery_id=text.delivery_id,
            format=source_format or "",
            district=district,
        )
        for text, source_format, district in found
        if text.delivery_id not in released
    ]
