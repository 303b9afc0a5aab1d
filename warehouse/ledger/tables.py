"""The tables of the ledger, as SQLAlchemy declares them."""

from datetime import UTC, date, datetime
from enum import StrEnum

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Index,
    MetaData,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class State(StrEnum):
    """Where a delivery stands."""

    RECEIVED = "received"
    HELD = "held"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


LIVE_STATES = (State.RECEIVED, State.HELD, State.ACCEPTED)
"""The states in which the same bytes may not be loaded a second time."""

INVENTED = "information.invented"
"""The note on a delivery whose figures are invented; its text is in the catalogue."""

_IS_LIVE = text("state in ('received', 'held', 'accepted')")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the time zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Give the moment its time zone."""
        return value.replace(tzinfo=UTC) if value and not value.tzinfo else value


class Base(DeclarativeBase):
    """Parent of the ledger's tables; constraint names are fixed for migrations."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy reads a plain class attribute
        datetime: UtcDateTime,
        list[str]: JSON,
        list[dict[str, str]]: JSON,
        str: Text,
        State: Enum(
            State,
            native_enum=False,
            length=16,
            values_callable=lambda states: [state.value for state in states],
        ),
    }


class Delivery(Base):
    """One delivered file."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index(
            "uq_deliveries_live_fingerprint",
            "fingerprint",
            unique=True,
            sqlite_where=_IS_LIVE,
            postgresql_where=_IS_LIVE,
        ),
    )

    delivery_id: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int | None] = mapped_column(unique=True)
    fingerprint: Mapped[str]
    file_name: Mapped[str]
    format: Mapped[str | None]
    district: Mapped[str | None]
    pilot: Mapped[str | None]
    period: Mapped[date | None]
    state: Mapped[State] = mapped_column(index=True)
    rows_read: Mapped[int] = mapped_column(default=0)
    rows_accepted: Mapped[int] = mapped_column(default=0)
    rows_rejected: Mapped[int] = mapped_column(default=0)
    delivered_columns: Mapped[list[str]] = mapped_column(default=list)
    notes: Mapped[list[dict[str, str]]] = mapped_column(default=list)
    received_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None]
    replaces: Mapped[str | None] = mapped_column(ForeignKey("deliveries.delivery_id"))
    replaced_by: Mapped[str | None] = mapped_column(
        ForeignKey("deliveries.delivery_id")
    )

    events: Mapped[list["DeliveryEvent"]] = relationship(
        cascade="all, delete-orphan", order_by="DeliveryEvent.event_id"
    )
    findings: Mapped[list["DeliveryFinding"]] = relationship(
        cascade="all, delete-orphan", order_by="DeliveryFinding.finding_id"
    )
    checks: Mapped[list["DeliveryCheck"]] = relationship(
        cascade="all, delete-orphan", order_by="DeliveryCheck.delivery_check_id"
    )
    unmapped: Mapped[list["DeliveryUnmapped"]] = relationship(
        cascade="all, delete-orphan", order_by="DeliveryUnmapped.unmapped_id"
    )
    # Shown wherever a delivery is, also after its session has ended.
    explanations: Mapped[list["Explanation"]] = relationship(
        lazy="selectin", order_by="Explanation.explanation_id"
    )
    sign_offs: Mapped[list["SignOff"]] = relationship(
        lazy="selectin", order_by="SignOff.sign_off_id"
    )

    @property
    def is_invented(self) -> bool:
        """Whether its figures are invented, as a demonstration's are."""
        return any(note["key"] == INVENTED for note in self.notes)


class DeliveryEvent(Base):
    """One change of a delivery's state."""

    __tablename__ = "delivery_events"

    event_id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[str] = mapped_column(
        ForeignKey("deliveries.delivery_id"), index=True
    )
    state: Mapped[State]
    happened_at: Mapped[datetime]
    reason: Mapped[str | None]
    actor: Mapped[str | None]


class DeliveryFinding(Base):
    """One finding of intake or of the delivery gate."""

    __tablename__ = "delivery_findings"

    finding_id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[str] = mapped_column(
        ForeignKey("deliveries.delivery_id"), index=True
    )
    check_id: Mapped[str]
    severity: Mapped[str]
    field: Mapped[str | None]
    column_name: Mapped[str | None]
    sheet: Mapped[str | None]
    row_number: Mapped[int | None]
    message_nl: Mapped[str]
    message_en: Mapped[str]


class DeliveryCheck(Base):
    """How many rows of a delivery a check of the gate assessed, and found wrong."""

    __tablename__ = "delivery_checks"

    delivery_check_id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[str] = mapped_column(
        ForeignKey("deliveries.delivery_id"), index=True
    )
    check_id: Mapped[str]
    severity: Mapped[str]
    status: Mapped[str]
    assessed: Mapped[int]
    violating: Mapped[int]


class DeliveryUnmapped(Base):
    """A text of a delivery that nobody had mapped when it went through the gate."""

    __tablename__ = "delivery_unmapped"

    unmapped_id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[str] = mapped_column(
        ForeignKey("deliveries.delivery_id"), index=True
    )
    code_list: Mapped[str]
    column_name: Mapped[str]
    source_text: Mapped[str]
    occurrences: Mapped[int]


class CodeMapping(Base):
    """A source's spelling that a steward led to a code of the standard.

    Never changed but for its end: `undone_by` and `undone_at` are null while it holds.
    """

    __tablename__ = "code_mappings"

    mapping_id: Mapped[int] = mapped_column(primary_key=True)
    code_list: Mapped[str]
    source_text: Mapped[str]
    source_code: Mapped[str]
    code: Mapped[str]
    format: Mapped[str | None]
    district: Mapped[str | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    note: Mapped[str | None]
    mapped_by: Mapped[str]
    mapped_at: Mapped[datetime]
    undone_by: Mapped[str | None]
    undone_at: Mapped[datetime | None]


class Explanation(Base):
    """What somebody said about a finding; a later one about the same adds to it."""

    __tablename__ = "explanations"

    explanation_id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[str] = mapped_column(
        ForeignKey("deliveries.delivery_id"), index=True
    )
    check_id: Mapped[str]
    sheet: Mapped[str | None]
    row_number: Mapped[int | None]
    text: Mapped[str]
    explained_by: Mapped[str]
    explained_at: Mapped[datetime]


class SignOff(Base):
    """A delivery declared fit for use, or that declaration taken back."""

    __tablename__ = "sign_offs"

    sign_off_id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[str] = mapped_column(
        ForeignKey("deliveries.delivery_id"), index=True
    )
    is_fit: Mapped[bool]
    note: Mapped[str | None]
    signed_by: Mapped[str]
    signed_at: Mapped[datetime]
