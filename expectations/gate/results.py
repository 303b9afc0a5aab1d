"""What a gate says of a check: a status, counts, and the rows that violate it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from expectations.catalogue.catalogue import Check

Status = Literal["pass", "fail", "not_applicable", "not_assessed", "error"]

_WORST_FIRST: tuple[Status, ...] = ("fail", "pass", "not_assessed")


@dataclass(frozen=True)
class RowFinding:
    """A row that violates a check, led back to its place in the delivered file.

    `column` is the heading of the column as the standard writes it, if there is one.
    """

    delivery_id: str | None
    district: str | None
    pilot: str | None
    format: str | None
    sheet: str | None
    row_number: int | None
    column: str | None
    field: str | None


@dataclass(frozen=True)
class GroupResult:
    """The outcome of a check in one district and pilot; null means unknown."""

    district: str | None
    pilot: str | None
    status: Status
    assessed: int = 0
    violating: int = 0


@dataclass(frozen=True)
class CheckResult:
    """The outcome of one check at a gate.

    `rows` holds the first violating rows of a failed check; `violating` counts all.
    `error` names the kind of exception when the status is error.
    """

    check: Check
    status: Status
    assessed: int = 0
    violating: int = 0
    rows: list[RowFinding] = field(default_factory=list)
    groups: list[GroupResult] = field(default_factory=list)
    error: str | None = None


def exceeds(violating: int, assessed: int, threshold: float) -> bool:
    """Whether more rows violate a check than its threshold allows."""
    return violating > threshold * assessed


def status_of(check: Check, assessed: int, violating: int, is_missed: bool) -> Status:
    """The status behind two counts; `is_missed` when a delivery lacked the column."""
    if assessed == 0:
        return "not_assessed" if is_missed else "not_applicable"
    return "fail" if exceeds(violating, assessed, check.threshold) else "pass"


def worst_of(statuses: Iterable[Status]) -> Status:
    """The status of a check as a whole, from those of its districts and pilots."""
    found = set(statuses)
    return next((one for one in _WORST_FIRST if one in found), "not_applicable")
