"""Where an obligation stands in a month: one rule for the board and the reminders."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from warehouse.ledger.month_tables import MonthDeclaration
from warehouse.ledger.tables import State
from warehouse.stewardship.months.calendar import due_day_after
from warehouse.stewardship.months.plan import Obligation
from warehouse.stewardship.months.received import Arrival


class Standing(StrEnum):
    """Where what is owed about a month stands, from what asks most to what asks least.

    `missing` is late for so long that the next month is due as well. A delivery that
    came, whatever its state, goes before a declaration that there is nothing.
    """

    MISSING = "missing"
    LATE = "late"
    HELD = "held"
    RECEIVED = "received"
    EXPECTED = "expected"
    ACCEPTED = "accepted"
    DECLARED_EMPTY = "declared_empty"
    NOT_EXPECTED = "not_expected"


SETTLED = frozenset({Standing.ACCEPTED, Standing.DECLARED_EMPTY})
"""Nobody has to do anything any more."""

OVERDUE = frozenset({Standing.MISSING, Standing.LATE})
"""What a reminder asks for."""

_OF_STATE = {
    State.HELD: Standing.HELD,
    State.RECEIVED: Standing.RECEIVED,
    State.ACCEPTED: Standing.ACCEPTED,
}


@dataclass(frozen=True)
class Cell:
    """One obligation in one month; `due_on` is None when nothing was owed."""

    owed: Obligation
    month: date
    standing: Standing
    due_on: date | None
    arrivals: tuple[Arrival, ...] = ()
    declaration: MonthDeclaration | None = None

    @property
    def records(self) -> int | None:
        """Records in the release; None when no delivery is released yet."""
        known = [one.records for one in self.arrivals if one.records]
        return sum(known) if known else None

    @property
    def days_late(self) -> int:
        """Days from the last day to the first arrival; nought for told history."""
        timely = [one for one in self.arrivals if not one.is_history]
        if self.due_on is None or len(timely) < len(self.arrivals) or not timely:
            return 0
        first = min(one.received_at.date() for one in timely)
        return max((first - self.due_on).days, 0)


def stand(
    owed: Obligation,
    month: date,
    due_on: date | None,
    arrivals: Sequence[Arrival],
    *,
    declarations: Iterable[MonthDeclaration],
    today: date,
) -> Cell:
    """The cell of an obligation in a month, as seen on the day `today`."""
    declaration = next((one for one in declarations if about(one, owed, month)), None)
    if arrivals:
        # Of several deliveries the one that still asks for work is shown.
        standing = gravest(_OF_STATE[one.state] for one in arrivals)
    elif declaration:
        standing = Standing.DECLARED_EMPTY
    elif due_on is None:
        standing = Standing.NOT_EXPECTED
    else:
        standing = _without_delivery(month, due_on, today)
    return Cell(owed, month, standing, due_on, tuple(arrivals), declaration)


def gravest(standings: Iterable[Standing]) -> Standing:
    """The one that asks for most; nothing expected when there is none."""
    order = list(Standing)
    return min(standings, key=order.index, default=Standing.NOT_EXPECTED)


def about(declaration: MonthDeclaration, owed: Obligation, month: date) -> bool:
    """Whether a declaration holds and goes for this obligation and month."""
    return (
        declaration.taken_back_at is None
        and declaration.month == month
        and declaration.district == owed.district
        and declaration.pilot in (None, owed.pilot)
        and declaration.format in (None, owed.format)
    )


def _without_delivery(month: date, due_on: date, today: date) -> Standing:
    if today <= due_on:
        return Standing.EXPECTED
    next_due = due_day_after(due_on, due_on.day)
    return Standing.LATE if today <= next_due else Standing.MISSING
