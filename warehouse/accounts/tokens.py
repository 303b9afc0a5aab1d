"""Tokens for the HTTP interface: of one organisation, narrowed to scopes, expiring."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from warehouse.accounts import audit
from warehouse.accounts.names import check_districts, check_name
from warehouse.accounts.passwords import fingerprint, new_key
from warehouse.identity import RIGHTS, Identity, Right, Role
from warehouse.ledger.account_tables import ApiToken
from warehouse.ledger.connection import Ledger
from warehouse.messages import user_error

MARK = "eropaf_"
"""How every token begins, so that one in a log or a mail is known for what it is."""

MOST_DAYS = 366
_PREFIX_LETTERS = len(MARK) + 6
_LAST_USE_IS_KEPT_BY = timedelta(minutes=1)


@dataclass(frozen=True)
class TokenRequest:
    """What a token is for; `districts` None is the whole region."""

    organisation: str
    role: Role
    scopes: Collection[Right]
    districts: Collection[str] | None
    days: int


def make_token(
    session: Session, request: TokenRequest, by: Identity
) -> tuple[ApiToken, str]:
    """Make a token and return its record and its text, which is not kept.

    Raises UserError for an unknown district, a scope that the role does not give, or
    a number of days outside 1 to `MOST_DAYS`.
    """
    _check(request)
    text = MARK + new_key()
    now = datetime.now(UTC)
    token = ApiToken(
        token_id=secrets.token_hex(6),
        organisation=check_name(request.organisation),
        token_hash=fingerprint(text),
        prefix=text[:_PREFIX_LETTERS],
        role=request.role,
        districts=check_districts(request.districts),
        scopes=sorted(request.scopes),
        created_by=by.user_id,
        created_at=now,
        expires_at=now + timedelta(days=request.days),
    )
    session.add(token)
    audit.record(
        session,
        by,
        "token_made",
        "token",
        token.token_id,
        role=token.role,
        scopes=token.scopes,
        districts=token.districts,
        days=request.days,
    )
    return token, text


def revoke_token(session: Session, token_id: str, by: Identity) -> ApiToken:
    """End a token at once; UserError when there is none, or it has ended."""
    token = session.get(ApiToken, token_id)
    if token is None:
        raise user_error("token.unknown", token_id=token_id)
    if token.revoked_at:
        raise user_error("token.revoked_already", token_id=token_id)
    token.revoked_at = datetime.now(UTC)
    audit.record(session, by, "token_revoked", "token", token_id)
    return token


def list_tokens(session: Session) -> list[ApiToken]:
    """All tokens, the newest first; also those that have ended."""
    return list(session.scalars(select(ApiToken).order_by(ApiToken.created_at.desc())))


def identity_of_token(ledger: Ledger, text: str) -> Identity | None:
    """Who sent this token; None when it is unknown, revoked or expired."""
    query = select(ApiToken).where(ApiToken.token_hash == fingerprint(text))
    with ledger.reading() as session:
        token = session.scalar(query)
    now = datetime.now(UTC)
    if token is None or token.revoked_at or token.expires_at <= now:
        return None
    if not token.last_used_at or now - token.last_used_at > _LAST_USE_IS_KEPT_BY:
        _keep_last_use(ledger, token.token_id, now)
    return token.identity()


def _check(request: TokenRequest) -> None:
    beyond = frozenset(request.scopes) - RIGHTS[request.role]
    if beyond or not request.scopes:
        known = ", ".join(sorted(RIGHTS[request.role]))
        raise user_error("token.wrong_scopes", role=request.role, known=known)
    if not 1 <= request.days <= MOST_DAYS:
        raise user_error("token.wrong_days", most=MOST_DAYS)


def _keep_last_use(ledger: Ledger, token_id: str, now: datetime) -> None:
    with ledger.writing() as session:
        token = session.get_one(ApiToken, token_id)
        token.last_used_at = now
