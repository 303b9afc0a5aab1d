"""Clean tally lists, a sheet a month, and every fault that they can have."""

import random
from dataclasses import replace
from datetime import date, timedelta

from tests.faults.days import FUTURE, written
from tests.faults.families import family_faults, rejected_rows
from tests.faults.plan import Change, Fault, Unit, both, cells, fault
from tests.oracle.registrations import PILOT_B, Tally, make_tenant
from tests.oracle.spelling import SHORT_MONTHS
from tests.oracle.writing import tally_row

FORMAT = "turflijst"
MONTHS = tuple(date(2007, month, 1) for month in range(3, 10))
RINGS = ("1e aanbelactie", "2e aanbelactie", "3e aanbelactie")
NO_RINGS = {name: "" for name in RINGS}


def clean_sheets(count: int, seed: int) -> dict[str, list[Unit]]:
    """Months of `count` listed tenants with nothing wrong, a unit each."""
    rng = random.Random(seed)
    return {
        f"{SHORT_MONTHS[month.month - 1]} {month.year}": [
            [_line(rng, month, count * month.month + number, number)]
            for number in range(count)
        ]
        for month in MONTHS
    }


def _line(rng: random.Random, month: date, tenant: int, number: int) -> dict[str, str]:
    person = replace(
        make_tenant(rng, tenant, "ymere"),
        sex=rng.choice(["male", "female"]),
        birth_date=date(1930 + number % 55, 1 + number % 12, 1 + number % 28),
    )
    made = number % 4 != 0
    tally = Tally(
        pilot=PILOT_B,
        district="oost-watergraafsmeer",
        tenant=person,
        day=month,
        arrears=rng.randrange(100, 4000) + 0.5,
        attempts=[month + timedelta(number % 20)] if made else [],
        opened_at=1 if number % 4 == 1 else None,
        settled=rng.choice([None, "B", "R"]),
        contact=number % 4 == 1,
        bailiff=False,
        reason=None if made else rng.choice("VOBTFA"),
        trajectories=["SHV"] if number % 8 == 1 else [],
    )
    row = tally_row(rng, tally, number + 1)
    more = {"Briefje": "", "Maanden achterstand": "2", "Datum lijst": ""}
    return row | more | {"Opmerking": "", "_day": month.isoformat()}


def rung(*after: int) -> Change:
    """Ring so many days after the first of the month."""

    def change(unit: Unit) -> None:
        month = date.fromisoformat(unit[0]["_day"])
        days = [written(month + timedelta(offset)) for offset in after]
        unit[0].update(NO_RINGS | dict(zip(RINGS, days, strict=False)))

    return change


def can_hold_fault(unit: Unit) -> bool:
    """Whether a bell was rung once and nobody opened, so that a fault is alone."""
    return bool(unit[0][RINGS[0]]) and not unit[0]["Thuis"]


ATTEMPTS = "contact_attempts"
RINGING = [
    fault(
        "ring in future",
        cells({RINGS[0]: written(FUTURE)}),
        f"{ATTEMPTS}_attempted_date_in_future",
        "signals_first_visit_late",
    ),
    fault(
        "unreadable ring",
        cells({RINGS[0]: "31-02-2007"}),
        f"{ATTEMPTS}_attempted_date_unreadable",
        f"{ATTEMPTS}_opened_without_date",
    ),
    fault("late ring", rung(29), "signals_first_visit_late"),
    fault("early ring", rung(-1), "signals_attempt_before_signal"),
    fault("rings in disorder", rung(5, 4), f"{ATTEMPTS}_before_previous"),
    fault(
        "second ring only",
        both(rung(5), cells({RINGS[0]: "", RINGS[1]: "12-09-2007"})),
        f"{ATTEMPTS}_gap_in_numbers",
    ),
    fault(
        "opened, day unknown",
        cells(NO_RINGS | {"Thuis": "1"}),
        f"{ATTEMPTS}_opened_without_date",
    ),
    fault(
        "reason though rung",
        cells({"Reden geen bezoek": "V"}),
        "signals_reason_though_attempted",
    ),
]

DATES = [
    fault(
        "list of the future",
        both(cells(NO_RINGS), cells({"Datum lijst": written(FUTURE)})),
        "signals_signal_date_in_future",
        "signals_outside_pilot",
    ),
    fault(
        "list before the pilot",
        both(cells(NO_RINGS), cells({"Datum lijst": "28-02-2007"})),
        "signals_outside_pilot",
    ),
    fault(
        "bailiff in future",
        cells({"Deurwaarder": written(FUTURE)}),
        "bailiff_steps_step_date_in_future",
    ),
]

PLAUSIBILITY = [
    fault("below zero", cells({"Huurschuld": "-1"}), "signals_arrears_negative"),
    fault("extreme", cells({"Huurschuld": "25.000,01"}), "signals_arrears_extreme"),
    fault(
        "months",
        cells({"Maanden achterstand": "61"}),
        "signals_arrears_months_implausible",
    ),
    fault(
        "a child", cells({"Geb.datum": "1-1-1995"}), "signals_birth_year_implausible"
    ),
]

FAULTS: list[Fault] = [
    *RINGING,
    *DATES,
    *PLAUSIBILITY,
    *rejected_rows("signals", "Opmerking"),
    *family_faults(
        FORMAT,
        {"signals": 0, ATTEMPTS: 0},
        {
            f"{ATTEMPTS}_attempted_date_unreadable",
            # An empty cell says: nobody at home, two months, the first of the month.
            f"{ATTEMPTS}_outcome_missing",
            "signals_arrears_months_missing",
            "signals_signal_date_missing",
        },
        {
            "signals_signal_date_unreadable": NO_RINGS,
            "signals_no_visit_reason_unmapped": NO_RINGS,
        },
    ),
]
