"""The parameters of the balance, from `seeds/standard/cost_parameters.csv`."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from seeds.formats import STANDARD_SEEDS
from warehouse.figures.costs.balance import Parameters

SCENARIOS = ("low", "middle", "high")
"""How much benefit is reckoned with."""


@dataclass(frozen=True)
class CostParameter:
    """A parameter in both languages; `values` has one number per scenario.

    `unit` is `euro`, `hours` or `share` (from 0 to 1).
    """

    name: str
    label_nl: str
    label_en: str
    unit: str
    source_nl: str
    source_en: str
    values: Mapping[str, float]


@cache
def cost_parameters() -> tuple[CostParameter, ...]:
    """The parameters in the order in which they are shown."""
    file = STANDARD_SEEDS / "cost_parameters.csv"
    with file.open(encoding="utf-8", newline="") as source:
        rows = sorted(csv.DictReader(source), key=lambda row: int(row["sort_order"]))
    return tuple(_parameter(row) for row in rows)


def scenario(name: str, changes: Mapping[str, float] | None = None) -> Parameters:
    """The parameters of a scenario, some of them replaced by `changes`.

    Raises KeyError for an unknown scenario, TypeError for an unknown parameter.
    """
    values = {one.name: one.values[name] for one in cost_parameters()}
    return Parameters(**(values | dict(changes or {})))


def _parameter(row: dict[str, str]) -> CostParameter:
    return CostParameter(
        row["parameter"],
        row["label_nl"],
        row["label_en"],
        row["unit"],
        row["source_nl"],
        row["source_en"],
        {name: float(row[name]) for name in SCENARIOS},
    )
