"""The indicator catalogue and all specs, for tests and documentation."""

import csv
from pathlib import Path

from tests.spec.indicators import (
    specs_bailiff,
    specs_follow_up,
    specs_reach,
    specs_results,
    specs_services,
    specs_signals,
)
from tests.spec.indicators.spec import Spec

SEEDS = Path(__file__).parents[3] / "seeds" / "standard"

# These stand in quality.scores or a table of their own, or wait for a format.
ELSEWHERE = {"curve"}
NOT_FROM_UNITS = {"quality", "none"}

SPECS: list[Spec] = [
    *specs_signals.SPECS,
    *specs_reach.SPECS,
    *specs_results.SPECS,
    *specs_bailiff.SPECS,
    *specs_follow_up.SPECS,
    *specs_services.SPECS,
]


def read_seed(name: str) -> list[dict[str, str]]:
    """Rows of a seed of the standard."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def computed_from_units() -> list[str]:
    """Indicators that marts.indicator_units must supply."""
    return [
        row["indicator_id"]
        for row in read_seed("indicators")
        if row["aggregate"] not in ELSEWHERE and row["fed_by"] not in NOT_FROM_UNITS
    ]
