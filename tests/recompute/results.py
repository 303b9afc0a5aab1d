"""What came of the signals."""

from tests.recompute.figure import Figure, by_code, known_share, share, units

PAYMENT = (
    "if(is_paid_or_arranged, payment_kind, if(is_paid_or_arranged is null, null, 'no'))"
)

# Every step of the funnel, and the step whose signals it is a part of.
FUNNEL = {
    "signals": ("true", "true"),
    "taken-up": ("is_taken_up", "true"),
    "attempted": ("visits > 0", "is_taken_up"),
    "reached": ("is_reached", "is_taken_up"),
    "accepted": ("is_accepted", "is_taken_up and is_reached"),
    "trajectory": ("has_trajectory", "is_taken_up and is_reached and is_accepted"),
    "closed": (
        "is_closed and result is not null",
        "is_taken_up and is_reached and is_accepted and has_trajectory",
    ),
}


def _by_step(parts: dict[str, str]) -> str:
    """A map from steps to what is counted of each."""
    names = ", ".join(f"'{name}'" for name in parts)
    return f"map([{names}], [{', '.join(parts.values())}])"


def _funnel() -> Figure:
    figures = {name: share(*step) for name, step in FUNNEL.items()}
    return Figure(
        _by_step({name: one.part for name, one in figures.items()}),
        _by_step({name: one.whole for name, one in figures.items()}),
        _by_step({name: one.unknown for name, one in figures.items()}),
    )


FIGURES = {
    "signals": {
        "paid_or_arranged_share": share("is_paid_or_arranged", "visits > 0"),
        "payment_kind": by_code(PAYMENT, "visits > 0"),
        "madi_contact_share": share("has_madi_contact", "visits > 0"),
        "accepted_share": share("is_accepted", "is_reached"),
        "accepted_signals_share": share("is_accepted"),
        "trajectory_share": share("has_trajectory"),
        "closed_share": share("is_closed"),
        "result_kind": by_code("result", "is_closed"),
        "letter_reply_kind": by_code("letter_reply"),
        "referrals": Figure(units("referred_to is not null")),
        "referral_arrived_share": known_share(
            "referral_arrived", "referred_to is not null"
        ),
        "referral_outcome": by_code(
            "case when referral_arrived is null then 'unknown'"
            " when referral_arrived then 'arrived' else 'not-arrived' end",
            "referred_to is not null",
        ),
        "funnel": _funnel(),
    },
}
