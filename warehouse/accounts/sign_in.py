"""Signing in with a password, changing it, and leaving."""

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from warehouse.accounts import audit
from warehouse.accounts.passwords import (
    check_new_password,
    hash_password,
    is_outdated,
    is_right,
)
from warehouse.accounts.sessions import end_session, end_sessions, start_session
from warehouse.accounts.users import find_by_name
from warehouse.errors import UserError
from warehouse.identity import Identity, Role
from warehouse.ledger.account_tables import User
from warehouse.ledger.connection import Ledger
from warehouse.messages import user_error
from warehouse.settings import Settings

NOBODY = Identity("nobody", "nobody", Role.VIEWER, frozenset(), frozenset())
"""Who knocks before it is known who they are; may nothing."""


def sign_in(ledger: Ledger, settings: Settings, user_name: str, password: str) -> str:
    """Return the key of a new session of the user with this name and password.

    Raises UserError, with the same words whether the name, the password or a lock is
    the reason: an outsider learns nothing about accounts. After
    `settings.sign_in_attempts` wrong passwords the account is locked for a while.
    """
    with ledger.reading() as session:
        found = find_by_name(session, user_name)
    # Outside the write lock, because it takes long on purpose.
    is_known = is_right(found.password_hash if found else None, password)
    with ledger.writing() as session:
        user = session.get(User, found.user_id) if found else None
        key = _admit(session, settings, user, is_known)
        if key and user and is_outdated(user.password_hash or ""):
            user.password_hash = hash_password(password)
    if key is None:
        raise failed(settings)
    return key


def admit(session: Session, user: User, way: str) -> str:
    """Start a session of a user who has shown who they are; returns its key."""
    user.failed_attempts, user.locked_until = 0, None
    user.last_signed_in_at = datetime.now(UTC)
    audit.record(session, user.identity(), "signed_in", "account", user.user_id, by=way)
    return start_session(session, user)


def sign_out(ledger: Ledger, identity: Identity, key: str) -> None:
    """End a session, so that its key opens nothing any more."""
    with ledger.writing() as session:
        end_session(session, key)
        audit.record(session, identity, "signed_out", "account", identity.user_id)


def change_password(ledger: Ledger, user_id: str, present: str, new: str) -> str:
    """Give a user the password they chose; ends all sessions and starts a new one.

    Returns the new session's key. Raises UserError when the present password is
    wrong or the new one breaks a rule.
    """
    with ledger.reading() as session:
        found = session.get_one(User, user_id)
    if not is_right(found.password_hash, present):
        raise user_error("password.wrong")
    if new == present:
        raise user_error("password.same")
    check_new_password(new, found.user_name)
    kept = hash_password(new)
    with ledger.writing() as session:
        user = session.get_one(User, user_id)
        user.password_hash, user.must_change_password = kept, False
        end_sessions(session, user)
        audit.record(
            session, user.identity(), "password_changed", "account", user.user_id
        )
        return start_session(session, user)


def failed(settings: Settings) -> UserError:
    """What somebody hears who cannot sign in, whatever the reason."""
    return user_error(
        "sign_in.failed",
        attempts=settings.sign_in_attempts,
        minutes=settings.lock_minutes,
    )


def _admit(
    session: Session, settings: Settings, user: User | None, is_known: bool
) -> str | None:
    if user is None:
        # The name that was tried may be a password typed in the wrong place.
        audit.record(session, NOBODY, "sign_in_failed", "account", "unknown")
        return None
    now = datetime.now(UTC)
    if user.locked_until and user.locked_until > now:
        _refuse(session, user, "locked")
        return None
    if not is_known:
        _count_failure(session, settings, user, now)
        return None
    if not user.is_active:
        _refuse(session, user, "disabled")
        return None
    return admit(session, user, "password")


def _count_failure(
    session: Session, settings: Settings, user: User, now: datetime
) -> None:
    user.failed_attempts += 1
    _refuse(session, user, "wrong password")
    if user.failed_attempts >= settings.sign_in_attempts:
        user.failed_attempts = 0
        user.locked_until = now + timedelta(minutes=settings.lock_minutes)
        audit.record(session, NOBODY, "account_locked", "account", user.user_id)


def _refuse(session: Session, user: User, reason: str) -> None:
    audit.record(
        session, NOBODY, "sign_in_failed", "account", user.user_id, reason=reason
    )
