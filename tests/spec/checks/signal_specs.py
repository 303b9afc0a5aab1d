"""The cases of the checks on signals that stand on their own."""

from datetime import date

from tests.spec.checks.check_cases import Case, Spec, bad, good, outside

MARCH_13 = date(2007, 3, 13)
MARCH_14 = date(2007, 3, 14)
MARCH_15 = date(2007, 3, 15)
VISIT = {"channel": "home_visit", "attempt_number": 1, "outcome": "not_at_home"}
OPENED = VISIT | {"outcome": "opened"}
PHONED = {"channel": "phone", "attempt_number": 1, "outcome": "no_answer"}


def visited(*days: date) -> dict[str, object]:
    """Home visits at these days, around the fixture's first signal."""
    visits = [
        VISIT | {"attempt_number": number, "attempted_date": day}
        for number, day in enumerate(days, 1)
    ]
    return {"around": {"contact_attempts": visits}}


def bounded(field: str, usual: object, wrong: object, edge: object) -> Spec:
    """The cases of a check on the size of one value."""
    return Spec(
        good({field: usual}), bad({field: wrong}), good({field: edge}), outside({})
    )


def ordered(first: str, second: str) -> Spec:
    """The cases of a check that one date is not later than another of the row."""
    return Spec(
        clean=good({first: MARCH_13, second: MARCH_14}),
        violating=bad({first: MARCH_14, second: MARCH_13}),
        boundary=good({first: MARCH_13, second: MARCH_13}),
        not_applicable=outside({first: MARCH_13}, {second: MARCH_13}),
    )


PLAUSIBILITY = {
    "signals_arrears_negative": bounded("arrears_amount", 839, -0.01, 0),
    "signals_arrears_extreme": bounded("arrears_amount", 839, 25000.01, 25000),
    "signals_rent_implausible": bounded("rent_amount", 420, 3000.01, 50),
    "signals_arrears_months_implausible": bounded("arrears_months", 2, 61, 60),
    "signals_arrears_days_implausible": bounded("arrears_days", 60, 1831, 1830),
    "signals_creditors_implausible": bounded("creditors", 4, 101, 0),
    "signals_total_debt_implausible": bounded("total_debt", 9000, -1, 500000),
    "signals_birth_year_implausible": Spec(
        clean=good({"birth_year": 1961, "signal_date": MARCH_13}),
        violating=bad(
            {"birth_year": 1992, "signal_date": MARCH_13}, {"birth_year": 1899}
        ),
        boundary=good({"birth_year": 1991, "signal_date": MARCH_13}),
        not_applicable=outside({"signal_date": MARCH_13}),
    ),
}

PLACE_AND_PERIOD = {
    "signals_outside_pilot": Spec(
        clean=good({"signal_date": date(2007, 5, 1)}),
        violating=bad(
            {"signal_date": date(2007, 2, 28)}, {"signal_date": date(2007, 9, 1)}
        ),
        boundary=good(
            {"signal_date": date(2007, 3, 1)}, {"signal_date": date(2007, 8, 31)}
        ),
        not_applicable=outside(
            {"signal_date": MARCH_13}, pilot={"started_on": None, "ended_on": None}
        ),
    ),
    "signals_other_month": Spec(
        clean=good({"signal_date": MARCH_13}, delivery={"period": date(2007, 3, 1)}),
        violating=bad(
            {"signal_date": date(2007, 2, 28)}, delivery={"period": date(2007, 3, 1)}
        ),
        boundary=good(
            {"signal_date": date(2007, 3, 31)}, delivery={"period": date(2007, 3, 1)}
        ),
        not_applicable=outside({"signal_date": MARCH_13}),
    ),
    "signals_same_household_same_day": Spec(
        clean=good(
            {"contract_key": "one", "signal_date": MARCH_13},
            {"contract_key": "two", "signal_date": MARCH_13},
        ),
        violating=bad(
            {"contract_key": "one", "signal_date": MARCH_13},
            {"contract_key": "one", "signal_date": MARCH_13},
        ),
        boundary=good(
            {"contract_key": "one", "signal_date": MARCH_13},
            {"contract_key": "one", "signal_date": MARCH_14},
        ),
        not_applicable=outside({"signal_date": MARCH_13}, {"contract_key": "one"}),
    ),
}

AMOUNTS = {
    "signals_debt_below_arrears": Spec(
        clean=good({"total_debt": 5000, "arrears_amount": 839}),
        violating=bad({"total_debt": 838.99, "arrears_amount": 839}),
        boundary=good({"total_debt": 839, "arrears_amount": 839}),
        not_applicable=outside({"total_debt": 100}),
    ),
    "signals_arrears_against_rent": Spec(
        clean=good({"arrears_amount": 839, "arrears_months": 2, "rent_amount": 420}),
        violating=bad(
            {"arrears_amount": 1680.01, "arrears_months": 2, "rent_amount": 420}
        ),
        boundary=good(
            {"arrears_amount": 1680, "arrears_months": 2, "rent_amount": 420}
        ),
        not_applicable=outside(
            {"arrears_amount": 5000, "arrears_months": 2, "rent_amount": 0}
        ),
    ),
}

DATES = {
    "signals_letter_after_attempt": Spec(
        clean=good({"letter_date": MARCH_13}, **visited(MARCH_14)),
        violating=bad({"letter_date": MARCH_15}, **visited(MARCH_14)),
        boundary=good({"letter_date": MARCH_14}, **visited(MARCH_14)),
        not_applicable=outside({"letter_date": MARCH_14}),
    ),
    "signals_attempt_before_signal": Spec(
        clean=good({"signal_date": MARCH_13}, **visited(MARCH_14)),
        violating=bad({"signal_date": MARCH_14}, **visited(MARCH_13, MARCH_15)),
        boundary=good({"signal_date": MARCH_14}, **visited(MARCH_14)),
        not_applicable=outside({"signal_date": MARCH_14}),
    ),
    "signals_objection_before_letter": ordered("letter_date", "objection_date"),
    "signals_receipt_before_signal": ordered("signal_date", "receipt_confirmed_date"),
    "signals_handover_before_signal": ordered("signal_date", "bailiff_handover_date"),
    "signals_feedback_before_attempt": Spec(
        clean=good({"feedback_date": MARCH_15}, **visited(MARCH_14)),
        violating=bad({"feedback_date": MARCH_13}, **visited(MARCH_14)),
        boundary=good({"feedback_date": MARCH_14}, **visited(MARCH_14)),
        not_applicable=outside({"feedback_date": MARCH_14}),
    ),
    "signals_feedback_before_signal": ordered("signal_date", "feedback_date"),
    "signals_closed_before_feedback": ordered("feedback_date", "closed_date"),
    "signals_closed_before_attempt": Spec(
        clean=good({"closed_date": MARCH_15}, **visited(MARCH_13, MARCH_14)),
        violating=bad({"closed_date": MARCH_14}, **visited(MARCH_13, MARCH_15)),
        boundary=good({"closed_date": MARCH_14}, **visited(MARCH_13, MARCH_14)),
        not_applicable=outside({"closed_date": MARCH_14}),
    ),
    "signals_closed_before_signal": ordered("signal_date", "closed_date"),
}

ANSWERS = {
    "signals_objection_date_without_objection": Spec(
        clean=good({"objection_date": MARCH_13, "objected": True}),
        violating=bad({"objection_date": MARCH_13, "objected": False}),
        boundary=bad({"objection_date": MARCH_13, "objected": None}),
        not_applicable=outside({"objected": False}),
    ),
    "signals_objected_yet_visited": Spec(
        clean=good({"objected": True}),
        violating=bad({"objected": True}, **visited(MARCH_14)),
        boundary=good({"objected": True}, around={"contact_attempts": [PHONED]}),
        not_applicable=outside({"objected": False}, **visited(MARCH_14)),
    ),
    "signals_accepted_without_contact": Spec(
        clean=good({"result": "help_accepted"}, around={"contact_attempts": [OPENED]}),
        violating=bad({"result": "help_accepted"}, **visited(MARCH_14)),
        boundary=good(
            {"result": "help_accepted", "office_visit_date": MARCH_15},
            **visited(MARCH_14),
        ),
        not_applicable=outside({"result": "not_reached"}, **visited(MARCH_14)),
    ),
    "signals_result_without_attempt": Spec(
        clean=good({"result": "no_help_wanted"}, around={"contact_attempts": [OPENED]}),
        violating=bad({"result": "no_help_wanted"}),
        boundary=good({"result": "no_help_wanted", "letter_reply": "no_need"}),
        not_applicable=outside({"result": "paid"}),
    ),
    "signals_not_reached_yet_opened": Spec(
        clean=good({"result": "not_reached"}, **visited(MARCH_14)),
        violating=bad({"result": "not_reached"}, around={"contact_attempts": [OPENED]}),
        boundary=bad({"result": "not_reached", "office_visit_date": MARCH_14}),
        not_applicable=outside({"result": "paid"}),
    ),
    "signals_reason_though_attempted": Spec(
        clean=good({"no_visit_reason": "left"}),
        violating=bad({"no_visit_reason": "left"}, **visited(MARCH_14)),
        boundary=good(
            {"no_visit_reason": "left"}, around={"contact_attempts": [PHONED]}
        ),
        not_applicable=outside({}, **visited(MARCH_14)),
    ),
    "signals_referral_arrived_nowhere": Spec(
        clean=good({"referral_arrived": True, "referred_to": "social_work"}),
        violating=bad({"referral_arrived": True}),
        boundary=outside({"referral_arrived": False}),
        not_applicable=outside(
            {"referral_arrived": True},
            status="not_assessed",
            without=["doorverwezen_naar"],
        ),
    ),
    "signals_closed_without_reason": Spec(
        clean=good({"closed_date": MARCH_14, "close_reason": "completed"}),
        violating=bad({"closed_date": MARCH_14}),
        boundary=good({"closed_date": MARCH_14, "result": "paid"}),
        not_applicable=outside(
            {"closed_date": MARCH_14},
            status="not_assessed",
            without=["reden_afsluiting"],
        ),
    ),
    "signals_reason_without_close": Spec(
        clean=good({"closed_date": MARCH_14, "close_reason": "completed"}),
        violating=bad({"close_reason": "completed"}),
        boundary=outside({"result": "paid"}),
        not_applicable=outside(
            {"close_reason": "completed"},
            status="not_assessed",
            without=["datum_afsluiting"],
        ),
    ),
}

TIMELINESS = {
    "signals_feedback_late": Spec(
        clean=good({"signal_date": MARCH_13, "feedback_date": MARCH_15}),
        violating=bad({"signal_date": MARCH_13, "feedback_date": date(2007, 3, 28)}),
        boundary=good({"signal_date": MARCH_13, "feedback_date": date(2007, 3, 27)}),
        not_applicable=outside({"signal_date": MARCH_13}),
    ),
    "signals_first_visit_late": Spec(
        clean=good({"signal_date": MARCH_13}, **visited(MARCH_14)),
        violating=bad({"signal_date": MARCH_13}, **visited(date(2007, 4, 11))),
        boundary=good({"signal_date": MARCH_13}, **visited(date(2007, 4, 10))),
        not_applicable=outside({"signal_date": MARCH_13}),
    ),
    "signals_nothing_recorded": Spec(
        clean=good({"signal_date": MARCH_13}, **visited(MARCH_14)),
        violating=bad({"signal_date": MARCH_13}),
        boundary=Case(
            [{"signal_date": date(2009, 5, 3)}, {"signal_date": date(2009, 5, 4)}],
            "fail",
            assessed=1,
            wrong=[1],
        ),
        not_applicable=outside({"signal_date": MARCH_13, "objected": True}),
    ),
}

SPECS = PLAUSIBILITY | PLACE_AND_PERIOD | AMOUNTS | DATES | ANSWERS | TIMELINESS
