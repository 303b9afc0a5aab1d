"""Deal the bailiff's files and write each corporation's list of steps."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from maker.files import write_text

from city import rates
from city.calendar import LAST_DAY
from city.people import Household
from city.signals import Signal

HEADER = ("contractnr", "corporatie", "dossier_dw", "stap", "datum", "bedrag", "kosten")
COSTS = {"SOM": 150, "DAG": 320, "VON": 500, "AANZ": 560, "ONTR": 600}
LIST_DAY = LAST_DAY - timedelta(days=8)
EARLIER = date(2007, 1, 8), 690
"""First day of the files before the city, and how many days they spread over."""
QUIET_DAYS = 200
"""A household has no second file so soon."""
Step = tuple[date, tuple[str, ...]]


def deal_steps(district: str, signals: Sequence[Signal]) -> dict[str, list[Step]]:
    """Return the steps by corporation; marks on the signals what was handed over.

    A file opens before the city began, or after a signal of the corporation.
    """
    rng = random.Random(f"bailiff/{district}")
    steps: dict[str, list[Step]] = {}
    busy_until: dict[str, date] = {}
    for signal in signals:
        household = signal.household
        found = steps.setdefault(household.corporation, [])
        if household.contract not in busy_until:
            busy_until[household.contract] = date.min
            found += _earlier(rng, household)
        if signal.partner == "Huur" and busy_until[household.contract] < signal.day:
            found += _after(rng, signal, busy_until)
    return steps


def write_bailiff_list(path: Path, steps: Sequence[Step]) -> Path:
    """Write a corporation's list up to its day and return the path."""
    rows = [row for day, row in sorted(steps) if day <= LIST_DAY]
    return write_text(path, HEADER, rows, separator=",", line_end="\n")


def _earlier(rng: random.Random, household: Household) -> list[Step]:
    if rng.random() > rates.BAILIFF_BEFORE:
        return []
    found = []
    for number in range(2 if rng.random() < 0.3 else 1):
        first, spread = EARLIER
        start = first + timedelta(days=rng.randrange(spread // 2) + number * 330)
        found += _file(rng, household, start, may_evict=False)
    return found


def _after(
    rng: random.Random, signal: Signal, busy_until: dict[str, date]
) -> list[Step]:
    if rng.random() > rates.BAILIFF_AFTER.get(signal.result, 0.1):
        return []
    begun = signal.closed or signal.decided or signal.day
    handed_over = begun + timedelta(days=rng.randint(3, 90))
    signal.handed_over = handed_over
    contract = signal.household.contract
    busy_until[contract] = handed_over + timedelta(days=QUIET_DAYS)
    start = handed_over + timedelta(days=rng.randint(1, 14))
    return _file(rng, signal.household, start)


def _file(
    rng: random.Random, household: Household, start: date, *, may_evict: bool = True
) -> list[Step]:
    """Return the steps of one file, three to six weeks apart."""
    claim, day = rng.randint(500, 2400), start
    dossier = f"D{start:%y}-{household.contract[-6:]}-{start:%m%d}"
    steps: list[Step] = []
    for step in _course(rng, may_evict=may_evict):
        costs = f"{COSTS[step]}.00" if step in COSTS else ""
        cells = (household.contract, household.corporation, dossier, step)
        steps.append((day, (*cells, f"{day:%d/%m/%y}", f"{claim}.00", costs)))
        day += timedelta(days=rng.randint(21, 42))
    return steps


def _course(rng: random.Random, *, may_evict: bool) -> list[str]:
    course = ["SOM"]
    for step, following in (("SOM", "DAG"), ("DAG", "VON"), ("VON", "AANZ")):
        if rng.random() > rates.NEXT_STEP[step] or (
            following == "AANZ" and not may_evict
        ):
            return course if rng.random() < 0.4 else [*course, "REG"]
        course.append(following)
    return [*course, "ONTR" if rng.random() < rates.EXECUTED else "INTR"]
