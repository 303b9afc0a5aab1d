"""Withdrawing and restoring a delivery, and the release that follows."""

from dataclasses import dataclass
from datetime import datetime

from warehouse.accounts.access import require
from warehouse.deliveries.decide import restore_delivery, withdraw_delivery
from warehouse.deliveries.history.listing import read_delivery
from warehouse.deliveries.outcome import Outcome
from warehouse.identity import Identity, Right
from warehouse.jobs.build_requests import ask_for_release
from warehouse.ledger.tables import State
from warehouse.settings import Settings


@dataclass(frozen=True)
class Decided:
    """What became of the delivery, and when the figures without or with it are there.

    `visible_at` is None when no figure changes: the delivery was in no release.
    """

    outcome: Outcome
    visible_at: datetime | None


def withdraw(
    settings: Settings, who: Identity, delivery_id: str, reason: str
) -> Decided:
    """Take a delivery out of the next release.

    Raises UserError without the right to decide or a reason, for a delivery that
    `who` may not see, and when it counts no longer.
    """
    require(who, Right.DECIDE)
    was = read_delivery(settings, who, delivery_id).state
    outcome = withdraw_delivery(settings, delivery_id, reason, who)
    return Decided(outcome, _release(settings, who, was))


def restore(
    settings: Settings, who: Identity, delivery_id: str, reason: str
) -> Decided:
    """Bring a withdrawn delivery back to where it was; errors as `withdraw`."""
    require(who, Right.DECIDE)
    read_delivery(settings, who, delivery_id)
    outcome = restore_delivery(settings, delivery_id, reason, who)
    return Decided(outcome, _release(settings, who, outcome.status))


def _release(settings: Settings, who: Identity, counted: State) -> datetime | None:
    if counted is not State.ACCEPTED:
        return None
    return ask_for_release(settings, who)
