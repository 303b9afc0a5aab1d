"""Generated batches through the whole product against the independent count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.oracle.building import run
from tests.oracle.counting import Counts, count, median
from tests.oracle.registrations import make_region

SEEDS = [11, pytest.param(12, marks=pytest.mark.nightly)]
DIMENSIONS = {
    "total": [],
    "pilot": ["pilot"],
    "district": ["district"],
    "month": ["month"],
}


@pytest.fixture(scope="module", params=SEEDS)
def batch(request, region_home):
    """One generated region: its deliveries, its release and its true counts."""
    home, told = region_home(request.param)
    return home, told, count(make_region(request.param))


def test_every_record_is_read_and_accepted(batch):
    _, told, _ = batch
    for one in told:
        assert one["answer"]["status"] == "accepted", one["file"]
        assert one["answer"]["rows_read"] == one["records"], one["file"]


@pytest.mark.parametrize("kind", DIMENSIONS)
def test_indicators_equal_the_independent_count(batch, kind):
    home, _, counts = batch
    found = read_indicators(home, counts, DIMENSIONS[kind])
    expected = expected_counts(counts, kind)
    differences = {
        key: {"expected": expected.get(key), "found": found.get(key)}
        for key in sorted(expected, key=str)
        if expected[key] != found.get(key)
    }
    assert not differences, json.dumps(
        {str(key): value for key, value in differences.items()}, indent=1
    )


@pytest.mark.parametrize("kind", ["total", "pilot"])
def test_medians_equal_the_independent_count(batch, kind):
    home, _, counts = batch
    for (indicator, group), values in counts.amounts.items():
        if group.split(":")[0] != kind:
            continue
        words = ["indicators", "--indicator", indicator, "--json"]
        if kind != "total":
            words += ["--where", group.replace(":", "=")]
        [row] = json.loads(run(home, *words))
        assert row["value"] == pytest.approx(median(values)), (indicator, group)


def expected_counts(counts: Counts, kind: str) -> dict:
    """The oracle's counts for one kind of group, keyed as the command prints."""
    return {
        (indicator, category, group.partition(":")[2]): (
            round(one.numerator, 2),
            one.denominator,
            one.unknown,
        )
        for (indicator, category, group), one in counts.found.items()
        if group.partition(":")[0] == kind
    }


def read_indicators(home: Path, counts: Counts, by: list[str]) -> dict:
    """What the command prints for the indicators that the oracle counts."""
    names = sorted({indicator for indicator, _, _ in counts.found})
    words = ["indicators", "--indicator", ",".join(names), "--json"]
    if by:
        words += ["--by", ",".join(by)]
    rows = json.loads(run(home, *words))
    return {
        (row["indicator_id"], row.get("category"), str(row[by[0]]) if by else ""): (
            round(row["numerator"] or 0, 2),
            row["denominator"] or 0,
            row["unknown"],
        )
        for row in rows
    }
