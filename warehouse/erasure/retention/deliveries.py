"""Records of deliveries that were kept long enough."""

from datetime import datetime

from sqlalchemy.orm import Session

from warehouse.identity import Identity
from warehouse.jobs.build_requests import request_build
from warehouse.ledger.deliveries import list_deliveries, move
from warehouse.ledger.tables import Delivery, State
from warehouse.messages import message
from warehouse.releases.landing import landing_file
from warehouse.settings import Settings


def remove_withdrawn(
    settings: Settings, session: Session, before: datetime, *, dry_run: bool
) -> int:
    """Remove the files of withdrawn deliveries, which can then not be restored.

    Of how many; with `dry_run` only counts.
    """
    files = [
        landing_file(settings.landing_dir, one.delivery_id)
        for one in _decided(session, State.WITHDRAWN, before)
    ]
    present = [file for file in files if file.exists()]
    if not dry_run:
        for file in present:
            file.unlink()
    return len(present)


def withdraw_expired(
    settings: Settings,
    session: Session,
    before: datetime,
    by: Identity,
    *,
    dry_run: bool,
) -> int:
    """Withdraw the deliveries that counted long enough, without a way back.

    Of how many; a release without them is asked for. With `dry_run` only counts.
    """
    expired = _decided(session, State.ACCEPTED, before)
    if dry_run or not expired:
        return len(expired)
    why = message("retention.kept_long_enough").text(settings.language)
    for delivery in expired:
        move(session, delivery, State.WITHDRAWN, why, by.name)
        landing_file(settings.landing_dir, delivery.delivery_id).unlink(missing_ok=True)
    # The worker finds what waits within a minute.
    request_build(session, by.name, settings.build_delay)
    return len(expired)


def _decided(session: Session, state: State, before: datetime) -> list[Delivery]:
    return [
        one
        for one in list_deliveries(session, [state])
        if (one.decided_at or one.received_at) < before
    ]
