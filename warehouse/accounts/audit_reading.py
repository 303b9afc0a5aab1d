"""Reading the audit trail: filtered, the latest entries first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from warehouse.ledger.account_tables import AuditEntry, User


@dataclass(frozen=True)
class Wish:
    """Which entries are wanted; what is None does not matter."""

    actor: str | None = None
    action: str | None = None
    since: date | None = None


def read_entries(session: Session, wish: Wish, most: int) -> list[AuditEntry]:
    """The latest entries that fit, at most `most`."""
    query = select(AuditEntry).order_by(AuditEntry.entry_id.desc()).limit(most)
    if wish.actor:
        query = query.where(AuditEntry.actor == wish.actor)
    if wish.action:
        query = query.where(AuditEntry.action == wish.action)
    if wish.since:
        first = datetime.combine(wish.since, time.min, UTC)
        query = query.where(AuditEntry.happened_at >= first)
    return list(session.scalars(query))


def known_actors(session: Session) -> Mapping[str, str]:
    """Who occurs in the trail: the last name by id, in order of name."""
    query = select(AuditEntry.actor, AuditEntry.actor_name).distinct()
    names = {actor: name for actor, name in session.execute(query)}
    return dict(sorted(names.items(), key=lambda pair: pair[1].lower()))


def known_actions(session: Session) -> list[str]:
    """What occurs in the trail."""
    return sorted(session.scalars(select(AuditEntry.action).distinct()))


def account_names(session: Session) -> Mapping[str, str]:
    """The user names by id, for entries about accounts."""
    rows = session.execute(select(User.user_id, User.user_name))
    return {user_id: name for user_id, name in rows}
