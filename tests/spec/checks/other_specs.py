"""The cases of the checks on all else that stand on their own."""

from datetime import date

from tests.spec.checks.check_cases import Case, Spec, bad, good, outside
from tests.spec.checks.signal_specs import (
    MARCH_13,
    MARCH_14,
    MARCH_15,
    bounded,
    ordered,
)

FIRST, SECOND = {"attempt_number": 1}, {"attempt_number": 2}
TEST_ROW = {"rejection": "test row"}
MARCH, MAY, JUNE = date(2007, 3, 1), date(2007, 5, 1), date(2007, 6, 13)
SIGNALLED = {"signals": [{"contract_key": "one", "signal_date": MARCH_13}]}
RECEIVED_ON = date(2009, 6, 1)


def rung(attempt: dict, day: date) -> dict:
    """An attempt at a day."""
    return attempt | {"attempted_date": day}


def step(name: str, day: date | None = MARCH_13, dossier: str = "d1") -> dict:
    """A row of a bailiff list."""
    return {
        "contract_key": "one",
        "dossier_number": dossier,
        "step": name,
        "step_date": day,
    }


CONTACT = {
    "contact_attempts_opened_without_date": Spec(
        clean=good({"outcome": "opened", "attempted_date": MARCH_13}),
        violating=bad({"outcome": "opened"}),
        boundary=bad({"outcome": "not_at_home"}),
        not_applicable=outside({"outcome": "spoken", "channel": "phone"}),
    ),
    "contact_attempts_before_previous": Spec(
        clean=Case(
            [
                rung(FIRST, MARCH_13),
                rung(SECOND, MARCH_14),
            ],
            assessed=1,
        ),
        violating=Case(
            [
                rung(FIRST, MARCH_14),
                rung(SECOND, MARCH_13),
            ],
            "fail",
            assessed=1,
            wrong=[2],
        ),
        boundary=Case(
            [
                rung(FIRST, MARCH_13),
                rung(SECOND, MARCH_13),
            ],
            assessed=1,
        ),
        not_applicable=outside(
            rung(FIRST, MARCH_14), rung(FIRST, MARCH_13) | {"channel": "ring"}
        ),
    ),
    "contact_attempts_gap_in_numbers": Spec(
        clean=Case([FIRST, SECOND], assessed=1),
        violating=Case([FIRST, {"attempt_number": 3}], "fail", assessed=1, wrong=[2]),
        boundary=bad(SECOND),
        not_applicable=outside(FIRST),
    ),
    "contact_attempts_number_implausible": Spec(
        clean=good(FIRST),
        violating=bad({"attempt_number": 21}, {"attempt_number": 0}),
        boundary=good({"attempt_number": 20}),
        not_applicable=outside({"attempt_number": None}),
    ),
}

BAILIFF = {
    "bailiff_steps_undated": Spec(
        clean=good(step("summons")),
        violating=bad(step("summons", None)),
        boundary=good(step("summons", None) | {"unreadable_fields": ["step_date"]}),
        not_applicable=outside({"contract_key": "one"}),
    ),
    "bailiff_steps_out_of_order": Spec(
        clean=Case([step("summons"), step("writ", MARCH_14)], assessed=1),
        violating=Case(
            [step("judgment"), step("writ", MARCH_14)], "fail", assessed=1, wrong=[2]
        ),
        boundary=outside(step("judgment"), step("writ")),
        not_applicable=outside(step("judgment"), step("writ", MARCH_14, "d2")),
    ),
    "bailiff_steps_eviction_without_judgment": Spec(
        clean=Case([step("judgment"), step("evicted", MARCH_15)], assessed=1),
        violating=Case(
            [step("writ"), step("evicted", MARCH_15)], "fail", assessed=1, wrong=[2]
        ),
        boundary=Case([step("judgment", None), step("evicted", MARCH_15)], assessed=1),
        not_applicable=outside(step("eviction_announced")),
    ),
    "bailiff_steps_duplicate": Spec(
        clean=good(step("summons"), step("writ")),
        violating=bad(step("summons"), step("summons")),
        boundary=good(step("summons"), step("summons", MARCH_14)),
        not_applicable=outside(step("summons", None), step("summons", None)),
    ),
    "bailiff_steps_amount_implausible": bounded("amount", 839, 100000.01, 0),
    "bailiff_steps_costs_implausible": bounded("costs", 120, -0.01, 25000),
}

SERVICES = {
    "services_end_before_start": ordered("started_date", "ended_date"),
    "services_hours_implausible": bounded("hours", 2.5, 200.01, 200),
    "services_closed_without_code": Spec(
        clean=good({"status": "closed", "close_code": "goal_reached"}),
        violating=bad({"status": "closed"}),
        boundary=bad({"ended_date": MARCH_13}),
        not_applicable=outside({"status": "running"}),
    ),
    "services_running_with_end": Spec(
        clean=good({"status": "closed", "ended_date": MARCH_13}),
        violating=bad({"status": "running", "ended_date": RECEIVED_ON}),
        boundary=outside({"status": "running", "ended_date": date(2009, 6, 2)}),
        not_applicable=outside({"status": "running"}),
    ),
    "services_without_link": Spec(
        clean=good({"signal_number": "12"}, {"contract_key": "one"}),
        violating=bad({"client_key": "one"}),
        boundary=Case(
            [{}, *[{"birth_date_key": "one"}] * 19], "pass", assessed=20, wrong=[1]
        ),
        not_applicable=outside(TEST_ROW),
    ),
}

FOLLOW_UPS = {
    "follow_ups_amount_negative": bounded("amount_now", 300, -1, 0),
    "follow_ups_debt_without_amount": Spec(
        clean=good({"debt_now": "yes", "amount_now": 300}),
        violating=bad({"debt_now": "yes", "amount_now": 0}),
        boundary=good({"debt_now": "yes", "amount_now": 0.01}),
        not_applicable=outside({"debt_now": "yes"}, {"debt_now": "no"}),
    ),
    "follow_ups_amount_without_debt": Spec(
        clean=good({"debt_now": "no", "amount_now": 0}),
        violating=bad({"debt_now": "no", "amount_now": 300}),
        boundary=bad({"debt_now": "no", "amount_now": 0.01}),
        not_applicable=outside({"debt_now": "no"}),
    ),
    "follow_ups_without_signal": Spec(
        clean=good({"contract_key": "one"}, around=SIGNALLED),
        violating=bad({"contract_key": "two"}, around=SIGNALLED),
        boundary=bad(
            {"contract_key": "one"},
            around={
                "signals": [
                    {
                        "contract_key": "one",
                        "signal_date": MARCH_13,
                        "rejection": "test row",
                    }
                ]
            },
        ),
        not_applicable=outside({}, around=SIGNALLED),
    ),
    "follow_ups_before_signal": Spec(
        clean=good(
            {"contract_key": "one", "reference_date": MARCH_14}, around=SIGNALLED
        ),
        violating=bad(
            {"contract_key": "one", "reference_date": date(2007, 3, 12)},
            around=SIGNALLED,
        ),
        boundary=good(
            {"contract_key": "one", "reference_date": MARCH_13}, around=SIGNALLED
        ),
        not_applicable=outside({"contract_key": "one", "reference_date": MARCH_13}),
    ),
    "follow_ups_too_early": Spec(
        clean=good(
            {"contract_key": "one", "reference_date": date(2008, 3, 13)},
            around=SIGNALLED,
        ),
        violating=bad(
            {"contract_key": "one", "reference_date": date(2007, 6, 12)},
            around=SIGNALLED,
        ),
        boundary=good(
            {"contract_key": "one", "reference_date": JUNE}, around=SIGNALLED
        ),
        not_applicable=outside({"contract_key": "one", "reference_date": MARCH_13}),
    ),
    "follow_ups_contact_without_signal": Spec(
        clean=good({"contract_key": "one", "contact_during": True}, around=SIGNALLED),
        violating=bad({"contract_key": "one", "contact_during": True}),
        boundary=outside({"contract_key": "one", "contact_during": False}),
        not_applicable=outside({"contact_during": True}),
    ),
}

EVICTIONS = {
    "evictions_negative": Spec(
        clean=good({"announced": 5, "executed": 3, "not_executed": 2}),
        violating=bad({"announced": 5, "executed": -1, "not_executed": 6}),
        boundary=good({"announced": 0}),
        not_applicable=outside({}),
    ),
    "evictions_do_not_add_up": Spec(
        clean=good({"announced": 5, "executed": 3, "not_executed": 2}),
        violating=bad({"announced": 5, "executed": 3, "not_executed": 1}),
        boundary=good({"announced": 0, "executed": 0, "not_executed": 0}),
        not_applicable=outside({"announced": 5, "executed": 3}),
    ),
    "evictions_extreme": Spec(
        clean=good({"announced": 12}),
        violating=bad({"announced": 501}),
        boundary=good({"announced": 500}),
        not_applicable=outside({}),
    ),
}

CONFERENCES = {
    "conferences_held_without_participants": Spec(
        clean=good({"conference_date": MARCH_13, "participants": 11}),
        violating=bad({"conference_date": MARCH_13}),
        boundary=bad({"conference_date": RECEIVED_ON, "participants": 0}),
        not_applicable=outside({"conference_date": date(2009, 6, 2)}),
    ),
    "conferences_participants_implausible": bounded("participants", 11, 76, 75),
    "conferences_plan_without_date": Spec(
        clean=good({"plan_made": True, "conference_date": MARCH_13}),
        violating=bad({"plan_made": True}),
        boundary=outside({"plan_made": False}),
        not_applicable=outside(
            {"plan_made": True}, status="not_assessed", without=["datum_conferentie"]
        ),
    ),
    "conferences_before_registration": ordered("registered_date", "conference_date"),
    "conferences_evaluated_before": ordered("conference_date", "evaluated_date"),
    "conferences_reason_though_held": Spec(
        clean=good({"no_conference_reason": "pressure_gone"}),
        violating=bad(
            {"no_conference_reason": "pressure_gone", "conference_date": MARCH_13}
        ),
        boundary=good(
            {
                "no_conference_reason": "pressure_gone",
                "conference_date": date(2009, 6, 2),
            }
        ),
        not_applicable=outside({"conference_date": MARCH_13}),
    ),
}

CLAIMS = {
    "claims_amount_differs": Spec(
        clean=good({"hours": 2.5, "rate": 60, "amount": 150}),
        violating=bad({"hours": 2.5, "rate": 60, "amount": 150.02}),
        boundary=good({"hours": 2.5, "rate": 60, "amount": 150.01}),
        not_applicable=outside({"hours": 2.5, "amount": 150}),
    ),
    "claims_hours_implausible": bounded("hours", 2.5, -0.01, 200),
    "claims_rate_implausible": bounded("rate", 60, 250.01, 250),
}

DELIVERIES = {
    "deliveries_without_dated_signal": Spec(
        clean=good({"rows_read": 1}, around={"signals": [{"signal_date": MARCH}]}),
        violating=bad({"rows_read": 2}, around={"signals": [{}, {}]}),
        boundary=good(
            {"rows_read": 2}, around={"signals": [{}, {"signal_date": MARCH}]}
        ),
        not_applicable=outside({"rows_read": 1}, around={"signals": [TEST_ROW]}),
    ),
    "deliveries_nothing_counts": Spec(
        clean=good({"rows_read": 1}, around={"services": [{}]}),
        violating=bad({"rows_read": 1}, around={"services": [TEST_ROW]}),
        boundary=good({"rows_read": 2}, around={"services": [TEST_ROW, {}]}),
        not_applicable=outside({"rows_read": 0}),
    ),
    "deliveries_records_lost": Spec(
        clean=good({"rows_read": 3}, staged=3),
        violating=bad({"rows_read": 3}, staged=2),
        boundary=bad({"rows_read": 1}, staged=0),
        not_applicable=outside({"rows_read": 0}, staged=0),
    ),
    "deliveries_signals_not_published": Spec(
        clean=good({"rows_read": 2}, around={"signals": [{}, {}]}),
        violating=bad({"rows_read": 1}, around={"signals": [{}]}, world=0),
        boundary=good({"rows_read": 2}, around={"signals": [TEST_ROW, {}]}),
        not_applicable=outside({"rows_read": 1}, around={"services": [{}]}, world=0),
    ),
}

INDICATORS = {
    "indicator_values_share_above_one": Spec(
        clean=good({"indicator_id": "reached_share", "numerator": 3, "denominator": 8}),
        violating=bad(
            {"indicator_id": "reached_share", "numerator": 9, "denominator": 8}
        ),
        boundary=good(
            {"indicator_id": "reached_share", "numerator": 8, "denominator": 8}
        ),
        not_applicable=outside(
            {
                "indicator_id": "eviction_executed_share",
                "numerator": 9,
                "denominator": 8,
            }
        ),
    ),
    "indicator_values_negative_count": Spec(
        clean=good({"indicator_id": "signals", "numerator": 3}),
        violating=bad({"indicator_id": "signals", "numerator": -1}),
        boundary=good({"indicator_id": "households", "numerator": 0}),
        not_applicable=outside({"indicator_id": "evictions_averted", "numerator": -1}),
    ),
}

SPECS = (
    CONTACT
    | BAILIFF
    | SERVICES
    | FOLLOW_UPS
    | EVICTIONS
    | CONFERENCES
    | CLAIMS
    | DELIVERIES
    | INDICATORS
)
