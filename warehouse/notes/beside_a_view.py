"""The notes that belong beside a view of the figures."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from warehouse.identity import Identity
from warehouse.ledger.view_tables import Annotation


def read_annotations(
    session: Session,
    identity: Identity,
    district: str | None = None,
    pilot: str | None = None,
) -> list[Annotation]:
    """Return the notes beside a view, in order of their month.

    A view of one district or pilot has its own notes and those about all of them; a
    view of everything has every note. Notes about a district that is not theirs are
    nobody's business but its own.
    """
    query = (
        select(Annotation)
        .where(Annotation.removed_at.is_(None))
        .order_by(Annotation.month, Annotation.annotation_id)
    )
    return [
        note
        for note in session.scalars(query)
        if _concerns(note.district, district)
        and _concerns(note.pilot, pilot)
        and (note.district is None or identity.sees(note.district))
    ]


def _concerns(of_note: str | None, of_view: str | None) -> bool:
    return of_note is None or of_view is None or of_note == of_view
