"""The tables of the workspace: uploads, acceptances that wait, releases to build."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, Enum, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from warehouse.ledger.tables import Base


def _kept(kind: type[StrEnum]) -> Enum:
    return Enum(
        kind,
        native_enum=False,
        length=16,
        values_callable=lambda members: [member.value for member in members],
    )


class UploadState(StrEnum):
    """How an upload stands; all but RUNNING are final, but FAILED can be retried."""

    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    INTERRUPTED = "interrupted"
    FAILED = "failed"


class Step(StrEnum):
    """The last step that an upload has finished, or CHECKING while that lasts."""

    RECEIVING = "receiving"
    RECEIVED = "received"
    RECOGNISED = "recognised"
    READ = "read"
    CHECKING = "checking"
    CHECKED = "checked"


class Channel(StrEnum):
    """Who decides on an upload: people, or the rule of automatic deliveries."""

    PERSON = "person"
    AUTOMATIC = "automatic"


class BuildState(StrEnum):
    """How far a release that was asked for is."""

    WAITING = "waiting"
    BUILDING = "building"
    PUBLISHED = "published"
    FAILED = "failed"


class Upload(Base):
    """One file that somebody uploaded, from its first byte until it is checked.

    `said_*` is what the uploader said of it; `scope` holds the districts that the
    uploader may deliver for, null for the whole region.
    """

    __tablename__ = "uploads"

    upload_id: Mapped[str] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    size_bytes: Mapped[int]
    channel: Mapped[Channel] = mapped_column(_kept(Channel))
    uploaded_by: Mapped[str] = mapped_column(index=True)
    uploader_name: Mapped[str]
    scope: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    said_format: Mapped[str | None]
    said_district: Mapped[str | None]
    said_pilot: Mapped[str | None]
    said_period: Mapped[date | None]
    said_replaces: Mapped[str | None]
    said_yes: Mapped[bool] = mapped_column(default=False)
    state: Mapped[UploadState] = mapped_column(_kept(UploadState), index=True)
    step: Mapped[Step] = mapped_column(_kept(Step))
    format: Mapped[str | None]
    rows_done: Mapped[int] = mapped_column(default=0)
    message_nl: Mapped[str | None]
    message_en: Mapped[str | None]
    delivery_id: Mapped[str | None] = mapped_column(
        ForeignKey("deliveries.delivery_id"), index=True
    )
    started_at: Mapped[datetime]
    step_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Acceptance(Base):
    """A person's wish that a delivery is accepted; it waits for the gate.

    The answers are those to the open questions about the delivery. `done_at` is null
    while it waits; `message_*` says what kept the delivery from being accepted.
    """

    __tablename__ = "acceptances"

    acceptance_id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[str] = mapped_column(
        ForeignKey("deliveries.delivery_id"), index=True
    )
    reason: Mapped[str | None]
    district: Mapped[str | None]
    pilot: Mapped[str | None]
    period: Mapped[date | None]
    replaces: Mapped[str | None]
    user_id: Mapped[str]
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    message_nl: Mapped[str | None]
    message_en: Mapped[str | None]


_IS_WAITING = text("state = 'waiting'")


class BuildRequest(Base):
    """A release that was asked for; one waits at most, and takes all with it."""

    __tablename__ = "build_requests"
    __table_args__ = (
        Index(
            "uq_build_requests_waiting",
            "state",
            unique=True,
            sqlite_where=_IS_WAITING,
            postgresql_where=_IS_WAITING,
        ),
    )

    build_id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[BuildState] = mapped_column(_kept(BuildState))
    requested_by: Mapped[str]
    requested_at: Mapped[datetime]
    due_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    release_id: Mapped[str | None]
    message_nl: Mapped[str | None]
    message_en: Mapped[str | None]
