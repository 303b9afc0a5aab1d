"""Reach and help of every DDAS result, from delivery to released warehouse."""

import pytest

from tests.ddas.conftest import DISTRICTS
from tests.ddas.result_table import RESULTS, results_of

pytestmark = pytest.mark.slow

SIGNALS = """
select signal_id, is_taken_up, is_reached, is_accepted, is_closed, pilot, partner_type,
    arrears_amount, known_before
from marts.fct_signals
"""


def test_every_result_says_what_the_table_says(ask):
    found = {row["signal_id"]: row for row in ask(SIGNALS)}
    wrong = []
    for version, district in DISTRICTS.items():
        for number, name in enumerate(results_of(version)):
            row = found.pop(f"ddas/{district}/0363/R-{number}")
            said = (row["is_taken_up"], row["is_reached"], row["is_accepted"])
            if said != RESULTS[name][1:]:
                wrong.append((version, name, said))
    assert wrong == []
    assert found == {}


def test_the_report_itself_arrives(ask):
    rows = ask(SIGNALS)
    assert {row["pilot"] for row in rows} == {"stedelijk-2009"}
    assert {row["partner_type"] for row in rows} == {"rent"}
    assert {row["arrears_amount"] for row in rows} == {410}
    assert {row["is_closed"] for row in rows} == {True}
    known = [row for row in rows if row["known_before"] == "yes"]
    # Two results of each of the four versions.
    assert len(known) == 8


def test_the_indicators_count_what_the_table_counts(ask):
    signals = [RESULTS[name] for v in DISTRICTS for name in results_of(v)]
    reached = sum(one.reached for one in signals)
    expected = {
        "reached_share": (reached, sum(one.taken_up for one in signals)),
        "accepted_share": (sum(one.accepted for one in signals), reached),
        "signals": (len(signals), None),
        "households": (len(signals), None),
    }
    rows = ask(
        "select indicator_id, numerator, denominator from marts.indicator_values "
        "where dimension_set = 'total' and period_type = 'total' "
        f"and indicator_id in {tuple(expected)} and category is null"
    )
    got = {row["indicator_id"]: (row["numerator"], row["denominator"]) for row in rows}
    assert {
        name: got[name][: 2 if pair[1] else 1] for name, pair in expected.items()
    } == {name: pair if pair[1] else pair[:1] for name, pair in expected.items()}
