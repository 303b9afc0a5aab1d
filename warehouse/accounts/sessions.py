"""Sessions: who has signed in where, until they leave or stay away too long."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from warehouse.accounts.passwords import fingerprint, new_key
from warehouse.ledger.account_tables import User, UserSession
from warehouse.ledger.connection import Ledger
from warehouse.settings import Settings

_LAST_SEEN_IS_KEPT_BY = timedelta(minutes=1)


@dataclass(frozen=True)
class Limits:
    """How long a session lasts: without activity, and at most."""

    idle: timedelta
    whole: timedelta

    @classmethod
    def of(cls, settings: Settings) -> "Limits":
        """The limits of this installation."""
        return cls(
            timedelta(minutes=settings.session_idle_minutes),
            timedelta(hours=settings.session_hours),
        )

    def allow(self, session: UserSession, now: datetime) -> bool:
        """Whether a session still holds."""
        return (
            session.ended_at is None
            and now - session.last_seen_at < self.idle
            and now - session.started_at < self.whole
        )


def start_session(session: Session, user: User) -> str:
    """Start a session of a user and return its key, which only the browser keeps."""
    key, now = new_key(), datetime.now(UTC)
    session.add(
        UserSession(
            session_hash=fingerprint(key),
            user_id=user.user_id,
            started_at=now,
            last_seen_at=now,
        )
    )
    return key


def find_user(
    ledger: Ledger, key: str, limits: Limits, *, is_activity: bool
) -> User | None:
    """Who holds this key; None when the session is over or the account disabled.

    `is_activity` tells that a person did something, which postpones the time-out.
    """
    with ledger.reading() as reading:
        found = reading.get(UserSession, fingerprint(key))
    now = datetime.now(UTC)
    if found is None or not limits.allow(found, now) or not found.user.is_active:
        return None
    if is_activity and now - found.last_seen_at > _LAST_SEEN_IS_KEPT_BY:
        _keep_last_seen(ledger, found.session_hash, now)
    return found.user


def end_session(session: Session, key: str) -> None:
    """End one session; a key that is not known is let be."""
    found = session.get(UserSession, fingerprint(key))
    if found and found.ended_at is None:
        found.ended_at = datetime.now(UTC)


def end_sessions(session: Session, user: User) -> None:
    """End every session of a user."""
    session.execute(
        update(UserSession)
        .where(UserSession.user_id == user.user_id, UserSession.ended_at.is_(None))
        .values(ended_at=datetime.now(UTC))
    )


def open_sessions(session: Session, user_id: str) -> list[UserSession]:
    """The sessions of a user that nobody ended; their time may be up."""
    query = select(UserSession).where(
        UserSession.user_id == user_id, UserSession.ended_at.is_(None)
    )
    return list(session.scalars(query))


def _keep_last_seen(ledger: Ledger, session_hash: str, now: datetime) -> None:
    with ledger.writing() as session:
        session.execute(
            update(UserSession)
            .where(UserSession.session_hash == session_hash)
            .values(last_seen_at=now)
        )
