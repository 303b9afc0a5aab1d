"""Totals over districts, months and whatever else splits a view add up."""

from collections import defaultdict
from datetime import date

import pytest

from dashboard.model.selection import COLUMNS, Selection
from dashboard.release.value_queries import rows
from dashboard.server.release_store import Release
from tests.recompute.comparing import ALL
from tests.recompute.conftest import RELEASES
from tests.recompute.from_facts import NAMES, Facts
from warehouse.figures.disclosure.reader import PERIODS

ADDITIVE = ("count", "sum", "share", "mean", "per_month")
"""Kinds of aggregate whose numerators add up; middles and distinct counts do not."""

ALL_DAYS = (date(1, 1, 1), date(9999, 12, 31))


@pytest.fixture(scope="module", params=RELEASES)
def opened(request, database):
    file = str(database(request.param))
    return Release(file), Facts(file)


@pytest.mark.parametrize("dimension", [*COLUMNS, *PERIODS])
def test_the_parts_of_a_split_add_up_to_the_whole(opened, dimension):
    release, facts = opened
    # A unit without a date counts in the whole, and in no period.
    whole = facts.count({}, ALL_DAYS if dimension in PERIODS else None)
    kinds = dict(
        facts.connection.execute(
            "select indicator_id, aggregate from standard.indicators"
        ).fetchall()
    )
    added = _added_up(rows(release, Selection(), dimension, ALL))
    assert added
    for (name, category), parts in added.items():
        if name in NAMES and kinds[name] in ADDITIVE:
            expected = whole[name].of(category)
            told = [expected.part or 0, expected.whole or 0, expected.unknown]
            if kinds[name] == "per_month":
                parts[1] = told[1]  # Months of pilots that ran at once overlap.
            assert parts == pytest.approx(told), (name, category)


def _added_up(split):
    added = defaultdict(lambda: [0.0, 0.0, 0.0])
    for of_code in split.values():
        for row in of_code:
            parts = added[row["indicator_id"], row["category"] or ""]
            for place, column in enumerate(("numerator", "denominator", "unknown")):
                parts[place] += float(row[column] or 0)
    return added
