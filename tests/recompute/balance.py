"""The balance of cost and benefit, from what was counted and its parameters."""

from collections.abc import Iterator, Mapping

import duckdb

from dashboard.model.measures import Measures
from dashboard.pages.costs.balance import balances, effort_of
from tests.recompute.counted import Counted, is_same

SCENARIOS = ("low", "middle", "high")
Parameters = dict[str, dict[str, float]]


def read_parameters(connection: duckdb.DuckDBPyConnection) -> Parameters:
    """Return the parameters of every scenario, by name."""
    found: Parameters = {}
    for scenario in SCENARIOS:
        rows = connection.execute(
            f"select parameter, {scenario} from standard.cost_parameters"
        ).fetchall()
        found[scenario] = {name: float(value) for name, value in rows}
    return found


def balance_differences(
    shown: Measures, counted: Mapping[str, Counted], parameters: Parameters
) -> Iterator[str]:
    """Say how what the page reckons differs from what the facts come to."""
    found = balances(effort_of(shown), {})
    for scenario, given in parameters.items():
        benefit, cost = _reckoned(counted, given)
        one = found[scenario]
        is_right = is_same(one.benefit or 0, benefit) and is_same(one.cost or 0, cost)
        if one.net is not None:
            is_right = is_right and is_same(one.net, benefit - cost)
        if not is_right:
            yield f"benefit_cost {scenario}: {benefit} and {cost}, but shown is {one}"


def _reckoned(
    counted: Mapping[str, Counted], given: Mapping[str, float]
) -> tuple[float, float]:
    """Benefit and cost: of prevented evictions; claims, else hours at their rate."""
    prevented = _number(counted, "target_evictions_averted") * given["prevented_share"]
    cost = _number(counted, "cost_total")
    if not cost:
        hours = _number(counted, "visit_attempts") * given["hours_per_attempt"]
        cost = given["hour_rate"] * (hours + _number(counted, "service_hours"))
    return prevented * given["benefit_per_eviction"], cost


def _number(counted: Mapping[str, Counted], name: str) -> float:
    return counted[name].of("").part or 0
