"""Differences of shares beside a statistics library, and Wilson's interval itself."""

import duckdb
import pytest
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    proportion_confint,
)

from warehouse.figures.statistics.proportions import Share, difference
from warehouse.intake.conversions import CONVERSIONS

PAIRS = [
    (7, 11, 49, 75),
    (49, 75, 7, 11),
    (0, 11, 8, 75),
    (0, 5, 0, 7),
    (20, 20, 9, 30),
    (1234, 20000, 1500, 21000),
]


@pytest.fixture(scope="module")
def release():
    """A database with the conversions of the standard, as a release keeps them."""
    lines = CONVERSIONS.read_text("utf-8").strip().splitlines()
    with duckdb.connect() as connection:
        connection.execute("\n".join(lines[1:-1]))
        yield connection


def wilson(release, part: int, whole: int) -> Share:
    """The share as a release holds it."""
    row = release.execute(
        "select $1::double / $2, wilson_lower($1, $2), wilson_upper($1, $2)",
        [part, whole],
    ).fetchone()
    return Share(*row)


@pytest.mark.parametrize(("part", "whole"), [(0, 4), (3, 4), (4, 4), (49, 75)])
def test_wilson_is_that_of_the_library(release, part, whole):
    share = wilson(release, part, whole)
    expected = proportion_confint(part, whole, method="wilson")
    assert (share.lower, share.upper) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_difference_is_that_of_the_library(release, pair):
    part, whole, other_part, other_whole = pair
    found = difference(
        wilson(release, part, whole), wilson(release, other_part, other_whole)
    )
    expected = confint_proportions_2indep(
        part, whole, other_part, other_whole, method="newcomb", compare="diff"
    )
    assert (found.lower, found.upper) == pytest.approx(expected, abs=1e-9)
    assert found.value == pytest.approx(part / whole - other_part / other_whole)


def test_equal_sides_do_not_differ(release):
    same = wilson(release, 49, 75)
    assert not difference(same, same).excludes_zero


def test_far_apart_excludes_zero_whichever_side_is_first(release):
    low, high = wilson(release, 2, 75), wilson(release, 49, 75)
    assert difference(low, high).excludes_zero
    assert difference(high, low).excludes_zero
