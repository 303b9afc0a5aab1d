"""The cases of the checks on what belongs together: orphans, doubles, open cases."""

from datetime import date

from tests.spec.checks.check_cases import Case, Spec, bad, good, outside
from tests.spec.checks.signal_specs import (
    MARCH_13,
    MARCH_14,
    MARCH_15,
    ordered,
)

TEST_ROW = {"rejection": "test row"}
EVENTS = {"format": "signalenbestand"}
REFERRED = {"closed_date": MARCH_14, "referred_to": "shv"}
HALF_A_YEAR_BEFORE = date(2008, 12, 3)
"""The day 180 days before the fixtures' deliveries are received."""


def claim(number: str, signal: str) -> dict[str, object]:
    """A claim of outreach for a signal, in March."""
    return {
        "claim_number": number,
        "signal_number": signal,
        "institution": "dynamo",
        "product": "outreach",
        "month": date(2007, 3, 1),
    }


SIGNALS = {
    "signals_office_visit_before_signal": ordered("signal_date", "office_visit_date"),
    "signals_closed_with_open_referral": Spec(
        clean=good(REFERRED | {"referral_arrived": False}),
        violating=bad(REFERRED),
        boundary=good(REFERRED | {"unreadable_fields": ["referral_arrived"]}),
        not_applicable=outside({"referred_to": "shv"}, {"closed_date": MARCH_14}),
    ),
    "signals_closed_without_feedback": Spec(
        clean=good({"closed_date": MARCH_14, "feedback_date": MARCH_13}),
        violating=bad({"closed_date": MARCH_14}),
        boundary=good(
            {"closed_date": MARCH_14, "unreadable_fields": ["feedback_date"]}
        ),
        not_applicable=outside({"closed_date": MARCH_14, "objected": True}, {}),
    ),
    "signals_event_unmapped": Spec(
        clean=good(EVENTS),
        violating=bad(EVENTS | {"unmapped_fields": ["sex", "event"]}),
        boundary=good(EVENTS | {"unmapped_fields": ["sex"]}),
        not_applicable=outside({"format": "overdrachtsformulier"}),
    ),
    "signals_without_own_event": Spec(
        clean=good(EVENTS | {"signal_date": MARCH_13}),
        violating=bad(EVENTS),
        boundary=good(EVENTS | {"unreadable_fields": ["signal_date"]}),
        not_applicable=outside({"format": "overdrachtsformulier"}),
    ),
    "signals_same_household_across_deliveries": Spec(
        clean=good({"contract_key": "one", "signal_date": MARCH_13}),
        violating=bad(
            {"contract_key": "one", "signal_date": MARCH_13},
            {"contract_key": "one", "signal_date": MARCH_13, "delivery_id": "other"},
        ),
        boundary=good(
            {"contract_key": "one", "signal_date": MARCH_13, "signal_key": "same"},
            {
                "contract_key": "one",
                "signal_date": MARCH_13,
                "signal_key": "same",
                "delivery_id": "other",
            },
        ),
        not_applicable=outside({"signal_date": MARCH_13}, {"contract_key": "one"}),
    ),
    "signals_receipt_late": Spec(
        clean=good({"signal_date": MARCH_13, "receipt_confirmed_date": MARCH_13}),
        violating=bad({"signal_date": MARCH_13, "receipt_confirmed_date": MARCH_15}),
        # From a Friday to the Monday after it is one working day.
        boundary=good(
            {
                "signal_date": date(2007, 3, 16),
                "receipt_confirmed_date": date(2007, 3, 19),
            }
        ),
        not_applicable=outside(
            {"signal_date": MARCH_13},
            {"signal_date": MARCH_15, "receipt_confirmed_date": MARCH_13},
        ),
    ),
    "signals_objection_period_short": Spec(
        clean=good({"letter_date": date(2007, 3, 1), "signal_date": MARCH_13}),
        violating=bad({"letter_date": date(2007, 3, 8), "signal_date": MARCH_14}),
        boundary=good({"letter_date": date(2007, 3, 7), "signal_date": MARCH_14}),
        not_applicable=outside(
            {"letter_date": MARCH_15, "signal_date": MARCH_13},
            {"signal_date": MARCH_13},
        ),
    ),
    "signals_stale_open": Spec(
        clean=good({"signal_date": date(2009, 5, 1)}),
        violating=bad({"signal_date": date(2008, 12, 2)}),
        boundary=good({"signal_date": HALF_A_YEAR_BEFORE}),
        not_applicable=outside(
            {"signal_date": MARCH_13, "closed_date": MARCH_14},
            {"signal_date": MARCH_13, "result": "paid"},
            {"signal_date": MARCH_13, "objected": True},
        ),
    ),
}

OTHERS = {
    "contact_attempts_channel_missing": Spec(
        clean=good({"format": "standaard", "channel": "phone"}),
        violating=bad({"format": "standaard", "channel": None}),
        boundary=good({"format": "standaard", "channel": "unmapped"}),
        not_applicable=outside({"format": "overdrachtsformulier", "channel": None}),
    ),
    "contact_attempts_without_signal": Spec(
        clean=good({}, around={"signals": [{}]}),
        violating=bad({"signal_key": "nobody"}, around={"signals": [{}]}),
        boundary=good({}, around={"signals": [TEST_ROW]}),
        not_applicable=outside(TEST_ROW),
    ),
    "services_hours_above_norm": Spec(
        clean=good({"service": "outreach", "hours": 10}),
        violating=bad({"service": "outreach", "hours": 30.01}),
        boundary=good({"service": "outreach", "hours": 30}),
        not_applicable=outside(
            {"service": "debt_counselling", "hours": 90}, {"service": "outreach"}
        ),
    ),
    "services_stale_open": Spec(
        clean=good({"status": "running", "started_date": date(2009, 1, 5)}),
        violating=bad({"status": "running", "started_date": date(2007, 5, 31)}),
        boundary=good({"status": "running", "started_date": date(2007, 6, 1)}),
        not_applicable=outside(
            {"status": "closed", "started_date": MARCH_13},
            {"status": "running", "started_date": MARCH_13, "ended_date": MARCH_15},
        ),
    ),
    "services_without_signal": Spec(
        clean=good(
            {"signal_number": "S-12 of services"},
            {"contract_key": "one"},
            around={
                "signals": [
                    {"source_number": "S-12 of services"},
                    {"contract_key": "one"},
                ]
            },
        ),
        violating=bad({"signal_number": "S-13 of services"}),
        boundary=bad(
            {"contract_key": "one"},
            around={"signals": [{"contract_key": "one"} | TEST_ROW]},
        ),
        not_applicable=outside({}),
    ),
    "claims_same_service_twice": Spec(
        clean=good(claim("1", "S-1"), claim("2", "S-2")),
        violating=bad(claim("1", "S-3"), claim("2", "S-3")),
        boundary=Case(
            [claim("1", "S-4"), claim("2", "S-4") | TEST_ROW], "pass", assessed=1
        ),
        not_applicable=outside({"claim_number": "1", "product": "outreach"}),
    ),
    "claims_without_signal": Spec(
        clean=good(
            {"signal_number": "S-12 of claims"},
            around={"signals": [{"source_number": "S-12 of claims"}]},
        ),
        violating=bad({"signal_number": "S-13 of claims"}),
        boundary=bad(
            {"signal_number": "S-14 of claims"},
            around={"signals": [{"source_number": "S-14 of claims"} | TEST_ROW]},
        ),
        not_applicable=outside({}),
    ),
}

SPECS = SIGNALS | OTHERS
