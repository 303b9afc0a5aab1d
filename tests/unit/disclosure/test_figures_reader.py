"""Who may not see a number does not get it, whatever is asked."""

from datetime import date

import duckdb
import pytest

from warehouse.figures.disclosure.reader import (
    Audience,
    State,
    read_states,
    read_threshold,
    read_values,
)

REGION = State()
NOORD = State(district="noord")
WOMEN_IN_MARCH = State(("sex", "female"), None, None, "month", date(2009, 3, 1))
ALL = Audience(sees_small=True)

_RELEASE = """
create schema marts;
create table marts.indicator_states as select * from (values
    (1, '', '', null, null, 'total', null::date),
    (2, '', '', 'noord', null, 'total', null),
    (3, 'sex', 'female', null, null, 'month', date '2009-03-01')
) as t(state_id, dimension, code, district, pilot, period_type, period_start);
create table marts.indicator_lines as
    select 1 as line_id, 'signals' as indicator_id, null as category,
        'count' as aggregate;
create table marts.indicator_prepared as select * from (values
    (1, 1, 90.0, null::double, null::double, 11), (2, 1, 3.0, null, null, 0),
    (3, 1, 40.0, null, null, 0)
) as t(state_id, line_id, numerator, denominator, statistic, unknown);
create table marts.indicator_hidden as select 2 as state_id, 1 as line_id;
create table marts.indicator_threshold as select 5 as small_number;
create macro marts.indicator_value(a, n, d, s) as n;
create macro wilson_lower(n, d) as null;
create macro wilson_upper(n, d) as null;
"""


@pytest.fixture(scope="module")
def ask():
    connection = duckdb.connect()
    connection.execute(_RELEASE)

    def run(sql, parameters):
        found = connection.cursor().execute(sql, parameters)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    return run


def read(ask, state, audience):
    found = read_values(ask, read_states(ask), [state], audience, read_threshold(ask))
    return found[state][0] if state in found else None


def test_who_may_sees_the_small_number(ask):
    row = read(ask, NOORD, ALL)
    assert (row["numerator"], row["value"], row["is_hidden"]) == (3, 3, False)


def test_who_may_not_gets_no_number_at_all(ask):
    row = read(ask, NOORD, Audience())
    assert row["is_hidden"]
    names = ("numerator", "denominator", "value", "lower", "upper", "unknown")
    assert [row[name] for name in names] == [None] * 6


def test_a_group_by_month_is_hidden_whatever_its_number(ask):
    assert read(ask, WOMEN_IN_MARCH, Audience())["numerator"] is None
    assert read(ask, WOMEN_IN_MARCH, ALL)["numerator"] == 40


@pytest.mark.parametrize(("audience", "unknown"), [(ALL, 11), (Audience(), 15)])
def test_how_many_are_unknown_is_rounded_up(ask, audience, unknown):
    assert read(ask, REGION, audience)["unknown"] == unknown


def test_nobody_reads_another_district_or_the_region_with_districts_of_their_own(ask):
    theirs = Audience(sees_small=True, districts=frozenset({"centrum"}))
    assert read(ask, NOORD, theirs) is None
    assert read(ask, REGION, theirs) is None
    own = Audience(sees_small=True, districts=frozenset({"noord"}))
    assert read(ask, NOORD, own)["numerator"] == 3
