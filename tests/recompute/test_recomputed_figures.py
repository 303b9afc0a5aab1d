"""What the pages show in any state of the filters is what the facts say."""

import numpy as np
import pytest
from statsmodels.stats.proportion import proportion_confint

from tests.recompute.conftest import RELEASES
from tests.recompute.from_facts import NAMES


@pytest.mark.parametrize("name", RELEASES)
def test_every_state_shows_what_the_facts_count(comparison, name):
    assert not comparison(name).differences[:9]


@pytest.mark.parametrize("name", RELEASES)
def test_every_share_has_the_interval_of_wilson(comparison, name):
    shares = comparison(name).shares
    shown = [(one.lower, one.upper) for one in shares]
    limits = proportion_confint(
        np.array([one.numerator for one in shares]),
        np.array([one.denominator for one in shares]),
        method="wilson",
    )
    assert np.allclose(shown, np.column_stack(limits), atol=1e-9)


def test_every_figure_was_compared_where_it_is_not_nothing(comparison):
    met = comparison("demonstration").met | comparison("region").met
    assert met == NAMES
