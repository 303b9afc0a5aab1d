"""The tables of what people lay over the figures: notes, and views they keep."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
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


_IS_START = text("is_start")


class SavedView(Base):
    """A view that somebody keeps under a name; at most one of theirs is the start."""

    __tablename__ = "saved_views"
    __table_args__ = (
        UniqueConstraint("user_id", "name", name="uq_saved_views_user_id"),
        Index(
            "uq_saved_views_start",
            "user_id",
            unique=True,
            sqlite_where=_IS_START,
            postgresql_where=_IS_START,
        ),
    )

    view_id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str]
    name: Mapped[str]
    path: Mapped[str]
    search: Mapped[str]
    is_start: Mapped[bool] = mapped_column(default=False)
    saved_at: Mapped[datetime]
