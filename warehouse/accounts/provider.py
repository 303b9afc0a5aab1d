"""Accounts of who signs in through a municipality's own provider (OpenID Connect).

The provider leads: role, districts and name follow its claims at every sign-in.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from warehouse.accounts import audit
from warehouse.accounts.names import LONGEST_NAME, check_districts, check_user_name
from warehouse.accounts.sign_in import admit
from warehouse.accounts.users import find_by_name, new_user_id
from warehouse.errors import UserError
from warehouse.identity import Role
from warehouse.ledger.account_tables import User
from warehouse.ledger.connection import Ledger
from warehouse.messages import user_error
from warehouse.settings import Settings

Claims = Mapping[str, Any]


def sign_in_with_claims(ledger: Ledger, settings: Settings, claims: Claims) -> str:
    """Return the key of a new session of the user whom a provider vouches for.

    `claims` are those of a token whose signature, issuer and nonce were checked. The
    account is made at the first sign-in. Raises UserError when the claims give no
    role or no known district, and when the account is disabled here.
    """
    role, districts = _role(settings, claims), _districts(settings, claims)
    with ledger.writing() as session:
        user = _find(session, claims) or _make(session, claims, role)
        if not user.is_active:
            raise user_error("sign_in.disabled")
        _follow(session, user, role, districts)
        user.display_name = _name(claims)
        return admit(session, user, "provider")


def _role(settings: Settings, claims: Claims) -> Role:
    """The first role of the provider that means something here."""
    names = settings.oidc_role_map or {role.value: role.value for role in Role}
    for given in _several(_claim(claims, settings.oidc_role_claim)):
        if names.get(given) in set(Role):
            return Role(names[given])
    raise user_error("sign_in.no_role")


def _districts(settings: Settings, claims: Claims) -> list[str] | None:
    if settings.oidc_district_claim is None:
        return None
    return check_districts(_several(_claim(claims, settings.oidc_district_claim)))


def _claim(claims: Claims, name: str) -> object:
    """A claim by its name, or by a path with dots such as `realm_access.roles`."""
    if name in claims:
        return claims[name]
    found: object = claims
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _several(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(one) for one in value] if isinstance(value, list) else []


def _find(session: Session, claims: Claims) -> User | None:
    query = select(User).where(
        User.oidc_issuer == claims["iss"], User.oidc_subject == claims["sub"]
    )
    return session.scalar(query)


def _make(session: Session, claims: Claims, role: Role) -> User:
    user_id = new_user_id()
    user = User(
        user_id=user_id,
        user_name=_free_user_name(session, claims) or user_id,
        display_name=_name(claims),
        role=role,
        districts=[],
        oidc_issuer=claims["iss"],
        oidc_subject=claims["sub"],
        is_active=True,
        created_at=datetime.now(UTC),
    )
    session.add(user)
    session.flush()
    audit.record(session, user.identity(), "account_made", "account", user_id)
    return user


def _follow(
    session: Session, user: User, role: Role, districts: list[str] | None
) -> None:
    if (user.role, user.districts) == (role, districts):
        return
    user.role, user.districts = role, districts
    audit.record(
        session,
        user.identity(),
        "account_changed",
        "account",
        user.user_id,
        role=role,
        districts=districts,
    )


def _free_user_name(session: Session, claims: Claims) -> str | None:
    """What the provider calls the user, unless somebody here is called so."""
    try:
        name = check_user_name(str(claims.get("preferred_username", "")))
    except UserError:
        return None
    return None if find_by_name(session, name) else name


def _name(claims: Claims) -> str:
    given = claims.get("name") or claims.get("preferred_username") or claims["sub"]
    return " ".join(str(given).split())[:LONGEST_NAME]
