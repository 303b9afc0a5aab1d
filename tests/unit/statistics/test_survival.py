"""The log-rank test equals that of statistics libraries, whatever ties there are."""

import numpy as np
import pytest
from scipy import stats
from statsmodels.duration.survfunc import survdiff

from warehouse.figures.statistics.survival import LifeTable, log_rank

SEEDS = range(12)


def drawn(seed, groups):
    """Days and returns of households: many ties, and last sights on days of return."""
    chance = np.random.default_rng(seed)
    count = int(chance.integers(20, 200))
    group = chance.integers(0, groups, count)
    days = np.minimum(chance.geometric(0.02 + 0.02 * group), 60 + 10 * group)
    return days, chance.random(count) < 0.7, group


def life_table(days, is_back):
    return LifeTable(list(days), [1] * len(days), [int(back) for back in is_back])


def tables(days, is_back, group):
    return [life_table(days[group == g], is_back[group == g]) for g in np.unique(group)]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("groups", [2, 3, 5])
def test_it_equals_statsmodels(seed, groups):
    days, is_back, group = drawn(seed, groups)
    found = log_rank(tables(days, is_back, group))
    statistic, p_value = survdiff(days, is_back.astype(int), group)
    assert found.statistic == pytest.approx(statistic)
    assert found.p_value == pytest.approx(p_value)
    assert found.degrees == groups - 1


@pytest.mark.parametrize("seed", SEEDS)
def test_it_equals_scipy_for_two_groups(seed):
    days, is_back, group = drawn(seed, 2)
    samples = [
        stats.CensoredData(
            uncensored=days[(group == g) & is_back], right=days[(group == g) & ~is_back]
        )
        for g in (0, 1)
    ]
    found = log_rank(tables(days, is_back, group))
    expected = stats.logrank(*samples)
    assert found.p_value == pytest.approx(expected.pvalue)
    assert found.statistic == pytest.approx(expected.statistic**2)


def test_rows_of_a_life_table_may_be_added_up_or_not():
    whole = LifeTable([5, 9], [3, 2], [2, 0])
    apart = LifeTable([9, 5, 5, 9, 5], [1] * 5, [0, 1, 0, 0, 1])
    other = LifeTable([7], [4], [1])
    assert log_rank([whole, other]) == log_rank([apart, other])


@pytest.mark.parametrize(
    "groups",
    [
        [],
        [LifeTable([5], [3], [1])],
        [LifeTable([5], [3], [0]), LifeTable([5], [3], [0])],
        [LifeTable([5], [3], [0]), LifeTable([9], [3], [1])],
    ],
    ids=["none", "one", "no event", "never together at risk"],
)
def test_it_says_nothing_where_nothing_can_be_compared(groups):
    assert log_rank(groups) is None
