"""Control limits of a funnel plot: how far chance carries a share from the mean."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from scipy.special import bdtr

LIMITS = (0.95, 0.998)
"""The shares of equal districts that lie within the inner and the outer limits."""


class Place(StrEnum):
    """Where a district lies beside the limits."""

    INSIDE = "inside"
    BEYOND_INNER = "beyond_inner"
    BEYOND_OUTER = "beyond_outer"


@dataclass(frozen=True)
class Limits:
    """The lowest and the highest share that chance makes plausible."""

    lower: float
    upper: float


def control_limits(mean: float, whole: int, coverage: float) -> Limits:
    """Return the exact binomial limits around `mean` for `whole` units.

    Between two possible counts the limit is interpolated (Spiegelhalter 2005), so
    that the line has no steps; which counts lie beyond it does not change by that.
    Raises ValueError when `mean` is no share or `whole` is not positive.
    """
    if not 0 <= mean <= 1 or whole <= 0:
        raise ValueError(f"no limits around {mean} for {whole} units")
    tail = (1 - coverage) / 2
    return Limits(
        _lower_limit(mean, whole, tail),
        # The upper limit is the lower one of the units that do not count.
        1 - _lower_limit(1 - mean, whole, tail),
    )


def _lower_limit(mean: float, whole: int, tail: float) -> float:
    """The share below which less than `tail` of the chance lies."""

    def at_most(count: int) -> float:
        return _at_most(count, whole, mean)

    count = bisect_left(range(whole + 1), tail, key=at_most)
    below, upto = at_most(count - 1), at_most(count)
    return max(0.0, (count - (upto - tail) / (upto - below)) / whole)


def _at_most(count: int, whole: int, mean: float) -> float:
    """The chance of `count` or fewer of `whole`."""
    return float(bdtr(count, whole, mean)) if count >= 0 else 0.0


def place(part: int, whole: int, mean: float) -> Place:
    """Tell whether `part` of `whole` lies beyond the limits around `mean`."""
    at_least = _at_most(whole - part, whole, 1 - mean)
    tail = min(_at_most(part, whole, mean), at_least)
    inner, outer = ((1 - coverage) / 2 for coverage in LIMITS)
    if tail < outer:
        return Place.BEYOND_OUTER
    return Place.BEYOND_INNER if tail < inner else Place.INSIDE
