"""The tables of what people lay over the figures: notes beside a month."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from warehouse.ledger.tables import Base


class Annotation(Base):
    """What somebody noted about a month; a removed note stays, but is not shown.

    Without a district or pilot it is about the whole region.
    """

    __tablename__ = "annotations"

    annotation_id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(index=True)
    district: Mapped[str | None]
    pilot: Mapped[str | None]
    text: Mapped[str]
    user_id: Mapped[str]
    written_by: Mapped[str]
    written_at: Mapped[datetime]
    changed_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
