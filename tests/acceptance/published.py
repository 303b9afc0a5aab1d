"""The published figures, and how far a release is from each."""

import csv
import math
from collections.abc import Iterable
from pathlib import Path

Figure = dict[str, str]
ROUNDING = 1e-9


def published() -> list[Figure]:
    """Every published figure, typed from the publication."""
    table = Path(__file__).with_name("published_figures.csv")
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def condition(figure: Figure) -> str:
    """The filter of the figure, as ``eropaf indicators --where`` takes it."""
    pilot = f"pilot={figure['pilot']}" if figure["pilot"] else ""
    return ",".join(filter(None, (pilot, figure["where"])))


def fault(figure: Figure, rows: Iterable[dict]) -> str:
    """What is wrong with the figure among the rows of its filter; empty when right.

    Categories joined by ``|`` were published as one figure: their sum.
    """
    categories = [category or None for category in figure["category"].split("|")]
    measured = {
        row.get("category"): row[figure["measure"]]
        for row in rows
        if row["indicator_id"] == figure["indicator_id"]
    }
    missing = [category for category in categories if measured.get(category) is None]
    if missing:
        return f"{figure['indicator_id']} has no {missing}"
    found = sum(measured[category] for category in categories)
    off = math.fabs(found - float(figure["expected"]))
    if off <= float(figure["tolerance"]) + ROUNDING:
        return ""
    return f"{figure['statement']}: published {figure['expected']}, found {found}"
