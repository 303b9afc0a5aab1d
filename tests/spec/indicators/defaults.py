"""What a fact row of a spec holds when the spec does not say."""

from collections.abc import Callable

from tests.spec.indicators.spec import Record

PILOT = "vroeg-eropaf-transvaal-2007"
DISTRICT = "oost-watergraafsmeer"


def _signal(number: int, row: Record) -> Record:
    key = row.get("signal_id") or f"s{number}"
    return {
        "signal_id": key,
        "household_id": f"household of {key}",
        "district": DISTRICT,
        "pilot": PILOT,
        "programme": "vroeg-eropaf",
        "working_model": "model-2",
        "corporation": "ymere",
        "partner_type": "rent",
        "signal_date": "2007-03-01",
        "sex": "unknown",
        "age_band": "unknown",
        "household_type": "unknown",
        "is_repeat": "false",
        "objection_possible": "false",
        "is_taken_up": "true",
        "is_attempted": "false",
        "has_second_attempt": "false",
        "is_feedback_due": "false",
        "is_examination_due": "false",
        "is_closed": "false",
    }


def _attempt(number: int, row: Record) -> Record:
    return {
        "attempt_id": f"a{number}",
        "district": DISTRICT,
        "pilot": PILOT,
        "channel": "ring",
        "is_visit": "true",
        "daypart": "unknown",
        "visitors": "unknown",
        "outcome": "unknown",
    }


def _household(number: int, row: Record) -> Record:
    return {
        "household_id": f"household of s{number}",
        "pilot": PILOT,
        "district": DISTRICT,
    }


def _bailiff(number: int, row: Record) -> Record:
    return _household(number, row) | {
        "before": "never",
        "is_during": "false",
        "is_after": "false",
        "is_none": "true",
        "is_eviction_announced": "false",
        "is_eviction_executed": "false",
    }


def _eviction(number: int, row: Record) -> Record:
    return {
        "eviction_month_id": f"{row.get('district')} {row.get('month')}",
        "district": "centrum",
    }


def _follow_up(number: int, row: Record) -> Record:
    return _household(number, row) | {
        "follow_up_id": f"f{number}",
        "reference_date": "2008-03-01",
        "debt_again": "unknown",
    }


def _recidivism(number: int, row: Record) -> Record:
    return _household(number, row) | {"closed_date": "2007-04-01"}


def _service(number: int, row: Record) -> Record:
    return {
        "service_id": f"d{number}",
        "district": DISTRICT,
        "pilot": PILOT,
        "service": "outreach",
        "is_trajectory": "false",
        "started_date": "2007-04-01",
        "is_ended": "false",
        "is_no_show": "false",
        "sex": "unknown",
    }


def _claim(number: int, row: Record) -> Record:
    return {
        "claim_id": f"c{number}",
        "district": DISTRICT,
        "pilot": PILOT,
        "month": "2007-03-01",
    }


def _conference(number: int, row: Record) -> Record:
    return {
        "conference_id": f"k{number}",
        "district": "unknown",
        "pilot": "eigen-kracht-2007",
        "registered_date": "2007-05-01",
        "is_held": "true",
        "is_plan_only": "false",
        "household_type": "unknown",
        "sex": "unknown",
    }


DEFAULTS: dict[str, Callable[[int, Record], Record]] = {
    "fct_signals": _signal,
    "fct_contact_attempts": _attempt,
    "fct_bailiff_outcomes": _bailiff,
    "fct_evictions_monthly": _eviction,
    "fct_follow_up": _follow_up,
    "fct_recidivism": _recidivism,
    "fct_services": _service,
    "fct_claims": _claim,
    "fct_conferences": _conference,
}
