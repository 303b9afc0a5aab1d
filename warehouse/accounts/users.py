"""Keeping accounts: making, changing, disabling them, and giving new passwords."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from warehouse.accounts import audit
from warehouse.accounts.names import (
    check_districts,
    check_name,
    check_user_name,
    fold_user_name,
)
from warehouse.accounts.passwords import hash_password, one_time_password
from warehouse.accounts.sessions import end_sessions
from warehouse.identity import RIGHTS, Identity, Right, Role
from warehouse.ledger.account_tables import User
from warehouse.messages import user_error

FIRST_ADMINISTRATOR = "beheerder"


@dataclass(frozen=True)
class NewUser:
    """An account to make; `districts` None is the whole region."""

    user_name: str
    display_name: str
    role: Role
    districts: Collection[str] | None = None


def list_users(session: Session) -> list[User]:
    """All accounts by user name, the disabled ones too."""
    return list(session.scalars(select(User).order_by(User.user_name)))


def get_user(session: Session, user_name: str) -> User:
    """The account of this name; UserError when there is none."""
    user = find_by_name(session, user_name)
    if user is None:
        raise user_error("account.unknown", user_name=user_name)
    return user


def find_by_name(session: Session, user_name: str) -> User | None:
    """The account of this name, if any."""
    query = select(User).where(User.user_name == fold_user_name(user_name))
    return session.scalar(query)


def add_user(session: Session, new: NewUser, by: Identity) -> tuple[User, str]:
    """Make an account; returns it with a password that has to be changed at once.

    Raises UserError for a name that is taken or wrong, and for unknown districts.
    """
    user_name = check_user_name(new.user_name)
    if find_by_name(session, user_name):
        raise user_error("account.exists", user_name=user_name)
    password = one_time_password()
    user = User(
        user_id=new_user_id(),
        user_name=user_name,
        display_name=check_name(new.display_name),
        role=new.role,
        districts=check_districts(new.districts),
        password_hash=hash_password(password),
        must_change_password=True,
        created_at=datetime.now(UTC),
    )
    session.add(user)
    session.flush()
    _record(session, by, "account_made", user, _place_of(user))
    return user, password


def add_first_administrator(session: Session, by: Identity) -> tuple[User, str] | None:
    """Make the first account, an administrator; None when there is any account."""
    if session.scalar(select(func.count()).select_from(User)):
        return None
    first = NewUser(FIRST_ADMINISTRATOR, "Beheerder", Role.ADMINISTRATOR)
    return add_user(session, first, by)


def change_user(
    session: Session,
    user_name: str,
    role: Role,
    districts: Collection[str] | None,
    by: Identity,
) -> User:
    """Give an account another role or other places; it holds from the next request.

    Raises UserError for one's own account, the last administrator, and for unknown
    districts.
    """
    user = _others_account(session, user_name, by)
    if Right.MANAGE_ACCOUNTS not in RIGHTS[role]:
        _keep_an_administrator(session, user)
    user.role, user.districts = role, check_districts(districts)
    _record(session, by, "account_changed", user, _place_of(user))
    return user


def disable_user(session: Session, user_name: str, by: Identity) -> User:
    """Shut an account and end its sessions.

    Raises UserError for one's own account and for the last administrator.
    """
    user = _others_account(session, user_name, by)
    _keep_an_administrator(session, user)
    user.is_active = False
    end_sessions(session, user)
    _record(session, by, "account_disabled", user)
    return user


def enable_user(session: Session, user_name: str, by: Identity) -> User:
    """Open an account again, and lift a lock."""
    user = get_user(session, user_name)
    user.is_active = True
    user.failed_attempts, user.locked_until = 0, None
    _record(session, by, "account_enabled", user)
    return user


def reset_password(session: Session, user_name: str, by: Identity) -> tuple[User, str]:
    """Give an account a password to be changed at once; ends sessions and locks.

    Raises UserError for an account that signs in through a provider.
    """
    user = get_user(session, user_name)
    if user.oidc_subject:
        raise user_error("account.has_no_password", user_name=user.user_name)
    password = one_time_password()
    user.password_hash = hash_password(password)
    user.must_change_password = True
    user.failed_attempts, user.locked_until = 0, None
    end_sessions(session, user)
    _record(session, by, "password_reset", user)
    return user, password


def new_user_id() -> str:
    """An identifier that says nothing about the person."""
    return f"u-{secrets.token_hex(6)}"


def _others_account(session: Session, user_name: str, by: Identity) -> User:
    user = get_user(session, user_name)
    if user.user_id == by.user_id:
        raise user_error("account.not_your_own")
    return user


def _keep_an_administrator(session: Session, user: User) -> None:
    """Raise UserError when nobody could keep the accounts without this user."""
    keepers = [role for role in Role if Right.MANAGE_ACCOUNTS in RIGHTS[role]]
    others = select(func.count()).where(
        User.role.in_(keepers), User.is_active, User.user_id != user.user_id
    )
    if user.role in keepers and not session.scalar(others):
        raise user_error("account.last_administrator", user_name=user.user_name)


def _place_of(user: User) -> dict[str, object]:
    return {"role": user.role, "districts": user.districts}


def _record(
    session: Session,
    by: Identity,
    action: str,
    user: User,
    detail: dict[str, object] | None = None,
) -> None:
    audit.record(session, by, action, "account", user.user_id, **(detail or {}))
