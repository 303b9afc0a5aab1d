"""Clean conferences and counts of evictions, and every fault that they can have."""

import random
from datetime import date, timedelta
from pathlib import Path

import openpyxl

from tests.faults.days import FUTURE, written
from tests.faults.families import UNMAPPED, family_faults, rejected_rows
from tests.faults.plan import Place, Row, Unit, cells, fault
from tests.oracle.spelling import MONTHS
from warehouse.standard.places import districts

NOT_HELD = {"datum conferentie": "", "aantal deelnemers": "", "plan": "nee",
            "evaluatiedatum": ""}  # fmt: skip


def clean_conferences(count: int, seed: int) -> list[Unit]:
    """Conferences that were held, a unit each."""
    rng = random.Random(seed)
    return [[_conference(rng, number)] for number in range(count)]


def _conference(rng: random.Random, number: int) -> Row:
    registered = date(2007, 2, 1) + timedelta(number % 500)
    return {
        "nr": str(number + 1),
        "instelling": rng.choice(["Dynamo", "PuurZuid"]),
        "datum aanmelding": written(registered),
        "coördinator toegewezen": written(registered + timedelta(7)),
        "datum conferentie": written(registered + timedelta(40)),
        "plan": "ja",
        "reden geen conferentie": "",
        "aantal deelnemers": str(rng.randrange(3, 12)),
        "huishouden": rng.choice(["alleenstaand", "paar met kinderen"]),
        "geslacht": rng.choice("mv"),
        "vragen": "",
        "aanwezige professionals": "schuldhulpverlening / ggz",
        "evaluatiedatum": written(registered + timedelta(120)),
        "opmerking": "",
    }


CONFERENCE_FAULTS = [
    fault(
        "registered in future",
        cells(NOT_HELD | {"datum aanmelding": written(FUTURE)}),
        "conferences_registered_date_in_future",
    ),
    fault(
        "evaluated in future",
        cells({"evaluatiedatum": written(FUTURE)}),
        "conferences_evaluated_date_in_future",
    ),
    fault(
        "held before",
        cells({"datum conferentie": "31-01-2007"}),
        "conferences_before_registration",
    ),
    fault(
        "evaluated before",
        cells({"evaluatiedatum": "31-01-2007"}),
        "conferences_evaluated_before",
    ),
    fault(
        "nobody came",
        cells({"aantal deelnemers": "0"}),
        "conferences_held_without_participants",
    ),
    fault(
        "a crowd",
        cells({"aantal deelnemers": "76"}),
        "conferences_participants_implausible",
    ),
    fault(
        "undated",
        cells(NOT_HELD | {"plan": "ja"}),
        "conferences_plan_without_date",
    ),
    fault(
        "reason though held",
        cells({"reden geen conferentie": "druk weg"}),
        "conferences_reason_though_held",
    ),
    *rejected_rows("conferences", "opmerking"),
    *family_faults(
        "eigen_kracht",
        {"conferences": 0},
        around={
            "conferences_no_conference_reason_unmapped": NOT_HELD,
            "conferences_participants_unreadable": NOT_HELD,
            "conferences_conference_date_unreadable": NOT_HELD,
        },
    ),
]

FIRST_ROW = 3
Counts = tuple[object, object, object]
CLEAN: Counts = (9, 4, 5)
COUNTS_FAULTS: dict[tuple[str, ...], Counts] = {
    ("evictions_negative",): (-1, 0, -1),
    ("evictions_extreme",): (501, 500, 1),
    ("evictions_do_not_add_up",): (9, 4, 4),
    ("evictions_announced_missing",): (None, 4, 5),
    ("evictions_executed_missing",): (9, None, 5),
    ("evictions_not_executed_missing",): (9, 4, None),
    ("evictions_announced_unreadable",): ("veel", 4, 5),
    ("evictions_executed_unreadable",): (9, "veel", 5),
    ("evictions_not_executed_unreadable",): (9, 4, "veel"),
}


def write_evictions(path: Path) -> list[Place]:
    """A crosstab of a year and a month to come; gives where its faults lie."""
    months = [date(2008, number, 1) for number in range(1, 13)]
    months.append(FUTURE.replace(day=1))
    once = sorted(districts())
    names = [*once, UNMAPPED, "TEST", once[-1]]
    faults = list(COUNTS_FAULTS.items())
    places: list[Place] = []
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["", *(text for month in months for text in _heading(month))])
    sheet.append(
        ["stadsdeel", *["aangezegd", "uitgevoerd", "niet uitgevoerd"] * len(months)]
    )
    for position, district in enumerate(names):
        row = FIRST_ROW + position
        line: list[object] = [district]
        for number, month in enumerate(months):
            checks, counts = ((), CLEAN)
            if position < len(faults) and number == position:
                checks, counts = faults[position]
            line += counts
            if district == "TEST":
                found = ["evictions_test_row"]
            elif district == once[-1] and position < len(once):
                found = ["evictions_repeated_in_file"]
            else:
                found = [
                    *checks,
                    *(["evictions_month_in_future"] if month == months[-1] else []),
                    *(["evictions_district_unmapped"] if district == UNMAPPED else []),
                ]
            places += [(sheet.title, row, check) for check in found]
        sheet.append(line)
    book.save(path)
    return places


def _heading(month: date) -> tuple[str | None, ...]:
    return (f"{MONTHS[month.month - 1]} {month.year}", None, None)
