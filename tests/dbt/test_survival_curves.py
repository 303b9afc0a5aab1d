"""The Kaplan-Meier curves of the release equal those of a statistics library."""

import duckdb
import jinja2
import numpy as np
import pytest
from scipy.stats import norm
from statsmodels.duration.survfunc import SurvfuncRight

from seeds.formats import DBT_PROJECT

Z = norm.ppf(0.975)


@pytest.fixture(scope="module")
def connection():
    source = (DBT_PROJECT / "macros" / "survival.sql").read_text(encoding="utf-8")
    macros = jinja2.Environment(autoescape=False).from_string(source).module
    with duckdb.connect() as connection:
        connection.execute("create schema marts")
        connection.execute(macros.create_kaplan_meier())
        yield connection


def curve(connection, days, is_back):
    """The rows of the curve of one group, given household by household."""
    connection.execute("create or replace temp table cases (day int, is_back boolean)")
    rows = [(int(day), bool(back)) for day, back in zip(days, is_back, strict=True)]
    connection.executemany("insert into cases values (?, ?)", rows)
    return connection.execute(
        """
        with life_table as (
            select 'a' as group_code, day, 1 as leaving, is_back::int as events
            from cases
        )
        select day, at_risk, events, censored, survival, lower, upper
        from marts.kaplan_meier('life_table')
        order by day
        """
    ).fetchall()


@pytest.mark.parametrize("seed", range(15))
def test_the_curve_equals_statsmodels(connection, seed):
    chance = np.random.default_rng(seed)
    count = int(chance.integers(2, 300))
    # Few different days: many ties, and last sights on days of return.
    days = chance.geometric(0.03, count)
    is_back = chance.random(count) < chance.uniform(0.1, 0.9)

    rows = {row[0]: row[1:] for row in curve(connection, days, is_back)}

    expected = SurvfuncRight(days, is_back.astype(int))
    spread = expected.surv_prob_se
    for place, day in enumerate(expected.surv_times):
        at_risk, events, _, survival, lower, upper = rows[int(day)]
        assert at_risk == expected.n_risk[place]
        assert events == expected.n_events[place]
        wanted = expected.surv_prob[place]
        assert survival == pytest.approx(wanted, abs=1e-12)
        if 0 < wanted < 1:
            width = Z * spread[place] / (wanted * -np.log(wanted))
            assert lower == pytest.approx(wanted ** np.exp(width))
            assert upper == pytest.approx(wanted ** np.exp(-width))
        else:
            assert (lower, upper) == (None, None)


def test_it_starts_with_everybody_and_ends_with_nobody_hidden(connection):
    rows = curve(connection, [10, 20, 20, 30], [True, True, False, False])
    assert [row[:5] for row in rows] == [
        (0, 4, 0, 0, 1.0),
        (10, 4, 1, 0, 0.75),
        (20, 3, 1, 1, pytest.approx(0.5)),
        (30, 1, 0, 1, pytest.approx(0.5)),
    ]


def test_who_comes_back_on_the_day_of_closing_lowers_the_start(connection):
    rows = curve(connection, [0, 5], [True, False])
    assert [row[:5] for row in rows] == [(0, 2, 1, 0, 0.5), (5, 1, 0, 1, 0.5)]
