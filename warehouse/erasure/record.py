"""Erasures in the ledger: looked for, asked for, carried out; and who objects."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from warehouse.accounts.audit import record
from warehouse.erasure.landed_rows import Row
from warehouse.erasure.search import Found, Rows
from warehouse.identity import Identity, Role
from warehouse.ledger.privacy_tables import Erasure, ErasureState
from warehouse.messages import user_error

MINUTES_TO_CONFIRM = 60
"""How long what was found may be confirmed; then it is forgotten."""


def keep_found(session: Session, found: Found, digest: str, by: Identity) -> Erasure:
    """Write down what was found, until it is confirmed or forgotten."""
    forget_found(session)
    erasure = Erasure(
        state=ErasureState.FOUND,
        digest=digest,
        marks=sorted(found.marks),
        rows=_as_json(found.rows),
        proof={},
        user_id=by.user_id,
        asked_by=by.name,
        found_at=datetime.now(UTC),
    )
    session.add(erasure)
    session.flush()
    record(
        session,
        by,
        "person.search",
        "erasure",
        str(erasure.erasure_id),
        digest=digest,
        rows=found.count,
    )
    return erasure


def confirm(session: Session, erasure_id: int, by: Identity) -> Erasure:
    """Ask for what was found to be erased; from now on the person objects.

    Raises UserError when it was not found by `by`, or too long ago.
    """
    forget_found(session)
    erasure = session.get(Erasure, erasure_id)
    if erasure is None or erasure.user_id != by.user_id:
        raise user_error("privacy.found_forgotten")
    if erasure.state is ErasureState.FOUND:
        erasure.state = ErasureState.ASKED
        erasure.asked_at = datetime.now(UTC)
        number = str(erasure_id)
        record(session, by, "person.erase", "erasure", number, digest=erasure.digest)
    return erasure


def forget_found(session: Session) -> int:
    """Forget what was found and not confirmed in time; how many searches."""
    long_ago = datetime.now(UTC) - timedelta(minutes=MINUTES_TO_CONFIRM)
    gone = session.scalars(
        delete(Erasure)
        .where(Erasure.state == ErasureState.FOUND, Erasure.found_at < long_ago)
        .returning(Erasure.erasure_id)
    )
    return len(gone.all())


def add_rows(erasure: Erasure, found: Found) -> Rows:
    """Add what was found since to the rows that are to be erased; all of them."""
    rows = {key: set(listed) for key, listed in rows_of(erasure).items()}
    for delivery_id, listed in found.rows.items():
        rows.setdefault(delivery_id, set()).update(listed)
    erasure.rows = _as_json({key: list(listed) for key, listed in rows.items()})
    erasure.marks = sorted({*erasure.marks, *found.marks})
    return rows_of(erasure)


def rows_of(erasure: Erasure) -> Rows:
    """The rows that an erasure is about, until they are gone."""
    return {
        delivery_id: [(sheet, number) for sheet, number in listed]
        for delivery_id, listed in erasure.rows.items()
    }


def asker_of(erasure: Erasure) -> Identity:
    """Who asked for an erasure, for what is done in their name."""
    return Identity(erasure.user_id, erasure.asked_by, Role.COORDINATOR)


def list_erasures(session: Session) -> list[Erasure]:
    """The erasures that were asked for, the latest first."""
    query = select(Erasure).where(Erasure.state != ErasureState.FOUND)
    return list(session.scalars(query.order_by(Erasure.erasure_id.desc())))


def waiting_erasures(session: Session) -> list[int]:
    """The erasures that were asked for and are not carried out, the first first."""
    query = select(Erasure.erasure_id).where(Erasure.state == ErasureState.ASKED)
    return list(session.scalars(query.order_by(Erasure.erasure_id)))


def objections(session: Session) -> frozenset[str]:
    """The marks of everybody who objects to being registered."""
    return frozenset().union(*(one.marks for one in list_erasures(session)))


def _as_json(rows: Rows) -> dict[str, list[Row]]:
    return {
        delivery_id: sorted(listed, key=lambda row: (row[0] or "", row[1]))
        for delivery_id, listed in sorted(rows.items())
    }
