"""The table of searches for a person's records, and of erasures that followed."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Enum
from sqlalchemy.orm import Mapped, mapped_column

from warehouse.ledger.tables import Base


class ErasureState(StrEnum):
    """How far an erasure is: found but not confirmed, asked for, or carried out."""

    FOUND = "found"
    ASKED = "asked"
    DONE = "done"


class Erasure(Base):
    """One person who was looked for; once asked for, also one who objects.

    `marks` are hashes of pseudonyms, by which later deliveries are kept free of the
    person. `rows` names rows by delivery, each with sheet and number, until they are
    gone. `proof` counts what was erased; `digest` is the same for the same person.
    """

    __tablename__ = "erasures"
    # A number is never given twice: the trail names erasures by it.
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    erasure_id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[ErasureState] = mapped_column(
        Enum(
            ErasureState,
            native_enum=False,
            length=16,
            values_callable=lambda states: [state.value for state in states],
        ),
        index=True,
    )
    digest: Mapped[str]
    marks: Mapped[list[str]]
    rows: Mapped[dict[str, Any]] = mapped_column(JSON)
    proof: Mapped[dict[str, Any]] = mapped_column(JSON)
    user_id: Mapped[str]
    asked_by: Mapped[str]
    found_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
