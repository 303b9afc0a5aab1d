"""Write Ymere's two bailiff lists: up to the end of pilot B, and its follow-up."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from maker.files import write_text
from maker.household import Household
from maker.inventor import Inventor
from maker.transvaal import FOLLOW_UP_END, PILOT_END

HEADER = ("contractnr", "corporatie", "dossier_dw", "stap", "datum", "bedrag", "kosten")
COSTS = {"SOM": 150, "DAG": 320, "VON": 500, "AANZ": 560, "ONTR": 600}
EARLIER_COURSES = (
    ("SOM",),
    ("SOM", "REG"),
    ("SOM", "DAG", "INTR"),
    ("SOM", "DAG", "VON", "REG"),
)
LATER_COURSES = (("SOM",), ("SOM", "DAG"), ("SOM", "REG"), ("SOM", "DAG", "VON"))
EVICTION_COURSE = ("SOM", "DAG", "VON", "AANZ", "ONTR")
EARLIEST = date(2005, 1, 20)
Row = tuple[str, str, str, str, str, str, str]
DatedRow = tuple[date, Row]


def write_bailiff_lists(
    earlier: Path, later: Path, households: Sequence[Household], inventor: Inventor
) -> list[Path]:
    """Write both lists and return their paths."""
    rng = random.Random(2005)
    rows = _earlier_files(rng, households) + _new_files(rng, households)
    rows += _other_tenants(rng, inventor)
    rows.sort(key=lambda dated: dated[0])
    until_end = [row for day, row in rows if day <= PILOT_END]
    after_end = [row for day, row in rows if PILOT_END < day <= FOLLOW_UP_END]
    until_end += _cannot_know(rng, households)
    until_end.insert(11, until_end[10])
    named = [(*row, inventor.name()) for row in after_end]
    heading = [name.upper() for name in HEADER] + ["naam huurder"]
    return [
        write_text(earlier, HEADER, until_end, separator=",", line_end="\n"),
        write_text(later, heading, named, separator=",", line_end="\n"),
    ]


def _steps(
    rng: random.Random, contract: str, start: date, course: Sequence[str], dossier: str
) -> list[DatedRow]:
    """Return a bailiff file: a step every three to six weeks."""
    rows, day, claim = [], start, rng.randrange(500, 1900)
    for step in course:
        costs = f"{COSTS[step]}.00" if step in COSTS else ""
        spelled = f"{day:%d/%m/%y}"
        rows.append(
            (day, (contract, "Ymere", dossier, step, spelled, f"{claim}.00", costs))
        )
        day += timedelta(days=rng.randrange(21, 43))
    return rows


def _dossier(rng: random.Random, start: date) -> str:
    return f"D{start:%y}-{rng.randrange(10_000, 99_999)}"


def _earlier_files(
    rng: random.Random, households: Sequence[Household]
) -> list[DatedRow]:
    """One file for 24 households and two or three for 8, long before their signal."""
    rows: list[DatedRow] = []
    repeaters = 0
    for household in households:
        files = {"eenmaal": 1, "vaker": 2}.get(household.earlier_bailiff, 0)
        repeaters += household.earlier_bailiff == "vaker"
        if files == 2 and repeaters % 4 == 0:
            files = 3
        is_unnumbered = household.earlier_bailiff == "vaker" and repeaters == 1
        for number in range(files):
            start = EARLIEST + timedelta(days=210 * number + rng.randrange(60))
            course = ("SOM",) if is_unnumbered else rng.choice(EARLIER_COURSES)
            dossier = "" if is_unnumbered else _dossier(rng, start)
            rows += _steps(rng, household.contract, start, course, dossier)
    return rows


def _new_files(rng: random.Random, households: Sequence[Household]) -> list[DatedRow]:
    """9 files opened during the pilot and 15 after it; none gets to an eviction."""
    rows: list[DatedRow] = []
    for household in households:
        if household.summoned_on:
            course, start = rng.choice(LATER_COURSES), household.summoned_on
            dossier = _dossier(rng, start)
            rows += _steps(rng, household.contract, start, course, dossier)
    return rows


def _other_tenants(rng: random.Random, inventor: Inventor) -> list[DatedRow]:
    """Tenants of the same corporation outside the pilot, some of them evicted."""
    rows: list[DatedRow] = []
    for number in range(6):
        start = date(2006, 11, 10) + timedelta(days=55 * number)
        course = EVICTION_COURSE if number % 2 else LATER_COURSES[number % 4]
        contract, dossier = inventor.contract("YM"), _dossier(rng, start)
        rows += _steps(rng, contract, start, course, dossier)
    return rows


def _cannot_know(rng: random.Random, households: Sequence[Household]) -> list[Row]:
    """17 contracts of which the corporation says that it cannot know."""
    return [
        (each.contract, "Ymere", "", rng.choice(("?", "?", "onbekend")), "", "", "")
        for each in households
        if each.earlier_bailiff == "onbekend"
    ]
