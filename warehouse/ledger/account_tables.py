"""The tables of accounts: who may sign in, with what, and what they did."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from warehouse.identity import Identity, Right, Role
from warehouse.ledger.tables import Base

_ROLE = Enum(
    Role,
    native_enum=False,
    length=16,
    values_callable=lambda roles: [role.value for role in roles],
)


class User(Base):
    """Somebody who may sign in: with a password, or through a provider.

    Never deleted, so that the audit trail keeps its names. `districts` is null for
    the whole region. `locked_until` is null unless wrong passwords locked it.
    """

    __tablename__ = "users"
    __table_args__ = (
        UniqueConstraint("oidc_issuer", "oidc_subject", name="uq_users_oidc_issuer"),
    )

    user_id: Mapped[str] = mapped_column(primary_key=True)
    user_name: Mapped[str] = mapped_column(unique=True)
    display_name: Mapped[str]
    role: Mapped[Role] = mapped_column(_ROLE)
    districts: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    password_hash: Mapped[str | None]
    oidc_issuer: Mapped[str | None]
    oidc_subject: Mapped[str | None]
    is_active: Mapped[bool] = mapped_column(default=True)
    must_change_password: Mapped[bool] = mapped_column(default=False)
    failed_attempts: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    last_signed_in_at: Mapped[datetime | None]

    def identity(self) -> Identity:
        """Who this is to the rest of the monitor."""
        places = None if self.districts is None else frozenset(self.districts)
        return Identity(self.user_id, self.display_name, self.role, places)


class UserSession(Base):
    """One browser in which somebody has signed in; its key is kept hashed."""

    __tablename__ = "user_sessions"

    session_hash: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.user_id"), index=True)
    started_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="joined")


class ApiToken(Base):
    """A token of an organisation for the HTTP interface; only its hash is kept."""

    __tablename__ = "api_tokens"

    token_id: Mapped[str] = mapped_column(primary_key=True)
    organisation: Mapped[str]
    token_hash: Mapped[str] = mapped_column(unique=True)
    prefix: Mapped[str]
    role: Mapped[Role] = mapped_column(_ROLE)
    districts: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    scopes: Mapped[list[str]]
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]

    def identity(self) -> Identity:
        """Who this is to the rest of the monitor."""
        places = None if self.districts is None else frozenset(self.districts)
        scopes = frozenset(map(Right, self.scopes))
        user_id = f"token:{self.token_id}"
        return Identity(user_id, self.organisation, self.role, places, scopes)


class AuditEntry(Base):
    """One thing that somebody did or saw; the database refuses to change it.

    `entry_hash` is taken over the entry and the hash before it, so that a change
    behind the database's back breaks the chain.
    """

    __tablename__ = "audit_trail"
    __table_args__ = (Index("ix_audit_trail_object_kind", "object_kind", "object_id"),)

    entry_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    happened_at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(index=True)
    actor_name: Mapped[str]
    action: Mapped[str] = mapped_column(index=True)
    object_kind: Mapped[str]
    object_id: Mapped[str]
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
    previous_hash: Mapped[str]
    entry_hash: Mapped[str]
