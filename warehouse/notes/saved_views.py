"""Keeping a view, making it the page one starts on, and throwing it away."""

from datetime import UTC, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from warehouse.ledger.view_tables import SavedView
from warehouse.messages import user_error

LONGEST_NAME = 60
LONGEST_ADDRESS = 1000
MOST_VIEWS = 40


def list_views(session: Session, user_id: str) -> list[SavedView]:
    """Return the views of somebody, by name."""
    mine = select(SavedView).where(SavedView.user_id == user_id)
    return sorted(session.scalars(mine), key=lambda view: view.name.casefold())


def find_start(session: Session, user_id: str) -> SavedView | None:
    """Return the view that somebody starts on, None for the first page."""
    return session.scalars(
        select(SavedView).where(SavedView.user_id == user_id, SavedView.is_start)
    ).one_or_none()


def keep_view(
    session: Session, user_id: str, name: str, path: str, search: str
) -> SavedView:
    """Keep an address under a name; one of that name is replaced.

    Raises UserError for a name that is empty or long, a long address, and one too many.
    """
    written = _check(name, path + search)
    mine = list_views(session, user_id)
    view = next((one for one in mine if one.name == written), None)
    if view is None:
        if len(mine) >= MOST_VIEWS:
            raise user_error("view.too_many", most=MOST_VIEWS)
        view = SavedView(user_id=user_id, name=written, is_start=False)
        session.add(view)
    view.path, view.search, view.saved_at = path, search, datetime.now(UTC)
    session.flush()
    return view


def start_on(session: Session, user_id: str, view_id: int | None) -> None:
    """Let somebody start on a view of theirs, or on the first page again (None).

    Raises UserError when the view is not theirs.
    """
    chosen = None if view_id is None else _own(session, user_id, view_id)
    session.execute(
        update(SavedView).where(SavedView.user_id == user_id).values(is_start=False)
    )
    if chosen:
        chosen.is_start = True


def remove_view(session: Session, user_id: str, view_id: int) -> str:
    """Throw a view away and return its name; raises UserError if it is not theirs."""
    view = _own(session, user_id, view_id)
    session.delete(view)
    return view.name


def _own(session: Session, user_id: str, view_id: int) -> SavedView:
    view = session.get(SavedView, view_id)
    if view is None or view.user_id != user_id:
        raise user_error("view.not_yours")
    return view


def _check(name: str, address: str) -> str:
    written = " ".join(name.split())
    if not written:
        raise user_error("view.no_name")
    if len(written) > LONGEST_NAME:
        raise user_error("view.long_name", most=LONGEST_NAME)
    if len(address) > LONGEST_ADDRESS:
        raise user_error("view.long_address")
    return written
