"""The gate keeps to its target, and counts what a query by hand counts."""

import pytest

from expectations.gate.gate import run_gate
from expectations.gate.relations import RECORD_ENTITIES
from tests.benchmarks.check_ratio import (
    GATE,
    TARGET,
    build_delivery,
    measure_ratio,
    pass_by_hand,
)

pytestmark = pytest.mark.slow


@pytest.mark.nightly
def test_the_gate_takes_at_most_five_times_as_long(tmp_path):
    assert measure_ratio(tmp_path).value <= TARGET


def test_both_count_the_same(tmp_path):
    database = tmp_path / "checked.duckdb"
    build_delivery(database, 2000)
    by_hand = pass_by_hand(database)
    for entity in RECORD_ENTITIES:
        results = [
            one for one in run_gate(database, GATE) if one.check.entity == entity
        ]
        counts = [number for row in by_hand[entity] for number in row[2:]]
        expected = [
            number for one in results for number in (one.assessed, one.violating)
        ]
        assert counts == (expected if counts else [])
    assert sum(one.violating for one in run_gate(database, GATE)) > 0
