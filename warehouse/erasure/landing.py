"""Erasing rows from a delivery: its landing file, its counts and its findings."""

import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import delete
from sqlalchemy.orm import Session

from warehouse.erasure.landed_rows import Row, rows_of
from warehouse.intake.landing import write_landing
from warehouse.ledger.deliveries import get_delivery
from warehouse.ledger.tables import Delivery, DeliveryFinding, Explanation
from warehouse.messages import message
from warehouse.releases.landing import landing_file
from warehouse.settings import Settings


def erase_from_delivery(
    settings: Settings, session: Session, delivery_id: str, rows: list[Row]
) -> int:
    """Erase rows of a delivery; how many its file no longer holds.

    `session` holds the write lock. The file is written aside and renamed before the
    counts are committed: when that fails, they are mended by doing it again.
    """
    delivery = get_delivery(session, delivery_id)
    _erase_remarks(session, delivery_id, rows)
    file = landing_file(settings.landing_dir, delivery_id)
    if not file.exists():
        return 0
    table = pq.read_table(file)
    going = set(rows)
    stays = [row not in going for row in rows_of(table)]
    if not all(stays):
        table = table.filter(pa.array(stays))
        write_landing(table, file, delivery_id)
    gone = lower_count(delivery, len(table), "privacy.rows_erased")
    delivery.rows_accepted = max(delivery.rows_accepted - gone, 0)
    delivery.rows_rejected = min(delivery.rows_rejected, delivery.rows_read)
    return gone


def lower_count(delivery: Delivery, rows_left: int, note: str) -> int:
    """Let a delivery count what is left of it, and say so; how many rows are gone."""
    gone = delivery.rows_read - rows_left
    if gone > 0:
        said = message(note, count=gone)
        noted = {"key": said.key, "nl": said.nl, "en": said.en}
        delivery.notes = [*delivery.notes, noted]
        delivery.rows_read = rows_left
    return max(gone, 0)


def _erase_remarks(session: Session, delivery_id: str, rows: list[Row]) -> None:
    """Remove what was found in the rows, and what somebody said about that."""
    for table in (DeliveryFinding, Explanation):
        # A sheet of a text file is null, which equals nothing in SQL.
        for sheet in {sheet for sheet, _number in rows}:
            numbers = [number for one, number in rows if one == sheet]
            session.execute(
                delete(table).where(
                    table.delivery_id == delivery_id,
                    table.sheet.is_not_distinct_from(sheet),
                    table.row_number.in_(numbers),
                )
            )
