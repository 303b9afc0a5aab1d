"""Every published figure comes out of the released demonstration again."""

import csv
import math
from pathlib import Path

import pytest

ROUNDING = 1e-9


def _published():
    table = Path(__file__).with_name("published_figures.csv")
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _condition(figure) -> str:
    pilot = f"pilot={figure['pilot']}" if figure["pilot"] else ""
    return ",".join(filter(None, (pilot, figure["where"])))


@pytest.mark.parametrize("figure", _published(), ids=lambda row: row["figure_id"])
def test_a_published_figure_comes_out_again(indicators, figure):
    """Categories joined by ``|`` were published as one figure: their sum."""
    categories = [category or None for category in figure["category"].split("|")]
    measured = {
        row.get("category"): row[figure["measure"]]
        for row in indicators(_condition(figure))
        if row["indicator_id"] == figure["indicator_id"]
    }
    missing = [category for category in categories if measured.get(category) is None]
    assert not missing, f"{figure['indicator_id']} has no {missing}"
    found = sum(measured[category] for category in categories)
    off = math.fabs(found - float(figure["expected"]))
    assert off <= float(figure["tolerance"]) + ROUNDING, (
        f"{figure['statement']}: published {figure['expected']}, found {found}"
    )
