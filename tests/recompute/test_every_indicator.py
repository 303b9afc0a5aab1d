"""No indicator of the catalogue is shown without being counted anew somewhere."""

import duckdb

from tests.recompute.from_facts import NAMES

ELSEWHERE = {
    "recidivism_curve": "test_recomputed_curves",
    "benefit_cost": "balance",
}
"""What is no sum of units, and the module beside this one that reckons it anew."""

NOT_RECOMPUTED = {
    "completeness": "about the records, not the facts: expectations/test_scores does",
    "validity": "about the records, not the facts: expectations/test_scores does",
    "timeliness": "about the records, not the facts: expectations/test_scores does",
    "unmapped_share": "about the records, not the facts: expectations/test_scores does",
    "signals_per_1000": "no district's number of dwellings is known in any release",
}
"""What is not counted anew here, and why."""


def test_every_indicator_is_recomputed_or_has_a_reason(database):
    with duckdb.connect(str(database("demonstration")), read_only=True) as connection:
        found = connection.execute("select indicator_id from standard.indicators")
        catalogue = {name for (name,) in found.fetchall()}
    named = [*NAMES, *ELSEWHERE, *NOT_RECOMPUTED]
    assert sorted(named) == sorted(catalogue)
