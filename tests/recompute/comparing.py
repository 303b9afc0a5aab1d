"""Lays what the dashboard shows of a state beside what the facts say."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.model.measures import Measure
from dashboard.release import view_values
from dashboard.server.release_store import Release
from tests.recompute.balance import balance_differences, read_parameters
from tests.recompute.counted import Counted, Expected, is_same
from tests.recompute.evictions import FIGURES as OF_REGISTER
from tests.recompute.from_facts import Facts
from tests.recompute.states import days_of, random_selections
from warehouse.figures.disclosure.reader import Audience

Values = dict[tuple[str, str], Measure]
ALL = Audience(sees_small=True)
REGISTER = set(OF_REGISTER["evictions"])
NOT_SHOWN = {"unknown", "unmapped"}
"""Codes that no list of categories has, when nobody listed them."""


@dataclass
class Comparison:
    """What differed, which figures were met with a number, and the shares shown."""

    differences: list[str] = field(default_factory=list)
    met: set[str] = field(default_factory=set)
    shares: list[Measure] = field(default_factory=list)


def compare(database: Path, states: int) -> Comparison:
    """Compare every figure of so many random states of a release."""
    release, facts = Release(str(database)), Facts(str(database))
    parameters = read_parameters(facts.connection)
    found = Comparison()
    for selection in random_selections(view_values.options(release, ALL), states, 2009):
        shown = view_values.measures(release, selection, "nl", ALL)
        counted = facts.count(selection.conditions, days_of(selection))
        told = [
            *_all_differences(shown.values, counted, found),
            *balance_differences(shown, counted, parameters),
        ]
        found.differences += [f"{selection.search} {one}" for one in told]
    return found


def _all_differences(
    shown: Values, counted: dict[str, Counted], found: Comparison
) -> Iterator[str]:
    for name, figure in counted.items():
        if not shown and name in REGISTER:
            # Where nothing was registered at all the page says so, and no more.
            continue
        of_name = {code: one for (key, code), one in shown.items() if key == name}
        for told in _differences(of_name, figure, found):
            yield f"{name} {told}"
    for (name, _), measure in shown.items():
        if name in REGISTER and name not in counted and measure.numerator is not None:
            yield f"{name}: {measure.numerator}, of what the register knows nothing"


def _differences(
    shown: dict[str, Measure], figure: Counted, found: Comparison
) -> Iterator[str]:
    """Say of every category of a figure how it differs."""
    for category in sorted(set(shown) | figure.categories):
        expected, measure = figure.of(category), shown.get(category)
        if measure is None:
            if category not in NOT_SHOWN and _is_something(expected):
                yield f"{category}: {expected}, but it is not there"
            continue
        numbers = (
            measure.numerator,
            measure.denominator,
            measure.unknown,
            measure.value,
        )
        if not all(map(is_same, numbers, expected)):
            yield f"{category}: {expected}, but shown is {numbers}"
        if expected.part:
            found.met.add(measure.indicator.indicator_id)
        if measure.indicator.is_share and measure.value is not None:
            found.shares.append(measure)


def _is_something(expected: Expected) -> bool:
    return bool(expected.part or expected.whole or expected.unknown)
