"""The month board: what is owed by each district, month by month."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from warehouse.accounts.access import require
from warehouse.identity import Identity, Right
from warehouse.settings import Settings
from warehouse.stewardship.months.calendar import first_of, shift
from warehouse.stewardship.months.plan import (
    Obligation,
    PlanLine,
    last_planned_month,
    load_plan,
)
from warehouse.stewardship.months.received import Arrival, Received, read_received
from warehouse.stewardship.months.standing import (
    SETTLED,
    Cell,
    Standing,
    gravest,
    stand,
)
from warehouse.stewardship.months.statements import (
    latest_due_dates,
    list_declarations,
    list_due_dates,
)

MONTHS_SHOWN = 12


@dataclass(frozen=True)
class DistrictMonth:
    """All that a district (None: the region) owes about one month."""

    district: str | None
    month: date
    cells: tuple[Cell, ...]

    @property
    def standing(self) -> Standing:
        """What asks for most among what was owed or came."""
        return gravest(cell.standing for cell in self.cells)

    @property
    def owed(self) -> int:
        """How many deliveries were owed or came."""
        return len(self._relevant)

    @property
    def settled(self) -> int:
        """How many of these were accepted, or declared empty."""
        return sum(cell.standing in SETTLED for cell in self._relevant)

    @property
    def _relevant(self) -> list[Cell]:
        return [one for one in self.cells if one.standing is not Standing.NOT_EXPECTED]


@dataclass(frozen=True)
class Board:
    """The months shown, and for every obligation a cell in each of them.

    `first_month` and `last_month` bound what there is to show. `today` is the day as
    seen from which something is late.
    """

    months: tuple[date, ...]
    cells: tuple[Cell, ...]
    without_month: tuple[str, ...]
    senders: Mapping[Obligation, str | None]
    first_month: date
    last_month: date
    today: date

    @property
    def districts(self) -> tuple[str | None, ...]:
        """The districts in order of their code, the region last."""
        codes = {cell.owed.district for cell in self.cells}
        return tuple(sorted(codes, key=lambda code: (code is None, code)))

    def of_district(self, district: str | None) -> tuple[Cell, ...]:
        """The cells of one district, obligation by obligation."""
        return tuple(cell for cell in self.cells if cell.owed.district == district)

    def by_month(self, district: str | None) -> tuple[DistrictMonth, ...]:
        """One entry a month shown, with all that the district owes."""
        cells = self.of_district(district)
        return tuple(
            DistrictMonth(
                district, month, tuple(one for one in cells if one.month == month)
            )
            for month in self.months
        )


def read_board(settings: Settings, who: Identity, until: date | None = None) -> Board:
    """The twelve months up to `until`, by default up to the last that was owed.

    Only the districts of `who`. Raises UserError without the right to read
    deliveries.
    """
    require(who, Right.READ_DELIVERIES)
    today = settings.as_of or datetime.now(UTC).date()
    plan = tuple(line for line in load_plan() if who.sees(line.owed.district))
    received = read_received(settings, who)
    first, last = _bounds(plan, received.arrivals, today)
    wish = until or last_planned_month(plan, today) or last
    end = min(max(first_of(wish), first), last)
    months = tuple(shift(end, -back) for back in reversed(range(MONTHS_SHOWN)))
    return Board(
        months=months,
        cells=tuple(_cells(settings, who, plan, received, months=months, today=today)),
        without_month=received.without_month,
        senders={line.owed: line.sender for line in plan},
        first_month=first,
        last_month=last,
        today=today,
    )


def _bounds(
    plan: tuple[PlanLine, ...], arrivals: Sequence[Arrival], today: date
) -> tuple[date, date]:
    """The first and the last month in which something was owed or came."""
    owed = [first_of(line.first_day) for line in plan if line.first_day <= today]
    last_owed = last_planned_month(plan, today) or first_of(today)
    months = [*owed, *(one.month for one in arrivals), last_owed]
    return min(months), max(months)


def _cells(
    settings: Settings,
    who: Identity,
    plan: tuple[PlanLine, ...],
    received: Received,
    *,
    months: tuple[date, ...],
    today: date,
) -> Iterable[Cell]:
    declarations = list_declarations(settings, who)
    put_off = latest_due_dates(list_due_dates(settings, who))
    arrived = _by_obligation(plan, received.arrivals)
    for owed in _obligations(plan, arrived, months):
        lines = [line for line in plan if line.owed == owed]
        for month in months:
            due_on = next(
                (line.due_on(month) for line in lines if line.holds_in(month)), None
            )
            if due_on:
                due_on = put_off.get((owed.district, month), due_on)
            came = arrived.get((owed, month), [])
            yield stand(
                owed, month, due_on, came, declarations=declarations, today=today
            )


def _by_obligation(
    plan: tuple[PlanLine, ...], arrivals: Iterable[Arrival]
) -> Mapping[tuple[Obligation, date], list[Arrival]]:
    """Arrivals by what they fulfil; what nobody owed stands under its own name."""
    found: dict[tuple[Obligation, date], list[Arrival]] = defaultdict(list)
    for arrival in arrivals:
        owed = next(
            (line.owed for line in plan if _fulfils(arrival, line)), arrival.owed
        )
        found[owed, arrival.month].append(arrival)
    return found


def _fulfils(arrival: Arrival, line: PlanLine) -> bool:
    came = arrival.owed
    return (
        came.format == line.owed.format
        # A delivery about the region says the district in its rows.
        and line.owed.district in (None, came.district)
        and (came.pilot is None or line.owed.pilot in (None, came.pilot))
        and line.holds_in(arrival.month)
    )


def _obligations(
    plan: tuple[PlanLine, ...],
    arrived: Mapping[tuple[Obligation, date], list[Arrival]],
    months: tuple[date, ...],
) -> list[Obligation]:
    """What was owed or came in the months shown, in order of district."""
    found = {line.owed for line in plan for month in months if line.holds_in(month)} | {
        owed for owed, month in arrived if month in months
    }
    return sorted(
        found,
        key=lambda one: (one.district or "~", one.pilot or "", one.format),
    )
