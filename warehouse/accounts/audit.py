"""The audit trail: who did or saw what, in a chain that shows any later change.

Details name things by their ids; they never hold personal data.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from warehouse.identity import Identity
from warehouse.ledger.account_tables import AuditEntry, User

START = "0" * 64
"""The hash before the first entry."""

_READ_AT_ONCE = 1000


@dataclass(frozen=True)
class Chain:
    """The state of the trail: how many entries, its last hash, the first wrong one.

    `broken_at` is the number of the first entry that does not fit, None when all do.
    Entries cut off at the end leave a whole chain: compare `entries` and `last_hash`
    with what was noted elsewhere.
    """

    entries: int
    last_hash: str
    broken_at: int | None


def record(
    session: Session,
    identity: Identity,
    action: str,
    object_kind: str,
    object_id: str,
    **detail: Any,  # noqa: ANN401  whatever JSON can hold
) -> AuditEntry:
    """Add an entry to the trail; it stands when the session commits.

    `session` comes from `Ledger.writing()`, whose lock keeps the chain in one line.
    """
    last = session.scalar(
        select(AuditEntry).order_by(AuditEntry.entry_id.desc()).limit(1)
    )
    entry = AuditEntry(
        entry_id=last.entry_id + 1 if last else 1,
        happened_at=datetime.now(UTC),
        actor=identity.user_id,
        actor_name=identity.name,
        action=action,
        object_kind=object_kind,
        object_id=object_id,
        # As JSON will give it back, so that the hash holds after reading.
        detail=json.loads(json.dumps(detail, default=str)),
        previous_hash=last.entry_hash if last else START,
    )
    entry.entry_hash = entry_hash(entry)
    session.add(entry)
    session.flush()
    return entry


def entry_hash(entry: AuditEntry) -> str:
    """The hash of an entry together with the hash before it."""
    content = [
        entry.entry_id,
        entry.happened_at.astimezone(UTC).isoformat(),
        entry.actor,
        entry.actor_name,
        entry.action,
        entry.object_kind,
        entry.object_id,
        entry.detail,
        entry.previous_hash,
    ]
    text = json.dumps(content, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def verify(session: Session) -> Chain:
    """Walk the whole trail and tell whether every entry fits the one before."""
    entries, last_hash, broken_at = 0, START, None
    for entry in _all_entries(session):
        entries += 1
        fits = (entry.entry_id, entry.previous_hash) == (entries, last_hash)
        if broken_at is None and not (fits and entry_hash(entry) == entry.entry_hash):
            broken_at = entry.entry_id
        last_hash = entry.entry_hash
    return Chain(entries, last_hash, broken_at)


def _all_entries(session: Session) -> Iterator[AuditEntry]:
    query = select(AuditEntry).order_by(AuditEntry.entry_id)
    yield from session.scalars(query.execution_options(yield_per=_READ_AT_ONCE))


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
