"""The cases of the checks across months and districts."""

from datetime import date

from tests.spec.checks.check_cases import Spec, bad, good, outside

FEW, MANY = {"denominator": 19, "others_denominator": 400}, {"others_denominator": 400}


def habit(name: str, **figures: object) -> dict[str, object]:
    """A row of the divergence, apart from the others unless it says otherwise."""
    usual = {"numerator": 18, "denominator": 20, "difference": 0.4, "is_apart": True}
    return {"habit": name, "others_numerator": 200} | MANY | usual | figures


def divergence(name: str) -> Spec:
    """The cases of the check on one habit."""
    return Spec(
        clean=good(habit(name, difference=-0.05, is_apart=False)),
        violating=bad(habit(name), habit(name, difference=-0.4)),
        boundary=good(
            habit(name, difference=0.1), habit(name, difference=0.4, is_apart=False)
        ),
        not_applicable=outside(habit(name, **FEW)),
    )


MONTHS = {
    "registration_months_missing": Spec(
        clean=good({"months_registered": 8, "signals": 4}),
        violating=bad({"months_registered": 8, "signals": 0}),
        boundary=good({"months_registered": 3, "signals": 1}),
        not_applicable=outside({"months_registered": 2, "signals": 0}),
    ),
    "registration_months_late": Spec(
        clean=good({"signals": 4, "is_history": False, "days_late": 0}),
        violating=bad({"signals": 4, "is_history": False, "days_late": 32}),
        boundary=good({"signals": 4, "is_history": False, "days_late": 31}),
        not_applicable=outside(
            {"signals": 4, "is_history": True, "days_late": 400}, {"signals": 0}
        ),
    ),
    "registration_months_delivered_twice": Spec(
        clean=good({"signals": 4, "repeated_signals": 0}),
        violating=bad({"signals": 4, "repeated_signals": 3}),
        boundary=good({"signals": 4, "repeated_signals": 2}),
        not_applicable=outside({"signals": 0, "repeated_signals": 0}),
    ),
    "district_activity_nothing": Spec(
        clean=good({"pilot_signals": 9, "signals": 9}),
        violating=bad({"pilot_signals": 9, "signals": 0}),
        boundary=good({"pilot_signals": 9, "signals": 1}),
        not_applicable=outside({"pilot_signals": 0, "signals": 0}),
    ),
    "district_activity_silent": Spec(
        clean=good(
            {"signals": 9, "last_signal_date": date(2007, 3, 1), "months_silent": 0}
        ),
        violating=bad(
            {"signals": 9, "last_signal_date": date(2007, 3, 1), "months_silent": 4}
        ),
        boundary=good(
            {"signals": 9, "last_signal_date": date(2007, 3, 1), "months_silent": 3}
        ),
        not_applicable=outside({"signals": 0}),
    ),
}


def volume(deviation: float, months: int = 6) -> dict[str, object]:
    """A month's number of signals, so far from what is usual."""
    return {
        "measure": "signals",
        "numerator": 40,
        "history_months": months,
        "deviation": deviation,
    }


def share(deviation: float, signals: int = 10) -> dict[str, object]:
    """A month's share of a category, so far from what is usual."""
    return {
        "measure": "corporation",
        "denominator": signals,
        "history_months": 6,
        "deviation": deviation,
    }


VOLUMES = {
    "month_volumes_number_unusual": Spec(
        clean=good(volume(0.4)),
        violating=bad(volume(3.01), volume(-3.01)),
        boundary=good(volume(3), volume(-3)),
        not_applicable=outside(volume(9, months=5), share(9)),
    ),
    "month_volumes_mix_unusual": Spec(
        clean=good(share(-0.4)),
        violating=bad(share(3.01), share(-3.01)),
        boundary=good(share(3), share(-3)),
        not_applicable=outside(share(9, signals=9), volume(9)),
    ),
}

HABITS = (
    "advice_despite_no_help",
    "light_help_as_no_help",
    "unknown_result",
    "visit_not_at_home",
    "unmapped_codes",
)

SPECS = (
    MONTHS
    | VOLUMES
    | {f"definition_divergence_{name}": divergence(name) for name in HABITS}
)
