"""Every published figure comes out of the released demonstration again."""

import pytest

from tests.acceptance.published import condition, fault, published


@pytest.mark.parametrize("figure", published(), ids=lambda row: row["figure_id"])
def test_a_published_figure_comes_out_again(indicators, figure):
    found = fault(figure, indicators(condition(figure)))
    assert not found, found
