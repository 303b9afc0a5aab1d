"""Whether groups stay free of relapse equally long; nothing here counts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc


@dataclass(frozen=True)
class LifeTable:
    """How many of a group came back (`events`) or were last seen, by day.

    The three sequences are equally long; `leaving` includes the events. Days may come
    in any order and more than once.
    """

    days: Sequence[int]
    leaving: Sequence[int]
    events: Sequence[int]


@dataclass(frozen=True)
class LogRank:
    """The log-rank test: chi-squared, its degrees of freedom, and the p-value."""

    statistic: float
    degrees: int
    p_value: float


def log_rank(groups: Sequence[LifeTable]) -> LogRank | None:
    """Test whether two or more groups come back equally fast (Mantel 1966).

    On every day with an event the events of each group are set against those that its
    share of those at risk would give. Returns None when that cannot be told: fewer
    than two groups, or no day on which more than one of them was at risk.
    """
    days = np.unique([day for group in groups for day in group.days])
    if len(groups) < 2 or not len(days):  # noqa: PLR2004  a test compares two
        return None
    events = np.array([_by_day(group.days, group.events, days) for group in groups])
    at_risk = np.array([_at_risk(group, days) for group in groups])
    surplus, variance = _surplus(events, at_risk)
    # The surpluses add up to zero, so that the last group says nothing new.
    kept, spread = surplus[:-1], variance[:-1, :-1]
    if np.linalg.matrix_rank(spread) < len(kept):
        return None
    statistic = float(kept @ np.linalg.solve(spread, kept))
    degrees = len(groups) - 1
    return LogRank(statistic, degrees, float(chdtrc(degrees, statistic)))


def _by_day(
    days: Sequence[int], counts: Sequence[int], all_days: np.ndarray
) -> np.ndarray:
    places = np.searchsorted(all_days, np.asarray(days, dtype=int))
    return np.bincount(places, weights=counts, minlength=len(all_days))


def _at_risk(group: LifeTable, days: np.ndarray) -> np.ndarray:
    """How many had not left before each day."""
    leaving = _by_day(group.days, group.leaving, days)
    return leaving[::-1].cumsum()[::-1]


def _surplus(events: np.ndarray, at_risk: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Events beyond those expected per group, and their covariance."""
    all_events, all_at_risk = events.sum(axis=0), at_risk.sum(axis=0)
    share = at_risk / all_at_risk
    surplus = (events - all_events * share).sum(axis=1)
    # With one left at risk, its event says nothing about a difference.
    others = np.maximum(all_at_risk - 1, 1)
    weight = all_events * (all_at_risk - all_events) / others
    variance = np.diag((weight * share).sum(axis=1)) - (weight * share) @ share.T
    return surplus, variance
