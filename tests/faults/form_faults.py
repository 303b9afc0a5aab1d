"""Every fault that a transfer form can have."""

from datetime import date

from tests.faults.days import FUTURE, written
from tests.faults.families import family_faults, rejected_rows
from tests.faults.forms import (
    BARE,
    DATES,
    FORMAT,
    NO_VISITS,
    NOT_CLOSED,
    NOT_REACHED,
    OBJECTED,
    OPENED,
    days,
    moved,
)
from tests.faults.plan import Change, Fault, Row, again, both, cells, fault


def _future(name: str, *checks: str, around: Row | None = None) -> Fault:
    change = cells({**(around or {}), DATES[name]: written(FUTURE)})
    field = {"office": "office_visit", "receipt": "receipt_confirmed"}.get(name, name)
    field = {"handover": "bailiff_handover"}.get(field, field)
    own = f"signals_{field}_date_in_future"
    return fault(own, change, own, *checks)


FUTURES = [
    _future("signal", around=BARE | NOT_CLOSED),
    _future("closed"),
    _future("letter", "signals_letter_after_attempt"),
    _future("objection", around=OBJECTED),
    _future("handover", "bailiff_steps_step_date_in_future"),
    _future("receipt", "signals_receipt_late"),
    _future("office", "contact_attempts_attempted_date_in_future", around=OPENED),
    _future("feedback", "signals_feedback_late", "signals_closed_before_feedback"),
    fault(
        "visit in future",
        cells({DATES["visit"]: written(FUTURE)}),
        "contact_attempts_attempted_date_in_future",
        "signals_first_visit_late",
        "signals_feedback_before_attempt",
        "signals_closed_before_attempt",
    ),
]


def single(check: str, *changes: Change, also: tuple[str, ...] = ()) -> Fault:
    """A fault that is named after the check that must find it."""
    return fault(check, both(*changes), check, *also)


PLAUSIBILITY = [
    single("signals_arrears_negative", cells({"Huurachterstand": "-5,00"})),
    single(
        "signals_arrears_extreme",
        cells(
            {
                "Huurachterstand": "30.000,00",
                "Totale schuld": "40.000,00",
                "Huur per maand": "",
            }
        ),
    ),
    single("signals_rent_implausible", cells({"Huur per maand": "3.500,00"})),
    single("signals_arrears_months_implausible", cells({"Maanden achterstand": "61"})),
    single("signals_creditors_implausible", cells({"Aantal schuldeisers": "101"})),
    single("signals_total_debt_implausible", cells({"Totale schuld": "600.000,00"})),
    single("signals_birth_year_implausible", cells({"Geboortedatum": "12-05-1999"})),
    single("signals_debt_below_arrears", cells({"Totale schuld": "1,00"})),
    single("signals_arrears_against_rent", cells({"Huur per maand": "100,00"})),
    single("signals_outside_pilot", moved(date(2008, 12, 31))),
    Fault(
        "same household, same day",
        again({"Meldnummer": "{}b"}),
        {"signals_same_household_same_day": (0, 1)},
    ),
]

ORDER = [
    single("signals_letter_after_attempt", days(letter=4)),
    single("signals_attempt_before_signal", days(visit=-1)),
    single("signals_objection_before_letter", cells(OBJECTED), days(objection=-15)),
    single("signals_receipt_before_signal", days(receipt=-1)),
    single("signals_handover_before_signal", days(handover=-1)),
    single("signals_feedback_before_attempt", days(feedback=2)),
    single(
        "signals_feedback_before_signal",
        days(feedback=-1),
        also=("signals_feedback_before_attempt",),
    ),
    single("signals_closed_before_feedback", days(closed=9)),
    single(
        "signals_closed_before_attempt",
        days(visit=3, second_visit=7, feedback=5, closed=6),
        cells({"Thuis 2": "nee", "Tijdstip 2": "ochtend"} | OPENED),
    ),
    single(
        "signals_closed_before_signal",
        days(closed=-1),
        also=("signals_closed_before_feedback", "signals_closed_before_attempt"),
    ),
    single("signals_office_visit_before_signal", days(office=-1), cells(OPENED)),
    single("signals_feedback_late", days(feedback=15)),
    single(
        "signals_first_visit_late",
        days(visit=29, feedback=30),
        also=("signals_feedback_late",),
    ),
    single("signals_receipt_late", days(receipt=5)),
    single("signals_objection_period_short", days(letter=-1)),
]

ANSWERS = [
    single("signals_objection_date_without_objection", days(objection=-9)),
    single("signals_objected_yet_visited", cells({"Bezwaar": "ja"})),
    single(
        "signals_accepted_without_contact",
        cells({"Resultaat": "hulp geaccepteerd", "Thuis 1": "nee"}),
    ),
    single(
        "signals_result_without_attempt",
        cells(NO_VISITS | {"Reactie op brief": "", "Resultaat": "geen hulp gewenst"}),
    ),
    single(
        "signals_not_reached_yet_opened",
        cells({"Thuis 1": "ja", "Resultaat": "niet bereikt"}),
    ),
    single(
        "signals_referral_arrived_nowhere",
        cells({"Doorverwezen naar": "", "Aangekomen": "ja"}),
    ),
    single(
        "signals_closed_without_reason",
        cells({"Resultaat": "", "Reden afsluiting": ""}),
    ),
    single("signals_reason_without_close", cells({"Datum afsluiting": ""} | OPENED)),
    single("signals_closed_with_open_referral", cells({"Doorverwezen naar": "GGD"})),
    single("signals_closed_without_feedback", cells({"Datum terugkoppeling": ""})),
    single(
        "signals_stale_open",
        cells(NOT_CLOSED | {"Thuis 1": "ja", "Resultaat": "hulp geaccepteerd"}),
    ),
    single(
        "signals_nothing_recorded",
        cells(BARE | NOT_CLOSED),
        also=("signals_stale_open",),
    ),
]

VISITS = [
    single(
        "contact_attempts_opened_without_date",
        cells({"Datum huisbezoek 1": ""}),
    ),
    single(
        "contact_attempts_before_previous",
        days(visit=5, second_visit=4),
        cells({"Thuis 2": "nee", "Tijdstip 2": "avond"}),
    ),
    single(
        "contact_attempts_gap_in_numbers",
        cells(NO_VISITS | {"Thuis 2": "nee", "Tijdstip 2": "avond"}),
        days(second_visit=4),
        cells(NOT_REACHED),
    ),
    fault(
        "visit with an unreadable date",
        cells({"Datum huisbezoek 1": "31-02-2009", "Reactie op brief": ""}),
        "contact_attempts_attempted_date_unreadable",
        "contact_attempts_opened_without_date",
    ),
    fault(
        "unknown visitors",
        cells({"Bezoekers": "zomaar iets", "Reactie op brief": ""}),
        "signals_visitors_unmapped",
        "contact_attempts_visitors_unmapped",
    ),
    fault(
        "unreadable announcement",
        cells({"Aangekondigd": "misschien", "Reactie op brief": ""}),
        "signals_announced_unreadable",
        "contact_attempts_announced_unreadable",
    ),
    *(
        fault(
            f"contact_attempts_{field}_unreadable",
            cells({heading: text, "Reactie op brief": ""} | NOT_REACHED),
            f"contact_attempts_{field}_unreadable",
        )
        for field, heading, text in (
            ("outcome", "Thuis 1", "misschien"),
            ("daypart", "Tijdstip 1", "straks"),
        )
    ),
]

OWN = {
    "contact_attempts_attempted_date_unreadable",
    "contact_attempts_outcome_unreadable",
    "contact_attempts_daypart_unreadable",
    "signals_visitors_unmapped",
    "signals_announced_unreadable",
}

FAULTS = [
    *FUTURES,
    *PLAUSIBILITY,
    *ORDER,
    *ANSWERS,
    *VISITS,
    *rejected_rows("signals", "Opmerkingen"),
    *family_faults(
        FORMAT,
        {"signals": 0, "contact_attempts": 0},
        OWN,
        {
            "signals_closed_date_unreadable": {"Reden afsluiting": ""} | OPENED,
            "contact_attempts_outcome_missing": NOT_REACHED,
        },
    ),
]
