"""Funnel limits beside the binomial distribution, counted out one by one."""

from functools import cache

import pytest
from scipy.stats import binom

from warehouse.figures.statistics.funnel_limits import (
    LIMITS,
    Place,
    control_limits,
    place,
)

MEANS = [0.0, 0.02, 0.37, 0.65, 0.98, 1.0]
SIZES = [1, 4, 11, 75, 400]


@cache
def chances_of(whole: int, mean: float) -> list[float]:
    """The chance of every possible count."""
    return binom.pmf(range(whole + 1), whole, mean).tolist()


def tail_of(part: int, whole: int, mean: float) -> float:
    """The smaller of the chances of so few and of so many, by adding up."""
    chances = chances_of(whole, mean)
    return min(sum(chances[: part + 1]), sum(chances[part:]))


@pytest.mark.parametrize("coverage", LIMITS)
@pytest.mark.parametrize("mean", MEANS)
@pytest.mark.parametrize("whole", SIZES)
def test_beyond_the_limits_lie_the_counts_that_chance_seldom_makes(
    mean, whole, coverage
):
    limits = control_limits(mean, whole, coverage)
    for part in range(whole + 1):
        is_beyond = not limits.lower - 1e-9 <= part / whole <= limits.upper + 1e-9
        seldom = tail_of(part, whole, mean) < (1 - coverage) / 2 - 1e-9
        assert is_beyond == seldom, (part, whole, mean)


def test_limits_hold_the_mean_and_narrow_with_numbers():
    widths = []
    for whole in SIZES:
        limits = control_limits(0.65, whole, 0.95)
        assert 0 <= limits.lower <= 0.65 <= limits.upper <= 1
        widths.append(limits.upper - limits.lower)
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (65, Place.INSIDE),
        (54, Place.BEYOND_INNER),
        (75, Place.BEYOND_INNER),
        (45, Place.BEYOND_OUTER),
        (85, Place.BEYOND_OUTER),
    ],
)
def test_a_district_lies_inside_or_beyond(part, expected):
    assert place(part, 100, 0.65) is expected


@pytest.mark.parametrize("part", range(0, 76))
def test_the_place_agrees_with_the_lines(part):
    inner, outer = (control_limits(0.65, 75, coverage) for coverage in LIMITS)
    found = place(part, 75, 0.65)
    share = part / 75
    assert (found is Place.INSIDE) == (inner.lower <= share <= inner.upper)
    assert (found is Place.BEYOND_OUTER) == (not outer.lower <= share <= outer.upper)


@pytest.mark.parametrize(("mean", "whole"), [(1.2, 5), (-0.1, 5), (0.5, 0)])
def test_what_is_no_share_has_no_limits(mean, whole):
    with pytest.raises(ValueError, match="no limits"):
        control_limits(mean, whole, 0.95)
