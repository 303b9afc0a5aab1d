"""What is owed each month, from `seeds/standard/delivery_plan.csv`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from seeds.rows import read_seed
from warehouse.standard.places import districts, pilots
from warehouse.stewardship.months.calendar import due_day_after

EACH, REGION = "each", "region"
"""In the place of a district: every one where the pilot runs, or none of them."""


@dataclass(frozen=True, order=True)
class Obligation:
    """One delivery a month: of a district (None: of the region), pilot and format."""

    district: str | None
    pilot: str | None
    format: str


@dataclass(frozen=True)
class PlanLine:
    """An obligation, who fulfils it, until when, and in which months it holds."""

    owed: Obligation
    sender: str | None
    due_day: int
    first_day: date
    last_day: date

    def holds_in(self, month: date) -> bool:
        """Whether the delivery about `month` is owed."""
        return self.first_day <= month <= self.last_day

    def due_on(self, month: date) -> date:
        """The last day on which the delivery about `month` is on time."""
        return due_day_after(month, self.due_day)


@cache
def load_plan() -> tuple[PlanLine, ...]:
    """Every line of the plan, each for one district or for the region."""
    return tuple(
        _line(row, district)
        for row in read_seed("delivery_plan.csv")
        for district in _places(row["district"], row["pilot"])
    )


def last_planned_month(plan: tuple[PlanLine, ...], today: date) -> date | None:
    """The last month of the plan that has begun; None when the plan is empty."""
    ends = [min(line.last_day, today) for line in plan if line.first_day <= today]
    return max(ends).replace(day=1) if ends else None


def _places(district: str, pilot: str) -> Iterator[str | None]:
    """The districts behind the word in the plan."""
    if district == REGION:
        yield None
    elif district != EACH:
        yield district
    elif pilot and pilots()[pilot].district:
        yield pilots()[pilot].district
    else:
        yield from sorted(districts())


def _line(row: dict[str, str], district: str | None) -> PlanLine:
    return PlanLine(
        owed=Obligation(district, row["pilot"] or None, row["format"]),
        sender=row["sender"] or None,
        due_day=int(row["due_day"]),
        first_day=date.fromisoformat(row["valid_from"]),
        last_day=date.fromisoformat(row["valid_to"]) if row["valid_to"] else date.max,
    )
