"""Clean event lists, a unit a signal, and every fault that they can have."""

import random
from datetime import date, timedelta

from tests.faults.days import FUTURE, written
from tests.faults.families import UNMAPPED, family_faults
from tests.faults.plan import Change, Fault, Row, Unit, again, cells, fault
from tests.oracle.registrations import make_tenant

FORMAT = "signalenbestand"
SIGNAL, VISIT, FEEDBACK, CLOSED = 0, 1, 2, 3
OTHER_COLUMNS = (
    *("tijd", "partner", "partnernaam", "contractnummer", "geboortedatum"),
    *("postcode", "geslacht", "bedrag", "dagen_achterstand", "waarde"),
    *("bezoekers", "aangekondigd"),
)


def clean_events(count: int, seed: int) -> list[Unit]:
    """Signals, each with a visit, a report back and a close."""
    rng = random.Random(seed)
    return [_signal(rng, number) for number in range(count)]


def _signal(rng: random.Random, number: int) -> Unit:
    tenant = make_tenant(rng, number, "ymere")
    day = date(2009, 1, 1) + timedelta(number % 600)
    person = {
        "partner": "Huur",
        "partnernaam": "Ymere",
        "contractnummer": tenant.contract,
        "geboortedatum": written(date(1930 + number % 55, 5, 1 + number % 28)),
        "postcode": tenant.postcode,
        "geslacht": rng.choice("mv"),
        "bedrag": "€ 839,50",
        "dagen_achterstand": "60",
    }
    visit = {"tijd": "14:30", "bezoekers": "SHV+MW", "aangekondigd": "nee"}
    return [
        _event(number, "signaal", day, person),
        _event(
            number, "huisbezoek", day + timedelta(3), visit | {"waarde": "niet thuis"}
        ),
        _event(number, "terugkoppeling", day + timedelta(10), {}),
        _event(number, "afgesloten", day + timedelta(30), {"waarde": "niet bereikt"}),
    ]


def _event(number: int, event: str, day: date, more: Row) -> Row:
    empty = dict.fromkeys(OTHER_COLUMNS, "")
    return {
        "signaal_id": f"E-{number:05d}",
        "gebeurtenis": event,
        "datum": written(day),
        "stadsdeel": "noord",
        "pilot": "",
        "opmerking": "",
        **empty,
        **more,
    }


def dated(at: int, day: date) -> Change:
    """Write a day in one of the events."""
    return cells({"datum": written(day)}, at)


def _twenty_more_visits(unit: Unit) -> None:
    unit += [unit[VISIT] | {"tijd": f"{8 + hour // 4}:{hour % 4 * 15:02d}"}
             for hour in range(20)]  # fmt: skip


def _all_marked(unit: Unit) -> None:
    for row in unit:
        row["opmerking"] = "TEST"


def _remain(*positions: int) -> Change:
    """Keep only these events."""

    def change(unit: Unit) -> None:
        unit[:] = [unit[position] for position in positions]

    return change


def _after(at: int, days: int, of: int = SIGNAL) -> Change:
    """Date an event so many days after another."""

    def change(unit: Unit) -> None:
        day, month, year = map(int, unit[of]["datum"].split("-"))
        unit[at]["datum"] = written(date(year, month, day) + timedelta(days))

    return change


def _added(event: str, days: int, **more: str) -> Change:
    """Add an event so many days after the signal."""

    def change(unit: Unit) -> None:
        unit.append(unit[FEEDBACK] | {"gebeurtenis": event, **more})
        _after(len(unit) - 1, days)(unit)

    return change


def _several(*changes: Change) -> Change:
    def change(unit: Unit) -> None:
        for one in changes:
            one(unit)

    return change


SIGNALS = [
    fault("below zero", cells({"bedrag": "-1"}), "signals_arrears_negative"),
    fault("extreme", cells({"bedrag": "30.000"}), "signals_arrears_extreme"),
    fault(
        "days",
        cells({"dagen_achterstand": "1831"}),
        "signals_arrears_days_implausible",
    ),
    fault(
        "a child",
        cells({"geboortedatum": "1-1-1999"}),
        "signals_birth_year_implausible",
    ),
    fault(
        "signal in future",
        _several(_remain(SIGNAL), dated(SIGNAL, FUTURE)),
        "signals_signal_date_in_future",
    ),
    fault(
        "before the pilot",
        _several(
            dated(SIGNAL, date(2008, 12, 31)),
            _after(VISIT, 3),
            _after(FEEDBACK, 10),
        ),
        "signals_outside_pilot",
    ),
    fault(
        "early visit", _after(VISIT, -1), "signals_attempt_before_signal"
    ),
    fault("late visit", _several(_after(VISIT, 29), _after(FEEDBACK, 14)),
          "signals_first_visit_late", "signals_feedback_before_attempt"),
    fault("late feedback", _after(FEEDBACK, 15), "signals_feedback_late"),
    fault(
        "early close",
        _after(CLOSED, 9),
        "signals_closed_before_feedback",
    ),
    fault(
        "receipt before signal",
        _added("ontvangen", -1),
        "signals_receipt_before_signal",
    ),
    fault("late receipt", _added("ontvangen", 5), "signals_receipt_late"),
    fault(
        "early hand-over",
        _added("deurwaarder", -1),
        "signals_handover_before_signal",
    ),
    fault("unknown close", cells({"waarde": UNMAPPED}, CLOSED),
          "signals_close_reason_unmapped"),
    fault(
        "unknown acceptance",
        _several(
            cells({"waarde": "thuis"}, VISIT),
            cells({"waarde": "quick fix"}, CLOSED),
            _added("geaccepteerd", 5, waarde=UNMAPPED),
        ),
        "signals_result_unmapped",
    ),
    Fault(
        "reached, yet not reached",
        cells({"waarde": "thuis"}, VISIT),
        {"signals_not_reached_yet_opened": (SIGNAL,)},
    ),
]  # fmt: skip

VISITS = [
    Fault(
        "visit in future",
        dated(VISIT, FUTURE),
        {
            "contact_attempts_attempted_date_in_future": (VISIT,),
            "signals_first_visit_late": (SIGNAL,),
            "signals_feedback_before_attempt": (SIGNAL,),
            "signals_closed_before_attempt": (SIGNAL,),
        },
    ),
    fault(
        "unknown outcome",
        cells({"waarde": UNMAPPED}, VISIT),
        "contact_attempts_outcome_unmapped",
        at=VISIT,
    ),
    fault(
        "unknown time",
        cells({"tijd": "straks"}, VISIT),
        "contact_attempts_daypart_unreadable",
        at=VISIT,
    ),
    Fault(
        "unknown visitors",
        cells({"bezoekers": UNMAPPED}, VISIT),
        {"contact_attempts_visitors_unmapped": (VISIT,)},
    ),
    Fault(
        "unknown announcement",
        cells({"aangekondigd": "misschien"}, VISIT),
        {"contact_attempts_announced_unreadable": (VISIT,)},
    ),
    Fault(
        "too many visits",
        _twenty_more_visits,
        {"contact_attempts_number_implausible": (VISIT,)},
    ),
]

FAULTS: list[Fault] = [
    *SIGNALS,
    *VISITS,
    fault("test rows", _all_marked, "signals_test_row"),
    fault(
        "unknown event",
        cells({"gebeurtenis": UNMAPPED}, FEEDBACK),
        "signals_event_unmapped",
    ),
    fault("repeated", again(), "signals_repeated_in_file"),
    *family_faults(
        FORMAT,
        {"signals": SIGNAL},
        {
            "signals_result_unmapped",
            "signals_close_reason_unmapped",
            "signals_signal_date_missing",
            # The uploader names the district and the pilot.
            "signals_district_missing",
            "signals_pilot_missing",
            "signals_corporation_missing",
        },
    ),
]
