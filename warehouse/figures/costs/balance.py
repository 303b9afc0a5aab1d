"""Cost and benefit laid beside each other: the one place where that is reckoned.

The number of prevented evictions is an assumption, never an observation.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Effort:
    """What was counted; None where it was not delivered, is unknown, or is hidden.

    `claimed` is in euros; `averted` are evictions of reported households that were
    announced and not carried out.
    """

    attempts: float | None = None
    service_hours: float | None = None
    claimed: float | None = None
    averted: float | None = None


@dataclass(frozen=True)
class Parameters:
    """What is reckoned with; amounts in euros, `prevented_share` from 0 to 1."""

    hour_rate: float
    hours_per_attempt: float
    prevented_share: float
    benefit_per_eviction: float
    corporation_part: float


@dataclass(frozen=True)
class Balance:
    """The outcome in euros; None where what it is made of is missing.

    `is_estimated` tells that the cost was reckoned from hours, as nothing was claimed.
    """

    prevented: float | None
    benefit: float | None
    for_corporation: float | None
    for_others: float | None
    cost: float | None
    is_estimated: bool
    net: float | None
    per_euro: float | None


def weigh(
    effort: Effort,
    parameters: Parameters,
    *,
    prevented: float | None = None,
    cost: float | None = None,
) -> Balance:
    """Return the balance; `prevented` and `cost` replace what would be reckoned.

    Prevented are the averted evictions times the share that is assumed. The cost is
    what was claimed, else the hours of visit attempts and services at the rate.
    """
    if prevented is None and effort.averted is not None:
        prevented = effort.averted * parameters.prevented_share
    is_estimated = cost is None and effort.claimed is None
    if cost is None:
        cost = estimate_cost(effort, parameters) if is_estimated else effort.claimed
    benefit = _times(prevented, parameters.benefit_per_eviction)
    part = min(parameters.corporation_part, parameters.benefit_per_eviction)
    for_corporation = _times(prevented, part)
    return Balance(
        prevented,
        benefit,
        for_corporation,
        _less(benefit, for_corporation),
        cost,
        is_estimated,
        _less(benefit, cost),
        benefit / cost if benefit is not None and cost else None,
    )


def estimate_cost(effort: Effort, parameters: Parameters) -> float | None:
    """Return the cost of the hours that are known; None when none are."""
    known = [
        hours
        for hours in (
            _times(effort.attempts, parameters.hours_per_attempt),
            effort.service_hours,
        )
        if hours is not None
    ]
    return sum(known) * parameters.hour_rate if known else None


def _times(number: float | None, factor: float) -> float | None:
    return None if number is None else number * factor


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other
