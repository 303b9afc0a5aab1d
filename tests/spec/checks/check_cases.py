"""What a specification of a check is: four small cases, from rows to verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]

CASES = ("clean", "violating", "boundary", "not_applicable")


@dataclass(frozen=True)
class Case:
    """Rows of a check's entity, what stands around them, and the verdict.

    `wrong` counts from 1: the rows that the check must name. `without` lists the
    delivered file's missing columns. `world` is the number of published signals.
    """

    rows: Sequence[Row]
    status: str = "pass"
    assessed: int | None = None
    wrong: Sequence[int] = ()
    around: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    delivery: Row = field(default_factory=dict)
    pilot: Row = field(default_factory=dict)
    without: Sequence[str] = ()
    staged: int | None = None
    world: int = 1

    @property
    def expected_assessed(self) -> int:
        """Number of rows to which the check must apply."""
        if self.assessed is not None:
            return self.assessed
        return len(self.rows) if self.status in ("pass", "fail") else 0


@dataclass(frozen=True)
class Spec:
    """The four cases of one check."""

    clean: Case
    violating: Case
    boundary: Case
    not_applicable: Case


def good(*rows: Row, **around: Any) -> Case:
    """Rows that satisfy the check."""
    return Case(rows, **around)


def bad(*rows: Row, wrong: Sequence[int] | None = None, **around: Any) -> Case:
    """Rows that violate the check: all of them, unless `wrong` says which."""
    named = tuple(range(1, len(rows) + 1)) if wrong is None else wrong
    return Case(rows, "fail", wrong=named, **around)


def outside(*rows: Row, status: str = "not_applicable", **around: Any) -> Case:
    """Rows to which the check does not apply."""
    return Case(rows, status, **around)
