"""The tables of the month board: what was declared, and what was put off."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from warehouse.ledger.tables import Base


class MonthDeclaration(Base):
    """Somebody's word that an obligation has nothing to deliver about a month.

    Without a format it goes for everything that the district owes. Never changed but
    for its end: the columns of taking back are null while it holds.
    """

    __tablename__ = "month_declarations"

    declaration_id: Mapped[int] = mapped_column(primary_key=True)
    district: Mapped[str | None] = mapped_column(index=True)
    pilot: Mapped[str | None]
    format: Mapped[str | None]
    month: Mapped[date] = mapped_column(index=True)
    reason: Mapped[str]
    declared_by: Mapped[str]
    declared_at: Mapped[datetime]
    taken_back_reason: Mapped[str | None]
    taken_back_by: Mapped[str | None]
    taken_back_at: Mapped[datetime | None]


class DueDate(Base):
    """Another last day for what a district owes about a month; the latest holds."""

    __tablename__ = "due_dates"

    due_date_id: Mapped[int] = mapped_column(primary_key=True)
    district: Mapped[str | None] = mapped_column(index=True)
    month: Mapped[date]
    due_on: Mapped[date]
    reason: Mapped[str]
    set_by: Mapped[str]
    set_at: Mapped[datetime]
