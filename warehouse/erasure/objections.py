"""Keeping later deliveries free of who objects to being registered."""

from dataclasses import replace

import pyarrow as pa

from warehouse.erasure.gathering import gather
from warehouse.erasure.landed_rows import keys_of
from warehouse.erasure.landing import lower_count
from warehouse.erasure.marks import Keys, hashed
from warehouse.erasure.record import objections
from warehouse.intake.delivery import ReadDelivery
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import Delivery
from warehouse.privacy.pseudonyms import load_pseudonyms
from warehouse.settings import Settings


def without_objectors(
    settings: Settings, read: ReadDelivery, delivery: Delivery
) -> ReadDelivery:
    """What was read without the rows of who objects; `delivery` counts and says so.

    Before it is landed, so that those rows never reach the disk.
    """
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        marks = objections(session)
    if not marks:
        return read
    pseudonyms = load_pseudonyms(settings)

    def rows() -> list[tuple[int, Keys]]:
        found = keys_of(
            read.table,
            read.format,
            delivery.delivery_id,
            delivery.district,
            pseudonyms,
        )
        return list(enumerate(found))

    going, _marks = gather(rows, marks, lambda shown: hashed(shown, pseudonyms))
    if not going:
        return read
    stays = pa.array(row not in going for row in range(len(read.table)))
    left = replace(read, table=read.table.filter(stays))
    lower_count(delivery, left.records, "privacy.rows_left_out")
    return left
