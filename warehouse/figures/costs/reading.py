"""The balance of a release, reckoned from the indicators of each place."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from warehouse.figures.costs.balance import Effort, Parameters, weigh
from warehouse.figures.costs.parameters import SCENARIOS, scenario
from warehouse.figures.indicators import read_indicators
from warehouse.messages import user_error

Row = dict[str, Any]

SOURCES = {
    "visit_attempts": "attempts",
    "service_hours": "service_hours",
    "cost_total": "claimed",
    "target_evictions_averted": "averted",
}
"""The indicators that the effort is made of, and what they are in it."""


def read_balance(
    database: Path,
    by: list[str] | None = None,
    changes: Mapping[str, float] | None = None,
) -> list[Row]:
    """Return a row per combination of `by` and scenario; amounts are in euros.

    `changes` replaces parameters in every scenario, besides `prevented` and `cost`
    themselves. Raises UserError for an unknown dimension or parameter.
    """
    names = by or []
    given = dict(changes or {})
    chosen = {name: given.pop(name, None) for name in ("prevented", "cost")}
    parameters = _scenarios(given)
    efforts: dict[tuple[Any, ...], dict[str, float]] = {}
    for row in read_indicators(database, indicators=list(SOURCES), by=names):
        place = tuple(row[name] for name in names)
        efforts.setdefault(place, {})[SOURCES[row["indicator_id"]]] = row["value"]
    return [
        dict(zip(names, place, strict=True))
        | {"scenario": name}
        | asdict(weigh(Effort(**effort), parameters[name], **chosen))
        for place, effort in (efforts or {(): {}}).items()
        for name in SCENARIOS
    ]


def _scenarios(changes: Mapping[str, float]) -> dict[str, Parameters]:
    known = Parameters.__dataclass_fields__
    unknown = sorted(set(changes) - set(known))
    if unknown:
        raise user_error(
            "costs.unknown_parameter", given=", ".join(unknown), known=", ".join(known)
        )
    return {name: scenario(name, changes) for name in SCENARIOS}
