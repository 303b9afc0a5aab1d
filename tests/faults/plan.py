"""What a planted fault is, and the ledger of where each one lies."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

Row = dict[str, str]
Unit = list[Row]
"""The rows of a file that tell of one case: a form, or all events of a signal."""
Change = Callable[[Unit], None]
Place = tuple[str | None, int, str]
"""Sheet, row number and check."""


@dataclass(frozen=True)
class Fault:
    """One kind of fault: what it does to a clean unit, and what must be found.

    `finds` names for each check the positions of the rows in the changed unit.
    """

    name: str
    change: Change
    finds: Mapping[str, tuple[int, ...]]


def fault(name: str, change: Change, *checks: str, at: int = 0) -> Fault:
    """A fault that these checks must find, all in the row at one position."""
    return Fault(name, change, {check: (at,) for check in checks})


def cells(changed: Mapping[str, str], at: int = 0) -> Change:
    """Write these texts in the row at a position."""

    def change(unit: Unit) -> None:
        unit[at].update(changed)

    return change


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(unit: Unit) -> None:
        for one in changes:
            one(unit)

    return change


def again(changed: Mapping[str, str] | None = None, at: int = 0) -> Change:
    """Write a row once more at the end of the unit, with other texts.

    In a text, `{}` stands for what the row says itself.
    """

    def change(unit: Unit) -> None:
        row = unit[at]
        other = {name: text.format(row[name]) for name, text in (changed or {}).items()}
        unit.append(row | other)

    return change


def plant(
    units: Sequence[Unit],
    faults: Iterable[Fault],
    copies: int,
    seed: int,
    can_hold: Callable[[Unit], bool] = lambda unit: True,
) -> tuple[list[Unit], list[dict[str, tuple[int, ...]]]]:
    """Plant each fault in `copies` units drawn at random, never two in one unit.

    Only units that `can_hold` one are drawn. Gives the units, and for each what must
    be found in it.
    """
    planted = list(units)
    found: list[dict[str, tuple[int, ...]]] = [{} for _ in units]
    wanted = [one for one in faults for _ in range(copies)]
    able = [number for number, unit in enumerate(units) if can_hold(unit)]
    drawn = random.Random(seed).sample(able, len(wanted))
    for number, one in zip(drawn, wanted, strict=True):
        changed = deepcopy(units[number])
        one.change(changed)
        planted[number] = changed
        found[number] = dict(one.finds)
    return planted, found


def ledger(
    units: Sequence[Unit],
    found: Sequence[Mapping[str, tuple[int, ...]]],
    first_row: int,
    sheet: str | None = None,
) -> list[Place]:
    """Where in the written file each planted fault must be found."""
    places: list[Place] = []
    row = first_row
    for unit, checks in zip(units, found, strict=True):
        places += [
            (sheet, row + position, check)
            for check, positions in checks.items()
            for position in positions
        ]
        row += len(unit)
    return places
